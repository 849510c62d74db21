import type { CodecFor } from '../codec/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import type { Type } from '../schema/index.js';

/** The complete elements of a list in `bytes`; what is left over at the end is not one. */
export function readElements(
  type: Type,
  abi: Abi,
  bytes: Uint8Array,
  codec: CodecFor,
): readonly unknown[] {
  const layout: Layout = layoutOf(type, abi);
  const length = Math.floor(bytes.length / layout.size);
  // Frame lists can be long, and need no codec: one read for each.
  if (layout.kind === 'int' && !layout.signed && layout.value === 'bigint') {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const values: bigint[] = [];
    for (let i = 0; i < length; i++)
      values.push(
        layout.size === 8 ? view.getBigUint64(i * 8, true) : BigInt(view.getUint32(i * 4, true)),
      );
    return values;
  }
  if (layout.kind === 'int' && !layout.signed && layout.size === 1) return Array.from(bytes);
  const { decode } = codec(type, abi);
  return Array.from({ length }, (_, i) => decode(bytes, i * layout.size));
}
