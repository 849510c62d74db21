/** io/fbif.h. */
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
} from '../../src/schema/index.js';

export const xenfb_update = struct('xenfb_update', {
  type: uint8_t,
  x: int32_t,
  y: int32_t,
  width: int32_t,
  height: int32_t,
});
export type XenfbUpdate = Infer<typeof xenfb_update>;

export const xenfb_resize = struct('xenfb_resize', {
  type: uint8_t,
  width: int32_t,
  height: int32_t,
  stride: int32_t,
  depth: int32_t,
  offset: int32_t,
});
export type XenfbResize = Infer<typeof xenfb_resize>;

export const xenfb_out_event = union('xenfb_out_event', {
  type: uint8_t,
  update: xenfb_update,
  resize: xenfb_resize,
  pad: chars(40),
});
export type XenfbOutEvent = Infer<typeof xenfb_out_event>;

export const xenfb_refresh_period = struct('xenfb_refresh_period', {
  type: uint8_t,
  period: uint32_t,
});
export type XenfbRefreshPeriod = Infer<typeof xenfb_refresh_period>;

export const xenfb_in_event = union('xenfb_in_event', {
  type: uint8_t,
  refresh_period: xenfb_refresh_period,
  pad: chars(40),
});
export type XenfbInEvent = Infer<typeof xenfb_in_event>;

export const xenfb_page = struct('xenfb_page', {
  in_cons: uint32_t,
  in_prod: uint32_t,
  out_cons: uint32_t,
  out_prod: uint32_t,
  width: int32_t,
  height: int32_t,
  line_length: uint32_t,
  mem_length: uint32_t,
  depth: uint8_t,
  pd: array(unsigned_long, 256),
});
export type XenfbPage = Infer<typeof xenfb_page>;
