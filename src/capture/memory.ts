/** Guest memory as far as a capture has shown it: sparse pages of known bytes. */

/** Bytes; small, as a capture may have many short fragments far apart. */
const PAGE = 1024;
const SHIFT = BigInt(Math.log2(PAGE));
const OFFSET = BigInt(PAGE - 1);

interface Page {
  readonly bytes: Uint8Array;
  /** 1 where the byte is known. */
  readonly known: Uint8Array;
}

/** Where the known bytes from `from` on end, at `end` at the latest. */
function knownUntil({ known }: Page, from: number, end: number): number {
  // A search through the whole page pays for many bytes only: most reads are of one element.
  if (end - from > 64) {
    const stop = known.indexOf(0, from);
    return stop < 0 || stop > end ? end : stop;
  }
  let at = from;
  while (at < end && known[at] === 1) at++;
  return at;
}

export interface Memory {
  /** Makes bytes known at an address; what was known there before is forgotten. */
  write(address: bigint, bytes: Uint8Array): void;
  /** The known bytes from an address on, up to `size` and up to the first unknown one. */
  read(address: bigint, size: number): Uint8Array;
  /** Makes bytes unknown. */
  forget(address: bigint, size: number): void;
}

export function createMemory(): Memory {
  const pages = new Map<bigint, Page>();
  return {
    write(address, bytes) {
      for (let done = 0; done < bytes.length;) {
        const at = address + BigInt(done);
        const from = Number(at & OFFSET);
        const size = Math.min(PAGE - from, bytes.length - done);
        let page = pages.get(at >> SHIFT);
        if (!page)
          pages.set(
            at >> SHIFT,
            (page = { bytes: new Uint8Array(PAGE), known: new Uint8Array(PAGE) }),
          );
        page.bytes.set(bytes.subarray(done, done + size), from);
        page.known.fill(1, from, from + size);
        done += size;
      }
    },
    forget(address, size) {
      for (let done = 0; done < size;) {
        const at = address + BigInt(done);
        const from = Number(at & OFFSET);
        const part = Math.min(PAGE - from, size - done);
        pages.get(at >> SHIFT)?.known.fill(0, from, from + part);
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
        const part = page.bytes.slice(from, knownUntil(page, from, end));
        if (part.length > 0) parts.push(part);
        total += part.length;
        if (part.length < end - from) break;
      }
      const [first] = parts;
      if (first && parts.length === 1) return first;
      const bytes = new Uint8Array(total);
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      return bytes;
    },
  };
}
