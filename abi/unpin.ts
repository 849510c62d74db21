/**
 * The pin calls that were proposed for Arm in August 2013 and never entered Xen. No public header
 * of any release declares them; the facts are those of the Linux series' header, version 4.
 */
import { field, struct, type Infer } from '../src/schema/index.js';
import { xen_memory_reservation } from './memory.js';

/** Its argument is `xen_memory_exchange`. Xen 4.5 gave the number to `XENMEM_get_vnumainfo`. */
export const XENMEM_exchange_and_pin = 26;
/** Xen 4.6 gave the number to `XENMEM_reserved_device_memory_map`. */
export const XENMEM_unpin = 27;

/** What to unpin. The proposal has no field that reports progress. */
export const xen_unpin = struct('xen_unpin', {
  in: field(xen_memory_reservation, {
    direction: 'in',
    doc: 'the extents to unpin; its mem_flags are ignored',
  }),
});
export type XenUnpin = Infer<typeof xen_unpin>;
