/** io/fbif.h: frame buffers. */
import {
  array,
  chars,
  int32_t,
  struct,
  type Infer,
  uint32_t,
  uint8_t,
  union,
  unsigned_long,
  enumeration,
  field,
} from '../../src/schema/index.js';

export const XENFB_TYPE_UPDATE = 2;
export const XENFB_TYPE_RESIZE = 3;
export const XENFB_OUT_EVENT_SIZE = 40;
/** What the frontend tells. */
export const xenfb_out_type = enumeration('xenfb_out_type', uint8_t, {
  XENFB_TYPE_UPDATE,
  XENFB_TYPE_RESIZE,
});

/** A part of the picture changed. */
export const xenfb_update = struct('xenfb_update', {
  type: field(xenfb_out_type, { direction: 'in', doc: 'XENFB_TYPE_UPDATE' }),
  x: field(int32_t, { direction: 'in', doc: 'its upper left corner, in pixels' }),
  y: field(int32_t, { direction: 'in', doc: 'its upper left corner, in pixels' }),
  width: field(int32_t, { direction: 'in', doc: 'its size, in pixels' }),
  height: field(int32_t, { direction: 'in', doc: 'its size, in pixels' }),
});
export type XenfbUpdate = Infer<typeof xenfb_update>;

/** The picture has another size. */
export const xenfb_resize = struct('xenfb_resize', {
  type: field(xenfb_out_type, { direction: 'in', doc: 'XENFB_TYPE_RESIZE' }),
  width: field(int32_t, { direction: 'in', doc: 'its size, in pixels' }),
  height: field(int32_t, { direction: 'in', doc: 'its size, in pixels' }),
  stride: field(int32_t, { direction: 'in', unit: 'bytes', doc: 'from one line to the next' }),
  depth: field(int32_t, { direction: 'in', doc: 'bits of a pixel' }),
  offset: field(int32_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'where in the frame buffer it begins',
  }),
});
export type XenfbResize = Infer<typeof xenfb_resize>;

/** What the frontend tells. */
export const xenfb_out_event = union('xenfb_out_event', {
  type: field(xenfb_out_type, { direction: 'in', doc: 'what it is' }),
  update: field(xenfb_update, { direction: 'in', doc: 'XENFB_TYPE_UPDATE' }),
  resize: field(xenfb_resize, { direction: 'in', doc: 'XENFB_TYPE_RESIZE' }),
  pad: field(chars(40), { direction: 'in', doc: 'room for what is still to come' }),
});
export type XenfbOutEvent = Infer<typeof xenfb_out_event>;

export const XENFB_TYPE_REFRESH_PERIOD = 1;
export const XENFB_NO_REFRESH = 0;
/** What the backend tells. */
export const xenfb_in_type = enumeration('xenfb_in_type', uint8_t, { XENFB_TYPE_REFRESH_PERIOD });

/** How often the backend looks. */
export const xenfb_refresh_period = struct('xenfb_refresh_period', {
  type: field(xenfb_in_type, { direction: 'out', doc: 'XENFB_TYPE_REFRESH_PERIOD' }),
  period: field(uint32_t, {
    direction: 'out',
    doc: 'in milliseconds; XENFB_NO_REFRESH: not at all',
  }),
});
export type XenfbRefreshPeriod = Infer<typeof xenfb_refresh_period>;

/** What the backend tells. */
export const xenfb_in_event = union('xenfb_in_event', {
  type: field(xenfb_in_type, { direction: 'out', doc: 'what it is' }),
  refresh_period: field(xenfb_refresh_period, {
    direction: 'out',
    doc: 'XENFB_TYPE_REFRESH_PERIOD',
  }),
  pad: field(chars(40), { direction: 'out', doc: 'room for what is still to come' }),
});
export type XenfbInEvent = Infer<typeof xenfb_in_event>;

export const XENFB_IN_EVENT_SIZE = 40;
export const XENFB_IN_RING_SIZE = 1024;
export const XENFB_IN_RING_LEN = 25;
export const XENFB_IN_RING_OFFS = 1024;
export const XENFB_OUT_RING_SIZE = 2048;
export const XENFB_OUT_RING_LEN = 51;
export const XENFB_OUT_RING_OFFS = 2048;

/** The page that front and back end share; its second and third KiB are rings of events. */
export const xenfb_page = struct('xenfb_page', {
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
  width: field(int32_t, { direction: 'in', doc: 'size of the picture, in pixels' }),
  height: field(int32_t, { direction: 'in', doc: 'size of the picture, in pixels' }),
  line_length: field(uint32_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'from one line to the next',
  }),
  mem_length: field(uint32_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'length of the frame buffer',
  }),
  depth: field(uint8_t, { direction: 'in', doc: 'bits of a pixel' }),
  pd: field(array(unsigned_long, 256), {
    direction: 'in',
    doc: "the frames of lists of the frame buffer's frames",
  }),
});
export type XenfbPage = Infer<typeof xenfb_page>;
