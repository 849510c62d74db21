import {
  xen_add_to_physmap,
  xen_add_to_physmap_batch,
  type XenAddToPhysmapBatch,
  xen_remove_from_physmap,
  xen_ulong_t,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
} from '../../../abi/index.js';
import { c_int } from '../../schema/index.js';
import { unmap } from '../../hypervisor/state/pages-of-domains.js';
import { type Asked, domainOf } from '../../hypervisor/guest/call.js';
import { displace, type Mapping, xenPage } from '../../hypervisor/memory/map-page.js';
import { type Domain, putPage } from '../../hypervisor/state/domain.js';
import { hold, inventFrames } from '../../hypervisor/state/host.js';
import type { P2mEntry } from '../../hypervisor/state/p2m.js';
import { argument, elements, type Shown } from './shown.js';

const UNANSWERED = 'what an entry of a batch came to is not recorded';

/** The frame of a page that is nobody's whom the model knows. */
const NOBODYS = -1n;

/** What is mapped when a mapping has succeeded, taken from where it was. */
function source(
  asked: Asked,
  domain: Domain,
  { space, idx }: Mapping,
  foreign: number | undefined,
): P2mEntry {
  if (space === XENMAPSPACE_gmfn_foreign) {
    const owner = foreign === undefined ? undefined : asked.host.domains.get(foreign);
    owner?.p2m?.settle(idx);
    const mfn = owner?.p2m ? owner.p2m.get(idx)?.mfn : owner && idx;
    if (mfn !== undefined) hold(asked.host, mfn);
    return { mfn: mfn ?? NOBODYS, type: 'foreign' };
  }
  if (space !== XENMAPSPACE_gmfn) return { mfn: NOBODYS, type: 'xen' };
  // Only the domain's own memory is moved, whatever the model has there.
  domain.p2m?.settle(idx);
  const mfn = domain.p2m?.get(idx)?.mfn ?? inventFrames(asked.host, 0);
  if (asked.host.frames.get(mfn)?.owner === undefined) asked.host.frames.give(mfn, domain.domid);
  unmap(asked, domain, idx);
  return { mfn, type: 'rw' };
}

/** A mapping that a recording shows to have been made. */
function place(asked: Asked, domain: Domain, mapping: Mapping, foreign?: number): void {
  const { space, idx, gpfn } = mapping;
  if (space === XENMAPSPACE_dev_mmio || (space === XENMAPSPACE_gmfn && idx === gpfn)) return;
  const entry = source(asked, domain, mapping, foreign);
  domain.pins.delete(gpfn);
  domain.p2m?.settle(gpfn);
  displace(asked, domain, gpfn);
  unmap(asked, domain, gpfn);
  if (entry.type === 'xen') {
    const page = xenPage(mapping);
    const old = domain.xenPages.get(page);
    if (old !== undefined) unmap(asked, domain, old);
    domain.xenPages.set(page, gpfn);
  }
  putPage(domain, gpfn, entry);
  if (space === XENMAPSPACE_gmfn) asked.host.frames.change(entry.mfn, { pfn: gpfn });
}

/** XENMEM_add_to_physmap: a page, or all of a range. @returns that the frames are still known */
export function mapped(shown: Shown): boolean {
  const { asked, result } = shown;
  const value = argument(shown, xen_add_to_physmap);
  const domain = value && domainOf(asked, value.domid);
  if (!value) return result !== 0n;
  if (!domain?.p2m || result !== 0n) return true;
  const { space, idx, gpfn } = value;
  if (space !== XENMAPSPACE_gmfn_range) place(asked, domain, { space, idx, gpfn });
  else
    for (let i = asked.startExtent; i < value.size; i++)
      place(asked, domain, { space: XENMAPSPACE_gmfn, idx: idx + i, gpfn: gpfn + i });
  return true;
}

/**
 * XENMEM_add_to_physmap_batch: the entries of which `errs` says that they were made. Of a call
 * that failed only those that it has written tell: the others may be as the guest had them.
 */
export function mappedBatch(shown: Shown): boolean {
  const { asked } = shown;
  const value = argument(shown, xen_add_to_physmap_batch);
  const domain = value && domainOf(asked, value.domid);
  if (!value) return shown.result !== 0n;
  if (!domain?.p2m) return true;
  for (let i = asked.startExtent; i < value.size; i++) mapEntry(shown, domain, value, i);
  return true;
}

function mapEntry(shown: Shown, domain: Domain, value: XenAddToPhysmapBatch, i: bigint): void {
  const idx = elements(shown, value.idxs, 'before', xen_ulong_t)(i);
  const gpfn = elements(shown, value.gpfns, 'before')(i);
  const [was, is] = (['before', 'after'] as const).map((when) =>
    elements(shown, value.errs, when, c_int)(i),
  );
  if (idx === undefined || gpfn === undefined) return;
  // What was not answered may have been done, and the answer lost.
  if (shown.result !== 0n && is === was) domain.p2m?.doubt(gpfn, UNANSWERED);
  if (is !== 0n || (shown.result !== 0n && was === 0n)) return;
  const foreign = value.space === XENMAPSPACE_gmfn_foreign ? value.u.foreign_domid : undefined;
  place(shown.asked, domain, { space: value.space, idx, gpfn }, foreign);
}

/** XENMEM_remove_from_physmap. */
export function unmapped(shown: Shown): boolean {
  const value = argument(shown, xen_remove_from_physmap);
  const domain = value && domainOf(shown.asked, value.domid);
  if (!value) return shown.result !== 0n;
  if (!domain || shown.result !== 0n) return true;
  domain.pins.delete(value.gpfn);
  unmap(shown.asked, domain, value.gpfn);
  return true;
}
