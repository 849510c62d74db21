/** xen.h: console_io. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import { char, reads, rows, to, writes } from './shapes.js';
import type { Hypercall } from './types.js';

/** Reads and writes the hypervisor's console. */
export const table: Hypercall = {
  number: 18,
  name: 'console_io',
  registers: struct('console_io', { cmd: unsigned_int, count: unsigned_int, buffer: to(char) }),
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [
        0,
        'CONSOLEIO_write',
        'writes text to the console',
        { lists: { buffer: reads('count', { element: char }) } },
      ],
      [
        1,
        'CONSOLEIO_read',
        'reads text from the console; returns how much',
        { lists: { buffer: writes('count', { element: char, written: 'result' }) } },
      ],
    ]),
  },
};
