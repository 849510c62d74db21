import type { Call, CaptureHeader } from '../../src/index.js';
import type { Recording } from '../hypervisor/lines.js';
import type { Random } from './falsify.js';

/*
 * A recording with facts left out. What is left is as true as it was: nothing of it is changed, and
 * nothing that is left out is said to be otherwise.
 */

/** The kinds of facts that are left out. */
export const kinds = [
  'fragment',
  'part',
  'result',
  'pages',
  'm2p',
  'entry',
  'continuation',
  'call',
  'domain',
  'frames',
  'regions',
  'host',
  'mode',
] as const;
export type Kind = (typeof kinds)[number];

/** How often a fact of each kind is left out, of 1000. */
export type Shares = ReadonlyMap<Kind, number>;

/** A few kinds, each with a share of its own. */
export function someShares(random: Random, of: readonly Kind[] = kinds): Shares {
  const shares = new Map<Kind, number>();
  const count = 1 + random(4);
  while (shares.size < count && shares.size < of.length)
    shares.set(of[random(of.length)]!, [20, 100, 300, 700][random(4)]!);
  return shares;
}

type Raw = Readonly<Record<string, unknown>>;
type Fragment = Call['memory'][number];
type Drop = (kind: Kind) => boolean;

/** An object without some of its keys. */
function less(raw: Raw, keys: readonly string[], isDropped: () => boolean): Raw {
  return Object.fromEntries(
    Object.entries(raw).filter(([key]) => !keys.includes(key) || !isDropped()),
  );
}

/** A part of a fragment. */
function cut({ address, before, after, ...more }: Fragment, random: Random): Fragment {
  const from = random(before.length);
  const to = from + 1 + random(before.length - from);
  return {
    ...more,
    address: address + BigInt(from),
    before: before.subarray(from, to),
    ...(after && { after: after.subarray(from, to) }),
  };
}

function thinObserved(observed: Raw, drop: Drop): Raw {
  const left: Record<string, unknown> = { ...observed };
  const pages = observed['totPages'];
  if (Array.isArray(pages))
    left['totPages'] = pages.map((n: unknown) => (drop('pages') ? null : n));
  const m2p = observed['m2p'] as Record<string, readonly unknown[]> | undefined;
  if (m2p)
    left['m2p'] = Object.fromEntries(
      Object.entries(m2p).map(([when, entries]) => [when, entries.filter(() => !drop('m2p'))]),
    );
  if (drop('continuation')) delete left['entries'];
  if (drop('continuation')) delete left['registerAfter'];
  if (drop('result')) delete left['crash'];
  return left;
}

function thinCall(call: Call, drop: Drop, random: Random): Call {
  const { result, memory, raw, ...rest } = call;
  const fragments = memory
    .filter(() => !drop('fragment'))
    .map((f) => (f.before.length > 0 && drop('part') ? cut(f, random) : f));
  const observed = raw['observed'] as Raw | undefined;
  return {
    ...rest,
    memory: fragments,
    raw: observed ? { ...raw, observed: thinObserved(observed, drop) } : raw,
    ...(result !== undefined && !drop('result') && { result }),
  };
}

const DOMAIN = ['totPages', 'maxPages', 'maxGpfn', 'grantFrames', 'grantVersion', 'addressBits'];

function thinDomain(domain: Raw, drop: Drop): Raw {
  let left = less(domain, DOMAIN, () => drop('domain'));
  left = less(left, ['frames'], () => drop('frames'));
  left = less(left, ['regions'], () => drop('regions'));
  return less(left, ['mode', 'privileged', 'directMapped'], () => drop('mode'));
}

function thinHeader(raw: Raw, drop: Drop): Raw {
  const left: Record<string, unknown> = { ...thinDomain(raw, drop) };
  if (raw['domain']) left['domain'] = thinDomain(raw['domain'] as Raw, drop);
  const domains = raw['domains'] as readonly Raw[] | undefined;
  if (domains)
    left['domains'] = domains
      .filter((_, i) => i === 0 || !drop('domain'))
      .map((domain) => thinDomain(domain, drop));
  if (raw['host'])
    left['host'] = less(raw['host'] as Raw, ['maxPage', 'addressBits'], () => drop('host'));
  return left;
}

/** A call and, of a multicall, the lines of its entries. */
export interface Group {
  readonly call: Call;
  readonly entries: readonly Call[];
}

export function groupsOf({ calls }: Recording): Group[] {
  const entries = new Map<number, Call[]>();
  for (const call of calls)
    if (call.parent !== undefined)
      entries.set(call.parent, [...(entries.get(call.parent) ?? []), call]);
  return calls
    .filter(({ parent }) => parent === undefined)
    .map((call) => ({ call, entries: entries.get(call.index) ?? [] }));
}

/** A recording with less in it. */
export function thin(
  { header, groups }: { readonly header: CaptureHeader; readonly groups: readonly Group[] },
  shares: Shares,
  random: Random,
): { readonly header: CaptureHeader; readonly groups: readonly Group[] } {
  const drop: Drop = (kind) => random(1000) < (shares.get(kind) ?? 0);
  return {
    header: { ...header, raw: thinHeader(header.raw, drop) },
    groups: groups
      .filter(() => !drop('call'))
      .map(({ call, entries }) => ({
        call: thinCall(call, drop, random),
        // Lines of entries are those of the first: only at the end may some be missing.
        entries: entries
          .slice(0, drop('entry') ? random(entries.length + 1) : entries.length)
          .map((entry) => thinCall(entry, drop, random)),
      })),
  };
}
