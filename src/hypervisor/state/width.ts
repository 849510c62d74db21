import type { Host } from './host.js';
import { Doubt } from './unknown.js';

/*
 * How wide the hypervisor's own longs are: those of Arm's may have 32 bits for guests of 32 bits,
 * though every number of the interface has 64. What does not fit is cut off (measured).
 */

/** The outcome depends on how wide the hypervisor's longs are. */
export class DoubtfulWidth extends Doubt {
  constructor(host: Host) {
    super('whether Xen itself is one of 32 bits is a fact of the host', [
      () => void (host.longBits = 32),
      () => void (host.longBits = 64),
    ]);
  }
}

/** What an unsigned long keeps of a number. @throws DoubtfulWidth */
export function unsignedLong(host: Host, value: bigint): bigint {
  if (host.longBits === 64) return value;
  const short = BigInt.asUintN(32, value);
  if (host.longBits === undefined && short !== value) throw new DoubtfulWidth(host);
  return short;
}

/** Whether a number is too large for an unsigned long. @throws DoubtfulWidth */
export function isTooLong(host: Host, value: bigint): boolean {
  if (value >> 64n !== 0n) return true;
  if (host.longBits === undefined && value >> 32n !== 0n) throw new DoubtfulWidth(host);
  return host.longBits === 32 && value >> 32n !== 0n;
}

/** Whether all bits of a number's unsigned long are set: as a page number none. */
export function isAllOnes(host: Host, value: bigint): boolean {
  const isShort = BigInt.asUintN(32, value) === 0xffffffffn;
  const isLong = value === (1n << 64n) - 1n;
  if (host.longBits === undefined && isShort !== isLong) throw new DoubtfulWidth(host);
  return host.longBits === 64 ? isLong : isShort;
}

/** Where nothing tells, and no doubt may be raised, the guest's own width is taken. */
export function withSomeWidth<T>(host: Host, work: () => T): T {
  const { longBits } = host;
  host.longBits ??= 32;
  try {
    return work();
  } finally {
    host.longBits = longBits;
  }
}
