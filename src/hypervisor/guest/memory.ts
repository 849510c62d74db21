import { createMemory, type KnownRun, type Memory } from '../../capture/index.js';
import type { Journal } from '../state/journal.js';
import { UnknownMemory } from '../state/unknown.js';

export interface Region {
  readonly start: bigint;
  /** Exclusive. */
  readonly end: bigint;
  readonly access: 'rw' | 'ro';
}

export interface GuestMemoryOptions {
  /** What goes before the regions: addresses that fault nevertheless, or are mapped all the same. */
  readonly accessAt?: (address: bigint) => 'none' | 'rw' | undefined;
  /** How many of these bytes a copy gets through: the seam at which faults are injected. */
  readonly allow?: (size: number, isWrite: boolean) => number;
  /** How many bits of an address are looked at, the highest of them being repeated above. */
  readonly addressBits?: number | undefined;
  /** Whether an integer is written at once even across pages. */
  readonly writesAcrossPages?: boolean;
  /** Takes writes back. */
  readonly journal?: Journal | undefined;
}

/** A guest's address space, reached as the hypervisor reaches it: any byte can fault. */
export interface GuestMemory {
  /** The bytes, or nothing when any of them faults. @throws UnknownMemory */
  read(address: bigint, size: number): Uint8Array | undefined;
  /** Writes up to the first byte that faults, but no part of an integer; tells whether all were. */
  write(address: bigint, bytes: Uint8Array): boolean;
  /** Writes bytes that nobody knows, as far as they can be written; tells whether all were. */
  blur(address: bigint, size: number): boolean;
  /** Whether a write would get through, no fault being injected. */
  isWritable(address: bigint, size: number): boolean;
  /** Whether an address is in a region, whatever is there. */
  isMapped(address: bigint): boolean;
  /** Makes bytes known that the guest itself, or the recorder, put there. */
  show(address: bigint, bytes: Uint8Array): void;
  /** The guest has run since: what is known by now, it may have changed. */
  age(): void;
  /** Where the first byte was read that is known from before `age` only, if any. */
  readonly stale: bigint | undefined;
  /** Makes bytes unknown: the hypervisor wrote there what nobody recorded. */
  forget(address: bigint, size: number): void;
  /** The known bytes from an address on, whatever the hypervisor may reach. */
  peek(address: bigint, size: number): Uint8Array;
  /** Whether nobody said what is mapped. */
  readonly isUnregioned: boolean;
  /** Told of each copy from memory (`isWrite`: to it, or that it could be) while somebody listens. */
  listener: ((address: bigint, size: number, isWrite: boolean) => void) | undefined;
  /** All that is known of a part of memory. */
  runs(address: bigint, size: number): Iterable<KnownRun>;
}

const PAGE = 4096;

interface Place {
  readonly address: bigint;
  size: number;
}

interface Overwritten extends Place {
  readonly of: Memory;
  readonly runs: readonly KnownRun[];
}

/**
 * Whether a copy is a single access, which happens or faults: an integer inside a page, or even
 * across two. So no guest sees half of nr_exchanged, as long as the argument is aligned.
 */
const isOneAccess = (address: bigint, size: number, isAcross: boolean): boolean =>
  size <= 8 && (isAcross || Number(address & 0xfffn) + size <= PAGE);

/** Finds the region of an address; no two of them overlap. */
function regionFinder(regions: readonly Region[]): (at: bigint) => Region | undefined {
  const sorted = regions
    .filter(({ start, end }) => end > start)
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return (at) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start <= at) low = middle + 1;
      else high = middle;
    }
    const region = sorted[low - 1];
    return region && at < region.end ? region : undefined;
  };
}

/**
 * @param regions what is mapped; nothing when the recorder did not know: then what is known
 * is mapped, and of the rest nothing can be said
 */
export function createGuestMemory(
  regions: readonly Region[] | undefined,
  {
    accessAt = () => undefined,
    allow = (size) => size,
    addressBits,
    writesAcrossPages = false,
    journal,
  }: GuestMemoryOptions = {},
): GuestMemory {
  let known = createMemory();
  /** What was known before `age`, and where bytes became known since. */
  const earlier = createMemory();
  let learnt: Place[] | undefined;
  let stale: bigint | undefined;
  /** What was known where the hypervisor wrote. */
  let overwritten: Overwritten[] = [];
  journal?.also(() => {
    overwritten = [];
    return () => {
      for (const { of, address, size, runs } of overwritten.toReversed()) {
        of.forget(address, size);
        for (const run of runs) of.write(run.address, run.bytes);
      }
    };
  });
  const keep = (of: Memory, address: bigint, size: number): void => {
    if (journal) overwritten.push({ of, address, size, runs: [...of.runs(address, size)] });
  };
  function learn(address: bigint, bytes: Uint8Array): void {
    known.write(address, bytes);
    const last = learnt?.at(-1);
    if (last && last.address + BigInt(last.size) === address) last.size += bytes.length;
    else learnt?.push({ address, size: bytes.length });
  }

  /** Bytes of which some are known from before only: they are taken to be as they were. */
  function recall(at: bigint, size: number): Uint8Array {
    const missing: KnownRun[] = [];
    for (let done = known.read(at, size).length; done < size;) {
      const address = at + BigInt(done);
      const bytes = earlier.read(address, 1);
      if (bytes.length === 0) throw new UnknownMemory(address);
      missing.push({ address, bytes });
      done += 1 + known.read(address + 1n, size - done - 1).length;
    }
    stale ??= missing[0]?.address;
    for (const { address, bytes } of missing) {
      keep(known, address, 1);
      learn(address, bytes);
    }
    return known.read(at, size);
  }

  const find = regions && regionFinder(regions);
  const placeOf = (address: bigint): bigint =>
    addressBits === undefined
      ? BigInt.asUintN(64, address)
      : BigInt.asUintN(64, BigInt.asIntN(addressBits, address));

  /** Where what can be reached from an address on ends, its page at the most. */
  function mappedUntil(at: bigint, isWrite: boolean): bigint | undefined {
    const access = accessAt(at);
    if (access === 'none') return undefined;
    const end = (at | 0xfffn) + 1n;
    if (access === 'rw') return end;
    if (!find) {
      if (known.read(at, 1).length === 0) recall(at, 1);
      return end;
    }
    const region = find(at);
    if (!region || (isWrite && region.access === 'ro')) return undefined;
    return region.end < end ? region.end : end;
  }

  /** How many of the bytes can be reached, page by page; a region may end inside one. */
  function reach(address: bigint, size: number, isWrite: boolean): number {
    let done = 0;
    while (done < size) {
      const at = placeOf(address + BigInt(done));
      const end = mappedUntil(at, isWrite);
      if (end === undefined) return done;
      done += Number(end - at);
    }
    return size;
  }

  /** How many of the bytes a copy to the guest writes. */
  function writable(address: bigint, size: number): number {
    const most = Math.min(reach(address, size, true), allow(size, true));
    return most < size && isOneAccess(placeOf(address), size, writesAcrossPages) ? 0 : most;
  }

  const memory: GuestMemory = {
    isUnregioned: regions === undefined,
    listener: undefined,
    read(address, size) {
      journal?.budget.spend();
      const got = Math.min(reach(address, size, false), allow(size, false));
      if (got < size) return undefined;
      const bytes = known.read(placeOf(address), size);
      memory.listener?.(placeOf(address), size, false);
      return bytes.length < size ? recall(placeOf(address), size) : bytes;
    },
    write(address, bytes) {
      journal?.budget.spend();
      const at = placeOf(address);
      const got = writable(address, bytes.length);
      keep(known, at, got);
      if (got > 0) learn(at, bytes.subarray(0, got));
      memory.listener?.(at, got, true);
      return got === bytes.length;
    },
    blur(address, size) {
      const got = writable(address, size);
      memory.listener?.(placeOf(address), size, true);
      memory.forget(address, got);
      return got === size;
    },
    isWritable(address, size) {
      memory.listener?.(placeOf(address), size, true);
      return reach(address, size, true) >= size;
    },
    isMapped: (address) => find?.(placeOf(address)) !== undefined,
    show: (address, bytes) => learn(placeOf(address), bytes),
    age() {
      for (const { address, size } of learnt ?? [])
        for (const run of known.runs(address, size)) earlier.write(run.address, run.bytes);
      known = createMemory();
      [learnt, overwritten, stale] = [[], [], undefined];
    },
    get stale() {
      return stale;
    },
    forget(address, size) {
      for (const of of [known, earlier]) {
        keep(of, placeOf(address), size);
        of.forget(placeOf(address), size);
      }
    },
    peek: (address, size) => known.read(placeOf(address), size),
    runs: (address, size) => known.runs(placeOf(address), size),
  };
  return memory;
}
