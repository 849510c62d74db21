import { DOMID_SELF, hypercalls, xen_memory_domain } from '../../abi/index.js';
import type { Call } from '../capture/index.js';
import { peekIn } from '../hypervisor/guest/call.js';
import { forget, forgetDomain } from '../hypervisor/memory/forget.js';
import type { Host } from '../hypervisor/state/host.js';
import type { IssuedCommand } from './issued-command.js';
import { littleEndian } from '../codec/index.js';

/** What a domain's number was answered to be: it holds from then on. */
function believeAnswer({ asked, command }: IssuedCommand, answer: bigint): void {
  const value = command.argument === xen_memory_domain && peekIn(asked, xen_memory_domain);
  const own = value && value.domid === DOMID_SELF;
  const domain = own ? asked.caller : value ? asked.host.domains.get(value.domid) : undefined;
  if (!domain || answer < 0n || asked.startExtent !== 0n) return;
  if (command.name === 'XENMEM_maximum_gpfn') domain.maxGpfn ??= answer;
  if (command.name === 'XENMEM_maximum_reservation') domain.maxPages ??= answer;
  if (command.name === 'XENMEM_current_reservation') domain.totPages ??= answer;
}

/** public/domctl.h: the struct begins with the command and the version, and then has the domain. */
const DOMCTL_DOMAIN = { at: 8n, size: 2 };
/** XEN_DOMCTL_createdomain, pausedomain, unpausedomain, getdomaininfo: pages stay as they are. */
const HARMLESS: ReadonlySet<bigint> = new Set([1n, 3n, 4n, 5n]);

/** A domctl may do anything to the domain that it names. */
function forgetDomctl(host: Host, { args, domid, result }: Call, reason: string): void {
  if (result !== undefined && result < 0n) return;
  const [first = 0] = host.domains.keys();
  const memory = host.domains.get(domid ?? first)?.memory;
  const [address = 0n] = args;
  const command = memory?.peek(address, 4);
  const named = memory?.peek(address + DOMCTL_DOMAIN.at, DOMCTL_DOMAIN.size);
  if (command?.length === 4 && HARMLESS.has(littleEndian(command))) return;
  const number = named?.length === 2 ? Number(littleEndian(named)) : undefined;
  for (const domain of host.domains.values())
    if (number === undefined || domain.domid === number) {
      forgetDomain(host, domain, reason);
      domain.isLost = true;
    }
}

/** Hypercalls that change which of a PV domain's frames are in use, or held by others. */
const HOLDERS: ReadonlySet<number> = new Set([
  hypercalls.mmu_update,
  hypercalls.mmuext_op,
  hypercalls.update_va_mapping,
  hypercalls.update_va_mapping_otherdomain,
  hypercalls.grant_table_op,
]);

/**
 * Forgets what a call may have changed that the model did not follow.
 * @param issued nothing for a call that is no command of the model's
 */
export function forgetCall(
  host: Host,
  call: Call,
  issued: IssuedCommand | undefined,
  reason: string,
): void {
  if (issued) {
    forget(issued.asked, issued.command, reason);
    if (call.result !== undefined) believeAnswer(issued, call.result);
  } else if (call.hypercall === hypercalls.domctl) forgetDomctl(host, call, reason);
  else if (HOLDERS.has(call.hypercall)) {
    for (const domain of host.domains.values()) domain.grantVersion = undefined;
    host.doubted.addAll();
  }
}
