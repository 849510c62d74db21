import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource, recognise, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf, prints } from './fixtures.js';

const formats = ['raw', 'hex', 'hexdump', 'base64'] as const;

/** Reads in every format; anything but a source or a SourceError fails. */
function readAll(input: Uint8Array): void {
  recognise(input);
  for (const format of formats) {
    try {
      const { fragments } = readSource(input, format);
      let end = -1n;
      for (const { address, bytes } of fragments) {
        expect(bytes.length).toBeGreaterThan(0);
        expect(address).toBeGreaterThan(end);
        end = address + BigInt(bytes.length);
        expect(end).toBeLessThanOrEqual(2n ** 64n);
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      expect(error.message).toMatch(/^line [1-9]\d*, column [1-9]\d*: [^\n]+$/);
    }
  }
}

const hexOf = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 100 });
const anyAddress = fc.bigInt({ min: 0n, max: 2n ** 64n - 100n });

/** As xxd prints, with groups of a size and order, and columns of a width. */
function xxd(
  bytes: Uint8Array,
  start: bigint,
  columns: number,
  group: number,
  words: boolean,
): string {
  let lines = '';
  const width = columns * 2 + Math.ceil(columns / group) - 1;
  for (let at = 0; at < bytes.length; at += columns) {
    const line = bytes.subarray(at, at + columns);
    const groups = [];
    for (let i = 0; i < line.length; i += group) {
      const part = line.slice(i, i + group);
      groups.push(hexOf(words ? part.toReversed() : part).padStart(words ? group * 2 : 0));
    }
    const text = Array.from(line, (b) => (b >= 32 && b < 127 ? String.fromCharCode(b) : '.')).join(
      '',
    );
    const address = (start + BigInt(at)).toString(16).padStart(8, '0');
    lines += `${address}: ${groups.join(' ').padEnd(width)}  ${text}\n`;
  }
  return lines;
}

describe('any input gives a source or a SourceError', () => {
  it('bytes', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), readAll)));

  it('text of the characters that formats use', () => {
    const characters = fc.constantFrom(...'0123456789abcdefxX,:*|<>{}[]"\\=+-_/ \t\r\n.g(b)$#');
    const text = fc.string({ unit: characters, maxLength: 200 });
    fc.assert(fc.property(text, (s) => readAll(bytesOf(s))));
  });

  it('prints of tools with pieces of them changed', () => {
    const print = fc.constantFrom(
      ...[...prints('golden'), ...prints('tricky')].map(({ text }) => text),
    );
    const piece = fc.constantFrom(
      '',
      '*\n',
      '\n',
      ' ',
      '  ',
      '0',
      'g',
      '|',
      '>',
      ':',
      '0x',
      '\u0000',
    );
    const change = fc.tuple(fc.nat(1000), fc.nat(3), piece);
    fc.assert(
      fc.property(print, fc.array(change, { minLength: 1, maxLength: 4 }), (text, changes) => {
        for (const [at, removed, added] of changes) {
          const start = at % text.length;
          text = text.slice(0, start) + added + text.slice(start + removed);
        }
        readAll(bytesOf(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('printed and read back', () => {
  it('xxd', () => {
    const columns = fc.integer({ min: 1, max: 32 });
    fc.assert(
      fc.property(
        someBytes,
        anyAddress,
        columns,
        fc.integer({ min: 1, max: 16 }),
        (bytes, address, c, g) => {
          // A text column of few letters in a big group may well say nothing or read both ways.
          const source = readSource(bytesOf(xxd(bytes, address, c, g, false)), 'hexdump');
          expect(source.fragments).toEqual([{ address, bytes }]);
        },
      ),
    );
  });

  it('xxd -e, when there is text to tell it by', () => {
    const group = fc.constantFrom(2, 4, 8);
    fc.assert(
      fc.property(someBytes, anyAddress, group, (rest, address, g) => {
        const bytes = Uint8Array.from([...bytesOf('abcdefgh'), ...rest]);
        const source = readSource(bytesOf(xxd(bytes, address, 16, g, true)), 'hexdump');
        expect(source.fragments).toEqual([{ address, bytes }]);
      }),
    );
  });

  it('hex, broken anywhere', () =>
    fc.assert(
      fc.property(someBytes, fc.array(fc.nat(300)), (bytes, breaks) => {
        let text = hexOf(bytes);
        for (const at of breaks) text = `${text.slice(0, at)}\n${text.slice(at)}`;
        expect(readSource(bytesOf(text), 'hex').fragments).toEqual([{ address: 0n, bytes }]);
      }),
    ));

  it('base64, in both alphabets, with and without padding', () =>
    fc.assert(
      fc.property(someBytes, fc.boolean(), fc.boolean(), (bytes, isUrl, isPadded) => {
        let text = btoa(String.fromCharCode(...bytes));
        if (isUrl) text = text.replaceAll('+', '-').replaceAll('/', '_');
        if (!isPadded) text = text.replace(/=+$/, '');
        expect(readSource(bytesOf(text), 'base64').fragments).toEqual([{ address: 0n, bytes }]);
      }),
    ));
});

// Patterns must not be quadratic in the length of a line.
describe('one very long line takes no time', () => {
  const heads = [
    '',
    '00000000: ',
    '00000000  ',
    '0000000 ',
    '0x10:\t',
    '0x10000000 ',
    '(gdb) ',
    '{',
    '[a@b ',
  ];
  const units = [
    '0',
    '00 ',
    ' ',
    '0x00 ',
    '\t',
    'A',
    '=',
    ' >',
    '<',
    '|',
    '*',
    ',',
    '}',
    '> :',
    '@',
    'a@',
    '$',
    '\r',
    '\u00e9',
  ];
  const timeOf = (head: string, unit: string, length: number): number => {
    const input = bytesOf(head + unit.repeat(length / unit.length) + '!');
    const start = performance.now();
    readAll(input);
    return performance.now() - start;
  };
  it.each(heads)('behind %j', (head) => {
    for (const unit of units) {
      // Ten times the length is ten times the work; were it quadratic, a hundred times. The best
      // of several is compared, for other work on the machine only adds.
      const best = { short: Infinity, long: Infinity };
      for (let round = 0; round < 20 && !(best.long < 40 * best.short); round++) {
        best.short = Math.min(best.short, timeOf(head, unit, 30_000));
        best.long = Math.min(best.long, timeOf(head, unit, 300_000));
      }
      expect(best.long / best.short, unit).toBeLessThan(40);
    }
  });
});
