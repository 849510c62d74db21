/** xen.h: what PV guests pass and are given, and what tools use everywhere. */
import {
  array,
  chars,
  int8_t,
  struct,
  type Infer,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_int,
  unsigned_long,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE, XEN_GUEST_HANDLE_64, xen_pfn_t } from './xen.js';

export const xenctl_bitmap = struct('xenctl_bitmap', {
  bitmap: XEN_GUEST_HANDLE_64(uint8_t, undefined, 'uint8'),
  nr_bits: uint32_t,
});
export type XenctlBitmap = Infer<typeof xenctl_bitmap>;

export const mmuext_op = struct('mmuext_op', {
  cmd: unsigned_int,
  arg1: union(null, {
    mfn: xen_pfn_t,
    linear_addr: unsigned_long,
  }),
  arg2: union(null, {
    nr_ents: unsigned_int,
    vcpumask: XEN_GUEST_HANDLE(uint8_t, undefined, 'const_void'),
    src_mfn: xen_pfn_t,
  }),
});
export type MmuextOp = Infer<typeof mmuext_op>;

export const mmu_update = struct('mmu_update', {
  ptr: uint64_t,
  val: uint64_t,
});
export type MmuUpdate = Infer<typeof mmu_update>;

export const start_info = struct(
  'start_info',
  {
    magic: chars(32),
    nr_pages: unsigned_long,
    shared_info: unsigned_long,
    flags: uint32_t,
    store_mfn: xen_pfn_t,
    store_evtchn: uint32_t,
    console: union(null, {
      domU: struct(null, {
        mfn: xen_pfn_t,
        evtchn: uint32_t,
      }),
      dom0: struct(null, {
        info_off: uint32_t,
        info_size: uint32_t,
      }),
    }),
    pt_base: unsigned_long,
    nr_pt_frames: unsigned_long,
    mfn_list: unsigned_long,
    mod_start: unsigned_long,
    mod_len: unsigned_long,
    cmd_line: array(int8_t, 1024),
    first_p2m_pfn: unsigned_long,
    nr_p2m_frames: unsigned_long,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type StartInfo = Infer<typeof start_info>;

export const xen_multiboot_mod_list = struct('xen_multiboot_mod_list', {
  mod_start: uint32_t,
  mod_end: uint32_t,
  cmdline: uint32_t,
  pad: uint32_t,
});
export type XenMultibootModList = Infer<typeof xen_multiboot_mod_list>;

export const dom0_vga_console_info = struct('dom0_vga_console_info', {
  video_type: uint8_t,
  u: union(null, {
    text_mode_3: struct(null, {
      font_height: uint16_t,
      cursor_x: uint16_t,
      cursor_y: uint16_t,
      rows: uint16_t,
      columns: uint16_t,
    }),
    vesa_lfb: struct(null, {
      width: uint16_t,
      height: uint16_t,
      bytes_per_line: uint16_t,
      bits_per_pixel: uint16_t,
      lfb_base: uint32_t,
      lfb_size: uint32_t,
      red_pos: uint8_t,
      red_size: uint8_t,
      green_pos: uint8_t,
      green_size: uint8_t,
      blue_pos: uint8_t,
      blue_size: uint8_t,
      rsvd_pos: uint8_t,
      rsvd_size: uint8_t,
      gbl_caps: uint32_t,
      mode_attrs: uint16_t,
      pad: uint16_t,
      ext_lfb_base: uint32_t,
    }),
  }),
});
export type Dom0VgaConsoleInfo = Infer<typeof dom0_vga_console_info>;

export const xen_uuid_t = struct('xen_uuid_t', {
  a: array(uint8_t, 16),
});
export type XenUuidT = Infer<typeof xen_uuid_t>;

export const xen_domain_handle_t = typedef('xen_domain_handle_t', array(uint8_t, 16));
