/** What the hypercall tables are written with. */
import {
  chars,
  type Direction,
  handle,
  type HandleType,
  type Type,
  typeName,
  uint8_t,
  unsigned_long,
} from '../../src/schema/index.js';
import type { Length, LengthRule, List, Lists, Operation, Selected } from './types.js';

/** A pointer in a register: as wide as the caller's longs. */
export const to = (target?: Type): HandleType =>
  handle(target ? `${typeName(target)} *` : 'void *', target, unsigned_long);

/** What lies behind a `void *` that holds any bytes. */
export const byte = uint8_t;
/** An element of a text. */
export const char = chars(1);

type More = Omit<List, 'direction' | 'length'>;

const list =
  (direction: Direction) =>
  (length?: Length, more: More = {}): List =>
    Object.freeze({ direction, ...(length !== undefined && { length }), ...more });

/** A list that Xen reads. */
export const reads = list('in');
/** A list that Xen writes. */
export const writes = list('out');
/** A list that Xen reads and writes. */
export const updates = list('inout');

/** The same, if the caller may pass NULL whatever the length. */
export const orNull = (of: List): List => Object.freeze({ ...of, optional: true as const });

/** A bitmap of so many bits, in bytes. */
export const bitmap = (direction: Direction, bits: Length, more: More = {}): List =>
  list(direction)({ kind: 'groups', of: bits, per: 8 }, { element: byte, isBitmap: true, ...more });

export const product = (...of: readonly string[]): LengthRule => ({ kind: 'product', of });
export const span = (first: string, last: string): LengthRule => ({ kind: 'span', first, last });
export const groups = (of: Length, per: number): LengthRule => ({ kind: 'groups', of, per });
export const bytes = (of: Length): LengthRule => ({ kind: 'bytes', of });
export const after = (of: Length): LengthRule => ({ kind: 'after', of });
export const until = (field: string, is: number): LengthRule => ({ kind: 'until', field, is });

/** The architectures of some operations. */
export const x86: readonly string[] = ['x86_32', 'x86_64'];
export const arm: readonly string[] = ['arm32', 'arm64'];

type Taken = Pick<Operation, 'argument' | 'member' | 'direction' | 'lists'>;

const argument =
  (direction: Direction) =>
  (of: string | NonNullable<Operation['argument']>, lists?: Lists): Taken => ({
    ...(typeof of === 'string' ? { member: of } : { argument: of }),
    direction,
    ...(lists && { lists }),
  });

/** What the call reads and leaves as it is: a member of the shared union, or a struct. */
export const takes = argument('in');
/** What it writes, whatever was there. */
export const gives = argument('out');
/** What it reads and writes. */
export const trades = argument('inout');
/** The argument register is not used. */
export const nothing: Taken = { argument: null };

/** An operation: its number, name and meaning, and what there is to know besides. */
export type Row = readonly [
  number: number,
  name: string,
  doc: string,
  more?: Omit<Operation, 'number' | 'name' | 'doc'>,
];

export const rows = (all: readonly Row[]): readonly Operation[] =>
  all.map(([number, name, doc, more]) => Object.freeze({ number, name, doc, ...more }));

/** A second selector: a field of the operation's own struct. */
export const step = (by: string, all: readonly Row[], union?: string): Selected => ({
  by,
  ...(union !== undefined && { union }),
  operations: rows(all),
});
