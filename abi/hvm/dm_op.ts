/** hvm/dm_op.h: what a device model asks of the hypervisor. */
import {
  array,
  enumeration,
  field,
  flags,
  namesOf,
  struct,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  type Infer,
} from '../../src/schema/index.js';
import { evtchn_port_t } from '../event_channel.js';
import { shutdown_reason } from '../sched.js';
import { XEN_GUEST_HANDLE, uint64_aligned_t, xen_ulong_t } from '../xen.js';
import {
  HVM_IOREQSRV_BUFIOREQ_ATOMIC,
  HVM_IOREQSRV_BUFIOREQ_LEGACY,
  HVM_IOREQSRV_BUFIOREQ_OFF,
  hvmmem_type_t,
} from './hvm_op.js';

/** Names an I/O request server of a domain. */
export const ioservid_t = typedef('ioservid_t', uint16_t);

export const XEN_DMOP_create_ioreq_server = 1;

/** Whether an I/O request server has a ring for writes that nobody waits for. */
export const hvm_ioreqsrv_bufioreq = enumeration('hvm_ioreqsrv_bufioreq', uint8_t, {
  HVM_IOREQSRV_BUFIOREQ_OFF,
  HVM_IOREQSRV_BUFIOREQ_LEGACY,
  HVM_IOREQSRV_BUFIOREQ_ATOMIC,
});

/** Makes an I/O request server. */
export const xen_dm_op_create_ioreq_server = struct('xen_dm_op_create_ioreq_server', {
  handle_bufioreq: field(hvm_ioreqsrv_bufioreq, {
    direction: 'in',
    doc: 'whether it has a ring for writes that nobody waits for',
  }),
  pad: field(array(uint8_t, 3), { direction: 'in', zero: true, doc: 'must be 0' }),
  id: field(ioservid_t, { direction: 'out', doc: 'the new server' }),
});
export type XenDmOpCreateIoreqServer = Infer<typeof xen_dm_op_create_ioreq_server>;

export const XEN_DMOP_get_ioreq_server_info = 2;

/** Where its pages are. */
export const XEN_DMOP_no_gfns = 1 << 0;

/** What is not to be told of a server. */
export const xen_dmop_info_flags = flags('xen_dmop_info_flags', uint16_t, { XEN_DMOP_no_gfns });

/** How to reach an I/O request server. */
export const xen_dm_op_get_ioreq_server_info = struct('xen_dm_op_get_ioreq_server_info', {
  id: field(ioservid_t, { direction: 'in', doc: 'the server' }),
  flags: field(xen_dmop_info_flags, { direction: 'in', doc: 'what is not to be told' }),
  bufioreq_port: field(evtchn_port_t, { direction: 'out', doc: 'the port of its ring' }),
  ioreq_gfn: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'GFN',
    doc: 'the page of its requests, one for each vCPU',
  }),
  bufioreq_gfn: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'GFN',
    doc: 'the page of its ring',
  }),
});
export type XenDmOpGetIoreqServerInfo = Infer<typeof xen_dm_op_get_ioreq_server_info>;

export const XEN_DMOP_map_io_range_to_ioreq_server = 3;
export const XEN_DMOP_unmap_io_range_from_ioreq_server = 4;

/** I/O ports. */
export const XEN_DMOP_IO_RANGE_PORT = 0;
/** Guest-physical memory. */
export const XEN_DMOP_IO_RANGE_MEMORY = 1;
/** PCI devices: segment, bus, device and function. */
export const XEN_DMOP_IO_RANGE_PCI = 2;

/** What a range is of. */
export const xen_dmop_io_range = enumeration('xen_dmop_io_range', uint32_t, {
  XEN_DMOP_IO_RANGE_PORT,
  XEN_DMOP_IO_RANGE_MEMORY,
  XEN_DMOP_IO_RANGE_PCI,
});

/** A range that an I/O request server serves, or no longer. */
export const xen_dm_op_ioreq_server_range = struct('xen_dm_op_ioreq_server_range', {
  id: field(ioservid_t, { direction: 'in', doc: 'the server' }),
  pad: field(uint16_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  type: field(xen_dmop_io_range, { direction: 'in', doc: 'what the range is of' }),
  start: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'address',
    doc: 'its first port, address or device',
  }),
  end: field(uint64_aligned_t, { direction: 'in', unit: 'address', doc: 'its last' }),
});
export type XenDmOpIoreqServerRange = Infer<typeof xen_dm_op_ioreq_server_range>;

export const XEN_DMOP_set_ioreq_server_state = 5;

/** Turns an I/O request server on or off. */
export const xen_dm_op_set_ioreq_server_state = struct('xen_dm_op_set_ioreq_server_state', {
  id: field(ioservid_t, { direction: 'in', doc: 'the server' }),
  enabled: field(uint8_t, { direction: 'in', doc: 'whether it is on' }),
  pad: field(uint8_t, { direction: 'in', zero: true, doc: 'must be 0' }),
});
export type XenDmOpSetIoreqServerState = Infer<typeof xen_dm_op_set_ioreq_server_state>;

export const XEN_DMOP_destroy_ioreq_server = 6;

/** Ends an I/O request server. */
export const xen_dm_op_destroy_ioreq_server = struct('xen_dm_op_destroy_ioreq_server', {
  id: field(ioservid_t, { direction: 'in', doc: 'the server' }),
  pad: field(uint16_t, { direction: 'in', zero: true, doc: 'must be 0' }),
});
export type XenDmOpDestroyIoreqServer = Infer<typeof xen_dm_op_destroy_ioreq_server>;

export const XEN_DMOP_track_dirty_vram = 7;

/** Asks which of some pages were written; a bit for each goes to the second buffer. */
export const xen_dm_op_track_dirty_vram = struct('xen_dm_op_track_dirty_vram', {
  nr: field(uint32_t, { direction: 'in', unit: 'pages', doc: 'pages; 0 stops it' }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  first_pfn: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'the first of them' }),
});
export type XenDmOpTrackDirtyVram = Infer<typeof xen_dm_op_track_dirty_vram>;

export const XEN_DMOP_set_pci_intx_level = 8;

/** Sets the level of an interrupt pin of a PCI device. */
export const xen_dm_op_set_pci_intx_level = struct('xen_dm_op_set_pci_intx_level', {
  domain: field(uint16_t, { direction: 'in', doc: 'PCI segment; only 0' }),
  bus: field(uint8_t, { direction: 'in', doc: 'PCI bus; only 0' }),
  device: field(uint8_t, { direction: 'in', doc: 'PCI device' }),
  intx: field(uint8_t, { direction: 'in', doc: 'the pin, 0 to 3' }),
  level: field(uint8_t, { direction: 'in', doc: '1 raises it, 0 lowers it' }),
});
export type XenDmOpSetPciIntxLevel = Infer<typeof xen_dm_op_set_pci_intx_level>;

export const XEN_DMOP_set_isa_irq_level = 9;

/** Sets the level of an ISA interrupt. */
export const xen_dm_op_set_isa_irq_level = struct('xen_dm_op_set_isa_irq_level', {
  isa_irq: field(uint8_t, { direction: 'in', doc: 'the interrupt, 0 to 15' }),
  level: field(uint8_t, { direction: 'in', doc: '1 raises it, 0 lowers it' }),
});
export type XenDmOpSetIsaIrqLevel = Infer<typeof xen_dm_op_set_isa_irq_level>;

export const XEN_DMOP_set_pci_link_route = 10;

/** Routes a PCI link to an ISA interrupt. */
export const xen_dm_op_set_pci_link_route = struct('xen_dm_op_set_pci_link_route', {
  link: field(uint8_t, { direction: 'in', doc: 'the link, 0 to 3' }),
  isa_irq: field(uint8_t, { direction: 'in', doc: 'the interrupt, 1 to 15; 0 for none' }),
});
export type XenDmOpSetPciLinkRoute = Infer<typeof xen_dm_op_set_pci_link_route>;

export const XEN_DMOP_modified_memory = 11;

/** Says that pages were written; which ones is in the second buffer. */
export const xen_dm_op_modified_memory = struct('xen_dm_op_modified_memory', {
  nr_extents: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'runs of pages; after an error, the run that it was at, counted from 1',
  }),
  opaque: field(uint32_t, {
    direction: 'inout',
    doc: 'must be 0; the hypervisor keeps its progress here when it is preempted',
  }),
});
export type XenDmOpModifiedMemory = Infer<typeof xen_dm_op_modified_memory>;

/** A run of pages that were written. */
export const xen_dm_op_modified_memory_extent = struct('xen_dm_op_modified_memory_extent', {
  nr: field(uint32_t, { direction: 'in', unit: 'pages', doc: 'pages' }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  first_pfn: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'the first of them' }),
});
export type XenDmOpModifiedMemoryExtent = Infer<typeof xen_dm_op_modified_memory_extent>;

export const XEN_DMOP_set_mem_type = 12;

/** Changes the type of pages. */
export const xen_dm_op_set_mem_type = struct('xen_dm_op_set_mem_type', {
  nr: field(uint32_t, {
    direction: 'inout',
    unit: 'pages',
    doc: 'pages; when it is preempted, those that are left',
  }),
  mem_type: field(hvmmem_type_t, { direction: 'in', doc: 'their new type' }),
  pad: field(uint16_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  first_pfn: field(uint64_aligned_t, {
    direction: 'inout',
    unit: 'GFN',
    doc: 'the first of them; when it is preempted, the first that is left',
  }),
});
export type XenDmOpSetMemType = Infer<typeof xen_dm_op_set_mem_type>;

export const XEN_DMOP_inject_event = 13;

/** An external interrupt. */
export const XEN_DMOP_EVENT_ext_int = 0;
/** An NMI. */
export const XEN_DMOP_EVENT_nmi = 2;
/** An exception. */
export const XEN_DMOP_EVENT_hw_exc = 3;
/** A software interrupt. */
export const XEN_DMOP_EVENT_sw_int = 4;
/** The INT1 instruction. */
export const XEN_DMOP_EVENT_pri_sw_exc = 5;
/** The INT3 or INTO instruction. */
export const XEN_DMOP_EVENT_sw_exc = 6;

/** What kind of event a vCPU gets. */
export const xen_dmop_event = enumeration('xen_dmop_event', uint8_t, {
  XEN_DMOP_EVENT_ext_int,
  XEN_DMOP_EVENT_nmi,
  XEN_DMOP_EVENT_hw_exc,
  XEN_DMOP_EVENT_sw_int,
  XEN_DMOP_EVENT_pri_sw_exc,
  XEN_DMOP_EVENT_sw_exc,
});

/** Gives a vCPU an event when it next runs. */
export const xen_dm_op_inject_event = struct('xen_dm_op_inject_event', {
  vcpuid: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
  vector: field(uint8_t, { direction: 'in', doc: 'the vector' }),
  type: field(xen_dmop_event, { direction: 'in', doc: 'the kind of event' }),
  insn_len: field(uint8_t, { direction: 'in', unit: 'bytes', doc: 'length of the instruction' }),
  pad0: field(uint8_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  error_code: field(uint32_t, {
    direction: 'in',
    unit: 'address',
    doc: 'the error code; all ones for none',
  }),
  pad1: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  cr2: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'address',
    doc: 'page fault: the address',
  }),
});
export type XenDmOpInjectEvent = Infer<typeof xen_dm_op_inject_event>;

export const XEN_DMOP_inject_msi = 14;

/** Sends a message of an emulated device. */
export const xen_dm_op_inject_msi = struct('xen_dm_op_inject_msi', {
  data: field(uint32_t, { direction: 'in', unit: 'address', doc: 'what the message says' }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  addr: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'address',
    doc: 'where it goes: 0xfee and five digits',
  }),
});
export type XenDmOpInjectMsi = Infer<typeof xen_dm_op_inject_msi>;

export const XEN_DMOP_map_mem_type_to_ioreq_server = 15;

/** Reads. */
export const XEN_DMOP_IOREQ_MEM_ACCESS_READ = 1 << 0;
/** Writes. */
export const XEN_DMOP_IOREQ_MEM_ACCESS_WRITE = 1 << 1;

/** Which accesses go to a server; none ends it. */
export const xen_dmop_mem_access = flags('xen_dmop_mem_access', uint32_t, {
  XEN_DMOP_IOREQ_MEM_ACCESS_READ,
  XEN_DMOP_IOREQ_MEM_ACCESS_WRITE,
});

/** Sends accesses to pages of a type to an I/O request server. */
export const xen_dm_op_map_mem_type_to_ioreq_server = struct(
  'xen_dm_op_map_mem_type_to_ioreq_server',
  {
    id: field(ioservid_t, { direction: 'in', doc: 'the server' }),
    type: field(hvmmem_type_t, { direction: 'in', doc: 'the type of the pages' }),
    flags: field(xen_dmop_mem_access, { direction: 'in', doc: 'which accesses; none ends it' }),
    opaque: field(uint64_t, {
      direction: 'inout',
      doc: 'must be 0; the hypervisor keeps its progress here when it is preempted',
    }),
  },
);
export type XenDmOpMapMemTypeToIoreqServer = Infer<typeof xen_dm_op_map_mem_type_to_ioreq_server>;

export const XEN_DMOP_remote_shutdown = 16;

/** Ends the domain. */
export const xen_dm_op_remote_shutdown = struct('xen_dm_op_remote_shutdown', {
  reason: field(enumeration('shutdown_reason', uint32_t, namesOf(shutdown_reason)!.values), {
    direction: 'in',
    doc: 'why',
  }),
});
export type XenDmOpRemoteShutdown = Infer<typeof xen_dm_op_remote_shutdown>;

export const XEN_DMOP_relocate_memory = 17;

/** Moves a run of pages to another place. */
export const xen_dm_op_relocate_memory = struct('xen_dm_op_relocate_memory', {
  size: field(uint32_t, {
    direction: 'inout',
    unit: 'pages',
    doc: 'pages; undefined after the call',
  }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  src_gfn: field(uint64_aligned_t, {
    direction: 'inout',
    unit: 'GFN',
    doc: 'where they are; undefined after the call',
  }),
  dst_gfn: field(uint64_aligned_t, {
    direction: 'inout',
    unit: 'GFN',
    doc: 'where they go; undefined after the call',
  }),
});
export type XenDmOpRelocateMemory = Infer<typeof xen_dm_op_relocate_memory>;

export const XEN_DMOP_pin_memory_cacheattr = 18;

/** Not at all. */
export const XEN_DMOP_MEM_CACHEATTR_UC = 0;
/** Writes are combined. */
export const XEN_DMOP_MEM_CACHEATTR_WC = 1;
/** Writes go through. */
export const XEN_DMOP_MEM_CACHEATTR_WT = 4;
/** Reads alone. */
export const XEN_DMOP_MEM_CACHEATTR_WP = 5;
/** Reads and writes. */
export const XEN_DMOP_MEM_CACHEATTR_WB = 6;
/** Not at all, unless the memory type registers say that writes are combined. */
export const XEN_DMOP_MEM_CACHEATTR_UCM = 7;
/** As if it had not been said. */
export const XEN_DMOP_DELETE_MEM_CACHEATTR = 0xffffffff;

/** How memory is cached. */
export const xen_dmop_mem_cacheattr = enumeration('xen_dmop_mem_cacheattr', uint32_t, {
  XEN_DMOP_MEM_CACHEATTR_UC,
  XEN_DMOP_MEM_CACHEATTR_WC,
  XEN_DMOP_MEM_CACHEATTR_WT,
  XEN_DMOP_MEM_CACHEATTR_WP,
  XEN_DMOP_MEM_CACHEATTR_WB,
  XEN_DMOP_MEM_CACHEATTR_UCM,
  XEN_DMOP_DELETE_MEM_CACHEATTR,
});

/** Fixes how a range of memory is cached. */
export const xen_dm_op_pin_memory_cacheattr = struct('xen_dm_op_pin_memory_cacheattr', {
  start: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'its first page' }),
  end: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'its last page' }),
  type: field(xen_dmop_mem_cacheattr, { direction: 'in', doc: 'how' }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
});
export type XenDmOpPinMemoryCacheattr = Infer<typeof xen_dm_op_pin_memory_cacheattr>;

export const XEN_DMOP_set_irq_level = 19;

/** Sets the level of an interrupt; Arm only. */
export const xen_dm_op_set_irq_level = struct(
  'xen_dm_op_set_irq_level',
  {
    irq: field(uint32_t, { direction: 'in', doc: 'the interrupt, a shared one' }),
    level: field(uint8_t, { direction: 'in', doc: '1 raises it, 0 lowers it' }),
    pad: field(array(uint8_t, 3), { direction: 'in', zero: true, doc: 'must be 0' }),
  },
  { since: '4.15' },
);
export type XenDmOpSetIrqLevel = Infer<typeof xen_dm_op_set_irq_level>;

export const XEN_DMOP_nr_vcpus = 20;

/** How many vCPUs the domain has. */
export const xen_dm_op_nr_vcpus = struct(
  'xen_dm_op_nr_vcpus',
  {
    vcpus: field(uint32_t, { direction: 'out', unit: 'count', doc: 'vCPUs' }),
  },
  { since: '4.15' },
);
export type XenDmOpNrVcpus = Infer<typeof xen_dm_op_nr_vcpus>;

/** By their names. */
const operations = {
  XEN_DMOP_create_ioreq_server,
  XEN_DMOP_get_ioreq_server_info,
  XEN_DMOP_map_io_range_to_ioreq_server,
  XEN_DMOP_unmap_io_range_from_ioreq_server,
  XEN_DMOP_set_ioreq_server_state,
  XEN_DMOP_destroy_ioreq_server,
  XEN_DMOP_track_dirty_vram,
  XEN_DMOP_set_pci_intx_level,
  XEN_DMOP_set_isa_irq_level,
  XEN_DMOP_set_pci_link_route,
  XEN_DMOP_modified_memory,
  XEN_DMOP_set_mem_type,
  XEN_DMOP_inject_event,
  XEN_DMOP_inject_msi,
  XEN_DMOP_map_mem_type_to_ioreq_server,
  XEN_DMOP_remote_shutdown,
  XEN_DMOP_relocate_memory,
  XEN_DMOP_pin_memory_cacheattr,
  XEN_DMOP_set_irq_level,
  XEN_DMOP_nr_vcpus,
};

/** What is asked. */
export const xen_dmop = enumeration('xen_dmop', uint32_t, operations);

/** What a device model asks; it is in the first buffer. */
export const xen_dm_op = struct('xen_dm_op', {
  op: field(xen_dmop, { direction: 'in', doc: 'what is asked' }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  u: field(
    union(
      null,
      {
        create_ioreq_server: field(xen_dm_op_create_ioreq_server, {
          direction: 'inout',
          doc: 'makes a server',
        }),
        get_ioreq_server_info: field(xen_dm_op_get_ioreq_server_info, {
          direction: 'inout',
          doc: 'how to reach a server',
        }),
        map_io_range_to_ioreq_server: field(xen_dm_op_ioreq_server_range, {
          direction: 'in',
          doc: 'a range that a server serves',
        }),
        unmap_io_range_from_ioreq_server: field(xen_dm_op_ioreq_server_range, {
          direction: 'in',
          doc: 'one that it no longer serves',
        }),
        set_ioreq_server_state: field(xen_dm_op_set_ioreq_server_state, {
          direction: 'in',
          doc: 'turns a server on or off',
        }),
        destroy_ioreq_server: field(xen_dm_op_destroy_ioreq_server, {
          direction: 'in',
          doc: 'ends a server',
        }),
        track_dirty_vram: field(xen_dm_op_track_dirty_vram, {
          direction: 'in',
          doc: 'which pages were written',
        }),
        set_pci_intx_level: field(xen_dm_op_set_pci_intx_level, {
          direction: 'in',
          doc: 'the level of a PCI interrupt',
        }),
        set_isa_irq_level: field(xen_dm_op_set_isa_irq_level, {
          direction: 'in',
          doc: 'the level of an ISA interrupt',
        }),
        set_irq_level: field(xen_dm_op_set_irq_level, {
          since: '4.15',
          direction: 'in',
          doc: 'the level of an interrupt',
        }),
        set_pci_link_route: field(xen_dm_op_set_pci_link_route, {
          direction: 'in',
          doc: 'routes a PCI link',
        }),
        modified_memory: field(xen_dm_op_modified_memory, {
          direction: 'inout',
          doc: 'pages were written',
        }),
        set_mem_type: field(xen_dm_op_set_mem_type, {
          direction: 'inout',
          doc: 'the type of pages',
        }),
        inject_event: field(xen_dm_op_inject_event, {
          direction: 'in',
          doc: 'an event for a vCPU',
        }),
        inject_msi: field(xen_dm_op_inject_msi, { direction: 'in', doc: 'a message of a device' }),
        map_mem_type_to_ioreq_server: field(xen_dm_op_map_mem_type_to_ioreq_server, {
          direction: 'inout',
          doc: 'accesses that go to a server',
        }),
        remote_shutdown: field(xen_dm_op_remote_shutdown, {
          direction: 'in',
          doc: 'ends the domain',
        }),
        relocate_memory: field(xen_dm_op_relocate_memory, {
          direction: 'inout',
          doc: 'moves pages',
        }),
        pin_memory_cacheattr: field(xen_dm_op_pin_memory_cacheattr, {
          direction: 'in',
          doc: 'how memory is cached',
        }),
        nr_vcpus: field(xen_dm_op_nr_vcpus, {
          since: '4.15',
          direction: 'out',
          doc: 'how many vCPUs there are',
        }),
      },
      {
        selector: {
          by: 'op',
          live: {
            [XEN_DMOP_create_ioreq_server]: 'create_ioreq_server',
            [XEN_DMOP_get_ioreq_server_info]: 'get_ioreq_server_info',
            [XEN_DMOP_map_io_range_to_ioreq_server]: 'map_io_range_to_ioreq_server',
            [XEN_DMOP_unmap_io_range_from_ioreq_server]: 'unmap_io_range_from_ioreq_server',
            [XEN_DMOP_set_ioreq_server_state]: 'set_ioreq_server_state',
            [XEN_DMOP_destroy_ioreq_server]: 'destroy_ioreq_server',
            [XEN_DMOP_track_dirty_vram]: 'track_dirty_vram',
            [XEN_DMOP_set_pci_intx_level]: 'set_pci_intx_level',
            [XEN_DMOP_set_isa_irq_level]: 'set_isa_irq_level',
            [XEN_DMOP_set_pci_link_route]: 'set_pci_link_route',
            [XEN_DMOP_modified_memory]: 'modified_memory',
            [XEN_DMOP_set_mem_type]: 'set_mem_type',
            [XEN_DMOP_inject_event]: 'inject_event',
            [XEN_DMOP_inject_msi]: 'inject_msi',
            [XEN_DMOP_map_mem_type_to_ioreq_server]: 'map_mem_type_to_ioreq_server',
            [XEN_DMOP_remote_shutdown]: 'remote_shutdown',
            [XEN_DMOP_relocate_memory]: 'relocate_memory',
            [XEN_DMOP_pin_memory_cacheattr]: 'pin_memory_cacheattr',
            [XEN_DMOP_set_irq_level]: 'set_irq_level',
            [XEN_DMOP_nr_vcpus]: 'nr_vcpus',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on what is asked' },
  ),
});
export type XenDmOp = Infer<typeof xen_dm_op>;

/** A buffer of a device model. */
export const xen_dm_op_buf = struct('xen_dm_op_buf', {
  h: field(XEN_GUEST_HANDLE(uint8_t, 'size', 'void'), { direction: 'inout', doc: 'the buffer' }),
  size: field(xen_ulong_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
});
export type XenDmOpBuf = Infer<typeof xen_dm_op_buf>;
