import type { Domain } from './domain.js';
import type { FrameRun } from './frames.js';
import { createGuestMemory, type GuestMemoryOptions, type Region } from './guest-memory.js';
import { createHost, type Host } from './host.js';
import { createP2m, type P2mRun } from './p2m.js';

type Raw = Readonly<Record<string, unknown>>;

const integer = (value: unknown): bigint | undefined =>
  typeof value === 'number' || typeof value === 'string' ? BigInt(value) : undefined;

const records = (value: unknown): readonly Raw[] | undefined =>
  Array.isArray(value) ? (value as Raw[]) : undefined;

const regionsOf = (header: Raw): Region[] | undefined =>
  records(header['regions'])?.map((r) => ({
    start: integer(r['start']) ?? 0n,
    end: integer(r['end']) ?? 0n,
    access: r['access'] === 'ro' ? 'ro' : 'rw',
  }));

function runsOf(frames: readonly Raw[], owner: number): FrameRun[] {
  return frames.map((run) => ({
    mfn: integer(run['mfn']) ?? integer(run['gfn']) ?? 0n,
    count: integer(run['count']) ?? 1n,
    owner,
    pfn: integer(run['pfn']) ?? integer(run['gfn']),
    inUse: run['mapped'] === true,
  }));
}

const p2mOf = (frames: readonly FrameRun[]): P2mRun[] =>
  frames.map(({ mfn, count, pfn }) => ({ gfn: pfn ?? mfn, count, mfn }));

export interface SetUpOptions extends Pick<GuestMemoryOptions, 'allow'> {
  /** Whether the model chooses frames itself. */
  readonly heap: boolean;
}

/** The host and the domains that a capture's header describes. */
export function setUp(header: Raw, { heap, allow }: SetUpOptions): Host {
  const described = records(header['domains']) ?? [(header['domain'] ?? {}) as Raw];
  const runs: FrameRun[] = [];
  const domains = described.map((raw): Domain => {
    const domid = Number(raw['domid'] ?? 0);
    const own = runsOf(records(raw['frames'] ?? header['frames']) ?? [], domid);
    runs.push(...own);
    const mode = raw['mode'] === 'translated' ? 'translated' : 'pv';
    const isDirectMapped = raw['directMapped'] === true;
    const p2m = mode === 'translated' ? createP2m(p2mOf(own)) : undefined;
    // A directly mapped guest reaches its memory by its own frame numbers (measured).
    const isHole = (address: bigint): boolean => isDirectMapped && !p2m?.get(address >> 12n);
    return {
      domid,
      mode,
      isPrivileged: raw['privileged'] === true,
      isDirectMapped,
      totPages: integer(raw['totPages']),
      maxPages: integer(raw['maxPages']),
      maxGpfn: integer(raw['maxGpfn']),
      claim: 0n,
      anonymous: 0n,
      p2m,
      pins: new Map(),
      xenPages: new Map(),
      isDying: false,
      memory: createGuestMemory(regionsOf({ ...header, ...raw }), {
        isHole,
        ...(allow && { allow }),
      }),
    };
  });
  const maxPage = integer(((header['host'] ?? {}) as Raw)['maxPage']);
  const isOpen = !heap && described.every((raw) => !records(raw['frames'] ?? header['frames']));
  return createHost(maxPage, runs, domains, { heap, isOpen });
}
