// Generated from abi/ by scripts/generate.ts: do not edit.
import * as e820_h from '../../abi/e820.js';
import * as memory_h from '../../abi/memory.js';
import * as unpin_h from '../../abi/unpin.js';
import * as xen_h from '../../abi/xen.js';
import type { GeneratedCodecs, PrintedCodecs } from '../codec/index.js';
import type { Type } from '../schema/index.js';
import { codecs as e820entry } from './e820entry.js';
import { codecs as mem_sharing_op_debug } from './mem_sharing_op_debug.js';
import { codecs as mem_sharing_op_fork } from './mem_sharing_op_fork.js';
import { codecs as mem_sharing_op_nominate } from './mem_sharing_op_nominate.js';
import { codecs as mem_sharing_op_range } from './mem_sharing_op_range.js';
import { codecs as mem_sharing_op_share } from './mem_sharing_op_share.js';
import { codecs as xen_add_to_physmap } from './xen_add_to_physmap.js';
import { codecs as xen_add_to_physmap_batch } from './xen_add_to_physmap_batch.js';
import { codecs as xen_add_to_physmap_batch_extra } from './xen_add_to_physmap_batch_extra.js';
import { codecs as xen_foreign_memory_map } from './xen_foreign_memory_map.js';
import { codecs as xen_machphys_mapping } from './xen_machphys_mapping.js';
import { codecs as xen_machphys_mfn_list } from './xen_machphys_mfn_list.js';
import { codecs as xen_mem_access_op } from './xen_mem_access_op.js';
import { codecs as xen_mem_acquire_resource } from './xen_mem_acquire_resource.js';
import { codecs as xen_mem_paging_op } from './xen_mem_paging_op.js';
import { codecs as xen_mem_sharing_op } from './xen_mem_sharing_op.js';
import { codecs as xen_memory_domain } from './xen_memory_domain.js';
import { codecs as xen_memory_exchange } from './xen_memory_exchange.js';
import { codecs as xen_memory_map } from './xen_memory_map.js';
import { codecs as xen_memory_reservation } from './xen_memory_reservation.js';
import { codecs as xen_pod_target } from './xen_pod_target.js';
import { codecs as xen_remove_from_physmap } from './xen_remove_from_physmap.js';
import { codecs as xen_reserved_device_memory } from './xen_reserved_device_memory.js';
import { codecs as xen_reserved_device_memory_map } from './xen_reserved_device_memory_map.js';
import { codecs as xen_vmemrange } from './xen_vmemrange.js';
import { codecs as xen_vnuma_topology_info } from './xen_vnuma_topology_info.js';
import { codecs as xen_unpin } from './xen_unpin.js';
import { codecs as multicall_entry } from './multicall_entry.js';

/** The codecs of the structs that hypercalls of memory pass. */
export const generated: GeneratedCodecs = new Map<Type, PrintedCodecs>([
  [e820_h.e820entry, e820entry],
  [memory_h.mem_sharing_op_debug, mem_sharing_op_debug],
  [memory_h.mem_sharing_op_fork, mem_sharing_op_fork],
  [memory_h.mem_sharing_op_nominate, mem_sharing_op_nominate],
  [memory_h.mem_sharing_op_range, mem_sharing_op_range],
  [memory_h.mem_sharing_op_share, mem_sharing_op_share],
  [memory_h.xen_add_to_physmap, xen_add_to_physmap],
  [memory_h.xen_add_to_physmap_batch, xen_add_to_physmap_batch],
  [memory_h.xen_add_to_physmap_batch_extra, xen_add_to_physmap_batch_extra],
  [memory_h.xen_foreign_memory_map, xen_foreign_memory_map],
  [memory_h.xen_machphys_mapping, xen_machphys_mapping],
  [memory_h.xen_machphys_mfn_list, xen_machphys_mfn_list],
  [memory_h.xen_mem_access_op, xen_mem_access_op],
  [memory_h.xen_mem_acquire_resource, xen_mem_acquire_resource],
  [memory_h.xen_mem_paging_op, xen_mem_paging_op],
  [memory_h.xen_mem_sharing_op, xen_mem_sharing_op],
  [memory_h.xen_memory_domain, xen_memory_domain],
  [memory_h.xen_memory_exchange, xen_memory_exchange],
  [memory_h.xen_memory_map, xen_memory_map],
  [memory_h.xen_memory_reservation, xen_memory_reservation],
  [memory_h.xen_pod_target, xen_pod_target],
  [memory_h.xen_remove_from_physmap, xen_remove_from_physmap],
  [memory_h.xen_reserved_device_memory, xen_reserved_device_memory],
  [memory_h.xen_reserved_device_memory_map, xen_reserved_device_memory_map],
  [memory_h.xen_vmemrange, xen_vmemrange],
  [memory_h.xen_vnuma_topology_info, xen_vnuma_topology_info],
  [unpin_h.xen_unpin, xen_unpin],
  [xen_h.multicall_entry, multicall_entry],
]);
