import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import {
  type Call,
  callFromJson,
  callToJson,
  CaptureError,
  type CaptureHeader,
  codec,
  createLazyDecoder,
  readCapture,
} from '../../src/index.js';
import { examples } from '../abi/hypercalls/examples.js';

const refuse = (path: string, problem: string): CaptureError =>
  new CaptureError('capture', 1, 0, path, problem);

type Words = Record<string, unknown>;
const wordsOf = async (header: CaptureHeader, call: Call): Promise<Words> => {
  const {
    warnings: _,
    call: _index,
    label: _label,
    ...words
  } = JSON.parse(JSON.stringify(callToJson(await createLazyDecoder(header, codec)(call)))) as Words;
  return words;
};

/** Every byte of a call's memory, before it and after it. */
const bytesOf = ({ memory }: Pick<Call, 'memory'>): Map<bigint, readonly [number, number]> =>
  new Map(
    memory.flatMap(({ address, before, after = before }) =>
      Array.from(before, (byte, i) => [address + BigInt(i), [byte, after[i]!]] as const),
    ),
  );

/** The laws of a call: its words are bytes again, which say the same words. */
async function lawsOf(header: CaptureHeader, call: Call): Promise<{ isWhole: boolean }> {
  const words = await wordsOf(header, call);
  const again = await callFromJson(words, header, codec, refuse);
  expect(again.hypercall).toBe(call.hypercall);
  expect(again.args).toEqual(call.args.slice(0, again.args.length));
  expect(again.result).toBe(call.result);
  expect(await wordsOf(header, { ...call, ...again }), call.label).toEqual(words);
  const [ours, theirs] = [bytesOf(again), bytesOf(call)];
  // What no word says, padding and the rest of a union, is zero.
  const isSaid = (byte: number, was: number | undefined): boolean => byte === 0 || byte === was;
  const others = [...ours].filter(([address, [before, after]]) => {
    const [was, is] = theirs.get(address) ?? [];
    return !isSaid(before, was) || !isSaid(after, is);
  });
  expect(others, call.label).toEqual([]);
  const isWhole = [...theirs].every(([address, bytes]) => `${ours.get(address)}` === `${bytes}`);
  return { isWhole };
}

async function lawsOfAll(text: Uint8Array): Promise<{ calls: number; whole: number }> {
  let header: CaptureHeader | undefined;
  let [calls, whole] = [0, 0];
  for await (const record of readCapture([text])) {
    if (record.kind === 'capture') header = record;
    if (record.kind === 'error') throw record.error;
    if (record.kind !== 'call') continue;
    calls++;
    if ((await lawsOf(header!, record)).isWhole) whole++;
  }
  return { calls, whole };
}

describe('a call in words is the call again', () => {
  it('of each kind that a Linux dom0 and its toolstack made', async () => {
    const text = readFileSync(new URL('../corpus/all-hypercalls-x86_64.jsonl', import.meta.url));
    expect((await lawsOfAll(text)).calls).toBe(148);
  });

  it('of each row of the tables, byte for byte', async () => {
    const lines = examples.flatMap(([, rows]) =>
      rows.flatMap(({ row, abi, interface: name, ...call }) => [
        { kind: 'capture', version: 1, abi, ...(name !== undefined && { interface: name }) },
        { kind: 'call', label: row, ...call },
      ]),
    );
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const { calls, whole } = await lawsOfAll(new TextEncoder().encode(text));
    expect(calls).toBeGreaterThan(520);
    expect(whole).toBe(calls);
  });
});

const header: CaptureHeader = { abi: 'x86_64', interface: 'xen-4.17', raw: {} };
const encoded = (words: Words) => callFromJson(words, header, codec, refuse);

it('takes names where people write names', async () => {
  const { args, memory, result } = await encoded({
    hypercall: 'memory_op',
    arguments: { cmd: 'XENMEM_populate_physmap+5', arg: '0x1000' },
    argument: {
      address: '0x1000',
      before: {
        extent_start: '0x2000',
        nr_extents: 1,
        extent_order: 0,
        mem_flags: 'XENMEMF_exact_node_request',
        domid: 'DOMID_SELF',
      },
    },
    lists: [{ path: 'extent_start', before: [7] }],
    result: '-EINVAL',
  });
  expect(args).toEqual([0x146n, 0x1000n]);
  expect(result).toBe(-22n);
  expect(memory.map(({ address, before }) => [address, before.length])).toEqual([
    [0x1000n, 32],
    [0x2000n, 8],
  ]);
  expect(memory[0]!.before.slice(24, 26)).toEqual(Uint8Array.of(0xf0, 0x7f));
});

test.each<[Words, string]>([
  [{}, 'line 1, hypercall: is missing'],
  // A captured line lost its registers and bytes, and came out as a call of nothing.
  [
    { hypercall: 12, args: ['0xc', '0x1000'] },
    'line 1, args: is of a line that is captured already',
  ],
  [{ hypercall: 12, memory: [] }, 'line 1, memory: is of a line that is captured already'],
  [{ hypercall: 11 }, 'line 1, hypercall: 11 has no words that could be bytes'],
  [{ hypercall: 'sched_op', arguments: { cmdd: 0 } }, 'arguments.cmdd: is no register of sched_op'],
  [
    { hypercall: 'sched_op', arguments: { cmd: 3, arg: '0x1000' }, argument: { before: {} } },
    'argument.address: is missing',
  ],
  [
    {
      hypercall: 'sched_op',
      arguments: { cmd: 3, arg: '0x1000' },
      argument: { address: '0x1000', before: { ports: 0, nr_ports: 'many', timeout: 0 } },
    },
    'argument.before.nr_ports: ',
  ],
  [
    {
      hypercall: 'sched_op',
      arguments: { cmd: 3, arg: '0x1000' },
      argument: { address: '0x1000', before: { ports: 0, nr_ports: 0, timeout: 0 } },
      lists: [{ path: 'port', before: [1] }],
    },
    'lists[0]: "port" is no list of this call; did you mean ports?',
  ],
  [
    { hypercall: 'sched_op', arguments: { cmd: 0 }, argument: { address: 0, before: {} } },
    'this call has none',
  ],
])('%j is refused with its place', async (words, message) => {
  await expect(encoded(words)).rejects.toThrow(message);
});
