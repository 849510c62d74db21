import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  architectures,
  layoutOf,
  type MemberLayout,
  partsOf,
  x86_64,
} from '../../src/layout/index.js';
import {
  anonymous,
  array,
  bits,
  type CompoundType,
  flexible,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unnamedBits,
} from '../../src/schema/index.js';
import { declaration } from '../support/declarations.js';

/** `a@0+4 padding@4+4`; bit-fields that are one part in brackets. */
const partsIn = (type: CompoundType): string =>
  partsOf(layoutOf(type, x86_64))
    .map((part) => {
      const where = `@${part.offset}+${part.size}`;
      if (part.kind === 'padding') return `padding${where}`;
      if (part.kind === 'whole') return `${part.member.name ?? 'anonymous'}${where}`;
      return `[${part.members.map(({ name }) => name).join(' ')}]${where}`;
    })
    .join(' ');

describe('the parts of a struct', () => {
  it.each<[string, CompoundType, string]>([
    [
      'are its members and the padding between and behind them',
      struct('s', { a: uint8_t, b: uint32_t, c: array(uint8_t, 3) }),
      'a@0+1 padding@1+3 b@4+4 c@8+3 padding@11+1',
    ],
    [
      'are anonymous members too',
      struct('s', { a: uint8_t, _: anonymous(union(null, { b: uint16_t, c: uint8_t })) }),
      'a@0+1 padding@1+1 anonymous@2+2',
    ],
    [
      'are bit-fields together where they share bytes or follow one another',
      struct('s', { a: bits(uint8_t, 3), b: bits(uint8_t, 5), c: bits(uint8_t, 2), d: uint8_t }),
      '[a b c]@0+2 d@2+1',
    ],
    [
      'are bit-fields apart where a byte is between them',
      struct('s', { a: bits(uint64_t, 3), _: unnamedBits(uint64_t, 20), b: bits(uint64_t, 9) }),
      '[a]@0+1 padding@1+1 [b]@2+2 padding@4+4',
    ],
    [
      'end in a flexible array, behind which is no padding',
      struct('s', { n: uint64_t, a: uint8_t, list: flexible(uint16_t) }),
      'n@0+8 a@8+1 padding@9+1 list@10+0',
    ],
    [
      'of a union are its members, each for itself',
      union('u', { a: bits(uint16_t, 9), b: bits(uint8_t, 3), c: uint8_t, d: uint32_t }),
      '[a]@0+2 [b]@0+1 c@0+1 d@0+4',
    ],
  ])('%s', (_, type, parts) => {
    expect(partsIn(type)).toBe(parts);
  });

  it('have every byte and every member of it once, in order', () => {
    fc.assert(
      fc.property(declaration(), fc.constantFrom(...Object.values(architectures)), (type, abi) => {
        const layout = layoutOf(type, abi);
        const parts = partsOf(layout);
        let end = 0;
        for (const { offset, size } of parts) {
          expect(offset).toBe(end);
          end += size;
        }
        expect(end).toBe(layout.size);
        const members = parts.flatMap((part): readonly MemberLayout[] => {
          if (part.kind === 'padding') return [];
          return part.kind === 'bits' ? part.members : [part.member];
        });
        expect(members).toEqual(layout.members);
      }),
    );
  });
});
