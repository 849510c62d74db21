/** arch-x86/hvm/start_info.h. */
import { struct, type Infer, uint32_t, uint64_t } from '../../../src/schema/index.js';

export const hvm_start_info = struct(
  'hvm_start_info',
  {
    magic: uint32_t,
    version: uint32_t,
    flags: uint32_t,
    nr_modules: uint32_t,
    modlist_paddr: uint64_t,
    cmdline_paddr: uint64_t,
    rsdp_paddr: uint64_t,
    memmap_paddr: uint64_t,
    memmap_entries: uint32_t,
    reserved: uint32_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmStartInfo = Infer<typeof hvm_start_info>;

export const hvm_modlist_entry = struct(
  'hvm_modlist_entry',
  {
    paddr: uint64_t,
    size: uint64_t,
    cmdline_paddr: uint64_t,
    reserved: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmModlistEntry = Infer<typeof hvm_modlist_entry>;

export const hvm_memmap_table_entry = struct(
  'hvm_memmap_table_entry',
  {
    addr: uint64_t,
    size: uint64_t,
    type: uint32_t,
    reserved: uint32_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmMemmapTableEntry = Infer<typeof hvm_memmap_table_entry>;
