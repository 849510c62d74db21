import { XENMEMF_exact_node_request } from '../../abi/index.js';
import { boundary, type Case, invalid } from './case.js';
import { evenly, exchangeDraft, together } from './exchange-draft.js';
import { CONTROL, type Guest, ORDINARY } from './guest.js';

/** A domain id that no domain has. */
const UNKNOWN = 0x1234;

/** The checks of an exchange before its first page, in their order (semantics.md 3.2 and 3.3). */
export function refusedExchanges(guest: Guest): Case[] {
  const { abi, mode, isCompat } = guest;
  const most = (1n << BigInt(isCompat ? 32 : 64)) - 1n;
  return [
    invalid('start extent in the command word', 'EINVAL', (s) => evenly(s, { startExtent: 1 })),
    invalid('argument not mapped', 'EFAULT', (s) => evenly(s, { at: 'hole' })),
    invalid('argument NULL', 'EFAULT', (s) => evenly(s, { at: 'null' })),
    invalid('argument runs into a hole', 'EFAULT', (s) =>
      evenly(s, { at: { before: 'hole', bytes: 40 } }),
    ),
    invalid('order 19, too large for anyone', 'EPERM', (s) =>
      exchangeDraft({ from: [s.nobody], to: s.targets(1), inOrder: 19 }),
    ),
    invalid('order 10 of a domain without privilege', 'EPERM', (s) =>
      exchangeDraft({ from: [s.nobody], to: s.targets(1), inOrder: 10, caller: ORDINARY }),
    ),
    ...(isCompat
      ? []
      : [
          invalid('order too large and other domids: order first', 'EPERM', (s) =>
            exchangeDraft({ from: [s.nobody], to: s.targets(1), inOrder: 19, outDomid: 5 }),
          ),
        ]),
    invalid('nr_exchanged above nr_extents', 'EINVAL', (s) => evenly(s, { nrExchanged: 9n })),
    invalid('domids differ', 'EINVAL', (s) => evenly(s, { outDomid: ORDINARY })),
    invalid('sizes differ', 'EINVAL', (s) => evenly(s, { count: 2, nrOut: 1n })),
    invalid('sizes differ by the order', 'EINVAL', (s) => evenly(s, { outOrder: 1 })),
    invalid('input size overflows', 'EINVAL', (s) =>
      evenly(s, { order: 1, nrIn: (most + 1n) / 2n }),
    ),
    invalid('output size overflows', 'EINVAL', (s) =>
      evenly(s, { order: 1, nrOut: (most + 1n) / 2n }),
    ),
    ...(mode === 'pv'
      ? [
          invalid('input list in the hypervisor', 'EFAULT', (s) =>
            evenly(s, { fromAt: 'forbidden' }),
          ),
          invalid('output list in the hypervisor', 'EFAULT', (s) =>
            evenly(s, { toAt: 'forbidden' }),
          ),
        ]
      : []),
    ...(abi.name === 'x86_64'
      ? [
          // XSA-212: the subrange that is accessed lies in the hypervisor, its base does not.
          invalid('lists reach the hypervisor at nr_exchanged', 'EFAULT', () =>
            exchangeDraft({
              from: [],
              to: [],
              nrIn: 0x1063000000000n + 1n,
              nrOut: 0x1063000000000n + 1n,
              nrExchanged: 0x1063000000000n,
              fromAt: 'null',
              toAt: 'null',
            }),
          ),
        ]
      : []),
    invalid('node 253', 'EINVAL', (s) => evenly(s, { outFlags: 254 << 8 })),
    invalid('exact node asked for by a domain without privilege', 'EINVAL', (s) =>
      evenly(s, { outFlags: XENMEMF_exact_node_request | (1 << 8), caller: ORDINARY }),
    ),
    invalid('domid of no domain', 'ESRCH', (s) => evenly(s, { domid: UNKNOWN })),
    invalid("another domain's pages, without privilege", 'EPERM', (s) =>
      evenly(s, { domid: CONTROL, caller: ORDINARY }),
    ),
    ...(isCompat
      ? [
          invalid('nr_exchanged in the middle of a chunk', 'EINVAL', (s) =>
            together(s, { order: 2, nrExchanged: 2n }),
          ),
          invalid('more than a batch: only the first is done', 'EINVAL', (s) =>
            evenly(s, { count: 508 }),
          ),
          invalid('a chunk too large for the area of a batch', 'E2BIG', (s) =>
            together(s, { chunks: 1, order: 10 }),
          ),
        ]
      : []),
  ];
}

/** What is done already, or is nothing to do, succeeds whatever else is wrong. */
export const emptyExchanges: readonly Case[] = [
  boundary('nr_extents 0, lists NULL, domid of no domain', () =>
    exchangeDraft({ from: [], to: [], fromAt: 'null', toAt: 'null', domid: UNKNOWN }),
  ),
  boundary('nr_exchanged is nr_extents', (s) => {
    const count = s.few();
    return evenly(s, { count, nrExchanged: BigInt(count) });
  }),
];
