/** argo.h: argo_op. */
import { struct, uint64_t, unsigned_int, unsigned_long } from '../../src/schema/index.js';
import {
  xen_argo_iov,
  xen_argo_register_ring,
  xen_argo_ring_data,
  xen_argo_send_addr,
  xen_argo_unregister_ring,
} from '../argo.js';
import { reads, rows, takes, to, trades, updates } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sends messages between domains. */
export const table: Hypercall = {
  number: 39,
  name: 'argo_op',
  registers: struct('argo_op', {
    cmd: unsigned_int,
    arg1: to(),
    arg2: to(),
    arg3: unsigned_long,
    arg4: unsigned_long,
  }),
  argument: 'arg1',
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [
        1,
        'XEN_ARGO_OP_register_ring',
        'registers a ring for messages',
        {
          ...takes(xen_argo_register_ring, { arg2: reads('arg3', { element: uint64_t }) }),
          zero: ['pad'],
        },
      ],
      [
        2,
        'XEN_ARGO_OP_unregister_ring',
        'removes a ring',
        { ...takes(xen_argo_unregister_ring), zero: ['pad', 'arg2', 'arg3', 'arg4'] },
      ],
      [
        3,
        'XEN_ARGO_OP_sendv',
        'sends a message gathered from buffers',
        {
          ...takes(xen_argo_send_addr, {
            arg2: reads('arg3', { element: xen_argo_iov, lists: { iov_hnd: reads('iov_len') } }),
          }),
          zero: ['src.pad', 'dst.pad'],
        },
      ],
      [
        4,
        'XEN_ARGO_OP_notify',
        'asks whether rings have room',
        {
          ...trades(xen_argo_ring_data, { data: updates('nent') }),
          zero: ['arg2', 'arg3', 'arg4'],
        },
      ],
    ]),
  },
};
