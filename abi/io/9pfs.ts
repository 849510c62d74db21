/** io/9pfs.h: file systems by the protocol 9P. */
import {
  array,
  flexible,
  pointer,
  struct,
  type Infer,
  uint8_t,
  field,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { RING_IDX } from './ring.js';

/** What an end keeps of the two rings of bytes. */
export const xen_9pfs_data = struct('xen_9pfs_data', {
  in: field(pointer(), { direction: 'in', doc: 'what comes' }),
  out: field(pointer(), { direction: 'in', doc: 'what goes' }),
});
export type Xen_9pfsData = Infer<typeof xen_9pfs_data>;

/** The page that describes two rings of bytes. */
export const xen_9pfs_data_intf = struct('xen_9pfs_data_intf', {
  in_cons: field(RING_IDX, { direction: 'in', unit: 'bytes', doc: 'what the frontend has read' }),
  in_prod: field(RING_IDX, {
    direction: 'out',
    unit: 'bytes',
    doc: 'what the backend has written',
  }),
  pad1: field(array(uint8_t, 56), { direction: 'in', doc: 'unused' }),
  out_cons: field(RING_IDX, { direction: 'out', unit: 'bytes', doc: 'what the backend has read' }),
  out_prod: field(RING_IDX, {
    direction: 'in',
    unit: 'bytes',
    doc: 'what the frontend has written',
  }),
  pad2: field(array(uint8_t, 56), { direction: 'in', doc: 'unused' }),
  ring_order: field(RING_IDX, {
    direction: 'in',
    unit: 'order',
    doc: 'pages of both rings together',
  }),
  ref: field(flexible(grant_ref_t), {
    direction: 'in',
    doc: 'their grants: the first half are of the ring that comes',
  }),
});
export type Xen_9pfsDataIntf = Infer<typeof xen_9pfs_data_intf>;
