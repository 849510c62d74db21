/** hvm/hvm_vcpu.h: the registers that a vCPU of a PVH domain begins with. */
import {
  array,
  enumeration,
  field,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  union,
  type Infer,
} from '../../src/schema/index.js';

/** The registers of a vCPU that begins in 32-bit mode. */
export const vcpu_hvm_x86_32 = struct('vcpu_hvm_x86_32', {
  eax: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register eax' }),
  ecx: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register ecx' }),
  edx: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register edx' }),
  ebx: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register ebx' }),
  esp: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register esp' }),
  ebp: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register ebp' }),
  esi: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register esi' }),
  edi: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register edi' }),
  eip: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register eip' }),
  eflags: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register eflags' }),
  cr0: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register cr0' }),
  cr3: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register cr3' }),
  cr4: field(uint32_t, { direction: 'in', unit: 'address', doc: 'register cr4' }),
  pad1: field(uint32_t, { direction: 'in', doc: 'not used' }),
  efer: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register efer' }),
  cs_base: field(uint32_t, { direction: 'in', unit: 'address', doc: 'base of cs' }),
  ds_base: field(uint32_t, { direction: 'in', unit: 'address', doc: 'base of ds' }),
  ss_base: field(uint32_t, { direction: 'in', unit: 'address', doc: 'base of ss' }),
  es_base: field(uint32_t, { direction: 'in', unit: 'address', doc: 'base of es' }),
  tr_base: field(uint32_t, { direction: 'in', unit: 'address', doc: 'base of tr' }),
  cs_limit: field(uint32_t, { direction: 'in', unit: 'address', doc: 'limit of cs' }),
  ds_limit: field(uint32_t, { direction: 'in', unit: 'address', doc: 'limit of ds' }),
  ss_limit: field(uint32_t, { direction: 'in', unit: 'address', doc: 'limit of ss' }),
  es_limit: field(uint32_t, { direction: 'in', unit: 'address', doc: 'limit of es' }),
  tr_limit: field(uint32_t, { direction: 'in', unit: 'address', doc: 'limit of tr' }),
  cs_ar: field(uint16_t, { direction: 'in', unit: 'address', doc: 'attributes of cs' }),
  ds_ar: field(uint16_t, { direction: 'in', unit: 'address', doc: 'attributes of ds' }),
  ss_ar: field(uint16_t, { direction: 'in', unit: 'address', doc: 'attributes of ss' }),
  es_ar: field(uint16_t, { direction: 'in', unit: 'address', doc: 'attributes of es' }),
  tr_ar: field(uint16_t, { direction: 'in', unit: 'address', doc: 'attributes of tr' }),
  pad2: field(array(uint16_t, 3), { direction: 'in', doc: 'not used' }),
});
export type VcpuHvmX86_32 = Infer<typeof vcpu_hvm_x86_32>;

/** The registers of a vCPU that begins in 64-bit mode. */
export const vcpu_hvm_x86_64 = struct('vcpu_hvm_x86_64', {
  rax: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rax' }),
  rcx: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rcx' }),
  rdx: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rdx' }),
  rbx: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rbx' }),
  rsp: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rsp' }),
  rbp: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rbp' }),
  rsi: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rsi' }),
  rdi: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rdi' }),
  rip: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rip' }),
  rflags: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register rflags' }),
  cr0: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register cr0' }),
  cr3: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register cr3' }),
  cr4: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register cr4' }),
  efer: field(uint64_t, { direction: 'in', unit: 'address', doc: 'register efer' }),
});
export type VcpuHvmX86_64 = Infer<typeof vcpu_hvm_x86_64>;

export const VCPU_HVM_MODE_32B = 0;
export const VCPU_HVM_MODE_64B = 1;

/** The mode that a vCPU begins in. */
export const vcpu_hvm_mode = enumeration('vcpu_hvm_mode', uint32_t, {
  VCPU_HVM_MODE_32B,
  VCPU_HVM_MODE_64B,
});

/** The registers of a vCPU, in the mode that it begins in. */
export const vcpu_hvm_context = struct('vcpu_hvm_context', {
  mode: field(vcpu_hvm_mode, { direction: 'in', doc: 'the mode' }),
  pad: field(uint32_t, { direction: 'in', doc: 'not used' }),
  cpu_regs: field(
    union(
      null,
      {
        x86_32: field(vcpu_hvm_x86_32, { direction: 'in', doc: 'in 32-bit mode' }),
        x86_64: field(vcpu_hvm_x86_64, { direction: 'in', doc: 'in 64-bit mode' }),
      },
      {
        selector: {
          by: 'mode',
          live: { [VCPU_HVM_MODE_32B]: 'x86_32', [VCPU_HVM_MODE_64B]: 'x86_64' },
        },
      },
    ),
    { direction: 'in', doc: 'the registers; depends on the mode' },
  ),
});
export type VcpuHvmContext = Infer<typeof vcpu_hvm_context>;
