import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structs } from '../../abi/index.js';
import { architectures, fromWords, layoutOf } from '../../src/index.js';
import {
  array,
  bits,
  chars,
  enumeration,
  field,
  type FieldType,
  flags,
  integerOf,
  int32_t,
  namedMembers,
  namesOf,
  struct,
  type Type,
  uint16_t,
  uint32_t,
  uint64_t,
  type Unit,
} from '../../src/schema/index.js';
import { widest } from '../../src/schema/scalars.js';
import { expectedWords, numberInWords } from '../../src/words/number.js';
import { inWords } from '../../src/words/value.js';

interface Scalar {
  readonly type: FieldType;
  readonly unit: Unit | undefined;
}

/** Every scalar that a declaration holds, with its unit. */
function scalarsIn(type: FieldType, unit?: Unit): Scalar[] {
  if (type.kind === 'alias') return integerOf(type) ? [{ type, unit }] : scalarsIn(type.type, unit);
  if (type.kind === 'array' || type.kind === 'flexible') return scalarsIn(type.element, unit);
  if (type.kind === 'struct' || type.kind === 'union')
    return namedMembers(type).flatMap((m) => scalarsIn(m.type, m.unit));
  if (type.kind === 'oneOf') return type.alternatives.flatMap((one) => scalarsIn(one.type, unit));
  return type.kind === 'chars' ? [] : [{ type, unit }];
}

const bitsOf = ({ type }: Scalar): number => {
  if (type.kind === 'bits') return type.width;
  if (type.kind === 'handle' || type.kind === 'pointer') return 64;
  return widest(type as Parameters<typeof widest>[0]);
};

/** The values of a scalar: those with names, and any. */
function valuesOf(scalar: Scalar): fc.Arbitrary<bigint> {
  const { type } = scalar;
  const names = type.kind === 'bits' ? namesOf(type.storage) : namesOf(type as Type);
  const width = bitsOf(scalar);
  const isSigned =
    integerOf(type as Type)?.kind === 'int' &&
    (integerOf(type as Type) as { signed: boolean }).signed;
  const any = isSigned
    ? fc.bigInt(-(1n << BigInt(width - 1)), (1n << BigInt(width - 1)) - 1n)
    : fc.bigInt(0n, (1n << BigInt(width)) - 1n);
  const named = Object.values(names?.values ?? {}).map(BigInt);
  return named.length === 0
    ? any
    : fc.oneof(
        any,
        fc.constantFrom(...named),
        fc.subarray(named).map((some) => some.reduce((sum, bit) => sum | bit, 0n)),
      );
}

const scalars = structs.flatMap((type) =>
  scalarsIn(type).map((scalar) => ({ ...scalar, of: type.name! })),
);

describe('words are read back', () => {
  it('for every scalar of every struct, whatever its value', () => {
    expect(scalars.length).toBeGreaterThan(100);
    for (const scalar of scalars)
      fc.assert(
        fc.property(valuesOf(scalar), (value) => {
          const words = inWords(scalar.type, value, scalar.unit);
          expect(numberInWords(scalar.type, words, scalar.unit), `${scalar.of}: ${words}`).toBe(
            value,
          );
        }),
        { numRuns: 60 },
      );
  });

  it('for every name that a declaration of abi/ has, alone', () => {
    let named = 0;
    for (const { type } of scalars) {
      const names = namesOf(type as Type);
      for (const [name, value] of Object.entries(names?.values ?? {})) {
        expect(numberInWords(type, name)).toBe(BigInt(value));
        named++;
      }
    }
    expect(named).toBeGreaterThan(50);
  });
});

const colour = enumeration('colour', uint16_t, { RED: 1, GREEN: 20 });
const how = flags(
  'how',
  uint32_t,
  { FAST: 1 << 16, SAFE: 1 << 17, BOTH: 3 << 16 },
  { width: { shift: 0, width: 8 }, node: { shift: 8, width: 8, bias: -1 } },
);

describe('a number in words', () => {
  it.each<[Type, string, Unit | undefined, bigint]>([
    [colour, 'RED', undefined, 1n],
    [colour, ' GREEN  (0x14) ', undefined, 20n],
    [colour, '0x14', undefined, 20n],
    [colour, '7', undefined, 7n],
    [how, 'width=31|node=2', undefined, 0x31fn],
    [how, 'width = 0x1f | node = -1', undefined, 0x1fn],
    [how, 'FAST | SAFE | 0x40000', undefined, 0x70000n],
    [how, 'BOTH', undefined, 0x30000n],
    [how, '0', undefined, 0n],
    [how, '131072|FAST', undefined, 0x30000n],
    [uint32_t, '9 (2 MiB)', 'order', 9n],
    [int32_t, '-EINVAL', 'errno', -22n],
    [int32_t, '-22 EINVAL', 'errno', -22n],
    [int32_t, '-22', 'errno', -22n],
  ])('of %o: %s', (type, words, unit, value) => {
    expect(numberInWords(type, words, unit)).toBe(value);
  });

  it.each<[string, FieldType, string, Unit?]>([
    ['an unknown name', colour, 'BLUE'],
    ['a name of Object.prototype', colour, 'constructor'],
    ['a name with another number behind it', colour, 'RED (0x14)'],
    ['two names of an enumeration', colour, 'RED|GREEN'],
    ['nothing', colour, ''],
    ['an empty term', how, 'FAST|'],
    ['an unknown part', how, 'height=3'],
    ['a part that does not fit', how, 'width=256'],
    ['a part below its bias', how, 'node=-2'],
    ['a part given twice', how, 'node=1|node=2'],
    ['a part and a number in its bits', how, 'width=1|2'],
    ['a name as a part', how, 'FAST=1'],
    ['a part with two numbers', how, 'width=5=9'],
    ['an order with the size of another', uint32_t, '9 (4 MiB)', 'order'],
    ['an errno without its sign', int32_t, 'EINVAL', 'errno'],
    ['an errno of another number', int32_t, '-5 EINVAL', 'errno'],
    ['more digits than any integer has', uint64_t, '9'.repeat(1e5)],
  ])('is not in %s', (_, type, words, unit) => {
    expect(numberInWords(type, words, unit)).toBeUndefined();
  });

  it('is told with the nearest name, or the names that there are', () => {
    expect(expectedWords(colour, 'REF')).toBe('a number or a name; did you mean RED?');
    expect(expectedWords(how, 'FAST|SAVE')).toBe('a number or a name; did you mean SAFE?');
    expect(expectedWords(colour, 'x')).toBe('a number or a name (RED, GREEN)');
    expect(expectedWords(uint32_t, 'x')).toBeUndefined();
  });
});

describe('a value from words', () => {
  const made = struct('made', {
    first: colour,
    some: array(how, 2),
    wide: enumeration('wide', uint64_t, { ALL: 2 ** 40 }),
    low: bits(colour, 5),
    text: chars(8),
    order: field(uint32_t, { unit: 'order' }),
  });
  const { x86_64 } = architectures;

  it('has numbers where the declaration has names, and texts as they are', () => {
    expect(
      fromWords(
        made,
        {
          first: 'RED',
          some: ['FAST', 'width=8'],
          wide: 'ALL',
          low: 'GREEN',
          text: '0x10',
          order: '9 (2 MiB)',
        },
        x86_64,
      ),
    ).toEqual({ first: 1, some: [0x10000, 8], wide: 1n << 40n, low: 20, text: '0x10', order: 9 });
  });

  it('is refused with path, offset and the nearest name', () => {
    expect(() => fromWords(made, { some: ['FAST', 'SAVE'] }, x86_64)).toThrow(
      'made.some[1] (x86_64) at offset 8: expected a number or a name; did you mean SAFE?, got "SAVE"',
    );
    expect(layoutOf(made, x86_64).members[1]!.offset).toBe(4);
  });

  it('leaves to encode what no name could be', () => {
    expect(fromWords(struct('s', { n: uint32_t }), { n: 'x' }, x86_64)).toEqual({ n: 'x' });
  });
});
