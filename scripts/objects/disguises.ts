import { all, field, fields, scalars, structs } from './changes.js';
import { abis, type AbiName, batch, few } from './structs.js';
import type { Change } from './unit.js';

/** A way to declare a struct rightly that looks unlike Xen's. */
export interface Disguise {
  readonly keyword: string;
  readonly abis: readonly AbiName[];
  readonly structs: readonly string[];
  readonly change: Change;
  /** Xen's path of a field, and its name here; empty where it has none. */
  readonly names?: Readonly<Record<string, string>>;
}

const wide = abis.filter((abi) => abi !== 'x86_32' && abi !== 'arm32');
const most: readonly AbiName[] = ['x86_32', 'x86_64', 'arm32', 'arm64'];
const reservation = ['xen_memory_reservation'];
/** Leaves out the union that has a tag of its own in Xen's headers. */
const untagged: Change = (unit) => ({
  ...unit,
  structs: unit.structs.filter(({ kind }) => kind !== 'union'),
});
const aligned8 = 'uint64_t __attribute__((aligned(8)))';

export const disguises: readonly Disguise[] = [
  {
    keyword: 'handle-pointer',
    abis: ['x86_32', ...wide],
    structs: few,
    change: scalars({ handle: (target) => `${target} *` }),
  },
  {
    keyword: 'handle-struct',
    abis: ['x86_32', 'x86_64', 'arm64'],
    structs: few,
    change: scalars({ handle: (target) => `struct { ${target} *p; }` }),
  },
  {
    keyword: 'handle-union',
    abis: ['x86_64', 'arm32', 'arm64'],
    structs: few,
    change: scalars({ handle: (target) => `union { ${target} *p; ${aligned8} q; }` }),
  },
  {
    keyword: 'handle-integer',
    abis: ['x86_64', 'arm32', 'arm64'],
    structs: few,
    change: scalars({ handle: () => 'uint64_t' }),
  },
  {
    // A union without a name, a struct without one in it: the fields are the parent's.
    keyword: 'anonymous',
    abis: most,
    structs: ['xen_memory_reservation', ...batch],
    change: all(
      untagged,
      fields('xen_memory_reservation', (list) => [
        ...list.filter(({ name }) => name === 'extent_start' || name === 'nr_extents'),
        {
          type: 'struct { unsigned int extent_order; union { unsigned int mem_flags; unsigned int flags; }; }',
          name: '',
          inner: ['extent_order', 'mem_flags'],
        },
        ...list.filter(({ name }) => name === 'domid'),
      ]),
      field('xen_add_to_physmap_batch', 'u', () => [
        {
          type: 'union { domid_t foreign_domid; uint16_t res0; }',
          name: '',
          inner: ['foreign_domid', 'res0'],
        },
      ]),
    ),
    names: {
      'xen_add_to_physmap_batch.u': '',
      'xen_add_to_physmap_batch.u.foreign_domid': 'foreign_domid',
      'xen_add_to_physmap_batch.u.res0': 'res0',
    },
  },
  {
    keyword: 'typedef-chain',
    abis: most,
    structs: reservation,
    change: all(
      scalars({
        domid_t: 'uint16_t domid_base; typedef const domid_base domid_const; typedef domid_const',
      }),
      // Qualifiers and typedefs on the way to one and the same scalar.
      field('xen_memory_reservation', 'nr_extents', (count) => [
        { ...count, type: 'volatile xen_ulong_t' },
      ]),
    ),
  },
  {
    keyword: 'typedef-anonymous',
    abis: most,
    structs: reservation,
    change: structs((struct) => ({ ...struct, typedef: `${struct.name}_t` })),
  },
  {
    keyword: 'linux-names',
    abis: most,
    structs: ['xen_memory_reservation', ...batch],
    change: all(
      untagged,
      field('xen_memory_reservation', 'mem_flags', (flags) => [{ ...flags, name: 'address_bits' }]),
      field('xen_add_to_physmap_batch', 'u', () => [{ type: 'domid_t', name: 'foreign_domid' }]),
    ),
    names: {
      'xen_memory_reservation.mem_flags': 'address_bits',
      'xen_add_to_physmap_batch.u': 'foreign_domid',
      'xen_add_to_physmap_batch.u.foreign_domid': 'foreign_domid',
      'xen_add_to_physmap_batch.u.res0': '',
    },
  },
];
