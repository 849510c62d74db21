/** io/kbdif.h: keyboards, pointers and touch screens. */
import {
  array,
  chars,
  int16_t,
  int32_t,
  struct,
  type Infer,
  uint32_t,
  uint8_t,
  union,
  enumeration,
  field,
} from '../../src/schema/index.js';

export const XENKBD_TYPE_MOTION = 1;
export const XENKBD_TYPE_RESERVED = 2;
export const XENKBD_TYPE_KEY = 3;
export const XENKBD_TYPE_POS = 4;
export const XENKBD_TYPE_MTOUCH = 5;
/** What happened. */
export const xenkbd_type = enumeration('xenkbd_type', uint8_t, {
  XENKBD_TYPE_MOTION,
  XENKBD_TYPE_RESERVED,
  XENKBD_TYPE_KEY,
  XENKBD_TYPE_POS,
  XENKBD_TYPE_MTOUCH,
});
export const XENKBD_MT_EV_DOWN = 0;
export const XENKBD_MT_EV_UP = 1;
export const XENKBD_MT_EV_MOTION = 2;
export const XENKBD_MT_EV_SYN = 3;
export const XENKBD_MT_EV_SHAPE = 4;
export const XENKBD_MT_EV_ORIENT = 5;
/** What a finger did. */
export const xenkbd_mt_ev = enumeration('xenkbd_mt_ev', uint8_t, {
  XENKBD_MT_EV_DOWN,
  XENKBD_MT_EV_UP,
  XENKBD_MT_EV_MOTION,
  XENKBD_MT_EV_SYN,
  XENKBD_MT_EV_SHAPE,
  XENKBD_MT_EV_ORIENT,
});

/** A pointer moved. */
export const xenkbd_motion = struct('xenkbd_motion', {
  type: field(xenkbd_type, { direction: 'out', doc: 'XENKBD_TYPE_MOTION' }),
  rel_x: field(int32_t, { direction: 'out', doc: 'how far' }),
  rel_y: field(int32_t, { direction: 'out', doc: 'how far' }),
  rel_z: field(int32_t, { direction: 'out', doc: 'how far its wheel turned' }),
});
export type XenkbdMotion = Infer<typeof xenkbd_motion>;

/** A key or a button. */
export const xenkbd_key = struct('xenkbd_key', {
  type: field(xenkbd_type, { direction: 'out', doc: 'XENKBD_TYPE_KEY' }),
  pressed: field(uint8_t, { direction: 'out', doc: '1: pressed, 0: released' }),
  keycode: field(uint32_t, { direction: 'out', doc: 'which, as Linux numbers them' }),
});
export type XenkbdKey = Infer<typeof xenkbd_key>;

/** A pointer is at a place. */
export const xenkbd_position = struct('xenkbd_position', {
  type: field(xenkbd_type, { direction: 'out', doc: 'XENKBD_TYPE_POS' }),
  abs_x: field(int32_t, { direction: 'out', doc: 'where, in pixels' }),
  abs_y: field(int32_t, { direction: 'out', doc: 'where, in pixels' }),
  rel_z: field(int32_t, { direction: 'out', doc: 'how far its wheel turned' }),
});
export type XenkbdPosition = Infer<typeof xenkbd_position>;

/** A finger touches. */
export const xenkbd_mtouch = struct('xenkbd_mtouch', {
  type: field(xenkbd_type, { direction: 'out', doc: 'XENKBD_TYPE_MTOUCH' }),
  event_type: field(xenkbd_mt_ev, { direction: 'out', doc: 'what it did' }),
  contact_id: field(uint8_t, { direction: 'out', doc: 'which finger' }),
  reserved: field(array(uint8_t, 5), { direction: 'out', doc: 'unused' }),
  u: field(
    union(
      null,
      {
        pos: field(
          struct(null, {
            abs_x: field(int32_t, { direction: 'out', doc: 'in pixels' }),
            abs_y: field(int32_t, { direction: 'out', doc: 'in pixels' }),
          }),
          { direction: 'out', doc: 'where it is' },
        ),
        shape: field(
          struct(null, {
            major: field(uint32_t, {
              direction: 'out',
              doc: 'the long and the short axis, in pixels',
            }),
            minor: field(uint32_t, {
              direction: 'out',
              doc: 'the long and the short axis, in pixels',
            }),
          }),
          { direction: 'out', doc: 'how large it is' },
        ),
        orientation: field(int16_t, { direction: 'out', doc: 'how it is turned' }),
      },
      {
        selector: {
          by: 'event_type',
          live: {
            [XENKBD_MT_EV_DOWN]: 'pos',
            [XENKBD_MT_EV_MOTION]: 'pos',
            [XENKBD_MT_EV_SHAPE]: 'shape',
            [XENKBD_MT_EV_ORIENT]: 'orientation',
          },
        },
      },
    ),
    { direction: 'out', doc: 'depends on that' },
  ),
});
export type XenkbdMtouch = Infer<typeof xenkbd_mtouch>;

/** What the backend tells. */
export const xenkbd_in_event = union('xenkbd_in_event', {
  type: field(xenkbd_type, { direction: 'out', doc: 'what it is' }),
  motion: field(xenkbd_motion, { direction: 'out', doc: 'XENKBD_TYPE_MOTION' }),
  key: field(xenkbd_key, { direction: 'out', doc: 'XENKBD_TYPE_KEY' }),
  pos: field(xenkbd_position, { direction: 'out', doc: 'XENKBD_TYPE_POS' }),
  mtouch: field(xenkbd_mtouch, { direction: 'out', doc: 'XENKBD_TYPE_MTOUCH' }),
  pad: field(chars(40), { direction: 'out', doc: 'room for what is still to come' }),
});
export type XenkbdInEvent = Infer<typeof xenkbd_in_event>;

/** What the frontend tells: nothing is defined. */
export const xenkbd_out_event = union('xenkbd_out_event', {
  type: field(uint8_t, { direction: 'in', doc: 'what it is' }),
  pad: field(chars(40), { direction: 'in', doc: 'room for what is still to come' }),
});
export type XenkbdOutEvent = Infer<typeof xenkbd_out_event>;

export const XENKBD_DRIVER_NAME = 'vkbd';
export const XENKBD_FIELD_FEAT_DSBL_KEYBRD = 'feature-disable-keyboard';
export const XENKBD_FIELD_FEAT_DSBL_POINTER = 'feature-disable-pointer';
export const XENKBD_FIELD_FEAT_ABS_POINTER = 'feature-abs-pointer';
export const XENKBD_FIELD_FEAT_RAW_POINTER = 'feature-raw-pointer';
export const XENKBD_FIELD_FEAT_MTOUCH = 'feature-multi-touch';
export const XENKBD_FIELD_REQ_ABS_POINTER = 'request-abs-pointer';
export const XENKBD_FIELD_REQ_RAW_POINTER = 'request-raw-pointer';
export const XENKBD_FIELD_REQ_MTOUCH = 'request-multi-touch';
export const XENKBD_FIELD_RING_GREF = 'page-gref';
export const XENKBD_FIELD_EVT_CHANNEL = 'event-channel';
export const XENKBD_FIELD_WIDTH = 'width';
export const XENKBD_FIELD_HEIGHT = 'height';
export const XENKBD_FIELD_MT_WIDTH = 'multi-touch-width';
export const XENKBD_FIELD_MT_HEIGHT = 'multi-touch-height';
export const XENKBD_FIELD_MT_NUM_CONTACTS = 'multi-touch-num-contacts';
export const XENKBD_FIELD_UNIQUE_ID = 'unique-id';
export const XENKBD_FIELD_RING_REF = 'page-ref';
export const XENKBD_IN_EVENT_SIZE = 40;
export const XENKBD_OUT_EVENT_SIZE = 40;
export const XENKBD_IN_RING_SIZE = 2048;
export const XENKBD_IN_RING_LEN = 51;
export const XENKBD_IN_RING_OFFS = 1024;
export const XENKBD_OUT_RING_SIZE = 1024;
export const XENKBD_OUT_RING_LEN = 25;
export const XENKBD_OUT_RING_OFFS = 3072;

/** The page that front and back end share; its second and third KiB, and its fourth, are rings of events. */
export const xenkbd_page = struct('xenkbd_page', {
  in_cons: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'events that the frontend has read',
  }),
  in_prod: field(uint32_t, {
    direction: 'out',
    unit: 'count',
    doc: 'events that the backend has written',
  }),
  out_cons: field(uint32_t, {
    direction: 'out',
    unit: 'count',
    doc: 'events that the backend has read',
  }),
  out_prod: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'events that the frontend has written',
  }),
});
export type XenkbdPage = Infer<typeof xenkbd_page>;
