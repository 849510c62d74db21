import type { Bound } from './bound.js';
import type { GuestMemory } from '../guest/memory.js';
import type { P2m, P2mEntry } from './p2m.js';
import { Doubt } from './unknown.js';

/** A virtual NUMA topology. */
export interface Vnuma {
  readonly nodes: number;
  /** The square table, row by row. */
  readonly distances: readonly number[];
  /** The node of each vCPU. */
  readonly vcpus: readonly number[];
  readonly ranges: readonly VnumaRange[];
}
export interface VnumaRange {
  readonly start: bigint;
  readonly end: bigint;
  readonly flags: number;
  readonly nid: number;
}

export interface Domain {
  readonly domid: number;
  /** `pv`: machine frames are the guest's own; `translated`: the P2M stands between. */
  readonly mode: 'pv' | 'translated';
  /** A fact that is only supposed, since nobody told it: no difference is known while it may be wrong. */
  readonly supposed: string | undefined;
  /** Control domain; nothing when nobody knows. */
  isPrivileged: boolean | undefined;
  /** Whether its GFNs equal its MFNs, as Arm's dom0 has it. */
  readonly isDirectMapped: boolean;
  /** Pages owned; nothing when the recorder did not know. */
  totPages: bigint | undefined;
  maxPages: bigint | undefined;
  /** The highest page number that a translated domain ever had, or that a PV domain told. */
  maxGpfn: bigint | undefined;
  /** Pages staked by claim_pages, 0 for none; nothing when nobody knows. */
  claim: bigint | undefined;
  /** Pages owned whose frame numbers nobody can know: the guest could not be told them. */
  anonymous: bigint;
  /** Of a translated domain. */
  readonly p2m: P2m | undefined;
  /**
   * Pinned pages and their frames: by GFN, or by MFN for a PV domain, whose GMFNs are MFNs.
   */
  readonly pins: Map<bigint, bigint>;
  /** Pages of which nobody knows whether they are pinned. */
  readonly doubtfulPins: Map<bigint, true>;
  /** Where the hypervisor's own pages may be mapped, by space and index: as a rule at one place. */
  readonly xenPages: Map<string, readonly bigint[]>;
  /** Those whose reference the guest has dropped for good: by decreasing what led there. */
  readonly droppedPages: Map<string, boolean | 'unknown'>;
  /** Whether nobody knows where the hypervisor's own pages are mapped. */
  areXenPagesLost: boolean;
  /** The E820 entries that set_memory_map left, as bytes; nothing when nobody knows them. */
  memoryMap: Uint8Array | undefined;
  readonly vnuma: Vnuma | undefined;
  /** Frames that its grant table may have; nothing when the recorder did not know. */
  readonly grantFrames: bigint | undefined;
  /** Of its grant table; nothing when nobody knows. */
  grantVersion: 1 | 2 | undefined;
  /** Whether it is the hardware domain; nothing when nobody knows. */
  isHardware: boolean | undefined;
  /** Frames of its grant table, and its page numbers, as far as calls have shown them. */
  grants: Bound;
  gfns: Bound;
  isDying: boolean;
  /** Whether anything may have been done to it that nobody recorded. */
  isLost: boolean;
  readonly memory: GuestMemory;
}

/** Whether it is the control domain. @throws Doubt where nobody knows: it can be, or not */
export function isControlDomain(domain: Domain): boolean {
  if (domain.isPrivileged !== undefined) return domain.isPrivileged;
  const is = (it: boolean) => (): void => {
    domain.isPrivileged = it;
    domain.isHardware ??= it;
  };
  throw new Doubt('the header does not say domain.privileged', [is(false), is(true)]);
}

/** Whether it is the hardware domain. @throws Doubt where nobody knows: it can be, or not */
export function isHardwareDomain(domain: Domain): boolean {
  if (domain.isHardware !== undefined) return domain.isHardware;
  const is = (it: boolean) => (): void => void (domain.isHardware = it);
  throw new Doubt('the header does not say domain.hardwareDomain', [is(false), is(true)]);
}

/** Whether others than the guest's page tables may map its frames: a P2M stands before them. */
export const isExternallyPaged = ({ p2m }: Domain): boolean => p2m !== undefined;

/** Whether an entry leads to a page that others write too. */
export const isOthers = ({ type }: P2mEntry): boolean => type === 'xen' || type === 'foreign';

/** Another page is where a directly mapped guest had one: what is in it, nobody knows. */
export function forgetPage({ isDirectMapped, memory }: Domain, gfn: bigint): void {
  if (isDirectMapped) memory.forget(gfn << 12n, 4096);
}

/** Maps a page into a translated domain. What is the highest ever mapped stays so (measured). */
export function putPage(domain: Domain, gfn: bigint, entry: P2mEntry): void {
  domain.p2m?.set(gfn, entry);
  if (isOthers(entry)) forgetPage(domain, gfn);
  if (domain.maxGpfn !== undefined && gfn > domain.maxGpfn) domain.maxGpfn = gfn;
}

/** The frame behind a page number that the domain names: its P2M's, or the frame itself. */
export const frameAt = (domain: Domain, gmfn: bigint): bigint | undefined =>
  domain.p2m ? domain.p2m.get(gmfn)?.mfn : gmfn;
