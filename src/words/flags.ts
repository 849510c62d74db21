import type { Names } from '../schema/index.js';

/** What a flags word has. */
export interface Flags {
  /** The parts that are not zero, by their names, as they are meant: with their bias. */
  readonly parts: readonly (readonly [name: string, value: bigint])[];
  /** The names of which all bits are set. */
  readonly names: readonly string[];
  /** The bits that neither have. */
  readonly rest: bigint;
}

/** Reads a flags word. A name of several bits, as that of a value of a part, needs all of them. */
export function flagsOf(word: bigint, { values, parts = {} }: Names): Flags {
  let rest = word;
  const found: [name: string, value: bigint][] = [];
  for (const [name, { shift, width, bias = 0 }] of Object.entries(parts)) {
    const mask = (1n << BigInt(width)) - 1n;
    const stored = (word >> BigInt(shift)) & mask;
    rest &= ~(mask << BigInt(shift));
    if (stored !== 0n) found.push([name, stored + BigInt(bias)]);
  }
  const names: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const bits = BigInt(value);
    if (bits === 0n || (word & bits) !== bits) continue;
    rest &= ~bits;
    names.push(name);
  }
  return { parts: found, names, rest };
}
