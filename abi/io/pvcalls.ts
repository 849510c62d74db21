/** io/pvcalls.h: sockets that a backend makes for a domain. */
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
  enumeration,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, RING_IDX, sring, sringEntry } from './ring.js';

/** The page that describes a connection's two rings of bytes. */
export const pvcalls_data_intf = struct('pvcalls_data_intf', {
  in_cons: field(RING_IDX, { direction: 'in', unit: 'bytes', doc: 'what the frontend has read' }),
  in_prod: field(RING_IDX, {
    direction: 'out',
    unit: 'bytes',
    doc: 'what the backend has written',
  }),
  in_error: field(RING_IDX, { direction: 'out', unit: 'errno', doc: 'why nothing comes any more' }),
  pad1: field(array(uint8_t, 52), { direction: 'in', doc: 'unused' }),
  out_cons: field(RING_IDX, { direction: 'out', unit: 'bytes', doc: 'what the backend has read' }),
  out_prod: field(RING_IDX, {
    direction: 'in',
    unit: 'bytes',
    doc: 'what the frontend has written',
  }),
  out_error: field(RING_IDX, { direction: 'out', unit: 'errno', doc: 'why nothing goes any more' }),
  pad2: field(array(uint8_t, 52), { direction: 'in', doc: 'unused' }),
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
export type PvcallsDataIntf = Infer<typeof pvcalls_data_intf>;

export const PVCALLS_SOCKET = 0;
export const PVCALLS_CONNECT = 1;
export const PVCALLS_RELEASE = 2;
export const PVCALLS_BIND = 3;
export const PVCALLS_LISTEN = 4;
export const PVCALLS_ACCEPT = 5;
export const PVCALLS_POLL = 6;
/** What to do with a socket. */
export const pvcalls_cmd = enumeration('pvcalls_cmd', uint32_t, {
  PVCALLS_SOCKET,
  PVCALLS_CONNECT,
  PVCALLS_RELEASE,
  PVCALLS_BIND,
  PVCALLS_LISTEN,
  PVCALLS_ACCEPT,
  PVCALLS_POLL,
});

/** Makes a socket. */
export const xen_pvcalls_socket = struct('xen_pvcalls_socket', {
  id: field(uint64_t, { direction: 'in', doc: "the frontend's name of it" }),
  domain: field(uint32_t, { direction: 'in', doc: '2: AF_INET' }),
  type: field(uint32_t, { direction: 'in', doc: '1: SOCK_STREAM' }),
  protocol: field(uint32_t, { direction: 'in', doc: 'must be 0' }),
  pad: field(array(uint8_t, 4), { since: '4.14', direction: 'in', doc: 'unused' }),
});
export type XenPvcallsSocket = Infer<typeof xen_pvcalls_socket>;

/** Connects a socket. */
export const xen_pvcalls_connect = struct('xen_pvcalls_connect', {
  id: field(uint64_t, { direction: 'in', doc: 'the socket' }),
  addr: field(array(uint8_t, 28), { direction: 'in', doc: 'whereto, a sockaddr_in of Linux' }),
  len: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'length of the address' }),
  flags: field(uint32_t, { direction: 'in', doc: 'must be 0' }),
  ref: field(grant_ref_t, {
    direction: 'in',
    doc: 'the grant of the page that describes the rings',
  }),
  evtchn: field(uint32_t, { direction: 'in', doc: 'the event channel of the connection' }),
  pad: field(array(uint8_t, 4), { since: '4.14', direction: 'in', doc: 'unused' }),
});
export type XenPvcallsConnect = Infer<typeof xen_pvcalls_connect>;

/** Closes a socket. */
export const xen_pvcalls_release = struct('xen_pvcalls_release', {
  id: field(uint64_t, { direction: 'in', doc: 'the socket' }),
  reuse: field(uint8_t, { direction: 'in', doc: 'not 0: its rings may be used again' }),
  pad: field(array(uint8_t, 7), { since: '4.14', direction: 'in', doc: 'unused' }),
});
export type XenPvcallsRelease = Infer<typeof xen_pvcalls_release>;

/** Gives a socket an address. */
export const xen_pvcalls_bind = struct('xen_pvcalls_bind', {
  id: field(uint64_t, { direction: 'in', doc: 'the socket' }),
  addr: field(array(uint8_t, 28), { direction: 'in', doc: 'the address, a sockaddr_in of Linux' }),
  len: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'length of the address' }),
});
export type XenPvcallsBind = Infer<typeof xen_pvcalls_bind>;

/** Lets a socket take connections. */
export const xen_pvcalls_listen = struct('xen_pvcalls_listen', {
  id: field(uint64_t, { direction: 'in', doc: 'the socket' }),
  backlog: field(uint32_t, { direction: 'in', unit: 'count', doc: 'connections that may wait' }),
  pad: field(array(uint8_t, 4), { since: '4.14', direction: 'in', doc: 'unused' }),
});
export type XenPvcallsListen = Infer<typeof xen_pvcalls_listen>;

/** Takes a connection. */
export const xen_pvcalls_accept = struct('xen_pvcalls_accept', {
  id: field(uint64_t, { direction: 'in', doc: 'the socket' }),
  id_new: field(uint64_t, { direction: 'in', doc: "the frontend's name of the new socket" }),
  ref: field(grant_ref_t, {
    direction: 'in',
    doc: 'the grant of the page that describes the rings',
  }),
  evtchn: field(uint32_t, { direction: 'in', doc: 'the event channel of the connection' }),
});
export type XenPvcallsAccept = Infer<typeof xen_pvcalls_accept>;

/** Waits for a connection. */
export const xen_pvcalls_poll = struct('xen_pvcalls_poll', {
  id: field(uint64_t, { direction: 'in', doc: 'the socket' }),
});
export type XenPvcallsPoll = Infer<typeof xen_pvcalls_poll>;

/** The length of a request's body. */
export const xen_pvcalls_dummy = struct('xen_pvcalls_dummy', {
  dummy: field(array(uint8_t, 56), { direction: 'in', doc: 'unused' }),
});
export type XenPvcallsDummy = Infer<typeof xen_pvcalls_dummy>;

/** Does something with a socket. */
export const xen_pvcalls_request = struct('xen_pvcalls_request', {
  req_id: field(uint32_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  cmd: field(pvcalls_cmd, { direction: 'in', doc: 'what to do' }),
  u: field(
    union(
      null,
      {
        socket: field(xen_pvcalls_socket, { direction: 'in', doc: 'PVCALLS_SOCKET' }),
        connect: field(xen_pvcalls_connect, { direction: 'in', doc: 'PVCALLS_CONNECT' }),
        release: field(xen_pvcalls_release, { direction: 'in', doc: 'PVCALLS_RELEASE' }),
        bind: field(xen_pvcalls_bind, { direction: 'in', doc: 'PVCALLS_BIND' }),
        listen: field(xen_pvcalls_listen, { direction: 'in', doc: 'PVCALLS_LISTEN' }),
        accept: field(xen_pvcalls_accept, { direction: 'in', doc: 'PVCALLS_ACCEPT' }),
        poll: field(xen_pvcalls_poll, { direction: 'in', doc: 'PVCALLS_POLL' }),
        dummy: field(xen_pvcalls_dummy, { direction: 'in', doc: 'room for all' }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [PVCALLS_SOCKET]: 'socket',
            [PVCALLS_CONNECT]: 'connect',
            [PVCALLS_RELEASE]: 'release',
            [PVCALLS_BIND]: 'bind',
            [PVCALLS_LISTEN]: 'listen',
            [PVCALLS_ACCEPT]: 'accept',
            [PVCALLS_POLL]: 'poll',
          },
        },
      },
    ),
    { direction: 'in', doc: 'depends on that' },
  ),
});
export type XenPvcallsRequest = Infer<typeof xen_pvcalls_request>;

/** The answer to making a socket. */
export const _xen_pvcalls_socket = struct('_xen_pvcalls_socket', {
  id: field(uint64_t, { direction: 'out', doc: 'the socket' }),
});

/** The answer to connecting. */
export const _xen_pvcalls_connect = struct('_xen_pvcalls_connect', {
  id: field(uint64_t, { direction: 'out', doc: 'the socket' }),
});

/** The answer to closing. */
export const _xen_pvcalls_release = struct('_xen_pvcalls_release', {
  id: field(uint64_t, { direction: 'out', doc: 'the socket' }),
});

/** The answer to giving an address. */
export const _xen_pvcalls_bind = struct('_xen_pvcalls_bind', {
  id: field(uint64_t, { direction: 'out', doc: 'the socket' }),
});

/** The answer to listening. */
export const _xen_pvcalls_listen = struct('_xen_pvcalls_listen', {
  id: field(uint64_t, { direction: 'out', doc: 'the socket' }),
});

/** The answer to taking a connection. */
export const _xen_pvcalls_accept = struct('_xen_pvcalls_accept', {
  id: field(uint64_t, { direction: 'out', doc: 'the socket' }),
});

/** The answer to waiting for a connection. */
export const _xen_pvcalls_poll = struct('_xen_pvcalls_poll', {
  id: field(uint64_t, { direction: 'out', doc: 'the socket' }),
});

/** The length of a response's body. */
export const _xen_pvcalls_dummy = struct('_xen_pvcalls_dummy', {
  dummy: field(array(uint8_t, 8), { direction: 'out', doc: 'unused' }),
});

/** The answer to a request. */
export const xen_pvcalls_response = struct('xen_pvcalls_response', {
  req_id: field(uint32_t, { direction: 'out', doc: 'that of the request' }),
  cmd: field(pvcalls_cmd, { direction: 'out', doc: 'that of the request' }),
  ret: field(int32_t, {
    direction: 'out',
    unit: 'errno',
    doc: 'what came of it: 0 or a negative error',
  }),
  pad: field(uint32_t, { direction: 'out', doc: 'unused' }),
  u: field(
    union(
      null,
      {
        socket: field(_xen_pvcalls_socket, { direction: 'out', doc: 'PVCALLS_SOCKET' }),
        connect: field(_xen_pvcalls_connect, { direction: 'out', doc: 'PVCALLS_CONNECT' }),
        release: field(_xen_pvcalls_release, { direction: 'out', doc: 'PVCALLS_RELEASE' }),
        bind: field(_xen_pvcalls_bind, { direction: 'out', doc: 'PVCALLS_BIND' }),
        listen: field(_xen_pvcalls_listen, { direction: 'out', doc: 'PVCALLS_LISTEN' }),
        accept: field(_xen_pvcalls_accept, { direction: 'out', doc: 'PVCALLS_ACCEPT' }),
        poll: field(_xen_pvcalls_poll, { direction: 'out', doc: 'PVCALLS_POLL' }),
        dummy: field(_xen_pvcalls_dummy, { direction: 'out', doc: 'room for all' }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [PVCALLS_SOCKET]: 'socket',
            [PVCALLS_CONNECT]: 'connect',
            [PVCALLS_RELEASE]: 'release',
            [PVCALLS_BIND]: 'bind',
            [PVCALLS_LISTEN]: 'listen',
            [PVCALLS_ACCEPT]: 'accept',
            [PVCALLS_POLL]: 'poll',
          },
        },
      },
    ),
    { direction: 'out', doc: 'depends on that' },
  ),
});
export type XenPvcallsResponse = Infer<typeof xen_pvcalls_response>;

/** What an end keeps of a connection's rings. */
export const pvcalls_data = struct('pvcalls_data', {
  in: field(pointer(), { direction: 'in', doc: 'what comes' }),
  out: field(pointer(), { direction: 'in', doc: 'what goes' }),
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
