/** hvm/ioreq.h. */
import {
  array,
  bits,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
} from '../../src/schema/index.js';

export const ioreq = struct('ioreq', {
  addr: uint64_t,
  data: uint64_t,
  count: uint32_t,
  size: uint32_t,
  vp_eport: uint32_t,
  _pad0: uint16_t,
  state: bits(uint8_t, 4),
  data_is_ptr: bits(uint8_t, 1),
  dir: bits(uint8_t, 1),
  df: bits(uint8_t, 1),
  _pad1: bits(uint8_t, 1),
  type: uint8_t,
});
export type Ioreq = Infer<typeof ioreq>;

export const shared_iopage = struct('shared_iopage', {
  vcpu_ioreq: array(ioreq, 1),
});
export type SharedIopage = Infer<typeof shared_iopage>;

export const buf_ioreq = struct('buf_ioreq', {
  type: uint8_t,
  pad: bits(uint8_t, 1),
  dir: bits(uint8_t, 1),
  size: bits(uint8_t, 2),
  addr: bits(uint32_t, 20),
  data: uint32_t,
});
export type BufIoreq = Infer<typeof buf_ioreq>;

export const buffered_iopage = struct('buffered_iopage', {
  read_pointer: uint32_t,
  write_pointer: uint32_t,
  buf_ioreq: array(buf_ioreq, 511),
});
export type BufferedIopage = Infer<typeof buffered_iopage>;
