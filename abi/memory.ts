/** memory.h of Xen 4.17, tools view, latest interface version, in the header's order. */
import {
  array,
  c_int,
  enumeration,
  field,
  flags,
  oneOf,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_int,
  type Infer,
} from '../src/schema/index.js';
import { e820entry } from './e820.js';
import { physdev_pci_device } from './pci-device.js';
import {
  domid_t,
  uint64_aligned_t,
  XEN_GUEST_HANDLE,
  XEN_GUEST_HANDLE_64,
  xen_pfn_t,
  xen_ulong_t,
} from './xen.js';

export const XENMEM_increase_reservation = 0;
export const XENMEM_decrease_reservation = 1;
export const XENMEM_populate_physmap = 6;

/** Populate lazily: the domain gets a page when it first touches it. */
export const XENMEMF_populate_on_demand = 1 << 16;
/** Take memory of the given node or none. */
export const XENMEMF_exact_node_request = 1 << 17;
/** The given node is one of the domain's virtual nodes. */
export const XENMEMF_vnode = 1 << 18;

/** How to allocate: an address width (0: no limit), a NUMA node (stored plus one), and bits. */
export const xenmemf = flags(
  'xenmemf',
  unsigned_int,
  { XENMEMF_populate_on_demand, XENMEMF_exact_node_request, XENMEMF_vnode },
  {
    address_bits: { shift: 0, width: 8 },
    node: { shift: 8, width: 8, bias: -1 },
  },
);

/** A list of extents, each of 2^extent_order pages. */
export const xen_memory_reservation = struct('xen_memory_reservation', {
  extent_start: field(XEN_GUEST_HANDLE(xen_pfn_t, 'nr_extents'), {
    direction: 'inout',
    unit: 'GFN',
    doc: 'first frame of each extent; increase gives MFNs, populate MFNs to a PV guest',
  }),
  nr_extents: field(xen_ulong_t, { direction: 'in', unit: 'count', doc: 'number of extents' }),
  extent_order: field(unsigned_int, {
    direction: 'in',
    unit: 'order',
    doc: 'size and alignment of each extent: 2^extent_order pages',
  }),
  mem_flags: field(xenmemf, { direction: 'in', doc: 'where the memory may come from' }),
  domid: field(domid_t, { direction: 'in', doc: 'whose memory is changed' }),
});
export type XenMemoryReservation = Infer<typeof xen_memory_reservation>;

export const XENMEM_exchange = 11;

/** Gives extents back and receives others of the same total size. */
export const xen_memory_exchange = struct('xen_memory_exchange', {
  in: field(xen_memory_reservation, {
    direction: 'in',
    doc: 'the extents to give back; its mem_flags are ignored',
  }),
  out: field(xen_memory_reservation, {
    direction: 'inout',
    doc: 'where the new extents go: the list has GFNs before the call, MFNs after it',
  }),
  nr_exchanged: field(xen_ulong_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'input extents done; 0 before the first call',
  }),
});
export type XenMemoryExchange = Infer<typeof xen_memory_exchange>;

export const XENMEM_maximum_ram_page = 2;

/** Names the domain that a query is about. */
export const xen_memory_domain = struct(
  'xen_memory_domain',
  {
    domid: field(domid_t, { direction: 'in', doc: 'the domain asked about' }),
  },
  { since: '4.16' },
);
export type XenMemoryDomain = Infer<typeof xen_memory_domain>;

export const XENMEM_current_reservation = 3;
export const XENMEM_maximum_reservation = 4;
export const XENMEM_maximum_gpfn = 14;

export const XENMEM_machphys_mfn_list = 5;

/** Asks for the frames that hold the M2P. */
export const xen_machphys_mfn_list = struct('xen_machphys_mfn_list', {
  max_extents: field(unsigned_int, {
    direction: 'in',
    unit: 'count',
    doc: 'entries that the list has room for',
  }),
  extent_start: field(XEN_GUEST_HANDLE(xen_pfn_t, 'max_extents'), {
    direction: 'out',
    unit: 'MFN',
    doc: 'first frame of each 2 MiB of the M2P; the first nr_extents are written',
  }),
  nr_extents: field(unsigned_int, { direction: 'out', unit: 'count', doc: 'entries written' }),
});
export type XenMachphysMfnList = Infer<typeof xen_machphys_mfn_list>;

export const XENMEM_machphys_compat_mfn_list = 25;

export const XENMEM_machphys_mapping = 12;

/** Where the M2P lies in the guest's address space. */
export const xen_machphys_mapping = struct('xen_machphys_mapping', {
  v_start: field(xen_ulong_t, { direction: 'out', unit: 'address', doc: 'start of the M2P' }),
  v_end: field(xen_ulong_t, { direction: 'out', unit: 'address', doc: 'end of the M2P' }),
  max_mfn: field(xen_ulong_t, {
    direction: 'out',
    unit: 'MFN',
    doc: 'the highest MFN that can be looked up',
  }),
});
export type XenMachphysMapping = Infer<typeof xen_machphys_mapping>;

/** The shared info page. */
export const XENMAPSPACE_shared_info = 0;
/** A page of the grant table. */
export const XENMAPSPACE_grant_table = 1;
/** A page of the domain's own, by frame number. */
export const XENMAPSPACE_gmfn = 2;
/** A run of such pages; only `XENMEM_add_to_physmap` knows it. */
export const XENMAPSPACE_gmfn_range = 3;
/** A page of another domain; only `XENMEM_add_to_physmap_batch` knows it. */
export const XENMAPSPACE_gmfn_foreign = 4;
/** A page of a device's registers; Arm only. */
export const XENMAPSPACE_dev_mmio = 5;

const mapSpaces = {
  XENMAPSPACE_shared_info,
  XENMAPSPACE_grant_table,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_gmfn_range,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_dev_mmio,
};

/** What is mapped: the source that an index counts in. */
export const phys_map_space = enumeration('phys_map_space', unsigned_int, mapSpaces);
/** The same, as narrow as the batched call has it. */
export const phys_map_space_u16 = enumeration('phys_map_space_u16', uint16_t, mapSpaces);

/** This bit of a grant table index asks for the status frames instead. */
export const XENMAPIDX_grant_table_status = 0x80000000;

export const XENMEM_add_to_physmap = 7;

/** Maps a page, or a run of pages, into a translated domain. */
export const xen_add_to_physmap = struct('xen_add_to_physmap', {
  domid: field(domid_t, { direction: 'in', doc: 'whose physical address space changes' }),
  size: field(uint16_t, { direction: 'in', unit: 'pages', doc: 'length of a gmfn_range' }),
  space: field(phys_map_space, { direction: 'in', doc: 'what is mapped' }),
  idx: field(xen_ulong_t, {
    direction: 'in',
    doc: 'which page of the space; its unit depends on it',
  }),
  gpfn: field(xen_pfn_t, { direction: 'in', unit: 'GFN', doc: 'where the page is to appear' }),
});
export type XenAddToPhysmap = Infer<typeof xen_add_to_physmap>;

export const XENMEM_add_to_physmap_batch = 23;

/** What the batched call needs to know for some spaces. */
export const xen_add_to_physmap_batch_extra = union(
  'xen_add_to_physmap_batch_extra',
  {
    foreign_domid: field(domid_t, { direction: 'in', doc: 'gmfn_foreign: whose pages are mapped' }),
    res0: field(uint16_t, { direction: 'in', zero: true, doc: 'any other space: must be 0' }),
  },
  {
    selector: {
      by: 'space',
      live: {
        [XENMAPSPACE_shared_info]: 'res0',
        [XENMAPSPACE_grant_table]: 'res0',
        [XENMAPSPACE_gmfn]: 'res0',
        [XENMAPSPACE_gmfn_range]: 'res0',
        [XENMAPSPACE_gmfn_foreign]: 'foreign_domid',
        [XENMAPSPACE_dev_mmio]: 'res0',
      },
    },
  },
);
export type XenAddToPhysmapBatchExtra = Infer<typeof xen_add_to_physmap_batch_extra>;

/** Maps many pages, each with its own result. */
export const xen_add_to_physmap_batch = struct('xen_add_to_physmap_batch', {
  domid: field(domid_t, { direction: 'in', doc: 'whose physical address space changes' }),
  space: field(phys_map_space_u16, { direction: 'in', doc: 'what is mapped' }),
  size: field(uint16_t, { direction: 'in', unit: 'count', doc: 'length of the three lists' }),
  u: field(xen_add_to_physmap_batch_extra, { direction: 'in', doc: 'depends on the space' }),
  idxs: field(XEN_GUEST_HANDLE(xen_ulong_t, 'size'), {
    direction: 'in',
    doc: 'which pages of the space; their unit depends on it',
  }),
  gpfns: field(XEN_GUEST_HANDLE(xen_pfn_t, 'size'), {
    direction: 'in',
    unit: 'GFN',
    doc: 'where each page is to appear',
  }),
  errs: field(XEN_GUEST_HANDLE(c_int, 'size'), {
    direction: 'out',
    unit: 'errno',
    doc: 'result of each entry: 0 or a negative error',
  }),
});
export type XenAddToPhysmapBatch = Infer<typeof xen_add_to_physmap_batch>;

export const XENMEM_remove_from_physmap = 15;

/** Unmaps a page of a translated domain. */
export const xen_remove_from_physmap = struct('xen_remove_from_physmap', {
  domid: field(domid_t, { direction: 'in', doc: 'whose physical address space changes' }),
  gpfn: field(xen_pfn_t, { direction: 'in', unit: 'GFN', doc: 'the frame to unmap' }),
});
export type XenRemoveFromPhysmap = Infer<typeof xen_remove_from_physmap>;

export const XENMEM_memory_map = 9;

/** A memory map as the firmware describes one. */
export const xen_memory_map = struct('xen_memory_map', {
  nr_entries: field(unsigned_int, {
    direction: 'inout',
    unit: 'count',
    doc: 'entries that the list has room for; after the call, entries written',
  }),
  buffer: field(XEN_GUEST_HANDLE(e820entry, 'nr_entries', 'void'), {
    direction: 'inout',
    doc: 'the entries; the header declares void, their format is the e820entry of 20 bytes',
  }),
});
export type XenMemoryMap = Infer<typeof xen_memory_map>;

export const XENMEM_machine_memory_map = 10;

export const XENMEM_set_memory_map = 13;

/** A memory map for a domain. */
export const xen_foreign_memory_map = struct('xen_foreign_memory_map', {
  domid: field(domid_t, { direction: 'in', doc: 'the domain that will see the map' }),
  map: field(xen_memory_map, { direction: 'in', doc: 'the map' }),
});
export type XenForeignMemoryMap = Infer<typeof xen_foreign_memory_map>;

export const XENMEM_set_pod_target = 16;
export const XENMEM_get_pod_target = 17;

/** The state of a domain that is populated on demand. */
export const xen_pod_target = struct('xen_pod_target', {
  target_pages: field(uint64_t, {
    direction: 'in',
    unit: 'pages',
    doc: 'how many pages the domain is to have',
  }),
  tot_pages: field(uint64_t, {
    direction: 'out',
    unit: 'pages',
    doc: 'pages that the domain has, cache included',
  }),
  pod_cache_pages: field(uint64_t, {
    direction: 'out',
    unit: 'pages',
    doc: 'pages kept ready for frames not yet touched',
  }),
  pod_entries: field(uint64_t, {
    direction: 'out',
    unit: 'pages',
    doc: 'frames not yet touched, which have no page',
  }),
  domid: field(domid_t, { direction: 'in', doc: 'the domain' }),
});
export type XenPodTarget = Infer<typeof xen_pod_target>;

export const XENMEM_get_sharing_freed_pages = 18;
export const XENMEM_get_sharing_shared_pages = 19;

export const XENMEM_paging_op = 20;
export const XENMEM_paging_op_nominate = 0;
export const XENMEM_paging_op_evict = 1;
export const XENMEM_paging_op_prep = 2;

/** What to do with a page that is paged out or in. */
export const xenmem_paging_op = enumeration('xenmem_paging_op', uint8_t, {
  XENMEM_paging_op_nominate,
  XENMEM_paging_op_evict,
  XENMEM_paging_op_prep,
});

/** A step of paging a frame out or in, by a pager outside the hypervisor. */
export const xen_mem_paging_op = struct('xen_mem_paging_op', {
  op: field(xenmem_paging_op, { direction: 'in', doc: 'the step' }),
  domain: field(domid_t, { direction: 'in', doc: 'whose frame it is' }),
  buffer: field(XEN_GUEST_HANDLE_64(uint8_t, 4096, 'const_uint8'), {
    direction: 'in',
    doc: 'prep: the bytes of the page that comes back',
  }),
  gfn: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'the frame' }),
});
export type XenMemPagingOp = Infer<typeof xen_mem_paging_op>;

export const XENMEM_access_op = 21;
export const XENMEM_access_op_set_access = 0;
export const XENMEM_access_op_get_access = 1;
export const XENMEM_access_op_set_access_multi = 4;

/** What to do with access rights; 2 and 3 were once used. */
export const xenmem_access_op = enumeration('xenmem_access_op', uint8_t, {
  XENMEM_access_op_set_access,
  XENMEM_access_op_get_access,
  XENMEM_access_op_set_access_multi,
});

export const XENMEM_access_n = 0;
export const XENMEM_access_r = 1;
export const XENMEM_access_w = 2;
export const XENMEM_access_rw = 3;
export const XENMEM_access_x = 4;
export const XENMEM_access_rx = 5;
export const XENMEM_access_wx = 6;
export const XENMEM_access_rwx = 7;
/** Read and execute until the first write, which turns it into read and write. */
export const XENMEM_access_rx2rw = 8;
/** No access until the first, which is reported and turns it into all; the vCPU goes on. */
export const XENMEM_access_n2rwx = 9;
/** Whatever is the domain's default. */
export const XENMEM_access_default = 10;

/** Access rights of a frame. */
export const xenmem_access_t = enumeration('xenmem_access_t', uint8_t, {
  XENMEM_access_n,
  XENMEM_access_r,
  XENMEM_access_w,
  XENMEM_access_rw,
  XENMEM_access_x,
  XENMEM_access_rx,
  XENMEM_access_wx,
  XENMEM_access_rwx,
  XENMEM_access_rx2rw,
  XENMEM_access_n2rwx,
  XENMEM_access_default,
});

/** Sets or reads access rights of frames. */
export const xen_mem_access_op = struct('xen_mem_access_op', {
  op: field(xenmem_access_op, { direction: 'in', doc: 'set or get' }),
  access: field(xenmem_access_t, { direction: 'inout', doc: 'the rights; get writes them' }),
  domid: field(domid_t, { direction: 'in', doc: 'whose frames they are' }),
  nr: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'frames to set, from pfn on; set_access_multi: length of both lists',
  }),
  pfn: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'GFN',
    doc: "first frame to set, or the one to get; all ones means the domain's default",
  }),
  pfn_list: field(XEN_GUEST_HANDLE(uint64_t, 'nr', 'const_uint64'), {
    direction: 'in',
    unit: 'GFN',
    doc: 'set_access_multi: the frames to set',
  }),
  access_list: field(XEN_GUEST_HANDLE(xenmem_access_t, 'nr', 'const_uint8'), {
    direction: 'in',
    doc: 'set_access_multi: the rights of each frame in pfn_list',
  }),
});
export type XenMemAccessOp = Infer<typeof xen_mem_access_op>;

export const XENMEM_sharing_op = 22;
export const XENMEM_sharing_op_nominate_gfn = 0;
export const XENMEM_sharing_op_nominate_gref = 1;
export const XENMEM_sharing_op_share = 2;
export const XENMEM_sharing_op_debug_gfn = 3;
export const XENMEM_sharing_op_debug_mfn = 4;
export const XENMEM_sharing_op_debug_gref = 5;
export const XENMEM_sharing_op_add_physmap = 6;
export const XENMEM_sharing_op_audit = 7;
export const XENMEM_sharing_op_range_share = 8;
export const XENMEM_sharing_op_fork = 9;
export const XENMEM_sharing_op_fork_reset = 10;

/** What to do with shared pages. */
export const xenmem_sharing_op = enumeration('xenmem_sharing_op', uint8_t, {
  XENMEM_sharing_op_nominate_gfn,
  XENMEM_sharing_op_nominate_gref,
  XENMEM_sharing_op_share,
  XENMEM_sharing_op_debug_gfn,
  XENMEM_sharing_op_debug_mfn,
  XENMEM_sharing_op_debug_gref,
  XENMEM_sharing_op_add_physmap,
  XENMEM_sharing_op_audit,
  XENMEM_sharing_op_range_share,
  XENMEM_sharing_op_fork,
  XENMEM_sharing_op_fork_reset,
});

/** A sharing call's own result: the source's handle is stale. */
export const XENMEM_SHARING_OP_S_HANDLE_INVALID = -10;
/** A sharing call's own result: the client's handle is stale. */
export const XENMEM_SHARING_OP_C_HANDLE_INVALID = -9;
/** In a gfn field of `mem_sharing_op_share`: the rest is a grant reference. */
export const XENMEM_SHARING_OP_FIELD_IS_GREF_FLAG = 1n << 62n;

/** Makes a page sharable. */
export const mem_sharing_op_nominate = struct('mem_sharing_op_nominate', {
  u: field(
    union(
      null,
      {
        gfn: field(uint64_aligned_t, {
          direction: 'in',
          unit: 'GFN',
          doc: 'nominate_gfn: the frame',
        }),
        grant_ref: field(uint32_t, { direction: 'in', doc: 'nominate_gref: the grant reference' }),
      },
      {
        selector: {
          by: 'op',
          outer: true,
          live: {
            [XENMEM_sharing_op_nominate_gfn]: 'gfn',
            [XENMEM_sharing_op_nominate_gref]: 'grant_ref',
          },
        },
      },
    ),
    { direction: 'in', doc: 'the page to nominate' },
  ),
  handle: field(uint64_aligned_t, { direction: 'out', doc: 'names this version of the page' }),
});
export type MemSharingOpNominate = Infer<typeof mem_sharing_op_nominate>;

/** Makes two pages one: the client's frame gets the source's page. */
export const mem_sharing_op_share = struct('mem_sharing_op_share', {
  source_gfn: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'GFN',
    doc: 'the page to keep, or a flagged grant reference',
  }),
  source_handle: field(uint64_aligned_t, { direction: 'in', doc: 'its handle from nominating' }),
  client_gfn: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'GFN',
    doc: 'the frame to redirect, or a flagged grant reference',
  }),
  client_handle: field(uint64_aligned_t, {
    direction: 'in',
    doc: "the client page's handle from nominating",
  }),
  client_domain: field(domid_t, { direction: 'in', doc: 'whose the client frame is' }),
});
export type MemSharingOpShare = Infer<typeof mem_sharing_op_share>;

/** Shares each frame of a run with the same frame of another domain. */
export const mem_sharing_op_range = struct('mem_sharing_op_range', {
  first_gfn: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'GFN',
    doc: 'first frame of the run',
  }),
  last_gfn: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'last frame of the run' }),
  opaque: field(uint64_aligned_t, {
    direction: 'inout',
    doc: 'must be 0; the hypervisor keeps its progress here when it is preempted',
  }),
  client_domain: field(domid_t, { direction: 'in', doc: 'the other domain' }),
  _pad: field(array(uint16_t, 3), { direction: 'in', zero: true, doc: 'must be 0' }),
});
export type MemSharingOpRange = Infer<typeof mem_sharing_op_range>;

/** Names a page whose sharing is to be looked at. */
export const mem_sharing_op_debug = struct('mem_sharing_op_debug', {
  u: field(
    union(
      null,
      {
        gfn: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'debug_gfn: the frame' }),
        mfn: field(uint64_aligned_t, {
          direction: 'in',
          unit: 'MFN',
          doc: 'debug_mfn: the machine frame',
        }),
        gref: field(uint32_t, { direction: 'in', doc: 'debug_gref: the grant reference' }),
      },
      {
        selector: {
          by: 'op',
          outer: true,
          live: {
            [XENMEM_sharing_op_debug_gfn]: 'gfn',
            [XENMEM_sharing_op_debug_mfn]: 'mfn',
            [XENMEM_sharing_op_debug_gref]: 'gref',
          },
        },
      },
    ),
    { direction: 'in', doc: 'the page to look at' },
  ),
});
export type MemSharingOpDebug = Infer<typeof mem_sharing_op_debug>;

export const XENMEM_FORK_WITH_IOMMU_ALLOWED = 1 << 0;
export const XENMEM_FORK_BLOCK_INTERRUPTS = 1 << 1;
export const XENMEM_FORK_RESET_STATE = 1 << 2;
export const XENMEM_FORK_RESET_MEMORY = 1 << 3;

/** How a fork is made or reset. */
export const xenmem_fork = flags('xenmem_fork', uint16_t, {
  XENMEM_FORK_WITH_IOMMU_ALLOWED,
  XENMEM_FORK_BLOCK_INTERRUPTS,
  XENMEM_FORK_RESET_STATE,
  XENMEM_FORK_RESET_MEMORY,
});

/** Makes an empty domain a fork of another, or takes a fork back to its parent's state. */
export const mem_sharing_op_fork = struct(
  'mem_sharing_op_fork',
  {
    parent_domain: field(domid_t, { direction: 'in', doc: 'the domain to fork' }),
    flags: field(xenmem_fork, { direction: 'in', doc: 'how' }),
    pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  },
  { since: '4.14' },
);
export type MemSharingOpFork = Infer<typeof mem_sharing_op_fork>;

/** An operation on shared pages. */
export const xen_mem_sharing_op = struct('xen_mem_sharing_op', {
  op: field(xenmem_sharing_op, { direction: 'in', doc: 'the operation' }),
  domain: field(domid_t, { direction: 'in', doc: 'whose pages they are; of a fork, the fork' }),
  u: field(
    union(
      null,
      {
        nominate: field(mem_sharing_op_nominate, { direction: 'inout', doc: 'nominate_*' }),
        share: field(mem_sharing_op_share, { direction: 'in', doc: 'share, add_physmap' }),
        range: field(mem_sharing_op_range, { direction: 'inout', doc: 'range_share' }),
        debug: field(mem_sharing_op_debug, { direction: 'in', doc: 'debug_*' }),
        fork: field(mem_sharing_op_fork, {
          since: '4.14',
          direction: 'in',
          doc: 'fork, fork_reset',
        }),
      },
      {
        selector: {
          by: 'op',
          live: {
            [XENMEM_sharing_op_nominate_gfn]: 'nominate',
            [XENMEM_sharing_op_nominate_gref]: 'nominate',
            [XENMEM_sharing_op_share]: 'share',
            [XENMEM_sharing_op_debug_gfn]: 'debug',
            [XENMEM_sharing_op_debug_mfn]: 'debug',
            [XENMEM_sharing_op_debug_gref]: 'debug',
            [XENMEM_sharing_op_add_physmap]: 'share',
            [XENMEM_sharing_op_range_share]: 'range',
            [XENMEM_sharing_op_fork]: 'fork',
            [XENMEM_sharing_op_fork_reset]: 'fork',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the operation; audit needs nothing' },
  ),
});
export type XenMemSharingOp = Infer<typeof xen_mem_sharing_op>;

export const XENMEM_claim_pages = 24;

export const XENMEM_reserved_device_memory_map = 27;

/** A range that a device needs where it is, so that no RAM may be put there. */
export const xen_reserved_device_memory = struct('xen_reserved_device_memory', {
  start_pfn: field(xen_pfn_t, { direction: 'out', unit: 'PFN', doc: 'first frame of the range' }),
  nr_pages: field(xen_ulong_t, { direction: 'out', unit: 'pages', doc: 'length of the range' }),
});
export type XenReservedDeviceMemory = Infer<typeof xen_reserved_device_memory>;

/** All ranges of the host, whichever device needs them. */
export const XENMEM_RDM_ALL = 1;

export const xenmem_rdm = flags('xenmem_rdm', uint32_t, { XENMEM_RDM_ALL });

/** Asks for the ranges that devices need where they are. */
export const xen_reserved_device_memory_map = struct('xen_reserved_device_memory_map', {
  flags: field(xenmem_rdm, { direction: 'in', doc: 'all devices or one' }),
  nr_entries: field(unsigned_int, {
    direction: 'inout',
    unit: 'count',
    doc: 'entries that the list has room for; after the call, entries there are',
  }),
  buffer: field(
    XEN_GUEST_HANDLE(xen_reserved_device_memory, 'nr_entries', 'xen_reserved_device_memory_t'),
    { direction: 'out', doc: 'the ranges' },
  ),
  dev: field(
    union(
      null,
      { pci: field(physdev_pci_device, { direction: 'in', doc: 'the PCI device' }) },
      // With XENMEM_RDM_ALL, the only flag, the hypervisor ignores it.
      { selector: { by: 'flags', live: { 0: 'pci' } } },
    ),
    { direction: 'in', doc: 'the device asked about; ignored with XENMEM_RDM_ALL' },
  ),
});
export type XenReservedDeviceMemoryMap = Infer<typeof xen_reserved_device_memory_map>;

export const XENMEM_acquire_resource = 28;
export const XENMEM_resource_ioreq_server = 0;
export const XENMEM_resource_grant_table = 1;
export const XENMEM_resource_vmtrace_buf = 2;

/** A kind of page that the hypervisor keeps for a domain and a tool may map. */
export const xenmem_resource = enumeration('xenmem_resource', uint16_t, {
  XENMEM_resource_ioreq_server,
  XENMEM_resource_grant_table,
  XENMEM_resource_vmtrace_buf,
});

/** `id` of a grant table: its entries. */
export const XENMEM_resource_grant_table_id_shared = 0;
/** `id` of a grant table: its status frames. */
export const XENMEM_resource_grant_table_id_status = 1;
/** `frame` of an ioreq server: its buffered ring; its other pages follow from 1. */
export const XENMEM_resource_ioreq_server_frame_bufioreq = 0;

/** Maps pages that the hypervisor keeps for another domain. */
export const xen_mem_acquire_resource = struct('xen_mem_acquire_resource', {
  domid: field(domid_t, { direction: 'in', doc: 'whose resource it is' }),
  type: field(xenmem_resource, { direction: 'in', doc: 'the kind of resource' }),
  id: field(uint32_t, {
    direction: 'in',
    doc: 'which one of the kind: an ioreq server, a part of the grant table, or 0',
  }),
  nr_frames: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: "frames to map; 0 with a null list asks for the resource's size",
  }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  frame: field(
    oneOf(field(uint64_aligned_t, { until: '4.13.1' }), field(uint64_t, { since: '4.13.2' })),
    { direction: 'inout', doc: 'index within the resource of the first frame to map' },
  ),
  frame_list: field(XEN_GUEST_HANDLE(xen_pfn_t, 'nr_frames'), {
    direction: 'inout',
    unit: 'GFN',
    doc: 'a translated caller gives the GFNs to map at, a PV caller gets MFNs',
  }),
});
export type XenMemAcquireResource = Infer<typeof xen_mem_acquire_resource>;

export const XENMEM_get_vnumainfo = 26;

/** A range of memory that belongs to a virtual NUMA node. */
export const xen_vmemrange = struct('xen_vmemrange', {
  start: field(uint64_t, { direction: 'out', unit: 'address', doc: 'start of the range' }),
  end: field(uint64_t, { direction: 'out', unit: 'address', doc: 'end of the range' }),
  flags: field(unsigned_int, { direction: 'out', doc: 'none is defined' }),
  nid: field(unsigned_int, { direction: 'out', doc: 'the virtual node' }),
});
export type XenVmemrange = Infer<typeof xen_vmemrange>;

/** The virtual NUMA topology of a domain. */
export const xen_vnuma_topology_info = struct('xen_vnuma_topology_info', {
  domid: field(domid_t, { direction: 'in', doc: 'the domain asked about' }),
  pad: field(uint16_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  nr_vnodes: field(unsigned_int, {
    direction: 'inout',
    unit: 'count',
    doc: 'virtual nodes: room for them, then how many there are',
  }),
  nr_vcpus: field(unsigned_int, {
    direction: 'inout',
    unit: 'count',
    doc: 'vCPUs: room for them, then how many there are',
  }),
  nr_vmemranges: field(unsigned_int, {
    direction: 'inout',
    unit: 'count',
    doc: 'ranges: room for them, then how many there are',
  }),
  // `pad` makes each union 8 bytes where a handle has 4.
  vdistance: field(
    union(null, {
      h: field(XEN_GUEST_HANDLE(unsigned_int, ['nr_vnodes', 'nr_vnodes'], 'uint'), {
        direction: 'out',
        doc: 'the square table of distances, row by row',
      }),
      pad: field(uint64_t, { direction: 'out', doc: 'room for a handle of 8 bytes' }),
    }),
    { direction: 'out', doc: 'how far each node is from each' },
  ),
  vcpu_to_vnode: field(
    union(null, {
      h: field(XEN_GUEST_HANDLE(unsigned_int, 'nr_vcpus', 'uint'), {
        direction: 'out',
        doc: 'the node of each vCPU',
      }),
      pad: field(uint64_t, { direction: 'out', doc: 'room for a handle of 8 bytes' }),
    }),
    { direction: 'out', doc: 'where each vCPU is' },
  ),
  vmemrange: field(
    union(null, {
      h: field(XEN_GUEST_HANDLE(xen_vmemrange, 'nr_vmemranges', 'xen_vmemrange_t'), {
        direction: 'out',
        doc: 'the ranges',
      }),
      pad: field(uint64_t, { direction: 'out', doc: 'room for a handle of 8 bytes' }),
    }),
    { direction: 'out', doc: 'which node has which memory' },
  ),
});
export type XenVnumaTopologyInfo = Infer<typeof xen_vnuma_topology_info>;
