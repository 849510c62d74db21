import { readdirSync, readFileSync } from 'node:fs';
import {
  callToJson,
  callView,
  createLazyDecoder,
  readCapture,
} from '../../../src/capture/index.js';
import type { DecodedCall } from '../../../src/capture/index.js';
import { codec } from '../../../src/index.js';

/** A call of one row of the tables. */
export interface Example {
  /** The names of the operation and of its step, or of a hypercall that has none. */
  readonly row: string;
  readonly abi: 'x86_32' | 'x86_64' | 'arm64';
  /** 4.17 where there is none. */
  readonly interface?: string;
  readonly hypercall: number;
  readonly args: readonly string[];
  readonly memory: readonly {
    readonly address: string;
    readonly before: string;
    readonly after?: string;
  }[];
  readonly result?: number;
}

const folder = new URL('./examples/', import.meta.url);

/** The examples of each hypercall, a line a row. */
export const examples: readonly (readonly [name: string, rows: readonly Example[]])[] = readdirSync(
  folder,
)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => [
    file.replace('.jsonl', ''),
    readFileSync(new URL(file, folder), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Example),
  ]);

/** Longer lines are cut: 256 entries of a trap table say no more than the first. */
const LONGEST = 400;
const cut = (line: string): string => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);

interface Decoded {
  readonly call: DecodedCall;
  readonly json: unknown;
  readonly words: readonly string[];
}
const known = new Map<Example, Promise<Decoded>>();

/** What an example's call is decoded to, and its words. */
export function decoded(example: Example): Promise<Decoded> {
  const found = known.get(example) ?? decode(example);
  known.set(example, found);
  return found;
}

async function decode(example: Example): Promise<Decoded> {
  const { row, abi, interface: name, ...call } = example;
  const lines = [
    { kind: 'capture', version: 1, abi, ...(name !== undefined && { interface: name }) },
    { kind: 'call', ...call },
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  let decodeCall: ReturnType<typeof createLazyDecoder> | undefined;
  for await (const record of readCapture([new TextEncoder().encode(text)])) {
    if (record.kind === 'error') throw record.error;
    if (record.kind === 'capture') decodeCall = createLazyDecoder(record, codec);
    if (record.kind !== 'call') continue;
    const found = await decodeCall!(record);
    const words = callView(found, { view: 'fields', most: 8 }).split('\n').map(cut);
    return { call: found, json: callToJson(found), words };
  }
  throw new Error(`${row} has no call`);
}
