/** kexec.h: kernels that replace this host's, at once or after a crash. */
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
  enumeration,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE } from './xen.js';

export const KEXEC_XEN_NO_PAGES = 17;
/** A kernel to start in place of this host's. */
export const KEXEC_TYPE_DEFAULT = 0;
/** A kernel to start after a crash. */
export const KEXEC_TYPE_CRASH = 1;
/** What a kernel is loaded for. */
export const kexec_type_int = enumeration('kexec_type_int', c_int, {
  KEXEC_TYPE_DEFAULT,
  KEXEC_TYPE_CRASH,
});
/** The same, in the calls of today. */
export const kexec_type = enumeration('kexec_type', uint8_t, {
  KEXEC_TYPE_DEFAULT,
  KEXEC_TYPE_CRASH,
});

/** A kernel as it was loaded before 4.4. */
export const xen_kexec_image = struct('xen_kexec_image', {
  page_list: field(array(unsigned_long, 17), {
    abis: ['x86_32', 'x86_64'],
    direction: 'in',
    unit: 'address',
    doc: 'pages that the code which starts it needs, by machine and virtual address in turn',
  }),
  indirection_page: field(unsigned_long, {
    direction: 'in',
    unit: 'address',
    doc: 'machine address of the list of its pages',
  }),
  start_address: field(unsigned_long, {
    direction: 'in',
    unit: 'address',
    doc: 'machine address where it begins',
  }),
});
export type XenKexecImage = Infer<typeof xen_kexec_image>;

export const KEXEC_CMD_kexec = 0;

/** Starts a loaded kernel. */
export const xen_kexec_exec = struct('xen_kexec_exec', {
  type: field(kexec_type_int, { direction: 'in', doc: 'which' }),
});
export type XenKexecExec = Infer<typeof xen_kexec_exec>;

export const KEXEC_CMD_kexec_load_v1 = 1;
export const KEXEC_CMD_kexec_unload_v1 = 2;

/** Loads a kernel, or unloads it, as it was done before 4.4. */
export const xen_kexec_load_v1 = struct('xen_kexec_load_v1', {
  type: field(kexec_type_int, { direction: 'in', doc: 'what for' }),
  image: field(xen_kexec_image, { direction: 'in', doc: 'the kernel; unloading ignores it' }),
});
export type XenKexecLoadV1 = Infer<typeof xen_kexec_load_v1>;

/** Memory that is kept for a crash kernel. */
export const KEXEC_RANGE_MA_CRASH = 0;
/** The hypervisor. */
export const KEXEC_RANGE_MA_XEN = 1;
/** The note of a CPU. */
export const KEXEC_RANGE_MA_CPU = 2;
/** The hypervisor's heap. */
export const KEXEC_RANGE_MA_XENHEAP = 3;
/** Of Itanium: nothing has it now. */
export const KEXEC_RANGE_MA_BOOT_PARAM = 4;
/** EFI's memory map. */
export const KEXEC_RANGE_MA_EFI_MEMMAP = 5;
/** What a reader of a dump has to know. */
export const KEXEC_RANGE_MA_VMCOREINFO = 6;
/** A range of memory that a crash kernel must know. */
export const kexec_range = enumeration('kexec_range', c_int, {
  KEXEC_RANGE_MA_CRASH,
  KEXEC_RANGE_MA_XEN,
  KEXEC_RANGE_MA_CPU,
  KEXEC_RANGE_MA_XENHEAP,
  KEXEC_RANGE_MA_BOOT_PARAM,
  KEXEC_RANGE_MA_EFI_MEMMAP,
  KEXEC_RANGE_MA_VMCOREINFO,
});
export const KEXEC_CMD_kexec_get_range = 3;

/** Reads where something is in memory. */
export const xen_kexec_range = struct('xen_kexec_range', {
  range: field(kexec_range, { direction: 'in', doc: 'what' }),
  nr: field(c_int, { direction: 'in', doc: 'MA_CPU: the CPU' }),
  size: field(unsigned_long, { direction: 'out', unit: 'bytes', doc: 'its length' }),
  start: field(unsigned_long, { direction: 'out', unit: 'address', doc: 'its machine address' }),
});
export type XenKexecRange = Infer<typeof xen_kexec_range>;

/** A part of a kernel. */
export const xen_kexec_segment = struct('xen_kexec_segment', {
  buf: field(
    union(null, {
      h: field(XEN_GUEST_HANDLE(uint8_t, 'buf_size', 'const_void'), {
        direction: 'in',
        optional: true,
        doc: 'its bytes; NULL when there are none',
      }),
      _pad: field(uint64_t, { direction: 'in', doc: 'room for a handle of 8 bytes' }),
    }),
    { direction: 'in', doc: 'its bytes' },
  ),
  buf_size: field(uint64_t, { direction: 'in', unit: 'bytes', doc: 'how many there are' }),
  dest_maddr: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'the machine address where they go',
  }),
  dest_size: field(uint64_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'room there; what is behind the bytes is made 0',
  }),
});
export type XenKexecSegment = Infer<typeof xen_kexec_segment>;

export const KEXEC_CMD_kexec_load = 4;

/** Loads a kernel. */
export const xen_kexec_load = struct('xen_kexec_load', {
  type: field(kexec_type, { direction: 'in', doc: 'what for' }),
  _pad: field(uint8_t, { direction: 'in', doc: 'unused' }),
  arch: field(uint16_t, { direction: 'in', doc: 'its machine, as ELF numbers them' }),
  nr_segments: field(uint32_t, { direction: 'in', unit: 'count', doc: 'its parts' }),
  segments: field(
    union(null, {
      h: field(XEN_GUEST_HANDLE(xen_kexec_segment, 'nr_segments', 'xen_kexec_segment_t'), {
        direction: 'in',
        doc: 'its parts',
      }),
      _pad: field(uint64_t, { direction: 'in', doc: 'room for a handle of 8 bytes' }),
    }),
    { direction: 'in', doc: 'where the list of its parts is' },
  ),
  entry_maddr: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'the machine address where it begins',
  }),
});
export type XenKexecLoad = Infer<typeof xen_kexec_load>;

export const KEXEC_CMD_kexec_unload = 5;

/** Unloads a kernel. */
export const xen_kexec_unload = struct('xen_kexec_unload', {
  type: field(kexec_type, { direction: 'in', doc: 'which' }),
});
export type XenKexecUnload = Infer<typeof xen_kexec_unload>;

export const KEXEC_CMD_kexec_status = 6;

/** Asks whether a kernel is loaded. */
export const xen_kexec_status = struct('xen_kexec_status', {
  type: field(kexec_type, { direction: 'in', doc: 'which' }),
});
export type XenKexecStatus = Infer<typeof xen_kexec_status>;
