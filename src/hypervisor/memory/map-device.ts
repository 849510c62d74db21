import { isGuestFrame } from './bounds.js';
import { type Context, error } from '../guest/call.js';
import type { Domain } from '../state/domain.js';
import { UnknownFact } from '../state/unknown.js';
import type { Mapping } from './map-page.js';

/** Frames that no machine address of 52 bits reaches are no device's. */
const NO_DEVICE = 1n << 40n;

const DEVICES = "which frames are devices' is a fact of the host";

/**
 * A device's frame (Arm). One that the domain may not have is passed over in silence, so that
 * success tells nothing; that of a device replaces what was at the GFN (measured).
 */
export function mapDevice(context: Context, domain: Domain, mapping: Mapping): bigint {
  const { idx, gpfn, slot } = mapping;
  if (idx >= NO_DEVICE || context.host.frames.get(idx)?.owner !== undefined) return 0n;
  const told = context.choices.told?.(slot);
  if (!isGuestFrame(context, domain, mapping)) {
    // Only a device's frame gets as far as to be refused its place.
    if (told === undefined) throw new UnknownFact(DEVICES);
    return told === error('EINVAL') ? told : 0n;
  }
  domain.p2m?.doubt(gpfn, DEVICES);
  if (domain.maxGpfn !== undefined && gpfn > domain.maxGpfn) domain.maxGpfn = undefined;
  return 0n;
}
