/** io/9pfs.h. */
import { array, flexible, pointer, struct, type Infer, uint8_t } from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { RING_IDX } from './ring.js';

export const xen_9pfs_data = struct('xen_9pfs_data', {
  in: pointer(),
  out: pointer(),
});
export type Xen_9pfsData = Infer<typeof xen_9pfs_data>;

export const xen_9pfs_data_intf = struct('xen_9pfs_data_intf', {
  in_cons: RING_IDX,
  in_prod: RING_IDX,
  pad1: array(uint8_t, 56),
  out_cons: RING_IDX,
  out_prod: RING_IDX,
  pad2: array(uint8_t, 56),
  ring_order: RING_IDX,
  ref: flexible(grant_ref_t),
});
export type Xen_9pfsDataIntf = Infer<typeof xen_9pfs_data_intf>;
