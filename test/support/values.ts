import fc from 'fast-check';
import type { CompoundLayout, Layout } from '../../src/layout/index.js';
import { valuesOf } from '../../src/vectors/values.js';
import { decodedForm } from '../codec/reference.js';

/** How often a property runs, as many times more as XENABI_RUNS says. */
export const runs = (times: number): { numRuns: number } => ({
  numRuns: Math.ceil(times * Number(process.env['XENABI_RUNS'] ?? 1)),
});

export { bytesOf } from '../../src/vectors/bytes.js';
export { limitsOf } from '../../src/vectors/integers.js';

type Entries = (readonly [string, unknown])[];

/** Values as `decode` returns them; of unions, what the reference reads in their bytes. */
export const decoded = (layout: Layout): fc.Arbitrary<unknown> => valuesOf(layout, decodedForm);

type Choose = (options: number) => number;

/** The same value in another form that `encode` takes. */
function reword(layout: Layout, value: unknown, choose: Choose): unknown {
  switch (layout.kind) {
    case 'int': {
      const number = Number(value);
      if (!Number.isSafeInteger(number) || choose(2) === 0) return value;
      return number === 0 && choose(2) === 0 ? -0 : number;
    }
    case 'float':
      return value;
    case 'chars':
      return (value as string).padEnd(choose(layout.size + 1), '\0');
    case 'array':
    case 'flexible':
      return (value as unknown[]).map((item) => reword(layout.element, item, choose));
    default: {
      const entries = rewordFields(layout, value as Record<string, unknown>, choose);
      if (choose(4) === 0) entries.reverse();
      const object = Object.fromEntries(entries);
      return choose(8) === 0 ? Object.setPrototypeOf(object, null) : object;
    }
  }
}

function rewordFields(
  layout: CompoundLayout,
  value: Record<string, unknown>,
  choose: Choose,
): Entries {
  const first = choose(layout.members.length);
  return layout.members.flatMap((m, i): Entries => {
    const isGiven = layout.kind === 'struct' || i === first || choose(3) === 0;
    if (m.name === null)
      return isGiven ? rewordFields(m.layout as CompoundLayout, value, choose) : [];
    if (isGiven) return [[m.name, reword(m.layout, value[m.name], choose)]];
    return choose(4) === 0 ? [[m.name, undefined]] : [];
  });
}

/** A sequence of choices that shrinks to zeros. */
export const choices = (): fc.Arbitrary<Choose> =>
  fc.array(fc.nat({ max: 255 }), { minLength: 64, maxLength: 64, size: 'max' }).map((numbers) => {
    let taken = 0;
    return (options) => numbers[taken++ % numbers.length]! % options;
  });

/**
 * Values that `encode` accepts: numbers for bigints, one member of a union or several that
 * agree, NULs after a string, keys in any order, objects without a prototype.
 */
export const accepted = (layout: Layout): fc.Arbitrary<unknown> =>
  fc.tuple(decoded(layout), choices()).map(([value, choose]) => reword(layout, value, choose));
