import { type Context, isX86 } from '../guest/call.js';
import { type Domain, isHardwareDomain } from '../state/domain.js';

/**
 * Whether a domain may have others' pages in its P2M: on x86 for long only the hardware domain
 * (arch_acquire_resource_check; relaxed by 845a60b63b), for nobody else counted references there.
 */
export const mayHoldForeign = (context: Context, domain: Domain): boolean =>
  !isX86(context) ||
  domain.mode === 'pv' ||
  context.host.rules.allowsForeignToAll ||
  isHardwareDomain(domain);
