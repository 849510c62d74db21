import type { Context } from './call.js';
import { ULONG_MAX } from '../memory/limits.js';

/** x86_64 PV: the addresses that are not the guest's (asm/x86_64/uaccess.h, measured). */
const PV_END = 1n << 47n;
const PV_AGAIN = 0xffff880000000000n;
/** A 32-bit guest's lists end below this, Xen's default start for it (measured). */
const COMPAT_END = 0xf5800000n;

/** A call as its registers have it, whatever it asks for. */
type Call = Pick<Context, 'abi' | 'caller'>;

/** Whether a call goes through the compat layer, as every 32-bit one does on x86 (measured). */
export const isCompat = ({ abi }: Pick<Call, 'abi'> & Partial<Call>): boolean =>
  abi.name === 'x86_32';

/**
 * Whether the hypervisor takes elements `first` to `end` - 1 of a list for the guest's. On
 * x86_64 it looks at the address of the first, on 32-bit at the whole list, elsewhere at nothing.
 */
export function isListOkay(
  context: Call,
  start: bigint,
  first: bigint,
  end: bigint,
  size: number,
): boolean {
  const { abi, caller } = context;
  if (caller.mode !== 'pv') return true;
  if (isCompat(context)) return start + end * BigInt(size) <= COMPAT_END;
  if (abi.name !== 'x86_64') return true;
  const at = BigInt.asUintN(64, start + first * BigInt(size));
  return end - first < ULONG_MAX / BigInt(size) && isGuestAddress(at);
}

export const isGuestAddress = (address: bigint): boolean => address < PV_END || address >= PV_AGAIN;

/** Copies elements to a list; tells whether it is the guest's and no byte of it faulted. */
export const writeList = (context: Call, start: bigint, bytes: Uint8Array, size: number): boolean =>
  isListOkay(context, start, 0n, BigInt(bytes.length / size), size) &&
  context.caller.memory.write(start, bytes);
