/** kexec.h. */
import {
  array,
  c_int,
  field,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_long,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE } from './xen.js';

export const xen_kexec_image = struct('xen_kexec_image', {
  page_list: field(array(unsigned_long, 17), { abis: ['x86_32', 'x86_64'] }),
  indirection_page: unsigned_long,
  start_address: unsigned_long,
});
export type XenKexecImage = Infer<typeof xen_kexec_image>;

export const xen_kexec_exec = struct('xen_kexec_exec', {
  type: c_int,
});
export type XenKexecExec = Infer<typeof xen_kexec_exec>;

export const xen_kexec_load_v1 = struct('xen_kexec_load_v1', {
  type: c_int,
  image: xen_kexec_image,
});
export type XenKexecLoadV1 = Infer<typeof xen_kexec_load_v1>;

export const xen_kexec_range = struct('xen_kexec_range', {
  range: c_int,
  nr: c_int,
  size: unsigned_long,
  start: unsigned_long,
});
export type XenKexecRange = Infer<typeof xen_kexec_range>;

export const xen_kexec_segment = struct('xen_kexec_segment', {
  buf: union(null, {
    h: XEN_GUEST_HANDLE(uint8_t, undefined, 'const_void'),
    _pad: uint64_t,
  }),
  buf_size: uint64_t,
  dest_maddr: uint64_t,
  dest_size: uint64_t,
});
export type XenKexecSegment = Infer<typeof xen_kexec_segment>;

export const xen_kexec_load = struct('xen_kexec_load', {
  type: uint8_t,
  _pad: uint8_t,
  arch: uint16_t,
  nr_segments: uint32_t,
  segments: union(null, {
    h: XEN_GUEST_HANDLE(xen_kexec_segment, undefined, 'xen_kexec_segment_t'),
    _pad: uint64_t,
  }),
  entry_maddr: uint64_t,
});
export type XenKexecLoad = Infer<typeof xen_kexec_load>;

export const xen_kexec_unload = struct('xen_kexec_unload', {
  type: uint8_t,
});
export type XenKexecUnload = Infer<typeof xen_kexec_unload>;

export const xen_kexec_status = struct('xen_kexec_status', {
  type: uint8_t,
});
export type XenKexecStatus = Infer<typeof xen_kexec_status>;
