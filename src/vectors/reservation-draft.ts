import { DOMID_SELF, xen_memory_reservation } from '../../abi/index.js';
import type { Draft } from './case.js';
import type { Place } from './place.js';
import type { Site } from './site.js';

/** A reservation, told by what is special about it. */
export interface ReservationParts {
  readonly list: readonly bigint[];
  readonly order?: number;
  readonly flags?: number;
  readonly domid?: number;
  /** Where it is not the list's length. */
  readonly nrExtents?: bigint;
  readonly listAt?: Place;
  readonly at?: Place;
  readonly startExtent?: number;
  readonly caller?: number;
}

export function reservationDraft(parts: ReservationParts): Draft {
  const { list, order = 0, flags = 0, domid = DOMID_SELF, listAt } = parts;
  const { at, startExtent, caller, nrExtents = BigInt(list.length) } = parts;
  return {
    type: xen_memory_reservation,
    lists: [{ values: list, ...(listAt && { at: listAt }) }],
    value: ([extent_start]) => ({
      extent_start,
      nr_extents: nrExtents,
      extent_order: order,
      mem_flags: flags,
      domid,
    }),
    ...(at && { at }),
    ...(startExtent !== undefined && { startExtent }),
    ...(caller !== undefined && { caller }),
  };
}

/** Makes a reservation that nothing is wrong with, but for what is special. */
export type Make = (
  site: Site,
  parts: Partial<ReservationParts> & { readonly count?: number },
) => Draft;
