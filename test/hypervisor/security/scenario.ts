import { brokenInvariants } from '../../support/invariants.js';
import type { Attempt, ExchangeCall, Extents, ReservationCall } from '../laws/calls.js';
import type { Step } from '../laws/step.js';
import type { Guest, World } from '../laws/world.js';
import type { Lab } from './mutant.js';

/** Extents from the n-th page on that the target owns, one of them perhaps another. */
export const own = (n: number, odd?: Extents['odd']): Extents => ({
  first: { from: 'own', n },
  odd,
  isRepeated: false,
});

export const exchange = (call: Partial<ExchangeCall>): ExchangeCall => ({
  op: 'exchange',
  caller: 1,
  chunks: 1,
  inOrder: 0,
  outOrder: 0,
  ins: own(0),
  outs: 'same',
  inPlace: 'ram',
  outPlace: 'ram',
  outFlags: 0,
  nrExchanged: 0,
  ...call,
});

export const reservation = (call: Partial<ReservationCall>): ReservationCall => ({
  op: 'decrease_reservation',
  caller: 1,
  count: 1,
  order: 0,
  extents: own(0),
  place: 'ram',
  flags: 0,
  ...call,
});

/** What a scenario shows of its last step. */
export interface Shown {
  readonly result: bigint | undefined;
  readonly broken: string[];
  /** Pages that the domain with the id asked about gained. */
  readonly gained: bigint;
}

export const worldOf = ({ createWorld, HOSTS }: Lab, kind: 'x86' | 'arm' = 'x86'): World =>
  createWorld(HOSTS[kind], 'pin-v4');

export const worldWith = ({ createWorld }: Lab, guest: Guest, maxPage = 0x1000n): World =>
  createWorld([guest], 'pin-v4', maxPage);

/** Takes the steps and tells of the last. */
export function play({ take }: Lab, world: World, ...calls: Attempt['call'][]): Shown & Step {
  const steps = calls.map((call) => take(world, { call, trouble: {} }));
  const last = steps.at(-1)!;
  const domid = last.plan?.target?.domid ?? last.call.caller;
  const [was, is] = [last.before, last.after].map((s) => s.domains.get(domid)?.totPages ?? 0n);
  return {
    ...last,
    result: last.result,
    broken: brokenInvariants(world.host, world.held),
    gained: is! - was!,
  } as Shown & Step;
}
