/** argo.h: messages between domains, which the hypervisor copies. */
import {
  array,
  flexible,
  struct,
  type Infer,
  typedef,
  uint16_t,
  uint32_t,
  uint8_t,
  flags,
  field,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE, domid_t } from './xen.js';
import { DOMID_INVALID } from './xen.js';

/** Any domain may send. */
export const XEN_ARGO_DOMID_ANY = DOMID_INVALID;
/** Bytes of the largest ring. */
export const XEN_ARGO_MAX_RING_SIZE = 0x1000000;
/** Buffers of a message, at most. */
export const XEN_ARGO_MAXIOV = 8;

/** A part of a message. */
export const xen_argo_iov = struct('xen_argo_iov', {
  iov_hnd: field(XEN_GUEST_HANDLE(uint8_t, 'iov_len', 'uint8'), {
    direction: 'in',
    doc: 'its bytes',
  }),
  iov_len: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'how many' }),
  pad: field(uint32_t, { direction: 'in', doc: 'must be 0' }),
});
export type XenArgoIov = Infer<typeof xen_argo_iov>;

/** A domain's port for messages; it is no event channel. */
export const xen_argo_port_t = typedef('xen_argo_port_t', uint32_t);

/** Where messages come from or go to. */
export const xen_argo_addr = struct('xen_argo_addr', {
  aport: field(xen_argo_port_t, { direction: 'inout', doc: 'the port' }),
  domain_id: field(domid_t, { direction: 'inout', doc: 'the domain' }),
  pad: field(uint16_t, { direction: 'inout', doc: 'must be 0' }),
});
export type XenArgoAddr = Infer<typeof xen_argo_addr>;

/** Who sends to whom. */
export const xen_argo_send_addr = struct('xen_argo_send_addr', {
  src: field(xen_argo_addr, { direction: 'in', doc: 'the sender' }),
  dst: field(xen_argo_addr, { direction: 'in', doc: 'the receiver' }),
});
export type XenArgoSendAddr = Infer<typeof xen_argo_send_addr>;

/** A ring of messages, which its owner shares with the hypervisor. */
export const xen_argo_ring = struct('xen_argo_ring', {
  rx_ptr: field(uint32_t, { direction: 'inout', unit: 'bytes', doc: 'how far the owner has read' }),
  tx_ptr: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'how far the hypervisor has written',
  }),
  reserved: field(array(uint8_t, 56), { direction: 'inout', doc: 'unused' }),
  ring: field(flexible(uint8_t), { direction: 'inout', doc: 'the messages' }),
});
export type XenArgoRing = Infer<typeof xen_argo_ring>;

/** Registers a ring. */
export const xen_argo_register_ring = struct('xen_argo_register_ring', {
  aport: field(xen_argo_port_t, { direction: 'in', doc: "the owner's port" }),
  partner_id: field(domid_t, { direction: 'in', doc: 'who may send; XEN_ARGO_DOMID_ANY: anybody' }),
  pad: field(uint16_t, { direction: 'in', doc: 'must be 0' }),
  len: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'length of the ring' }),
});
export type XenArgoRegisterRing = Infer<typeof xen_argo_register_ring>;

/** Removes a ring. */
export const xen_argo_unregister_ring = struct('xen_argo_unregister_ring', {
  aport: field(xen_argo_port_t, { direction: 'in', doc: "the owner's port" }),
  partner_id: field(domid_t, { direction: 'in', doc: 'who might send' }),
  pad: field(uint16_t, { direction: 'in', doc: 'must be 0' }),
});
export type XenArgoUnregisterRing = Infer<typeof xen_argo_unregister_ring>;

/** Messages are filled up to a multiple of so many bytes. */
export const XEN_ARGO_MSG_SLOT_SIZE = 0x10;
export const XEN_ARGO_RING_EXISTS = 1 << 0;
/** More than one may send to it. */
export const XEN_ARGO_RING_SHARED = 1 << 1;
export const XEN_ARGO_RING_EMPTY = 1 << 2;
/** There is room. */
export const XEN_ARGO_RING_SUFFICIENT = 1 << 3;
/** There will never be so much room. */
export const XEN_ARGO_RING_EMSGSIZE = 1 << 4;
/** Too many wait for room. */
export const XEN_ARGO_RING_EBUSY = 1 << 5;
/** What holds for a ring. */
export const xen_argo_ring_flags = flags('xen_argo_ring_flags', uint16_t, {
  XEN_ARGO_RING_EXISTS,
  XEN_ARGO_RING_SHARED,
  XEN_ARGO_RING_EMPTY,
  XEN_ARGO_RING_SUFFICIENT,
  XEN_ARGO_RING_EMSGSIZE,
  XEN_ARGO_RING_EBUSY,
});

/** A ring that is asked about. */
export const xen_argo_ring_data_ent = struct('xen_argo_ring_data_ent', {
  ring: field(xen_argo_addr, { direction: 'in', doc: 'where it is' }),
  flags: field(xen_argo_ring_flags, { direction: 'out', doc: 'what holds for it' }),
  pad: field(uint16_t, { direction: 'in', doc: 'must be 0' }),
  space_required: field(uint32_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'the room that is needed; 0: none',
  }),
  max_message_size: field(uint32_t, {
    direction: 'out',
    unit: 'bytes',
    doc: 'the longest message that it takes',
  }),
});
export type XenArgoRingDataEnt = Infer<typeof xen_argo_ring_data_ent>;

/** Asks about rings, and to be told when they have room. */
export const xen_argo_ring_data = struct('xen_argo_ring_data', {
  nent: field(uint32_t, { direction: 'in', unit: 'count', doc: 'rings asked about' }),
  pad: field(uint32_t, { direction: 'in', doc: 'must be 0' }),
  data: field(flexible(xen_argo_ring_data_ent), { direction: 'inout', doc: 'the rings' }),
});
export type XenArgoRingData = Infer<typeof xen_argo_ring_data>;

/** What a message in a ring begins with. */
export const xen_argo_ring_message_header = struct('xen_argo_ring_message_header', {
  len: field(uint32_t, {
    direction: 'out',
    unit: 'bytes',
    doc: "its length, this header's 16 bytes among them",
  }),
  source: field(xen_argo_addr, { direction: 'out', doc: 'the sender' }),
  message_type: field(uint32_t, { direction: 'out', doc: 'what the sender says that it is' }),
  data: field(flexible(uint8_t), { direction: 'out', doc: 'the message' }),
});
export type XenArgoRingMessageHeader = Infer<typeof xen_argo_ring_message_header>;

export const XEN_ARGO_OP_register_ring = 1;
/** A flag of registering: a ring that exists stays as it is. */
export const XEN_ARGO_REGISTER_FLAG_FAIL_EXIST = 0x1;
export const XEN_ARGO_OP_unregister_ring = 2;
export const XEN_ARGO_OP_sendv = 3;
export const XEN_ARGO_OP_notify = 4;
