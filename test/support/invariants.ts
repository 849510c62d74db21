import type { Domain, Host } from '../../src/hypervisor/index.js';

/** What must hold between any two calls, whatever the guests sent (semantics.md, 5.8). */

/** References that the test itself took with `hold`, as a grant mapped elsewhere does. */
export type Held = ReadonlyMap<bigint, number>;

interface Seen {
  readonly problems: string[];
  /** Grant and foreign mappings of each frame, with what the test holds. */
  readonly references: Map<bigint, number>;
  /** Where each frame is mapped as its owner's own. */
  readonly places: Map<bigint, string>;
}

const hex = (n: bigint | null | undefined): string =>
  typeof n === 'bigint' ? `0x${n.toString(16)}` : String(n);

/** The page number that is none: the M2P cannot tell it from an invalid entry. */
const isNone = (gfn: bigint): boolean => gfn === 0xffffffffn || gfn === (1n << 64n) - 1n;

/** The P2M leads to frames of the domain's own, each at one GFN, and the M2P leads back. */
function checkP2m({ frames }: Host, domain: Domain, { problems, references, places }: Seen): void {
  const xenPages = new Set([...domain.xenPages.values()].flat());
  for (const [gfn, { mfn, type }] of domain.p2m?.entries() ?? []) {
    const at = `domain ${domain.domid} gfn ${hex(gfn)}`;
    if (type === 'xen') {
      if (!xenPages.delete(gfn)) problems.push(`${at}: a page of Xen's that is nowhere`);
    } else if (type === 'grant' || type === 'foreign') {
      references.set(mfn, (references.get(mfn) ?? 0) + 1);
    } else {
      const frame = frames.get(mfn);
      if (frame?.owner !== domain.domid)
        problems.push(`${at}: maps frame ${hex(mfn)} of owner ${frame?.owner}`);
      if (frame && frame.pfn !== gfn && !isNone(gfn))
        problems.push(`${at}: the M2P says ${hex(frame.pfn)}`);
      if (places.has(mfn)) problems.push(`${at}: frame ${hex(mfn)} is at ${places.get(mfn)} too`);
      places.set(mfn, at);
    }
  }
  for (const gfn of xenPages)
    problems.push(`domain ${domain.domid}: no page of Xen's at ${hex(gfn)}`);
}

/** A pin holds the mapping that it was made for: ordinary memory of the domain's own. */
function checkPins({ frames }: Host, domain: Domain, { problems }: Seen): void {
  for (const [page, mfn] of domain.pins) {
    const at = `domain ${domain.domid} pin ${hex(page)}`;
    const entry = domain.p2m ? domain.p2m.get(page) : { mfn: page, type: 'rw' };
    if (entry?.mfn !== mfn || entry.type !== 'rw')
      problems.push(`${at}: of frame ${hex(mfn)}, leads to ${entry?.type} ${hex(entry?.mfn)}`);
    const frame = frames.get(mfn);
    if (frame?.owner !== domain.domid || !frame.isAllocated)
      problems.push(`${at}: frame ${hex(mfn)} is not its own any more`);
  }
}

/** Every frame of the host is free or owned for a reason, and counted once. */
function checkFrames(host: Host, maxPage: bigint, seen: Seen): void {
  const { problems, references, places } = seen;
  const owned = new Map<number, bigint>();
  let free = 0n;
  for (let mfn = 0n; mfn < maxPage; mfn++) {
    const frame = host.frames.get(mfn);
    const held = references.get(mfn) ?? 0;
    if (held !== (frame?.references ?? 0))
      problems.push(`frame ${hex(mfn)}: ${frame?.references} references, held ${held} times`);
    if (frame?.owner === undefined) {
      // Frame 0 is never handed out, unless somebody had it at first.
      if (mfn > 0n || frame) free++;
      if (frame && (frame.isAllocated || frame.inUse || frame.pfn !== null))
        problems.push(`frame ${hex(mfn)}: free, yet in use`);
      continue;
    }
    owned.set(frame.owner, (owned.get(frame.owner) ?? 0n) + 1n);
    if (!frame.isAllocated && !frame.inUse && frame.references === 0)
      problems.push(`frame ${hex(mfn)}: owned, yet nothing holds it`);
    const owner = host.domains.get(frame.owner);
    if (!owner && frame.isAllocated)
      problems.push(`frame ${hex(mfn)}: allocated to domain ${frame.owner}, which is gone`);
    if (owner?.p2m && frame.pfn !== null && !places.has(mfn))
      problems.push(`frame ${hex(mfn)}: the M2P says ${hex(frame.pfn)}, which leads elsewhere`);
  }
  for (const { domid, totPages, anonymous } of host.domains.values()) {
    const count = (owned.get(domid) ?? 0n) + anonymous;
    if (totPages !== undefined && totPages !== count)
      problems.push(`domain ${domid}: totPages ${totPages}, owns ${count}`);
  }
  if (host.heap && host.heap.size() !== free)
    problems.push(`the heap has ${host.heap.size()} frames, ${free} are free`);
}

/**
 * What is wrong with a host, one sentence for each fault; nothing when all invariants hold.
 * @remarks totPages of a directly mapped domain is compared too: give such domains a header
 * in which it is the number of their frames.
 */
export function brokenInvariants(host: Host, held: Held = new Map()): string[] {
  const seen: Seen = { problems: [], references: new Map(held), places: new Map() };
  for (const domain of host.domains.values()) {
    checkP2m(host, domain, seen);
    checkPins(host, domain, seen);
  }
  if (host.maxPage !== undefined) checkFrames(host, host.maxPage, seen);
  return seen.problems;
}
