import { xen_memory_exchange } from '../../../abi/index.js';
import { type CompoundLayout, layoutOf } from '../../layout/index.js';
import { type ListReference, listsIn, offsetOf } from '../lists.js';
import { exchangeWarnings } from './exchange.js';
import { flagWarnings } from './flags.js';
import { handleWarnings, overlapWarnings } from './handles.js';
import { paddingWarnings } from './padding.js';
import type { Read, Warning } from './warning.js';
import { zeroWarnings } from './zero.js';

export type { Read, Warning, WarningCode } from './warning.js';

/**
 * All warnings of one struct, by offset.
 * @param lists those that its handles point to, where somebody knows better than the declaration
 */
export function warningsOf(
  read: Read,
  lists: readonly ListReference[] = listsIn(read.type, read.value),
): Warning[] {
  const { type, abi, value } = read;
  const layout: CompoundLayout = layoutOf(type, abi);
  const offsets = (path: string): number => offsetOf(layout, path);
  return [
    ...paddingWarnings(read),
    ...flagWarnings(read),
    ...zeroWarnings(read),
    ...lists.flatMap((list) => handleWarnings(list, abi, offsets(list.path))),
    ...overlapWarnings(lists, abi, offsets),
    ...(type === xen_memory_exchange ? exchangeWarnings(value, offsets) : []),
  ].sort((a, b) => a.offset - b.offset);
}
