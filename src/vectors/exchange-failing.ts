import { XENMEMF_exact_node_request } from '../../abi/index.js';
import { type Case, invalid } from './case.js';
import { evenly, exchangeDraft, together } from './exchange-draft.js';
import { type Guest, ORDINARY } from './guest.js';
import type { Site } from './site.js';

/** Good pages with one among them that is none. */
function spoiled(site: Site, bad: bigint, count = 4, at = 2): bigint[] {
  const frames = site.extents(count);
  frames[at] = bad;
  return frames;
}

const evenlyFrom = (site: Site, from: bigint[]) =>
  exchangeDraft({ from, to: site.targets(from.length) });

/** What fails in a chunk: the chunks before it stay done (semantics.md 3.2, and 5.3 for pins). */
export function failingExchanges(guest: Guest): Case[] {
  const { mode, isCompat, abi } = guest;
  const bytes = isCompat ? 4 : 8;
  const isPv = mode === 'pv';
  return [
    invalid("third frame is nobody's", 'EINVAL', (s) => evenlyFrom(s, spoiled(s, s.nobody))),
    invalid('third frame named twice', 'EINVAL', (s) => {
      const from = s.extents(4);
      return evenlyFrom(s, from.with(2, from[1]!));
    }),
    ...(isPv
      ? [
          invalid('third frame in use', 'EINVAL', (s) => evenlyFrom(s, spoiled(s, s.inUse))),
          invalid("third frame another domain's", 'EINVAL', (s) =>
            evenlyFrom(s, spoiled(s, s.extents(1, 0, ORDINARY)[0]!)),
          ),
        ]
      : []),
    invalid("bad frame in the middle of a chunk: the chunk's pages are given back", 'EINVAL', (s) =>
      together(s, { order: 2, from: spoiled(s, s.nobody, 4), chunks: 1 }),
    ),
    invalid('bad frame in the middle of the second chunk', 'EINVAL', (s) =>
      together(s, { order: 2, from: spoiled(s, s.nobody, 8, 5), chunks: 2 }),
    ),
    invalid('no memory below 2^24 bytes', 'ENOMEM', (s) => evenly(s, { outFlags: 24 })),
    invalid('address_bits 13, below which nothing is', 'ENOMEM', (s) =>
      evenly(s, { outFlags: 13 }),
    ),
    invalid(
      'exact request for a node that the host lacks',
      abi.name.startsWith('x86') ? 'ENOMEM' : 'EINVAL',
      (s) => evenly(s, { outFlags: XENMEMF_exact_node_request | (6 << 8) }),
    ),
    invalid('input list NULL', 'EFAULT', (s) => evenly(s, { fromAt: 'null' })),
    invalid('input list runs into a hole', 'EFAULT', (s) =>
      evenly(s, { count: 4, fromAt: { before: 'hole', bytes: 2 * bytes } }),
    ),
    invalid('output list NULL', 'EFAULT', (s) => evenly(s, { toAt: 'null' })),
    invalid('output list runs into a hole', 'EFAULT', (s) =>
      evenly(s, { count: 4, toAt: { before: 'hole', bytes: 2 * bytes } }),
    ),
    invalid('output list read-only: exchanged and not told', 'EFAULT', (s) =>
      evenly(s, { count: 1, toAt: 'readOnly' }),
    ),
    invalid('output list runs into read-only memory', 'EFAULT', (s) =>
      evenly(s, { count: 4, toAt: { before: 'readOnly', bytes: 2 * bytes } }),
    ),
    invalid('argument read-only: exchanged and the progress not told', 'EFAULT', (s) =>
      evenly(s, { at: 'readOnly' }),
    ),
  ];
}
