/** xen.h: what PV guests pass and are given, and what tools use everywhere. */
import {
  array,
  chars,
  enumeration,
  field,
  flags,
  int8_t,
  struct,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_int,
  unsigned_long,
  type Infer,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE, XEN_GUEST_HANDLE_64, xen_pfn_t } from './xen.js';

/** Each vCPU's timer. */
export const VIRQ_TIMER = 0;
/** Asks for a dump of the state. */
export const VIRQ_DEBUG = 1;
/** The hypervisor's console has input. */
export const VIRQ_CONSOLE = 2;
/** Something happened to a domain. */
export const VIRQ_DOM_EXC = 3;
/** The trace buffer has records. */
export const VIRQ_TBUF = 4;
/** A domain is paused for a debugger. */
export const VIRQ_DEBUGGER = 6;
/** A sample was taken. */
export const VIRQ_XENOPROF = 7;
/** The console's ring has output. */
export const VIRQ_CON_RING = 8;
/** A CPU came or went. */
export const VIRQ_PCPU_STATE = 9;
/** An event for a monitor. */
export const VIRQ_MEM_EVENT = 10;
/** A message. */
export const VIRQ_ARGO = 11;
/** Memory is low. */
export const VIRQ_ENOMEM = 12;
/** A counter overflowed. */
export const VIRQ_XENPMU = 13;
/** An architecture's own. */
export const VIRQ_ARCH_0 = 16;
export const VIRQ_ARCH_1 = 17;
export const VIRQ_ARCH_2 = 18;
export const VIRQ_ARCH_3 = 19;
export const VIRQ_ARCH_4 = 20;
export const VIRQ_ARCH_5 = 21;
export const VIRQ_ARCH_6 = 22;
export const VIRQ_ARCH_7 = 23;

/** An interrupt that the hypervisor makes. */
export const virq = enumeration('virq', uint32_t, {
  VIRQ_TIMER,
  VIRQ_DEBUG,
  VIRQ_CONSOLE,
  VIRQ_DOM_EXC,
  VIRQ_TBUF,
  VIRQ_DEBUGGER,
  VIRQ_XENOPROF,
  VIRQ_CON_RING,
  VIRQ_PCPU_STATE,
  VIRQ_MEM_EVENT,
  VIRQ_ARGO,
  VIRQ_ENOMEM,
  VIRQ_XENPMU,
  VIRQ_ARCH_0,
  VIRQ_ARCH_1,
  VIRQ_ARCH_2,
  VIRQ_ARCH_3,
  VIRQ_ARCH_4,
  VIRQ_ARCH_5,
  VIRQ_ARCH_6,
  VIRQ_ARCH_7,
});
export const NR_VIRQS = 24;

/** A bitmap: bit n of byte n / 8 is about thing n. */
export const xenctl_bitmap = struct('xenctl_bitmap', {
  // Its length is one byte for each eight bits: a hypercall's table says so.
  bitmap: field(XEN_GUEST_HANDLE_64(uint8_t, undefined, 'uint8'), {
    direction: 'inout',
    doc: 'the bits, eight a byte',
  }),
  nr_bits: field(uint32_t, { direction: 'in', unit: 'count', doc: 'bits that the map has' }),
});
export type XenctlBitmap = Infer<typeof xenctl_bitmap>;

export const MMUEXT_PIN_L1_TABLE = 0;
export const MMUEXT_PIN_L2_TABLE = 1;
export const MMUEXT_PIN_L3_TABLE = 2;
export const MMUEXT_PIN_L4_TABLE = 3;
export const MMUEXT_UNPIN_TABLE = 4;
export const MMUEXT_NEW_BASEPTR = 5;
export const MMUEXT_TLB_FLUSH_LOCAL = 6;
export const MMUEXT_INVLPG_LOCAL = 7;
export const MMUEXT_TLB_FLUSH_MULTI = 8;
export const MMUEXT_INVLPG_MULTI = 9;
export const MMUEXT_TLB_FLUSH_ALL = 10;
export const MMUEXT_INVLPG_ALL = 11;
export const MMUEXT_FLUSH_CACHE = 12;
export const MMUEXT_SET_LDT = 13;
export const MMUEXT_NEW_USER_BASEPTR = 15;
export const MMUEXT_CLEAR_PAGE = 16;
export const MMUEXT_COPY_PAGE = 17;
export const MMUEXT_FLUSH_CACHE_GLOBAL = 18;
export const MMUEXT_MARK_SUPER = 19;
export const MMUEXT_UNMARK_SUPER = 20;

/** What is done with a page table, a TLB or a cache. */
export const mmuext_cmd = enumeration('mmuext_cmd', unsigned_int, {
  MMUEXT_PIN_L1_TABLE,
  MMUEXT_PIN_L2_TABLE,
  MMUEXT_PIN_L3_TABLE,
  MMUEXT_PIN_L4_TABLE,
  MMUEXT_UNPIN_TABLE,
  MMUEXT_NEW_BASEPTR,
  MMUEXT_TLB_FLUSH_LOCAL,
  MMUEXT_INVLPG_LOCAL,
  MMUEXT_TLB_FLUSH_MULTI,
  MMUEXT_INVLPG_MULTI,
  MMUEXT_TLB_FLUSH_ALL,
  MMUEXT_INVLPG_ALL,
  MMUEXT_FLUSH_CACHE,
  MMUEXT_SET_LDT,
  MMUEXT_NEW_USER_BASEPTR,
  MMUEXT_CLEAR_PAGE,
  MMUEXT_COPY_PAGE,
  MMUEXT_FLUSH_CACHE_GLOBAL,
  MMUEXT_MARK_SUPER,
  MMUEXT_UNMARK_SUPER,
});

/** Pins a page table, or flushes a TLB or a cache. */
export const mmuext_op = struct('mmuext_op', {
  cmd: field(mmuext_cmd, { direction: 'in', doc: 'what to do' }),
  arg1: field(
    union(
      null,
      {
        mfn: field(xen_pfn_t, {
          direction: 'in',
          unit: 'MFN',
          doc: 'the page; of MARK_SUPER the first of 512',
        }),
        linear_addr: field(unsigned_long, {
          direction: 'in',
          unit: 'address',
          doc: 'the address to flush, or of the descriptor table',
        }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [MMUEXT_PIN_L1_TABLE]: 'mfn',
            [MMUEXT_PIN_L2_TABLE]: 'mfn',
            [MMUEXT_PIN_L3_TABLE]: 'mfn',
            [MMUEXT_PIN_L4_TABLE]: 'mfn',
            [MMUEXT_UNPIN_TABLE]: 'mfn',
            [MMUEXT_NEW_BASEPTR]: 'mfn',
            [MMUEXT_INVLPG_LOCAL]: 'linear_addr',
            [MMUEXT_INVLPG_MULTI]: 'linear_addr',
            [MMUEXT_INVLPG_ALL]: 'linear_addr',
            [MMUEXT_SET_LDT]: 'linear_addr',
            [MMUEXT_NEW_USER_BASEPTR]: 'mfn',
            [MMUEXT_CLEAR_PAGE]: 'mfn',
            [MMUEXT_COPY_PAGE]: 'mfn',
            [MMUEXT_MARK_SUPER]: 'mfn',
            [MMUEXT_UNMARK_SUPER]: 'mfn',
          },
        },
      },
    ),
    { direction: 'in', doc: 'a page or an address; not used by all' },
  ),
  arg2: field(
    union(
      null,
      {
        nr_ents: field(unsigned_int, {
          direction: 'in',
          unit: 'count',
          doc: 'entries of the descriptor table; 0 for none',
        }),
        // It has as many bits as the domain has vCPUs, in whole words.
        vcpumask: field(XEN_GUEST_HANDLE(uint8_t, undefined, 'const_void'), {
          direction: 'in',
          doc: 'a bit for each vCPU whose TLB is flushed',
        }),
        src_mfn: field(xen_pfn_t, { direction: 'in', unit: 'MFN', doc: 'the page to copy from' }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [MMUEXT_TLB_FLUSH_MULTI]: 'vcpumask',
            [MMUEXT_INVLPG_MULTI]: 'vcpumask',
            [MMUEXT_SET_LDT]: 'nr_ents',
            [MMUEXT_COPY_PAGE]: 'src_mfn',
          },
        },
      },
    ),
    { direction: 'in', doc: 'more of it; used by few' },
  ),
});
export type MmuextOp = Infer<typeof mmuext_op>;

/** The low two bits of a request's `ptr`. */
export const MMU_NORMAL_PT_UPDATE = 0;
export const MMU_MACHPHYS_UPDATE = 1;
export const MMU_PT_UPDATE_PRESERVE_AD = 2;
export const MMU_PT_UPDATE_NO_TRANSLATE = 3;

/** Writes one entry of a page table, or of the M2P. */
export const mmu_update = struct('mmu_update', {
  ptr: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'machine address of the entry, or in the frame of the M2P; the low two bits say which',
  }),
  val: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'the new entry; of the M2P the PFN',
  }),
});
export type MmuUpdate = Infer<typeof mmu_update>;

export const VMASST_CMD_enable = 0;
export const VMASST_CMD_disable = 1;
export const UVMF_NONE = 0;
/** Flushes the whole TLB. */
export const UVMF_TLB_FLUSH = 1 << 0;
/** Flushes the address. */
export const UVMF_INVLPG = 2;
export const UVMF_FLUSHTYPE_MASK = 3;
/** The rest of the word is the address of a bitmap of vCPUs. */
export const UVMF_MULTI = 0;
export const UVMF_LOCAL = 0;
/** On all CPUs. */
export const UVMF_ALL = 1 << 2;
export const CONSOLEIO_write = 0;
export const CONSOLEIO_read = 1;

export const MAX_GUEST_CMDLINE = 1024;

/** It may do what only dom0 may. */
export const SIF_PRIVILEGED = 1 << 0;
/** It is the first domain. */
export const SIF_INITDOMAIN = 1 << 1;
/** Its module is a list of modules. */
export const SIF_MULTIBOOT_MOD = 1 << 2;
/** mod_start is a PFN. */
export const SIF_MOD_START_PFN = 1 << 3;
/** Tools may use its P2M in virtual memory. */
export const SIF_VIRT_P2M_4TOOLS = 1 << 4;

/** What a PV domain is. */
export const sif = flags(
  'sif',
  uint32_t,
  { SIF_PRIVILEGED, SIF_INITDOMAIN, SIF_MULTIBOOT_MOD, SIF_MOD_START_PFN, SIF_VIRT_P2M_4TOOLS },
  { power_management: { shift: 8, width: 8 } },
);
/** How power is managed. */
export const SIF_PM_MASK = 0xff00;

/** What a PV domain is told when it begins. */
export const start_info = struct(
  'start_info',
  {
    magic: field(chars(32), {
      direction: 'out',
      doc: 'the version of the interface: xen-3.0-x86_64',
    }),
    nr_pages: field(unsigned_long, {
      direction: 'out',
      unit: 'pages',
      doc: 'pages that the domain has',
    }),
    shared_info: field(unsigned_long, {
      direction: 'out',
      unit: 'address',
      doc: 'machine address of the shared info page',
    }),
    flags: field(sif, { direction: 'out', doc: 'what the domain is' }),
    store_mfn: field(xen_pfn_t, { direction: 'out', unit: 'MFN', doc: "XenStore's page" }),
    store_evtchn: field(uint32_t, { direction: 'out', doc: "XenStore's event channel" }),
    // Dom0 is told by SIF_INITDOMAIN in `flags`.
    console: field(
      union(null, {
        domU: field(
          struct(null, {
            mfn: field(xen_pfn_t, { direction: 'out', unit: 'MFN', doc: "the console's page" }),
            evtchn: field(uint32_t, { direction: 'out', doc: "the console's event channel" }),
          }),
          { direction: 'out', doc: 'of an ordinary domain' },
        ),
        dom0: field(
          struct(null, {
            info_off: field(uint32_t, {
              direction: 'out',
              unit: 'bytes',
              doc: 'where in this page the console info begins',
            }),
            info_size: field(uint32_t, {
              direction: 'out',
              unit: 'bytes',
              doc: 'length of the console info',
            }),
          }),
          { direction: 'out', doc: 'of the first domain' },
        ),
      }),
      { direction: 'out', doc: 'the console' },
    ),
    pt_base: field(unsigned_long, {
      direction: 'out',
      unit: 'address',
      doc: 'virtual address of the root page table',
    }),
    nr_pt_frames: field(unsigned_long, {
      direction: 'out',
      unit: 'count',
      doc: 'page tables that the domain begins with',
    }),
    mfn_list: field(unsigned_long, {
      direction: 'out',
      unit: 'address',
      doc: 'virtual address of the P2M',
    }),
    mod_start: field(unsigned_long, {
      direction: 'out',
      unit: 'address',
      doc: 'virtual address of the module, or its PFN',
    }),
    mod_len: field(unsigned_long, { direction: 'out', unit: 'bytes', doc: 'length of the module' }),
    cmd_line: field(array(int8_t, MAX_GUEST_CMDLINE), {
      direction: 'out',
      doc: 'the command line',
    }),
    first_p2m_pfn: field(unsigned_long, {
      direction: 'out',
      unit: 'PFN',
      doc: 'first page of the P2M, where it is not in the initial mapping',
    }),
    nr_p2m_frames: field(unsigned_long, {
      direction: 'out',
      unit: 'count',
      doc: 'pages of the P2M',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type StartInfo = Infer<typeof start_info>;

/** A module that was loaded with the kernel. */
export const xen_multiboot_mod_list = struct('xen_multiboot_mod_list', {
  mod_start: field(uint32_t, {
    direction: 'out',
    unit: 'address',
    doc: 'first byte of the module',
  }),
  mod_end: field(uint32_t, { direction: 'out', unit: 'address', doc: 'last byte of the module' }),
  cmdline: field(uint32_t, { direction: 'out', unit: 'address', doc: 'its command line' }),
  pad: field(uint32_t, { direction: 'out', doc: 'must be 0' }),
});
export type XenMultibootModList = Infer<typeof xen_multiboot_mod_list>;

/** A text screen. */
export const XEN_VGATYPE_TEXT_MODE_3 = 3;
/** A frame buffer of VESA. */
export const XEN_VGATYPE_VESA_LFB = 0x23;
/** A frame buffer of EFI. */
export const XEN_VGATYPE_EFI_LFB = 0x70;

/** What kind of screen the host has. */
export const xen_vgatype = enumeration('xen_vgatype', uint8_t, {
  XEN_VGATYPE_TEXT_MODE_3,
  XEN_VGATYPE_VESA_LFB,
  XEN_VGATYPE_EFI_LFB,
});

/** The host's screen, for dom0. */
export const dom0_vga_console_info = struct('dom0_vga_console_info', {
  video_type: field(xen_vgatype, { direction: 'out', doc: 'the kind of screen' }),
  u: field(
    union(
      null,
      {
        text_mode_3: field(
          struct(null, {
            font_height: field(uint16_t, {
              direction: 'out',
              doc: 'height of a character in pixels',
            }),
            cursor_x: field(uint16_t, { direction: 'out', doc: 'column of the cursor' }),
            cursor_y: field(uint16_t, { direction: 'out', doc: 'row of the cursor' }),
            rows: field(uint16_t, { direction: 'out', unit: 'count', doc: 'rows' }),
            columns: field(uint16_t, { direction: 'out', unit: 'count', doc: 'columns' }),
          }),
          { direction: 'out', doc: 'of a text screen' },
        ),
        vesa_lfb: field(
          struct(null, {
            width: field(uint16_t, { direction: 'out', doc: 'pixels a line' }),
            height: field(uint16_t, { direction: 'out', doc: 'lines' }),
            bytes_per_line: field(uint16_t, {
              direction: 'out',
              unit: 'bytes',
              doc: 'length of a line in memory',
            }),
            bits_per_pixel: field(uint16_t, { direction: 'out', doc: 'bits a pixel' }),
            lfb_base: field(uint32_t, {
              direction: 'out',
              unit: 'address',
              doc: 'the frame buffer, the low half of its address',
            }),
            lfb_size: field(uint32_t, { direction: 'out', doc: 'its size in units of 64 KiB' }),
            red_pos: field(uint8_t, { direction: 'out', doc: 'lowest bit of red' }),
            red_size: field(uint8_t, { direction: 'out', doc: 'bits of red' }),
            green_pos: field(uint8_t, { direction: 'out', doc: 'lowest bit of green' }),
            green_size: field(uint8_t, { direction: 'out', doc: 'bits of green' }),
            blue_pos: field(uint8_t, { direction: 'out', doc: 'lowest bit of blue' }),
            blue_size: field(uint8_t, { direction: 'out', doc: 'bits of blue' }),
            rsvd_pos: field(uint8_t, { direction: 'out', doc: 'lowest bit that is reserved' }),
            rsvd_size: field(uint8_t, { direction: 'out', doc: 'bits that are reserved' }),
            gbl_caps: field(uint32_t, { direction: 'out', doc: 'capabilities, as VESA has them' }),
            mode_attrs: field(uint16_t, {
              direction: 'out',
              doc: "the mode's attributes, as VESA has them",
            }),
            pad: field(uint16_t, { direction: 'out', doc: 'not used' }),
            ext_lfb_base: field(uint32_t, {
              direction: 'out',
              unit: 'address',
              doc: 'the frame buffer, the high half of its address',
            }),
          }),
          { direction: 'out', doc: 'of a frame buffer' },
        ),
      },
      {
        selector: {
          by: 'video_type',
          live: {
            [XEN_VGATYPE_TEXT_MODE_3]: 'text_mode_3',
            [XEN_VGATYPE_VESA_LFB]: 'vesa_lfb',
            [XEN_VGATYPE_EFI_LFB]: 'vesa_lfb',
          },
        },
      },
    ),
    { direction: 'out', doc: 'depends on the kind' },
  ),
});
export type Dom0VgaConsoleInfo = Infer<typeof dom0_vga_console_info>;

/** A UUID, its bytes as they are written. */
export const xen_uuid_t = struct('xen_uuid_t', {
  a: field(array(uint8_t, 16), { direction: 'in', doc: 'the bytes' }),
});
export type XenUuidT = Infer<typeof xen_uuid_t>;

/** A domain's UUID. */
export const xen_domain_handle_t = typedef('xen_domain_handle_t', array(uint8_t, 16));
