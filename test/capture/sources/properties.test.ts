import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kindOf,
  type Pasted,
  readPasted,
  SourceError,
  sourceNames,
} from '../../../src/capture/sources/index.js';
import { spent } from '../../support/growth.js';
import { bytesOf, hexOf, prints } from './fixtures.js';
import { type Printer, printers } from './printers.js';

/** A reading, or nothing when the text is refused; any other error fails. */
function read(input: Uint8Array, from?: string): Pasted | undefined {
  try {
    return readPasted(input, from);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    expect(error.message).toMatch(/^line [1-9]\d*, column [1-9]\d*: [^\n]+$/);
    return undefined;
  }
}

/** Reads in every notation; anything but a reading or a SourceError fails. */
function readAll(input: Uint8Array): void {
  kindOf(input);
  for (const from of [undefined, ...sourceNames]) {
    let end = -1n;
    for (const { address, bytes } of read(input, from)?.fragments ?? []) {
      expect(bytes.length).toBeGreaterThan(0);
      expect(address).toBeGreaterThan(end);
      end = address + BigInt(bytes.length);
      expect(end).toBeLessThanOrEqual(2n ** 64n);
    }
  }
}

describe('any input gives a reading or a SourceError', () => {
  it('bytes', () =>
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), readAll), { numRuns: 50 }));

  it('text of the characters that notations use', () => {
    const characters = fc.constantFrom(
      ...'0123456789abcdefxX,:*|<>{}[]"\\=+-_/@S`\' \t\r\n.g(b)$#',
    );
    const text = fc.string({ unit: characters, maxLength: 200 });
    fc.assert(
      fc.property(text, (s) => readAll(bytesOf(s))),
      { numRuns: 100 },
    );
  });

  it('prints of tools with pieces of them changed', () => {
    const all = ['golden', 'tricky', 'finds'].flatMap((name) => prints(name));
    const print = fc.constantFrom(...all.map(({ text }) => text));
    const piece = fc.constantFrom('', '*\n', '\n', ' ', '  ', '0', 'g', '|', '>', ':', '0x', '\0');
    const change = fc.tuple(fc.nat(1000), fc.nat(3), piece);
    fc.assert(
      fc.property(print, fc.array(change, { minLength: 1, maxLength: 4 }), (text, changes) => {
        for (const [at, removed, added] of changes) {
          const start = at % text.length;
          text = text.slice(0, start) + added + text.slice(start + removed);
        }
        readAll(bytesOf(text));
      }),
      { numRuns: 100 },
    );
  });
});

/** Bytes as structs have them: small numbers and pointers, besides any bytes at all. */
const someBytes = fc.oneof(
  fc.uint8Array({ minLength: 8, maxLength: 96 }),
  fc
    .array(fc.oneof(fc.bigInt(0n, 300n), fc.bigInt(0n, 2n ** 64n - 1n)), {
      minLength: 1,
      maxLength: 12,
    })
    .map((words) =>
      Uint8Array.from(
        words.flatMap((word) =>
          Array.from({ length: 8 }, (_, i) => Number((word >> BigInt(8 * i)) & 0xffn)),
        ),
      ),
    ),
);
const someAddress = fc.oneof(
  fc.constant(0n),
  fc.bigInt(0n, 2n ** 28n).map((n) => n * 16n),
  fc.constant(0x40001000n),
);

type Outcome = 'right' | 'guessed' | 'refused';

/** What became of a print. What is read as if it were certain must be its bytes at their address. */
function outcomeOf(
  { print, hasAddresses, unit }: Printer,
  all: Uint8Array,
  start: bigint,
): Outcome {
  const bytes = all.subarray(0, all.length - (all.length % unit));
  const text = print(bytes, start);
  const pasted = read(bytesOf(text));
  if (!pasted) return 'refused';
  if (pasted.guess !== undefined) return 'guessed';
  expect(pasted.fragments.map((f) => hexOf(f.bytes)).join('|'), text).toBe(hexOf(bytes));
  if (hasAddresses) expect(pasted.fragments[0]!.address, text).toBe(start);
  return 'right';
}

describe('what is printed is read back as exactly these bytes, or refused, or told to be a guess', () => {
  it.each(printers)('$name', (printer) =>
    fc.assert(
      fc.property(someBytes, someAddress, (all, start) => {
        const outcome = outcomeOf(printer, all, start);
        // The bytes 0b 01 10 … print as a binary number does.
        const isBinary = /^0b[01]+$/.test(hexOf(all));
        if (printer.isCertain && !isBinary) expect(outcome).not.toBe('refused');
      }),
      { numRuns: 60 },
    ),
  );

  // Guessing everything would satisfy the law above.
  it.each(printers)('$name: seldom a guess', (printer) => {
    const samples = fc.sample(fc.tuple(someBytes, someAddress), { seed: 8, numRuns: 200 });
    const outcomes = samples.map(([all, start]) => outcomeOf(printer, all, start));
    const unsure = outcomes.filter((outcome) => outcome !== 'right').length;
    expect(unsure / samples.length).toBeLessThanOrEqual(printer.unsure);
  });

  const words = ['xenmem: ', 'x: ', 'my driver: ', 'dump[7]: ', '[   12.345678] ', '(XEN) ', '> '];
  it.each(printers.filter(({ hasAddresses, name }) => hasAddresses && !/kernel|hexyl/.test(name)))(
    '$name, behind other words',
    ({ print, unit }) =>
      fc.assert(
        fc.property(someBytes, someAddress, fc.constantFrom(...words), (all, start, word) => {
          const bytes = all.subarray(0, all.length - (all.length % unit));
          const text = print(bytes, start).replaceAll(/^(?=.)/gm, word);
          const pasted = read(bytesOf(text));
          if (!pasted || pasted.guess !== undefined) return;
          expect(pasted.fragments.map((f) => hexOf(f.bytes)).join('|'), text).toBe(hexOf(bytes));
        }),
        { numRuns: 40 },
      ),
  );

  it('hex, broken anywhere, where it is said to be hex', () =>
    fc.assert(
      fc.property(someBytes, fc.array(fc.nat(300)), (bytes, breaks) => {
        let text = hexOf(bytes);
        for (const at of breaks) text = `${text.slice(0, at)}\n${text.slice(at)}`;
        expect(readPasted(bytesOf(text), 'hex').fragments).toEqual([{ address: 0n, bytes }]);
      }),
    ));

  it('base64, in both alphabets, with and without padding', () =>
    fc.assert(
      fc.property(someBytes, fc.boolean(), fc.boolean(), (bytes, isUrl, isPadded) => {
        let text = btoa(String.fromCharCode(...bytes));
        if (isUrl) text = text.replaceAll('+', '-').replaceAll('/', '_');
        if (!isPadded) text = text.replace(/=+$/, '');
        expect(readPasted(bytesOf(text), 'base64').fragments).toEqual([{ address: 0n, bytes }]);
      }),
    ));
});

// Patterns must not be quadratic in the length of a line, or in the number of lines.
describe('reading is linear in its input', () => {
  type Hostile = readonly [head: string, unit: string, tail: string];
  const inputOf = ([head, unit, tail]: Hostile, length: number): Uint8Array =>
    bytesOf(head + unit.repeat(Math.ceil(length / unit.length)) + tail);

  /**
   * Four times the length may cost eight times as much, and what a run costs beside its work. It
   * begins with a few units, so that what is exponential fails and does not hang; and a slow moment
   * of the machine gets more rounds.
   */
  function expectLinear(hostile: Hostile, most: number): void {
    const [, unit] = hostile;
    const few = [10, 14, 18, 22, 26, 30, 40].map((count) => count * unit.length);
    const lengths = [...few, 1_000, 4_000, 16_000, 64_000];
    let before = 0;
    for (const length of lengths.filter((one) => one <= most)) {
      const input = inputOf(hostile, length);
      let cost = Infinity;
      for (let round = 0; round < 5 && cost >= 8 * before + 60; round++)
        cost = Math.min(
          cost,
          spent(() => read(input)),
        );
      expect(cost, `${JSON.stringify(hostile)}, ${length} characters`).toBeLessThan(
        8 * before + 60,
      );
      before = cost;
    }
  }

  const known: readonly Hostile[] = [
    [':', '[/*', ''],
    ['@0 ', '/*', ''],
    ['', '/**/', 'x'],
    ['\n\u001b[*', ':/*', ''],
    ['', ' ', 'x'],
    ['{S1', ' ', '0b'],
    ['rdi', ' ', 'x'],
    ['Offset', ' ', 'x'],
    ['', '-', 'x'],
    ['', '| ', 'x'],
    ['', '::dump', 'x'],
    ['    00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f', ' ', 'x y'],
    ['', ' ', '!"\\x00"'],
    ['', '=', '!"\\x00"'],
    ['', 'b(', '!"\\x00"'],
    ['', '" ', '\\x00"'],
    ['$1 = "', '\\101', ''],
    ['$1 = ', "'\\000' <repeats 1000000 times>, ", '""'],
    ['0x0: ', 'a', '!'],
    ['00000000`00000000  00000000`00000000 a', ' ', '!'],
    ['#0 f (', '=1 <', ')'],
    ['', '1', ''],
    ['[1', '1', ']'],
    ['0x0:\t', '1', ''],
    ['00000000: ', '00  ', 'z'],
    ['0000000 ', '00000000 ', ' z'],
  ];
  it.each(known)('%j, then %j, then %j', (...hostile) => {
    expectLinear(hostile, 64_000);
  });

  const heads = [
    '',
    '00000000: ',
    '00000000  ',
    '0x10:\t',
    '(gdb) ',
    '{',
    '[a@b ',
    "b'",
    '@0 ',
    '<',
  ];
  const units = [
    '0',
    '00 ',
    ' ',
    '0x00 ',
    'A',
    '|',
    ',',
    '> :',
    '[',
    '<',
    '@a ',
    '\\x00',
    '0\n',
    '\n',
  ];
  const tails = ['!', '', '"', '\n0', ' }'];
  it.each(heads)('behind %j', (head) => {
    for (const [i, unit] of units.entries())
      for (const more of ['', ...units.slice(i + 1, i + 3)])
        expectLinear([head, unit + more, tails[(i + more.length) % tails.length]!], 16_000);
  });
});
