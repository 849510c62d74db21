/** The shapes of the hypercall tables: what a call's registers and the memory behind them mean. */
import type {
  CompoundType,
  Direction,
  OneOfType,
  StructType,
  Type,
  Unit,
} from '../../src/schema/index.js';

/**
 * How many elements a list has: a number, what a field or a register says, or a rule. A name is
 * a path from the struct that the list's own path begins at; else a field further out, or a
 * register.
 */
export type Length = number | string | LengthRule;

export type LengthRule =
  | { readonly kind: 'product'; readonly of: readonly string[]; readonly times?: number }
  /** As many as there are numbers from the first to the last. */
  | { readonly kind: 'span'; readonly first: string; readonly last: string }
  /** One for each `per` of what is counted, and one for the rest. */
  | { readonly kind: 'groups'; readonly of: Length; readonly per: number }
  /** As many as have room in so many bytes. */
  | { readonly kind: 'bytes'; readonly of: Length }
  /** The low bits of a word alone. */
  | { readonly kind: 'bits'; readonly of: string; readonly width: number }
  /** No room is told: a field says after the call how many were written. */
  | { readonly kind: 'after'; readonly of: Length }
  /** The list ends with the element whose field is this number. */
  | { readonly kind: 'until'; readonly field: string; readonly is: number }
  /** The first two bytes of the buffer say how many it has. */
  | { readonly kind: 'first' };

/** That a field or a register, or the bits of it that `mask` keeps, is a number. */
export interface Condition {
  readonly by: string;
  readonly mask?: number;
  readonly is: number;
  /** The condition is that it is anything else. */
  readonly not?: true;
}

/** A list in guest memory that a register or a handle points to. */
export interface List {
  readonly direction: Direction;
  /** Where there is none, the declaration of the handle says it. */
  readonly length?: Length;
  /** Where the declaration says `void` or another type: what is there. */
  readonly element?: Type;
  readonly unit?: Unit;
  /** May be NULL whatever the length says. */
  readonly optional?: true;
  /** The bits of the register that are the address; the others are flags. */
  readonly mask?: bigint;
  /** The list is there only then. */
  readonly when?: Condition;
  /** How many elements are valid after the call; `result` is what it returned. */
  readonly written?: Length;
  /** Bit n of the list is about thing n. */
  readonly isBitmap?: true;
  /** Lists in each element. */
  readonly lists?: Lists;
}

/** By the name of a register, or the dotted path of a handle in the argument. */
export type Lists = Readonly<Record<string, List>>;

/** One thing that a hypercall can be asked to do. */
export interface Operation {
  readonly number: number;
  /** As the header has it: `XENMEM_exchange`. */
  readonly name: string;
  readonly doc: string;
  /** What the argument register points to; `null` when it is not used. */
  readonly argument?: CompoundType | OneOfType<CompoundType> | null;
  /** The member of the argument's union that this operation uses; `null` for none of them. */
  readonly member?: string | null;
  /** Which fields of an element's unions this operation uses. */
  readonly fields?: readonly string[];
  /** Which way the member goes; whole arguments where there is none. */
  readonly direction?: Direction;
  /** Paths begin at the member, if there is one. */
  readonly lists?: Lists;
  /** The registers, where they are others than the hypercall's. */
  readonly registers?: StructType;
  /** Registers and fields that the call refuses when they are not zero. */
  readonly zero?: readonly string[];
  /** A second selector: a field of the member, and what its numbers mean. */
  readonly next?: Selected;
  /** The architectures that have it; all that have the hypercall when absent. */
  readonly abis?: readonly string[];
  /** The build option that it needs. */
  readonly option?: string;
  /** The first and the last release that have it. */
  readonly since?: string;
  readonly until?: string;
}

/** Operations told apart by a number. */
export interface Selected {
  /** The path of a field, or the name of a register. */
  readonly by: string;
  /** Of that number; all bits when absent. */
  readonly mask?: number;
  /** The union whose members the operations use. */
  readonly union?: string;
  readonly operations: readonly Operation[];
}

/** Where each element of a register's list is an operation of its own. */
export interface Elements extends Selected {
  readonly list: string;
}

/** Where each element of a register's list is a call of its own. */
export interface Entries {
  readonly list: string;
  readonly number: string;
  readonly args: string;
  readonly result: string;
}

/** Operations whose numbers, in the same word, have something above them. */
export interface Operations extends Selected {
  /** What the headers call one. */
  readonly noun: 'command' | 'operation';
  /** What the bits above the mask say. */
  readonly above?: string;
  /** Other meanings of the numbers, by the name of the interface. */
  readonly elsewhere?: Readonly<Record<string, readonly Operation[]>>;
}

/** The version of a hypercall's interface that some releases have: the first and the last of them. */
export interface InterfaceVersion {
  readonly number: number;
  readonly since: string;
  readonly last: string;
}

export interface Hypercall {
  readonly number: number;
  /** As xen.h has it, without `__HYPERVISOR_`. */
  readonly name: string;
  /** The argument registers in their order, by the names of Xen's prototype. */
  readonly registers: StructType;
  /** The same on x86_32, where they are others. */
  readonly compat?: StructType;
  /** The register, or the path of a handle in its list, that points to the argument. */
  readonly argument?: string;
  /** The struct that all operations share. */
  readonly struct?: CompoundType;
  /** Of registers, whatever the operation. */
  readonly lists?: Lists;
  readonly operations?: Operations;
  readonly elements?: Elements;
  readonly entries?: Entries;
  /** What the argument's `interface_version` has to be, in the order of releases. */
  readonly versions?: readonly InterfaceVersion[];
  /** It does not come back to its caller: the result register says nothing. */
  readonly isWithoutResult?: true;
  /** The architectures that have it; all when absent. */
  readonly abis?: readonly string[];
  readonly since?: string;
  readonly until?: string;
}
