/** io/usbif.h: USB devices. */
import {
  array,
  int32_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
  flags,
  enumeration,
  field,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const USBIF_PIPE_PORT_MASK = 31;
export const USBIF_PIPE_UNLINK = 32;
export const USBIF_PIPE_DIR = 128;
export const USBIF_PIPE_DEV_MASK = 127;
export const USBIF_PIPE_DEV_SHIFT = 8;
export const USBIF_PIPE_EP_MASK = 15;
export const USBIF_PIPE_EP_SHIFT = 15;
export const USBIF_PIPE_TYPE_MASK = 3;
export const USBIF_PIPE_TYPE_SHIFT = 30;
export const USBIF_PIPE_TYPE_ISOC = 0;
export const USBIF_PIPE_TYPE_INT = 1;
export const USBIF_PIPE_TYPE_CTRL = 2;
export const USBIF_PIPE_TYPE_BULK = 3;
export const USBIF_MAX_SEGMENTS_PER_REQUEST = 16;
export const USBIF_MAX_PORTNR = 31;
export const USBIF_RING_SIZE = 4096;

/** A part of a page. */
export const usbif_request_segment = struct('usbif_request_segment', {
  gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page' }),
  offset: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'where in the page it begins' }),
  length: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
});
export type UsbifRequestSegment = Infer<typeof usbif_request_segment>;

/** A short packet is an error. */
export const USBIF_SHORT_NOT_OK = 0x0001;
/** How bytes are transferred. */
export const usbif_transfer = flags('usbif_transfer', uint16_t, { USBIF_SHORT_NOT_OK });
/**
 * Where a transfer goes: `type` is 0 for isochronous, 1 for interrupt, 2 for control, 3 for bulk;
 * `USBIF_PIPE_DIR`: bytes come; `USBIF_PIPE_UNLINK`: another transfer is given up.
 */
export const usbif_pipe = flags(
  'usbif_pipe',
  uint32_t,
  { USBIF_PIPE_UNLINK, USBIF_PIPE_DIR },
  {
    port: { shift: 0, width: 5 },
    device: { shift: 8, width: 7 },
    endpoint: { shift: 15, width: 4 },
    type: { shift: 30, width: 2 },
  },
);

/** Transfers bytes. */
export const usbif_urb_request = struct('usbif_urb_request', {
  id: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  nr_buffer_segs: field(uint16_t, { direction: 'in', unit: 'count', doc: 'segments of bytes' }),
  pipe: field(usbif_pipe, { direction: 'in', doc: 'where it goes' }),
  transfer_flags: field(usbif_transfer, { direction: 'in', doc: 'how' }),
  buffer_length: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'length of all' }),
  u: field(
    union(null, {
      ctrl: field(array(uint8_t, 8), { direction: 'in', doc: 'control: the setup packet' }),
      isoc: field(
        struct(null, {
          interval: field(uint16_t, { direction: 'in', doc: 'how often, in frames' }),
          start_frame: field(uint16_t, { direction: 'in', doc: 'the frame with which it begins' }),
          number_of_packets: field(uint16_t, { direction: 'in', unit: 'count', doc: 'packets' }),
          nr_frame_desc_segs: field(uint16_t, {
            direction: 'in',
            unit: 'count',
            doc: 'segments that describe packets, behind the others',
          }),
        }),
        { direction: 'in', doc: 'isochronous' },
      ),
      intr: field(
        struct(null, {
          interval: field(uint16_t, { direction: 'in', doc: 'how often, in frames' }),
          pad: field(array(uint16_t, 3), { direction: 'in', doc: 'unused' }),
        }),
        { direction: 'in', doc: 'interrupt' },
      ),
      unlink: field(
        struct(null, {
          unlink_id: field(uint16_t, { direction: 'in', doc: 'the request that is given up' }),
          pad: field(array(uint16_t, 3), { direction: 'in', doc: 'unused' }),
        }),
        { direction: 'in', doc: 'giving up' },
      ),
    }),
    { direction: 'in', doc: 'depends on the kind of transfer' },
  ),
  seg: field(array(usbif_request_segment, 16), {
    direction: 'in',
    doc: 'the segments; the first are used',
  }),
});
export type UsbifUrbRequest = Infer<typeof usbif_urb_request>;

export const USBIF_STATUS_OK = 0;
export const USBIF_STATUS_NODEV = -19;
export const USBIF_STATUS_INVAL = -22;
export const USBIF_STATUS_STALL = -32;
export const USBIF_STATUS_IOERROR = -71;
export const USBIF_STATUS_BABBLE = -75;
export const USBIF_STATUS_SHUTDOWN = -108;
/** What came of a transfer. */
export const usbif_status = enumeration('usbif_status', int32_t, {
  USBIF_STATUS_OK,
  USBIF_STATUS_NODEV,
  USBIF_STATUS_INVAL,
  USBIF_STATUS_STALL,
  USBIF_STATUS_IOERROR,
  USBIF_STATUS_BABBLE,
  USBIF_STATUS_SHUTDOWN,
});

/** The answer to a transfer. */
export const usbif_urb_response = struct('usbif_urb_response', {
  id: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  start_frame: field(uint16_t, {
    direction: 'out',
    doc: 'isochronous: the frame with which it began',
  }),
  status: field(usbif_status, { direction: 'out', doc: 'what came of it' }),
  actual_length: field(int32_t, {
    direction: 'out',
    unit: 'bytes',
    doc: 'how much was transferred',
  }),
  error_count: field(int32_t, {
    direction: 'out',
    unit: 'count',
    doc: 'isochronous: packets with errors',
  }),
});
export type UsbifUrbResponse = Infer<typeof usbif_urb_response>;

/** Waits for a device to come or go. */
export const usbif_conn_request = struct('usbif_conn_request', {
  id: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
});
export type UsbifConnRequest = Infer<typeof usbif_conn_request>;

export const USBIF_SPEED_NONE = 0;
export const USBIF_SPEED_LOW = 1;
export const USBIF_SPEED_FULL = 2;
export const USBIF_SPEED_HIGH = 3;
/** How fast a device is. */
export const usbif_speed = enumeration('usbif_speed', uint8_t, {
  USBIF_SPEED_NONE,
  USBIF_SPEED_LOW,
  USBIF_SPEED_FULL,
  USBIF_SPEED_HIGH,
});

/** A device came or went. */
export const usbif_conn_response = struct('usbif_conn_response', {
  id: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  portnum: field(uint8_t, { direction: 'out', doc: 'its port' }),
  speed: field(usbif_speed, { direction: 'out', doc: 'how fast it is; none: it went' }),
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

/** Slots of a page. */
export const USB_URB_RING_SIZE = 16;
/** Slots of a page. */
export const USB_CONN_RING_SIZE = 512;
