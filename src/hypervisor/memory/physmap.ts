import {
  xen_add_to_physmap,
  xen_remove_from_physmap,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
} from '../../../abi/index.js';
import { unmap } from '../state/pages-of-domains.js';
import { type Context, copyIn, domainOf, error, mayTarget, type Outcome } from '../guest/call.js';
import { type Domain, isControlDomain } from '../state/domain.js';
import { ULONG_MAX } from './limits.js';
import { isAllOnes, unsignedLong } from '../state/width.js';
import { mapOne } from './map-page.js';
import { isPinned } from '../state/pins.js';
import { isDropped } from '../state/xen-pages.js';

/** The command word's extent must fit the 16 bits of a size. */
export const MOST_START = 0xffffn;

/**
 * The target of a physmap command, or what the checks before its spaces answer.
 * @param space nothing for the removal, which knows none
 */
export function targetOf(
  context: Context,
  { domid, space }: { readonly domid: number; readonly space?: number },
): Domain | bigint {
  const domain = domainOf(context, domid);
  if (!domain) return error('ESRCH');
  if (domain.mode !== 'translated') return error('EACCES');
  // Device memory is for the hardware domain itself, whoever asks (xatp_permission_check).
  if (space === XENMAPSPACE_dev_mmio && (domain !== context.caller || !isControlDomain(domain)))
    return error('EACCES');
  return mayTarget(context, domain) ? domain : error('EPERM');
}

/** XENMEM_add_to_physmap: one page, or a range of pages moved one after the other. */
export function addToPhysmap(context: Context): Outcome {
  const { startExtent: start, choices } = context;
  if (start > MOST_START) return error('EDOM');
  const value = copyIn(context, xen_add_to_physmap);
  if (!value) return error('EFAULT');
  const { space, idx, gpfn } = value;
  if (space === XENMAPSPACE_gmfn_foreign) return error('ENOSYS');
  const domain = targetOf(context, value);
  if (typeof domain === 'bigint') return domain;
  const { host } = context;
  if (host.rules.refusesWraps && isAllOnes(host, gpfn)) return error('EINVAL');
  if (space !== XENMAPSPACE_gmfn_range) {
    const [own, place] = [unsignedLong(host, idx), unsignedLong(host, gpfn)];
    return mapOne(context, domain, { space, idx: own, gpfn: place });
  }
  const size = BigInt(value.size);
  if (size < start) return error('EILSEQ');
  // The sums wrap to less than their parts, all the way to 0.
  if (host.rules.refusesWraps && (gpfn + size > ULONG_MAX || idx + size > ULONG_MAX))
    return error('EOVERFLOW');
  // Moved up onto itself, a range would lose what it has not moved yet.
  const isBackwards = host.rules.movesBackwards && idx < gpfn && idx + size > gpfn;
  for (let i = start; i < size; i++) {
    if (i > start && choices.preempt?.(i)) return { startExtent: i };
    const at = isBackwards ? size - 1n - i : i;
    const result = mapOne(context, domain, {
      space: XENMAPSPACE_gmfn,
      idx: BigInt.asUintN(64, idx + at),
      gpfn: BigInt.asUintN(64, gpfn + at),
    });
    if (result !== 0n) return result;
  }
  return 0n;
}

/** XENMEM_remove_from_physmap: the page loses its GFN and stays the domain's. */
export function removeFromPhysmap(context: Context): bigint {
  if (context.startExtent !== 0n) return error('EINVAL');
  const value = copyIn(context, xen_remove_from_physmap);
  if (!value) return error('EFAULT');
  const domain = targetOf(context, value);
  if (typeof domain === 'bigint') return domain;
  const gpfn = unsignedLong(context.host, value.gpfn);
  // A grant mapping is no page of the physmap: it goes with its grant.
  const entry = domain.p2m?.get(gpfn);
  if (!entry || entry.type === 'grant' || entry.type === 'mmio') return error('ENOENT');
  // Nor is one whose last reference is gone (get_page_from_gfn).
  if (entry.page !== undefined && isDropped(domain, entry.page)) return error('ENOENT');
  if (isPinned(domain, gpfn)) return error('EPERM');
  unmap(context, domain, gpfn);
  return 0n;
}
