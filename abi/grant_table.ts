/** grant_table.h: pages that a domain lets others map, copy or take. */
import {
  array,
  enumeration,
  field,
  flags,
  int16_t,
  struct,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  union,
  type Infer,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE, domid_t, xen_pfn_t } from './xen.js';

/** Names a grant: an index into the grant table of the domain that grants. */
export const grant_ref_t = typedef('grant_ref_t', uint32_t);

/** The first entries of a table that tools fill in and a change of version keeps. */
export const GNTTAB_NR_RESERVED_ENTRIES = 8;
export const GNTTAB_RESERVED_CONSOLE = 0;
export const GNTTAB_RESERVED_XENSTORE = 1;

/** Grants nothing. */
export const GTF_invalid = 0;
/** The domain may map the frame. */
export const GTF_permit_access = 1;
/** The domain may give a page to this one. */
export const GTF_accept_transfer = 2;
/** The domain may copy what another domain has granted. */
export const GTF_transitive = 3;
/** The bits of the type. */
export const GTF_type_mask = 3;
/** permit_access: for reading alone. */
export const GTF_readonly = 1 << 2;
/** permit_access: mapped for reading. */
export const GTF_reading = 1 << 3;
/** permit_access: mapped for writing. */
export const GTF_writing = 1 << 4;
/** permit_access: the cache attributes of its mappings. */
export const GTF_PWT = 1 << 5;
export const GTF_PCD = 1 << 6;
export const GTF_PAT = 1 << 7;
/** permit_access: a part of the page, to be copied and not mapped. */
export const GTF_sub_page = 1 << 8;
/** accept_transfer: a page is on its way. */
export const GTF_transfer_committed = 1 << 2;
/** accept_transfer: the page has come. */
export const GTF_transfer_completed = 1 << 3;

/** The type of a grant; bits 2 and 3 mean something else for each type, so they are a number. */
export const grant_flags = flags(
  'grant_flags',
  uint16_t,
  { GTF_writing, GTF_PWT, GTF_PCD, GTF_PAT, GTF_sub_page },
  { type: { shift: 0, width: 2 }, subflags: { shift: 2, width: 2 } },
);

/** An entry of a grant table of version 1. */
export const grant_entry_v1 = struct('grant_entry_v1', {
  flags: field(grant_flags, {
    direction: 'inout',
    doc: 'what is granted; the hypervisor says here that it is in use',
  }),
  domid: field(domid_t, { direction: 'in', doc: 'to whom' }),
  frame: field(uint32_t, {
    direction: 'inout',
    unit: 'GFN',
    doc: 'the page; accept_transfer: after the transfer, the MFN of the page that came',
  }),
});
export type GrantEntryV1 = Infer<typeof grant_entry_v1>;

/** What the entries of both versions begin with. */
export const grant_entry_header = struct('grant_entry_header', {
  flags: field(grant_flags, { direction: 'in', doc: 'what is granted' }),
  domid: field(domid_t, { direction: 'in', doc: 'to whom' }),
});
export type GrantEntryHeader = Infer<typeof grant_entry_header>;

/** An entry of a grant table of version 2; which member is live is in the flags of each. */
export const grant_entry_v2 = union('grant_entry_v2', {
  hdr: field(grant_entry_header, { direction: 'in', doc: 'what all members begin with' }),
  full_page: field(
    struct(null, {
      hdr: field(grant_entry_header, { direction: 'in', doc: 'what is granted, to whom' }),
      pad0: field(uint32_t, { direction: 'in', doc: 'not used' }),
      frame: field(uint64_t, {
        direction: 'inout',
        unit: 'GFN',
        doc: 'the page; accept_transfer: after the transfer, the MFN of the page that came',
      }),
    }),
    { direction: 'in', doc: 'a whole page' },
  ),
  sub_page: field(
    struct(null, {
      hdr: field(grant_entry_header, { direction: 'in', doc: 'what is granted, to whom' }),
      page_off: field(uint16_t, {
        direction: 'in',
        unit: 'bytes',
        doc: 'where in the page the part begins',
      }),
      length: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'length of the part' }),
      frame: field(uint64_t, { direction: 'in', unit: 'GFN', doc: 'the page' }),
    }),
    { direction: 'in', doc: 'a part of a page, with GTF_sub_page' },
  ),
  transitive: field(
    struct(null, {
      hdr: field(grant_entry_header, { direction: 'in', doc: 'what is granted, to whom' }),
      trans_domid: field(domid_t, { direction: 'in', doc: 'the domain that granted it' }),
      pad0: field(uint16_t, { direction: 'in', doc: 'not used' }),
      gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of that domain' }),
    }),
    { direction: 'in', doc: 'what another domain has granted' },
  ),
  __spacer: field(array(uint32_t, 4), { direction: 'in', doc: 'makes the size a power of two' }),
});
export type GrantEntryV2 = Infer<typeof grant_entry_v2>;

/** Whether a grant of version 2 is in use: GTF_reading and GTF_writing alone. */
export const grant_status_t = typedef('grant_status_t', uint16_t);

export const GNTTABOP_map_grant_ref = 0;
export const GNTTABOP_unmap_grant_ref = 1;
export const GNTTABOP_setup_table = 2;
export const GNTTABOP_dump_table = 3;
export const GNTTABOP_transfer = 4;
export const GNTTABOP_copy = 5;
export const GNTTABOP_query_size = 6;
export const GNTTABOP_unmap_and_replace = 7;
export const GNTTABOP_set_version = 8;
export const GNTTABOP_get_status_frames = 9;
export const GNTTABOP_get_version = 10;
export const GNTTABOP_swap_grant_ref = 11;
export const GNTTABOP_cache_flush = 12;

/** Names a mapping of a grant, to unmap it by. */
export const grant_handle_t = typedef('grant_handle_t', uint32_t);

/** For devices: the call returns a bus address. */
export const GNTMAP_device_map = 1 << 0;
/** For the CPUs: at host_addr. */
export const GNTMAP_host_map = 1 << 1;
/** For reading alone. */
export const GNTMAP_readonly = 1 << 2;
/** For user mode too. */
export const GNTMAP_application_map = 1 << 3;
/** host_addr is the machine address of a page table entry. */
export const GNTMAP_contains_pte = 1 << 4;

/** How a grant is mapped. */
export const gntmap = flags(
  'gntmap',
  uint32_t,
  {
    GNTMAP_device_map,
    GNTMAP_host_map,
    GNTMAP_readonly,
    GNTMAP_application_map,
    GNTMAP_contains_pte,
  },
  { guest_avail: { shift: 16, width: 16 } },
);
/** Bits for those of the page table entry that are the guest's own. */
export const GNTMAP_guest_avail_mask = 0xffff0000;

/** Done. */
export const GNTST_okay = 0;
/** Failed, without a reason of its own. */
export const GNTST_general_error = -1;
/** There is no such domain. */
export const GNTST_bad_domain = -2;
/** There is no such grant, or it grants something else. */
export const GNTST_bad_gntref = -3;
/** There is no such mapping, or it is another. */
export const GNTST_bad_handle = -4;
/** host_addr cannot be mapped there. */
export const GNTST_bad_virt_addr = -5;
/** dev_bus_addr is not that of the mapping. */
export const GNTST_bad_dev_addr = -6;
/** The I/O MMU has no room. */
export const GNTST_no_device_space = -7;
/** The caller may not do this. */
export const GNTST_permission_denied = -8;
/** The page is not fit for it. */
export const GNTST_bad_page = -9;
/** A copy would cross the end of a page. */
export const GNTST_bad_copy_arg = -10;
/** The receiver cannot address the page. */
export const GNTST_address_too_big = -11;
/** Not now: try again. */
export const GNTST_eagain = -12;
/** There is no room left, for handles for example. */
export const GNTST_no_space = -13;

/** What became of one element. */
export const gntst = enumeration('gntst', int16_t, {
  GNTST_okay,
  GNTST_general_error,
  GNTST_bad_domain,
  GNTST_bad_gntref,
  GNTST_bad_handle,
  GNTST_bad_virt_addr,
  GNTST_bad_dev_addr,
  GNTST_no_device_space,
  GNTST_permission_denied,
  GNTST_bad_page,
  GNTST_bad_copy_arg,
  GNTST_address_too_big,
  GNTST_eagain,
  GNTST_no_space,
});

/** Maps a page that another domain grants. */
export const gnttab_map_grant_ref = struct('gnttab_map_grant_ref', {
  host_addr: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'where to map it: a virtual address, of a page table entry, or guest-physical',
  }),
  flags: field(gntmap, { direction: 'in', doc: 'how to map it' }),
  ref: field(grant_ref_t, { direction: 'in', doc: 'the grant' }),
  dom: field(domid_t, { direction: 'in', doc: 'whose grant it is' }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
  handle: field(grant_handle_t, { direction: 'out', doc: 'names the mapping, to unmap it by' }),
  dev_bus_addr: field(uint64_t, {
    direction: 'out',
    unit: 'address',
    doc: 'GNTMAP_device_map: where devices find the page',
  }),
});
export type GnttabMapGrantRef = Infer<typeof gnttab_map_grant_ref>;

/** Unmaps a page that another domain granted. */
export const gnttab_unmap_grant_ref = struct('gnttab_unmap_grant_ref', {
  host_addr: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'where it is mapped; 0 leaves that mapping',
  }),
  dev_bus_addr: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'where devices find it; 0 leaves that mapping',
  }),
  handle: field(grant_handle_t, { direction: 'in', doc: 'the mapping' }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
});
export type GnttabUnmapGrantRef = Infer<typeof gnttab_unmap_grant_ref>;

/** Gives a domain a grant table of at least so many pages, and tells where they are. */
export const gnttab_setup_table = struct('gnttab_setup_table', {
  dom: field(domid_t, { direction: 'in', doc: 'whose table it is' }),
  nr_frames: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'pages that it is to have, and entries of the list',
  }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
  frame_list: field(XEN_GUEST_HANDLE(xen_pfn_t, 'nr_frames'), {
    direction: 'out',
    unit: 'GFN',
    doc: 'the pages; a PV domain gets MFNs',
  }),
});
export type GnttabSetupTable = Infer<typeof gnttab_setup_table>;

/** Prints a grant table on the console. */
export const gnttab_dump_table = struct('gnttab_dump_table', {
  dom: field(domid_t, { direction: 'in', doc: 'whose table it is' }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
});
export type GnttabDumpTable = Infer<typeof gnttab_dump_table>;

/** Gives a page to a domain that waits for one, for good. */
export const gnttab_transfer = struct('gnttab_transfer', {
  mfn: field(xen_pfn_t, { direction: 'in', unit: 'MFN', doc: 'the page' }),
  domid: field(domid_t, { direction: 'in', doc: 'the domain that gets it' }),
  ref: field(grant_ref_t, { direction: 'in', doc: 'its grant that accepts a transfer' }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
});
export type GnttabTransfer = Infer<typeof gnttab_transfer>;

export const GNTCOPY_source_gref = 1 << 0;
export const GNTCOPY_dest_gref = 1 << 1;

/** Which ends of a copy are grants. */
export const gntcopy = flags('gntcopy', uint16_t, { GNTCOPY_source_gref, GNTCOPY_dest_gref });

/** One end of a copy; `isGrant` is the flag of the copy that says that it is a grant. */
const end = (isGrant?: number) =>
  struct('gnttab_copy_ptr', {
    u: field(
      union(
        null,
        {
          ref: field(grant_ref_t, { direction: 'in', doc: 'a grant of the domain' }),
          gmfn: field(xen_pfn_t, {
            direction: 'in',
            unit: 'GFN',
            doc: 'a page of the domain; of a PV domain its MFN',
          }),
        },
        isGrant === undefined
          ? {}
          : {
              selector: {
                by: 'flags',
                outer: true,
                live: Object.fromEntries(
                  [0, 1, 2, 3].map((flags) => [flags, flags & isGrant ? 'ref' : 'gmfn']),
                ),
              },
            },
      ),
      { direction: 'in', doc: 'the page' },
    ),
    domid: field(domid_t, { direction: 'in', doc: 'whose page it is' }),
    offset: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'where in the page to begin' }),
  });

/** One end of a copy by itself: the flags of the copy say whether it is a grant. */
export const gnttab_copy_ptr = end();
export type GnttabCopyPtr = Infer<typeof gnttab_copy_ptr>;

/** Copies bytes between pages of two domains. */
export const gnttab_copy = struct('gnttab_copy', {
  source: field(end(GNTCOPY_source_gref), { direction: 'in', doc: 'from where' }),
  dest: field(end(GNTCOPY_dest_gref), { direction: 'in', doc: 'to where' }),
  len: field(uint16_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'how much; no copy crosses the end of a page',
  }),
  flags: field(gntcopy, { direction: 'in', doc: 'which ends are grants' }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
});
export type GnttabCopy = Infer<typeof gnttab_copy>;

/** How large a grant table is and may be. */
export const gnttab_query_size = struct('gnttab_query_size', {
  dom: field(domid_t, { direction: 'in', doc: 'whose table it is' }),
  nr_frames: field(uint32_t, { direction: 'out', unit: 'pages', doc: 'how large it is' }),
  max_nr_frames: field(uint32_t, { direction: 'out', unit: 'pages', doc: 'how large it may be' }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
});
export type GnttabQuerySize = Infer<typeof gnttab_query_size>;

/** Unmaps a granted page and moves another mapping to its address. */
export const gnttab_unmap_and_replace = struct('gnttab_unmap_and_replace', {
  host_addr: field(uint64_t, { direction: 'in', unit: 'address', doc: 'where it is mapped' }),
  new_addr: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'the mapping to move there, which is then gone; must be 0 where the guest is translated',
  }),
  handle: field(grant_handle_t, { direction: 'in', doc: 'the mapping' }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
});
export type GnttabUnmapAndReplace = Infer<typeof gnttab_unmap_and_replace>;

/** Which version the entries of the caller's table have. */
export const gnttab_set_version = struct('gnttab_set_version', {
  version: field(uint32_t, {
    direction: 'inout',
    doc: 'the version to use, 1 or 2; after the call, the one in use',
  }),
});
export type GnttabSetVersion = Infer<typeof gnttab_set_version>;

/** Where the status of grants of version 2 is. */
export const gnttab_get_status_frames = struct('gnttab_get_status_frames', {
  nr_frames: field(uint32_t, { direction: 'in', unit: 'count', doc: 'entries of the list' }),
  dom: field(domid_t, { direction: 'in', doc: 'whose table it is' }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
  frame_list: field(XEN_GUEST_HANDLE(uint64_t, 'nr_frames'), {
    direction: 'out',
    unit: 'GFN',
    doc: 'the pages; a PV domain gets MFNs',
  }),
});
export type GnttabGetStatusFrames = Infer<typeof gnttab_get_status_frames>;

/** Which version a table has. */
export const gnttab_get_version = struct('gnttab_get_version', {
  dom: field(domid_t, { direction: 'in', doc: 'whose table it is' }),
  pad: field(uint16_t, { direction: 'in', doc: 'not used' }),
  version: field(uint32_t, { direction: 'out', doc: 'the version in use' }),
});
export type GnttabGetVersion = Infer<typeof gnttab_get_version>;

/** Swaps two entries of the caller's table. */
export const gnttab_swap_grant_ref = struct('gnttab_swap_grant_ref', {
  ref_a: field(grant_ref_t, { direction: 'in', doc: 'the one' }),
  ref_b: field(grant_ref_t, { direction: 'in', doc: 'the other' }),
  status: field(gntst, { direction: 'out', doc: 'what became of it' }),
});
export type GnttabSwapGrantRef = Infer<typeof gnttab_swap_grant_ref>;

/** Writes what the caches have to memory. */
export const GNTTAB_CACHE_CLEAN = 1 << 0;
/** Forgets what the caches have. */
export const GNTTAB_CACHE_INVAL = 1 << 1;
/** The memory is named by a grant. */
export const GNTTAB_CACHE_SOURCE_GREF = 0x80000000;

/** What to do with the caches. */
export const gnttab_cache = flags('gnttab_cache', uint32_t, {
  GNTTAB_CACHE_CLEAN,
  GNTTAB_CACHE_INVAL,
  GNTTAB_CACHE_SOURCE_GREF,
});

const cleans = GNTTAB_CACHE_CLEAN;
const invalidates = GNTTAB_CACHE_INVAL;
const byGrant = GNTTAB_CACHE_SOURCE_GREF;

/** Cleans or invalidates the caches of granted memory. */
export const gnttab_cache_flush = struct('gnttab_cache_flush', {
  a: field(
    union(
      null,
      {
        dev_bus_addr: field(uint64_t, {
          direction: 'in',
          unit: 'address',
          doc: 'the address that mapping it for devices returned',
        }),
        ref: field(grant_ref_t, { direction: 'in', doc: 'GNTTAB_CACHE_SOURCE_GREF: the grant' }),
      },
      {
        selector: {
          by: 'op',
          live: {
            0: 'dev_bus_addr',
            [cleans]: 'dev_bus_addr',
            [invalidates]: 'dev_bus_addr',
            [cleans + invalidates]: 'dev_bus_addr',
            [byGrant]: 'ref',
            [byGrant + cleans]: 'ref',
            [byGrant + invalidates]: 'ref',
            [byGrant + cleans + invalidates]: 'ref',
          },
        },
      },
    ),
    { direction: 'in', doc: 'the page' },
  ),
  offset: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'where in the page to begin' }),
  length: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'how much' }),
  op: field(gnttab_cache, { direction: 'in', doc: 'what to do' }),
});
export type GnttabCacheFlush = Infer<typeof gnttab_cache_flush>;
