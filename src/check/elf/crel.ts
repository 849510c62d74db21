import { type Reader, readerOf } from '../reader.js';
import type { Section } from './elf.js';

/** Compact relocations: the number of the gABI, and the one of LLVM's trial. */
const SHT_CREL: ReadonlySet<number> = new Set([20, 0x4000_0014]);
export const isCrel = ({ type }: Section): boolean => SHT_CREL.has(type);

/** A table of relocations as `Elf_Rel` or `Elf_Rela` has them, in parts of whole entries. */
export interface Relocations {
  readonly parts: Iterable<Uint8Array>;
  readonly hasAddend: boolean;
}

/** Entries that are expanded at once: one byte can stand for one of 24 bytes. */
const AT_ONCE = 2 ** 14;

/** In the header, and with an entry that changes the addend. */
const ADDEND = 4;
const TYPE = 2;
const SYMBOL = 1;

/** Steps of offsets that an entry begins with: beside its flags, and in a number after them. */
function offsetStep(r: Reader, first: number, flags: number): number {
  const own = (first & 0x7f) >> flags;
  return first < 0x80 ? own : own + r.uleb() * 2 ** (7 - flags);
}

/**
 * Compact relocations as the plain ones that they stand for, to be read once. Every entry has what
 * changed since the one before (gABI, "Relocation", SHT_CREL).
 * @throws ObjectError, also while the parts are read, when there are fewer than the header says
 */
export function expandCrel(crel: Uint8Array, section: string, wordSize: 4 | 8): Relocations {
  const r = readerOf(crel, section);
  const header = r.uleb();
  const hasAddend = (header & ADDEND) !== 0;
  const [shift, flags] = [header & 3, hasAddend ? 3 : 2];
  const count = Math.floor(header / 8);
  // An entry has at least a byte.
  if (count > crel.length - r.at) throw r.fail(`${count} relocations do not fit`, 0);
  // ELF64_R_SYM is the high word of r_info, ELF32_R_SYM all but its low byte.
  const symbolAt = wordSize === 8 ? 32n : 8n;
  const entry = wordSize * (hasAddend ? 3 : 2);
  const wrapped = (value: number | bigint): bigint => BigInt.asUintN(wordSize * 8, BigInt(value));
  let [steps, symbol, type, addend] = [0, 0, 0, 0];
  function part(entries: number): Uint8Array {
    const bytes = new Uint8Array(entries * entry);
    const view = new DataView(bytes.buffer);
    const put = (at: number, value: bigint): void =>
      wordSize === 8 ? view.setBigUint64(at, value, true) : view.setUint32(at, Number(value), true);
    for (let at = 0; at < bytes.length; at += entry) {
      const first = r.u8();
      steps += offsetStep(r, first, flags);
      if ((first & SYMBOL) !== 0) symbol += r.sleb();
      if ((first & TYPE) !== 0) type += r.sleb();
      if (hasAddend && (first & ADDEND) !== 0) addend += r.sleb();
      put(at, wrapped(steps * 2 ** shift));
      put(at + wordSize, wrapped((BigInt(symbol) << symbolAt) + BigInt(type)));
      if (hasAddend) put(at + 2 * wordSize, wrapped(addend));
    }
    return bytes;
  }
  function* parts(): Generator<Uint8Array> {
    for (let left = count; left > 0; left -= AT_ONCE) yield part(Math.min(left, AT_ONCE));
  }
  return { parts: parts(), hasAddend };
}
