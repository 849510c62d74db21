import { xen_memory_exchange } from '../../../abi/index.js';
import { type CompoundLayout, layoutOf } from '../../layout/index.js';
import { listsIn, offsetOf } from '../lists.js';
import { exchangeWarnings } from './exchange.js';
import { flagWarnings } from './flags.js';
import { handleWarnings, overlapWarnings } from './handles.js';
import { paddingWarnings } from './padding.js';
import type { Read, Warning } from './warning.js';

export type { Read, Warning, WarningCode } from './warning.js';

/**
 * All warnings of one struct, by offset. `optional` are the handles that may be NULL whatever
 * their length, as the command whose argument it is has them.
 */
export function warningsOf(read: Read, optional: readonly string[] = []): Warning[] {
  const { type, abi, value } = read;
  const layout: CompoundLayout = layoutOf(type, abi);
  const offsets = (path: string): number => offsetOf(layout, path);
  const lists = listsIn(type, value);
  return [
    ...paddingWarnings(read),
    ...flagWarnings(read),
    ...lists.flatMap((l) => handleWarnings(l, abi, offsets(l.path), optional.includes(l.path))),
    ...overlapWarnings(lists, abi, offsets),
    ...(type === xen_memory_exchange ? exchangeWarnings(value, offsets) : []),
  ].sort((a, b) => a.offset - b.offset);
}
