import type { Domain } from './state/domain.js';
import type { Heap } from './state/heap.js';

/** What the hypervisor chooses freely: a policy when running, what was observed when replaying. */

/** A request for 2^order contiguous frames, aligned to their number. */
export interface AllocationRequest {
  readonly order: number;
  /** The frames must lie below 2^(addressBits - 12); nothing for no limit. */
  readonly addressBits: number | undefined;
  /** Whether the hypervisor may refuse for want of such memory. */
  readonly mayFail: boolean;
  /** The extent of a reservation, or the chunk of an exchange, that asks. */
  readonly index: bigint;
  /** Where the guest will be told the frame number; nothing where it will not. */
  readonly slot: Slot | undefined;
}

/** A place in guest memory that the hypervisor writes. */
export interface Slot {
  readonly address: bigint;
  readonly size: number;
}

/** The first frame, or `'anonymous'` for frames whose numbers nobody can know. */
export type Allocation = bigint | 'anonymous' | undefined;

export interface Choices {
  allocate(request: AllocationRequest): Allocation;
  /** Told where frames without a number were put; nothing for a page number that nobody knows. */
  placed?(pfn: bigint | undefined, order: number): void;
  /** On an open host: whether the pages of this extent or chunk are the domain's to give up. */
  owns?(index: bigint): boolean;
  /** What the guest was told of a mapping: there, or as the call's result; nothing if unknown. */
  told?(slot: Slot | undefined): bigint | undefined;
  /** Whether a page that the guest has given up stayed its own, as one in use does, if it shows. */
  keeps?(index: bigint): boolean | undefined;
  /** Told of a domain of whose pages one may have stayed, or not: their number is not known. */
  miscounted?(domain: Domain): void;
  /** Whether the call ended its caller, of which only that tells what was at a page number. */
  readonly isCrash?: boolean;
  /** Asked before each extent or chunk but the first: whether the call is preempted here. */
  preempt?(done: bigint): boolean;
  /**
   * Asked between two batches of a 32-bit exchange: whether it is preempted there, and goes on
   * with this start extent.
   */
  split?(done: bigint, startExtent: bigint): boolean;
}

/** The policy of a run: frames from the heap, and preemption where the caller wants it. */
export function heapChoices(heap: Heap, preempt?: Choices['preempt']): Choices {
  return {
    allocate: ({ order, addressBits }) =>
      heap.take(order, addressBits === undefined ? 1n << 64n : 1n << BigInt(addressBits - 12)),
    ...(preempt && { preempt }),
  };
}
