/** grant_table.h. */
import {
  array,
  int16_t,
  struct,
  type Infer,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  union,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE, domid_t, xen_pfn_t } from './xen.js';

export const grant_ref_t = typedef('grant_ref_t', uint32_t);

export const grant_entry_v1 = struct('grant_entry_v1', {
  flags: uint16_t,
  domid: domid_t,
  frame: uint32_t,
});
export type GrantEntryV1 = Infer<typeof grant_entry_v1>;

export const grant_entry_header = struct('grant_entry_header', {
  flags: uint16_t,
  domid: domid_t,
});
export type GrantEntryHeader = Infer<typeof grant_entry_header>;

export const grant_entry_v2 = union('grant_entry_v2', {
  hdr: grant_entry_header,
  full_page: struct(null, {
    hdr: grant_entry_header,
    pad0: uint32_t,
    frame: uint64_t,
  }),
  sub_page: struct(null, {
    hdr: grant_entry_header,
    page_off: uint16_t,
    length: uint16_t,
    frame: uint64_t,
  }),
  transitive: struct(null, {
    hdr: grant_entry_header,
    trans_domid: domid_t,
    pad0: uint16_t,
    gref: grant_ref_t,
  }),
  __spacer: array(uint32_t, 4),
});
export type GrantEntryV2 = Infer<typeof grant_entry_v2>;

export const grant_handle_t = typedef('grant_handle_t', uint32_t);

export const gnttab_map_grant_ref = struct('gnttab_map_grant_ref', {
  host_addr: uint64_t,
  flags: uint32_t,
  ref: grant_ref_t,
  dom: domid_t,
  status: int16_t,
  handle: grant_handle_t,
  dev_bus_addr: uint64_t,
});
export type GnttabMapGrantRef = Infer<typeof gnttab_map_grant_ref>;

export const gnttab_unmap_grant_ref = struct('gnttab_unmap_grant_ref', {
  host_addr: uint64_t,
  dev_bus_addr: uint64_t,
  handle: grant_handle_t,
  status: int16_t,
});
export type GnttabUnmapGrantRef = Infer<typeof gnttab_unmap_grant_ref>;

export const gnttab_setup_table = struct('gnttab_setup_table', {
  dom: domid_t,
  nr_frames: uint32_t,
  status: int16_t,
  frame_list: XEN_GUEST_HANDLE(xen_pfn_t),
});
export type GnttabSetupTable = Infer<typeof gnttab_setup_table>;

export const gnttab_dump_table = struct('gnttab_dump_table', {
  dom: domid_t,
  status: int16_t,
});
export type GnttabDumpTable = Infer<typeof gnttab_dump_table>;

export const gnttab_transfer = struct('gnttab_transfer', {
  mfn: xen_pfn_t,
  domid: domid_t,
  ref: grant_ref_t,
  status: int16_t,
});
export type GnttabTransfer = Infer<typeof gnttab_transfer>;

export const gnttab_copy_ptr = struct('gnttab_copy_ptr', {
  u: union(null, {
    ref: grant_ref_t,
    gmfn: xen_pfn_t,
  }),
  domid: domid_t,
  offset: uint16_t,
});
export type GnttabCopyPtr = Infer<typeof gnttab_copy_ptr>;

export const gnttab_copy = struct('gnttab_copy', {
  source: gnttab_copy_ptr,
  dest: gnttab_copy_ptr,
  len: uint16_t,
  flags: uint16_t,
  status: int16_t,
});
export type GnttabCopy = Infer<typeof gnttab_copy>;

export const gnttab_query_size = struct('gnttab_query_size', {
  dom: domid_t,
  nr_frames: uint32_t,
  max_nr_frames: uint32_t,
  status: int16_t,
});
export type GnttabQuerySize = Infer<typeof gnttab_query_size>;

export const gnttab_unmap_and_replace = struct('gnttab_unmap_and_replace', {
  host_addr: uint64_t,
  new_addr: uint64_t,
  handle: grant_handle_t,
  status: int16_t,
});
export type GnttabUnmapAndReplace = Infer<typeof gnttab_unmap_and_replace>;

export const gnttab_set_version = struct('gnttab_set_version', {
  version: uint32_t,
});
export type GnttabSetVersion = Infer<typeof gnttab_set_version>;

export const gnttab_get_status_frames = struct('gnttab_get_status_frames', {
  nr_frames: uint32_t,
  dom: domid_t,
  status: int16_t,
  frame_list: XEN_GUEST_HANDLE(uint64_t),
});
export type GnttabGetStatusFrames = Infer<typeof gnttab_get_status_frames>;

export const gnttab_get_version = struct('gnttab_get_version', {
  dom: domid_t,
  pad: uint16_t,
  version: uint32_t,
});
export type GnttabGetVersion = Infer<typeof gnttab_get_version>;

export const gnttab_swap_grant_ref = struct('gnttab_swap_grant_ref', {
  ref_a: grant_ref_t,
  ref_b: grant_ref_t,
  status: int16_t,
});
export type GnttabSwapGrantRef = Infer<typeof gnttab_swap_grant_ref>;

export const gnttab_cache_flush = struct('gnttab_cache_flush', {
  a: union(null, {
    dev_bus_addr: uint64_t,
    ref: grant_ref_t,
  }),
  offset: uint16_t,
  length: uint16_t,
  op: uint32_t,
});
export type GnttabCacheFlush = Infer<typeof gnttab_cache_flush>;
