/** callback.h: callback_op. */
import { c_int, struct } from '../../src/schema/index.js';
import { callback_register, callback_unregister } from '../callback.js';
import { rows, takes, to, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sets the guest's entry points, one by one. */
export const table: Hypercall = {
  number: 30,
  name: 'callback_op',
  registers: struct('callback_op', { cmd: c_int, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [0, 'CALLBACKOP_register', "sets one of the guest's entry points", takes(callback_register)],
      [
        1,
        'CALLBACKOP_unregister',
        "removes one of the guest's entry points",
        takes(callback_unregister),
      ],
    ]),
  },
  abis: x86,
};
