import { type Call, codec } from '../../src/index.js';
import { type Host, setUp } from '../../src/hypervisor/index.js';
import { createReplayer, type Verdict } from '../../src/replay/index.js';
import type { Recording } from '../hypervisor/lines.js';

/** A number below `below`, the next of a sequence. */
export type Random = (below: number) => number;

/** The sequence of a seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A copy of a call with one thing changed. */
export interface False {
  readonly kind: string;
  readonly call: Call;
}

type Pages = [number, number];
type M2p = [string, string | null][];
interface Observed {
  readonly totPages?: Pages;
  readonly m2p?: { readonly before: M2p; readonly after: M2p };
}
export const observed = (call: Call): Observed => (call.raw['observed'] ?? {}) as Observed;
const observing = (call: Call, change: Observed): Call => ({
  ...call,
  raw: { ...call.raw, observed: { ...observed(call), ...change } },
});

const RESULTS = [0n, -1n, -3n, -12n, -14n, -22n, -38n, 1n, 2n, 3n, 2n ** 31n - 1n];

export function wrongResult(call: Call, random: Random): False[] {
  const { result } = call;
  if (result === undefined) return [];
  const near = random(2) === 0 ? result + 1n : result - 1n;
  const other = RESULTS[random(RESULTS.length)]!;
  return [near, other]
    .filter((wrong) => wrong !== result)
    .map((wrong) => ({ kind: `result ${result} -> ${wrong}`, call: { ...call, result: wrong } }));
}

export function wrongPages(call: Call, random: Random): False[] {
  const { totPages } = observed(call);
  if (!totPages) return [];
  const [before, after] = totPages;
  const by = [1, -1, 2, 512][random(4)]!;
  return [
    { kind: `pages after ${by}`, call: observing(call, { totPages: [before, after + by] }) },
    { kind: `pages before ${by}`, call: observing(call, { totPages: [before + by, after] }) },
  ];
}

/** Another page number, or none, for one frame that the model knows. */
export function wrongM2p(call: Call, random: Random, knows: (mfn: bigint) => boolean): False[] {
  const { m2p } = observed(call);
  const at = (m2p?.after ?? []).flatMap(([mfn], i) => (knows(BigInt(mfn)) ? [i] : []));
  if (!m2p || at.length === 0) return [];
  const i = at[random(at.length)]!;
  const after = m2p.after.map(([mfn, pfn], k): M2p[number] =>
    k === i
      ? [mfn, pfn === null || random(2) === 0 ? `0x${random(65536).toString(16)}` : null]
      : [mfn, pfn],
  );
  if (after[i]![1] === m2p.after[i]![1]) return [];
  return [{ kind: `m2p ${after[i]!.join()}`, call: observing(call, { m2p: { ...m2p, after } }) }];
}

/** One byte after the call that is not what it was. */
export function wrongByte(call: Call, random: Random): (False & { address: bigint })[] {
  if (call.memory.length === 0) return [];
  const f = random(call.memory.length);
  const { address, before, after = before } = call.memory[f]!;
  if (after.length === 0) return [];
  const i = random(after.length);
  const bytes = after.slice();
  bytes[i] = bytes[i]! ^ (1 << random(8));
  const memory = call.memory.map((m, k) => (k === f ? { ...m, after: bytes } : m));
  const at = address + BigInt(i);
  return [{ kind: `byte at 0x${at.toString(16)}`, address: at, call: { ...call, memory } }];
}

/** Whether a call wrote the element around an address: a number that was chosen freely. */
export function isChosen({ memory }: Call, address: bigint): boolean {
  return memory.some(({ address: start, before, after }) => {
    const at = Number(address - start) & ~3;
    if (!after || at < 0 || at >= before.length) return false;
    const [from, to] = [at & ~7, (at & ~7) + 8];
    return before.subarray(from, to).some((byte, i) => byte !== after[from + i]);
  });
}

/** Judges calls that are taken back again: the model goes on as if they had not been. */
export interface Prober {
  readonly host: Host;
  judge(call: Call, entries?: readonly Call[]): Verdict;
  probe(call: Call): Verdict;
}

export function prober({ header }: Recording): Prober {
  const host = setUp(header.raw, { heap: false, undo: true });
  const judge = createReplayer(header, codec, host);
  return {
    host,
    judge,
    probe(call) {
      const verdict = judge(call);
      host.journal!.rollback();
      return verdict;
    },
  };
}
