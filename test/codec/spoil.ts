import fc from 'fast-check';
import type { Layout } from '../../src/layout/index.js';
import { accepted, choices } from '../support/values.js';

/** What no field wants, and what only some want; anew each time, as it may be broken further. */
const allJunk = (): readonly unknown[] => [
  undefined,
  null,
  true,
  NaN,
  Infinity,
  -Infinity,
  -0,
  0.5,
  -1,
  255,
  256,
  2 ** 31,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1e300,
  0n,
  -1n,
  1n << 31n,
  1n << 32n,
  1n << 63n,
  1n << 64n,
  -(1n << 63n) - 1n,
  '',
  '5',
  'a\0b',
  '\u00e9',
  '\u0100',
  '\ud83d\ude00',
  'x'.repeat(100),
  Symbol('s'),
  () => 5,
  [],
  [0],
  [undefined],
  Array.from({ length: 3 }),
  {},
  Object.create(null),
  new Map([['a', 1]]),
  new Uint8Array(3),
  new Date(0),
  Object(5),
  Object(5n),
];

const strayKeys = [
  'stray',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '0',
  '',
] as const;

type Choose = (options: number) => number;

function junk(choose: Choose): unknown {
  const all = allJunk();
  return all[choose(all.length)];
}

const isOpen = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === 'object' &&
    value !== null &&
    [null, Object.prototype].includes(Object.getPrototypeOf(value)));

/** Sets an own property, whatever its name. */
function put(object: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** Breaks a value in one place, in place when it can. */
function breakOnce(value: unknown, choose: Choose): unknown {
  if (!isOpen(value) || choose(6) === 0) return junk(choose);
  const keys = Object.keys(value);
  const action = choose(keys.length === 0 ? 2 : 5);
  const key = keys[choose(keys.length || 1)]!;
  if (action === 0 && Array.isArray(value)) value.push(junk(choose));
  else if (action === 0) put(value, strayKeys[choose(strayKeys.length)]!, junk(choose));
  else if (action === 1 && Array.isArray(value)) value.pop();
  else if (action === 1) put(value, Symbol('s'), 0);
  else if (action === 2 && !Array.isArray(value)) Reflect.deleteProperty(value, key);
  else put(value, key, breakOnce((value as Record<string, unknown>)[key], choose));
  return value;
}

/** Values that are right but for one to three places, where they are probably wrong. */
export const spoiled = (layout: Layout): fc.Arbitrary<unknown> =>
  fc
    .tuple(accepted(layout), choices(), fc.integer({ min: 1, max: 3 }))
    .map(([value, choose, times]) => {
      let broken = value;
      for (let i = 0; i < times; i++) broken = breakOnce(broken, choose);
      return broken;
    });

/** Every name in a layout. */
function namesIn(layout: Layout): string[] {
  if ('element' in layout) return namesIn(layout.element);
  if (!('members' in layout)) return [];
  return layout.members.flatMap((m) => [
    ...(m.name === null ? [] : [m.name]),
    ...namesIn(m.layout),
  ]);
}

/** Anything at all: junk, and objects and arrays of junk under names that the layout knows. */
export function anything(layout: Layout): fc.Arbitrary<unknown> {
  const key = fc.constantFrom(...new Set([...namesIn(layout), ...strayKeys]));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      { weight: 3, arbitrary: fc.nat({ max: 255 }).map((i) => junk((options) => i % options)) },
      {
        weight: 1,
        arbitrary: fc.anything({
          withBigInt: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
      },
      { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 6 }) },
      {
        weight: 4,
        arbitrary: fc.array(fc.tuple(key, tie('value')), { maxLength: 8 }).map(Object.fromEntries),
      },
    ),
  }));
  return value;
}
