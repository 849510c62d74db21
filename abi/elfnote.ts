/** elfnote.h: the types of the ELF notes by which kernels, crash files and dumps tell about themselves. */
/** Any text. */
export const XEN_ELFNOTE_INFO = 0;
/** Virtual address of the entry point. */
export const XEN_ELFNOTE_ENTRY = 1;
/** Virtual address of the hypercall page. */
export const XEN_ELFNOTE_HYPERCALL_PAGE = 2;
/** Virtual address that the kernel is loaded at. */
export const XEN_ELFNOTE_VIRT_BASE = 3;
/** What to take from the file's physical addresses. */
export const XEN_ELFNOTE_PADDR_OFFSET = 4;
/** The interface: xen-3.0. */
export const XEN_ELFNOTE_XEN_VERSION = 5;
/** The system's name. */
export const XEN_ELFNOTE_GUEST_OS = 6;
/** The system's version. */
export const XEN_ELFNOTE_GUEST_VERSION = 7;
/** The kind of loader. */
export const XEN_ELFNOTE_LOADER = 8;
/** Whether the kernel uses PAE. */
export const XEN_ELFNOTE_PAE_MODE = 9;
/** Features that it knows, and those it needs, as a text. */
export const XEN_ELFNOTE_FEATURES = 10;
/** Whether to load the symbols. */
export const XEN_ELFNOTE_BSD_SYMTAB = 11;
/** The lowest address at which the hypervisor may begin. */
export const XEN_ELFNOTE_HV_START_LOW = 12;
/** Which entries of page tables hold frame numbers. */
export const XEN_ELFNOTE_L1_MFN_VALID = 13;
/** Whether a suspend may be taken back. */
export const XEN_ELFNOTE_SUSPEND_CANCEL = 14;
/** Virtual address of the first P2M. */
export const XEN_ELFNOTE_INIT_P2M = 15;
/** The module need not be mapped. */
export const XEN_ELFNOTE_MOD_START_PFN = 16;
/** Features that it knows, as bits. */
export const XEN_ELFNOTE_SUPPORTED_FEATURES = 17;
/** Physical address of the entry point of a PVH kernel. */
export const XEN_ELFNOTE_PHYS32_ENTRY = 18;
/** Where a PVH kernel may be loaded. */
export const XEN_ELFNOTE_PHYS32_RELOC = 19;
/** The highest of these. */
export const XEN_ELFNOTE_MAX = 19;
/** What there is to know of a crash. */
export const XEN_ELFNOTE_CRASH_INFO = 0x1000001;
/** Registers of a CPU at a crash. */
export const XEN_ELFNOTE_CRASH_REGS = 0x1000002;
/** The file is a dump of a domain. */
export const XEN_ELFNOTE_DUMPCORE_NONE = 0x2000000;
/** The header of the dump. */
export const XEN_ELFNOTE_DUMPCORE_HEADER = 0x2000001;
/** The version of the hypervisor. */
export const XEN_ELFNOTE_DUMPCORE_XEN_VERSION = 0x2000002;
/** The version of the dump's format. */
export const XEN_ELFNOTE_DUMPCORE_FORMAT_VERSION = 0x2000003;
