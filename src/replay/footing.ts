import type { Domain } from '../hypervisor/state/domain.js';

/** A part of memory that the model wrote. */
export interface Written {
  readonly address: bigint;
  readonly size: number;
}

export const areEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Writes that are kept: of a call that does more nobody can say that none of them faulted. */
export const MOST_WRITTEN = 1 << 14;

/** Watches where work writes on a guest's memory. */
export function watching<T>(
  { memory }: Domain,
  work: () => T,
): { readonly result: T; readonly written: readonly Written[] } {
  const outside = memory.listener;
  const written: Written[] = [];
  memory.listener = (address, size, isWrite) => {
    // An entry of a multicall writes for the multicall, too.
    outside?.(address, size, isWrite);
    if (isWrite && written.length < MOST_WRITTEN) written.push({ address, size });
  };
  try {
    return { result: work(), written };
  } finally {
    memory.listener = outside;
  }
}
