import type { Client } from './client.js';
import { RecordError } from './record-error.js';

/** Breakpoints in the target, each as often wanted as it was set and not yet cleared. */
export interface Breakpoints {
  /** @throws RecordError where the stub refuses */
  set(address: bigint): Promise<void>;
  clear(address: bigint): Promise<void>;
  has(address: bigint): boolean;
  /** Lets one thread take one step past a breakpoint. @returns the stop reply */
  stepPast(address: bigint, step: () => Promise<string>): Promise<string>;
  clearAll(): Promise<void>;
}

/**
 * Software breakpoints, or where the stub knows none hardware ones.
 * @param size bytes that a software breakpoint covers
 */
export function createBreakpoints(client: Client, size: number): Breakpoints {
  const wanted = new Map<bigint, number>();
  let kind: 0 | 1 = 0;

  const at = (address: bigint): string => `${kind},${address.toString(16)},${size}`;

  async function insert(address: bigint): Promise<void> {
    let reply = await client.ask(`Z${at(address)}`);
    if (reply !== 'OK' && kind === 0 && wanted.size === 0) {
      kind = 1;
      reply = await client.ask(`Z${at(address)}`);
    }
    if (reply === 'OK') return;
    const why = reply === '' ? 'it knows no breakpoints' : reply.slice(0, 16);
    throw new RecordError('refused', `no breakpoint at 0x${address.toString(16)}: ${why}`);
  }

  return {
    async set(address) {
      const count = wanted.get(address) ?? 0;
      if (count === 0) await insert(address);
      wanted.set(address, count + 1);
    },
    async clear(address) {
      const count = wanted.get(address);
      if (count === undefined) return;
      if (count > 1) {
        wanted.set(address, count - 1);
        return;
      }
      wanted.delete(address);
      await client.ask(`z${at(address)}`);
    },
    has: (address) => wanted.has(address),
    async stepPast(address, step) {
      if (!wanted.has(address)) return step();
      await client.ask(`z${at(address)}`);
      const reply = await step();
      // Of a target that has ended none is wanted any more.
      if (!/^[WX]/.test(reply)) await insert(address);
      return reply;
    },
    async clearAll() {
      for (const address of wanted.keys()) await client.ask(`z${at(address)}`);
      wanted.clear();
    },
  };
}
