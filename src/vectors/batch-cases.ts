import {
  DOMID_SELF,
  xen_add_to_physmap_batch,
  xen_pfn_t,
  xen_ulong_t,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
} from '../../abi/index.js';
import { c_int } from '../schema/index.js';
import { boundary, type Case, type Draft, invalid, valid } from './case.js';
import { CONTROL, type Guest, ORDINARY } from './guest.js';
import { ALL_ONES } from './physmap-cases.js';
import type { Place } from './place.js';
import type { Site } from './site.js';

interface Batch {
  readonly idxs?: readonly bigint[];
  readonly gpfns?: readonly bigint[];
  readonly size?: number;
  readonly space?: number;
  readonly extra?: number;
  readonly domid?: number;
  readonly idxsAt?: Place;
  readonly errsAt?: Place;
}

/** Pages of the other domain for as many places, but for what is special. */
function foreign(s: Site, batch: Batch, parts: Partial<Draft> = {}): Draft {
  const idxs = batch.idxs ?? s.extents(3, 0, ORDINARY);
  const gpfns = batch.gpfns ?? s.targets(idxs.length);
  return {
    type: xen_add_to_physmap_batch,
    lists: [
      { values: idxs, type: xen_ulong_t, ...(batch.idxsAt && { at: batch.idxsAt }) },
      { values: gpfns, type: xen_pfn_t },
      {
        // Told apart from a result that was written.
        values: idxs.map(() => 0x55),
        type: c_int,
        ...(batch.errsAt && { at: batch.errsAt }),
      },
    ],
    value: ([idxsAddress, gpfnsAddress, errsAddress]) => ({
      domid: batch.domid ?? DOMID_SELF,
      space: batch.space ?? XENMAPSPACE_gmfn_foreign,
      size: batch.size ?? idxs.length,
      u: { foreign_domid: batch.extra ?? ORDINARY },
      idxs: idxsAddress,
      gpfns: gpfnsAddress,
      errs: errsAddress,
    }),
    ...parts,
  };
}

const refused: readonly Case[] = [
  invalid('start extent of 17 bits', 'EDOM', (s) => foreign(s, {}, { startExtent: 0x10000 })),
  invalid('argument not mapped', 'EFAULT', (s) => foreign(s, {}, { at: 'hole' })),
  invalid('gmfn_range, which the batch has not', 'EOPNOTSUPP', (s) =>
    foreign(s, { space: XENMAPSPACE_gmfn_range }),
  ),
  invalid('domid of no domain', 'ESRCH', (s) => foreign(s, { domid: 0x1234 })),
];

/** add_to_physmap_batch (semantics.md 3.6): 0 although entries fail, and `errs` says which. */
export function batchCases({ mode }: Guest): Case[] {
  if (mode === 'pv')
    return [...refused, invalid('the domain is not translated', 'EACCES', (s) => foreign(s, {}))];
  return [
    ...refused,
    valid("another domain's pages", (s) => foreign(s, {})),
    valid('begun at the start extent of the command word', (s) =>
      foreign(s, {}, { startExtent: 1 }),
    ),
    valid("the second entry's page is missing: errs says -EINVAL", (s) =>
      foreign(s, { idxs: s.extents(3, 0, ORDINARY).with(1, s.nobody) }),
    ),
    valid('pages of no domain: errs says -ESRCH', (s) => foreign(s, { extra: 0x1234 })),
    valid("the caller's own pages: errs says -EPERM", (s) => foreign(s, { extra: CONTROL })),
    valid('gmfn, which Arm has not: errs says -ENOSYS', (s) =>
      foreign(s, { space: XENMAPSPACE_gmfn, extra: 0 }),
    ),
    boundary('size 0', (s) => foreign(s, { idxs: [] })),
    boundary('size 1', (s) => foreign(s, { idxs: s.extents(1, 0, ORDINARY) })),
    boundary('one place for two entries', (s) => {
      const [gpfn = 0n] = s.targets(1);
      return foreign(s, { idxs: s.extents(2, 0, ORDINARY), gpfns: [gpfn, gpfn] });
    }),
    invalid('start extent past the size', 'EILSEQ', (s) => foreign(s, {}, { startExtent: 4 })),
    invalid('start extent at the size', 'EILSEQ', (s) => foreign(s, {}, { startExtent: 3 })),
    invalid('dev_mmio with a domid', 'EOPNOTSUPP', (s) =>
      foreign(s, { space: XENMAPSPACE_dev_mmio, extra: 1 }),
    ),
    invalid('the second gpfn all-ones: errs stays there', 'EINVAL', (s) =>
      foreign(s, { gpfns: s.targets(3).with(1, ALL_ONES) }),
    ),
    invalid('idxs NULL', 'EFAULT', (s) => foreign(s, { idxsAt: 'null' })),
    invalid('idxs runs into a hole', 'EFAULT', (s) =>
      foreign(s, { idxsAt: { before: 'hole', bytes: 16 } }),
    ),
    invalid('errs read-only: mapped and not told', 'EFAULT', (s) =>
      foreign(s, { errsAt: 'readOnly' }),
    ),
    invalid('another domain, without privilege', 'EPERM', (s) =>
      foreign(s, { domid: CONTROL }, { caller: ORDINARY }),
    ),
  ];
}
