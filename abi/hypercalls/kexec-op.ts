/** kexec.h: kexec_op. */
import { struct, unsigned_long } from '../../src/schema/index.js';
import {
  xen_kexec_exec,
  xen_kexec_load,
  xen_kexec_load_v1,
  xen_kexec_range,
  xen_kexec_status,
  xen_kexec_unload,
} from '../kexec.js';
import { byte, reads, rows, takes, to, trades, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Loads kernels for after a crash, or in place of this one. */
export const table: Hypercall = {
  number: 37,
  name: 'kexec_op',
  registers: struct('kexec_op', { op: unsigned_long, uarg: to() }),
  argument: 'uarg',
  operations: {
    by: 'op',
    noun: 'operation',
    operations: rows([
      [0, 'KEXEC_CMD_kexec', 'starts a loaded kernel', takes(xen_kexec_exec)],
      [1, 'KEXEC_CMD_kexec_load_v1', 'loads a kernel, the old way', takes(xen_kexec_load_v1)],
      [2, 'KEXEC_CMD_kexec_unload_v1', 'unloads a kernel, the old way', takes(xen_kexec_load_v1)],
      [
        3,
        'KEXEC_CMD_kexec_get_range',
        'reads a range of memory that a crash kernel must know',
        trades(xen_kexec_range),
      ],
      [
        4,
        'KEXEC_CMD_kexec_load',
        'loads a kernel',
        takes(xen_kexec_load, {
          'segments.h': reads('nr_segments', {
            lists: { 'buf.h': reads('buf_size', { element: byte }) },
          }),
        }),
      ],
      [5, 'KEXEC_CMD_kexec_unload', 'unloads a kernel', takes(xen_kexec_unload)],
      [6, 'KEXEC_CMD_kexec_status', 'returns whether a kernel is loaded', takes(xen_kexec_status)],
    ]),
  },
  abis: x86,
};
