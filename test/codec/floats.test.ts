import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  architectures,
  array,
  codec,
  double,
  field,
  float,
  fromJson,
  fromWords,
  layoutOf,
  struct,
  toJson,
  typedef,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/index.js';
import { rowsOf } from '../../src/words/fields.js';
import { pairs } from '../support/engines.js';
import { runs } from '../support/values.js';

const seconds_t = typedef('seconds_t', double);
const sample = struct('sample', {
  first: uint8_t,
  load: float,
  when: seconds_t,
  all: array(float, 3),
  punned: union('pun', { f: float, u: uint32_t }),
  wide: union('wide_pun', { d: double, u: uint64_t, halves: array(float, 2) }),
});
const all = await pairs({ sample });

const abis = Object.values(architectures);
const bytesOf = (size: number) => fc.uint8Array({ minLength: size, maxLength: size });
/** Bytes that are a NaN, an infinity or a zero more often than chance has it. */
const likely = (size: number) =>
  fc
    .tuple(
      bytesOf(size),
      fc.array(fc.tuple(fc.nat({ max: size - 8 }), fc.constantFrom(0x7f, 0xff, 0))),
    )
    .map(([bytes, put]) => {
      for (const [at, top] of put) {
        bytes[at + 3] = top;
        bytes[at + 2] = top === 0 ? 0 : 0x80 | bytes[at + 2]!;
      }
      return bytes;
    });

describe.each(abis.map((abi) => [abi.name, abi] as const))('on %s', (name, abi) => {
  const one = all.find((pair) => pair.abi === abi.name)!;
  for (const engine of [one.generated, one.interpreted]) {
    it(`bytes are the same after a value (${engine.engine})`, () => {
      fc.assert(
        fc.property(likely(engine.size), (bytes) => {
          const value: unknown = engine.decode(bytes);
          const copy = bytes.slice();
          engine.encodeInto(value as never, copy);
          expect(copy).toEqual(bytes);
          const json = JSON.parse(JSON.stringify(toJson(sample, value))) as unknown;
          expect(fromJson(sample, json)).toEqual(value);
          const other = new Uint8Array(engine.size).fill(0x55);
          engine.encodeInto(value as never, other);
          const again: unknown = engine.decode(other);
          expect(again).toEqual(value);
        }),
        runs(200),
      );
    });
  }

  it('lies where the psABI has it', () => {
    const at = Object.fromEntries(layoutOf(sample, abi).members.map((m) => [m.name, m.offset]));
    const isNarrow = name === 'x86_32';
    expect([at['load'], at['when'], at['wide'], layoutOf(sample, abi).align]).toEqual(
      isNarrow ? [4, 8, 32, 4] : [4, 8, 32, 8],
    );
    const tight = layoutOf(struct('tight', { a: uint8_t, d: double }), abi);
    expect([tight.members[1]!.offset, tight.size, tight.align]).toEqual(
      isNarrow ? [4, 12, 4] : [8, 16, 8],
    );
  });
});

const numbers = struct('numbers', { f: float, d: double });
const { encode, decode } = codec(numbers, architectures.x86_64);
const le = (bits: bigint, size: number): number[] =>
  Array.from({ length: size }, (_, i) => Number((bits >> BigInt(i * 8)) & 0xffn));

describe('a value', () => {
  it.each<[unknown, bigint, unknown, bigint]>([
    [1, 0x3f800000n, 1, 0x3ff0000000000000n],
    [-0, 0x80000000n, -0, 0x8000000000000000n],
    [Infinity, 0x7f800000n, -Infinity, 0xfff0000000000000n],
    [NaN, 0x7fc00000n, NaN, 0x7ff8000000000000n],
    ['NaN(0xffc00000)', 0xffc00000n, 'NaN(0xfff8000000000000)', 0xfff8000000000000n],
    ['NaN(0x7f800001)', 0x7f800001n, 'NaN(0x7ff0000000000001)', 0x7ff0000000000001n],
    [2 ** -149, 1n, Number.MIN_VALUE, 1n],
    [(2 - 2 ** -23) * 2 ** 127, 0x7f7fffffn, Number.MAX_VALUE, 0x7fefffffffffffffn],
  ])('%s is 0x%s', (f, bits32, d, bits64) => {
    const bytes = encode({ f, d } as never);
    expect([...bytes]).toEqual([...le(bits32, 4), 0, 0, 0, 0, ...le(bits64, 8)]);
    expect(decode(bytes)).toEqual({ f, d });
  });

  it('of four bytes is the nearest that they hold', () => {
    expect(decode(encode({ f: 0.1, d: 0.1 }))).toEqual({ f: Math.fround(0.1), d: 0.1 });
  });

  it('is a number, whatever its bits, to Number', () => {
    const { f } = decode(encode({ f: 'NaN(0xffc00000)', d: 0 }));
    expect(Number(f)).toBeNaN();
  });

  it.each<[unknown, unknown, string]>([
    [1e39, 0, 'numbers.f (x86_64) at offset 0: expected a number that 4 bytes hold, got 1e+39'],
    [
      '1',
      0,
      'numbers.f (x86_64) at offset 0: expected a number, or the bits of a NaN of 4 bytes, got "1"',
    ],
    [
      0,
      1n,
      'numbers.d (x86_64) at offset 8: expected a number, or the bits of a NaN of 8 bytes, got 1n',
    ],
    ['NaN(0x7f800000)', 0, 'got "NaN(0x7f800000)"'],
    ['NaN(0x7fc000000)', 0, 'got "NaN(0x7fc000000)"'],
    [0, 'NaN(0x7fc00000)', 'got "NaN(0x7fc00000)"'],
    [0, 'NaN', 'got "NaN"'],
    [undefined, 0, 'numbers.f (x86_64) at offset 0: expected a value, got undefined'],
  ])('%s, %s is refused', (f, d, message) => {
    expect(() => encode({ f, d } as never)).toThrow(message);
  });

  it('of a union agrees bit by bit', () => {
    const pun = codec(union('pun', { f: float, u: uint32_t }), architectures.arm32);
    expect([...pun.encode({ f: 'NaN(0x7f800001)', u: 0x7f800001 })]).toEqual(le(0x7f800001n, 4));
    expect(() => pun.encode({ f: NaN, u: 0x7f800001 })).toThrow(/agree/);
    expect(() => pun.encode({ f: 0, u: 0x80000000 })).toThrow(/agree/);
  });
});

describe('in JSON', () => {
  it.each<[unknown, unknown]>([
    [0.5, 0.5],
    [-0, '-0'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    ['NaN(0xffc00000)', 'NaN(0xffc00000)'],
  ])('%s is %j', (value, json) => {
    expect(toJson(float, value)).toBe(json);
    expect(fromJson(float, JSON.parse(JSON.stringify(json)))).toBe(value);
  });

  it.each<[unknown, unknown]>([
    ['1.5', 1.5],
    ['-1e3', -1000],
    ['007', 7],
    ['0x10', '0x10'],
    ['', ''],
    ['1.', '1.'],
    [' 1', ' 1'],
    ['9'.repeat(2000), '9'.repeat(2000)],
    // JavaScript reads none of these as what they say.
    ['infinity', 'infinity'],
    ['nan', 'nan'],
    ['-NaN', '-NaN'],
    // 2^-1074 in full has more than a thousand digits.
    [`0.${'0'.repeat(323)}${'49406564584124654'.padEnd(751, '1')}`, 5e-324],
    [null, null],
  ])('%j is read as %j', (json, value) => {
    expect(fromJson(double, json)).toBe(value);
    expect(fromWords(double, json, architectures.x86_64)).toBe(value);
  });
});

describe('in words', () => {
  const measured = struct('measured', { f: field(float, { doc: 'load' }), d: seconds_t });

  it('is the shortest decimal that is the same number again', () => {
    const said = (f: number, d: number): string[] =>
      rowsOf(measured, { f, d }).map(({ text }) => text);
    expect(said(Math.fround(0.1), 0.1)).toEqual(['0.1', '0.1']);
    expect(said(-0, Infinity)).toEqual(['-0', 'Infinity']);
    expect(said(16777216, 1e21)).toEqual(['16777216', '1e+21']);
  });

  it('is read back', () => {
    fc.assert(
      fc.property(fc.float(), fc.double(), (f, d) => {
        const [a, b] = rowsOf(measured, { f, d }).map(({ text }) => text);
        const value = fromWords(measured, { f: a, d: b }, architectures.x86_64) as {
          f: number;
          d: number;
        };
        expect([Math.fround(value.f), value.d]).toEqual([f, d]);
      }),
      runs(300),
    );
  });
});
