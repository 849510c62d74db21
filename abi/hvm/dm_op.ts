/** hvm/dm_op.h. */
import {
  array,
  field,
  struct,
  type Infer,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { evtchn_port_t } from '../event_channel.js';
import { XEN_GUEST_HANDLE, uint64_aligned_t, xen_ulong_t } from '../xen.js';

export const ioservid_t = typedef('ioservid_t', uint16_t);

export const xen_dm_op_create_ioreq_server = struct('xen_dm_op_create_ioreq_server', {
  handle_bufioreq: uint8_t,
  pad: array(uint8_t, 3),
  id: ioservid_t,
});
export type XenDmOpCreateIoreqServer = Infer<typeof xen_dm_op_create_ioreq_server>;

export const xen_dm_op_get_ioreq_server_info = struct('xen_dm_op_get_ioreq_server_info', {
  id: ioservid_t,
  flags: uint16_t,
  bufioreq_port: evtchn_port_t,
  ioreq_gfn: uint64_aligned_t,
  bufioreq_gfn: uint64_aligned_t,
});
export type XenDmOpGetIoreqServerInfo = Infer<typeof xen_dm_op_get_ioreq_server_info>;

export const xen_dm_op_ioreq_server_range = struct('xen_dm_op_ioreq_server_range', {
  id: ioservid_t,
  pad: uint16_t,
  type: uint32_t,
  start: uint64_aligned_t,
  end: uint64_aligned_t,
});
export type XenDmOpIoreqServerRange = Infer<typeof xen_dm_op_ioreq_server_range>;

export const xen_dm_op_set_ioreq_server_state = struct('xen_dm_op_set_ioreq_server_state', {
  id: ioservid_t,
  enabled: uint8_t,
  pad: uint8_t,
});
export type XenDmOpSetIoreqServerState = Infer<typeof xen_dm_op_set_ioreq_server_state>;

export const xen_dm_op_destroy_ioreq_server = struct('xen_dm_op_destroy_ioreq_server', {
  id: ioservid_t,
  pad: uint16_t,
});
export type XenDmOpDestroyIoreqServer = Infer<typeof xen_dm_op_destroy_ioreq_server>;

export const xen_dm_op_track_dirty_vram = struct('xen_dm_op_track_dirty_vram', {
  nr: uint32_t,
  pad: uint32_t,
  first_pfn: uint64_aligned_t,
});
export type XenDmOpTrackDirtyVram = Infer<typeof xen_dm_op_track_dirty_vram>;

export const xen_dm_op_set_pci_intx_level = struct('xen_dm_op_set_pci_intx_level', {
  domain: uint16_t,
  bus: uint8_t,
  device: uint8_t,
  intx: uint8_t,
  level: uint8_t,
});
export type XenDmOpSetPciIntxLevel = Infer<typeof xen_dm_op_set_pci_intx_level>;

export const xen_dm_op_set_isa_irq_level = struct('xen_dm_op_set_isa_irq_level', {
  isa_irq: uint8_t,
  level: uint8_t,
});
export type XenDmOpSetIsaIrqLevel = Infer<typeof xen_dm_op_set_isa_irq_level>;

export const xen_dm_op_set_pci_link_route = struct('xen_dm_op_set_pci_link_route', {
  link: uint8_t,
  isa_irq: uint8_t,
});
export type XenDmOpSetPciLinkRoute = Infer<typeof xen_dm_op_set_pci_link_route>;

export const xen_dm_op_modified_memory = struct('xen_dm_op_modified_memory', {
  nr_extents: uint32_t,
  opaque: uint32_t,
});
export type XenDmOpModifiedMemory = Infer<typeof xen_dm_op_modified_memory>;

export const xen_dm_op_modified_memory_extent = struct('xen_dm_op_modified_memory_extent', {
  nr: uint32_t,
  pad: uint32_t,
  first_pfn: uint64_aligned_t,
});
export type XenDmOpModifiedMemoryExtent = Infer<typeof xen_dm_op_modified_memory_extent>;

export const xen_dm_op_set_mem_type = struct('xen_dm_op_set_mem_type', {
  nr: uint32_t,
  mem_type: uint16_t,
  pad: uint16_t,
  first_pfn: uint64_aligned_t,
});
export type XenDmOpSetMemType = Infer<typeof xen_dm_op_set_mem_type>;

export const xen_dm_op_inject_event = struct('xen_dm_op_inject_event', {
  vcpuid: uint32_t,
  vector: uint8_t,
  type: uint8_t,
  insn_len: uint8_t,
  pad0: uint8_t,
  error_code: uint32_t,
  pad1: uint32_t,
  cr2: uint64_aligned_t,
});
export type XenDmOpInjectEvent = Infer<typeof xen_dm_op_inject_event>;

export const xen_dm_op_inject_msi = struct('xen_dm_op_inject_msi', {
  data: uint32_t,
  pad: uint32_t,
  addr: uint64_aligned_t,
});
export type XenDmOpInjectMsi = Infer<typeof xen_dm_op_inject_msi>;

export const xen_dm_op_map_mem_type_to_ioreq_server = struct(
  'xen_dm_op_map_mem_type_to_ioreq_server',
  {
    id: ioservid_t,
    type: uint16_t,
    flags: uint32_t,
    opaque: uint64_t,
  },
);
export type XenDmOpMapMemTypeToIoreqServer = Infer<typeof xen_dm_op_map_mem_type_to_ioreq_server>;

export const xen_dm_op_remote_shutdown = struct('xen_dm_op_remote_shutdown', {
  reason: uint32_t,
});
export type XenDmOpRemoteShutdown = Infer<typeof xen_dm_op_remote_shutdown>;

export const xen_dm_op_relocate_memory = struct('xen_dm_op_relocate_memory', {
  size: uint32_t,
  pad: uint32_t,
  src_gfn: uint64_aligned_t,
  dst_gfn: uint64_aligned_t,
});
export type XenDmOpRelocateMemory = Infer<typeof xen_dm_op_relocate_memory>;

export const xen_dm_op_pin_memory_cacheattr = struct('xen_dm_op_pin_memory_cacheattr', {
  start: uint64_aligned_t,
  end: uint64_aligned_t,
  type: uint32_t,
  pad: uint32_t,
});
export type XenDmOpPinMemoryCacheattr = Infer<typeof xen_dm_op_pin_memory_cacheattr>;

export const xen_dm_op_set_irq_level = struct(
  'xen_dm_op_set_irq_level',
  {
    irq: uint32_t,
    level: uint8_t,
    pad: array(uint8_t, 3),
  },
  { since: '4.15' },
);
export type XenDmOpSetIrqLevel = Infer<typeof xen_dm_op_set_irq_level>;

export const xen_dm_op_nr_vcpus = struct(
  'xen_dm_op_nr_vcpus',
  {
    vcpus: uint32_t,
  },
  { since: '4.15' },
);
export type XenDmOpNrVcpus = Infer<typeof xen_dm_op_nr_vcpus>;

export const xen_dm_op = struct('xen_dm_op', {
  op: uint32_t,
  pad: uint32_t,
  u: union(null, {
    create_ioreq_server: xen_dm_op_create_ioreq_server,
    get_ioreq_server_info: xen_dm_op_get_ioreq_server_info,
    map_io_range_to_ioreq_server: xen_dm_op_ioreq_server_range,
    unmap_io_range_from_ioreq_server: xen_dm_op_ioreq_server_range,
    set_ioreq_server_state: xen_dm_op_set_ioreq_server_state,
    destroy_ioreq_server: xen_dm_op_destroy_ioreq_server,
    track_dirty_vram: xen_dm_op_track_dirty_vram,
    set_pci_intx_level: xen_dm_op_set_pci_intx_level,
    set_isa_irq_level: xen_dm_op_set_isa_irq_level,
    set_irq_level: field(xen_dm_op_set_irq_level, { since: '4.15' }),
    set_pci_link_route: xen_dm_op_set_pci_link_route,
    modified_memory: xen_dm_op_modified_memory,
    set_mem_type: xen_dm_op_set_mem_type,
    inject_event: xen_dm_op_inject_event,
    inject_msi: xen_dm_op_inject_msi,
    map_mem_type_to_ioreq_server: xen_dm_op_map_mem_type_to_ioreq_server,
    remote_shutdown: xen_dm_op_remote_shutdown,
    relocate_memory: xen_dm_op_relocate_memory,
    pin_memory_cacheattr: xen_dm_op_pin_memory_cacheattr,
    nr_vcpus: field(xen_dm_op_nr_vcpus, { since: '4.15' }),
  }),
});
export type XenDmOp = Infer<typeof xen_dm_op>;

export const xen_dm_op_buf = struct('xen_dm_op_buf', {
  h: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
  size: xen_ulong_t,
});
export type XenDmOpBuf = Infer<typeof xen_dm_op_buf>;
