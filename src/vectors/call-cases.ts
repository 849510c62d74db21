import { type Command, type InterfaceName, interfaces } from '../../abi/index.js';
import { batchCases } from './batch-cases.js';
import type { Case } from './case.js';
import { exchangeCases } from './exchange-cases.js';
import type { Guest } from './guest.js';
import { addCases, removeCases } from './physmap-cases.js';
import { exchangeAndPinCases, unpinCases } from './pin-cases.js';
import { claimCases, domainCases, ramPageCases } from './query-cases.js';
import { reservationCases } from './reservation-cases.js';

/** What vectors of each command show. Others answer with facts of the host, or are not modelled. */
const CASES: Readonly<Record<string, (guest: Guest) => readonly Case[]>> = {
  XENMEM_increase_reservation: (guest) => reservationCases(guest, 'increase'),
  XENMEM_decrease_reservation: (guest) => reservationCases(guest, 'decrease'),
  XENMEM_populate_physmap: (guest) => reservationCases(guest, 'populate'),
  XENMEM_exchange: exchangeCases,
  XENMEM_exchange_and_pin: exchangeAndPinCases,
  XENMEM_unpin: unpinCases,
  XENMEM_maximum_ram_page: ramPageCases,
  XENMEM_current_reservation: domainCases,
  XENMEM_maximum_reservation: domainCases,
  XENMEM_maximum_gpfn: domainCases,
  XENMEM_claim_pages: claimCases,
  XENMEM_add_to_physmap: addCases,
  XENMEM_add_to_physmap_batch: batchCases,
  XENMEM_remove_from_physmap: removeCases,
};

/** The commands of an interface that there are call vectors of. */
export const vectorCommands = (name: InterfaceName): readonly Command[] =>
  interfaces[name].filter((command) => Object.hasOwn(CASES, command.name));

/** @throws RangeError for a command that there are none of */
export function casesOf(command: string, guest: Guest): readonly Case[] {
  const make = Object.hasOwn(CASES, command) ? CASES[command] : undefined;
  if (!make) throw new RangeError(`there are no vectors of ${command}`);
  return make(guest);
}
