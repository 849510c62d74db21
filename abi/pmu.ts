/** pmu.h. */
import { array, struct, type Infer, uint32_t, uint64_t, uint8_t } from '../src/schema/index.js';
import { xen_pmu_arch } from './arch-x86/pmu.js';
import { domid_t } from './xen.js';

export const xen_pmu_params = struct('xen_pmu_params', {
  version: struct(null, {
    maj: uint32_t,
    min: uint32_t,
  }),
  val: uint64_t,
  vcpu: uint32_t,
  pad: uint32_t,
});
export type XenPmuParams = Infer<typeof xen_pmu_params>;

export const xen_pmu_data = struct(
  'xen_pmu_data',
  {
    vcpu_id: uint32_t,
    pcpu_id: uint32_t,
    domain_id: domid_t,
    pad: array(uint8_t, 6),
    pmu: xen_pmu_arch,
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type XenPmuData = Infer<typeof xen_pmu_data>;
