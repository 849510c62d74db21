/** The commands of memory_op, under each of the two meanings that their numbers have had. */
import type { Direction, StructType } from '../src/schema/index.js';
import * as memory from './memory.js';
import * as unpin from './unpin.js';

/**
 * The command word has the command below and the first extent to do above: how the hypervisor
 * resumes what it preempted. Both are in Xen's own xen/hypercall.h, in no public header.
 */
export const MEMOP_EXTENT_SHIFT = 6;
export const MEMOP_CMD_MASK = 0x3f;

export interface Command {
  /** The low six bits of the command word. */
  readonly number: number;
  /** As the header has it: `XENMEM_exchange`. */
  readonly name: string;
  /** What the second argument register points to; `null` when it is not used. */
  readonly argument: StructType | null;
  /** The dotted path of each handle in the argument, and where this command moves its list. */
  readonly lists?: Readonly<Record<string, Direction>>;
  /** The handles among them that may be NULL whatever the length says. */
  readonly optional?: readonly string[];
  readonly doc: string;
}

function command(
  name: string,
  number: number,
  argument: StructType | null,
  doc: string,
  lists?: Command['lists'],
  optional?: Command['optional'],
): Command {
  return Object.freeze({
    number,
    name,
    argument,
    doc,
    ...(lists && { lists: Object.freeze(lists) }),
    ...(optional && { optional: Object.freeze(optional) }),
  });
}

/** Those that Xen 4.4 had and 4.17 still has. Number 8 was removed long before. */
const common: readonly Command[] = [
  command(
    'XENMEM_increase_reservation',
    memory.XENMEM_increase_reservation,
    memory.xen_memory_reservation,
    'gives a domain more pages; returns the extents done',
    { extent_start: 'out' },
    ['extent_start'],
  ),
  command(
    'XENMEM_decrease_reservation',
    memory.XENMEM_decrease_reservation,
    memory.xen_memory_reservation,
    'takes pages from a domain; returns the extents done',
    { extent_start: 'in' },
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
    { extent_start: 'out' },
  ),
  command(
    'XENMEM_populate_physmap',
    memory.XENMEM_populate_physmap,
    memory.xen_memory_reservation,
    'puts pages at the given frames; returns the extents done',
    { extent_start: 'inout' },
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
    { buffer: 'out' },
  ),
  command(
    'XENMEM_machine_memory_map',
    memory.XENMEM_machine_memory_map,
    memory.xen_memory_map,
    "reads the host's memory map",
    { buffer: 'out' },
    ['buffer'],
  ),
  command(
    'XENMEM_exchange',
    memory.XENMEM_exchange,
    memory.xen_memory_exchange,
    'exchanges pages for others, contiguous or below an address',
    { 'in.extent_start': 'in', 'out.extent_start': 'inout' },
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
    { 'map.buffer': 'in' },
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
    { buffer: 'in' },
    ['buffer'],
  ),
  command(
    'XENMEM_access_op',
    memory.XENMEM_access_op,
    memory.xen_mem_access_op,
    'sets or reads access rights of frames',
    { pfn_list: 'in', access_list: 'in' },
    ['pfn_list', 'access_list'],
  ),
  command(
    'XENMEM_sharing_op',
    memory.XENMEM_sharing_op,
    memory.xen_mem_sharing_op,
    'an operation on shared pages',
  ),
  command(
    'XENMEM_add_to_physmap_batch',
    memory.XENMEM_add_to_physmap_batch,
    memory.xen_add_to_physmap_batch,
    'maps many pages into a translated domain, each with its own result',
    { idxs: 'in', gpfns: 'in', errs: 'out' },
  ),
  command(
    'XENMEM_claim_pages',
    memory.XENMEM_claim_pages,
    memory.xen_memory_reservation,
    "stakes a domain's claim to an amount of memory; its list must be null",
    { extent_start: 'in' },
    ['extent_start'],
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
      { extent_start: 'out' },
    ),
    command(
      'XENMEM_get_vnumainfo',
      memory.XENMEM_get_vnumainfo,
      memory.xen_vnuma_topology_info,
      "reads a domain's virtual NUMA topology",
      { 'vdistance.h': 'out', 'vcpu_to_vnode.h': 'out', 'vmemrange.h': 'out' },
    ),
    command(
      'XENMEM_reserved_device_memory_map',
      memory.XENMEM_reserved_device_memory_map,
      memory.xen_reserved_device_memory_map,
      'lists the ranges that devices need where they are',
      { buffer: 'out' },
    ),
    command(
      'XENMEM_acquire_resource',
      memory.XENMEM_acquire_resource,
      memory.xen_mem_acquire_resource,
      'maps pages that the hypervisor keeps for another domain',
      { frame_list: 'inout' },
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
      { 'in.extent_start': 'in', 'out.extent_start': 'inout' },
    ),
    command(
      'XENMEM_unpin',
      unpin.XENMEM_unpin,
      unpin.xen_unpin,
      'lets the hypervisor move pages again that exchange_and_pin had pinned',
      { 'in.extent_start': 'in' },
    ),
  ]),
});
