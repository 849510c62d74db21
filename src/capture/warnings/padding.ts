import { hex, paddingIn } from '../../codec/index.js';
import { type CompoundLayout, dotted, layoutOf, type PaddingSpan } from '../../layout/index.js';
import { typeName } from '../../schema/index.js';
import type { Read, Warning } from './warning.js';

/** Bytes that some member of a union covers are no padding, though another one is live. */
function* spansIn({ bytes, type, abi, whole = type }: Read): Generator<PaddingSpan> {
  const layout: CompoundLayout = layoutOf(whole, abi);
  if (bytes.length >= layout.size) return yield* paddingIn(layout, typeName(type), bytes);
  const all = new Uint8Array(layout.size);
  all.set(bytes);
  yield* paddingIn(layout, typeName(type), all);
}

/** Bytes between fields that are not zero: a leak of the sender's memory. */
export function paddingWarnings(read: Read): Warning[] {
  const { bytes } = read;
  const spans = Array.from(spansIn(read));
  return spans.flatMap(({ offset, size, owner, mask = 0xff }) => {
    let at = offset;
    while (at < offset + size && (bytes[at]! & mask) === 0) at++;
    if (at === offset + size) return [];
    const path = dotted(owner);
    const where = path === '' ? 'the struct' : path;
    return [
      {
        code: 'padding',
        path,
        offset: at,
        message: `non-zero padding in ${where}: byte ${at} is ${hex(bytes[at]! & mask)}`,
      },
    ];
  });
}
