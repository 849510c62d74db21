/** xen.h, arch-x86/xen.h and arch-arm.h: the types and numbers that memory.h builds on. */
import {
  typedef,
  aligned,
  array,
  enumeration,
  field,
  handle,
  perAbi,
  signed_char,
  struct,
  typeName,
  uint16_t,
  uint64_t,
  unsigned_char,
  unsigned_long,
  type HandleType,
  type Infer,
  type ListLength,
  type Type,
} from '../src/schema/index.js';

/**
 * As wide as a register on x86 and 64 bits elsewhere, so that an arm32 guest shares arm64's
 * layouts. Xen 4.17 has headers for x86 and Arm; those of later releases for RISC-V and PPC
 * say what Arm's says.
 */
export const xen_ulong_t = perAbi(
  'xen_ulong_t',
  { x86_32: unsigned_long, x86_64: unsigned_long },
  uint64_t,
);

/** A page frame number; of which kind is the field's unit. As wide as `xen_ulong_t`. */
export const xen_pfn_t = perAbi(
  'xen_pfn_t',
  { x86_32: unsigned_long, x86_64: unsigned_long },
  uint64_t,
);

/** In the tools view 8-aligned even on x86_32, where a plain `uint64_t` is 4-aligned. */
export const uint64_aligned_t = aligned(8, uint64_t, 'uint64_aligned_t');

/** The first number that no ordinary domain has. */
export const DOMID_FIRST_RESERVED = 0x7ff0;
/** The calling domain. The same number as `DOMID_FIRST_RESERVED`. */
export const DOMID_SELF = 0x7ff0;
/** Owner of memory-mapped I/O. */
export const DOMID_IO = 0x7ff1;
/** Owner of what the hypervisor shares with privileged domains. */
export const DOMID_XEN = 0x7ff2;
/** Owner of pages that are shared copy-on-write. */
export const DOMID_COW = 0x7ff3;
/** Nobody: the owner is not known. */
export const DOMID_INVALID = 0x7ff4;
/** No domain in particular. Newer than 4.17's header, where the number has no name. */
export const DOMID_ANY = 0x7ff5;
/** The idle domain. */
export const DOMID_IDLE = 0x7fff;
/** The bits that a domain number may have. */
export const DOMID_MASK = 0x7fff;

/** Plain `char` by itself: signed on x86, unsigned elsewhere. */
export const plain_char = perAbi(
  'char',
  { x86_32: signed_char, x86_64: signed_char },
  unsigned_char,
  'number',
);

/** A domain's number. */
export const domid_t = typedef(
  'domid_t',
  enumeration('domid', uint16_t, {
    DOMID_SELF,
    DOMID_IO,
    DOMID_XEN,
    DOMID_COW,
    DOMID_INVALID,
    DOMID_ANY,
    DOMID_IDLE,
  }),
);

/** arch-arm.h makes every handle in memory the 64-bit kind, for 32-bit guests too. */
const guestHandle = perAbi(
  'XEN_GUEST_HANDLE',
  { x86_32: unsigned_long, x86_64: unsigned_long },
  uint64_aligned_t,
);

/**
 * A guest virtual address kept in a struct. `length` says how many elements the list behind it
 * has, `name` how the header spells the target (`const_uint8`, `xen_vmemrange_t`).
 */
export function XEN_GUEST_HANDLE<T extends Type>(
  target: T,
  length?: ListLength,
  name: string = typeName(target),
): HandleType<T> {
  return handle(`XEN_GUEST_HANDLE(${name})`, target, guestHandle, length);
}

/** The handle of the tools' structs: 8 bytes, 8-aligned, on every architecture. */
export function XEN_GUEST_HANDLE_64<T extends Type>(
  target: T,
  length?: ListLength,
  name: string = typeName(target),
): HandleType<T> {
  return handle(`XEN_GUEST_HANDLE_64(${name})`, target, uint64_aligned_t, length);
}

/** One hypercall of a multicall's list. */
export const multicall_entry = struct('multicall_entry', {
  op: field(xen_ulong_t, { direction: 'in', doc: 'hypercall number' }),
  result: field(xen_ulong_t, {
    direction: 'out',
    doc: "the hypercall's result, a negative one in two's complement",
  }),
  args: field(array(xen_ulong_t, 6), {
    direction: 'inout',
    doc: 'argument registers; five are used, and preempting the call rewrites them',
  }),
});
export type MulticallEntry = Infer<typeof multicall_entry>;

/** Every hypercall of xen.h by its name without `__HYPERVISOR_`. */
export const hypercalls = Object.freeze({
  set_trap_table: 0,
  mmu_update: 1,
  set_gdt: 2,
  stack_switch: 3,
  set_callbacks: 4,
  fpu_taskswitch: 5,
  sched_op_compat: 6,
  platform_op: 7,
  set_debugreg: 8,
  get_debugreg: 9,
  update_descriptor: 10,
  memory_op: 12,
  multicall: 13,
  update_va_mapping: 14,
  set_timer_op: 15,
  event_channel_op_compat: 16,
  xen_version: 17,
  console_io: 18,
  physdev_op_compat: 19,
  grant_table_op: 20,
  vm_assist: 21,
  update_va_mapping_otherdomain: 22,
  iret: 23,
  vcpu_op: 24,
  set_segment_base: 25,
  mmuext_op: 26,
  xsm_op: 27,
  nmi_op: 28,
  sched_op: 29,
  callback_op: 30,
  xenoprof_op: 31,
  event_channel_op: 32,
  physdev_op: 33,
  hvm_op: 34,
  sysctl: 35,
  domctl: 36,
  kexec_op: 37,
  tmem_op: 38,
  argo_op: 39,
  xenpmu_op: 40,
  dm_op: 41,
  hypfs_op: 42,
  arch_0: 48,
  arch_1: 49,
  arch_2: 50,
  arch_3: 51,
  arch_4: 52,
  arch_5: 53,
  arch_6: 54,
  arch_7: 55,
});
export type HypercallName = keyof typeof hypercalls;

/** Hypercalls that x86 alone has, or had: their numbers are nobody's on Arm. */
export const x86Hypercalls: readonly HypercallName[] = Object.freeze([
  'set_trap_table',
  'mmu_update',
  'set_gdt',
  'stack_switch',
  'set_callbacks',
  'fpu_taskswitch',
  'set_debugreg',
  'get_debugreg',
  'update_descriptor',
  'update_va_mapping',
  'update_va_mapping_otherdomain',
  'iret',
  'set_segment_base',
  'mmuext_op',
  'nmi_op',
  'callback_op',
  'xenoprof_op',
  'kexec_op',
  'tmem_op',
  'xenpmu_op',
  'arch_0',
  'arch_1',
]);
