/**
 * What the independent reader of recordings knows, copied by hand from the tables of the Xen
 * headers' layouts and commands; nothing here comes from the library. A field's line: dotted path,
 * offset:size on x86_32, offset:size elsewhere, form. Forms: `h` handle, `f` frame number (both hex
 * strings), `d` 64-bit class (decimal string), `n` number, `n*3` three numbers.
 */
export const LAYOUTS = `
xen_memory_reservation 20 32
  extent_start 0:4 0:8 h
  nr_extents 4:4 8:8 d
  extent_order 8:4 16:4 n
  mem_flags 12:4 20:4 n
  domid 16:2 24:2 n
xen_memory_exchange 44 72
  in.extent_start 0:4 0:8 h
  in.nr_extents 4:4 8:8 d
  in.extent_order 8:4 16:4 n
  in.mem_flags 12:4 20:4 n
  in.domid 16:2 24:2 n
  out.extent_start 20:4 32:8 h
  out.nr_extents 24:4 40:8 d
  out.extent_order 28:4 48:4 n
  out.mem_flags 32:4 52:4 n
  out.domid 36:2 56:2 n
  nr_exchanged 40:4 64:8 d
xen_memory_domain 2 2
  domid 0:2 0:2 n
xen_machphys_mfn_list 12 24
  max_extents 0:4 0:4 n
  extent_start 4:4 8:8 h
  nr_extents 8:4 16:4 n
xen_machphys_mapping 12 24
  v_start 0:4 0:8 d
  v_end 4:4 8:8 d
  max_mfn 8:4 16:8 f
xen_add_to_physmap 16 24
  domid 0:2 0:2 n
  size 2:2 2:2 n
  space 4:4 4:4 n
  idx 8:4 8:8 d
  gpfn 12:4 16:8 f
xen_add_to_physmap_batch 20 32
  domid 0:2 0:2 n
  space 2:2 2:2 n
  size 4:2 4:2 n
  u.foreign_domid 6:2 6:2 n
  u.res0 6:2 6:2 n
  idxs 8:4 8:8 h
  gpfns 12:4 16:8 h
  errs 16:4 24:8 h
xen_remove_from_physmap 8 16
  domid 0:2 0:2 n
  gpfn 4:4 8:8 f
xen_memory_map 8 16
  nr_entries 0:4 0:4 n
  buffer 4:4 8:8 h
xen_foreign_memory_map 12 24
  domid 0:2 0:2 n
  map.nr_entries 4:4 8:4 n
  map.buffer 8:4 16:8 h
xen_pod_target 36 40
  target_pages 0:8 0:8 d
  tot_pages 8:8 8:8 d
  pod_cache_pages 16:8 16:8 d
  pod_entries 24:8 24:8 d
  domid 32:2 32:2 n
xen_mem_paging_op 24 24
  op 0:1 0:1 n
  domain 2:2 2:2 n
  buffer 8:8 8:8 h
  gfn 16:8 16:8 f
xen_mem_access_op 24 32
  op 0:1 0:1 n
  access 1:1 1:1 n
  domid 2:2 2:2 n
  nr 4:4 4:4 n
  pfn 8:8 8:8 f
  pfn_list 16:4 16:8 h
  access_list 20:4 24:8 h
xen_mem_sharing_op 48 48
  op 0:1 0:1 n
  domain 2:2 2:2 n
  u.nominate.u.gfn 8:8 8:8 f
  u.nominate.u.grant_ref 8:4 8:4 n
  u.nominate.handle 16:8 16:8 d
  u.share.source_gfn 8:8 8:8 f
  u.share.source_handle 16:8 16:8 d
  u.share.client_gfn 24:8 24:8 f
  u.share.client_handle 32:8 32:8 d
  u.share.client_domain 40:2 40:2 n
  u.range.first_gfn 8:8 8:8 f
  u.range.last_gfn 16:8 16:8 f
  u.range.opaque 24:8 24:8 d
  u.range.client_domain 32:2 32:2 n
  u.range._pad 34:6 34:6 n*3
  u.debug.u.gfn 8:8 8:8 f
  u.debug.u.mfn 8:8 8:8 f
  u.debug.u.gref 8:4 8:4 n
  u.fork.parent_domain 8:2 8:2 n
  u.fork.flags 10:2 10:2 n
  u.fork.pad 12:4 12:4 n
xen_reserved_device_memory 8 16
  start_pfn 0:4 0:8 f
  nr_pages 4:4 8:8 d
xen_reserved_device_memory_map 16 24
  flags 0:4 0:4 n
  nr_entries 4:4 4:4 n
  buffer 8:4 8:8 h
  dev.pci.seg 12:2 16:2 n
  dev.pci.bus 14:1 18:1 n
  dev.pci.devfn 15:1 19:1 n
xen_mem_acquire_resource 28 32
  domid 0:2 0:2 n
  type 2:2 2:2 n
  id 4:4 4:4 n
  nr_frames 8:4 8:4 n
  pad 12:4 12:4 n
  frame 16:8 16:8 d
  frame_list 24:4 24:8 h
xen_vmemrange 24 24
  start 0:8 0:8 d
  end 8:8 8:8 d
  flags 16:4 16:4 n
  nid 20:4 20:4 n
xen_vnuma_topology_info 40 40
  domid 0:2 0:2 n
  pad 2:2 2:2 n
  nr_vnodes 4:4 4:4 n
  nr_vcpus 8:4 8:4 n
  nr_vmemranges 12:4 12:4 n
  vdistance.h 16:4 16:8 h
  vdistance.pad 16:8 16:8 d
  vcpu_to_vnode.h 24:4 24:8 h
  vcpu_to_vnode.pad 24:8 24:8 d
  vmemrange.h 32:4 32:8 h
  vmemrange.pad 32:8 32:8 d
e820entry 20 20
  addr 0:8 0:8 d
  size 8:8 8:8 d
  type 16:4 16:4 n
`;

/** Elements that are no structs: size on x86_32, size elsewhere, form. */
export const SCALARS: Readonly<Record<string, readonly [number, number, string]>> = {
  frame: [4, 8, 'f'],
  ulong: [4, 8, 'd'],
  u64frame: [8, 8, 'f'],
  uint: [4, 4, 'n'],
  int: [4, 4, 's'],
  byte: [1, 1, 'n'],
};

/** Number, name, struct, and for each list: handle, element, and the fields that multiply to its length. */
export const COMMANDS = `
0 increase_reservation xen_memory_reservation extent_start:frame:nr_extents
1 decrease_reservation xen_memory_reservation extent_start:frame:nr_extents
2 maximum_ram_page -
3 current_reservation xen_memory_domain
4 maximum_reservation xen_memory_domain
5 machphys_mfn_list xen_machphys_mfn_list extent_start:frame:max_extents
6 populate_physmap xen_memory_reservation extent_start:frame:nr_extents
7 add_to_physmap xen_add_to_physmap
9 memory_map xen_memory_map buffer:e820entry:nr_entries
10 machine_memory_map xen_memory_map buffer:e820entry:nr_entries
11 exchange xen_memory_exchange in.extent_start:frame:in.nr_extents out.extent_start:frame:out.nr_extents
12 machphys_mapping xen_machphys_mapping
13 set_memory_map xen_foreign_memory_map map.buffer:e820entry:map.nr_entries
14 maximum_gpfn xen_memory_domain
15 remove_from_physmap xen_remove_from_physmap
16 set_pod_target xen_pod_target
17 get_pod_target xen_pod_target
18 get_sharing_freed_pages -
19 get_sharing_shared_pages -
20 paging_op xen_mem_paging_op buffer:byte:4096
21 access_op xen_mem_access_op pfn_list:u64frame:nr access_list:byte:nr
22 sharing_op xen_mem_sharing_op
23 add_to_physmap_batch xen_add_to_physmap_batch idxs:ulong:size gpfns:frame:size errs:int:size
24 claim_pages xen_memory_reservation extent_start:frame:nr_extents
25 machphys_compat_mfn_list xen_machphys_mfn_list extent_start:frame:max_extents
26 get_vnumainfo xen_vnuma_topology_info vdistance.h:uint:nr_vnodes*nr_vnodes vcpu_to_vnode.h:uint:nr_vcpus vmemrange.h:xen_vmemrange:nr_vmemranges
27 reserved_device_memory_map xen_reserved_device_memory_map buffer:xen_reserved_device_memory:nr_entries
28 acquire_resource xen_mem_acquire_resource frame_list:frame:nr_frames
`;

export const ERRNO: Readonly<Record<number, string>> = {
  1: 'EPERM',
  2: 'ENOENT',
  3: 'ESRCH',
  7: 'E2BIG',
  12: 'ENOMEM',
  13: 'EACCES',
  14: 'EFAULT',
  16: 'EBUSY',
  19: 'ENODEV',
  22: 'EINVAL',
  38: 'ENOSYS',
  95: 'EOPNOTSUPP',
  105: 'ENOBUFS',
};
