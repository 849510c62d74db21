import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, attempts } from './calls.js';
import { LAWS } from './laws.js';
import { take } from './step.js';
import { createWorld, HOSTS, type World } from './world.js';
import { runs } from '../../support/values.js';

/**
 * Sequences for each law. A campaign: XENABI_RUNS=20 npx vitest run test/hypervisor/laws;
 * a failure prints its seed and path, to be given to fc.assert below.
 */
const { numRuns: RUNS } = runs(40);
const STEPS = 30;

/** What the pin calls of another interface are there: never to be mistaken for a pin. */
const renamed = ({ call, ...rest }: Attempt): Attempt => ({
  ...rest,
  call:
    call.op === 'exchange_and_pin'
      ? { ...call, op: 'exchange' }
      : call.op === 'unpin'
        ? { ...call, op: 'decrease_reservation' }
        : call,
});

/** One thing that happens; the model of the sequence is the law alone. */
class Happening implements fc.Command<object, World> {
  readonly attempt: Attempt;
  readonly check = () => true;
  readonly law: (typeof LAWS)[string];

  constructor(attempt: Attempt, law: (typeof LAWS)[string]) {
    this.attempt = attempt;
    this.law = law;
  }

  run(_model: object, world: World): void {
    if (!world.host.domains.has(this.attempt.call.caller)) return;
    const step = take(world, this.attempt);
    expect(this.law(step), `${step.call.op}: ${step.result}`).toBeUndefined();
  }

  toString(): string {
    return JSON.stringify(this.attempt);
  }
}

const worlds = [
  ['x86', 'xen-4.17', 1],
  ['x86', 'pin-v4', 2],
  ['arm', 'pin-v4', 1],
] as const;

describe.each(worlds)('%s guests, %s', (kind, api, share) => {
  test.each(Object.entries(LAWS))('%s', { timeout: 60_000 + RUNS * 1000 }, (_name, law) => {
    const commands = attempts.map(
      (attempt) => new Happening(api === 'pin-v4' ? attempt : renamed(attempt), law),
    );
    fc.assert(
      fc.property(fc.commands([commands], { maxCommands: STEPS, size: 'max' }), (sequence) =>
        fc.modelRun(() => ({ model: {}, real: createWorld(HOSTS[kind], api) }), sequence),
      ),
      { numRuns: Math.ceil((RUNS * share) / 4) },
    );
  });
});
