import {
  checkObject,
  ObjectError,
  type ObjectSource,
  type ReadOptions,
  sourceOf,
} from '../../../src/check/index.js';
import { type Abi, architectures } from '../../../src/layout/index.js';
import type { Seed } from './corpus.js';
import { mutated } from './mutate.js';
import { type Random, randomFrom } from './random.js';

/** A file that was tampered with, and what lies around it. */
export interface FuzzCase {
  readonly seed: string;
  readonly bytes: Uint8Array;
  readonly abi: Abi | undefined;
  readonly base: Uint8Array | undefined;
  /** What every other file is that it names: possibly itself. */
  readonly beside: Uint8Array | undefined;
}

const abis = Object.values(architectures);

/** The case of a number; the same for the same corpus, seed and number. */
export function caseOf(corpus: readonly Seed[], seed: number, number: number): FuzzCase {
  const random: Random = randomFrom(seed, number);
  const pick = <T>(all: readonly T[]): T => all[random(all.length)]!;
  const start = pick(corpus);
  const bytes = mutated(start.bytes, random, pick(corpus).bytes);
  const other = (): Uint8Array => (random(3) === 0 ? bytes : pick(corpus).bytes);
  return {
    seed: start.name,
    bytes,
    abi: /btf/i.test(start.name) || random(8) === 0 ? pick(abis) : undefined,
    base: random(4) === 0 ? other() : undefined,
    beside: random(2) === 0 ? other() : undefined,
  };
}

/** The bytes that a case may read. */
const reads = (size: number): number => 64 * size + 100_000;

/** A file whose readings are counted. */
function counted(bytes: Uint8Array, limit: number): ObjectSource {
  const source = sourceOf(bytes);
  let total = 0;
  return {
    size: source.size,
    read(offset, length) {
      if (!(offset >= 0 && length >= 0 && offset + length <= bytes.length))
        throw new Error(`reads ${length} bytes at ${offset} of ${bytes.length}`);
      total += length;
      if (total > limit) throw new Error(`reads ${total} bytes of a file of ${bytes.length}`);
      return source.read(offset, length);
    },
  };
}

/** The place that a sentence has to have. */
function checkPlace(error: ObjectError): void {
  const { code, offset, message } = error;
  if (code === 'truncated' || code === 'malformed' ? offset === null : false)
    throw new Error(`no place in: ${message}`);
  if (offset !== null && !(Number.isSafeInteger(offset) && offset >= 0))
    throw new Error(`no such place: ${message}`);
  if (/NaN|undefined|Infinity|\[object/.test(message)) throw new Error(`nonsense: ${message}`);
}

/** Words for what became of a case. @throws Error for what must never happen */
export function outcomeOf({ bytes, abi, base, beside }: FuzzCase): 'read' | 'partly' | 'refused' {
  const limit = reads(bytes.length + (base?.length ?? 0) + (beside?.length ?? 0));
  const options: ReadOptions = {
    abi,
    base: base && counted(base, limit),
    open: () => beside && counted(beside, limit),
    openPackage: () => beside && counted(beside, limit),
  };
  let outcome: 'read' | 'partly' | 'refused' = 'refused';
  try {
    const object = checkObject(counted(bytes, limit), options);
    for (const problem of object.problems) checkPlace(problem);
    for (const { struct, differences } of object.structs)
      for (const { expected, actual, path, what } of differences)
        for (const value of [expected, actual])
          if (typeof value === 'number' && !(Number.isSafeInteger(value) && value >= 0))
            throw new Error(`${struct}.${path}: ${what} is ${value}`);
    outcome = object.problems.length > 0 ? 'partly' : 'read';
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    checkPlace(error);
  }
  return outcome;
}
