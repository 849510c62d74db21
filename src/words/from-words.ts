import { AbiError, readJson, scalarFromJson } from '../codec/index.js';
import { type Abi, dotted, entriesOf, type Layout, layoutOf, type Path } from '../layout/index.js';
import { type Type, typeName } from '../schema/index.js';
import { expectedWords, numberInWords } from './number.js';

/** Bytes from the start of a type to a field; of an element that has no place, to its array. */
function offsetOf(type: Type, abi: Abi, path: Path): number {
  const layout: Layout = layoutOf(type, abi);
  const offsets = new Map([...entriesOf(layout)].map((e) => [dotted(e.path), e.offset]));
  for (let length = path.length; length > 0; length--) {
    const offset = offsets.get(dotted(path.slice(0, length)));
    if (offset !== undefined) return offset;
  }
  return 0;
}

/**
 * A value for `encode` from JSON as people write it: `fromJson`, and wherever the declaration
 * names values or flags, these names too, in the words that the decoder has for them.
 * @throws AbiError `type` for words that say no number, with the nearest name.
 */
export function fromWords(type: Type, json: unknown, abi: Abi): unknown {
  return readJson(type, json, (scalar, value, { path, unit }) => {
    const plain = scalarFromJson(scalar, value);
    if (typeof plain !== 'string' || ['chars', 'float'].includes(scalar.kind)) return plain;
    const number = numberInWords(scalar, plain, unit);
    if (number !== undefined) return scalarFromJson(scalar, String(number));
    const expected = expectedWords(scalar, plain, unit);
    if (expected === undefined) return plain;
    throw new AbiError({
      code: 'type',
      path,
      offset: offsetOf(type, abi, path),
      struct: ('name' in type && type.name) || typeName(type),
      abi: abi.name,
      expected,
      actual: plain,
    });
  });
}
