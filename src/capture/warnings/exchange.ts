import type { Warning } from './warning.js';

interface Reservation {
  readonly nr_extents: bigint;
  readonly extent_order: number;
}

/** What only an exchange can get wrong (memory.h: both sides give the same number of pages). */
export function exchangeWarnings(value: unknown, offsets: (path: string) => number): Warning[] {
  const {
    in: from,
    out: to,
    nr_exchanged,
  } = value as {
    in: Reservation;
    out: Reservation;
    nr_exchanged: bigint;
  };
  const warnings: Warning[] = [];
  if (nr_exchanged > from.nr_extents)
    warnings.push({
      code: 'nr-exchanged',
      path: 'nr_exchanged',
      offset: offsets('nr_exchanged'),
      message: `nr_exchanged is ${nr_exchanged}, more than in.nr_extents (${from.nr_extents})`,
    });
  const pages = ({ nr_extents, extent_order }: Reservation): bigint | undefined =>
    extent_order < 64 ? nr_extents << BigInt(extent_order) : undefined;
  if (pages(from) === undefined || pages(from) !== pages(to))
    warnings.push({
      code: 'size-mismatch',
      path: '',
      offset: 0,
      message:
        `in and out differ in size: ${from.nr_extents} extents of order ${from.extent_order}, ` +
        `${to.nr_extents} of order ${to.extent_order}`,
    });
  return warnings;
}
