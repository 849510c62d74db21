import type { Slot } from '../commands/choices.js';

/** Guest memory before and after a call, as the recording has it. */
export interface Recording {
  readonly result: bigint | undefined;
  /** Nothing of what came back is recorded. */
  readonly isBare: boolean;
  /** From which extent the call went on after its last preemption, where that was seen. */
  readonly resumedAt?: bigint | undefined;
  /** Whether it is tried that the call was preempted wherever it may have been. */
  readonly isPreempted?: boolean;
  /** Whether the call was preempted, and did not go on. */
  readonly isLost?: boolean;
  /** Whether a frame's M2P entry is another after the call; nothing where none was seen. */
  readonly hasMoved?: ((mfn: bigint) => boolean) | undefined;
  /** Pages that the caller has more after the call, where that was seen. */
  readonly pages?: bigint | undefined;
  before(address: bigint, size: number): Uint8Array | undefined;
  after(address: bigint, size: number): Uint8Array | undefined;
}

/** Of a call that is a question alone, as in a scenario. */
export const BARE = 'nothing of what came back is recorded';

/** A frame that the hypervisor may not have handed out. */
export interface Illegal {
  readonly mfn: bigint;
  /** What frame it should have been, in words. */
  readonly expected: string;
  /** Where the guest was told it. */
  readonly address: bigint;
}

/** What taking a recording's choices brings to light. */
export interface Finds {
  readonly illegal: Illegal[];
  /** Where the guest may have been told a frame number that is not in the recording. */
  readonly unknown: Slot[];
  /** Whether frames were handed out whose numbers are not known. */
  isAnonymous?: boolean;
  /** The first chunk that a call which tells nothing may have done, and the model has not. */
  doubtFrom?: bigint;
}

/** A little-endian number. */
export const integer = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
