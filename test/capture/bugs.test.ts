import { describe, expect, it } from 'vitest';
import {
  bytesView,
  type Call,
  codec,
  createCallDecoder,
  flexible,
  readCapture,
  struct,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
  warningsOf,
  x86_64,
} from '../../src/index.js';
import { rowsOf } from '../../src/words/fields.js';
import { structLines } from '../../src/capture/index.js';
import { xenabi } from '../cli/run.js';

/** Each was wrong once. */

const HEADER = { kind: 'capture', version: 1, abi: 'x86_64' };

async function read(...lines: object[]) {
  const records = [];
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  for await (const record of readCapture([new TextEncoder().encode(`${text}\n`)]))
    records.push(record);
  return records;
}

describe('bugs', () => {
  it('a result past 2^53 that is a bare number was refused', async () => {
    const call =
      '{"kind":"call","hypercall":12,"args":["0x1"],"result":-9007199254740995,' +
      '"label":"a \\"1234567890123456789\\" b"}';
    const text = `${JSON.stringify(HEADER)}\n${call}\n`;
    const records: unknown[] = [];
    for await (const record of readCapture([new TextEncoder().encode(text)])) records.push(record);
    expect(records[1]).toMatchObject({
      args: [1n],
      result: -9007199254740995n,
      label: 'a "1234567890123456789" b',
    });
  });

  it('the command word of a 32-bit guest was read wider than its register', () => {
    const decode = createCallDecoder({ abi: 'x86_32', interface: 'xen-4.17' }, codec);
    // Command 6, populate, from extent 1 on.
    const args = [0xffff_ffff_0000_0046n, 0x1_0000_1000n];
    const call = { index: 0, hypercall: 12, args, memory: [] } as unknown as Call;
    const { operation, above, argument } = decode(call);
    expect([operation?.name, above]).toEqual(['XENMEM_populate_physmap', 1n]);
    expect(argument?.address).toBe(0x1000n);
  });

  it('a union’s selector was looked up among its own members first', () => {
    const u = union(
      null,
      { op: uint8_t, b: uint8_t },
      { selector: { by: 'op', live: { 2: 'b' } } },
    );
    const s = struct('s', { op: uint8_t, u });
    const value = codec(s, x86_64).decode(Uint8Array.of(2, 1));
    expect(rowsOf(s, value).map(({ path }) => path)).toEqual(['op', 'u.b']);
  });

  it('a struct of a user’s that is called xen_memory_exchange is not taken for Xen’s', () => {
    const type = struct('xen_memory_exchange', { a: uint8_t });
    const bytes = Uint8Array.of(1);
    expect(warningsOf({ type, abi: x86_64, bytes, value: { a: 1 } })).toEqual([]);
  });

  it('elements of a flexible array in the tail padding were taken for padding', () => {
    const element = struct('e', { a: uint8_t, b: uint16_t });
    const type = struct('f', { n: uint32_t, k: uint8_t, list: flexible(element, 'k') });
    const bytes = Uint8Array.of(0, 0, 0, 0, 2, 0, 1, 0, 2, 2, 3, 0xee, 4, 4);
    const value: unknown = codec(type, x86_64).decode(bytes);
    const found = warningsOf({ type, abi: x86_64, bytes, value });
    expect(found.map(({ code, path, offset }) => [code, path, offset])).toEqual([
      ['padding', 'list[1]', 11],
    ]);
    const shown = bytesView(type, x86_64, bytes, value).join('\n');
    expect(shown.match(/\b[0-9a-f]{2}\b(?= |$)/gm)).toHaveLength(bytes.length);
  });

  it('a key of a capture could send escapes to the terminal', async () => {
    const value = { '\u001b[31mX': 1 };
    const memory = [{ address: '0x0', struct: 'xen_memory_domain', value }];
    const [, bad] = await read(HEADER, {
      kind: 'call',
      hypercall: 12,
      args: ['0x3', '0x0'],
      memory,
    });
    expect(bad).toMatchObject({ kind: 'error' });
    expect((bad as { error: Error }).error.message).not.toMatch(/\p{Cc}/u);
  });

  it('a result as a debugger prints the register was a large positive number', async () => {
    const call = { kind: 'call', hypercall: 12, args: ['0x2'], result: '0xffffffffffffffea' };
    const [, record] = await read(HEADER, call);
    expect(record).toMatchObject({ result: -22n });
  });

  it('a value of very many rows was too much for one call of Math.max', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 150_000 }, (_, i) => [`f${i}`, uint8_t]),
    );
    const type = struct('many', fields);
    const value = Object.fromEntries(Object.keys(fields).map((name) => [name, 0]));
    expect(structLines(type, value)).toHaveLength(150_000);
  });

  it.each([
    [['test/corpus/exchange.jsonl', '--struct', 'xen_unpin'], '--struct is for bytes'],
    [
      ['--struct', 'xen_memory_domain', '--abi', 'x86_64', 'f07f', '--hypercall', '5'],
      '--hypercall goes with --args',
    ],
    [['--abi', 'x86_64', '--args', '2,0', '--offset', '1'], '--offset does not go with --args'],
  ])('an option without a meaning was ignored: %j', (args, sentence) => {
    const { status, stderr } = xenabi(['decode', ...args]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
