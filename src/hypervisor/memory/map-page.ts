import {
  XENMAPIDX_grant_table_status,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_grant_table,
  XENMAPSPACE_shared_info,
} from '../../../abi/index.js';
import { unmap } from '../state/pages-of-domains.js';
import { isGrantFrame, isGuestFrame } from './bounds.js';
import type { Slot } from '../oracle.js';
import { type Asked, type Context, error, isX86 } from '../guest/call.js';
import { mapDevice } from './map-device.js';
import { type Domain, putPage } from '../state/domain.js';
import { giveUp } from '../state/host.js';
import { isPinned } from '../state/pins.js';

/** One mapping of the physmap commands: a page of a space, and where it is to appear. */
export interface Mapping {
  readonly space: number;
  readonly idx: bigint;
  readonly gpfn: bigint;
  /** Where the guest is told the result of this one; nothing where it is the call's own. */
  readonly slot?: Slot;
}

/**
 * Makes room at a GFN: on x86 the page there is given back (guest_remove_page, which cannot do so
 * with another domain's), on Arm it only loses its place.
 * @returns 0 or the negative error
 */
export function displace(asked: Asked, domain: Domain, gpfn: bigint): bigint {
  const { host } = asked;
  const onX86 = isX86(asked);
  const entry = onX86 ? domain.p2m?.get(gpfn) : undefined;
  if (entry?.type === 'grant' || entry?.type === 'foreign') return error('ENXIO');
  unmap(asked, domain, gpfn);
  if (entry?.type !== 'rw' && entry?.type !== 'ro') return 0n;
  giveUp(host, domain, entry.mfn);
  return 0n;
}

/** The name of a page of the hypervisor's own. */
export const xenPage = ({ space, idx }: Pick<Mapping, 'space' | 'idx'>): string =>
  `${space}:${BigInt.asUintN(32, idx)}`;

/** A page of the hypervisor's own; on Arm it is at one place only (measured). */
function mapXenPage(context: Context, domain: Domain, mapping: Mapping): bigint {
  const { space, idx, gpfn } = mapping;
  const onX86 = isX86(context);
  if (space === XENMAPSPACE_shared_info && idx !== 0n) return error('EINVAL');
  // An index of the grant table has 32 bits (measured), and the highest is a flag on x86.
  const index = BigInt.asUintN(32, idx);
  const frame = onX86 ? index & ~BigInt(XENMAPIDX_grant_table_status) : index;
  if (space === XENMAPSPACE_grant_table && !isGrantFrame(context, domain, mapping, frame))
    return error('EINVAL');
  const page = xenPage(mapping);
  const old = domain.xenPages.get(page);
  if (!onX86 && old !== undefined && domain.p2m?.get(old)) return error('EBUSY');
  if (!onX86 && !isGuestFrame(context, domain, mapping)) return error('EINVAL');
  const failed = displace(context, domain, gpfn);
  if (failed !== 0n) return failed;
  if (old !== undefined) unmap(context, domain, old);
  domain.xenPages.set(page, gpfn);
  putPage(domain, gpfn, { mfn: -1n, type: 'xen' });
  return 0n;
}

/** A page of the domain itself, moved (x86 only). */
function moveOwnPage(context: Context, domain: Domain, { idx, gpfn }: Mapping): bigint {
  const entry = domain.p2m?.get(idx);
  if (entry?.type !== 'rw' || isPinned(domain, idx)) return error('EACCES');
  if (idx === gpfn) return 0n;
  const failed = displace(context, domain, gpfn);
  if (failed !== 0n) return failed;
  unmap(context, domain, idx);
  putPage(domain, gpfn, entry);
  context.host.frames.change(entry.mfn, { pfn: gpfn });
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
