import { createMemory, type Memory } from '../../capture/index.js';
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
  /** Makes bytes unknown: the hypervisor wrote there what nobody recorded. */
  forget(address: bigint, size: number): void;
  /** The known bytes from an address on, whatever the hypervisor may reach. */
  peek(address: bigint, size: number): Uint8Array;
  /** Whether nobody said what is mapped. */
  readonly isUnregioned: boolean;
  /** Told of each copy from memory (`isWrite`: to it) while somebody listens. */
  listener: ((address: bigint, size: number, isWrite: boolean) => void) | undefined;
  /** All that is known of a part of memory. */
  runs(address: bigint, size: number): Iterable<Run>;
}

const PAGE = 4096;

/** Bytes that lie together. */
interface Run {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

interface Overwritten {
  readonly address: bigint;
  readonly size: number;
  readonly runs: readonly Run[];
}

/** What is known of a part of memory. */
function* knownRuns(known: Memory, address: bigint, size: number): Generator<Run> {
  for (let done = 0; done < size;) {
    const at = address + BigInt(done);
    const bytes = known.read(at, size - done);
    if (bytes.length > 0) yield { address: at, bytes };
    done += bytes.length + 1;
  }
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
  const known = createMemory();
  /** What was known where the hypervisor wrote. */
  let overwritten: Overwritten[] = [];
  journal?.also(() => {
    overwritten = [];
    return () => {
      for (const { address, size, runs } of overwritten.toReversed()) {
        known.forget(address, size);
        for (const run of runs) known.write(run.address, run.bytes);
      }
    };
  });
  const keep = (address: bigint, size: number): void => {
    if (journal) overwritten.push({ address, size, runs: [...knownRuns(known, address, size)] });
  };

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
      if (known.read(at, 1).length === 0) throw new UnknownMemory(at);
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
      if (bytes.length < size) throw new UnknownMemory(address + BigInt(bytes.length));
      memory.listener?.(placeOf(address), size, false);
      return bytes;
    },
    write(address, bytes) {
      journal?.budget.spend();
      const at = placeOf(address);
      const got = writable(address, bytes.length);
      keep(at, got);
      if (got > 0) known.write(at, bytes.subarray(0, got));
      memory.listener?.(at, got, true);
      return got === bytes.length;
    },
    blur(address, size) {
      const got = writable(address, size);
      memory.forget(address, got);
      return got === size;
    },
    isWritable: (address, size) => reach(address, size, true) >= size,
    isMapped: (address) => find?.(placeOf(address)) !== undefined,
    show: (address, bytes) => known.write(placeOf(address), bytes),
    forget(address, size) {
      keep(placeOf(address), size);
      known.forget(placeOf(address), size);
    },
    peek: (address, size) => known.read(placeOf(address), size),
    runs: (address, size) => knownRuns(known, placeOf(address), size),
  };
  return memory;
}
