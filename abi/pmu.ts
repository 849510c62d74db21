/** pmu.h: the virtual performance monitoring unit of a vCPU. */
import {
  array,
  struct,
  type Infer,
  uint32_t,
  uint64_t,
  uint8_t,
  field,
} from '../src/schema/index.js';
import { xen_pmu_arch } from './arch-x86/pmu.js';
import { domid_t } from './xen.js';

export const XENPMU_VER_MAJ = 0;
export const XENPMU_VER_MIN = 1;
export const XENPMU_mode_get = 0;
export const XENPMU_mode_set = 1;
export const XENPMU_feature_get = 2;
export const XENPMU_feature_set = 3;
export const XENPMU_init = 4;
export const XENPMU_finish = 5;
export const XENPMU_lvtpc_set = 6;
export const XENPMU_flush = 7;
/** There is none. */
export const XENPMU_MODE_OFF = 0;
/** Guests profile themselves. */
export const XENPMU_MODE_SELF = 1 << 0;
/** Domain 0 profiles the hypervisor too. */
export const XENPMU_MODE_HV = 1 << 1;
/** Domain 0 alone profiles, and everybody. */
export const XENPMU_MODE_ALL = 1 << 2;
/** Branches are traced. */
export const XENPMU_FEATURE_INTEL_BTS = 1 << 0;
/** Instructions and cycles alone are counted. */
export const XENPMU_FEATURE_IPC_ONLY = 1 << 1;
/** Only what every model counts is counted. */
export const XENPMU_FEATURE_ARCH_ONLY = 1 << 2;

/** The argument of xenpmu_op. */
export const xen_pmu_params = struct('xen_pmu_params', {
  version: field(
    struct(null, {
      maj: field(uint32_t, { direction: 'inout', doc: 'must be 0' }),
      min: field(uint32_t, { direction: 'inout', doc: 'its minor version' }),
    }),
    { direction: 'inout', doc: 'of this interface; the hypervisor gives its own' },
  ),
  val: field(uint64_t, {
    direction: 'inout',
    doc: 'a mode, XENPMU_MODE_*; features, XENPMU_FEATURE_*; of init the GFN of the page to share',
  }),
  vcpu: field(uint32_t, { direction: 'in', doc: 'init, finish: the vCPU' }),
  pad: field(uint32_t, { direction: 'in', doc: 'unused' }),
});
export type XenPmuParams = Infer<typeof xen_pmu_params>;

/** What the hypervisor shares of a vCPU's performance monitoring unit. */
export const xen_pmu_data = struct(
  'xen_pmu_data',
  {
    vcpu_id: field(uint32_t, { direction: 'out', doc: 'the vCPU that was interrupted' }),
    pcpu_id: field(uint32_t, {
      direction: 'out',
      doc: 'the CPU; the vCPU again for those who may not know',
    }),
    domain_id: field(domid_t, {
      direction: 'out',
      doc: 'its domain; DOMID_SELF for those who may not know',
    }),
    pad: field(array(uint8_t, 6), { direction: 'out', doc: 'unused' }),
    pmu: field(xen_pmu_arch, { direction: 'inout', doc: 'what the architecture adds' }),
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type XenPmuData = Infer<typeof xen_pmu_data>;
