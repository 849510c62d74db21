/** Sets of commands, by name: two of their numbers were given out twice. */

/** Those that change how many pages a domain has. */
export const RESERVATIONS: ReadonlySet<string> = new Set([
  'XENMEM_increase_reservation',
  'XENMEM_decrease_reservation',
  'XENMEM_populate_physmap',
]);

/** Those whose outcome depends on which frames a domain owns. */
export const OWNERSHIP: ReadonlySet<string> = new Set([
  ...RESERVATIONS,
  'XENMEM_exchange',
  'XENMEM_exchange_and_pin',
]);
