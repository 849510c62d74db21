/** arch-x86/pmu.h. */
import {
  array,
  oneOf,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';

export const xen_pmu_amd_ctxt = struct(
  'xen_pmu_amd_ctxt',
  {
    counters: uint32_t,
    ctrls: uint32_t,
    regs: array(uint64_t, 0),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuAmdCtxt = Infer<typeof xen_pmu_amd_ctxt>;

export const xen_pmu_cntr_pair = struct(
  'xen_pmu_cntr_pair',
  {
    counter: uint64_t,
    control: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuCntrPair = Infer<typeof xen_pmu_cntr_pair>;

export const xen_pmu_intel_ctxt = struct(
  'xen_pmu_intel_ctxt',
  {
    fixed_counters: uint32_t,
    arch_counters: uint32_t,
    global_ctrl: uint64_t,
    global_ovf_ctrl: uint64_t,
    global_status: uint64_t,
    fixed_ctrl: uint64_t,
    ds_area: uint64_t,
    pebs_enable: uint64_t,
    debugctl: uint64_t,
    regs: array(uint64_t, 0),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuIntelCtxt = Infer<typeof xen_pmu_intel_ctxt>;

export const xen_pmu_regs = struct(
  'xen_pmu_regs',
  {
    ip: uint64_t,
    sp: uint64_t,
    flags: uint64_t,
    cs: uint16_t,
    ss: uint16_t,
    cpl: uint8_t,
    pad: array(uint8_t, 3),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuRegs = Infer<typeof xen_pmu_regs>;

export const xen_pmu_arch_x86 = struct(
  'xen_pmu_arch',
  {
    r: union(null, {
      regs: xen_pmu_regs,
      pad: array(uint8_t, 64),
    }),
    pmu_flags: uint64_t,
    l: union(null, {
      lapic_lvtpc: uint32_t,
      pad: uint64_t,
    }),
    c: union(null, {
      amd: xen_pmu_amd_ctxt,
      intel: xen_pmu_intel_ctxt,
      pad: array(uint8_t, 128),
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuArchX86 = Infer<typeof xen_pmu_arch_x86>;

export const xen_pmu_arch_arm = struct(
  'xen_pmu_arch',
  {
    dummy: uint8_t,
  },
  { abis: ['arm32', 'arm64'] },
);
export type XenPmuArchArm = Infer<typeof xen_pmu_arch_arm>;

export const xen_pmu_arch = oneOf(xen_pmu_arch_x86, xen_pmu_arch_arm);
export type XenPmuArch = Infer<typeof xen_pmu_arch>;
