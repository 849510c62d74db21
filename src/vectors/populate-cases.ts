import { XENMEMF_exact_node_request, XENMEMF_populate_on_demand } from '../../abi/index.js';
import { boundary, type Case, invalid } from './case.js';
import type { Guest } from './guest.js';
import { type Make, reservationDraft } from './reservation-draft.js';

/** What populate_physmap finds extent by extent. */
export function populateCases(guest: Guest, make: Make): Case[] {
  const { mode, isCompat, isDirectMapped } = guest;
  const bytes = isCompat ? 4 : 8;
  const allOnes = isCompat ? 0xffffffffn : (1n << 64n) - 1n;
  return [
    ...(mode === 'pv'
      ? [
          boundary('page number all-ones: the M2P entry is invalid', () =>
            reservationDraft({ list: [allOnes] }),
          ),
          boundary('one page number for two extents', (s) => {
            const [target = 0n] = s.targets(1);
            return reservationDraft({ list: [target, target] });
          }),
          invalid('list read-only: allocated and not told', 0, (s) =>
            make(s, { listAt: 'readOnly' }),
          ),
        ]
      : []),
    ...(isDirectMapped
      ? [
          invalid('frames that the domain never had', 0, (s) =>
            reservationDraft({ list: s.targets(2) }),
          ),
        ]
      : [
          boundary('below 2^33 bytes', (s) => make(s, { flags: 33 })),
          invalid('no memory below 2^24 bytes', 0, (s) => make(s, { flags: 24 })),
          invalid('over max_pages', 0, (s) =>
            reservationDraft({ list: s.targets(1, 18), order: 18 }),
          ),
        ]),
    ...(mode === 'pv'
      ? [
          invalid('exact request for a node that the host lacks', 0, (s) =>
            make(s, { flags: XENMEMF_exact_node_request | (6 << 8) }),
          ),
        ]
      : []),
    invalid('populate on demand for itself', 0, (s) =>
      make(s, { flags: XENMEMF_populate_on_demand }),
    ),
    invalid('list NULL', 0, (s) => make(s, { listAt: 'null' })),
    invalid('list runs into a hole', 2, (s) =>
      make(s, { count: 4, listAt: { before: 'hole', bytes: 2 * bytes } }),
    ),
  ];
}
