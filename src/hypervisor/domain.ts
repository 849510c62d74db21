import type { GuestMemory } from './guest-memory.js';
import type { P2m } from './p2m.js';

export interface Domain {
  readonly domid: number;
  /** `pv`: machine frames are the guest's own; `translated`: the P2M stands between. */
  readonly mode: 'pv' | 'translated';
  /** Hardware and control domain. */
  readonly isPrivileged: boolean;
  /** Whether its GFNs equal its MFNs, as Arm's dom0 has it. */
  readonly isDirectMapped: boolean;
  /** Pages owned; nothing when the recorder did not know. */
  totPages: bigint | undefined;
  readonly maxPages: bigint | undefined;
  readonly maxGpfn: bigint | undefined;
  /** Pages staked by claim_pages, 0 for none. */
  claim: bigint;
  /** Pages owned whose frame numbers nobody can know: the guest could not be told them. */
  anonymous: bigint;
  /** Of a translated domain. */
  readonly p2m: P2m | undefined;
  /**
   * Pinned pages and their frames: by GFN, or by MFN for a PV domain, whose GMFNs are MFNs.
   */
  readonly pins: Map<bigint, bigint>;
  /** Where the hypervisor's own pages are mapped, by space and index. */
  readonly xenPages: Map<string, bigint>;
  isDying: boolean;
  readonly memory: GuestMemory;
}

/** The frame behind a page number that the domain names: its P2M's, or the frame itself. */
export const frameAt = (domain: Domain, gmfn: bigint): bigint | undefined =>
  domain.p2m ? domain.p2m.get(gmfn)?.mfn : gmfn;
