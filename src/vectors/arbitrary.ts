import type fc from 'fast-check';
import { bindCodecs } from '../codec/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import type { Infer, Type } from '../schema/index.js';
import { valuesOf } from './values.js';

const codec = bindCodecs();

/**
 * Values of a declaration on an architecture, as `decode` returns them: zero, one, the ends of
 * the range, powers of two and named values favoured; the members of a union agree.
 * @throws DeclarationError when the declaration does not exist there
 */
export function arbitrary<T extends Type>(type: T, abi: Abi): fc.Arbitrary<Infer<T>> {
  const layout: Layout = layoutOf(type, abi);
  const values = valuesOf(layout, (union, given) => {
    const { encode, decode } = codec<Type>(union.type, abi);
    return decode(encode(given));
  });
  return values as fc.Arbitrary<Infer<T>>;
}
