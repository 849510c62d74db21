/** hvm/hvm_info_table.h: what the firmware of an HVM domain is told. */
import {
  array,
  chars,
  field,
  struct,
  uint32_t,
  uint8_t,
  type Infer,
} from '../../src/schema/index.js';

export const HVM_INFO_PFN = 0x9f;
/** Where in the page the table is. */
export const HVM_INFO_OFFSET = 0x800;
export const HVM_INFO_PADDR = 0x9f800;
export const HVM_MAX_VCPUS = 128;

/** What the firmware of an HVM domain is told. */
export const hvm_info_table = struct('hvm_info_table', {
  signature: field(chars(8), { direction: 'out', doc: 'HVM INFO' }),
  length: field(uint32_t, { direction: 'out', unit: 'bytes', doc: 'length of the table' }),
  checksum: field(uint8_t, { direction: 'out', doc: 'makes the sum of all bytes 0' }),
  apic_mode: field(uint8_t, { direction: 'out', doc: 'whether the firmware describes APICs' }),
  nr_vcpus: field(uint32_t, { direction: 'out', unit: 'count', doc: 'vCPUs' }),
  low_mem_pgend: field(uint32_t, {
    direction: 'out',
    unit: 'PFN',
    doc: 'end of the memory below 4 GiB',
  }),
  reserved_mem_pgstart: field(uint32_t, {
    direction: 'out',
    unit: 'PFN',
    doc: 'start of what is reserved below 4 GiB',
  }),
  high_mem_pgend: field(uint32_t, {
    direction: 'out',
    unit: 'PFN',
    doc: 'end of the memory above 4 GiB; 0 for none',
  }),
  vcpu_online: field(array(uint8_t, HVM_MAX_VCPUS / 8), {
    direction: 'out',
    doc: 'a bit for each vCPU that is on',
  }),
});
export type HvmInfoTable = Infer<typeof hvm_info_table>;
