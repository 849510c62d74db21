import type { Field, Scalars, Struct, Unit } from './unit.js';

export const abis = ['x86_32', 'x86_64', 'arm32', 'arm64', 'riscv64', 'ppc64'] as const;
export type AbiName = (typeof abis)[number];

const f = (type: string, name: string): Field => ({ type, name });
const struct = (name: string, ...fields: Field[]): Struct => ({ name, fields });

const reservationFields = [
  f('handle_xen_pfn_t', 'extent_start'),
  f('xen_ulong_t', 'nr_extents'),
  f('unsigned int', 'extent_order'),
  f('unsigned int', 'mem_flags'),
  f('domid_t', 'domid'),
];

/** A list behind a handle that a 64-bit integer makes equally wide everywhere. */
const padded = (name: string): Field => ({
  type: 'union { handle_uint h; uint64_t pad; }',
  name,
  inner: ['h', 'pad'],
});

const all: readonly Struct[] = [
  struct('xen_memory_reservation', ...reservationFields),
  struct(
    'xen_memory_exchange',
    ...['in', 'out'].map((name) => ({
      type: 'struct xen_memory_reservation',
      name,
      inner: reservationFields.map((field) => field.name),
    })),
    f('xen_ulong_t', 'nr_exchanged'),
  ),
  struct(
    'xen_add_to_physmap',
    f('domid_t', 'domid'),
    f('uint16_t', 'size'),
    f('unsigned int', 'space'),
    f('xen_ulong_t', 'idx'),
    f('xen_pfn_t', 'gpfn'),
  ),
  {
    ...struct(
      'xen_add_to_physmap_batch_extra',
      f('domid_t', 'foreign_domid'),
      f('uint16_t', 'res0'),
    ),
    kind: 'union',
  },
  struct(
    'xen_add_to_physmap_batch',
    f('domid_t', 'domid'),
    f('uint16_t', 'space'),
    f('uint16_t', 'size'),
    {
      type: 'union xen_add_to_physmap_batch_extra',
      name: 'u',
      inner: ['foreign_domid', 'res0'],
    },
    f('handle_xen_ulong_t', 'idxs'),
    f('handle_xen_pfn_t', 'gpfns'),
    f('handle_int', 'errs'),
  ),
  struct('xen_memory_map', f('unsigned int', 'nr_entries'), f('handle_void', 'buffer')),
  struct(
    'xen_pod_target',
    f('uint64_t', 'target_pages'),
    f('uint64_t', 'tot_pages'),
    f('uint64_t', 'pod_cache_pages'),
    f('uint64_t', 'pod_entries'),
    f('domid_t', 'domid'),
  ),
  struct(
    'xen_mem_acquire_resource',
    f('domid_t', 'domid'),
    f('uint16_t', 'type'),
    f('uint32_t', 'id'),
    f('uint32_t', 'nr_frames'),
    f('uint32_t', 'pad'),
    f('uint64_t', 'frame'),
    f('handle_xen_pfn_t', 'frame_list'),
  ),
  struct(
    'xen_vnuma_topology_info',
    f('domid_t', 'domid'),
    f('uint16_t', 'pad'),
    f('unsigned int', 'nr_vnodes'),
    f('unsigned int', 'nr_vcpus'),
    f('unsigned int', 'nr_vmemranges'),
    padded('vdistance'),
    padded('vcpu_to_vnode'),
    padded('vmemrange'),
  ),
  struct(
    'xen_machphys_mapping',
    f('xen_ulong_t', 'v_start'),
    f('xen_ulong_t', 'v_end'),
    f('xen_ulong_t', 'max_mfn'),
  ),
  struct('multicall_entry', f('xen_ulong_t', 'op'), f('xen_ulong_t', 'result'), {
    type: 'xen_ulong_t',
    name: 'args',
    suffix: '[6]',
  }),
  struct(
    'xen_mem_paging_op',
    f('uint8_t', 'op'),
    f('domid_t', 'domain'),
    f('handle64_const_uint8', 'buffer'),
    f('uint64_aligned_t', 'gfn'),
  ),
];

const aligned8 = 'uint64_t __attribute__((aligned(8)))';

/** A pointer in a union with 64 bits: arch-arm.h's handle, also of RISC-V and PPC. */
const unionHandle = (target: string): string => `union { ${target} *p; ${aligned8} q; }`;

const x86: Scalars = {
  xen_ulong_t: 'unsigned long',
  xen_pfn_t: 'unsigned long',
  domid_t: 'uint16_t',
  uint64_aligned_t: aligned8,
  handle: (target) => `struct { ${target} *p; }`,
  handle64: unionHandle,
};

const others: Scalars = {
  ...x86,
  xen_ulong_t: 'uint64_t',
  xen_pfn_t: 'uint64_t',
  handle: unionHandle,
};

/** The right declarations of the named structs, or of all. */
export function rightUnit(abi: AbiName, names?: readonly string[]): Unit {
  return {
    scalars: abi.startsWith('x86') ? x86 : others,
    structs: names ? all.filter(({ name }) => names.includes(name)) : all,
    rest: 'unsigned int use(struct xen_memory_reservation *r) { return r->extent_order; }\n',
  };
}

/** A struct and the union that it holds. */
export const batch = ['xen_add_to_physmap_batch_extra', 'xen_add_to_physmap_batch'];

/** Enough for most questions about a file's form. */
export const few = ['xen_memory_reservation', 'xen_memory_exchange', ...batch];
