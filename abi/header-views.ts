import { structs, unlisted } from './index.js';

/** What Xen's public headers ask of whoever includes them, before they declare a struct. */
export interface HeaderView {
  readonly struct: string;
  /** The header, and the macro that it defines. */
  readonly header: string;
  readonly guard: string;
  /** The first `__XEN_INTERFACE_VERSION__` that declares it as it is here. */
  readonly since?: number;
  /** Members that are bit-fields of all their bytes there, which have no offsetof. */
  readonly bitFields?: readonly string[];
  /** Declared for the hypervisor and its tools alone (`__XEN_TOOLS__`). */
  readonly isForTools: boolean;
}

/** The macros that show everything: to tools, and to Xen itself; and that of the version. */
export const FOR_TOOLS_MACRO = '__XEN_TOOLS__';
export const FOR_XEN_MACRO = '__XEN__';
export const VERSION_MACRO = '__XEN_INTERFACE_VERSION__';
/** The macro that xen-compat.h defines; headers that only look like Xen's, as Linux's, have none. */
export const XEN_HEADERS = '__XEN_PUBLIC_XEN_COMPAT_H__';
/** `__XEN_LATEST_INTERFACE_VERSION__` of 4.17. */
export const INTERFACE_VERSION = 0x00040e00;

/** Older interfaces have other fields: `address_bits`, no `flags`, no union of domids. */
const SINCE: Readonly<Record<string, number>> = {
  xen_memory_reservation: 0x00030209,
  xen_memory_exchange: 0x00030209,
  vcpu_time_info: 0x00040601,
  vcpu_info: 0x00040601,
  shared_info: 0x00040601,
  xen_add_to_physmap_batch: 0x00040700,
  xen_add_to_physmap_batch_extra: 0x00040700,
};
const FOR_TOOLS =
  /^(mem_sharing_op|xen_mem_sharing_op|xen_mem_access_op|xen_mem_paging_op|xen_reserved_device_memory)/;

const headerOf = (name: string): string => {
  if (name.startsWith('physdev_')) return 'physdev';
  return /^xen_(?!ulong)|^mem_/.test(name) ? 'memory' : 'xen';
};

/** Of every struct that a public header about memory declares. */
export const headerViews: readonly HeaderView[] = [...new Set(structs.map(({ name }) => name!))]
  .filter((name) => !unlisted.includes(name))
  .map((struct) => {
    const header = headerOf(struct);
    const since = SINCE[struct];
    return {
      struct,
      header: `xen/${header}.h`,
      guard: `__XEN_PUBLIC_${header.toUpperCase()}_H__`,
      ...(since !== undefined && { since }),
      isForTools: FOR_TOOLS.test(struct),
    };
  });

/** Macros of headers that are not called after their file. */
const GUARDS: Readonly<Record<string, string>> = {
  'arch-x86/xen-mca.h': '__XEN_PUBLIC_ARCH_X86_MCA_H__',
  'hvm/ioreq.h': '_IOREQ_H_',
  'io/pciif.h': '__XEN_PCI_COMMON_H__',
  'io/vscsiif.h': '__XEN__PUBLIC_IO_SCSI_H__',
  'io/xs_wire.h': '_XS_WIRE_H',
  'kexec.h': '_XEN_PUBLIC_KEXEC_H',
  'vm_event.h': '_XEN_PUBLIC_VM_EVENT_H',
  'xsm/flask_op.h': '__FLASK_OP_H__',
};
/** Headers that another includes, where the architecture is theirs. */
const INCLUDED_BY: Readonly<Record<string, string>> = {
  'arch-arm.h': 'xen.h',
  'arch-x86/hvm/save.h': 'hvm/save.h',
  'arch-x86/pmu.h': 'pmu.h',
  'arch-x86/xen.h': 'xen.h',
  'arch-x86/xen-x86_32.h': 'xen.h',
  'arch-x86/xen-x86_64.h': 'xen.h',
};
/** Headers whose structs are all for tools; and single structs, or of which some member is. */
const TOOLS_HEADERS = new Set(['domctl.h', 'sysctl.h', 'vm_event.h']);
const TOOLS_STRUCTS = new Set([
  'cpu_user_regs',
  'vcpu_guest_context',
  'xen_arch_domainconfig',
  'xen_mc',
  'xen_mc_inject_v2',
  'xenctl_bitmap',
]);
/** Bit-fields of all their bytes, which compilers record as plain members. */
const BIT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  hvm_hw_cpu: ['pending_vector'],
};
/** Declared as a typedef or by a macro, under no tag; libxenvchan.h has no macro of its own. */
const WITHOUT_VIEW = /^(xen_uuid_t|xen_callback|vm_event_io|vchan_interface|ring_shared)$/;

const guardOf = (header: string): string =>
  GUARDS[header] ??
  `__XEN_PUBLIC_${header.replace(/\.h$/, '').replaceAll(/[/-]/g, '_').toUpperCase()}_H__`;

/**
 * Of structs of any header, as `struct-index.ts` has them.
 * @param isThere whether the headers' release has one
 */
export function viewsOf(
  index: Readonly<Record<string, readonly string[]>>,
  isThere: (struct: string) => boolean,
): readonly HeaderView[] {
  const known = new Set(headerViews.map(({ struct }) => struct));
  const others = Object.entries(index).flatMap(([file, names]) => {
    const header = INCLUDED_BY[file] ?? file;
    return names
      .filter((name) => !known.has(name) && !WITHOUT_VIEW.test(name) && isThere(name))
      .map((struct) => ({
        struct,
        header: `xen/${header}`,
        guard: guardOf(header),
        ...(Object.hasOwn(BIT_FIELDS, struct) && { bitFields: BIT_FIELDS[struct] }),
        isForTools: TOOLS_HEADERS.has(header) || TOOLS_STRUCTS.has(struct),
      }));
  });
  return [...headerViews, ...others];
}

/** What the hypervisor's compat headers call a struct of 32-bit guests. */
export const compatName = (name: string): string => `compat_${name.replace(/^xen_/, '')}`;
/** Bytes: the compat headers are compiled with `#pragma pack(4)`. */
export const COMPAT_ALIGN = 4;
