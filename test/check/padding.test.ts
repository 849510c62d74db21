import { expect, test } from 'vitest';
import { isPadding } from '../../src/check/compare/padding.js';
import { expectLinear, times } from '../support/growth.js';

test.each([
  '_',
  '__',
  '_0',
  '12',
  'pad',
  'Pad',
  '_pad0',
  '__pad_1_',
  'pad__',
  'pad_cgo_0',
  '__bindgen_padding_0',
  'reserved',
  'must_be_zero2',
  'u.v._rsvd1',
])('%s fills a gap', (name) => expect(isPadding(name)).toBe(true));

test.each([
  'x',
  '_x',
  '__x__',
  'pad_x',
  'pad__1',
  '1_2',
  'mypad',
  'padded',
  'pad.x',
  'unused_bits',
])('%s is a field', (name) => expect(isPadding(name)).toBe(false));

// Three parts of a pattern could each have the underscores: all ways to share them were tried.
test('a name of many underscores is looked at once', () => {
  for (const make of [
    (n: number) => `${'_'.repeat(n)}x`,
    (n: number) => `x${'_'.repeat(n)}x`,
    (n: number) => `pad${'_'.repeat(n)}x`,
    (n: number) => `pad${'1'.repeat(n)}x`,
  ])
    expectLinear(
      times(500, (n) => {
        const name = make(n);
        return () => isPadding(name);
      }),
    );
});
