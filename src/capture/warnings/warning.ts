import type { Abi } from '../../layout/index.js';
import type { CompoundType } from '../../schema/index.js';
import type { warningMeanings } from '../../words/warnings.js';

/** What looks wrong and is legal in what was read; that the reading is a guess is told before it. */
export type WarningCode = Exclude<keyof typeof warningMeanings, 'input-guessed'>;

export interface Warning {
  readonly code: WarningCode;
  /** Dotted; empty for the whole struct. */
  readonly path: string;
  /** Bytes from the start of the struct or list. */
  readonly offset: number;
  readonly message: string;
  /** Of that struct or list in guest memory, in a capture. */
  readonly address?: string;
}

/** A struct that was read from memory: its bytes and what they say. */
export interface Read {
  readonly type: CompoundType;
  readonly abi: Abi;
  readonly bytes: Uint8Array;
  readonly value: unknown;
  /** The declaration as it is, where `type` has less of it. */
  readonly whole?: CompoundType;
}
