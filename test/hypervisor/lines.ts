import { createReadStream } from 'node:fs';
import { multicall_entry } from '../../abi/index.js';
import { architectures, type Call, codec, readCapture } from '../../src/index.js';
import { grouped } from '../../src/capture/grouped.js';
import { createRunner, type Host, setUp } from '../../src/hypervisor/index.js';
import { createReplayer, type Verdict } from '../../src/replay/index.js';

/*
 * Captures made by hand, a line a call, and what the model says of them. Without other facts the
 * guest is a PV dom0 on x86_64 whose frames 128 to 191 have the page numbers from 0.
 */

export type Line = Readonly<Record<string, unknown>>;
type Integer = bigint | number;

export const hex = (n: Integer): string => `0x${n.toString(16)}`;
export const bytesHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export const SELF = 0x7ff0;
/** Where calls have their argument. */
export const A = 0x10000;

export const header = (facts: Line = {}): Line => ({
  kind: 'capture',
  version: 1,
  abi: 'x86_64',
  host: { maxPage: 0x4000 },
  domain: { domid: 0, mode: 'pv', privileged: true, totPages: 64, maxPages: 96 },
  regions: [{ start: hex(A), end: hex(A + 0x10000) }],
  frames: [{ mfn: 128, count: 64, pfn: 0 }],
  ...facts,
});

/** A memory command. @param word its command word */
export const call = (
  word: Integer,
  memory: readonly Line[],
  more: Line = {},
  at: Integer = A,
): Line => ({ kind: 'call', hypercall: 12, args: [hex(word), hex(at)], memory, ...more });

export const struct = (name: string, value: Line, at: Integer = A): Line => ({
  address: hex(at),
  struct: name,
  value,
});
export const list = (address: Integer, values: readonly Integer[]): Line => ({
  address: hex(address),
  list: 'xen_pfn_t',
  values: values.map(String),
});
export const reservation = (extent_start: Integer, nr_extents: number, more: Line = {}): Line => ({
  extent_start: hex(extent_start),
  nr_extents,
  extent_order: 0,
  mem_flags: 0,
  domid: SELF,
  ...more,
});
export const reserve = (
  word: Integer,
  value: Line,
  lists: readonly Line[],
  more: Line = {},
  at: Integer = A,
): Line => call(word, [struct('xen_memory_reservation', value, at), ...lists], more, at);

/** Where multicalls have their entries. */
export const ENTRIES = A + 0x3000;

/** A multicall of memory commands, each with the address of its argument. */
export function multicall(
  entries: readonly (readonly [word: number, argument: number])[],
  memory: readonly Line[],
  abi: 'x86_64' | 'x86_32' = 'x86_64',
  result = 0n,
): Line {
  const { size, encode } = codec(multicall_entry, architectures[abi]);
  const bytes = new Uint8Array(size * entries.length);
  for (const [i, [word, at]] of entries.entries())
    bytes.set(
      encode({ op: 12n, result, args: [BigInt(word), BigInt(at), 0n, 0n, 0n, 0n] }),
      i * size,
    );
  return {
    kind: 'call',
    hypercall: 13,
    args: [hex(ENTRIES), hex(entries.length)],
    memory: [...memory, { address: hex(ENTRIES), before: bytesHex(bytes) }],
  };
}

/** What was read of a capture: its header, and its calls in their order. */
export interface Recording {
  readonly header: Parameters<typeof createReplayer>[0];
  readonly calls: readonly Call[];
}

async function read(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Recording> {
  const calls: Call[] = [];
  let header: Recording['header'] | undefined;
  for await (const record of readCapture(chunks))
    if (record.kind === 'capture') header = record;
    else if (record.kind === 'call') calls.push(record);
    else throw new Error(JSON.stringify(record));
  return { header: header!, calls };
}

export const recording = (file: string): Promise<Recording> => read(createReadStream(file));
export const recordingOf = (lines: readonly unknown[]): Promise<Recording> =>
  read(lines.map((line) => new TextEncoder().encode(`${JSON.stringify(line)}\n`)));

/** A replayer, and the model that it judges by. */
export interface Prepared {
  readonly host: Host;
  readonly calls: readonly Call[];
  readonly judge: ReturnType<typeof createReplayer>;
}

export async function replayer(lines: readonly Line[]): Promise<Prepared> {
  const { header: head, calls } = await recordingOf(lines);
  const host = setUp(head.raw, { heap: false, undo: true });
  return { host, calls, judge: createReplayer(head, codec, host) };
}

async function* each(calls: readonly Call[]): AsyncGenerator<Call> {
  yield* calls;
}

/** The verdict of each call; a multicall is judged with its entries' lines. */
export async function replay(lines: readonly Line[]): Promise<Verdict[]> {
  const { calls, judge } = await replayer(lines);
  const told: Verdict[] = [];
  for await (const { record, entries } of grouped(each(calls)))
    if (record.kind === 'call') told.push(judge(record, entries));
  return told;
}
export const verdicts = async (lines: readonly Line[]): Promise<string[]> =>
  (await replay(lines)).map(({ verdict }) => verdict);

/** The lines as a run has them: each call with what the model did. */
export async function run(lines: readonly Line[]): Promise<Line[]> {
  const { header: head, calls } = await recordingOf(lines);
  const execute = createRunner(head, codec);
  return [head.raw, ...calls.map((one) => execute(one).line)];
}
