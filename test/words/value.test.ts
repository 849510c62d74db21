import { expect, it } from 'vitest';
import { flags, int32_t, uint64_t } from '../../src/schema/index.js';
import { fromWords } from '../../src/words/from-words.js';
import { inWords } from '../../src/words/value.js';
import { architectures } from '../../src/layout/index.js';

it('a part of a flags word loses no digit, however wide it is', () => {
  const wide = flags('wide', uint64_t, {}, { x: { shift: 0, width: 60 } });
  const value = 2n ** 53n + 1n;
  expect(inWords(wide, value)).toBe('x=9007199254740993');
  expect(fromWords(wide, 'x=9007199254740993', architectures.x86_64)).toBe(value);
});

it('an order below zero has no size', () => {
  expect(inWords(int32_t, -3n, 'order')).toBe('-3 (2^-3 pages)');
});
