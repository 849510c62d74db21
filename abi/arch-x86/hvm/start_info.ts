/** arch-x86/hvm/start_info.h: what a PVH guest finds when it starts. */
import {
  struct,
  type Infer,
  uint32_t,
  uint64_t,
  enumeration,
  field,
} from '../../../src/schema/index.js';
import { sif } from '../../xen-guest.js';

export const XEN_HVM_START_MAGIC_VALUE = 0x336ec578;
export const XEN_HVM_MEMMAP_TYPE_RAM = 1;
export const XEN_HVM_MEMMAP_TYPE_RESERVED = 2;
export const XEN_HVM_MEMMAP_TYPE_ACPI = 3;
export const XEN_HVM_MEMMAP_TYPE_NVS = 4;
export const XEN_HVM_MEMMAP_TYPE_UNUSABLE = 5;
export const XEN_HVM_MEMMAP_TYPE_DISABLED = 6;
export const XEN_HVM_MEMMAP_TYPE_PMEM = 7;
/** How the struct is known. */
export const xen_hvm_start_magic = enumeration('xen_hvm_start_magic', uint32_t, {
  XEN_HVM_START_MAGIC_VALUE,
});

/** What a PVH guest finds when it starts. */
export const hvm_start_info = struct(
  'hvm_start_info',
  {
    magic: field(xen_hvm_start_magic, { direction: 'out', doc: 'how it is known' }),
    version: field(uint32_t, {
      direction: 'out',
      doc: 'of this struct: 1, or 0 without a memory map',
    }),
    flags: field(sif, { direction: 'out', doc: 'what the guest is' }),
    nr_modules: field(uint32_t, { direction: 'out', unit: 'count', doc: 'modules' }),
    modlist_paddr: field(uint64_t, {
      direction: 'out',
      unit: 'address',
      doc: 'physical address of their list',
    }),
    cmdline_paddr: field(uint64_t, {
      direction: 'out',
      unit: 'address',
      doc: 'physical address of the command line, up to a NUL; 0: none',
    }),
    rsdp_paddr: field(uint64_t, {
      direction: 'out',
      unit: 'address',
      doc: "physical address of ACPI's RSDP",
    }),
    memmap_paddr: field(uint64_t, {
      direction: 'out',
      unit: 'address',
      doc: 'physical address of the memory map',
    }),
    memmap_entries: field(uint32_t, {
      direction: 'out',
      unit: 'count',
      doc: 'entries of the memory map; 0: there is none',
    }),
    reserved: field(uint32_t, { direction: 'out', doc: 'unused' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmStartInfo = Infer<typeof hvm_start_info>;

/** A module. */
export const hvm_modlist_entry = struct(
  'hvm_modlist_entry',
  {
    paddr: field(uint64_t, { direction: 'out', unit: 'address', doc: 'its physical address' }),
    size: field(uint64_t, { direction: 'out', unit: 'bytes', doc: 'its length' }),
    cmdline_paddr: field(uint64_t, {
      direction: 'out',
      unit: 'address',
      doc: 'physical address of its command line, up to a NUL; 0: none',
    }),
    reserved: field(uint64_t, { direction: 'out', doc: 'unused' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmModlistEntry = Infer<typeof hvm_modlist_entry>;

/** What a range of memory is, as ACPI numbers it. */
export const xen_hvm_memmap_type = enumeration('xen_hvm_memmap_type', uint32_t, {
  XEN_HVM_MEMMAP_TYPE_RAM,
  XEN_HVM_MEMMAP_TYPE_RESERVED,
  XEN_HVM_MEMMAP_TYPE_ACPI,
  XEN_HVM_MEMMAP_TYPE_NVS,
  XEN_HVM_MEMMAP_TYPE_UNUSABLE,
  XEN_HVM_MEMMAP_TYPE_DISABLED,
  XEN_HVM_MEMMAP_TYPE_PMEM,
});

/** A range of memory. */
export const hvm_memmap_table_entry = struct(
  'hvm_memmap_table_entry',
  {
    addr: field(uint64_t, { direction: 'out', unit: 'address', doc: 'its physical address' }),
    size: field(uint64_t, { direction: 'out', unit: 'bytes', doc: 'its length' }),
    type: field(xen_hvm_memmap_type, { direction: 'out', doc: 'what it is' }),
    reserved: field(uint32_t, { direction: 'out', doc: 'unused' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmMemmapTableEntry = Infer<typeof hvm_memmap_table_entry>;
