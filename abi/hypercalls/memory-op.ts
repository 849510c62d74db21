/** memory.h: memory_op, under each of the two meanings that the numbers of its commands have had. */
import { struct, type StructType, unsigned_long } from '../../src/schema/index.js';
import * as memory from '../memory.js';
import * as unpin from '../unpin.js';
import { orNull, reads, step, to, updates, writes } from './shapes.js';
import type { Hypercall, Lists, Operation, Selected } from './types.js';

/**
 * The command word has the command below and the first extent to do above: how the hypervisor
 * resumes what it preempted. Both are in Xen's own xen/hypercall.h, in no public header.
 */
export const MEMOP_EXTENT_SHIFT = 6;
export const MEMOP_CMD_MASK = 0x3f;

/** A command of memory_op: its number is in the low six bits of the command word. */
export interface Command extends Operation {
  /** What the second argument register points to; `null` when it is not used. */
  readonly argument: StructType | null;
}

const command = (
  name: string,
  number: number,
  argument: StructType | null,
  doc: string,
  lists?: Lists,
  next?: Selected,
): Command =>
  Object.freeze({ number, name, argument, doc, ...(lists && { lists }), ...(next && { next }) });

/** Those that Xen 4.4 had and 4.17 still has. Number 8 was removed long before. */
const common: readonly Command[] = [
  command(
    'XENMEM_increase_reservation',
    memory.XENMEM_increase_reservation,
    memory.xen_memory_reservation,
    'gives a domain more pages; returns the extents done',
    { extent_start: orNull(writes()) },
  ),
  command(
    'XENMEM_decrease_reservation',
    memory.XENMEM_decrease_reservation,
    memory.xen_memory_reservation,
    'takes pages from a domain; returns the extents done',
    { extent_start: reads() },
  ),
  command(
    'XENMEM_maximum_ram_page',
    memory.XENMEM_maximum_ram_page,
    null,
    "returns the host's highest RAM frame number plus one",
  ),
  command(
    'XENMEM_current_reservation',
    memory.XENMEM_current_reservation,
    memory.xen_memory_domain,
    'returns how many pages a domain has',
  ),
  command(
    'XENMEM_maximum_reservation',
    memory.XENMEM_maximum_reservation,
    memory.xen_memory_domain,
    'returns how many pages a domain may have',
  ),
  command(
    'XENMEM_machphys_mfn_list',
    memory.XENMEM_machphys_mfn_list,
    memory.xen_machphys_mfn_list,
    'lists the frames of the M2P, one for each 2 MiB',
    { extent_start: writes() },
  ),
  command(
    'XENMEM_populate_physmap',
    memory.XENMEM_populate_physmap,
    memory.xen_memory_reservation,
    'puts pages at the given frames; returns the extents done',
    { extent_start: updates() },
  ),
  command(
    'XENMEM_add_to_physmap',
    memory.XENMEM_add_to_physmap,
    memory.xen_add_to_physmap,
    'maps a page or a run of pages into a translated domain',
  ),
  command(
    'XENMEM_memory_map',
    memory.XENMEM_memory_map,
    memory.xen_memory_map,
    "reads the caller's own memory map",
    { buffer: writes() },
  ),
  command(
    'XENMEM_machine_memory_map',
    memory.XENMEM_machine_memory_map,
    memory.xen_memory_map,
    "reads the host's memory map",
    { buffer: orNull(writes()) },
  ),
  command(
    'XENMEM_exchange',
    memory.XENMEM_exchange,
    memory.xen_memory_exchange,
    'exchanges pages for others, contiguous or below an address',
    { 'in.extent_start': reads(), 'out.extent_start': updates() },
  ),
  command(
    'XENMEM_machphys_mapping',
    memory.XENMEM_machphys_mapping,
    memory.xen_machphys_mapping,
    "tells where the M2P is in the caller's address space",
  ),
  command(
    'XENMEM_set_memory_map',
    memory.XENMEM_set_memory_map,
    memory.xen_foreign_memory_map,
    "sets a domain's memory map",
    { 'map.buffer': reads() },
  ),
  command(
    'XENMEM_maximum_gpfn',
    memory.XENMEM_maximum_gpfn,
    memory.xen_memory_domain,
    "returns a domain's highest frame number in use",
  ),
  command(
    'XENMEM_remove_from_physmap',
    memory.XENMEM_remove_from_physmap,
    memory.xen_remove_from_physmap,
    'unmaps a page of a translated domain',
  ),
  command(
    'XENMEM_set_pod_target',
    memory.XENMEM_set_pod_target,
    memory.xen_pod_target,
    'sets how many pages a populate-on-demand domain is to have',
  ),
  command(
    'XENMEM_get_pod_target',
    memory.XENMEM_get_pod_target,
    memory.xen_pod_target,
    'reads the state of a populate-on-demand domain',
  ),
  command(
    'XENMEM_get_sharing_freed_pages',
    memory.XENMEM_get_sharing_freed_pages,
    null,
    'returns how many pages sharing has saved on this host',
  ),
  command(
    'XENMEM_get_sharing_shared_pages',
    memory.XENMEM_get_sharing_shared_pages,
    null,
    'returns how many pages of this host are shared',
  ),
  command(
    'XENMEM_paging_op',
    memory.XENMEM_paging_op,
    memory.xen_mem_paging_op,
    'a step of paging a frame out or in',
    { buffer: orNull(reads()) },
    step('op', [
      [0, 'XENMEM_paging_op_nominate', 'marks a frame that may be paged out'],
      [1, 'XENMEM_paging_op_evict', 'pages a marked frame out'],
      [2, 'XENMEM_paging_op_prep', 'gives a frame its page again'],
    ]),
  ),
  command(
    'XENMEM_access_op',
    memory.XENMEM_access_op,
    memory.xen_mem_access_op,
    'sets or reads access rights of frames',
    { pfn_list: orNull(reads()), access_list: orNull(reads()) },
    step('op', [
      [0, 'XENMEM_access_op_set_access', 'sets the rights of a run of frames'],
      [1, 'XENMEM_access_op_get_access', 'reads the rights of a frame'],
      [4, 'XENMEM_access_op_set_access_multi', 'sets the rights of many frames'],
    ]),
  ),
  command(
    'XENMEM_sharing_op',
    memory.XENMEM_sharing_op,
    memory.xen_mem_sharing_op,
    'an operation on shared pages',
    undefined,
    step('op', [
      [0, 'XENMEM_sharing_op_nominate_gfn', 'makes a page sharable, by its frame'],
      [1, 'XENMEM_sharing_op_nominate_gref', 'makes a page sharable, by its grant'],
      [2, 'XENMEM_sharing_op_share', 'makes two pages one'],
      [3, 'XENMEM_sharing_op_debug_gfn', 'prints what is known of a frame'],
      [4, 'XENMEM_sharing_op_debug_mfn', 'not implemented'],
      [5, 'XENMEM_sharing_op_debug_gref', 'prints what is known of a granted frame'],
      [6, 'XENMEM_sharing_op_add_physmap', 'puts a shared page at a frame that has none'],
      [7, 'XENMEM_sharing_op_audit', 'checks the book-keeping of sharing'],
      [8, 'XENMEM_sharing_op_range_share', 'shares a run of frames of two domains'],
      [9, 'XENMEM_sharing_op_fork', 'makes a domain a copy of another one', { since: '4.14' }],
      [
        10,
        'XENMEM_sharing_op_fork_reset',
        'takes a copy back to what it was made of',
        { since: '4.14' },
      ],
    ]),
  ),
  command(
    'XENMEM_add_to_physmap_batch',
    memory.XENMEM_add_to_physmap_batch,
    memory.xen_add_to_physmap_batch,
    'maps many pages into a translated domain, each with its own result',
    { idxs: reads(), gpfns: reads(), errs: writes() },
  ),
  command(
    'XENMEM_claim_pages',
    memory.XENMEM_claim_pages,
    memory.xen_memory_reservation,
    "stakes a domain's claim to an amount of memory; its list must be null",
    { extent_start: orNull(reads()) },
  ),
];

export type InterfaceName = 'xen-4.17' | 'pin-v4';

/** What a number means depends on whom it is sent to: 26 and 27 were given out twice. */
export const interfaces: Readonly<Record<InterfaceName, readonly Command[]>> = Object.freeze({
  'xen-4.17': Object.freeze([
    ...common,
    command(
      'XENMEM_machphys_compat_mfn_list',
      memory.XENMEM_machphys_compat_mfn_list,
      memory.xen_machphys_mfn_list,
      'lists the frames of the M2P that 32-bit guests see',
      { extent_start: writes() },
    ),
    command(
      'XENMEM_get_vnumainfo',
      memory.XENMEM_get_vnumainfo,
      memory.xen_vnuma_topology_info,
      "reads a domain's virtual NUMA topology",
      { 'vdistance.h': writes(), 'vcpu_to_vnode.h': writes(), 'vmemrange.h': writes() },
    ),
    command(
      'XENMEM_reserved_device_memory_map',
      memory.XENMEM_reserved_device_memory_map,
      memory.xen_reserved_device_memory_map,
      'lists the ranges that devices need where they are',
      { buffer: writes() },
    ),
    command(
      'XENMEM_acquire_resource',
      memory.XENMEM_acquire_resource,
      memory.xen_mem_acquire_resource,
      'maps pages that the hypervisor keeps for another domain',
      { frame_list: updates() },
    ),
  ]),
  /**
   * The Linux proposal of August 2013, on a Xen of its time. The structs are those of 4.17, which
   * differ from 4.4's for the tools' sharing_op (other operation numbers) and access_op (4.4 had
   * an event struct, laid out like xen_mem_paging_op).
   */
  'pin-v4': Object.freeze([
    ...common,
    command(
      'XENMEM_exchange_and_pin',
      unpin.XENMEM_exchange_and_pin,
      memory.xen_memory_exchange,
      'exchanges pages as exchange does, and keeps the new ones where they are until unpinned',
      { 'in.extent_start': reads(), 'out.extent_start': updates() },
    ),
    command(
      'XENMEM_unpin',
      unpin.XENMEM_unpin,
      unpin.xen_unpin,
      'lets the hypervisor move pages again that exchange_and_pin had pinned',
      { 'in.extent_start': reads() },
    ),
  ]),
});

/** Memory of domains: the command word has a command and the extent at which it goes on. */
export const memory_op: Hypercall = {
  number: 12,
  name: 'memory_op',
  registers: struct('memory_op', { cmd: unsigned_long, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'cmd',
    mask: MEMOP_CMD_MASK,
    noun: 'command',
    above: 'extent',
    operations: interfaces['xen-4.17'],
    elsewhere: { 'pin-v4': interfaces['pin-v4'] },
  },
};
