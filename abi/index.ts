/** What Xen's public headers say about memory, as declarations; one file a header. */
import type { CompoundType } from '../src/schema/index.js';
import { e820entry } from './e820.js';
import * as memory from './memory.js';
import { physdev_pci_device } from './pci-device.js';
import * as shared from './shared-info.js';
import { xen_unpin } from './unpin.js';
import { multicall_entry } from './xen.js';

export * from './xen.js';
export * from './shared-info.js';
export * from './pci-device.js';
export * from './memory.js';
export * from './e820.js';
export * from './unpin.js';
export * from './errno.js';
export * from './hypercalls/index.js';
export * from './releases.js';
export * from './registers.js';

/**
 * Every struct and union that has a name, as the headers define them: each after what it holds.
 * A name whose members differ between architectures has several declarations, told apart by `abis`.
 */
export const structs: readonly CompoundType[] = Object.freeze([
  multicall_entry,
  shared.vcpu_time_info,
  shared.arch_vcpu_info_x86_32,
  shared.arch_vcpu_info_x86_64,
  shared.vcpu_info_x86_32,
  shared.vcpu_info_x86_64,
  shared.vcpu_info_arm,
  shared.arch_shared_info_x86_32,
  shared.arch_shared_info_x86_64,
  shared.shared_info_x86_32,
  shared.shared_info_x86_64,
  shared.shared_info_arm,
  physdev_pci_device,
  memory.xen_memory_reservation,
  memory.xen_memory_exchange,
  memory.xen_memory_domain,
  memory.xen_machphys_mfn_list,
  memory.xen_machphys_mapping,
  memory.xen_add_to_physmap,
  memory.xen_add_to_physmap_batch_extra,
  memory.xen_add_to_physmap_batch,
  memory.xen_remove_from_physmap,
  memory.xen_memory_map,
  memory.xen_foreign_memory_map,
  memory.xen_pod_target,
  memory.xen_mem_paging_op,
  memory.xen_mem_access_op,
  memory.mem_sharing_op_nominate,
  memory.mem_sharing_op_share,
  memory.mem_sharing_op_range,
  memory.mem_sharing_op_debug,
  memory.mem_sharing_op_fork,
  memory.xen_mem_sharing_op,
  memory.xen_reserved_device_memory,
  memory.xen_reserved_device_memory_map,
  memory.xen_mem_acquire_resource,
  memory.xen_vmemrange,
  memory.xen_vnuma_topology_info,
  e820entry,
  xen_unpin,
]);

/** Those of `structs` that no public header of any Xen declares. */
export const unlisted: readonly string[] = Object.freeze(['e820entry', 'xen_unpin']);
