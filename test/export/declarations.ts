import * as fc from 'fast-check';
import { structs } from '../../abi/index.js';
import { type Abi, architectures } from '../../src/layout/index.js';
import type { CompoundType, StructType } from '../../src/schema/index.js';
import { enriched } from '../support/declaration-more.js';
import { declaration } from '../support/declarations.js';

export const abis: readonly Abi[] = Object.values(architectures);

/** The structs of `abi/` that an architecture has. */
export const xenOn = (abi: Abi): readonly CompoundType[] =>
  structs.filter(({ abis }) => abis?.includes(abi.name) ?? true);

/** Random structs, some with named values, selectors and lists, and an architecture. */
export const exported = (): fc.Arbitrary<readonly [StructType, Abi]> =>
  fc
    .tuple(declaration(), fc.boolean(), fc.infiniteStream(fc.nat()), fc.constantFrom(...abis))
    .map(([type, more, choices, abi]) => {
      const choose = (options: number): number => Number(choices.next().value) % options;
      return [more ? enriched(type, choose) : type, abi] as const;
    });

/** What matches the first group of a pattern, everywhere in a text. */
export const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1]!);
