/** nmi.h: nmi_op. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import { xennmi_callback } from '../nmi.js';
import { nothing, rows, takes, to, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on non-maskable interrupts. */
export const table: Hypercall = {
  number: 28,
  name: 'nmi_op',
  registers: struct('nmi_op', { cmd: unsigned_int, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [
        0,
        'XENNMI_register_callback',
        'sets the handler of non-maskable interrupts',
        takes(xennmi_callback),
      ],
      [1, 'XENNMI_unregister_callback', 'removes the handler of non-maskable interrupts', nothing],
    ]),
  },
  abis: x86,
};
