import { expect, it } from 'vitest';
import { readBits } from '../../src/codec/integers.js';

it('bits from 2^31 on are read where they are', () => {
  const bytes = new Uint8Array(2 ** 28 + 1);
  bytes[2 ** 28] = 0b10100;
  expect(readBits(bytes, 0, 2 ** 31 + 2, 3)).toBe(0b101n);
});
