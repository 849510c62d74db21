import { readerOf } from '../reader.js';
import { ObjectError } from '../object-error.js';
import { expandCrel, isCrel, type Relocations } from './crel.js';
import { type Action, type Rule, RULES } from './relocation-rules.js';
import { bytesAt, type Elf, type Section, SHT_REL, SHT_RELA, SHT_SYMTAB } from './elf.js';

/** `st_value` of each symbol, and what 32 bits keep of it. */
interface Symbols {
  readonly values: BigUint64Array;
  readonly low: Uint32Array;
}

/** An object of type units has thousands of tables of relocations, and one of symbols. */
const knownSymbols = new WeakMap<Section, Symbols>();

function symbolsOf(elf: Elf, table: Section): Symbols {
  let symbols = knownSymbols.get(table);
  if (!symbols) {
    const values = symbolValues(elf, table);
    const low = Uint32Array.from(values, (value) => Number(value & 0xffff_ffffn));
    knownSymbols.set(table, (symbols = { values, low }));
  }
  return symbols;
}

function symbolValues(elf: Elf, table: Section): BigUint64Array {
  const entry = elf.wordSize === 8 ? 24 : 16;
  const bytes = bytesAt(elf.source, table.offset, table.size, table.name);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new BigUint64Array(Math.floor(bytes.length / entry));
  for (let i = 0; i < values.length; i++)
    values[i] =
      elf.wordSize === 8
        ? view.getBigUint64(i * entry + 8, true)
        : BigInt(view.getUint32(i * entry + 4, true));
  return values;
}

/** 64 bits, seven in a byte. */
const LONGEST_LEB = 10;

/**
 * A ULEB128 number is rewritten in as many bytes as it has.
 * @returns whether it ends where a number of 64 bits does
 */
function applyUleb(bytes: Uint8Array, at: number, change: (old: bigint) => bigint): boolean {
  const number = bytes.subarray(at, at + LONGEST_LEB);
  const last = number.findIndex((byte) => byte < 0x80);
  if (last < 0) return false;
  let old = 0n;
  for (let i = last; i >= 0; i--) old = (old << 7n) | BigInt(number[i]! & 0x7f);
  let value = change(old);
  for (let i = 0; i <= last; i++, value >>= 7n)
    number[i] = Number(value & 0x7fn) | (i < last ? 0x80 : 0);
  return true;
}

function readBits(view: DataView, at: number, bits: number): bigint {
  if (bits === 64) return view.getBigUint64(at, true);
  if (bits === 32) return BigInt(view.getUint32(at, true));
  if (bits === 16) return BigInt(view.getUint16(at, true));
  return BigInt(view.getUint8(at) & (bits === 6 ? 0x3f : 0xff));
}

function writeBits(view: DataView, at: number, bits: number, value: bigint): void {
  if (bits === 64) view.setBigUint64(at, BigInt.asUintN(64, value), true);
  else if (bits === 32) view.setUint32(at, Number(BigInt.asUintN(32, value)), true);
  else if (bits === 16) view.setUint16(at, Number(BigInt.asUintN(16, value)), true);
  else if (bits === 8) view.setUint8(at, Number(BigInt.asUintN(8, value)));
  else view.setUint8(at, (view.getUint8(at) & 0xc0) | Number(BigInt.asUintN(6, value)));
}

/** The number that a place has after a relocation. */
function changed(action: Action, old: bigint, operand: bigint): bigint {
  if (action.startsWith('set')) return operand;
  return action === 'add' ? old + operand : old - operand;
}

interface Applied {
  readonly bytes: Uint8Array;
  readonly elf: Elf;
  readonly rules: Readonly<Record<number, Rule>>;
  /** The section that is changed. */
  readonly target: string;
}

function relocationsOf(elf: Elf, table: Section): Relocations {
  const bytes = bytesAt(elf.source, table.offset, table.size, table.name);
  return isCrel(table)
    ? expandCrel(bytes, table.name, elf.wordSize)
    : { parts: [bytes], hasAddend: table.type === SHT_RELA };
}

function applyTable(applied: Applied, table: Section): void {
  const { elf } = applied;
  const symbols = elf.sections[table.link];
  if (symbols?.type !== SHT_SYMTAB)
    throw new ObjectError('malformed', table.name, 0, 'has no symbol table');
  const { parts, hasAddend } = relocationsOf(elf, table);
  const its: Table = { ...symbolsOf(elf, symbols), name: table.name, hasAddend };
  let start = 0;
  for (const part of parts) {
    applyPart(applied, its, part, start);
    start += part.length;
  }
}

interface Table extends Symbols {
  readonly name: string;
  readonly hasAddend: boolean;
}

/** Applies a part of a table of relocations, which begins so many bytes into the plain table. */
function applyPart(
  { bytes, elf, rules, target }: Applied,
  { name, hasAddend, values, low }: Table,
  part: Uint8Array,
  start: number,
): void {
  const is64 = elf.wordSize === 8;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const r = readerOf(part, name);
  const fail = (why: string, from: number): ObjectError => r.fail(why, start + from);
  const entries = new DataView(r.bytes.buffer, r.bytes.byteOffset, r.bytes.byteLength);
  const addendAt = (at: number): bigint =>
    is64 ? entries.getBigInt64(at, true) : BigInt(entries.getInt32(at, true));
  const headSize = 2 * elf.wordSize;
  const entrySize = headSize + (hasAddend ? elf.wordSize : 0);
  for (let from = 0; from + entrySize <= r.bytes.length; from += entrySize) {
    r.at = from;
    const at = r.word(elf.wordSize);
    // ELF64_R_TYPE is the low word of r_info, ELF32_R_TYPE its low byte (gABI, "Relocation").
    const info = r.u32();
    const [type, symbol] = is64 ? [info, r.u32()] : [info & 0xff, info >>> 8];
    const rule = rules[type];
    if (!rule) {
      const why = `relocation type ${type} is unknown in ${target}`;
      throw new ObjectError('unsupported', name, start + from, why);
    }
    if (rule[1] === 'none') continue;
    const [bits, action] = rule;
    if (symbol >= values.length) throw fail(`symbol ${symbol} is not in the symbol table`, from);
    if (at + Math.ceil(bits / 8 || 1) > bytes.length)
      throw fail(`a relocation lies beyond the end of ${target}`, from);
    // Most places have 32 bits, and numbers are fast.
    if (bits === 32 && action === 'set') {
      // REL keeps the addend in the place itself.
      const addend = hasAddend ? entries.getInt32(from + headSize, true) : view.getInt32(at, true);
      view.setUint32(at, low[symbol]! + addend, true);
      continue;
    }
    const operand = values[symbol]! + (hasAddend ? addendAt(from + headSize) : 0n);
    const change = (old: bigint): bigint =>
      changed(action, old, operand + (hasAddend || action !== 'set' ? 0n : old));
    if (action.endsWith('uleb')) {
      if (!applyUleb(bytes, at, change)) throw fail('a LEB128 number does not end', from);
    } else writeBits(view, at, bits, change(readBits(view, at, bits)));
  }
}

/** The tables of relocations by the section that they are meant for. */
const knownTables = new WeakMap<Elf, ReadonlyMap<number, readonly Section[]>>();

function tablesOf(elf: Elf): ReadonlyMap<number, readonly Section[]> {
  const known = knownTables.get(elf);
  if (known) return known;
  const tables = new Map<number, Section[]>();
  for (const table of elf.sections) {
    if (table.type !== SHT_RELA && table.type !== SHT_REL && !isCrel(table)) continue;
    const all = tables.get(table.info);
    if (all) all.push(table);
    else tables.set(table.info, [table]);
  }
  knownTables.set(elf, tables);
  return tables;
}

/** Applies to a section's bytes, in place, the relocations that are meant for it. */
export function relocate(elf: Elf, section: Section, bytes: Uint8Array): void {
  const rules = RULES[elf.machine];
  if (!rules) return;
  for (const table of tablesOf(elf).get(section.index) ?? [])
    applyTable({ bytes, elf, rules, target: section.name }, table);
}
