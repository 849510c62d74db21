import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { structs } from '../../abi/index.js';
import {
  array,
  bits,
  c_int,
  enumeration,
  flags,
  flexible,
  struct,
  uint8_t,
  uint16_t,
  uint32_t,
  union,
  anonymous,
  unsigned_int,
  x86_64,
} from '../../src/index.js';
import { architectures } from '../../src/layout/index.js';
import { arbitrary } from '../../src/vectors/index.js';
import { buildStruct } from '../support/declaration-spec.js';
import { deterministic } from '../support/declarations.js';
import { type Pair, pairs, xenPairs } from '../support/engines.js';
import { runs } from '../support/values.js';

/** Values are decoded forms: either engine encodes them, and decodes the very same again. */
function describeRoundTrip(all: readonly Pair[]): void {
  test.each(all)('values of $name on $abi go through both engines', (pair) => {
    const { generated, interpreted } = pair;
    const abi = architectures[pair.abi as keyof typeof architectures];
    fc.assert(
      fc.property(arbitrary(generated.type, abi), (value) => {
        expect(generated.decode(generated.encode(value))).toEqual(value);
        expect(interpreted.decode(interpreted.encode(value))).toEqual(value);
      }),
      runs(8),
    );
  });
}

describeRoundTrip(xenPairs());

const seed = Number(process.env['XENABI_SEED'] ?? Date.now() % 2 ** 31);
const specs = deterministic(runs(15).numRuns, seed);
const random = await pairs(
  Object.fromEntries(specs.map((spec, i) => [`r${i}`, buildStruct('generated', spec)])),
);
describe(`random declarations of XENABI_SEED=${seed}`, () => {
  beforeEach(({ task, onTestFailed }) => {
    const name = /r(\d+) on/.exec(task.name)?.[1];
    onTestFailed(() => console.error(`r${name}: ${JSON.stringify(specs[Number(name)])}`));
  });
  describeRoundTrip(random);
});

describe('flexible arrays and the field that counts them', async () => {
  const item = struct('item', { a: uint16_t, b: uint32_t });
  describeRoundTrip(
    await pairs({
      free: struct('free', { a: uint8_t, tail: flexible(item) }),
      counted: struct('counted', { count: uint32_t, tail: flexible(item, 'count') }),
      one_bit: struct('one_bit', { count: bits(uint8_t, 1), tail: flexible(uint8_t, 'count') }),
      in_union: struct('in_union', {
        u: anonymous(union(null, { count: uint16_t, both: array(uint8_t, 2) })),
        tail: flexible(uint8_t, 'count'),
      }),
      in_struct_in_union: struct('in_struct_in_union', {
        u: anonymous(
          union(null, {
            s: anonymous(struct(null, { before: uint8_t, count: uint8_t, after: uint16_t })),
            word: uint32_t,
          }),
        ),
        tail: flexible(uint16_t, 'count'),
      }),
    }),
  );
});

/** What values of a declaration there are in a large sample. */
const sample = <T>(values: fc.Arbitrary<T>): T[] => fc.sample(values, { numRuns: 2000, seed: 1 });

describe('favoured are', () => {
  test.each([
    [uint8_t, [0, 1, 127, 128, 254, 255]],
    [c_int, [-(2 ** 31), -(2 ** 31) + 1, -1, 0, 1, 2 ** 31 - 1, 2 ** 16]],
  ] as const)('the ends and powers of two of %o', (type, expected) => {
    expect(sample(arbitrary(type, x86_64))).toEqual(expect.arrayContaining([...expected]));
  });

  test('the named values of an enumeration, though others are possible', () => {
    const space = enumeration('space', uint32_t, { a: 1000, b: 2001 });
    const values = sample(arbitrary(space, x86_64));
    expect(values).toEqual(expect.arrayContaining([1000, 2001]));
    expect(new Set(values).size).toBeGreaterThan(100);
  });

  test('the named bits of flags, alone, together and with their parts', () => {
    const parts = { width: { shift: 0, width: 8 } };
    const type = flags('fl', unsigned_int, { low: 1 << 16, high: 1 << 17 }, parts);
    const values = sample(arbitrary(type, x86_64));
    expect(values).toEqual(expect.arrayContaining([1 << 16, 1 << 17, 3 << 16]));
    expect(values.some((value) => (value & 0xff) !== 0 && value >> 16 === 3)).toBe(true);
  });
});

test('there is a value of every struct on every architecture that has it', () => {
  for (const abi of Object.values(architectures))
    for (const type of structs)
      if (type.abis?.includes(abi.name) ?? true)
        expect(fc.sample(arbitrary(type, abi), 1)).toHaveLength(1);
});
