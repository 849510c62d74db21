import { hex, type Json } from '../../codec/index.js';
import type { Domain } from '../../hypervisor/state/domain.js';
import type { Host } from '../../hypervisor/state/host.js';
import type { Attempt } from '../attempt.js';
import type { Moments } from '../observed.js';
import type { Difference } from './difference.js';

/** What the model knew before a call of frames that were observed after it. */
export interface Owned {
  /** Those that were owned. */
  readonly frames: ReadonlySet<bigint>;
  /** The caller's pages without a known number. */
  readonly anonymous: bigint;
}

export function ownedBefore({ after }: Moments, { anonymous }: Domain, host: Host): Owned {
  const owned = after.m2p.filter(([mfn]) => host.frames.get(mfn)?.owner !== undefined);
  return { frames: new Set(owned.map(([mfn]) => mfn)), anonymous };
}

export interface ComparedM2p {
  readonly caller: Domain;
  readonly host: Host;
  readonly moments: Moments;
  readonly owned: Owned;
  /** The call as it was executed. */
  readonly attempt: Pick<Attempt, 'isAnonymous'>;
}

/** The entry that a frame must have after the call; nothing where the model cannot tell. */
function expectedOf(
  { caller, host, owned, attempt: { isAnonymous } }: ComparedM2p,
  mfn: bigint,
  before: ReadonlyMap<bigint, bigint | null>,
): bigint | null | undefined {
  const frame = host.frames.get(mfn);
  if (!frame || host.doubted.has(mfn)) return undefined;
  if (frame.owner !== undefined) {
    return frame.pfn;
  }
  // A free frame may be among those that were handed out without a number; not one that this
  // call freed, unless it handed out some itself.
  const isFreed = owned.frames.has(mfn) && !isAnonymous;
  if (caller.anonymous === 0n || isFreed) return frame.pfn;
  // A call that neither took nor gave up such frames leaves their entries as they were.
  return isAnonymous || caller.anonymous !== owned.anonymous ? undefined : before.get(mfn);
}

/** Every frame whose M2P entry after the call is another than the model's. */
export function* compareM2p(compared: ComparedM2p): Generator<Difference> {
  const { before, after } = compared.moments;
  const was = new Map(before.m2p);
  const words = (value: bigint | null): Json => (value === null ? null : hex(value));
  for (const [mfn, pfn] of after.m2p) {
    const expected = expectedOf(compared, mfn, was);
    if (expected === undefined || expected === pfn) continue;
    yield { what: 'm2p', path: hex(mfn), expected: words(expected), actual: words(pfn) };
  }
}
