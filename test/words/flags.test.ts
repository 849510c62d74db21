import { expect, test } from 'vitest';
import { flagsOf } from '../../src/words/flags.js';

const names = {
  kind: 'flags',
  values: { none: 0, one: 1, both: 6 },
  parts: { node: { shift: 8, width: 4, bias: -1 } },
} as const;

// One reader wanted all bits of a name, the other any of them.
test.each<[bigint, object]>([
  [0n, { parts: [], names: [], rest: 0n }],
  [7n, { parts: [], names: ['one', 'both'], rest: 0n }],
  [3n, { parts: [], names: ['one'], rest: 2n }],
  [0x1301n, { parts: [['node', 2n]], names: ['one'], rest: 0x1000n }],
  [0x100n, { parts: [['node', 0n]], names: [], rest: 0n }],
])('0x%i', (word, flags) => expect(flagsOf(word, names)).toEqual(flags));
