/** physdev.h: physdev_op_compat. */
import { struct } from '../../src/schema/index.js';
import { physdev_op } from '../physdev.js';
import { bitmap, rows, takes, to, trades } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on interrupts and devices, the old way. */
export const table: Hypercall = {
  number: 19,
  name: 'physdev_op_compat',
  registers: struct('physdev_op_compat', { uop: to(physdev_op) }),
  argument: 'uop',
  struct: physdev_op,
  operations: {
    by: 'cmd',
    noun: 'operation',
    union: 'u',
    operations: rows([
      [
        5,
        'PHYSDEVOP_irq_status_query',
        'reads whether an interrupt needs to be ended',
        trades('irq_status_query'),
      ],
      [
        6,
        'PHYSDEVOP_set_iopl',
        'sets the I/O privilege level of the calling vCPU',
        takes('set_iopl'),
      ],
      [
        7,
        'PHYSDEVOP_set_iobitmap',
        "sets the calling vCPU's bitmap of I/O ports",
        takes('set_iobitmap', { bitmap: bitmap('in', 'nr_ports') }),
      ],
      [8, 'PHYSDEVOP_apic_read', 'reads a register of an I/O APIC', trades('apic_op')],
      [9, 'PHYSDEVOP_apic_write', 'writes a register of an I/O APIC', takes('apic_op')],
      [10, 'PHYSDEVOP_alloc_irq_vector', 'allocates a vector for an interrupt', trades('irq_op')],
      [11, 'PHYSDEVOP_free_irq_vector', 'gives a vector back; not implemented', takes('irq_op')],
    ]),
  },
};
