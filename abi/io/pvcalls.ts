/** io/pvcalls.h. */
import {
  array,
  field,
  flexible,
  int32_t,
  pointer,
  struct,
  type Infer,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, RING_IDX, sring, sringEntry } from './ring.js';

export const pvcalls_data_intf = struct('pvcalls_data_intf', {
  in_cons: RING_IDX,
  in_prod: RING_IDX,
  in_error: RING_IDX,
  pad1: array(uint8_t, 52),
  out_cons: RING_IDX,
  out_prod: RING_IDX,
  out_error: RING_IDX,
  pad2: array(uint8_t, 52),
  ring_order: RING_IDX,
  ref: flexible(grant_ref_t),
});
export type PvcallsDataIntf = Infer<typeof pvcalls_data_intf>;

export const xen_pvcalls_socket = struct('xen_pvcalls_socket', {
  id: uint64_t,
  domain: uint32_t,
  type: uint32_t,
  protocol: uint32_t,
  pad: field(array(uint8_t, 4), { since: '4.14' }),
});
export type XenPvcallsSocket = Infer<typeof xen_pvcalls_socket>;

export const xen_pvcalls_connect = struct('xen_pvcalls_connect', {
  id: uint64_t,
  addr: array(uint8_t, 28),
  len: uint32_t,
  flags: uint32_t,
  ref: grant_ref_t,
  evtchn: uint32_t,
  pad: field(array(uint8_t, 4), { since: '4.14' }),
});
export type XenPvcallsConnect = Infer<typeof xen_pvcalls_connect>;

export const xen_pvcalls_release = struct('xen_pvcalls_release', {
  id: uint64_t,
  reuse: uint8_t,
  pad: field(array(uint8_t, 7), { since: '4.14' }),
});
export type XenPvcallsRelease = Infer<typeof xen_pvcalls_release>;

export const xen_pvcalls_bind = struct('xen_pvcalls_bind', {
  id: uint64_t,
  addr: array(uint8_t, 28),
  len: uint32_t,
});
export type XenPvcallsBind = Infer<typeof xen_pvcalls_bind>;

export const xen_pvcalls_listen = struct('xen_pvcalls_listen', {
  id: uint64_t,
  backlog: uint32_t,
  pad: field(array(uint8_t, 4), { since: '4.14' }),
});
export type XenPvcallsListen = Infer<typeof xen_pvcalls_listen>;

export const xen_pvcalls_accept = struct('xen_pvcalls_accept', {
  id: uint64_t,
  id_new: uint64_t,
  ref: grant_ref_t,
  evtchn: uint32_t,
});
export type XenPvcallsAccept = Infer<typeof xen_pvcalls_accept>;

export const xen_pvcalls_poll = struct('xen_pvcalls_poll', {
  id: uint64_t,
});
export type XenPvcallsPoll = Infer<typeof xen_pvcalls_poll>;

export const xen_pvcalls_dummy = struct('xen_pvcalls_dummy', {
  dummy: array(uint8_t, 56),
});
export type XenPvcallsDummy = Infer<typeof xen_pvcalls_dummy>;

export const xen_pvcalls_request = struct('xen_pvcalls_request', {
  req_id: uint32_t,
  cmd: uint32_t,
  u: union(null, {
    socket: xen_pvcalls_socket,
    connect: xen_pvcalls_connect,
    release: xen_pvcalls_release,
    bind: xen_pvcalls_bind,
    listen: xen_pvcalls_listen,
    accept: xen_pvcalls_accept,
    poll: xen_pvcalls_poll,
    dummy: xen_pvcalls_dummy,
  }),
});
export type XenPvcallsRequest = Infer<typeof xen_pvcalls_request>;

export const _xen_pvcalls_socket = struct('_xen_pvcalls_socket', {
  id: uint64_t,
});

export const _xen_pvcalls_connect = struct('_xen_pvcalls_connect', {
  id: uint64_t,
});

export const _xen_pvcalls_release = struct('_xen_pvcalls_release', {
  id: uint64_t,
});

export const _xen_pvcalls_bind = struct('_xen_pvcalls_bind', {
  id: uint64_t,
});

export const _xen_pvcalls_listen = struct('_xen_pvcalls_listen', {
  id: uint64_t,
});

export const _xen_pvcalls_accept = struct('_xen_pvcalls_accept', {
  id: uint64_t,
});

export const _xen_pvcalls_poll = struct('_xen_pvcalls_poll', {
  id: uint64_t,
});

export const _xen_pvcalls_dummy = struct('_xen_pvcalls_dummy', {
  dummy: array(uint8_t, 8),
});

export const xen_pvcalls_response = struct('xen_pvcalls_response', {
  req_id: uint32_t,
  cmd: uint32_t,
  ret: int32_t,
  pad: uint32_t,
  u: union(null, {
    socket: _xen_pvcalls_socket,
    connect: _xen_pvcalls_connect,
    release: _xen_pvcalls_release,
    bind: _xen_pvcalls_bind,
    listen: _xen_pvcalls_listen,
    accept: _xen_pvcalls_accept,
    poll: _xen_pvcalls_poll,
    dummy: _xen_pvcalls_dummy,
  }),
});
export type XenPvcallsResponse = Infer<typeof xen_pvcalls_response>;

export const pvcalls_data = struct('pvcalls_data', {
  in: pointer(),
  out: pointer(),
});
export type PvcallsData = Infer<typeof pvcalls_data>;

/** What a backend keeps of the ring for itself. */
export const xen_pvcalls_back_ring = backRing('xen_pvcalls_back_ring');
export type XenPvcallsBackRing = Infer<typeof xen_pvcalls_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const xen_pvcalls_front_ring = frontRing('xen_pvcalls_front_ring');
export type XenPvcallsFrontRing = Infer<typeof xen_pvcalls_front_ring>;

/** A slot of the ring. */
export const xen_pvcalls_sring_entry = sringEntry(
  'xen_pvcalls_sring_entry',
  xen_pvcalls_request,
  xen_pvcalls_response,
);
export type XenPvcallsSringEntry = Infer<typeof xen_pvcalls_sring_entry>;

/** The ring. */
export const xen_pvcalls_sring = sring('xen_pvcalls_sring', xen_pvcalls_sring_entry);
export type XenPvcallsSring = Infer<typeof xen_pvcalls_sring>;
