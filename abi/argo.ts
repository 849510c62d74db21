/** argo.h. */
import {
  array,
  flexible,
  struct,
  type Infer,
  typedef,
  uint16_t,
  uint32_t,
  uint8_t,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE, domid_t } from './xen.js';

export const xen_argo_iov = struct('xen_argo_iov', {
  iov_hnd: XEN_GUEST_HANDLE(uint8_t, undefined, 'uint8'),
  iov_len: uint32_t,
  pad: uint32_t,
});
export type XenArgoIov = Infer<typeof xen_argo_iov>;

export const xen_argo_port_t = typedef('xen_argo_port_t', uint32_t);

export const xen_argo_addr = struct('xen_argo_addr', {
  aport: xen_argo_port_t,
  domain_id: domid_t,
  pad: uint16_t,
});
export type XenArgoAddr = Infer<typeof xen_argo_addr>;

export const xen_argo_send_addr = struct('xen_argo_send_addr', {
  src: xen_argo_addr,
  dst: xen_argo_addr,
});
export type XenArgoSendAddr = Infer<typeof xen_argo_send_addr>;

export const xen_argo_ring = struct('xen_argo_ring', {
  rx_ptr: uint32_t,
  tx_ptr: uint32_t,
  reserved: array(uint8_t, 56),
  ring: flexible(uint8_t),
});
export type XenArgoRing = Infer<typeof xen_argo_ring>;

export const xen_argo_register_ring = struct('xen_argo_register_ring', {
  aport: xen_argo_port_t,
  partner_id: domid_t,
  pad: uint16_t,
  len: uint32_t,
});
export type XenArgoRegisterRing = Infer<typeof xen_argo_register_ring>;

export const xen_argo_unregister_ring = struct('xen_argo_unregister_ring', {
  aport: xen_argo_port_t,
  partner_id: domid_t,
  pad: uint16_t,
});
export type XenArgoUnregisterRing = Infer<typeof xen_argo_unregister_ring>;

export const xen_argo_ring_data_ent = struct('xen_argo_ring_data_ent', {
  ring: xen_argo_addr,
  flags: uint16_t,
  pad: uint16_t,
  space_required: uint32_t,
  max_message_size: uint32_t,
});
export type XenArgoRingDataEnt = Infer<typeof xen_argo_ring_data_ent>;

export const xen_argo_ring_data = struct('xen_argo_ring_data', {
  nent: uint32_t,
  pad: uint32_t,
  data: flexible(xen_argo_ring_data_ent),
});
export type XenArgoRingData = Infer<typeof xen_argo_ring_data>;

export const xen_argo_ring_message_header = struct('xen_argo_ring_message_header', {
  len: uint32_t,
  source: xen_argo_addr,
  message_type: uint32_t,
  data: flexible(uint8_t),
});
export type XenArgoRingMessageHeader = Infer<typeof xen_argo_ring_message_header>;
