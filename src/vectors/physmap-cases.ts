import {
  DOMID_SELF,
  xen_add_to_physmap,
  xen_remove_from_physmap,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
  XENMAPSPACE_shared_info,
} from '../../abi/index.js';
import { boundary, type Case, type Draft, invalid, valid } from './case.js';
import { CONTROL, type Guest, ORDINARY } from './guest.js';
import type { Site } from './site.js';

export const ALL_ONES = (1n << 64n) - 1n;

interface Mapping {
  readonly domid?: number;
  readonly size?: number;
  readonly space: number;
  readonly idx?: bigint;
  readonly gpfn: bigint;
}

const add = (
  { domid = DOMID_SELF, size = 0, space, idx = 0n, gpfn }: Mapping,
  parts: Partial<Draft> = {},
): Draft => ({
  type: xen_add_to_physmap,
  value: () => ({ domid, size, space, idx, gpfn }),
  ...parts,
});

const remove = (gpfn: bigint, parts: Partial<Draft> = {}, domid = DOMID_SELF): Draft => ({
  type: xen_remove_from_physmap,
  value: () => ({ domid, gpfn }),
  ...parts,
});

const place = (s: Site): bigint => s.targets(1)[0]!;

/** Maps the shared info page, which is at one place only, after it was taken from any other. */
function sharedInfo(s: Site, gpfn: bigint): Draft {
  const other = place(s);
  const draft = add({ space: XENMAPSPACE_shared_info, gpfn: other });
  s.prepare('XENMEM_add_to_physmap', 'maps the shared info page, or finds it mapped', draft);
  return add({ space: XENMAPSPACE_shared_info, gpfn });
}

/** The checks that come before the spaces (semantics.md 3.5). */
const beforeSpaces: readonly Case[] = [
  invalid('start extent of 17 bits', 'EDOM', (s) =>
    add({ space: XENMAPSPACE_gmfn, gpfn: place(s) }, { startExtent: 0x10000 }),
  ),
  invalid('argument not mapped', 'EFAULT', (s) =>
    add({ space: XENMAPSPACE_gmfn, gpfn: place(s) }, { at: 'hole' }),
  ),
  invalid("another domain's page, which only the batch knows", 'ENOSYS', (s) =>
    add({ space: XENMAPSPACE_gmfn_foreign, gpfn: place(s) }),
  ),
  invalid('domid of no domain', 'ESRCH', (s) =>
    add({ space: XENMAPSPACE_gmfn, gpfn: place(s), domid: 0x1234 }),
  ),
];

export function addCases({ mode }: Guest): Case[] {
  if (mode === 'pv')
    return [
      ...beforeSpaces,
      invalid('the domain is not translated', 'EACCES', (s) =>
        add({ space: s.random(4), gpfn: place(s) }),
      ),
    ];
  return [
    ...beforeSpaces,
    valid('a device page that the domain may not have: passed over', (s) =>
      add({ space: XENMAPSPACE_dev_mmio, gpfn: place(s), idx: BigInt(s.few()) }),
    ),
    boundary('gmfn_range of size 0', (s) =>
      add({ space: XENMAPSPACE_gmfn_range, gpfn: place(s), idx: 1n }),
    ),
    boundary('argument read-only', (s) =>
      add({ space: XENMAPSPACE_dev_mmio, gpfn: place(s) }, { at: 'readOnly' }),
    ),
    invalid('the shared info page, which is mapped elsewhere', 'EBUSY', (s) =>
      sharedInfo(s, place(s)),
    ),
    invalid('the second shared info page', 'EINVAL', (s) =>
      add({ space: XENMAPSPACE_shared_info, idx: 1n, gpfn: place(s) }),
    ),
    invalid('gpfn all-ones', 'EINVAL', () => add({ space: XENMAPSPACE_gmfn, gpfn: ALL_ONES })),
    invalid('gmfn, which Arm has not', 'ENOSYS', (s) =>
      add({ space: XENMAPSPACE_gmfn, idx: s.extents(1)[0]!, gpfn: place(s) }),
    ),
    invalid('gmfn_range of one page, which Arm has not', 'ENOSYS', (s) =>
      add({ space: XENMAPSPACE_gmfn_range, size: 1, idx: s.extents(1)[0]!, gpfn: place(s) }),
    ),
    invalid('gmfn_range shorter than the start extent', 'EILSEQ', (s) =>
      add({ space: XENMAPSPACE_gmfn_range, size: 1, gpfn: place(s) }, { startExtent: 2 }),
    ),
    invalid('gmfn_range whose gpfn overflows', 'EOVERFLOW', () =>
      add({ space: XENMAPSPACE_gmfn_range, size: 3, gpfn: ALL_ONES - 1n }),
    ),
    invalid('gmfn_range whose idx overflows', 'EOVERFLOW', (s) =>
      add({ space: XENMAPSPACE_gmfn_range, size: 3, idx: ALL_ONES - 1n, gpfn: place(s) }),
    ),
    invalid('space 9', 'ENOSYS', (s) => add({ space: 9, gpfn: place(s) })),
    invalid('another domain, without privilege', 'EPERM', (s) =>
      add({ space: XENMAPSPACE_shared_info, gpfn: place(s), domid: CONTROL }, { caller: ORDINARY }),
    ),
  ];
}

export function removeCases({ mode }: Guest): Case[] {
  const refused = [
    invalid('start extent in the command word', 'EINVAL', (s) =>
      remove(place(s), { startExtent: 1 }),
    ),
    invalid('argument not mapped', 'EFAULT', (s) => remove(place(s), { at: 'hole' })),
    invalid('domid of no domain', 'ESRCH', (s) => remove(place(s), {}, 0x1234)),
  ];
  if (mode === 'pv')
    return [
      ...refused,
      invalid('the domain is not translated', 'EACCES', (s) => remove(s.extents(1)[0]!)),
    ];
  const owned = (s: Site, domid = CONTROL): bigint => s.extents(1, 0, domid)[0]!;
  return [
    ...refused,
    valid('an ordinary page', (s) => remove(owned(s))),
    valid("another domain's, by the control domain", (s) =>
      remove(owned(s, ORDINARY), {}, ORDINARY),
    ),
    boundary('argument read-only', (s) => remove(owned(s), { at: 'readOnly' })),
    invalid('nothing is there', 'ENOENT', (s) => remove(place(s))),
    invalid('nothing is at all-ones', 'ENOENT', () => remove(ALL_ONES)),
    invalid('removed already', 'ENOENT', (s) => {
      const gpfn = owned(s);
      s.prepare('XENMEM_remove_from_physmap', 'removes the page', remove(gpfn));
      return remove(gpfn);
    }),
    invalid('another domain, without privilege', 'EPERM', (s) =>
      remove(owned(s), { caller: ORDINARY }, CONTROL),
    ),
  ];
}
