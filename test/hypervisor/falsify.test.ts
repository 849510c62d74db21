import { expect, test } from 'vitest';
import { type Call, codec } from '../../src/index.js';
import { createReplayer } from '../../src/hypervisor/index.js';
import {
  observed,
  prober,
  randomOf,
  recording,
  wrongByte,
  wrongM2p,
  wrongPages,
  wrongResult,
} from './falsify.js';

/*
 * What no model can notice, and is left out below:
 * - a frame number in a list that the call wrote: another one may have been as legal;
 * - the M2P entry of a frame that was freed, in a call that handed out frames without telling;
 * - a result that speaks of a domain which the header does not describe;
 * - without `frames` in the header, how many pages the domain had to give up.
 */
const recordings = [
  ['real-xen-x86_64', 0.99],
  ['real-xen-x86_32', 0.99],
  ['real-xen-arm64', 1],
  ['linux-boot-x86_64', 0.98],
] as const;

/** Whether a call wrote the element around an address: a number that was chosen freely. */
function isChosen({ memory }: Call, address: bigint): boolean {
  return memory.some(({ address: start, before, after }) => {
    const at = Number(address - start) & ~3;
    if (!after || at < 0 || at >= before.length) return false;
    const [from, to] = [at & ~7, (at & ~7) + 8];
    return before.subarray(from, to).some((byte, i) => byte !== after[from + i]);
  });
}

test.each(recordings)('%s: what is falsified differs, at that call', async (name, share) => {
  const recorded = await recording(`test/corpus/${name}.jsonl`);
  const { host, judge, probe } = prober(recorded);
  const random = randomOf(2013);
  const missed: string[] = [];
  let noticed = 0;
  for (const call of recorded.calls) {
    const bytes = wrongByte(call, random).filter(({ address }) => !isChosen(call, address));
    const lies = [
      ...wrongResult(call, random),
      ...wrongPages(call, random),
      ...wrongM2p(call, random, (mfn) => host.frames.get(mfn) !== undefined),
      ...bytes,
    ];
    const chosen = [lies[random(lies.length)], bytes[0]].flatMap((lie) => lie ?? []);
    const verdicts = chosen.map((lie) => [lie.kind, probe(lie.call)] as const);
    // The truth after the lies: they have left nothing behind.
    const truth = judge(call);
    expect(truth.differences, `${call.index} ${call.label}`).toEqual([]);
    if (truth.verdict === 'skip') continue;
    for (const [kind, { verdict, reason }] of verdicts)
      if (verdict === 'differ') noticed++;
      else if (!/^domain \d+ is not in the header$/.test(reason ?? ''))
        missed.push(`${call.index} ${call.label}: ${kind}: ${verdict}`);
  }
  expect(noticed).toBeGreaterThan(300);
  expect(noticed / (noticed + missed.length), missed.join('\n')).toBeGreaterThanOrEqual(share);
  for (const miss of missed) expect(miss).toMatch(/m2p|linux|^\d+ undefined: result/);
});

test('nothing but the falsified calls differs', async () => {
  const { header, calls } = await recording('test/corpus/real-xen-x86_64.jsonl');
  const judge = createReplayer(header, codec);
  const random = randomOf(7);
  const lies = new Set<number>();
  const differing: number[] = [];
  for (const call of calls) {
    const wrong = [...wrongPages(call, random), ...wrongResult(call, random).slice(0, 1)];
    const lie = call.index % 9 === 4 ? wrong[random(wrong.length)]?.call : undefined;
    const { verdict } = judge(lie ?? call);
    if (lie && verdict !== 'skip') lies.add(call.index);
    if (verdict === 'differ') differing.push(call.index);
  }
  expect(lies.size).toBeGreaterThan(40);
  expect(differing).toEqual([...lies]);
});

test('an owned frame cannot be handed out', async () => {
  const recorded = await recording('test/corpus/real-xen-x86_64.jsonl');
  const { host, judge, probe } = prober(recorded);
  let lies = 0;
  for (const call of recorded.calls) {
    const { label, memory } = call;
    const list = memory.find(({ address, after }) => after && address === 0xffffffff80410000n);
    if (/^pop_\dx_o0/.test(label ?? '') && list) {
      const after = list.after!.slice();
      new DataView(after.buffer).setBigUint64(0, 0x3d000n, true);
      expect(host.frames.get(0x3d000n)?.owner).toBe(0);
      const lie = { ...call, memory: memory.map((m) => (m === list ? { ...m, after } : m)) };
      expect(probe(lie).differences).toContainEqual({
        what: 'memory',
        path: 'extent_start[0]',
        address: list.address,
        offset: 0,
        expected: 'a free frame',
        actual: '0x3d000',
      });
      lies++;
    }
    expect(judge(call).differences).toEqual([]);
  }
  expect(lies).toBeGreaterThan(0);
});

test('every M2P entry and page count of a call is looked at', async () => {
  const { calls } = await recording('test/corpus/real-xen-x86_64.jsonl');
  expect(calls.filter((call) => observed(call).totPages)).toHaveLength(calls.length);
});
