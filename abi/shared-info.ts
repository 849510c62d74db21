/**
 * xen.h, arch-x86/xen.h, xen-x86_32.h, xen-x86_64.h and arch-arm.h: the page that the hypervisor
 * shares with a domain, tools view, latest interface version. Most of its structs have a
 * declaration for each architecture. Arm's `arch_vcpu_info` and `arch_shared_info` have no members
 * and no bytes, so they are not declared, nor are the members `arch` of that type.
 */
import {
  array,
  field,
  flags,
  int8_t,
  struct,
  uint32_t,
  uint64_t,
  uint8_t,
  unsigned_long,
  type Infer,
} from '../src/schema/index.js';
import { xen_pfn_t, xen_ulong_t } from './xen.js';

const x86_32 = { abis: ['x86_32'] } as const;
const x86_64 = { abis: ['x86_64'] } as const;
const x86 = { abis: ['x86_32', 'x86_64'] } as const;
const arm = { abis: ['arm32', 'arm64'] } as const;

/** The virtual CPUs whose `vcpu_info` lies in the shared page: XEN_LEGACY_MAX_VCPUS. */
const legacyVcpus = { x86: 32, arm: 1 } as const;

/** The time stamp counters of all virtual CPUs count alike. */
export const XEN_PVCLOCK_TSC_STABLE_BIT = 1 << 0;
/** The guest was stopped by its host, and has lost time. */
export const XEN_PVCLOCK_GUEST_STOPPED = 1 << 1;

/** What holds for a virtual CPU's clock. */
export const pvclock_flags = flags('pvclock_flags', uint8_t, {
  XEN_PVCLOCK_TSC_STABLE_BIT,
  XEN_PVCLOCK_GUEST_STOPPED,
});

const filler = { direction: 'out', doc: 'unused' } as const;

/** How a virtual CPU makes system time of its time stamp counter. */
export const vcpu_time_info = struct(
  'vcpu_time_info',
  {
    version: field(uint32_t, { direction: 'out', doc: 'odd while the others are being changed' }),
    pad0: field(uint32_t, filler),
    tsc_timestamp: field(uint64_t, {
      direction: 'out',
      doc: 'the time stamp counter when system_time was taken',
    }),
    system_time: field(uint64_t, { direction: 'out', doc: 'nanoseconds since boot' }),
    tsc_to_system_mul: field(uint32_t, {
      direction: 'out',
      doc: 'nanoseconds in a shifted tick, times 2^32',
    }),
    tsc_shift: field(int8_t, {
      direction: 'out',
      doc: 'how far to shift ticks left before multiplying, right when negative',
    }),
    flags: field(pvclock_flags, { direction: 'out', doc: 'what holds for the clock' }),
    pad1: field(array(uint8_t, 2), filler),
  },
  { abis: [...x86.abis, ...arm.abis] },
);
export type VcpuTimeInfo = Infer<typeof vcpu_time_info>;

const cr2 = field(unsigned_long, {
  direction: 'inout',
  unit: 'address',
  doc: 'where the last page fault was',
});

/** What a virtual CPU shares on x86_32; filled up so that `vcpu_info` has 64 bytes. */
export const arch_vcpu_info_x86_32 = struct(
  'arch_vcpu_info',
  { cr2, pad: field(array(unsigned_long, 5), filler) },
  x86_32,
);
export type ArchVcpuInfoX86_32 = Infer<typeof arch_vcpu_info_x86_32>;

/** What a virtual CPU shares on x86_64; filled up so that `vcpu_info` has 64 bytes. */
export const arch_vcpu_info_x86_64 = struct(
  'arch_vcpu_info',
  { cr2, pad: field(unsigned_long, filler) },
  x86_64,
);
export type ArchVcpuInfoX86_64 = Infer<typeof arch_vcpu_info_x86_64>;

const evtchn_upcall_pending = field(uint8_t, {
  direction: 'inout',
  doc: 'not 0: events wait for this virtual CPU',
});
const evtchn_upcall_mask = field(uint8_t, {
  direction: 'inout',
  doc: 'not 0: the guest wants no upcalls',
});
const evtchn_pending_sel = field(xen_ulong_t, {
  direction: 'inout',
  doc: 'a bit for each word of evtchn_pending that has news',
});
const ofVcpu = { direction: 'inout', doc: 'what the architecture adds' } as const;
const time = field(vcpu_time_info, { direction: 'out', doc: 'the clock of this virtual CPU' });

/** What the hypervisor shares of one virtual CPU, on x86_32. */
export const vcpu_info_x86_32 = struct(
  'vcpu_info',
  {
    evtchn_upcall_pending,
    evtchn_upcall_mask,
    evtchn_pending_sel,
    arch: field(arch_vcpu_info_x86_32, ofVcpu),
    time,
  },
  x86_32,
);
export type VcpuInfoX86_32 = Infer<typeof vcpu_info_x86_32>;

/** What the hypervisor shares of one virtual CPU, on x86_64. */
export const vcpu_info_x86_64 = struct(
  'vcpu_info',
  {
    evtchn_upcall_pending,
    evtchn_upcall_mask,
    evtchn_pending_sel,
    arch: field(arch_vcpu_info_x86_64, ofVcpu),
    time,
  },
  x86_64,
);
export type VcpuInfoX86_64 = Infer<typeof vcpu_info_x86_64>;

/** What the hypervisor shares of one virtual CPU, on Arm: only PV guests mask their upcalls. */
export const vcpu_info_arm = struct(
  'vcpu_info',
  { evtchn_upcall_pending, pad0: field(uint8_t, filler), evtchn_pending_sel, time },
  arm,
);
export type VcpuInfoArm = Infer<typeof vcpu_info_arm>;

/** What a PV guest says of its P2M, so that the tools can read it. */
const p2m = {
  max_pfn: field(unsigned_long, {
    direction: 'in',
    unit: 'PFN',
    doc: 'first PFN beyond the P2M, so the number of its entries',
  }),
  pfn_to_mfn_frame_list_list: field(xen_pfn_t, {
    direction: 'in',
    unit: 'MFN',
    doc: 'root of the three-level P2M; 0 before it is known, all ones when there is none',
  }),
  nmi_reason: field(unsigned_long, { direction: 'out', doc: 'why the last NMI came, as bits' }),
  p2m_cr3: field(unsigned_long, {
    direction: 'in',
    doc: 'cr3 of the page tables that map the linear P2M; 0: the next two say nothing',
  }),
  p2m_vaddr: field(unsigned_long, {
    direction: 'in',
    unit: 'address',
    doc: 'where the linear P2M is mapped',
  }),
  p2m_generation: field(unsigned_long, {
    direction: 'in',
    doc: 'odd while the mapping of the linear P2M is being changed',
  }),
};
const wc_sec_hi = field(uint32_t, { direction: 'out', doc: 'upper 32 bits of wc_sec' });

/** What x86_32 adds to the shared page: also the half of the clock that found no room in it. */
export const arch_shared_info_x86_32 = struct('arch_shared_info', { ...p2m, wc_sec_hi }, x86_32);
export type ArchSharedInfoX86_32 = Infer<typeof arch_shared_info_x86_32>;

/** What x86_64 adds to the shared page. */
export const arch_shared_info_x86_64 = struct('arch_shared_info', p2m, x86_64);
export type ArchSharedInfoX86_64 = Infer<typeof arch_shared_info_x86_64>;

const ofVcpus = { direction: 'inout', doc: 'the first virtual CPUs, by their number' } as const;
const added = { direction: 'inout', doc: 'what the architecture adds' } as const;

/** A bit for each port: as many words as `xen_ulong_t` has bits, so that one word selects one. */
const events = (words: number) => ({
  evtchn_pending: field(array(xen_ulong_t, words), {
    direction: 'inout',
    doc: 'a bit for each event channel: an event waits',
  }),
  evtchn_mask: field(array(xen_ulong_t, words), {
    direction: 'in',
    doc: 'a bit for each event channel: its events cause no upcall',
  }),
});

const wallclock = {
  wc_version: field(uint32_t, { direction: 'out', doc: 'odd while the clock is being changed' }),
  wc_sec: field(uint32_t, {
    direction: 'out',
    doc: 'seconds since 1970 at system time 0, lower 32 bits',
  }),
  wc_nsec: field(uint32_t, { direction: 'out', doc: 'nanoseconds beside wc_sec' }),
};

/** The page that the hypervisor shares with a domain, on x86_32. */
export const shared_info_x86_32 = struct(
  'shared_info',
  {
    vcpu_info: field(array(vcpu_info_x86_32, legacyVcpus.x86), ofVcpus),
    ...events(32),
    ...wallclock,
    arch: field(arch_shared_info_x86_32, added),
  },
  x86_32,
);
export type SharedInfoX86_32 = Infer<typeof shared_info_x86_32>;

/** The page that the hypervisor shares with a domain, on x86_64. */
export const shared_info_x86_64 = struct(
  'shared_info',
  {
    vcpu_info: field(array(vcpu_info_x86_64, legacyVcpus.x86), ofVcpus),
    ...events(64),
    ...wallclock,
    wc_sec_hi,
    arch: field(arch_shared_info_x86_64, added),
  },
  x86_64,
);
export type SharedInfoX86_64 = Infer<typeof shared_info_x86_64>;

/** The page that the hypervisor shares with a domain, on Arm. */
export const shared_info_arm = struct(
  'shared_info',
  {
    vcpu_info: field(array(vcpu_info_arm, legacyVcpus.arm), ofVcpus),
    ...events(64),
    ...wallclock,
    wc_sec_hi,
  },
  arm,
);
export type SharedInfoArm = Infer<typeof shared_info_arm>;
