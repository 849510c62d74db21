/** Guest memory as far as a capture has shown it: sparse pages of known bytes. */

/** Bytes; small, as a capture may have many short fragments far apart. */
const PAGE = 256;
const SHIFT = BigInt(Math.log2(PAGE));
const OFFSET = BigInt(PAGE - 1);

/** One run of known bytes, as most pages have and short ones cost little by. */
interface Run {
  /** Bytes from the start of the page to the first known one. */
  readonly from: number;
  readonly bytes: Uint8Array;
  readonly known?: undefined;
}

/** Any bytes of a page. */
interface Whole {
  readonly from: 0;
  readonly bytes: Uint8Array;
  /** 1 where the byte is known. */
  readonly known: Uint8Array;
}

type Page = Run | Whole;

function whole(page: Page): Whole {
  if (page.known) return page;
  const { from, bytes } = page;
  const all = { from: 0, bytes: new Uint8Array(PAGE), known: new Uint8Array(PAGE) } as const;
  all.bytes.set(bytes, from);
  all.known.fill(1, from, from + bytes.length);
  return all;
}

/** Where the known bytes from `from` on end, at `end` at the latest. */
function knownUntil(page: Page, from: number, end: number): number {
  if (!page.known) {
    const stop = page.from + page.bytes.length;
    return from < page.from || from > stop ? from : Math.min(stop, end);
  }
  const { known } = page;
  // A search through the whole page pays for many bytes only: most reads are of one element.
  if (end - from > 64) {
    const stop = known.indexOf(0, from);
    return stop < 0 || stop > end ? end : stop;
  }
  let at = from;
  while (at < end && known[at] === 1) at++;
  return at;
}

/** A page with bytes written to it: a run still where it has none but them, or they are in it. */
function written(page: Page | undefined, from: number, bytes: Uint8Array): Page {
  const end = from + bytes.length;
  if (page && !page.known) {
    const stop = page.from + page.bytes.length;
    if (from >= page.from && end <= stop) {
      page.bytes.set(bytes, from - page.from);
      return page;
    }
    if (from > page.from || end < stop) return written(whole(page), from, bytes);
  }
  if (!page?.known) return { from, bytes: bytes.slice() };
  page.bytes.set(bytes, from);
  page.known.fill(1, from, end);
  return page;
}

/** The first known byte of a page from `from` on; its end where there is none. */
function knownFrom(page: Page, from: number): number {
  const stop = page.from + page.bytes.length;
  if (!page.known) return from >= stop ? PAGE : Math.max(from, page.from);
  const at = page.known.indexOf(1, from);
  return at < 0 ? PAGE : at;
}

/** Known bytes that lie together. */
export interface KnownRun {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

export interface Memory {
  /** Makes bytes known at an address; what was known there before is forgotten. */
  write(address: bigint, bytes: Uint8Array): void;
  /** The known bytes from an address on, up to `size` and up to the first unknown one. */
  read(address: bigint, size: number): Uint8Array;
  /** All known bytes of a part of memory, however large: it takes time for what is known alone. */
  runs(address: bigint, size: number): Iterable<KnownRun>;
  /** Makes bytes unknown. */
  forget(address: bigint, size: number): void;
}

export function createMemory(): Memory {
  const pages = new Map<bigint, Page>();

  /** The numbers of the pages that there are from one to another, in their order. */
  function* numbers(first: bigint, last: bigint): Generator<bigint> {
    if (last - first < pages.size) for (let at = first; at <= last; at++) yield at;
    else
      yield* [...pages.keys()]
        .filter((at) => at >= first && at <= last)
        .sort((a, b) => (a < b ? -1 : 1));
  }

  const memory: Memory = {
    *runs(address, size) {
      const end = address + BigInt(size);
      let at = address;
      for (const number of numbers(address >> SHIFT, (end - 1n) >> SHIFT)) {
        const start = number << SHIFT;
        for (let page = pages.get(number); page; page = pages.get(number)) {
          const from = at > start ? Number(at - start) : 0;
          const known = from < PAGE ? knownFrom(page, from) : PAGE;
          if (known >= PAGE || start + BigInt(known) >= end) break;
          at = start + BigInt(known);
          const bytes = memory.read(at, Number(end - at));
          yield { address: at, bytes };
          at += BigInt(bytes.length);
        }
      }
    },
    write(address, bytes) {
      for (let done = 0; done < bytes.length;) {
        const at = address + BigInt(done);
        const from = Number(at & OFFSET);
        const size = Math.min(PAGE - from, bytes.length - done);
        const page = pages.get(at >> SHIFT);
        const now = written(page, from, bytes.subarray(done, done + size));
        if (now !== page) pages.set(at >> SHIFT, now);
        done += size;
      }
    },
    forget(address, size) {
      for (let done = 0; done < size;) {
        const at = address + BigInt(done);
        const from = Number(at & OFFSET);
        const part = Math.min(PAGE - from, size - done);
        const page = pages.get(at >> SHIFT);
        if (page) {
          const rest = whole(page);
          rest.known.fill(0, from, from + part);
          pages.set(at >> SHIFT, rest);
        }
        done += part;
      }
    },
    read(address, size) {
      const parts: Uint8Array[] = [];
      let total = 0;
      while (total < size) {
        const at = address + BigInt(total);
        const page = pages.get(at >> SHIFT);
        if (!page) break;
        const from = Number(at & OFFSET);
        const end = Math.min(PAGE, from + size - total);
        const part = page.bytes.subarray(from - page.from, knownUntil(page, from, end) - page.from);
        if (part.length > 0) parts.push(part);
        total += part.length;
        if (part.length < end - from) break;
      }
      const bytes = new Uint8Array(total);
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      return bytes;
    },
  };
  return memory;
}
