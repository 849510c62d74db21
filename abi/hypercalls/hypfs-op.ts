/** hypfs.h: hypfs_op. */
import { struct, unsigned_int, unsigned_long } from '../../src/schema/index.js';
import { byte, char, reads, rows, to, writes } from './shapes.js';
import type { Hypercall } from './types.js';

/** Reads and writes the hypervisor's file system. */
export const table: Hypercall = {
  number: 42,
  name: 'hypfs_op',
  registers: struct('hypfs_op', {
    cmd: unsigned_int,
    arg1: to(),
    arg2: unsigned_long,
    arg3: to(),
    arg4: unsigned_long,
  }),
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [
        0,
        'XEN_HYPFS_OP_get_version',
        'returns the version of this interface',
        { zero: ['arg1', 'arg2', 'arg3', 'arg4'] },
      ],
      [
        1,
        'XEN_HYPFS_OP_read',
        'reads an entry: its description, then its contents',
        {
          lists: {
            arg1: reads('arg2', { element: char }),
            arg3: writes('arg4', { element: byte }),
          },
        },
      ],
      [
        2,
        'XEN_HYPFS_OP_write_contents',
        "writes an entry's contents",
        {
          lists: { arg1: reads('arg2', { element: char }), arg3: reads('arg4', { element: byte }) },
        },
      ],
    ]),
  },
  since: '4.14',
};
