import { all, field, fields, scalars, structs } from './changes.js';
import { abis, type AbiName, batch } from './structs.js';
import type { Change } from './unit.js';

/** A way to declare a struct wrongly. */
export interface Mistake {
  readonly keyword: string;
  readonly abis: readonly AbiName[];
  readonly structs: readonly string[];
  readonly change: Change;
  /** Compiler options that make the mistake, instead of the text or with it. */
  readonly options?: string;
}

const swap = (struct: string, a: string, b: string): Change =>
  fields(struct, (list) =>
    list.map((one) => {
      const other = one.name === a ? b : one.name === b ? a : one.name;
      return list.find(({ name }) => name === other) ?? one;
    }),
  );

const narrow = scalars({ handle: () => 'uint32_t' });

export const mistakes: readonly Mistake[] = [
  {
    keyword: 'packed',
    abis,
    structs: ['xen_memory_reservation', 'xen_memory_exchange', 'xen_memory_map'],
    change: structs((struct) => ({ ...struct, attributes: ' __attribute__((packed))' })),
  },
  {
    keyword: 'swapped',
    abis,
    structs: ['xen_memory_reservation', 'xen_add_to_physmap'],
    change: all(
      swap('xen_memory_reservation', 'extent_order', 'mem_flags'),
      swap('xen_add_to_physmap', 'idx', 'gpfn'),
    ),
  },
  {
    keyword: 'narrow-handle',
    abis: ['x86_64', 'arm64', 'riscv64', 'ppc64'],
    structs: ['xen_memory_reservation', ...batch],
    change: narrow,
  },
  {
    // The declaration that looks right: arm32's pointers have 32 bits, Xen's handles there 64.
    keyword: 'bare-pointer',
    abis: ['arm32'],
    structs: ['xen_memory_reservation', ...batch],
    change: scalars({ handle: (target) => `${target} *` }),
  },
  {
    keyword: 'wide-handle',
    abis: ['x86_32'],
    structs: ['xen_memory_reservation', ...batch],
    change: scalars({ handle: () => 'uint64_t' }),
  },
  {
    // Grows into the padding: no offset moves and the size stays.
    keyword: 'wide-domid',
    abis,
    structs: ['xen_memory_reservation', 'xen_pod_target'],
    change: scalars({ domid_t: 'uint32_t' }),
  },
  {
    keyword: 'missing',
    abis,
    structs: ['xen_memory_reservation', 'xen_pod_target'],
    change: all(
      field('xen_memory_reservation', 'extent_order', () => []),
      field('xen_pod_target', 'domid', () => []),
    ),
  },
  {
    keyword: 'extra',
    abis,
    structs: ['xen_memory_reservation', 'xen_machphys_mapping'],
    change: all(
      field('xen_memory_reservation', 'extent_order', (before) => [
        { type: 'uint32_t', name: 'reserved' },
        before,
      ]),
      field('xen_machphys_mapping', 'max_mfn', (last) => [
        last,
        { type: 'xen_ulong_t', name: 'count' },
      ]),
    ),
  },
  {
    // The last field comes first, and all others move.
    keyword: 'moved',
    abis,
    structs: ['xen_memory_reservation', 'xen_memory_exchange'],
    change: fields('xen_memory_reservation', (list) => [...list.slice(-1), ...list.slice(0, -1)]),
  },
  {
    // Wrong in what a struct holds, not in its own declaration.
    keyword: 'wide-union',
    abis,
    structs: batch,
    change: field('xen_add_to_physmap_batch_extra', 'res0', (res0) => [
      { ...res0, type: 'uint32_t' },
    ]),
  },
  {
    keyword: 'hole',
    abis,
    structs: ['xen_memory_reservation'],
    change: field('xen_memory_reservation', 'mem_flags', (flags) => [
      { ...flags, suffix: ' __attribute__((aligned(8)))' },
    ]),
  },
  {
    keyword: 'aligned64',
    abis: ['x86_32'],
    structs: ['xen_pod_target', 'xen_mem_acquire_resource'],
    change: (unit) => unit,
    options: '-malign-double',
  },
  {
    keyword: 'plain64',
    abis: ['x86_32'],
    structs: ['xen_mem_paging_op'],
    change: scalars({ uint64_aligned_t: 'uint64_t', handle64: () => 'uint64_t' }),
  },
  {
    keyword: 'unsigned-long',
    abis: ['arm32'],
    structs: ['xen_memory_reservation', 'xen_add_to_physmap', 'xen_machphys_mapping'],
    change: scalars({ xen_ulong_t: 'unsigned long', xen_pfn_t: 'unsigned long' }),
  },
  {
    keyword: 'short-args',
    abis,
    structs: ['multicall_entry'],
    change: field('multicall_entry', 'args', (args) => [{ ...args, suffix: '[5]' }]),
  },
];
