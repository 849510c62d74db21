import type { Domain } from '../state/domain.js';
import type { FrameRun } from '../state/frames.js';
import { createGuestMemory, type GuestMemoryOptions } from '../state/guest-memory.js';
import { describe, type DomainDescribed } from './header.js';
import { createHost, type Host } from '../state/host.js';
import { createJournal, type Journal } from '../state/journal.js';
import { createP2m } from '../state/p2m.js';

export interface SetUpOptions extends Pick<GuestMemoryOptions, 'allow'> {
  /** Whether the model chooses frames itself. */
  readonly heap: boolean;
  /** Whether a call can be taken back; costs a little with each change. */
  readonly undo?: boolean;
}

/** Frames whose numbers the recorder could not know get some that no host has. */
const NOWHERE = 1n << 60n;

function runsOf({ frames = [], domid, isDirectMapped }: DomainDescribed, from: bigint): FrameRun[] {
  let next = from;
  return frames.map(({ mfn, count, pfn, inUse }) => {
    const gfn = isDirectMapped ? pfn : undefined;
    if (mfn === undefined && gfn === undefined) next += count;
    return { mfn: mfn ?? gfn ?? next - count, count, owner: domid, pfn, inUse };
  });
}

/** Keeps what a call can change in a domain besides its maps. */
function keep(domain: Domain, journal: Journal): void {
  journal.also(() => {
    const { totPages, claim, anonymous, memoryMap, isDying } = domain;
    return () => Object.assign(domain, { totPages, claim, anonymous, memoryMap, isDying });
  });
}

function createDomain(
  described: DomainDescribed,
  own: readonly FrameRun[],
  journal: Journal | undefined,
  allow: SetUpOptions['allow'],
): Domain {
  const { regions, frames: _frames, ...facts } = described;
  const runs = own.map(({ mfn, count, pfn }) => ({ gfn: pfn ?? mfn, count, mfn }));
  const p2m = described.mode === 'translated' ? createP2m(runs, journal) : undefined;
  // A directly mapped guest reaches its memory by its own frame numbers (measured).
  const isHole = (address: bigint): boolean => facts.isDirectMapped && !p2m?.get(address >> 12n);
  const domain: Domain = {
    ...facts,
    claim: 0n,
    anonymous: 0n,
    p2m,
    pins: journal?.map() ?? new Map(),
    xenPages: journal?.map() ?? new Map(),
    memoryMap: undefined,
    isDying: false,
    memory: createGuestMemory(regions, { isHole, journal, ...(allow && { allow }) }),
  };
  if (journal) keep(domain, journal);
  return domain;
}

/** The host and the domains that a capture's header describes. @throws FactError */
export function setUp(
  header: Readonly<Record<string, unknown>>,
  { heap, allow, undo = false }: SetUpOptions,
): Host {
  const journal = undo ? createJournal() : undefined;
  const { maxPage, domains } = describe(header);
  const runs: FrameRun[] = [];
  const created = domains.map((described, i) => {
    const own = runsOf(described, NOWHERE + (BigInt(i) << 44n));
    runs.push(...own);
    return createDomain(described, own, journal, allow);
  });
  // A domain whose frames the header does not list may own any that nobody else does.
  const isOpen = !heap && domains.some(({ frames, totPages }) => !frames && totPages !== 0n);
  return createHost(maxPage, runs, created, { heap, isOpen, journal });
}
