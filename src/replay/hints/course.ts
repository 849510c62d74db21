import type { AllocationRequest, Slot } from '../../hypervisor/oracle.js';
import { UnknownFact } from '../../hypervisor/state/unknown.js';

/** What a recording shows of the course that a call took: one for each kind of call. */
export interface Course {
  /** Extents of a reservation, or chunks of an exchange, that were done and told, if that is seen. */
  readonly done: bigint | undefined;
  /** Whether the call was preempted when so much was done. */
  isPreempted(done: bigint): boolean;
  /** Whether it was so between two batches, to go on with this start extent. */
  isSplit?(done: bigint, startExtent: bigint): boolean;
  /** Whether the pages of an extent or chunk were the domain's to give up. */
  owns(index: bigint): boolean;
  /** Whether some of an extent's pages may have been given up, and not all. */
  isPartUntold?(index: bigint): boolean;
  /** Whether a page that was given up stayed the domain's own. */
  keeps?(index: bigint): boolean | undefined;
  /** Whether an allocation failed. */
  isRefused(request: AllocationRequest): boolean;
  /** Whether the guest was told the numbers of an extent or chunk, where they can be written. */
  isTold(index: bigint): boolean;
  /** The frame number that was told, of what a place has after the call; nothing if it is lost. */
  numberIn(slot: Slot, value: bigint): bigint | undefined;
}

/** How much was done. @throws UnknownFact where the recording does not show it */
export function seen(done: bigint | undefined): bigint {
  if (done === undefined) throw new UnknownFact('the result is not recorded');
  return done;
}
