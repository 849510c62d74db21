import { multicall_entry } from '../../../abi/index.js';
import { architectures, codec } from '../../../src/index.js';
import * as lines from '../lines.js';
import { A, bytesHex, call, hex, type Line, reservation, struct } from '../lines.js';

export { A, call, hex, type Line, SELF, struct, verdicts } from '../lines.js';
export { reservation as side, reserve } from '../lines.js';

/*
 * A PV dom0 on x86, 64 and 32 bits wide, as `more-xen-x86_64` and `more-xen-x86_32` have it: small
 * captures, each of one thing that the model had wrong.
 */

export type Width = 'x86_64' | 'x86_32';

export const LIST = A + 0x1000;
export const OUT = A + 0x2000;
/** Mapped up to here, and then read-only for a page. */
export const RO = A + 0x8000;
export const END = RO + 0x1000;
/** Frames 128 to 191 are the guest's, with the page numbers from 0; 160 and up are in use. */
export const FIRST = 128;

export const header = (abi: Width, domain: Line = {}): Line =>
  lines.header({
    abi,
    domain: { domid: 0, mode: 'pv', privileged: true, totPages: 64, maxPages: 96, ...domain },
    regions: [
      { start: hex(A), end: hex(RO) },
      { start: hex(RO), end: hex(END), access: 'ro' },
    ],
    frames: [
      { mfn: FIRST, count: 32, pfn: 0 },
      { mfn: FIRST + 32, count: 32, pfn: 32, mapped: true },
    ],
  });

const size = (abi: Width): number => (abi === 'x86_64' ? 8 : 4);
export const numbers = (abi: Width, values: readonly number[]): string => {
  const bytes = new Uint8Array(values.length * size(abi));
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) view.setUint32(i * size(abi), value, true);
  return bytesHex(bytes);
};
export const list = (abi: Width, at: number, before: readonly number[], after = before): Line => ({
  address: hex(at),
  before: numbers(abi, before),
  after: numbers(abi, after),
});
export const pages = (before: number, after: number): Line => ({ totPages: [before, after] });

/** An entry of a multicall as bytes: argument registers 2 to 5 have what nobody asked for. */
export const entry = (abi: Width, words: readonly number[], rest = 0x77): string => {
  const [op = 0, result = 0, ...args] = words.map((word) => BigInt(word));
  const filled = [...args, ...Array<bigint>(6 - args.length).fill(BigInt(rest))];
  const bytes = codec(multicall_entry, architectures[abi]).encode({ op, result: 0n, args: filled });
  const view = new DataView(bytes.buffer);
  view.setInt32(size(abi), Number(result), true);
  if (size(abi) === 8 && result < 0n) view.setInt32(12, -1, true);
  return bytesHex(bytes);
};
export const multicall = (at: number, before: string, after: string, result: number): Line => ({
  kind: 'call',
  hypercall: 13,
  args: [hex(at), hex(1)],
  memory: [{ address: hex(at), before, after }],
  result,
});

interface Exchange {
  readonly frames: readonly number[];
  readonly out: number;
  readonly memory: readonly Line[];
  readonly more: Line;
}
export const exchange = ({ frames, out, memory, more }: Exchange, at = A): Line =>
  call(
    11,
    [
      struct(
        'xen_memory_exchange',
        {
          in: reservation(LIST, frames.length),
          out: reservation(out, frames.length),
          nr_exchanged: 0,
        },
        at,
      ),
      ...memory,
    ],
    more,
    at,
  );
