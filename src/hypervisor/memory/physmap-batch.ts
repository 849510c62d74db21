import {
  DOMID_IO,
  DOMID_SELF,
  DOMID_XEN,
  xen_add_to_physmap_batch,
  type XenAddToPhysmapBatch,
  xen_ulong_t,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
} from '../../../abi/index.js';
import { c_int } from '../../schema/index.js';
import { isGuestFrame } from './bounds.js';
import { mayHoldForeign } from './foreign.js';
import type { Slot } from '../oracle.js';
import {
  type Context,
  copyIn,
  domainNumbered,
  error,
  guestList,
  isX86,
  type Outcome,
} from '../guest/call.js';
import { type Domain, isControlDomain } from '../state/domain.js';
import { isListOkay } from '../guest/handles.js';
import { hold, release, settlePage } from '../state/host.js';
import { displace, mapOne, type Mapping, put } from './map-page.js';
import { isAllOnes } from '../state/width.js';
import { MOST_START, targetOf } from './physmap.js';
import { UnknownFact } from '../state/unknown.js';
import { isPinned } from '../state/pins.js';

/** Whether Xen shares a frame with all, as it does a few of its own. @throws UnknownFact */
function isSharedByXen({ host, choices }: Context, mfn: bigint, slot: Slot | undefined): boolean {
  if (host.maxPage !== undefined && mfn >= host.maxPage) return false;
  const told = choices.told?.(slot);
  if (told === undefined) throw new UnknownFact('which frames Xen shares is a fact of the host');
  return told === 0n;
}

/** A domain that a foreign mapping names: one of the hypervisor's own has no other. */
type Foreign = Domain | 'xen' | 'io';

/**
 * Whose page is to be mapped, or an error. It is looked up as a remote domain's, by which the
 * caller's own number is refused; Arm did so only lately (c8e99384ac): DOMID_SELF was the caller,
 * its number nobody (measured), and DOMID_IO somebody.
 */
function foreignDomain(context: Context, domid: number): Foreign | bigint {
  const { host, caller } = context;
  const isRemote = isX86(context) || host.rules.looksUpRemotely;
  if (domid === DOMID_XEN) return 'xen';
  if (domid === caller.domid) return error(isRemote ? 'EPERM' : 'ESRCH');
  if (domid === DOMID_SELF && !isRemote) return caller;
  if (domid === DOMID_IO && !isRemote) return 'io';
  return domainNumbered(context, domid) ?? error('ESRCH');
}

/** The frame of another domain's page, with whose leave it may be mapped, or an error. */
function foreignFrame(
  context: Context,
  target: Domain,
  domid: number,
  { idx, slot }: Pick<Mapping, 'idx' | 'slot'>,
): bigint {
  const { host } = context;
  if (!mayHoldForeign(context, target)) return error('EPERM');
  const foreign = foreignDomain(context, domid);
  if (typeof foreign === 'bigint') return foreign;
  if (foreign === target) return error('EINVAL');
  // XSM asks whether the domain that will have the mapping may, not the caller.
  if (!isControlDomain(target)) return error('EPERM');
  // Nobody's but a device's are the pages of DOMID_IO, and those are no memory.
  if (foreign === 'io') return error('EINVAL');
  const owner = foreign === 'xen' ? undefined : foreign;
  const entry = owner?.p2m ? owner.p2m.get(idx) : ({ mfn: idx, type: 'rw' } as const);
  const isRam = entry?.type === 'rw' || entry?.type === 'ro';
  if (isRam && owner) settlePage(host, owner, entry.mfn);
  if (isRam && !owner && host.frames.get(entry.mfn)?.owner === undefined)
    return isSharedByXen(context, entry.mfn, slot) ? entry.mfn : error('EINVAL');
  return isRam && host.frames.get(entry.mfn)?.owner === domid ? entry.mfn : error('EINVAL');
}

/** Maps a page of another domain: a reference to its frame. */
function mapForeign(context: Context, target: Domain, domid: number, mapping: Mapping): bigint {
  const { gpfn } = mapping;
  const mfn = foreignFrame(context, target, domid, mapping);
  if (mfn < 0n) return mfn;
  if (isPinned(target, gpfn)) return error('EPERM');
  if (!isX86(context) && !isGuestFrame(context, target, mapping)) return error('EINVAL');
  hold(context.host, mfn);
  const failed = displace(context, target, mapping);
  const result = failed === 0n ? put(context, target, mapping, { mfn, type: 'foreign' }) : failed;
  if (result !== 0n) release(context.host, mfn);
  return result;
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
    if (isAllOnes(context.host, gpfn)) return error('EINVAL');
    const slot = { address: errs.addressOf(i), size: errs.size };
    const mapping = { space: value.space, idx, gpfn, slot };
    const result =
      value.space === XENMAPSPACE_gmfn_foreign
        ? mapForeign(context, target, value.u.foreign_domid, mapping)
        : mapOne(context, target, mapping);
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
