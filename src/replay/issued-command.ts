import type { Command } from '../../abi/index.js';
import { type Asked, domainOf, peekIn } from '../hypervisor/guest/call.js';
import type { Domain } from '../hypervisor/state/domain.js';

/** A call that got as far as its command. */
export interface IssuedCommand {
  readonly asked: Asked;
  readonly command: Command;
}

/** Those that change how many pages a domain has; by name: two numbers were given out twice. */
export const RESERVATIONS: ReadonlySet<string> = new Set([
  'XENMEM_increase_reservation',
  'XENMEM_decrease_reservation',
  'XENMEM_populate_physmap',
]);

function domidIn(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  return typeof fields['domid'] === 'number' ? fields['domid'] : domidIn(fields['in']);
}

/** The domain that a call names; nothing where its argument is not known, or names none. */
export function domidOf({ asked, command }: IssuedCommand): number | undefined {
  return command.argument ? domidIn(peekIn(asked, command.argument)) : undefined;
}

/** The domains that a call can be about: all, where its argument is not known. */
export function targetsOf(issued: IssuedCommand): readonly Domain[] {
  const { asked, command } = issued;
  if (!command.argument || !peekIn(asked, command.argument))
    return [...asked.host.domains.values()];
  const domid = domidOf(issued);
  const domain = domid === undefined ? undefined : domainOf(asked, domid);
  return domain ? [domain] : [];
}
