import { describe, expect, it, test } from 'vitest';
import * as fc from 'fast-check';
import { architectures, layoutOf, oldReaders, x86_64 } from '../../src/layout/index.js';
import { bits, struct, uint16_t, uint32_t, uint64_t } from '../../src/schema/index.js';
import { declaration } from '../support/declarations.js';

const on64 = (fields: Parameters<typeof struct>[1]) => layoutOf(struct('s', fields), x86_64);
const old = on64({ a: uint64_t, b: uint16_t });

describe('oldReaders', () => {
  it.each([
    ['a field in what was padding', on64({ a: uint64_t, b: uint16_t, c: uint16_t }), []],
    ['a field that moved', on64({ c: uint64_t, a: uint64_t, b: uint16_t }), ['a', 'b']],
    ['a field that grew', on64({ a: uint64_t, b: uint32_t }), ['b']],
    ['a field that went', on64({ a: uint64_t }), ['b']],
    ['a field that became bits', on64({ a: uint64_t, b: bits(uint16_t, 3) }), ['b']],
  ])('%s', (_, now, broken) => {
    expect(oldReaders(old, now).broken).toEqual(broken);
  });

  it('tells a longer struct, whose lists have another stride, from a shorter one', () => {
    const longer = on64({ a: uint64_t, b: uint16_t, c: uint64_t });
    expect(oldReaders(old, longer)).toEqual({ broken: [], isShort: false, isOtherStride: true });
    expect(oldReaders(longer, old)).toEqual({ broken: ['c'], isShort: true, isOtherStride: true });
  });
});

test('law: nobody is broken by what he was compiled for', () => {
  fc.assert(
    fc.property(declaration(), fc.constantFrom(...Object.values(architectures)), (type, abi) => {
      const layout = layoutOf(type, abi);
      expect(oldReaders(layout, layout)).toEqual({
        broken: [],
        isShort: false,
        isOtherStride: false,
      });
    }),
    { numRuns: 100 },
  );
});
