import {
  XENMAPIDX_grant_table_status,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_grant_table,
  XENMAPSPACE_shared_info,
} from '../../../abi/index.js';
import { type Context, error, isX86 } from '../guest/call.js';
import type { Slot } from '../oracle.js';
import { type Domain, isHardwareDomain, putPage } from '../state/domain.js';
import { giveUp } from '../state/host.js';
import type { P2mEntry } from '../state/p2m.js';
import { unmap } from '../state/pages-of-domains.js';
import { isPinned } from '../state/pins.js';
import { UnknownFact } from '../state/unknown.js';
import { isDropped } from '../state/xen-pages.js';
import { isGrantFrame, isGuestFrame, isStatusRefused } from './bounds.js';
import { mapDevice } from './map-device.js';

/** One mapping of the physmap commands: a page of a space, and where it is to appear. */
export interface Mapping {
  readonly space: number;
  readonly idx: bigint;
  readonly gpfn: bigint;
  /** Where the guest is told the result of this one; nothing where it is the call's own. */
  readonly slot?: Slot;
}

type Place = Pick<Mapping, 'gpfn' | 'slot'>;

/**
 * Whether a device's memory is at a GFN where the header has nothing: only what it comes to, to
 * map something over it, tells (x86; the hardware domain has the host's devices in its P2M).
 */
function isDevice(context: Context, domain: Domain, { gpfn, slot }: Place): boolean {
  if (domain.p2m?.isChanged(gpfn)) return false;
  if (context.choices.told?.(slot) !== error('EPERM') || !isHardwareDomain(domain)) return false;
  // So would it be where there is none, and the recording false.
  domain.p2m!.doubt(gpfn, 'where devices are is a fact of the host', [{ mfn: -1n, type: 'mmio' }]);
  return true;
}

/**
 * Makes room at a GFN: on x86 the page there is given back (guest_remove_page, which cannot do so
 * with another domain's), on Arm it only loses its place.
 * @returns 0 or the negative error
 */
export function displace(context: Context, domain: Domain, place: Place): bigint {
  const { gpfn } = place;
  const onX86 = isX86(context);
  const entry = onX86 ? domain.p2m?.get(gpfn) : undefined;
  if (entry?.type === 'grant' || entry?.type === 'foreign') return error('ENXIO');
  if (onX86 && (entry?.type === 'mmio' || (!entry && isDevice(context, domain, place))))
    return error('EPERM');
  unmap(context, domain, gpfn);
  if (entry?.type !== 'rw' && entry?.type !== 'ro') return 0n;
  giveUp(context.host, domain, entry.mfn);
  return 0n;
}

/** The name of a page of the hypervisor's own. */
export const xenPage = ({ space, idx }: Pick<Mapping, 'space' | 'idx'>): string =>
  `${space}:${BigInt.asUintN(32, idx)}`;

/** Puts a page where it is to appear; x86 finds out late that the P2M does not reach so far. */
export function put(context: Context, domain: Domain, place: Place, entry: P2mEntry): bigint {
  if (isX86(context) && !isGuestFrame(context, domain, place)) return error('ENOENT');
  putPage(domain, place.gpfn, entry);
  return 0n;
}

/** A page of the hypervisor's own; on Arm it is at one place only (measured). */
function mapXenPage(context: Context, domain: Domain, mapping: Mapping): bigint {
  const { space, idx } = mapping;
  const { rules } = context.host;
  const onX86 = isX86(context);
  if (space === XENMAPSPACE_shared_info && idx !== 0n) return error('EINVAL');
  const page = xenPage(mapping);
  if (space === XENMAPSPACE_grant_table) {
    // An index of the grant table has 32 bits (measured), and the highest is a flag.
    const index = BigInt.asUintN(32, idx);
    const frame = index & ~BigInt(XENMAPIDX_grant_table_status);
    if (index !== frame && isStatusRefused(context, domain, mapping)) return error('EINVAL');
    if (!isGrantFrame(context, domain, mapping, frame)) return error('EINVAL');
    // Whoever decreased the page that led there dropped the one reference that it had (measured).
    if (isDropped(domain, page)) return error('EBUSY');
  }
  const places = domain.xenPages.get(page) ?? [];
  const old = places.find((gfn) => domain.p2m?.get(gfn)?.page === page);
  const isElsewhere = (): boolean => {
    if (!domain.areXenPagesLost) return false;
    const told = context.choices.told?.(mapping.slot);
    if (told === undefined)
      throw new UnknownFact("where pages of Xen's are mapped is not recorded");
    return told === error('EBUSY');
  };
  if (!onX86 && rules.mapsXenPagesOnce && (old !== undefined || isElsewhere()))
    return error('EBUSY');
  if (!onX86 && !isGuestFrame(context, domain, mapping)) return error('EINVAL');
  const failed = displace(context, domain, mapping);
  if (failed !== 0n) return failed;
  // Before Arm looked, its grant frames and shared info could be at several places.
  if (old !== undefined && onX86) unmap(context, domain, old);
  const result = put(context, domain, mapping, { mfn: -1n, type: 'xen', page });
  if (result === 0n) domain.xenPages.set(page, [mapping.gpfn]);
  return result;
}

/** Why a page cannot be moved that is no plain memory or of Xen's own, or nothing. */
function refuseSource({ host }: Context, domain: Domain, entry: P2mEntry | undefined) {
  if (entry?.page !== undefined) return isDropped(domain, entry.page) ? error('EINVAL') : undefined;
  if (entry?.type === 'rw') return undefined;
  return error(host.rules.deniesBadSources ? 'EACCES' : 'EINVAL');
}

/** A page of the domain itself, moved (x86 only). */
function moveOwnPage(context: Context, domain: Domain, mapping: Mapping): bigint {
  const { idx, gpfn } = mapping;
  const entry = domain.p2m?.get(idx);
  const refused = refuseSource(context, domain, entry);
  if (refused !== undefined || !entry) return refused ?? error('EINVAL');
  if (isPinned(domain, idx)) return error('EACCES');
  if (idx === gpfn) return 0n;
  const failed = displace(context, domain, mapping);
  if (failed !== 0n) return failed;
  unmap(context, domain, idx);
  const result = put(context, domain, mapping, entry);
  if (result !== 0n) return result;
  if (entry.page !== undefined) domain.xenPages.set(entry.page, [gpfn]);
  else context.host.frames.change(entry.mfn, { pfn: gpfn });
  return 0n;
}

/** Maps one page into a translated domain (arch/x86/mm/p2m.c, arch/arm/mm.c). */
export function mapOne(context: Context, domain: Domain, mapping: Mapping): bigint {
  const { space, gpfn } = mapping;
  const onX86 = isX86(context);
  if (isPinned(domain, gpfn)) return error('EPERM');
  if (space === XENMAPSPACE_shared_info || space === XENMAPSPACE_grant_table)
    return mapXenPage(context, domain, mapping);
  if (onX86 && space === XENMAPSPACE_gmfn) return moveOwnPage(context, domain, mapping);
  if (!onX86 && space === XENMAPSPACE_dev_mmio) return mapDevice(context, domain, mapping);
  return error(onX86 ? 'EINVAL' : 'ENOSYS');
}
