import { type Bound, exactly } from '../state/bound.js';
import { type Domain, isOthers } from '../state/domain.js';
import type { FrameRun } from '../state/frames.js';
import { isGuestAddress } from '../guest/handles.js';
import { createGuestMemory, type GuestMemoryOptions } from '../guest/memory.js';
import { describe, type DomainDescribed } from './header.js';
import { MOST_FRAMES } from './header-values.js';
import { createHost, type Host } from '../state/host.js';
import { createJournal, type Journal } from '../state/journal.js';
import { rulesOf } from '../rules.js';
import { createP2m, NOWHERE, type P2mEntry } from '../state/p2m.js';

type DomainOptions = Pick<GuestMemoryOptions, 'allow'> & {
  /** Whether a PV domain's integers are written at once even across pages. */
  readonly writesAcrossPages: boolean;
  readonly maxPage: bigint | undefined;
  /** Whether addresses are the guest's only when the bits above the 48th repeat it. */
  readonly isCanonical: boolean;
  readonly isX86_64: boolean;
  /** The first of its frames that no host has. */
  readonly nowhere: bigint;
};

export interface SetUpOptions extends Pick<GuestMemoryOptions, 'allow'> {
  /** Whether the model chooses frames itself. */
  readonly heap: boolean;
  /** Whether a call can be taken back; costs a little with each change. */
  readonly undo?: boolean;
}

/** Room for each domain's frames whose numbers the recorder could not know. */
const ROOM = 1n << 44n;

function runsOf({ frames = [], domid, isDirectMapped }: DomainDescribed, from: bigint): FrameRun[] {
  let next = from;
  return frames.map(({ mfn, count, pfn, inUse }) => {
    const gfn = isDirectMapped ? pfn : undefined;
    if (mfn === undefined && gfn === undefined) next += count;
    return { mfn: mfn ?? gfn ?? next - count, count, owner: domid, pfn, inUse };
  });
}

/** A grant table has its first frame; status bits of indexes begin above the others. */
const SOME_GRANTS: Bound = { least: 1n, most: 1n << 31n };
/** P2Ms reach 39 bits of address or more, and 48 at the most (arch/arm/p2m.c, and measured). */
const SOME_GFNS: Bound = { least: 1n << 27n, most: 1n << 36n };

const gfnsFrom = (least: bigint): Bound => ({
  ...SOME_GFNS,
  ...(least > SOME_GFNS.least && { least }),
});

/** Keeps what a call can change in a domain besides its maps. */
function keep(domain: Domain, journal: Journal): void {
  journal.also(() => {
    const { totPages, maxGpfn, claim, anonymous, grants, gfns, memoryMap, isDying } = domain;
    const { grantVersion, maxPages, areXenPagesLost, isLost, isPrivileged, isHardware } = domain;
    const kept = { totPages, maxGpfn, claim, anonymous, grants, gfns, memoryMap, isDying };
    Object.assign(kept, { grantVersion, maxPages, areXenPagesLost, isLost });
    Object.assign(kept, { isPrivileged, isHardware });
    return () => Object.assign(domain, kept);
  });
}

/** What a page number leads to, if anything: its own frame, or one that no host has. */
function assumedPage(nowhere: bigint, isDirectMapped: boolean, maxPage = MOST_FRAMES) {
  const [first, end] = isDirectMapped ? [0n, maxPage] : [nowhere, ROOM];
  return (gfn: bigint): P2mEntry | undefined =>
    gfn < end ? { mfn: first + gfn, type: 'rw' } : undefined;
}

function createDomain(
  described: DomainDescribed,
  own: readonly FrameRun[],
  journal: Journal | undefined,
  { maxPage, nowhere, isCanonical, isX86_64, writesAcrossPages, ...options }: DomainOptions,
): Domain {
  const { regions, frames: _frames, addressBits: _bits, ...facts } = described;
  const runs = own.map(({ mfn, count, pfn }) => ({ gfn: pfn ?? mfn, count, mfn }));
  // Without frames in the header, any that the host has may be the domain's.
  const isOpen = !described.frames && facts.totPages !== 0n;
  const assumed = assumedPage(nowhere, facts.isDirectMapped, maxPage);
  const isTranslated = described.mode === 'translated';
  const p2m = isTranslated ? createP2m(runs, journal, { assumed, isOpen }) : undefined;
  const least = (described.maxGpfn ?? 0n) + 1n;
  const isLongPv = isX86_64 && !isTranslated;
  // A directly mapped guest reaches its memory by its own frame numbers (measured).
  const accessAt = (address: bigint): 'none' | 'rw' | undefined => {
    if (isLongPv && !isGuestAddress(address)) return 'none';
    if (!facts.isDirectMapped) return undefined;
    const gfn = address >> 12n;
    if (!p2m?.isChanged(gfn)) return undefined;
    const entry = p2m.get(gfn);
    // Pages of others, and of the hypervisor, may lie beside what was its memory at first.
    if (entry) return isOthers(entry) ? 'rw' : undefined;
    return 'none';
  };
  // Who walks a translated guest's page tables looks at no bit above (measured).
  const addressBits = isCanonical || !p2m ? undefined : 48;
  const domain: Domain = {
    ...facts,
    grants: facts.grantFrames === undefined ? SOME_GRANTS : exactly(facts.grantFrames || 1n),
    gfns:
      described.addressBits === undefined
        ? gfnsFrom(least)
        : exactly(1n << (described.addressBits - 12n)),
    claim: 0n,
    anonymous: 0n,
    p2m,
    pins: journal?.map() ?? new Map(),
    doubtfulPins: journal?.map() ?? new Map(),
    xenPages: journal?.map() ?? new Map(),
    droppedPages: journal?.map() ?? new Map(),
    memoryMap: undefined,
    isDying: false,
    isLost: false,
    areXenPagesLost: false,
    memory: createGuestMemory(regions, {
      ...options,
      accessAt,
      journal,
      addressBits,
      writesAcrossPages: writesAcrossPages && !isTranslated,
    }),
  };
  if (journal) keep(domain, journal);
  return domain;
}

/** In a scenario nothing is found out: what it does not say is not so. */
const settled = (domain: DomainDescribed): DomainDescribed => ({
  ...domain,
  supposed: undefined,
  isPrivileged: domain.isPrivileged ?? false,
  isHardware: domain.isHardware ?? false,
});

/** The host and the domains that a capture's header describes. @throws FactError */
export function setUp(
  header: Readonly<Record<string, unknown>>,
  { heap, allow, undo = false }: SetUpOptions,
): Host {
  const journal = undo ? createJournal() : undefined;
  const { maxPage, domains, isCanonical: isSaid } = describe(header);
  const isX86_64 = header['abi'] === 'x86_64';
  const isCanonical = isSaid || !isX86_64;
  const rules = rulesOf(header['interface']);
  const isX86 = String(header['abi']).startsWith('x86');
  const writesAcrossPages = isX86 && !rules.writesUnalignedInParts;
  const runs: FrameRun[] = [];
  const created = domains.map((described, i) => {
    const nowhere = NOWHERE + BigInt(i) * ROOM;
    const own = runsOf(described, nowhere);
    for (const run of own) runs.push(run);
    const facts = { writesAcrossPages, isX86_64, isCanonical, maxPage, nowhere };
    const options = { ...facts, ...(allow && { allow }) };
    return createDomain(heap ? settled(described) : described, own, journal, options);
  });
  // A domain whose frames the header does not list may own any that nobody else does.
  const isOpen = !heap && domains.some(({ frames, totPages }) => !frames && totPages !== 0n);
  // A run is on a hypervisor of 64 bits; what a guest of 32 was recorded on, is to be found out.
  const longBits: Host['longBits'] = header['abi'] === 'arm32' && !heap ? undefined : 64;
  // Of several domains some are described, and not necessarily all.
  const mayHaveOthers = !heap && (isOpen || Array.isArray(header['domains']));
  const options = { heap, isOpen, mayHaveOthers, longBits, journal, rules };
  const host = createHost(maxPage, runs, created, options);
  journal?.also(() => {
    const was = host.longBits;
    return () => void (host.longBits = was);
  });
  return host;
}
