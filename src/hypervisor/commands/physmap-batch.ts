import {
  DOMID_XEN,
  xen_add_to_physmap_batch,
  type XenAddToPhysmapBatch,
  xen_ulong_t,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
} from '../../../abi/index.js';
import { c_int } from '../../schema/index.js';
import { type Context, copyIn, error, guestList, type Outcome } from './context.js';
import type { Domain } from '../state/domain.js';
import { isListOkay } from './handles.js';
import { hold, release } from '../state/host.js';
import { displace, mapOne, type Mapping } from './map-one.js';
import { ULONG_MAX } from './limits.js';
import { MOST_START, targetOf } from './physmap.js';
import { UnknownFact } from '../state/unknown.js';
import { isPinned } from './pins.js';

/** The frame of another domain's page, with whose leave it may be mapped, or an error. */
function foreignFrame(context: Context, target: Domain, domid: number, idx: bigint): bigint {
  const { host, caller } = context;
  // A remote look-up: the caller's own number is refused too.
  if (domid === caller.domid) return error('EPERM');
  const owner = host.domains.get(domid);
  if (!owner && domid !== DOMID_XEN) return error('ESRCH');
  if (owner === target) return error('EINVAL');
  // XSM asks whether the domain that will have the mapping may, not the caller.
  if (!target.isPrivileged) return error('EPERM');
  const entry = owner?.p2m ? owner.p2m.get(idx) : ({ mfn: idx, type: 'rw' } as const);
  const isRam = entry?.type === 'rw' || entry?.type === 'ro';
  if (isRam && !owner && host.frames.get(entry.mfn)?.owner === undefined)
    throw new UnknownFact('which frames Xen shares is a fact of the host');
  return isRam && host.frames.get(entry.mfn)?.owner === domid ? entry.mfn : error('EINVAL');
}

/** Maps a page of another domain: a reference to its frame. */
function mapForeign(
  context: Context,
  target: Domain,
  domid: number,
  { idx, gpfn }: Pick<Mapping, 'idx' | 'gpfn'>,
): bigint {
  const mfn = foreignFrame(context, target, domid, idx);
  if (mfn < 0n) return mfn;
  if (isPinned(target, gpfn)) return error('EPERM');
  hold(context.host, mfn);
  const failed = displace(context, target, gpfn);
  if (failed === 0n) target.p2m?.set(gpfn, { mfn, type: 'foreign' });
  else release(context.host, mfn);
  return failed;
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
    if (gpfn === ULONG_MAX) return error('EINVAL');
    const result =
      value.space === XENMAPSPACE_gmfn_foreign
        ? mapForeign(context, target, value.u.foreign_domid, { idx, gpfn })
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
  const target = targetOf(context, value);
  if (typeof target === 'bigint') return target;
  const size = BigInt(value.size);
  if (size < start) return error('EILSEQ');
  if (size === start) return start === 0n ? 0n : error('EILSEQ');
  return mapEntries(context, target, value);
}
