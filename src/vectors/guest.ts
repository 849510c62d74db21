import type { InterfaceName } from '../../abi/index.js';
import type { CaptureHeader } from '../capture/index.js';
import { hex } from '../codec/index.js';
import type { Abi, ArchitectureName } from '../layout/index.js';

/** Where a guest's memory of each kind begins, in bytes from its base; holes between them. */
export const AREA = 0x10000;
export const READ_WRITE = 0;
export const READ_ONLY = 4 * AREA;
export const HOLE = 5 * AREA;
/** Half areas, each with a hole after it. */
export const ENDS = 6 * AREA;

/** The domains of call vectors: a privileged one, and one without privilege. */
export const CONTROL = 0;
export const ORDINARY = 1;

/** The frames of each domain: where they begin, which of them are in use, and how many. */
export const FRAMES = {
  [CONTROL]: { mfn: 0x40000n, inUse: 0x100n, count: 0x100000n },
  [ORDINARY]: { mfn: 0x0n, inUse: 0x1000n, count: 0x40000n },
} as const;

/** 16 GiB: address_bits from 34 on are no limit. Below 2^24 bytes every frame is in use. */
const MAX_PAGE = 0x400000;

/** What call vectors are about: two domains on a host, as a capture's header tells of them. */
export interface Guest {
  readonly abi: Abi;
  readonly interface: InterfaceName;
  readonly mode: 'pv' | 'translated';
  /** A 32-bit PV guest, whose calls go through the compat layer. */
  readonly isCompat: boolean;
  readonly isDirectMapped: boolean;
  /** Where the guest's memory begins. */
  readonly base: bigint;
  /** An address that the hypervisor does not take for the guest's. */
  readonly forbidden: bigint;
  readonly header: CaptureHeader;
}

const BASES: Partial<Record<ArchitectureName, readonly [base: bigint, forbidden: bigint]>> = {
  x86_64: [0xffffffff80000000n, 0xffff830000000000n],
  x86_32: [0xc0000000n, 0xf6000000n],
  arm64: [0x40000000n, 0x3000000000n],
  arm32: [0x40000000n, 0x30000000n],
};

/** The architectures whose guests the executor models. */
export const modelled: readonly string[] = Object.freeze(Object.keys(BASES));

function regionsFrom(base: bigint): object[] {
  const region = (from: number, size: number, access: string): object => ({
    start: hex(base + BigInt(from)),
    end: hex(base + BigInt(from + size)),
    access,
  });
  return [
    region(READ_WRITE, 4 * AREA, 'rw'),
    region(READ_ONLY, AREA, 'ro'),
    ...[0, 1, 2, 3].map((i) => region(ENDS + i * AREA, AREA / 2, 'rw')),
  ];
}

function framesOf(domid: typeof CONTROL | typeof ORDINARY, mode: Guest['mode']): object[] {
  const { mfn, inUse, count } = FRAMES[domid];
  // The control domain's GFNs equal its MFNs.
  const gfn = domid === CONTROL ? mfn : FRAMES[CONTROL].mfn;
  if (mode === 'translated') return [{ gfn: hex(gfn), count: Number(count), mfn: hex(mfn) }];
  return [
    { mfn: hex(mfn), count: Number(inUse), pfn: '0x0', mapped: true },
    { mfn: hex(mfn + inUse), count: Number(count - inUse), pfn: hex(inUse), mapped: false },
  ];
}

/** @throws RangeError for an architecture whose guests the executor does not model */
export function createGuest(abi: Abi, interfaceName: InterfaceName, source: string): Guest {
  const place = BASES[abi.name as ArchitectureName];
  if (!place) throw new RangeError(`no guests of ${abi.name} are modelled`);
  const [base, forbidden] = place;
  const mode = abi.name.startsWith('x86') ? 'pv' : 'translated';
  // The dom0 of a real Xen on Arm; exchanging pages for others would be at odds with it.
  const isDirectMapped = mode === 'translated' && interfaceName !== 'pin-v4';
  const domain = (domid: typeof CONTROL | typeof ORDINARY): object => ({
    domid,
    mode,
    privileged: domid === CONTROL,
    ...(mode === 'translated' && { directMapped: domid === CONTROL && isDirectMapped }),
    totPages: Number(FRAMES[domid].count),
    maxPages: Number(FRAMES[domid].count) + 0x30000,
    maxGpfn: mode === 'pv' ? 0 : Number(FRAMES[CONTROL].mfn + FRAMES[domid].count) - 1,
    regions: regionsFrom(base),
    frames: framesOf(domid, mode),
  });
  const raw = {
    kind: 'capture',
    version: 1,
    abi: abi.name,
    interface: interfaceName,
    source,
    host: { maxPage: MAX_PAGE },
    domains: [domain(CONTROL), domain(ORDINARY)],
  };
  const header = { abi: abi.name as ArchitectureName, interface: interfaceName, source, raw };
  const isCompat = abi.name === 'x86_32';
  return { abi, interface: interfaceName, mode, isCompat, isDirectMapped, base, forbidden, header };
}
