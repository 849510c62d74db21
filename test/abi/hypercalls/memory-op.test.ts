import { describe, expect, it } from 'vitest';
import * as abi from '../../../abi/index.js';
import { interfaces, type Command } from '../../../abi/index.js';
import { dotted, entriesOf, layoutOf, x86_64 } from '../../../src/layout/index.js';

const table = (commands: readonly Command[]) =>
  commands.map(({ number, name, argument }) => `${number} ${name} ${argument?.name ?? '-'}`);

const upTo24 = [
  '0 XENMEM_increase_reservation xen_memory_reservation',
  '1 XENMEM_decrease_reservation xen_memory_reservation',
  '2 XENMEM_maximum_ram_page -',
  '3 XENMEM_current_reservation xen_memory_domain',
  '4 XENMEM_maximum_reservation xen_memory_domain',
  '5 XENMEM_machphys_mfn_list xen_machphys_mfn_list',
  '6 XENMEM_populate_physmap xen_memory_reservation',
  '7 XENMEM_add_to_physmap xen_add_to_physmap',
  '9 XENMEM_memory_map xen_memory_map',
  '10 XENMEM_machine_memory_map xen_memory_map',
  '11 XENMEM_exchange xen_memory_exchange',
  '12 XENMEM_machphys_mapping xen_machphys_mapping',
  '13 XENMEM_set_memory_map xen_foreign_memory_map',
  '14 XENMEM_maximum_gpfn xen_memory_domain',
  '15 XENMEM_remove_from_physmap xen_remove_from_physmap',
  '16 XENMEM_set_pod_target xen_pod_target',
  '17 XENMEM_get_pod_target xen_pod_target',
  '18 XENMEM_get_sharing_freed_pages -',
  '19 XENMEM_get_sharing_shared_pages -',
  '20 XENMEM_paging_op xen_mem_paging_op',
  '21 XENMEM_access_op xen_mem_access_op',
  '22 XENMEM_sharing_op xen_mem_sharing_op',
  '23 XENMEM_add_to_physmap_batch xen_add_to_physmap_batch',
  '24 XENMEM_claim_pages xen_memory_reservation',
];

it('numbers the commands of Xen 4.17', () => {
  expect(table(interfaces['xen-4.17'])).toEqual([
    ...upTo24,
    '25 XENMEM_machphys_compat_mfn_list xen_machphys_mfn_list',
    '26 XENMEM_get_vnumainfo xen_vnuma_topology_info',
    '27 XENMEM_reserved_device_memory_map xen_reserved_device_memory_map',
    '28 XENMEM_acquire_resource xen_mem_acquire_resource',
  ]);
});

it('gives 26 and 27 to the pin calls in the proposal, and has nothing else above 24', () => {
  expect(table(interfaces['pin-v4'])).toEqual([
    ...upTo24,
    '26 XENMEM_exchange_and_pin xen_memory_exchange',
    '27 XENMEM_unpin xen_unpin',
  ]);
});

describe.each(Object.entries(interfaces))('%s', (_, commands) => {
  it('exports each number under its name', () => {
    for (const { name, number } of commands)
      expect(Object.entries(abi).find(([key]) => key === name)?.[1], name).toBe(number);
  });

  it('keeps every number within the command word', () => {
    for (const { name, number } of commands) expect(number & abi.MEMOP_CMD_MASK, name).toBe(number);
  });

  it.each(commands.filter(({ argument }) => argument !== null))(
    '$name moves each handle of its argument, and nothing else',
    ({ argument, lists }) => {
      const handles = [...entriesOf(layoutOf(argument!, x86_64))]
        .filter(({ layout }) => layout.type.kind === 'handle')
        .map(({ path }) => dotted(path));
      expect(Object.keys(lists ?? {}).toSorted()).toEqual(handles.toSorted());
    },
  );
});

it('knows where each list goes', () => {
  const directions = interfaces['xen-4.17'].flatMap(({ name, lists }) =>
    Object.entries(lists ?? {}).map(([path, { direction }]) => `${name} ${path} ${direction}`),
  );
  expect(directions).toEqual([
    'XENMEM_increase_reservation extent_start out',
    'XENMEM_decrease_reservation extent_start in',
    'XENMEM_machphys_mfn_list extent_start out',
    'XENMEM_populate_physmap extent_start inout',
    'XENMEM_memory_map buffer out',
    'XENMEM_machine_memory_map buffer out',
    'XENMEM_exchange in.extent_start in',
    'XENMEM_exchange out.extent_start inout',
    'XENMEM_set_memory_map map.buffer in',
    'XENMEM_paging_op buffer in',
    'XENMEM_access_op pfn_list in',
    'XENMEM_access_op access_list in',
    'XENMEM_add_to_physmap_batch idxs in',
    'XENMEM_add_to_physmap_batch gpfns in',
    'XENMEM_add_to_physmap_batch errs out',
    'XENMEM_claim_pages extent_start in',
    'XENMEM_machphys_compat_mfn_list extent_start out',
    'XENMEM_get_vnumainfo vdistance.h out',
    'XENMEM_get_vnumainfo vcpu_to_vnode.h out',
    'XENMEM_get_vnumainfo vmemrange.h out',
    'XENMEM_reserved_device_memory_map buffer out',
    'XENMEM_acquire_resource frame_list inout',
  ]);
});

it('splits a command word: populate_physmap resumed at extent 5 is 0x146', () => {
  expect((5 << abi.MEMOP_EXTENT_SHIFT) | abi.XENMEM_populate_physmap).toBe(0x146);
  expect(abi.MEMOP_CMD_MASK).toBe((1 << abi.MEMOP_EXTENT_SHIFT) - 1);
});
