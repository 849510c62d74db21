import type { Command } from '../../abi/index.js';
import type { Abi } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import type { ShownList } from '../words/list.js';
import type { Call } from './capture.js';
import type { Warning } from './warnings/index.js';

/** A struct in guest memory: what it said before the call, and after it where it changed. */
export interface DecodedArgument {
  readonly type: CompoundType;
  readonly address: bigint;
  /** Bytes of it that the capture has. */
  readonly known: number;
  /** `undefined` where the capture does not have all its bytes. */
  readonly before?: { readonly bytes: Uint8Array; readonly value: unknown };
  readonly after?: { readonly bytes: Uint8Array; readonly value: unknown };
}

/** A list in guest memory, as far as the capture has its bytes. */
export interface DecodedList extends ShownList {
  /** Of the handle in the argument. */
  readonly path: string;
}

export interface DecodedCall {
  readonly call: Call;
  readonly abi: Abi;
  readonly command?: Command;
  /** Where the command word says to go on: 0 on a fresh call. */
  readonly startExtent: bigint;
  readonly argument?: DecodedArgument;
  readonly lists: readonly DecodedList[];
  readonly warnings: readonly Warning[];
}
