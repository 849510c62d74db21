import { counted } from '../../words/text.js';
import type { Warning } from './warning.js';

interface Reservation {
  readonly nr_extents: bigint;
  readonly extent_order: number;
}

/** Whether two sides have the same number of pages; an order may be any 32-bit number. */
function isEqual(a: Reservation, b: Reservation): boolean {
  if (a.extent_order < b.extent_order) return isEqual(b, a);
  // Past 64 bits only nothing is as much as nothing.
  const more = BigInt(Math.min(a.extent_order - b.extent_order, 64));
  return a.nr_extents << more === b.nr_extents;
}

const side = ({ nr_extents, extent_order }: Reservation): string =>
  `${counted(nr_extents, 'extent')} of order ${extent_order}`;

/** What only an exchange can get wrong (memory.h: both sides give the same number of pages). */
export function exchangeWarnings(value: unknown, offsets: (path: string) => number): Warning[] {
  const {
    in: from,
    out: to,
    nr_exchanged,
  } = value as { in: Reservation; out: Reservation; nr_exchanged: bigint };
  const warnings: Warning[] = [];
  if (nr_exchanged > from.nr_extents)
    warnings.push({
      code: 'nr-exchanged',
      path: 'nr_exchanged',
      offset: offsets('nr_exchanged'),
      message: `nr_exchanged is ${nr_exchanged}, more than in.nr_extents (${from.nr_extents})`,
    });
  if (!isEqual(from, to))
    warnings.push({
      code: 'size-mismatch',
      path: '',
      offset: 0,
      message: `in and out differ in size: ${side(from)}, ${side(to)}`,
    });
  return warnings;
}
