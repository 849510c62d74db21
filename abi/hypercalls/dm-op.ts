/** hvm/dm_op.h: dm_op. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import { xen_dm_op, xen_dm_op_buf, xen_dm_op_modified_memory_extent } from '../hvm/dm_op.js';
import { domid_t } from '../xen.js';
import { arm, bitmap, gives, reads, rows, takes, to, trades, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Serves device models. */
export const table: Hypercall = {
  number: 41,
  name: 'dm_op',
  registers: struct('dm_op', { domid: domid_t, nr_bufs: unsigned_int, bufs: to(xen_dm_op_buf) }),
  argument: 'bufs[0].h',
  struct: xen_dm_op,
  lists: { bufs: reads('nr_bufs') },
  operations: {
    by: 'op',
    noun: 'operation',
    union: 'u',
    operations: rows([
      [
        1,
        'XEN_DMOP_create_ioreq_server',
        'makes an I/O request server',
        trades('create_ioreq_server'),
      ],
      [
        2,
        'XEN_DMOP_get_ioreq_server_info',
        'reads the pages and the port of a server',
        trades('get_ioreq_server_info'),
      ],
      [
        3,
        'XEN_DMOP_map_io_range_to_ioreq_server',
        'gives a server a range of I/O',
        takes('map_io_range_to_ioreq_server'),
      ],
      [
        4,
        'XEN_DMOP_unmap_io_range_from_ioreq_server',
        'takes a range of I/O from a server',
        takes('unmap_io_range_from_ioreq_server'),
      ],
      [
        5,
        'XEN_DMOP_set_ioreq_server_state',
        'turns a server on or off',
        takes('set_ioreq_server_state'),
      ],
      [6, 'XEN_DMOP_destroy_ioreq_server', 'ends a server', takes('destroy_ioreq_server')],
      [
        7,
        'XEN_DMOP_track_dirty_vram',
        'reads which pages of video memory were written',
        { ...takes('track_dirty_vram', { 'bufs[1].h': bitmap('out', 'nr') }), abis: x86 },
      ],
      [
        8,
        'XEN_DMOP_set_pci_intx_level',
        'sets the level of a PCI interrupt pin',
        { ...takes('set_pci_intx_level'), abis: x86 },
      ],
      [
        9,
        'XEN_DMOP_set_isa_irq_level',
        'sets the level of an ISA interrupt',
        { ...takes('set_isa_irq_level'), abis: x86 },
      ],
      [
        10,
        'XEN_DMOP_set_pci_link_route',
        'routes a PCI interrupt link to an ISA interrupt',
        { ...takes('set_pci_link_route'), abis: x86 },
      ],
      [
        11,
        'XEN_DMOP_modified_memory',
        'tells that the device model wrote frames',
        {
          ...trades('modified_memory', {
            'bufs[1].h': reads('nr_extents', { element: xen_dm_op_modified_memory_extent }),
          }),
          abis: x86,
        },
      ],
      [
        12,
        'XEN_DMOP_set_mem_type',
        'sets what kind of memory frames are',
        { ...trades('set_mem_type'), abis: x86 },
      ],
      [
        13,
        'XEN_DMOP_inject_event',
        'raises an event in a vCPU',
        { ...takes('inject_event'), abis: x86 },
      ],
      [
        14,
        'XEN_DMOP_inject_msi',
        'raises a message interrupt',
        { ...takes('inject_msi'), abis: x86 },
      ],
      [
        15,
        'XEN_DMOP_map_mem_type_to_ioreq_server',
        'gives a server the accesses to a kind of memory',
        { ...trades('map_mem_type_to_ioreq_server'), abis: x86 },
      ],
      [
        16,
        'XEN_DMOP_remote_shutdown',
        'ends the domain, with a reason',
        { ...takes('remote_shutdown'), abis: x86 },
      ],
      [
        17,
        'XEN_DMOP_relocate_memory',
        'moves a run of frames',
        { ...trades('relocate_memory'), abis: x86 },
      ],
      [
        18,
        'XEN_DMOP_pin_memory_cacheattr',
        'gives a range of frames a cache type',
        { ...takes('pin_memory_cacheattr'), abis: x86 },
      ],
      [
        19,
        'XEN_DMOP_set_irq_level',
        'sets the level of an interrupt',
        { ...takes('set_irq_level'), abis: arm, since: '4.15' },
      ],
      [
        20,
        'XEN_DMOP_nr_vcpus',
        'reads how many vCPUs the domain has',
        { ...gives('nr_vcpus'), since: '4.15' },
      ],
    ]),
  },
};
