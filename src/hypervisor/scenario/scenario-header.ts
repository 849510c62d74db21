import type { InterfaceName } from '../../../abi/index.js';
import { hex } from '../../codec/index.js';
import type { ArchitectureName } from '../../layout/index.js';

export type Integer = number | bigint;

/** Frames that a domain owns: of a PV domain by `mfn` and `pfn`, of a translated one by `gfn`. */
export interface ScenarioFrames {
  readonly mfn?: Integer;
  readonly pfn?: Integer;
  readonly gfn?: Integer;
  /** 1 by default. */
  readonly count?: Integer;
  /** Whether the guest's page tables map them, or they are page tables. */
  readonly mapped?: boolean;
}

export interface ScenarioRegion {
  readonly start: Integer;
  /** Exclusive. */
  readonly end: Integer;
  /** `rw` by default. */
  readonly access?: 'rw' | 'ro';
}

/** A domain; facts that are not among these fields are passed on to the header as they are. */
export interface ScenarioDomain {
  readonly domid: number;
  /** `pv` by default. */
  readonly mode?: 'pv' | 'translated';
  readonly privileged?: boolean;
  readonly directMapped?: boolean;
  /** The number of its frames by default. */
  readonly totPages?: Integer;
  /** Unknown by default, and then no limit. */
  readonly maxPages?: Integer;
  readonly maxGpfn?: Integer;
  readonly frames?: readonly ScenarioFrames[];
  /** The guest memory that is mapped; by default 16 MiB from the scratch address on. */
  readonly regions?: readonly ScenarioRegion[];
  readonly [fact: string]: unknown;
}

export interface ScenarioFacts {
  readonly abi: ArchitectureName;
  /** `xen-4.17` by default. */
  readonly interface?: InterfaceName;
  readonly source?: string;
  /** `maxPage`: the frames of the host; without it nothing can be allocated. */
  readonly host?: { readonly maxPage?: Integer };
  readonly domains: readonly ScenarioDomain[];
  /** Where in guest memory calls put what they do not place themselves; 1 MiB by default. */
  readonly scratch?: Integer;
}

const SCRATCH_SIZE = 1n << 24n;

/** Integers as the capture has them: addresses and frame numbers in hexadecimal. */
const inHex = (facts: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]: [string, unknown]) => [
      name,
      names.includes(name)
        ? hex(value as Integer)
        : typeof value === 'bigint'
          ? Number(value)
          : value,
    ]),
  );

const pagesOf = (frames: readonly ScenarioFrames[]): number =>
  frames.reduce((sum, { count = 1 }) => sum + Number(count), 0);

/** Nothing is left for a replay to find out: what is not given is not so. */
function domainLine(
  { frames = [], regions, ...facts }: ScenarioDomain,
  scratch: bigint,
  isArm: boolean,
) {
  const said = { mode: 'pv', privileged: false, ...(isArm && { directMapped: false }) };
  const mapped = regions ?? [{ start: scratch, end: scratch + SCRATCH_SIZE }];
  return {
    domain: inHex({ totPages: pagesOf(frames), ...said, ...facts }, []),
    regions: mapped.map((r) => ({ access: 'rw', ...inHex(r, ['start', 'end']) })),
    frames: frames.map((run) => inHex(run, ['mfn', 'pfn', 'gfn'])),
  };
}

/** The header of a scenario as a capture has it. */
export function headerLine(facts: ScenarioFacts, scratch: bigint): Record<string, unknown> {
  const { domains, scratch: _, host, ...rest } = facts;
  const lines = domains.map((domain) => domainLine(domain, scratch, facts.abi.startsWith('arm')));
  return {
    kind: 'capture',
    version: 1,
    interface: 'xen-4.17',
    ...rest,
    ...(host && { host: inHex(host, []) }),
    ...(lines.length === 1
      ? lines[0]
      : { domains: lines.map(({ domain, ...memory }) => ({ ...domain, ...memory })) }),
  };
}
