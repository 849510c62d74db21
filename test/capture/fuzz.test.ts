import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callView } from '../../src/index.js';
import { bytesOf, runs } from '../support/values.js';
import { at, call, decodeAll, header, reservation } from './decoding.js';

/** The beginnings of the recordings: a header and some calls of each kind. */
const seeds: readonly Uint8Array[] = [
  'real-xen-x86_64',
  'real-xen-x86_32',
  'real-xen-arm64',
  'linux-boot-x86_64',
].map((name) => {
  const text = readFileSync(new URL(`../corpus/${name}.jsonl`, import.meta.url), 'utf8');
  const lines = text.split('\n');
  const few = lines.filter((line, i) => i === 0 || (i % 37 === 1 && line.length < 2000));
  return new TextEncoder().encode(`${few.join('\n')}\n`);
});

/** What a mutation does: a place and a byte, both of any size. */
type Mutation = (bytes: Uint8Array, place: number, byte: number) => Uint8Array;

const splice = (bytes: Uint8Array, start: number, end: number, into: Uint8Array): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, start), ...into, ...bytes.subarray(end)]);

/** From the start of the line at a place to the start of the next. */
function lineAt(bytes: Uint8Array, place: number): readonly [number, number] {
  const start = bytes.lastIndexOf(10, place - 1) + 1;
  const end = bytes.indexOf(10, place);
  return [Math.max(start, 0), end < 0 ? bytes.length : end + 1];
}

const mutations: Readonly<Record<string, Mutation>> = {
  flip: (bytes, place, byte) => splice(bytes, place, place + 1, Uint8Array.of(byte)),
  // Text that stays JSON goes deeper than text that does not.
  digit: (bytes, place, byte) => {
    let near = place;
    while (near < bytes.length && !/[0-9a-f]/.test(String.fromCharCode(bytes[near]!))) near++;
    return splice(bytes, near, near + 1, Uint8Array.of('0123456789abcdef'.charCodeAt(byte % 16)));
  },
  cut: (bytes, place) => bytes.subarray(0, place),
  drop: (bytes, place, byte) => splice(bytes, place, place + byte, new Uint8Array()),
  repeat: (bytes, place) => {
    const [start, end] = lineAt(bytes, place);
    return splice(bytes, end, end, bytes.subarray(start, end));
  },
  remove: (bytes, place) => splice(bytes, ...lineAt(bytes, place), new Uint8Array()),
};

const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.tuple(fc.constantFrom(...Object.values(mutations)), fc.nat(), fc.nat({ max: 255 })),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([seed, steps]) =>
    steps.reduce<Uint8Array>(
      (bytes, [mutate, place, byte]) =>
        bytes.length === 0 ? bytes : mutate(bytes, place % bytes.length, byte),
      seed,
    ),
  );

/** All that is printed of a capture: it must be no more than a few times what was read. */
async function printed(input: Uint8Array): Promise<string> {
  const { calls, lines, errors } = await decodeAll(input);
  for (const { error } of errors) expect(error.message).toMatch(/^line \d+[:,] [^\n]{1,300}$/);
  return [
    ...calls.map((c) => callView(c, { view: 'fields', most: 8 })),
    ...calls.map((c) => callView(c, { view: 'bytes', most: 8 })),
    ...lines.map((line) => JSON.stringify(line)),
  ].join('\n');
}

describe('a capture that is not quite one', () => {
  it('gives records and errors, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (input) => {
        const text = await printed(input);
        expect(text.length).toBeLessThan(20_000 + 20 * input.length);
      }),
      runs(250),
    );
  });

  it('may be any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (input) => {
        await printed(input);
      }),
      runs(200),
    );
  });

  it('may have any JSON in place of any value', async () => {
    const lines = [header(), call(['0x6', '0x1000'], [at('0x1000', reservation(0x2000, 1))])];
    const keys = Object.keys({ ...lines[0], ...lines[1] });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(...keys, 'result', 'domid', 'parent', 'label'),
          fc.jsonValue(),
        ),
        fc.jsonValue(),
        async (more, fragment) => {
          const text = [...lines, { ...lines[1], ...more }, { ...lines[1], memory: [fragment] }];
          await printed(new TextEncoder().encode(text.map((l) => JSON.stringify(l)).join('\n')));
        },
      ),
      runs(300),
    );
  });
});

describe('any bytes of memory', () => {
  it.each(['x86_64', 'x86_32', 'arm32'])('decode under every command on %s', async (abi) => {
    await fc.assert(
      fc.asyncProperty(bytesOf(128), async (bytes) => {
        const words = Array.from({ length: 64 }, (_, i) => `0x${i.toString(16)}`);
        const { lines, errors } = await decodeAll([
          header(abi),
          call(['0x0', '0x1000'], [at('0x1000', Buffer.from(bytes).toString('hex'))]),
          ...words.map((word) => call([word, '0x1000'])),
          call(['0x1000', '0x5'], [], { hypercall: 13 }),
        ]);
        expect(errors).toEqual([]);
        expect(JSON.stringify(lines).length).toBeLessThan(200_000);
      }),
      runs(40),
    );
  });
});
