import { hex } from '../../codec/index.js';
import { type Abi, type Layout, layoutOf } from '../../layout/index.js';
import type { Type } from '../../schema/index.js';
import { counted } from '../../words/text.js';
import { elementLayout, type ListReference } from '../lists.js';
import type { Warning, WarningCode } from './warning.js';

/** Bytes that a list claims to take. */
export const claimedSize = (list: ListReference, element: Layout): bigint =>
  list.length * BigInt(element.size);

/** One handle: NULL, wrapping, unaligned, or wider than the architecture's pointers. */
export function handleWarnings(list: ListReference, abi: Abi, offset: number): Warning[] {
  const warnings: Warning[] = [];
  const warn = (code: WarningCode, message: string): void => {
    warnings.push({ code, path: list.path, offset, message });
  };
  const { address, path } = list;
  const pointerBits = BigInt(abi.sizes.pointer * 8);
  const stored = BigInt(layoutOf<Type>(list.handle, abi).size * 8);
  if (stored > pointerBits && address >> pointerBits !== 0n)
    warn(
      'handle-upper-half',
      `${path} is ${hex(address)}: its upper half must be zero on ${abi.name}`,
    );
  const element = elementLayout(list.handle, abi);
  if (list.length === 0n || !element) return warnings;
  if (address === 0n) {
    if (!list.optional)
      warn('handle-null', `${path} is NULL, and its list has ${counted(list.length, 'element')}`);
    return warnings;
  }
  if (address % BigInt(element.align) !== 0n)
    warn('handle-unaligned', `${path} is ${hex(address)}, not aligned to ${element.align}`);
  if (address + claimedSize(list, element) > 1n << (address >> pointerBits ? 64n : pointerBits))
    warn(
      'handle-wrap',
      `${path} is ${hex(address)}: a list of ${counted(list.length, 'element')} wraps around the address space`,
    );
  return warnings;
}

/** Lists that share bytes though one of them is written. */
export function overlapWarnings(
  lists: readonly ListReference[],
  abi: Abi,
  offsets: (path: string) => number,
): Warning[] {
  const spans = lists.flatMap((list) => {
    const element = elementLayout(list.handle, abi);
    return element && list.length > 0n && list.address !== 0n
      ? [{ list, start: list.address, end: list.address + claimedSize(list, element) }]
      : [];
  });
  return spans.flatMap((b, i) =>
    spans.slice(0, i).flatMap((a): Warning[] => {
      if (a.start >= b.end || b.start >= a.end) return [];
      if (a.list.direction === 'in' && b.list.direction === 'in') return [];
      const from = a.start > b.start ? a.start : b.start;
      const message = `${b.list.path} overlaps ${a.list.path} from ${hex(from)} on`;
      return [{ code: 'list-overlap', path: b.list.path, offset: offsets(b.list.path), message }];
    }),
  );
}
