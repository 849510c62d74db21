import { expect } from 'vitest';
import type { Command } from '../../abi/index.js';
import type { Domain } from '../../src/hypervisor/index.js';
import {
  architectures,
  dotted,
  entriesOf,
  type Layout,
  layoutOf,
  type Type,
} from '../../src/index.js';

/** What a call may write to its guest, and what it may return. */

export type Fields = Readonly<Record<string, unknown>>;

interface Range {
  readonly start: bigint;
  readonly end: bigint;
}

export const fieldAt = (value: Fields, path: string): unknown =>
  path.split('.').reduce<unknown>((v, name) => (v as Fields)[name], value);

/** The bytes of guest memory that a command may write: its out fields and its out lists. */
export function writable(command: Command, abi: string, argument: bigint, value: Fields): Range[] {
  const ranges: Range[] = [];
  const architecture = architectures[abi as keyof typeof architectures];
  for (const entry of entriesOf(layoutOf(command.argument!, architecture) as Layout)) {
    const { path, offset, size, direction, layout } = entry;
    const { type } = layout;
    if (type.kind !== 'handle' && layout.kind === 'int' && direction !== 'in') {
      const start = argument + BigInt(offset);
      ranges.push({ start, end: start + BigInt(size) });
    }
    const name = dotted(path);
    if (type.kind !== 'handle' || (command.lists?.[name] ?? 'in') === 'in') continue;
    const start = fieldAt(value, name) as bigint;
    const names = typeof type.length === 'string' ? [type.length] : (type.length as string[]);
    const holder = name.split('.').slice(0, -1).join('.');
    const scopes = [holder === '' ? value : (fieldAt(value, holder) as Fields), value];
    const count = names
      .map((n) => scopes.find((scope) => n in scope)![n] as number | bigint)
      .reduce<bigint>((product, n) => product * BigInt(n), 1n);
    const { size: each } = layoutOf(type.target as Type, architecture) as Layout;
    ranges.push({ start, end: start + count * BigInt(each) });
  }
  return ranges;
}

const isExchange = ({ name }: Command): boolean => name.startsWith('XENMEM_exchange');
const isReservation = ({ name }: Command): boolean =>
  /^XENMEM_(increase_reservation|decrease_reservation|populate_physmap)$/.test(name);
/** Commands that never change how many pages a domain has. */
export const keepsPages = (command: Command): boolean =>
  !isReservation(command) && !/add_to_physmap/.test(command.name);

export interface Write {
  readonly address: bigint;
  readonly was: Uint8Array;
  readonly is: Uint8Array;
}

/** Notes what the hypervisor writes to a guest. */
export function watch(domain: Domain, writes: Write[]): void {
  const { write, peek } = domain.memory;
  Object.assign(domain.memory, {
    write(address: bigint, bytes: Uint8Array): boolean {
      const was = peek(address, bytes.length).slice();
      const isDone = write(address, bytes);
      writes.push({ address, was, is: peek(address, bytes.length).slice() });
      return isDone;
    },
  });
}

export function checkWrites(
  writes: readonly Write[],
  ranges: readonly Range[],
  name: string,
): void {
  for (const { address, was, is } of writes)
    for (const [i, byte] of is.entries()) {
      const place = address + BigInt(i);
      if (byte !== was[i] && !ranges.some(({ start, end }) => place >= start && place < end))
        throw new Error(`${name} wrote to 0x${place.toString(16)}, which is not its to write`);
    }
}

/** Invariants of results (semantics.md 5.8, 4 to 6). */
export function checkResult(command: Command, before: Fields, after: Fields, result: bigint): void {
  if (isReservation(command)) {
    const most = before['nr_extents'] as bigint;
    expect(result, command.name).toBeGreaterThanOrEqual(0n);
    if (result > most) expect(result, 'the start extent').toBe(before['start']);
  }
  if (!isExchange(command) || before['isDying'] === true) return;
  const asked = fieldAt(before, 'in.nr_extents') as bigint;
  const done = after['nr_exchanged'] as bigint;
  if ((before['nr_exchanged'] as bigint) <= asked) expect(done).toBeLessThanOrEqual(asked);
  if (result === 0n) expect(done).toBe(asked);
  else if (result !== -14n && before['nr_exchanged'] !== asked) expect(done).not.toBe(asked);
}
