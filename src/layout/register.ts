import type { Abi } from './index.js';

/** What a guest's register can hold of a value: no more than its longs. */
export const register = (abi: Abi, value = 0n): bigint => BigInt.asUintN(abi.sizes.long * 8, value);
