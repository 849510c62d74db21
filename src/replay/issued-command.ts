import type { Command } from '../../abi/index.js';
import { type Asked, peekIn } from '../hypervisor/guest/call.js';

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
