import { expect, test } from 'vitest';
import { sizeInWords } from '../../src/words/size.js';

test.each<[bigint, string]>([
  [0n, '0 bytes'],
  [1023n, '1023 bytes'],
  [1024n, '1 KiB'],
  [1025n, '1025 bytes'],
  [1536n, '1536 bytes'],
  [3n << 20n, '3 MiB'],
  [1n << 63n, '8 EiB'],
  [1n << 71n, '2048 EiB'],
])('%i', (bytes, text) => expect(sizeInWords(bytes)).toBe(text));
