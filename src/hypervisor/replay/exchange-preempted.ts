import type { XenMemoryExchange } from '../../../abi/index.js';
import { batchSize } from '../commands/compat-exchange.js';
import { chunkSizes } from '../commands/exchange.js';

/**
 * Where a 32-bit exchange must have been preempted last for its progress to be what it is.
 * @param isBatchDone whether the call can have ended with a batch that was done to its end
 */
export function lastPreemption(
  value: XenMemoryExchange,
  result: bigint,
  progress: bigint,
  isBatchDone: boolean,
): bigint | undefined {
  const start = value.nr_exchanged;
  const batch = batchSize(value);
  if (result === 0n) {
    const [chunk] = chunkSizes(value);
    const least = value.in.nr_extents - batch;
    return least > start ? ((least + chunk - 1n) / chunk) * chunk : undefined;
  }
  if (progress <= start || (isBatchDone && progress === start + batch)) return undefined;
  return isBatchDone && progress > start + batch ? progress - batch : progress;
}

/** Those before the last are not told; without any, the first batch would have ended the call. */
export function preemptions(value: XenMemoryExchange, last: bigint): (done: bigint) => boolean {
  const start = value.nr_exchanged;
  const batch = batchSize(value);
  const step = batch - chunkSizes(value)[0];
  if (last < start + batch || step <= 0n) return (done) => done === last;
  return (done) => done > start && done <= last && (last - done) % step === 0n;
}
