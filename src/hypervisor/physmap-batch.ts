import {
  xen_add_to_physmap_batch,
  type XenAddToPhysmapBatch,
  xen_ulong_t,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
} from '../../abi/index.js';
import { c_int } from '../schema/index.js';
import { type Context, copyIn, error, guestList, type Outcome } from './context.js';
import type { Domain } from './domain.js';
import { isListOkay } from './handles.js';
import { hold, release } from './host.js';
import { mapOne } from './map-one.js';
import { ALL_ONES, MOST_START, targetOf } from './physmap.js';

/** Maps a page of another domain: a reference to its frame. */
function mapForeign(
  context: Context,
  target: Domain,
  domid: number,
  idx: bigint,
  gpfn: bigint,
): bigint {
  const { host, caller } = context;
  // A remote look-up: the caller's own number is refused too.
  if (domid === caller.domid) return error('EPERM');
  const owner = host.domains.get(domid);
  if (!owner) return error('ESRCH');
  if (owner === target) return error('EINVAL');
  if (!caller.isPrivileged) return error('EPERM');
  if (target.pins.has(gpfn)) return error('EPERM');
  const entry = owner.p2m ? owner.p2m.get(idx) : { mfn: idx, type: 'rw' as const };
  const isRam = entry?.type === 'rw' && host.frames.get(entry.mfn)?.owner === domid;
  if (!isRam) return error('EINVAL');
  const old = target.p2m?.get(gpfn);
  hold(host, entry.mfn);
  if (old?.type === 'foreign' || old?.type === 'grant') release(host, old.mfn);
  else if (old) host.frames.change(old.mfn, { pfn: null });
  target.p2m?.set(gpfn, { mfn: entry.mfn, type: 'foreign' });
  return 0n;
}

/** Entries one after the other; each result goes to `errs`, and none of them ends the call. */
function mapEntries(context: Context, target: Domain, value: XenAddToPhysmapBatch): Outcome {
  const { startExtent: start, choices } = context;
  const idxs = guestList(context, value.idxs, xen_ulong_t);
  const gpfns = guestList(context, value.gpfns);
  const errs = guestList(context, value.errs, c_int);
  const size = BigInt(value.size);
  for (const list of [
    { at: value.idxs, list: idxs },
    { at: value.gpfns, list: gpfns },
    { at: value.errs, list: errs },
  ])
    if (!isListOkay(context, list.at, start, size, list.list.size)) return error('EFAULT');
  if (value.space === XENMAPSPACE_dev_mmio && value.u.res0 !== 0) return error('EOPNOTSUPP');
  for (let i = start; i < size; i++) {
    if (i > start && choices.preempt?.(i)) return { startExtent: i };
    const idx = idxs.get(i);
    const gpfn = gpfns.get(i);
    if (idx === undefined || gpfn === undefined) return error('EFAULT');
    if (gpfn === ALL_ONES) return error('EINVAL');
    const result =
      value.space === XENMAPSPACE_gmfn_foreign
        ? mapForeign(context, target, value.u.foreign_domid, idx, gpfn)
        : mapOne(context, target, { space: value.space, idx, gpfn });
    if (!errs.set(i, BigInt.asUintN(32, result))) return error('EFAULT');
  }
  return 0n;
}

/** XENMEM_add_to_physmap_batch: 0 although entries failed; `errs` says which. */
export function addToPhysmapBatch(context: Context): Outcome {
  const { startExtent: start } = context;
  if (start > MOST_START) return error('EDOM');
  const value = copyIn(context, xen_add_to_physmap_batch);
  if (!value) return error('EFAULT');
  if (value.space === XENMAPSPACE_gmfn_range) return error('EOPNOTSUPP');
  const target = targetOf(context, value.domid);
  if (typeof target === 'bigint') return target;
  const size = BigInt(value.size);
  if (size < start) return error('EILSEQ');
  if (size === start) return start === 0n ? 0n : error('EILSEQ');
  return mapEntries(context, target, value);
}
