import type { InterfaceName } from '../../../abi/index.js';
import { codec } from '../../../src/index.js';
import {
  type AllocationRequest,
  createMachine,
  type Domain,
  heapChoices,
  type Host,
  type Machine,
  setUp,
  UnknownFact,
  UnknownMemory,
} from '../../../src/hypervisor/index.js';

/** What goes wrong during one call, apart from what the guest sent. */
export interface Trouble {
  /** The byte of all that the call copies at which a copy faults, and whether all later ones do. */
  readonly fault?: { readonly at: number; readonly isLasting: boolean } | undefined;
  /** The allocation that fails, counted from 0. */
  readonly refuse?: number | undefined;
  /** Whether the n-th chance of a preemption is taken. */
  readonly preempt?: readonly boolean[] | undefined;
  /** The copy or allocation of which the outcome cannot be told, counted from 0. */
  readonly unknown?: number | undefined;
}

/** What the hypervisor did through its seams during one call. */
export interface Seams {
  trouble: Trouble;
  copied: number;
  allocations: number;
  chances: number;
  /** Whether a copy was made to fault. */
  hasFaulted: boolean;
  /** Whether the last copy did: that of an exchange which gets so far is nr_exchanged. */
  hasLastFaulted: boolean;
  /** Copies and allocations. */
  asked: number;
  /** Frames handed out that were not free. */
  readonly stolen: string[];
}

/** A host with guests of every kind, and the seams by which a test troubles it. */
export interface World {
  readonly host: Host;
  /** By domain: guests of different widths run on one host. */
  readonly machines: ReadonlyMap<number, Machine>;
  readonly seams: Seams;
  /** References that the test holds, as a grant mapped elsewhere does. */
  readonly held: Map<bigint, number>;
}

/** Guest memory, the same in every domain: what a call may use, and what it may not write. */
export const RAM = { start: 0x100000n, end: 0x101000n } as const;
export const READ_ONLY = { start: 0x108000n, end: 0x108400n } as const;
/** Hypervisor memory that a guest's page tables do map: only a check keeps the guest from it. */
export const HYPERVISOR = {
  x86_64: { start: 0xffff800000000000n, end: 0xffff800000000400n },
  x86_32: { start: 0xf5800000n, end: 0xf5800400n },
} as const;

const own = [
  { ...RAM, access: 'rw' },
  { ...READ_ONLY, access: 'ro' },
];
const hypervisors = Object.values(HYPERVISOR).map((region) => ({ ...region, access: 'rw' }));
const regions = [...own, ...hypervisors];

export const MAX_PAGE = 0x400n;

export interface Guest {
  readonly domid: number;
  readonly abi: 'x86_64' | 'x86_32' | 'arm64';
  readonly mode: 'pv' | 'translated';
  readonly privileged?: boolean;
  readonly directMapped?: boolean;
  readonly totPages: number;
  readonly maxPages: number;
  readonly grantFrames?: number;
  readonly frames: readonly Readonly<Record<string, number | boolean>>[];
}

const guest = (domid: number, mode: Guest['mode'], abi: Guest['abi'], mfn: number): Guest => ({
  domid,
  mode,
  abi,
  totPages: 48,
  maxPages: 64,
  grantFrames: 4,
  frames: [{ mfn, count: 48, ...(mode === 'pv' ? { pfn: 0 } : { gfn: 0x100 }) }],
});

export const HOSTS: Readonly<Record<'x86' | 'arm', readonly Guest[]>> = {
  x86: [
    {
      ...guest(0, 'pv', 'x86_64', 0x100),
      privileged: true,
      totPages: 52,
      frames: [
        { mfn: 0x100, count: 48, pfn: 0 },
        { mfn: 0x130, count: 4, pfn: 0x30, mapped: true },
      ],
    },
    guest(1, 'pv', 'x86_64', 0x180),
    guest(2, 'pv', 'x86_32', 0x1c0),
    guest(3, 'translated', 'x86_64', 0x200),
    guest(4, 'translated', 'x86_64', 0x240),
  ],
  arm: [
    {
      ...guest(0, 'translated', 'arm64', 0x100),
      privileged: true,
      directMapped: true,
      frames: [{ gfn: 0x100, count: 48 }],
    },
    guest(1, 'translated', 'arm64', 0x200),
    guest(2, 'translated', 'arm64', 0x240),
  ],
};

const pages = (first: bigint, order: number): bigint[] =>
  Array.from({ length: 2 ** order }, (_, i) => first + BigInt(i));

function ask(seams: Seams): void {
  const at = seams.asked++;
  if (at !== seams.trouble.unknown) return;
  throw at % 2 === 0 ? new UnknownFact('nobody knows') : new UnknownMemory(0n);
}

/** How many bytes of a copy get through. */
function allow(seams: Seams, size: number): number {
  ask(seams);
  const { fault } = seams.trouble;
  seams.hasLastFaulted = false;
  const from = seams.copied;
  seams.copied += size;
  if (!fault || seams.copied <= fault.at || (seams.hasFaulted && !fault.isLasting)) return size;
  seams.hasFaulted = true;
  seams.hasLastFaulted = true;
  return Math.max(0, fault.at - from);
}

function allocate(host: Host, seams: Seams, request: AllocationRequest) {
  ask(seams);
  if (seams.allocations++ === seams.trouble.refuse) return undefined;
  const first = heapChoices(host.heap!).allocate(request);
  if (typeof first !== 'bigint') return first;
  for (const mfn of pages(first, request.order)) {
    const owner = host.frames.get(mfn)?.owner;
    if (owner !== undefined) seams.stolen.push(`frame ${mfn} of domain ${owner}`);
    for (const { domid, pins } of host.domains.values())
      if ([...pins.values()].includes(mfn)) seams.stolen.push(`frame ${mfn}, pinned by ${domid}`);
  }
  return first;
}

/** A new host; guests can be given other than the usual ones. */
export function createWorld(
  guests: readonly Guest[],
  api: InterfaceName,
  maxPage: bigint = MAX_PAGE,
  { undo = false }: { readonly undo?: boolean } = {},
): World {
  const seams: Seams = {
    trouble: {},
    copied: 0,
    allocations: 0,
    chances: 0,
    hasFaulted: false,
    hasLastFaulted: false,
    asked: 0,
    stolen: [],
  };
  const header = {
    host: { maxPage: Number(maxPage) },
    // On Arm nothing but the page tables keeps a guest from the hypervisor.
    regions: (guests[0]?.abi === 'arm64' ? own : regions).map((r) => ({
      ...r,
      start: String(r.start),
      end: String(r.end),
    })),
    domains: guests,
  };
  const host = setUp(header, { heap: true, undo, allow: (size) => allow(seams, size) });
  const machines = guests.map(({ domid, abi }): readonly [number, Machine] => [
    domid,
    createMachine(host, { abi, interface: api }, codec, () => ({
      allocate: (request) => allocate(host, seams, request),
      preempt: () => seams.trouble.preempt?.[seams.chances++] ?? false,
    })),
  ]);
  for (const { memory } of host.domains.values())
    for (const { start, end } of regions) memory.show(start, new Uint8Array(Number(end - start)));
  return { host, machines: new Map(machines), seams, held: new Map() };
}

/** Sets the seams for the next call. */
export function troubleWith({ seams }: World, trouble: Trouble): void {
  Object.assign(seams, { trouble, copied: 0, allocations: 0, chances: 0, asked: 0 });
  Object.assign(seams, { hasFaulted: false, hasLastFaulted: false });
  seams.stolen.length = 0;
}

export const guestOf = ({ host }: World, domid: number): Domain => {
  const domain = host.domains.get(domid);
  if (!domain) throw new Error(`there is no domain ${domid}`);
  return domain;
};
