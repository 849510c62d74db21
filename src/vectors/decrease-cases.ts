import { boundary, type Case, invalid } from './case.js';
import { type Guest, ORDINARY } from './guest.js';
import { type Make, reservationDraft } from './reservation-draft.js';

/** What decrease_reservation finds page by page. */
export function decreaseCases({ mode, isCompat }: Guest, make: Make): Case[] {
  const bytes = isCompat ? 4 : 8;
  return [
    boundary('list read-only', (s) => make(s, { listAt: 'readOnly' })),
    boundary('a frame not aligned to its order', (s) => {
      const [first = 0n] = s.extents(1, 2);
      return reservationDraft({ list: [first + 1n], order: 1 });
    }),
    ...(mode === 'pv'
      ? [
          boundary('a frame in use: counted, and it stays', (s) =>
            reservationDraft({ list: [s.inUse + 0x10n + BigInt(s.random(0x80))] }),
          ),
        ]
      : []),
    invalid("second frame is nobody's", 1, (s) =>
      reservationDraft({ list: s.extents(3).with(1, s.nobody) }),
    ),
    invalid('second frame named twice', 1, (s) => {
      const list = s.extents(3);
      return reservationDraft({ list: list.with(1, list[0]!) });
    }),
    ...(mode === 'pv'
      ? [
          invalid("second frame another domain's", 1, (s) =>
            reservationDraft({ list: s.extents(3).with(1, s.extents(1, 0, ORDINARY)[0]!) }),
          ),
        ]
      : []),
    invalid('third page of an extent missing: the two before it are gone', 0, (s) => {
      const [first = 0n] = s.extents(1, 2);
      s.prepare(
        'XENMEM_decrease_reservation',
        'takes the third page',
        reservationDraft({ list: [first + 2n] }),
      );
      return reservationDraft({ list: [first], order: 2 });
    }),
    invalid('list NULL', 0, (s) => make(s, { listAt: 'null' })),
    invalid('list runs into a hole', 2, (s) =>
      make(s, { count: 4, listAt: { before: 'hole', bytes: 2 * bytes } }),
    ),
  ];
}
