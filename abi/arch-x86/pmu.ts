/** arch-x86/pmu.h: the registers of a virtual performance monitoring unit. */
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
  flags,
  field,
} from '../../src/schema/index.js';

/** The registers of AMD's; their values lie in the shared page, at the offsets named here. */
export const xen_pmu_amd_ctxt = struct(
  'xen_pmu_amd_ctxt',
  {
    counters: field(uint32_t, {
      direction: 'out',
      unit: 'bytes',
      doc: 'from here to the values of the counters',
    }),
    ctrls: field(uint32_t, {
      direction: 'out',
      unit: 'bytes',
      doc: 'from here to the values of what they count',
    }),
    regs: field(array(uint64_t, 0), { direction: 'inout', doc: 'the values' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuAmdCtxt = Infer<typeof xen_pmu_amd_ctxt>;

/** A counter of Intel's. */
export const xen_pmu_cntr_pair = struct(
  'xen_pmu_cntr_pair',
  {
    counter: field(uint64_t, { direction: 'inout', doc: 'what it has counted' }),
    control: field(uint64_t, { direction: 'inout', doc: 'what it counts' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuCntrPair = Infer<typeof xen_pmu_cntr_pair>;

/** The registers of Intel's; those of counters lie in the shared page, at the offsets named here. */
export const xen_pmu_intel_ctxt = struct(
  'xen_pmu_intel_ctxt',
  {
    fixed_counters: field(uint32_t, {
      direction: 'out',
      unit: 'bytes',
      doc: 'from here to the values of the fixed counters',
    }),
    arch_counters: field(uint32_t, {
      direction: 'out',
      unit: 'bytes',
      doc: 'from here to the other counters, a pair each',
    }),
    global_ctrl: field(uint64_t, { direction: 'inout', doc: 'MSR 0x38f: which counters run' }),
    global_ovf_ctrl: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0x390: which overflows are forgotten',
    }),
    global_status: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0x38e: which counters overflowed',
    }),
    fixed_ctrl: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0x38d: what the fixed counters count',
    }),
    ds_area: field(uint64_t, { direction: 'inout', doc: 'MSR 0x600: where the debug store is' }),
    pebs_enable: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0x3f1: which counters have precise samples',
    }),
    debugctl: field(uint64_t, { direction: 'inout', doc: 'MSR 0x1d9: what is traced' }),
    regs: field(array(uint64_t, 0), { direction: 'inout', doc: 'the values' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuIntelCtxt = Infer<typeof xen_pmu_intel_ctxt>;

/** Where the vCPU was when it was interrupted. */
export const xen_pmu_regs = struct(
  'xen_pmu_regs',
  {
    ip: field(uint64_t, { direction: 'out', unit: 'address', doc: 'instruction pointer' }),
    sp: field(uint64_t, { direction: 'out', unit: 'address', doc: 'stack pointer' }),
    flags: field(uint64_t, { direction: 'out', doc: 'rflags' }),
    cs: field(uint16_t, { direction: 'out', doc: 'selector' }),
    ss: field(uint16_t, { direction: 'out', doc: 'selector' }),
    cpl: field(uint8_t, { direction: 'out', doc: 'privilege level' }),
    pad: field(array(uint8_t, 3), { direction: 'out', doc: 'unused' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuRegs = Infer<typeof xen_pmu_regs>;

/** The values here count, until they are flushed. */
export const PMU_CACHED = 1 << 0;
/** A program was interrupted. */
export const PMU_SAMPLE_USER = 1 << 1;
/** The vCPU was in real mode. */
export const PMU_SAMPLE_REAL = 1 << 2;
/** A PV guest was interrupted. */
export const PMU_SAMPLE_PV = 1 << 3;
/** What holds for a sample. */
export const pmu_flags = flags('pmu_flags', uint64_t, {
  PMU_CACHED,
  PMU_SAMPLE_USER,
  PMU_SAMPLE_REAL,
  PMU_SAMPLE_PV,
});
export const XENPMU_REGS_PAD_SZ = 64;
export const XENPMU_CTXT_PAD_SZ = 128;

/** What x86 shares of a performance monitoring unit. */
export const xen_pmu_arch_x86 = struct(
  'xen_pmu_arch',
  {
    r: field(
      union(null, {
        regs: field(xen_pmu_regs, { direction: 'out', doc: 'its registers' }),
        pad: field(array(uint8_t, 64), { direction: 'out', doc: 'room for what is still to come' }),
      }),
      { direction: 'out', doc: 'where the vCPU was' },
    ),
    pmu_flags: field(pmu_flags, { direction: 'out', doc: 'what holds for the sample' }),
    l: field(
      union(null, {
        lapic_lvtpc: field(uint32_t, {
          direction: 'inout',
          doc: "the local APIC's entry for it; the guest may change its mask bit",
        }),
        pad: field(uint64_t, { direction: 'inout', doc: 'room for what is still to come' }),
      }),
      { direction: 'inout', doc: 'the interrupt' },
    ),
    c: field(
      union(null, {
        amd: field(xen_pmu_amd_ctxt, { direction: 'inout', doc: 'of AMD' }),
        intel: field(xen_pmu_intel_ctxt, { direction: 'inout', doc: 'of Intel' }),
        pad: field(array(uint8_t, 128), {
          direction: 'inout',
          doc: 'room for what is still to come',
        }),
      }),
      { direction: 'inout', doc: "the registers, as the CPU's maker has them" },
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenPmuArchX86 = Infer<typeof xen_pmu_arch_x86>;

/** What Arm shares of a performance monitoring unit: nothing. */
export const xen_pmu_arch_arm = struct(
  'xen_pmu_arch',
  {
    dummy: field(uint8_t, { direction: 'inout', doc: 'unused' }),
  },
  { abis: ['arm32', 'arm64'] },
);
export type XenPmuArchArm = Infer<typeof xen_pmu_arch_arm>;

export const xen_pmu_arch = oneOf(xen_pmu_arch_x86, xen_pmu_arch_arm);
export type XenPmuArch = Infer<typeof xen_pmu_arch>;
