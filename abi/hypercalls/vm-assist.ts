/** xen.h: vm_assist. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import { assist } from './register-types.js';
import { rows } from './shapes.js';
import type { Hypercall } from './types.js';

/** Turns assists on and off. */
export const table: Hypercall = {
  number: 21,
  name: 'vm_assist',
  registers: struct('vm_assist', { cmd: unsigned_int, type: assist }),
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [0, 'VMASST_CMD_enable', 'turns an assist on'],
      [1, 'VMASST_CMD_disable', 'turns an assist off'],
    ]),
  },
};
