import { expect, test } from 'vitest';
import { x86_64 } from '../../src/layout/index.js';
import { caseOf, outcomeOf } from './fuzz/case.js';
import { corpusIn } from './fuzz/corpus.js';

const COUNT = 6000;
const SEED = 4_17;
const corpus = corpusIn(new URL('../objects/', import.meta.url));

test(`${COUNT} tampered objects and BTF blobs give a result or a sentence with a place`, () => {
  const outcomes = { read: 0, partly: 0, refused: 0 };
  for (let number = 0; number < COUNT; number++)
    try {
      outcomes[outcomeOf(caseOf(corpus, SEED, number))]++;
    } catch (cause) {
      throw new Error(`fuzz:objects -- --seed ${SEED} --only ${number}`, { cause });
    }
  // Neither all broken nor all harmless, or nothing was tried.
  for (const [outcome, count] of Object.entries(outcomes))
    expect(count, outcome).toBeGreaterThan(COUNT / 20);
});

test('every prefix of an object and of a BTF blob gives a result or a sentence', () => {
  for (const name of [
    'good/x86_64-gcc-dwarf5.o (plain)',
    'btf/x86_64.btf',
    'split/x86_64-packaged-dwarf5.dwp',
  ]) {
    const { bytes } = corpus.find((one) => one.name === name)!;
    for (let length = 0; length < bytes.length; length++)
      outcomeOf({
        seed: name,
        bytes: bytes.subarray(0, length),
        abi: x86_64,
        base: undefined,
        beside: undefined,
      });
  }
});
