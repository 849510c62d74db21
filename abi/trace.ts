/** trace.h. */
import {
  array,
  bits,
  flexible,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  union,
} from '../src/schema/index.js';

export const t_rec = struct('t_rec', {
  event: bits(uint32_t, 28),
  extra_u32: bits(uint32_t, 3),
  cycles_included: bits(uint32_t, 1),
  u: union(null, {
    cycles: struct(null, {
      cycles_lo: uint32_t,
      cycles_hi: uint32_t,
      extra_u32: array(uint32_t, 7),
    }),
    nocycles: struct(null, {
      extra_u32: array(uint32_t, 7),
    }),
  }),
});
export type TRec = Infer<typeof t_rec>;

export const t_buf = struct('t_buf', {
  cons: uint32_t,
  prod: uint32_t,
});
export type TBuf = Infer<typeof t_buf>;

export const t_info = struct('t_info', {
  tbuf_size: uint16_t,
  mfn_offset: flexible(uint16_t),
});
export type TInfo = Infer<typeof t_info>;
