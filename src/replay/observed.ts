import type { Call } from '../capture/index.js';
import type { Domain } from '../hypervisor/state/domain.js';
import { boolean, FactError, object, whole } from '../hypervisor/header/header-values.js';
import type { Host } from '../hypervisor/state/host.js';

/** An M2P entry: a frame and its page number, `null` for an invalid entry. */
export type M2pEntry = readonly [mfn: bigint, pfn: bigint | null];

/** What the recorder saw of one moment besides guest memory. */
export interface Observed {
  readonly totPages: bigint | undefined;
  readonly m2p: readonly M2pEntry[];
}

function entriesOf(value: unknown, path: string): M2pEntry[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new FactError(path, 'is no array');
  return value.map((entry: unknown, i): M2pEntry => {
    const at = `${path}[${i}]`;
    if (!Array.isArray(entry)) throw new FactError(at, 'is no pair of frame numbers');
    const [mfn, pfn] = entry as readonly unknown[];
    const frame = whole({ mfn }, 'mfn', at);
    if (frame === undefined) throw new FactError(`${at}.mfn`, 'is missing');
    return [frame, whole({ pfn }, 'pfn', at) ?? null];
  });
}

/** What was observed before and after a call. */
export interface Moments {
  readonly before: Observed;
  readonly after: Observed;
  /** Whether the hypervisor ended the caller instead of answering. */
  readonly isCrash: boolean;
}

/** @throws FactError */
export function observedOf(call: Call): Moments {
  const raw = object(call.raw['observed'], 'observed');
  const m2p = object(raw['m2p'], 'observed.m2p');
  const pages = raw['totPages'] ?? [];
  if (!Array.isArray(pages)) throw new FactError('observed.totPages', 'is no array');
  const totPages = pages as readonly unknown[];
  const moment = (when: 'before' | 'after', i: number): Observed => ({
    totPages: whole({ [i]: totPages[i] }, String(i), 'observed.totPages'),
    m2p: entriesOf(m2p[when], `observed.m2p.${when}`),
  });
  const isCrash = boolean(raw, 'crash', 'observed');
  return { before: moment('before', 0), after: moment('after', 1), isCrash };
}

/** Makes what was observed the model's truth: between calls a guest does more than is recorded. */
export function believe({ totPages, m2p }: Observed, domain: Domain, { frames }: Host): void {
  if (totPages !== undefined) domain.totPages = totPages;
  for (const [mfn, pfn] of m2p)
    if (frames.get(mfn)?.owner !== undefined) frames.change(mfn, { pfn });
}
