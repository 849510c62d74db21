import { xen_memory_domain, xen_memory_reservation } from '../../../abi/index.js';
import { type Context, copyIn, domainNumbered, domainOf, error, mayTarget } from '../guest/call.js';
import { type Domain, isControlDomain } from '../state/domain.js';
import { isCompat } from '../guest/handles.js';
import { unclaimed } from '../state/host.js';
import { known } from '../state/unknown.js';
import { unsignedLong } from '../state/width.js';

export function maximumRamPage({ startExtent, host }: Context): bigint {
  return startExtent === 0n ? known(host.maxPage, 'host.maxPage') : error('EINVAL');
}

/** current_reservation, maximum_reservation, maximum_gpfn: one number of one domain. */
export function domainQuery(context: Context, answer: (domain: Domain) => bigint): bigint {
  if (context.startExtent !== 0n) return error('EINVAL');
  const value = copyIn(context, xen_memory_domain);
  if (!value) return error('EFAULT');
  const domain = domainOf(context, value.domid);
  if (!domain) return error('ESRCH');
  return mayTarget(context, domain) ? answer(domain) : error('EPERM');
}

/** claim_pages: stakes a claim, or drops it for 0 pages. */
export function claimPages(context: Context): bigint {
  if (isCompat(context)) return error('ENOSYS');
  if (context.startExtent !== 0n) return error('EINVAL');
  const value = copyIn(context, xen_memory_reservation);
  if (!value) return error('EFAULT');
  if (value.extent_start !== 0n || value.extent_order !== 0 || value.mem_flags !== 0)
    return error('EINVAL');
  // Looked up by number: DOMID_SELF is no domain here.
  const domain = domainNumbered(context, value.domid);
  if (!domain) return error('EINVAL');
  if (!isControlDomain(context.caller)) return error('EPERM');
  if (domain.isDying && context.host.rules.refusesDyingClaims) return error('EINVAL');
  return stake(context, domain, unsignedLong(context.host, value.nr_extents));
}

function stake({ host }: Context, domain: Domain, pages: bigint): bigint {
  if (pages === 0n) {
    domain.claim = 0n;
    return 0n;
  }
  if (known(domain.claim, 'what a domain has claimed') !== 0n) return error('EINVAL');
  const owned = known(domain.totPages, 'domain.totPages');
  const most = known(domain.maxPages, 'domain.maxPages');
  if (pages <= owned || pages > most) return error('EINVAL');
  const free = unclaimed(host);
  if (free !== undefined && pages - owned > free) return error('ENOMEM');
  domain.claim = pages - owned;
  return 0n;
}
