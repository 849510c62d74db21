import { expect, test } from 'vitest';
import { hypercalls, multicall_entry } from '../../abi/index.js';
import { type Call, codec, x86_64 } from '../../src/index.js';
import { createRunner, scenario } from '../../src/hypervisor/index.js';
import { createReplayer } from '../../src/replay/index.js';
import {
  isChosen,
  observed,
  prober,
  randomOf,
  wrongByte,
  wrongM2p,
  wrongPages,
  wrongResult,
} from './falsify.js';
import { type Recording, recording, recordingOf } from '../hypervisor/lines.js';

/*
 * What no model can notice, and is left out below:
 * - a frame number in a list that the call wrote: another one may have been as legal;
 * - the M2P entry of a frame that was freed, in a call that handed out frames without telling;
 * - how many pages a 32-bit call got that was preempted and lost: it may have been anywhere;
 * - the M2P entry of a frame that the call did not touch, where none was seen before the call;
 * - without `frames` in the header, how many pages the domain had to give up;
 * - how many pages went of an extent whose frame is in doubt: something may have held it;
 * - that a page went which no domain has: Xen may have shared one of its own.
 * What a thinned recording may not be blamed for is skipped, and of the lies about it those are
 * caught that no call could come to:
 * - guest memory that only an earlier line shows, which the guest may have rewritten since;
 * - lists that lie upon each other or upon the argument, preempted nobody knows where;
 * - what follows from a call of which one of these was said.
 * So the more-xen recordings, which are made of such calls, have less caught than the others.
 */
const recordings = [
  ['real-xen-x86_64', 300, 0.997],
  ['real-xen-x86_32', 300, 0.995],
  ['real-xen-arm64', 300, 1],
  ['more-xen-x86_64', 50, 0.94],
  ['more-xen-x86_32', 50, 0.94],
  ['more-xen-arm64', 100, 0.99],
  ['more-xen-arm32', 100, 0.98],
  ['linux-boot-x86_64', 300, 0.995],
] as const;

test.each(recordings)('%s: what is falsified differs, at that call', async (name, least, share) => {
  const recorded = await recording(`test/corpus/${name}.jsonl`);
  const { host, judge, probe } = prober(recorded);
  const random = randomOf(2013);
  const missed: string[] = [];
  let noticed = 0;
  for (const call of recorded.calls) {
    const entries = recorded.calls.filter(({ parent }) => parent === call.index);
    if (call.parent !== undefined || entries.length > 0) {
      expect(judge(call, entries).differences, `${call.index} ${call.label}`).toEqual([]);
      continue;
    }
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
    for (const [kind, { verdict }] of verdicts)
      if (verdict === 'differ') noticed++;
      else missed.push(`${call.index} ${call.label}: ${kind}: ${verdict}`);
  }
  expect(noticed).toBeGreaterThan(least);
  expect(noticed / (noticed + missed.length), missed.join('\n')).toBeGreaterThanOrEqual(share);
  for (const miss of missed.filter((one) => one.endsWith(': match')))
    expect(miss).toMatch(
      /m2p|linux|^\d+ undefined: result|^\d+ (?:inc|pop)_list_(?:unwritable|readonly)_\w+: pages|^\d+ dec_8_of_a_run: pages|^\d+ multicall_list_readonly: pages|^\d+ dec_o4_where_some_may_be_anonymous: result|^\d+ upper_half_of_a_handle: result/,
    );
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

const A = 0x100000n;
const ENTRIES = 0x108000n;

/** A multicall of three reservation calls, as the model runs it: its line and its entries'. */
async function multicall(): Promise<Recording> {
  const made = scenario({
    abi: 'x86_64',
    host: { maxPage: 0x1000 },
    domains: [
      { domid: 1, totPages: 16, maxPages: 20, frames: [{ mfn: 0x100, count: 16, pfn: 0 }] },
    ],
  });
  const reserve = (name: string, i: number, list: readonly number[]): Call => {
    const [at, elements] = [A + BigInt(i) * 0x1000n, list];
    const lists = { extent_start: { address: at + 0x100n, elements } };
    return made.call(`XENMEM_${name}_reservation`, { value: { domid: 0x7ff0 }, lists, at });
  };
  const entries = [
    reserve('decrease', 0, [0x100, 0x101]),
    reserve('increase', 1, [7, 8, 9]),
    reserve('decrease', 2, [0x102, 0x1800]),
  ];
  const bytes = entries.map(({ hypercall, args }) =>
    codec(multicall_entry, x86_64).encode({
      op: BigInt(hypercall),
      result: 0n,
      args: [...args, 0n, 0n, 0n, 0n],
    }),
  );
  const before = bytes.map((b) => Buffer.from(b).toString('hex')).join('');
  const raw = {
    kind: 'call',
    hypercall: hypercalls.multicall,
    args: [String(ENTRIES), String(entries.length)],
    memory: [{ address: String(ENTRIES), before }],
  };
  const lines = [made.header.raw, raw, ...entries.map(({ raw: own }) => ({ ...own, parent: 0 }))];
  const [outer, ...inner] = (await recordingOf(lines)).calls as [Call, ...Call[]];
  const ran = createRunner(made.header, codec)(outer, inner);
  expect(ran.entries?.map(({ line }) => line['result'])).toEqual([2, 3, 1]);
  return recordingOf([made.header.raw, ran.line, ...ran.entries!.map(({ line }) => line)]);
}

test('a multicall: what is falsified of it, or of an entry, differs at that line alone', async () => {
  const { header, calls } = await multicall();
  expect(calls.map(({ parent }) => parent)).toEqual([undefined, 0, 0, 0]);
  const differing = (told: readonly Call[]): number[] => {
    const judge = createReplayer(header, codec);
    const [outer, ...entries] = told as [Call, ...Call[]];
    const verdicts = [judge(outer, entries), ...entries.map((entry) => judge(entry))];
    return verdicts.flatMap(({ verdict }, i) =>
      verdict === 'differ' ? [i] : verdict === 'match' ? [] : [-1],
    );
  };
  expect(differing(calls)).toEqual([]);
  const random = randomOf(13);
  for (const [i, call] of calls.entries()) {
    const bytes = Array.from({ length: 40 }, () => wrongByte(call, random)).flat();
    const lies = [
      ...wrongResult(call, random),
      ...bytes.filter(({ address }) => !isChosen(call, address)),
    ];
    expect(lies.length).toBeGreaterThan(10);
    for (const lie of lies)
      expect(differing(calls.with(i, lie.call)), `${i}: ${lie.kind}`).toEqual([i]);
  }
});
