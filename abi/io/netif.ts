/** io/netif.h. */
import {
  array,
  int16_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

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

/** What a backend keeps of the ring for itself. */
export const netif_rx_back_ring = backRing('netif_rx_back_ring');
export type NetifRxBackRing = Infer<typeof netif_rx_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const netif_rx_front_ring = frontRing('netif_rx_front_ring');
export type NetifRxFrontRing = Infer<typeof netif_rx_front_ring>;

/** A slot of the ring. */
export const netif_rx_sring_entry = sringEntry(
  'netif_rx_sring_entry',
  netif_rx_request,
  netif_rx_response,
);
export type NetifRxSringEntry = Infer<typeof netif_rx_sring_entry>;

/** The ring. */
export const netif_rx_sring = sring('netif_rx_sring', netif_rx_sring_entry);
export type NetifRxSring = Infer<typeof netif_rx_sring>;

/** What a backend keeps of the ring for itself. */
export const netif_tx_back_ring = backRing('netif_tx_back_ring');
export type NetifTxBackRing = Infer<typeof netif_tx_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const netif_tx_front_ring = frontRing('netif_tx_front_ring');
export type NetifTxFrontRing = Infer<typeof netif_tx_front_ring>;

/** A slot of the ring. */
export const netif_tx_sring_entry = sringEntry(
  'netif_tx_sring_entry',
  netif_tx_request,
  netif_tx_response,
);
export type NetifTxSringEntry = Infer<typeof netif_tx_sring_entry>;

/** The ring. */
export const netif_tx_sring = sring('netif_tx_sring', netif_tx_sring_entry);
export type NetifTxSring = Infer<typeof netif_tx_sring>;

/** What a backend keeps of the ring for itself. */
export const xen_netif_ctrl_back_ring = backRing('xen_netif_ctrl_back_ring');
export type XenNetifCtrlBackRing = Infer<typeof xen_netif_ctrl_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const xen_netif_ctrl_front_ring = frontRing('xen_netif_ctrl_front_ring');
export type XenNetifCtrlFrontRing = Infer<typeof xen_netif_ctrl_front_ring>;

/** A slot of the ring. */
export const xen_netif_ctrl_sring_entry = sringEntry(
  'xen_netif_ctrl_sring_entry',
  xen_netif_ctrl_request,
  xen_netif_ctrl_response,
);
export type XenNetifCtrlSringEntry = Infer<typeof xen_netif_ctrl_sring_entry>;

/** The ring. */
export const xen_netif_ctrl_sring = sring('xen_netif_ctrl_sring', xen_netif_ctrl_sring_entry);
export type XenNetifCtrlSring = Infer<typeof xen_netif_ctrl_sring>;
