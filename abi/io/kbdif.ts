/** io/kbdif.h. */
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
} from '../../src/schema/index.js';

export const xenkbd_motion = struct('xenkbd_motion', {
  type: uint8_t,
  rel_x: int32_t,
  rel_y: int32_t,
  rel_z: int32_t,
});
export type XenkbdMotion = Infer<typeof xenkbd_motion>;

export const xenkbd_key = struct('xenkbd_key', {
  type: uint8_t,
  pressed: uint8_t,
  keycode: uint32_t,
});
export type XenkbdKey = Infer<typeof xenkbd_key>;

export const xenkbd_position = struct('xenkbd_position', {
  type: uint8_t,
  abs_x: int32_t,
  abs_y: int32_t,
  rel_z: int32_t,
});
export type XenkbdPosition = Infer<typeof xenkbd_position>;

export const xenkbd_mtouch = struct('xenkbd_mtouch', {
  type: uint8_t,
  event_type: uint8_t,
  contact_id: uint8_t,
  reserved: array(uint8_t, 5),
  u: union(null, {
    pos: struct(null, {
      abs_x: int32_t,
      abs_y: int32_t,
    }),
    shape: struct(null, {
      major: uint32_t,
      minor: uint32_t,
    }),
    orientation: int16_t,
  }),
});
export type XenkbdMtouch = Infer<typeof xenkbd_mtouch>;

export const xenkbd_in_event = union('xenkbd_in_event', {
  type: uint8_t,
  motion: xenkbd_motion,
  key: xenkbd_key,
  pos: xenkbd_position,
  mtouch: xenkbd_mtouch,
  pad: chars(40),
});
export type XenkbdInEvent = Infer<typeof xenkbd_in_event>;

export const xenkbd_out_event = union('xenkbd_out_event', {
  type: uint8_t,
  pad: chars(40),
});
export type XenkbdOutEvent = Infer<typeof xenkbd_out_event>;

export const xenkbd_page = struct('xenkbd_page', {
  in_cons: uint32_t,
  in_prod: uint32_t,
  out_cons: uint32_t,
  out_prod: uint32_t,
});
export type XenkbdPage = Infer<typeof xenkbd_page>;
