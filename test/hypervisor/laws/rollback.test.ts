import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnknownFact, UnknownMemory } from '../../../src/hypervisor/index.js';
import { brokenInvariants } from '../../support/invariants.js';
import { type Attempt, attempts } from './calls.js';
import { issue, plan } from './issue.js';
import { digest, snapshot, take } from './step.js';
import { createWorld, HOSTS, MAX_PAGE, troubleWith, type World } from './world.js';
import { runs } from '../../support/values.js';

/** See laws.test.ts. */
const { numRuns: RUNS } = runs(40);

/** Copies and allocations at which a call is interrupted. */
const MOST = 16;

interface Interrupted {
  readonly before: string;
  /** What half of the call had done. */
  readonly midway: string;
  readonly after: string;
}

/** A call that cannot be told to its end, taken back; nothing when it came to its end. */
function interrupt(world: World, call: Attempt['call'], unknown: number): Interrupted | undefined {
  if ('page' in call) return undefined;
  const planned = plan(world, call);
  const before = digest(snapshot(world));
  const journal = world.host.journal!;
  journal.begin();
  troubleWith(world, { unknown });
  try {
    issue(world, planned, call.op);
    return undefined;
  } catch (error) {
    if (!(error instanceof UnknownFact || error instanceof UnknownMemory)) throw error;
    const midway = digest(snapshot(world));
    journal.rollback();
    return { before, midway, after: digest(snapshot(world)) };
  } finally {
    troubleWith(world, {});
  }
}

test.each(['x86', 'arm'] as const)(
  '%s: a call of which the outcome cannot be told changes nothing, wherever that shows',
  (kind) => {
    let changed = 0;
    const sequence = fc.array(attempts, { minLength: 4, maxLength: 12, size: 'max' });
    const check = (attempted: Attempt[]): void => {
      const world = createWorld(HOSTS[kind], 'pin-v4', MAX_PAGE, { undo: true });
      for (const { call } of attempted) {
        if (!world.host.domains.has(call.caller)) continue;
        // Interrupted ever later, until it comes to its end or has been often enough.
        for (let unknown = 0; unknown < MOST; unknown++) {
          const interrupted = interrupt(world, call, unknown);
          if (!interrupted) break;
          const { before, midway, after } = interrupted;
          expect(after, `${call.op}, ${unknown}`).toBe(before);
          expect(brokenInvariants(world.host, world.held)).toEqual([]);
          if (midway !== before) changed++;
        }
        if ('page' in call) take(world, { call, trouble: {} });
      }
    };
    fc.assert(fc.property(sequence, check), { numRuns: RUNS });
    // Half of a call was there to be taken back, or this shows nothing.
    expect(changed).toBeGreaterThan(RUNS);
  },
  60_000 + RUNS * 1000,
);
