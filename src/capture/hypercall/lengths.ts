import type { Condition, Length } from '../../../abi/index.js';
import { numberAt } from './fields.js';

/** What a length is reckoned with: the values that it names, the innermost first. */
export interface Scopes {
  readonly scopes: readonly unknown[];
  /** Bytes of an element. */
  readonly size: number;
  /** Elements up to the one that ends the list, as far as its memory is known. */
  readonly until: (field: string, is: number) => bigint | undefined;
  /** The 16-bit number that the list begins with. */
  readonly first: () => bigint | undefined;
}

const ceil = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/**
 * How many elements a list has: nothing where what says it is not there.
 * @param isAfter whether the values are those after the call
 */
export function lengthOf(length: Length, at: Scopes, isAfter: boolean): bigint | undefined {
  if (typeof length === 'number') return BigInt(length);
  if (typeof length === 'string') return numberAt(length, at.scopes);
  switch (length.kind) {
    case 'product': {
      const factors = length.of.map((name) => numberAt(name, at.scopes));
      if (factors.includes(undefined)) return undefined;
      return factors.reduce<bigint>((all, one) => all * one!, BigInt(length.times ?? 1));
    }
    case 'span': {
      const first = numberAt(length.first, at.scopes);
      const last = numberAt(length.last, at.scopes);
      if (first === undefined || last === undefined) return undefined;
      return last < first ? 0n : last - first + 1n;
    }
    case 'groups': {
      const of = lengthOf(length.of, at, isAfter);
      return of === undefined ? undefined : ceil(of, BigInt(length.per));
    }
    case 'bytes': {
      const of = lengthOf(length.of, at, isAfter);
      return of === undefined ? undefined : of / BigInt(at.size);
    }
    case 'bits': {
      const of = numberAt(length.of, at.scopes);
      return of === undefined ? undefined : BigInt.asUintN(length.width, of);
    }
    case 'after':
      return isAfter ? lengthOf(length.of, at, isAfter) : undefined;
    case 'until':
      return at.until(length.field, length.is);
    case 'first':
      return at.first();
  }
}

/** Whether what a list depends on is so. */
export function holds({ by, mask, is, not }: Condition, scopes: readonly unknown[]): boolean {
  const value = numberAt(by, scopes);
  if (value === undefined) return true;
  const isSo = (mask === undefined ? value : value & BigInt(mask)) === BigInt(is);
  return isSo !== (not ?? false);
}
