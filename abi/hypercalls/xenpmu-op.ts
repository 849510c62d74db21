/** pmu.h: xenpmu_op. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import { xen_pmu_params } from '../pmu.js';
import { gives, nothing, rows, takes, to, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on the performance monitoring unit. */
export const table: Hypercall = {
  number: 40,
  name: 'xenpmu_op',
  registers: struct('xenpmu_op', { op: unsigned_int, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'op',
    noun: 'operation',
    operations: rows([
      [
        0,
        'XENPMU_mode_get',
        'reads how the performance monitoring unit is used',
        gives(xen_pmu_params),
      ],
      [
        1,
        'XENPMU_mode_set',
        'sets how the performance monitoring unit is used',
        { ...takes(xen_pmu_params), zero: ['version.maj'] },
      ],
      [2, 'XENPMU_feature_get', 'reads its features', gives(xen_pmu_params)],
      [3, 'XENPMU_feature_set', 'sets its features', takes(xen_pmu_params)],
      [
        4,
        'XENPMU_init',
        'gives a vCPU a virtual performance monitoring unit',
        takes(xen_pmu_params),
      ],
      [5, 'XENPMU_finish', 'takes that of a vCPU away', takes(xen_pmu_params)],
      [6, 'XENPMU_lvtpc_set', "loads the interrupt's vector from the shared page", nothing],
      [7, 'XENPMU_flush', 'writes its registers from the shared page', nothing],
    ]),
  },
  abis: x86,
};
