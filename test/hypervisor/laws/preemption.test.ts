import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Attempt, attempts } from './calls.js';
import { ARGUMENT } from './issue.js';
import { digest, snapshot, take } from './step.js';
import { createWorld, HOSTS } from './world.js';
import { runs } from '../../support/values.js';

/** See laws.test.ts. */
const { numRuns: RUNS } = runs(40);

/**
 * Calls of 64-bit guests without copy faults: a 32-bit caller of exchange sees where it was
 * preempted, and what a fault hits depends on how often nr_exchanged is written.
 */
const isNative = ({ call }: Attempt): boolean => call.caller !== 2;
const calm = ({ call, trouble }: Attempt): Attempt => ({
  call,
  trouble: { refuse: trouble.refuse },
});

test.each(['x86', 'arm'] as const)(
  '%s: any schedule of preemption of a native call ends in the same state and bytes',
  (kind) => {
    const schedule = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
    const sequence = fc.array(fc.tuple(attempts.filter(isNative), schedule), {
      minLength: 1,
      maxLength: 12,
      size: 'max',
    });
    const check = (attempted: [Attempt, boolean[]][]): void => {
      const [straight, broken] = [0, 1].map(() => createWorld(HOSTS[kind], 'pin-v4'));
      for (const [attempt, preempt] of attempted) {
        if (!straight!.host.domains.has(attempt.call.caller)) continue;
        const { call, trouble } = calm(attempt);
        const one = take(straight!, { call, trouble });
        const other = take(broken!, { call, trouble: { ...trouble, preempt } });
        expect(other.result, call.op).toBe(one.result);
        // A directly mapped guest gave away the very page that its argument is in: a copy fault.
        if (!one.plan?.caller.memory.isWritable(ARGUMENT, 1) && one.plan) return;
      }
      expect(digest(snapshot(broken!))).toBe(digest(snapshot(straight!)));
    };
    fc.assert(fc.property(sequence, check), { numRuns: RUNS });
  },
  60_000 + RUNS * 1000,
);
