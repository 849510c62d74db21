/** hvm/hvm_info_table.h. */
import { array, chars, struct, type Infer, uint32_t, uint8_t } from '../../src/schema/index.js';

export const hvm_info_table = struct('hvm_info_table', {
  signature: chars(8),
  length: uint32_t,
  checksum: uint8_t,
  apic_mode: uint8_t,
  nr_vcpus: uint32_t,
  low_mem_pgend: uint32_t,
  reserved_mem_pgstart: uint32_t,
  high_mem_pgend: uint32_t,
  vcpu_online: array(uint8_t, 16),
});
export type HvmInfoTable = Infer<typeof hvm_info_table>;
