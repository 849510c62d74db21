/** arch-x86/xen-x86_64.h: set_segment_base. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import { address } from './register-types.js';
import { rows, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sets the base of a segment. */
export const table: Hypercall = {
  number: 25,
  name: 'set_segment_base',
  registers: struct('set_segment_base', { which: unsigned_int, base: address }),
  operations: {
    by: 'which',
    noun: 'operation',
    operations: rows([
      [0, 'SEGBASE_FS', 'the base of FS'],
      [1, 'SEGBASE_GS_USER', 'the base of GS in user mode'],
      [2, 'SEGBASE_GS_KERNEL', 'the base of GS in kernel mode'],
      [3, 'SEGBASE_GS_USER_SEL', 'the selector of GS in user mode'],
    ]),
  },
  abis: x86,
};
