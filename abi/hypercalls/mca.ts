/** arch-x86/xen-mca.h: mca. */
import { struct } from '../../src/schema/index.js';
import { xen_mc } from '../arch-x86/xen-mca.js';
import { bitmap, orNull, rows, takes, to, trades, writes, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on machine checks. */
export const table: Hypercall = {
  number: 48,
  name: 'mca',
  registers: struct('mca', { u_xen_mc: to(xen_mc) }),
  argument: 'u_xen_mc',
  struct: xen_mc,
  versions: [{ number: 0x01ecc003, since: '4.13', last: '4.22.0' }],
  operations: {
    by: 'cmd',
    noun: 'operation',
    union: 'u',
    operations: rows([
      [
        1,
        'XEN_MC_fetch',
        'reads the next machine check',
        trades('mc_fetch', { data: writes(1, { when: { by: 'flags', mask: 4, is: 0 } }) }),
      ],
      [2, 'XEN_MC_notifydomain', 'not implemented', takes('mc_notifydomain')],
      [
        3,
        'XEN_MC_physcpuinfo',
        "reads what the host's CPUs are",
        trades('mc_physcpuinfo', { info: orNull(writes('ncpus')) }),
      ],
      [4, 'XEN_MC_msrinject', 'sets registers of a CPU for a test', takes('mc_msrinject')],
      [5, 'XEN_MC_mceinject', 'raises a machine check for a test', takes('mc_mceinject')],
      [
        6,
        'XEN_MC_inject_v2',
        'raises a machine check on some CPUs for a test',
        takes('mc_inject_v2', {
          'cpumap.bitmap': orNull(
            bitmap('in', 'cpumap.nr_bits', { when: { by: 'flags', mask: 8, is: 0 } }),
          ),
        }),
      ],
    ]),
  },
  abis: x86,
};
