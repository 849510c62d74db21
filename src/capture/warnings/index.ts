import { type CompoundLayout, layoutOf } from '../../layout/index.js';
import type { Direction } from '../../schema/index.js';
import { listsIn, offsetOf } from '../lists.js';
import { exchangeWarnings } from './exchange.js';
import { flagWarnings } from './flags.js';
import { handleWarnings, overlapWarnings } from './handles.js';
import { paddingWarnings } from './padding.js';
import type { Read, Warning } from './warning.js';

export type { Read, Warning, WarningCode } from './warning.js';

/** What a command says of the handles in its argument. */
export interface CommandNotes {
  /** Those that may be NULL whatever their length. */
  readonly optional?: readonly string[] | undefined;
  /** Which way each list goes, where the struct alone does not say. */
  readonly directions?: ReadonlyMap<string, Direction | undefined>;
}

/**
 * All warnings of one struct, by offset; of a command's argument, in the command's light.
 */
export function warningsOf(
  read: Read,
  { optional = [], directions }: CommandNotes = {},
): Warning[] {
  const { type, abi, value } = read;
  const layout: CompoundLayout = layoutOf(type, abi);
  const offsets = (path: string): number => offsetOf(layout, path);
  const lists = listsIn(type, value).map((list) => {
    const direction = directions?.get(list.path) ?? list.direction;
    return { ...list, ...(direction && { direction }) };
  });
  return [
    ...paddingWarnings(read),
    ...flagWarnings(read),
    ...lists.flatMap((l) => handleWarnings(l, abi, offsets(l.path), optional.includes(l.path))),
    ...overlapWarnings(lists, abi, offsets),
    ...(type.name === 'xen_memory_exchange' ? exchangeWarnings(value, offsets) : []),
  ].sort((a, b) => a.offset - b.offset);
}
