import { hex, type Json } from '../../codec/index.js';
import type { Domain } from '../../hypervisor/state/domain.js';
import type { Frame } from '../../hypervisor/state/frames.js';
import type { Host } from '../../hypervisor/state/host.js';
import type { Attempt } from '../attempt.js';
import type { Moments } from '../observed.js';
import type { Difference } from './difference.js';

/** What the model knew before a call of frames that were observed after it. */
export interface Owned {
  readonly frames: ReadonlyMap<bigint, Frame | undefined>;
  /** The caller's pages without a known number. */
  readonly anonymous: bigint;
}

export function ownedBefore({ after }: Moments, { anonymous }: Domain, host: Host): Owned {
  return { frames: new Map(after.m2p.map(([mfn]) => [mfn, host.frames.get(mfn)])), anonymous };
}

export interface ComparedM2p {
  readonly caller: Domain;
  readonly host: Host;
  readonly moments: Moments;
  readonly owned: Owned;
  /** The call as it was executed. */
  readonly attempt: Pick<Attempt, 'isAnonymous' | 'placed'>;
}

type Entry = bigint | null;

/** Whether an entry is that of frames without a number; nothing where not all of theirs is known. */
function isPlaced({ placed }: ComparedM2p['attempt'], entry: Entry): boolean | undefined {
  if (placed.includes(undefined)) return undefined;
  return placed.some((at) => {
    const shown = entry !== null && at !== undefined ? entry - at.pfn : -1n;
    return shown >= 0n && shown < 1n << BigInt(at!.order);
  });
}

const isSame = (a: Frame, b: Frame): boolean =>
  a.owner === b.owner && a.pfn === b.pfn && a.token === b.token;

/** The entry that a frame must have after the call; nothing where the model cannot tell. */
function expectedOf(
  { caller, host, owned, attempt }: ComparedM2p,
  mfn: bigint,
  before: ReadonlyMap<bigint, Entry>,
  entry: Entry,
): Entry | undefined {
  const { isAnonymous } = attempt;
  const frame = host.frames.get(mfn);
  if (!frame || host.doubted.has(mfn)) return undefined;
  const was = owned.frames.get(mfn);
  // What an earlier call did to a frame is not this one's to answer for.
  if (!before.has(mfn) && was && isSame(was, frame)) return undefined;
  if (frame.owner !== undefined) {
    return frame.pfn;
  }
  // A free frame may be among those that were handed out without a number; not one that this
  // call freed, unless it handed out some itself.
  const isFreed = was?.owner !== undefined;
  if (caller.anonymous === 0n || (isFreed && !isAnonymous)) return frame.pfn;
  // A call that neither took nor gave up such frames leaves their entries as they were.
  if (!isAnonymous && caller.anonymous === owned.anonymous) return before.get(mfn);
  if (!isFreed && (!before.has(mfn) || before.get(mfn) === entry)) return undefined;
  // Where they were put is known, or they are nowhere.
  return isPlaced(attempt, entry) === false ? frame.pfn : undefined;
}

/** Every frame whose M2P entry after the call is another than the model's. */
export function* compareM2p(compared: ComparedM2p): Generator<Difference> {
  const { before, after } = compared.moments;
  const was = new Map(before.m2p);
  const words = (value: bigint | null): Json => (value === null ? null : hex(value));
  for (const [mfn, pfn] of after.m2p) {
    const expected = expectedOf(compared, mfn, was, pfn);
    if (expected === undefined || expected === pfn) continue;
    yield { what: 'm2p', path: hex(mfn), expected: words(expected), actual: words(pfn) };
  }
}
