/** io/usbif.h. */
import {
  array,
  int32_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const usbif_request_segment = struct('usbif_request_segment', {
  gref: grant_ref_t,
  offset: uint16_t,
  length: uint16_t,
});
export type UsbifRequestSegment = Infer<typeof usbif_request_segment>;

export const usbif_urb_request = struct('usbif_urb_request', {
  id: uint16_t,
  nr_buffer_segs: uint16_t,
  pipe: uint32_t,
  transfer_flags: uint16_t,
  buffer_length: uint16_t,
  u: union(null, {
    ctrl: array(uint8_t, 8),
    isoc: struct(null, {
      interval: uint16_t,
      start_frame: uint16_t,
      number_of_packets: uint16_t,
      nr_frame_desc_segs: uint16_t,
    }),
    intr: struct(null, {
      interval: uint16_t,
      pad: array(uint16_t, 3),
    }),
    unlink: struct(null, {
      unlink_id: uint16_t,
      pad: array(uint16_t, 3),
    }),
  }),
  seg: array(usbif_request_segment, 16),
});
export type UsbifUrbRequest = Infer<typeof usbif_urb_request>;

export const usbif_urb_response = struct('usbif_urb_response', {
  id: uint16_t,
  start_frame: uint16_t,
  status: int32_t,
  actual_length: int32_t,
  error_count: int32_t,
});
export type UsbifUrbResponse = Infer<typeof usbif_urb_response>;

export const usbif_conn_request = struct('usbif_conn_request', {
  id: uint16_t,
});
export type UsbifConnRequest = Infer<typeof usbif_conn_request>;

export const usbif_conn_response = struct('usbif_conn_response', {
  id: uint16_t,
  portnum: uint8_t,
  speed: uint8_t,
});
export type UsbifConnResponse = Infer<typeof usbif_conn_response>;

/** What a backend keeps of the ring for itself. */
export const usbif_conn_back_ring = backRing('usbif_conn_back_ring');
export type UsbifConnBackRing = Infer<typeof usbif_conn_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const usbif_conn_front_ring = frontRing('usbif_conn_front_ring');
export type UsbifConnFrontRing = Infer<typeof usbif_conn_front_ring>;

/** A slot of the ring. */
export const usbif_conn_sring_entry = sringEntry(
  'usbif_conn_sring_entry',
  usbif_conn_request,
  usbif_conn_response,
);
export type UsbifConnSringEntry = Infer<typeof usbif_conn_sring_entry>;

/** The ring. */
export const usbif_conn_sring = sring('usbif_conn_sring', usbif_conn_sring_entry);
export type UsbifConnSring = Infer<typeof usbif_conn_sring>;

/** What a backend keeps of the ring for itself. */
export const usbif_urb_back_ring = backRing('usbif_urb_back_ring');
export type UsbifUrbBackRing = Infer<typeof usbif_urb_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const usbif_urb_front_ring = frontRing('usbif_urb_front_ring');
export type UsbifUrbFrontRing = Infer<typeof usbif_urb_front_ring>;

/** A slot of the ring. */
export const usbif_urb_sring_entry = sringEntry(
  'usbif_urb_sring_entry',
  usbif_urb_request,
  usbif_urb_response,
);
export type UsbifUrbSringEntry = Infer<typeof usbif_urb_sring_entry>;

/** The ring. */
export const usbif_urb_sring = sring('usbif_urb_sring', usbif_urb_sring_entry);
export type UsbifUrbSring = Infer<typeof usbif_urb_sring>;
