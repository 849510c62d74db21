import type { Hypercall, InterfaceVersion, Operation } from '../../abi/index.js';
import type { Abi } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import type { ShownList } from '../words/list.js';
import type { Call } from './capture.js';
import type { RegisterRead } from './hypercall/registers.js';
import type { Warning } from './warnings/index.js';

/** A struct in guest memory: what it said before the call, and after it where it changed. */
export interface DecodedArgument {
  /** Of a union that the operation selects from, with the selected member alone. */
  readonly type: CompoundType;
  /** Bytes of the whole struct. */
  readonly size: number;
  readonly address: bigint;
  /** Bytes of it that the capture has. */
  readonly known: number;
  /** `undefined` where the capture does not have all its bytes. */
  readonly before?: { readonly bytes: Uint8Array; readonly value: unknown };
  readonly after?: { readonly bytes: Uint8Array; readonly value: unknown };
}

/** A list in guest memory, as far as the capture has its bytes. */
export interface DecodedList extends ShownList {
  /** Of the handle in the argument, or the name of the register. */
  readonly path: string;
  /** What each element asks for, where each is an operation of its own. */
  readonly operations?: readonly (Operation | undefined)[];
}

/** What is asked for by a call, or by an entry of a multicall. */
export interface DecodedRequest {
  /** The number of the hypercall. */
  readonly number: bigint;
  /** Its table, where it has one that was given. */
  readonly hypercall?: Hypercall;
  readonly operation?: Operation;
  /** What the operation's own selector says. */
  readonly step?: Operation;
  /** The number in the selector, where there is one. */
  readonly selected?: bigint;
  /** What stands above the number in the selector: of memory_op, the extent to go on at. */
  readonly above: bigint;
  /** The version in the argument, where it is another than that of the caller's release. */
  readonly version?: { readonly number: bigint; readonly meant?: InterfaceVersion };
  readonly registers: readonly RegisterRead[];
  readonly argument?: DecodedArgument;
  /** The path of the only live member of the argument's unions; `null` where none is live. */
  readonly member?: string | null;
  readonly lists: readonly DecodedList[];
  /** Of a multicall. */
  readonly entries?: readonly DecodedEntry[];
}

/** An entry of a multicall, as a call. */
export interface DecodedEntry extends DecodedRequest {
  readonly args: readonly bigint[];
  /** Nothing where the entry was not made, or nobody recorded it. */
  readonly result?: bigint;
  readonly isChanged: boolean;
}

export interface DecodedCall extends DecodedRequest {
  readonly call: Call;
  readonly abi: Abi;
  readonly warnings: readonly Warning[];
}
