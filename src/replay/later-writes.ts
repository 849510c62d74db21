import {
  hypercalls,
  MEMOP_CMD_MASK,
  MEMOP_EXTENT_SHIFT,
  multicall_entry,
  xen_add_to_physmap,
  xen_add_to_physmap_batch,
  xen_memory_domain,
  xen_memory_exchange,
  xen_memory_reservation,
  xen_remove_from_physmap,
} from '../../abi/index.js';
import type { Call, Memory } from '../capture/index.js';
import type { StructType } from '../schema/index.js';
import { fieldSlot } from '../hypervisor/guest/call.js';
import { isCompat } from '../hypervisor/guest/handles.js';
import type { Machine } from '../hypervisor/machine.js';
import { countOf, resultSlot } from '../hypervisor/multicall.js';
import type { Slot } from '../hypervisor/oracle.js';
import type { Domain } from '../hypervisor/state/domain.js';
import { writtenLists } from './written-lists.js';
import { littleEndian } from '../codec/index.js';

/*
 * A multicall's line shows memory after its last entry. What an entry told the guest, a later one
 * may have written upon: of such bytes the line says nothing about the earlier entry.
 */

/** Bytes that an entry may have written, or of which its argument is made. */
interface Range {
  readonly entry: number;
  readonly isWritten: boolean;
  readonly start: bigint;
  /** Exclusive. */
  readonly end: bigint;
}

/** One entry as guest memory has it before the multicall. */
interface Planned {
  /** Where it is. */
  readonly at: bigint;
  readonly number: number;
  readonly args: readonly bigint[];
  /** What it returned, as far as that is seen. */
  readonly result: bigint | undefined;
}

/** Arguments of which no command writes any field. */
const ONLY_READ: ReadonlySet<StructType> = new Set([
  xen_memory_reservation,
  xen_memory_domain,
  xen_add_to_physmap,
  xen_add_to_physmap_batch,
  xen_remove_from_physmap,
]);

/** What a command may have written into its argument, and to the lists that this names. */
export function* writtenBy(
  { abi, codec, commands }: Pick<Machine, 'abi' | 'codec' | 'commands'>,
  caller: Domain,
  { args: [word = 0n, argument = 0n], result }: Pick<Planned, 'args' | 'result'>,
): Generator<Pick<Range, 'start' | 'end'>> {
  const command = commands.get(Number(word & BigInt(MEMOP_CMD_MASK)));
  const type = command?.argument;
  if (!type) return;
  if (type === xen_memory_exchange) {
    const { address, size } = fieldSlot(type, 'nr_exchanged', abi, argument);
    yield { start: address, end: address + BigInt(size) };
  } else if (!ONLY_READ.has(type))
    yield { start: argument, end: argument + BigInt(codec(type, abi).size) };
  // A reservation says how far it came.
  const isTold =
    type === xen_memory_reservation && result !== undefined && !isCompat({ abi, caller });
  for (const list of writtenLists({ abi, codec, caller, argument }, command)) {
    const { address, length, size } = list;
    const first = isTold ? word >> BigInt(MEMOP_EXTENT_SHIFT) : 0n;
    const end = isTold && result < length ? result : length;
    if (first < end) yield { start: address + first * size, end: address + end * size };
  }
}

const isWithin = ({ start, end }: Range, other: Range): boolean =>
  start < other.end && other.start < end;

/** Those of the ranges that lie upon another entry's. */
function conflicting(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const found: Range[] = [];
  let group: Range[] = [];
  let end = -1n;
  const close = (): void => {
    if (group.some(({ entry }) => entry !== group[0]!.entry)) found.push(...group);
  };
  for (const range of sorted) {
    if (range.start >= end) {
      close();
      group = [];
    }
    group.push(range);
    if (range.end > end) end = range.end;
  }
  close();
  return found;
}

/** Ranges upon each other that are told apart: of more, none says anything of an entry. */
const MOST_RANGES = 1024;

/** All that the entries wrote, and their arguments. */
function* rangesOf(machine: Machine, caller: Domain, planned: readonly Planned[]) {
  const { abi, codec, commands } = machine;
  for (const [entry, one] of planned.entries()) {
    const { address, size } = resultSlot(abi, one.at);
    yield { entry, isWritten: true, start: address, end: address + BigInt(size) };
    if (one.number !== hypercalls.memory_op) continue;
    for (const range of writtenBy(machine, caller, one)) yield { entry, isWritten: true, ...range };
    const [word = 0n, start = 0n] = one.args;
    const type = commands.get(Number(word & BigInt(MEMOP_CMD_MASK)))?.argument;
    if (type) yield { entry, isWritten: false, start, end: start + BigInt(codec(type, abi).size) };
  }
}

/** What hides an entry's own: of an argument that an earlier entry wrote, nobody knows the lists. */
function* hidingAmong(found: readonly Range[]): Generator<Range> {
  const written = found.filter(({ isWritten }) => isWritten);
  yield* written;
  for (const range of found) {
    if (range.isWritten) continue;
    if (written.some((other) => other.entry < range.entry && isWithin(other, range)))
      yield { ...range, start: 0n, end: 1n << 64n };
  }
}

/** The entries of a multicall as guest memory has them. */
function plannedOf(
  machine: Machine,
  caller: Domain,
  { args: [start = 0n, count = 0n] }: Call,
  after: Memory,
): Planned[] {
  const { abi, codec } = machine;
  const { size, decode } = codec(multicall_entry, abi);
  const planned: Planned[] = [];
  for (let i = 0n; i < countOf(machine, count); i++) {
    const at = start + i * BigInt(size);
    const bytes = caller.memory.peek(at, size);
    if (bytes.length < size) break;
    const { op, args } = decode(bytes);
    const slot: Slot = resultSlot(abi, at);
    const shown = after.read(slot.address, slot.size);
    const result =
      shown.length < slot.size ? undefined : BigInt.asIntN(slot.size * 8, littleEndian(shown));
    planned.push({ at, number: Number(op), args, result });
  }
  return planned;
}

/** What the line of a multicall shows of its entries. */
export interface Entries {
  /** Memory after the multicall, as far as it shows what one entry wrote. */
  shownTo(entry: number): Pick<Memory, 'read'>;
  /** What an entry may have written that the model did not execute. */
  writtenBy(entry: number): readonly Slot[];
}

const sizeOf = ({ start, end }: Pick<Range, 'start' | 'end'>): number =>
  Number(end - start < MOST_BYTES ? end - start : MOST_BYTES);

/** Bytes of a list that are forgotten: a recorder shows fewer. */
const MOST_BYTES = 1n << 20n;

/** Runs of bytes that a line shows to change, and that none of the ranges explains. */
function* unexplained(
  { memory }: Call,
  ranges: readonly Pick<Range, 'start' | 'end'>[],
): Generator<Slot> {
  for (const { address, before, after = before } of memory) {
    for (let i = 0; i < after.length; i++) {
      const at = address + BigInt(i);
      if (before[i] === after[i]) continue;
      const range = ranges.find(({ start, end }) => start <= at && at < end);
      if (range) i = Number(range.end - address) - 1;
      else yield { address: at, size: 1 };
    }
  }
}

/** @param after memory after the multicall */
export function entriesOf(machine: Machine, caller: Domain, call: Call, after: Memory): Entries {
  const planned = plannedOf(machine, caller, call, after);
  const ranges = [...rangesOf(machine, caller, planned)];
  const found = conflicting(ranges);
  const entriesThemselves = {
    start: planned[0]?.at ?? 0n,
    end: (planned.at(-1)?.at ?? 0n) + BigInt(machine.codec(multicall_entry, machine.abi).size),
  };
  const isCrowded = found.length > MOST_RANGES;
  const hiding = isCrowded ? found : [...hidingAmong(found)];
  return {
    shownTo: (entry) => ({
      read(address, size) {
        const bytes = after.read(address, size);
        let end = address + BigInt(bytes.length);
        for (const range of hiding) {
          if (range.entry <= entry && !isCrowded) continue;
          if (range.end <= address || range.start >= end) continue;
          end = range.start > address ? range.start : address;
        }
        return bytes.subarray(0, Number(end - address));
      },
    }),
    writtenBy(entry) {
      const one = planned[entry];
      if (!one) return [];
      const written = ranges.filter((range) => range.isWritten);
      if (one.number !== hypercalls.memory_op)
        return [...unexplained(call, [...written, entriesThemselves])];
      const { address: result } = resultSlot(machine.abi, one.at);
      return written
        .filter((range) => range.entry === entry && range.start !== result)
        .map((range) => ({ address: range.start, size: sizeOf(range) }));
    },
  };
}
