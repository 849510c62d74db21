import { XENMEMF_exact_node_request } from '../../abi/index.js';
import { boundary, type Case, invalid } from './case.js';
import type { Guest } from './guest.js';
import { type Make, reservationDraft } from './reservation-draft.js';

/** What increase_reservation finds extent by extent; only a PV domain is told frame numbers. */
export function increaseCases({ mode, isCompat }: Guest, make: Make): Case[] {
  const bytes = isCompat ? 4 : 8;
  return [
    boundary('list NULL: nothing is told', (s) => make(s, { listAt: 'null' })),
    boundary('below 2^33 bytes', (s) => make(s, { flags: 33 })),
    ...(mode === 'pv'
      ? [
          invalid('list read-only: allocated and not told', 0, (s) =>
            make(s, { listAt: 'readOnly' }),
          ),
          invalid('list runs into a hole: allocated and not told', 2, (s) =>
            make(s, { count: 4, listAt: { before: 'hole', bytes: 2 * bytes } }),
          ),
          invalid('exact request for a node that the host lacks', 0, (s) =>
            make(s, { flags: XENMEMF_exact_node_request | (6 << 8) }),
          ),
        ]
      : [boundary('list not mapped: it is not looked at', (s) => make(s, { listAt: 'hole' }))]),
    invalid('no memory below 2^24 bytes', 0, (s) => make(s, { flags: 24 })),
    invalid('over max_pages', 0, () => reservationDraft({ list: [0n], order: 18 })),
  ];
}
