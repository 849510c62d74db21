import type { FrameRun } from '../state/frames.js';
import type { Region } from '../guest/memory.js';
import type { Vnuma } from '../state/domain.js';
import {
  boolean,
  disjoint,
  FactError,
  MOST_END,
  MOST_FRAMES,
  object,
  objects,
  oneOf,
  type Raw,
  required,
  told,
  whole,
} from './header-values.js';
import { vnumaOf } from './header-vnuma.js';

/** Frames as the header has them; `mfn` is missing where the recorder could not know it. */
export interface FramesDescribed extends Omit<FrameRun, 'owner' | 'mfn'> {
  readonly mfn: bigint | undefined;
  readonly path: string;
}

export interface DomainDescribed {
  readonly domid: number;
  readonly mode: 'pv' | 'translated';
  /** A fact that the header does not say, and that is only supposed: `domain.mode`. */
  readonly supposed: string | undefined;
  readonly isPrivileged: boolean | undefined;
  readonly isDirectMapped: boolean;
  readonly totPages: bigint | undefined;
  readonly maxPages: bigint | undefined;
  readonly maxGpfn: bigint | undefined;
  readonly grantFrames: bigint | undefined;
  readonly grantVersion: 1 | 2 | undefined;
  readonly isHardware: boolean | undefined;
  /** Bits of the addresses that its P2M reaches. */
  readonly addressBits: bigint | undefined;
  readonly vnuma: Vnuma | undefined;
  readonly regions: readonly Region[] | undefined;
  readonly frames: readonly FramesDescribed[] | undefined;
}

export interface HostDescribed {
  readonly maxPage: bigint | undefined;
  readonly isCanonical: boolean;
  readonly domains: readonly DomainDescribed[];
}

/** public/xen.h: DOMID_FIRST_RESERVED. */
const MOST_DOMID = 0x7fefn;
/** The field that acquire_resource tells them in has 32 bits. */
const MOST_GRANT_FRAMES = (1n << 32n) - 1n;

function regionsOf(raw: unknown, at: string): readonly Region[] | undefined {
  const regions = objects(raw, at)?.map((r, i) => {
    const path = `${at}[${i}]`;
    const start = required(whole(r, 'start', path), `${path}.start`);
    const end = required(whole(r, 'end', path, MOST_END), `${path}.end`);
    if (end < start) throw new FactError(path, 'ends before it starts');
    return { start, end, access: oneOf(r, 'access', path, ['rw', 'ro']), path };
  });
  disjoint(
    (regions ?? []).filter(({ start, end }) => end > start),
    (address, other) => `overlaps ${other} at ${address}`,
  );
  return regions;
}

function framesOf(raw: unknown, at: string, isPv: boolean, most: bigint) {
  const runs = objects(raw, at)?.map((run, i): FramesDescribed => {
    const path = `${at}[${i}]`;
    const count = whole(run, 'count', path, MOST_FRAMES) ?? 1n;
    if (count === 0n) throw new FactError(`${path}.count`, 'is 0: a run has at least one frame');
    const mfn = whole(run, 'mfn', path, MOST_FRAMES);
    const gfn = whole(run, 'gfn', path);
    if (isPv) required(mfn, `${path}.mfn`);
    else required(gfn, `${path}.gfn`);
    if (mfn !== undefined && mfn + count > most)
      throw new FactError(path, `reaches past host.maxPage, 0x${most.toString(16)}`);
    const pfn = whole(run, 'pfn', path) ?? gfn;
    if (pfn !== undefined && pfn + count > MOST_END)
      throw new FactError(path, 'reaches past the last page number');
    return { mfn, count, pfn, inUse: boolean(run, 'mapped', path), path };
  });
  if (!isPv)
    disjoint(
      (runs ?? []).map(({ pfn = 0n, count, path }) => ({ start: pfn, end: pfn + count, path })),
      (gfn, other) => `gfn ${gfn} is in ${other} too`,
    );
  return runs;
}

function versionOf(raw: Raw, at: string): 1 | 2 | undefined {
  const version = whole(raw, 'grantVersion', at, 2n);
  if (version === 0n) throw new FactError(`${at}.grantVersion`, '0 is neither 1 nor 2');
  return version === undefined ? undefined : version === 1n ? 1 : 2;
}

/**
 * Whether the guest sees machine frames, and whether that is told: Arm's guests do not, and a run
 * of frames says which kind they are.
 */
function modeOf(
  raw: Raw,
  at: string,
  isTranslated: boolean,
  frames: unknown,
  framesAt: string,
): readonly [DomainDescribed['mode'], boolean] {
  if ((raw['mode'] ?? undefined) !== undefined)
    return [oneOf(raw, 'mode', at, ['pv', 'translated']), true];
  const [run] = objects(frames, framesAt) ?? [];
  const hasGfn = (run?.['gfn'] ?? undefined) !== undefined;
  return [isTranslated || hasGfn ? 'translated' : 'pv', isTranslated || run !== undefined];
}

/** What a capture's header says of host and domains. @throws FactError */
export function describe(header: Raw): HostDescribed {
  const host = object(header['host'], 'host');
  const maxPage = whole(host, 'maxPage', 'host', MOST_FRAMES);
  const addressBits = whole(host, 'addressBits', 'host', 52n);
  const several = objects(header['domains'], 'domains');
  const isArm = String(header['abi']).startsWith('arm');
  if (several?.length === 0) throw new FactError('domains', 'names no domain');
  if (several && (header['domain'] ?? undefined) !== undefined)
    throw new FactError('domain', 'is there beside domains: one of them is enough');
  if (several && several.length > 1 && (header['frames'] ?? undefined) !== undefined)
    throw new FactError('frames', 'of which domain? With several, each has its own frames');
  const domains = (several ?? [object(header['domain'], 'domain')]).map((raw, i) => {
    const at = several ? `domains[${i}]` : 'domain';
    const own = (key: string): readonly [unknown, string] =>
      raw[key] === undefined || raw[key] === null ? [header[key], key] : [raw[key], `${at}.${key}`];
    const isDirectMapped = boolean(raw, 'directMapped', at);
    const [mode, isModeTold] = modeOf(raw, at, isDirectMapped || isArm, ...own('frames'));
    const domid = Number(whole(raw, 'domid', at, MOST_DOMID) ?? 0n);
    // Arm's dom0 is mapped directly, unless its hypervisor was asked otherwise.
    const isMappingTold = !isArm || domid !== 0 || told(raw, 'directMapped', at) !== undefined;
    const isPrivileged = told(raw, 'privileged', at);
    if (isDirectMapped && mode === 'pv')
      throw new FactError(`${at}.directMapped`, 'is for translated domains, and this one is pv');
    return {
      domid,
      mode,
      supposed: isModeTold ? (isMappingTold ? undefined : 'domain.directMapped') : 'domain.mode',
      isPrivileged,
      isDirectMapped,
      totPages: whole(raw, 'totPages', at),
      maxPages: whole(raw, 'maxPages', at),
      maxGpfn: whole(raw, 'maxGpfn', at),
      grantFrames: whole(raw, 'grantFrames', at, MOST_GRANT_FRAMES),
      grantVersion: versionOf(raw, at),
      isHardware: told(raw, 'hardwareDomain', at) ?? isPrivileged,
      addressBits: whole(raw, 'addressBits', at, 52n) ?? addressBits,
      vnuma: vnumaOf(raw['vnuma'], `${at}.vnuma`),
      regions: regionsOf(...own('regions')),
      frames: framesOf(...own('frames'), mode === 'pv', maxPage ?? MOST_FRAMES),
    };
  });
  const seen = new Set<number>();
  for (const [i, { domid }] of domains.entries()) {
    if (seen.has(domid)) throw new FactError(`domains[${i}].domid`, `${domid} is there twice`);
    seen.add(domid);
  }
  disjoint(
    domains.flatMap(({ frames = [] }) =>
      frames.flatMap(({ mfn, count, path }) =>
        mfn === undefined ? [] : [{ start: mfn, end: mfn + count, path }],
      ),
    ),
    (mfn, other) => `frame ${mfn} is owned twice: it is in ${other} too`,
  );
  return { maxPage, isCanonical: boolean(host, 'canonical', 'host'), domains };
}
