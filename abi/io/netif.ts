/** io/netif.h. */
import {
  array,
  int16_t,
  pointer,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
  unsigned_int,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { RING_IDX, sring } from './ring.js';

export const xen_netif_ctrl_request = struct('xen_netif_ctrl_request', {
  id: uint16_t,
  type: uint16_t,
  data: array(uint32_t, 3),
});
export type XenNetifCtrlRequest = Infer<typeof xen_netif_ctrl_request>;

export const xen_netif_ctrl_response = struct('xen_netif_ctrl_response', {
  id: uint16_t,
  type: uint16_t,
  status: uint32_t,
  data: uint32_t,
});
export type XenNetifCtrlResponse = Infer<typeof xen_netif_ctrl_response>;

export const xen_netif_gref = struct('xen_netif_gref', {
  ref: grant_ref_t,
  flags: uint16_t,
  status: uint16_t,
});
export type XenNetifGref = Infer<typeof xen_netif_gref>;

export const netif_tx_request = struct('netif_tx_request', {
  gref: grant_ref_t,
  offset: uint16_t,
  flags: uint16_t,
  id: uint16_t,
  size: uint16_t,
});
export type NetifTxRequest = Infer<typeof netif_tx_request>;

export const netif_extra_info = struct('netif_extra_info', {
  type: uint8_t,
  flags: uint8_t,
  u: union(null, {
    gso: struct(null, {
      size: uint16_t,
      type: uint8_t,
      pad: uint8_t,
      features: uint16_t,
    }),
    mcast: struct(null, {
      addr: array(uint8_t, 6),
    }),
    hash: struct(null, {
      type: uint8_t,
      algorithm: uint8_t,
      value: array(uint8_t, 4),
    }),
    pad: array(uint16_t, 3),
  }),
});
export type NetifExtraInfo = Infer<typeof netif_extra_info>;

export const netif_tx_response = struct('netif_tx_response', {
  id: uint16_t,
  status: int16_t,
});
export type NetifTxResponse = Infer<typeof netif_tx_response>;

export const netif_rx_request = struct('netif_rx_request', {
  id: uint16_t,
  pad: uint16_t,
  gref: grant_ref_t,
});
export type NetifRxRequest = Infer<typeof netif_rx_request>;

export const netif_rx_response = struct('netif_rx_response', {
  id: uint16_t,
  offset: uint16_t,
  flags: uint16_t,
  status: int16_t,
});
export type NetifRxResponse = Infer<typeof netif_rx_response>;

export const netif_rx_back_ring = struct('netif_rx_back_ring', {
  rsp_prod_pvt: RING_IDX,
  req_cons: RING_IDX,
  nr_ents: unsigned_int,
  sring: pointer(),
});
export type NetifRxBackRing = Infer<typeof netif_rx_back_ring>;

export const netif_rx_front_ring = struct('netif_rx_front_ring', {
  req_prod_pvt: RING_IDX,
  rsp_cons: RING_IDX,
  nr_ents: unsigned_int,
  sring: pointer(),
});
export type NetifRxFrontRing = Infer<typeof netif_rx_front_ring>;

export const netif_rx_sring_entry = union('netif_rx_sring_entry', {
  req: netif_rx_request,
  rsp: netif_rx_response,
});
export type NetifRxSringEntry = Infer<typeof netif_rx_sring_entry>;

export const netif_rx_sring = sring('netif_rx_sring', netif_rx_sring_entry);
export type NetifRxSring = Infer<typeof netif_rx_sring>;

export const netif_tx_back_ring = struct('netif_tx_back_ring', {
  rsp_prod_pvt: RING_IDX,
  req_cons: RING_IDX,
  nr_ents: unsigned_int,
  sring: pointer(),
});
export type NetifTxBackRing = Infer<typeof netif_tx_back_ring>;

export const netif_tx_front_ring = struct('netif_tx_front_ring', {
  req_prod_pvt: RING_IDX,
  rsp_cons: RING_IDX,
  nr_ents: unsigned_int,
  sring: pointer(),
});
export type NetifTxFrontRing = Infer<typeof netif_tx_front_ring>;

export const netif_tx_sring_entry = union('netif_tx_sring_entry', {
  req: netif_tx_request,
  rsp: netif_tx_response,
});
export type NetifTxSringEntry = Infer<typeof netif_tx_sring_entry>;

export const netif_tx_sring = sring('netif_tx_sring', netif_tx_sring_entry);
export type NetifTxSring = Infer<typeof netif_tx_sring>;

export const xen_netif_ctrl_back_ring = struct('xen_netif_ctrl_back_ring', {
  rsp_prod_pvt: RING_IDX,
  req_cons: RING_IDX,
  nr_ents: unsigned_int,
  sring: pointer(),
});
export type XenNetifCtrlBackRing = Infer<typeof xen_netif_ctrl_back_ring>;

export const xen_netif_ctrl_front_ring = struct('xen_netif_ctrl_front_ring', {
  req_prod_pvt: RING_IDX,
  rsp_cons: RING_IDX,
  nr_ents: unsigned_int,
  sring: pointer(),
});
export type XenNetifCtrlFrontRing = Infer<typeof xen_netif_ctrl_front_ring>;

export const xen_netif_ctrl_sring_entry = union('xen_netif_ctrl_sring_entry', {
  req: xen_netif_ctrl_request,
  rsp: xen_netif_ctrl_response,
});
export type XenNetifCtrlSringEntry = Infer<typeof xen_netif_ctrl_sring_entry>;

export const xen_netif_ctrl_sring = sring('xen_netif_ctrl_sring', xen_netif_ctrl_sring_entry);
export type XenNetifCtrlSring = Infer<typeof xen_netif_ctrl_sring>;
