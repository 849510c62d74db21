import type { CompoundLayout, MemberLayout } from '../layout/index.js';
import { keysOf } from './fields.js';

/** The expression of a field of the object `v`, as `get` in `fields.ts` reads it. */
export const printGet = (v: string, name: string): string =>
  name in Object.prototype ? `get(${v}, '${name}')` : `${v}.${name}`;

/** The condition under which the object `v` gives a union's member, as `isGiven` says. */
export const printIsGiven = (v: string, { name, layout }: MemberLayout): string =>
  name === null
    ? (layout as CompoundLayout).members.map((m) => printIsGiven(v, m)).join(' || ')
    : `${printGet(v, name)} !== undefined`;

/** Whether every key is always given, and none is in the way of telling a plain object. */
const isCounted = (layout: CompoundLayout): boolean =>
  layout.kind === 'struct' &&
  layout.members.every(({ name }) => name !== null && name !== 'constructor');

/** That `v` is an object, and no array or instance that may hide keys: those are left alone. */
export const printObjectCheck = (layout: CompoundLayout, v: string): readonly string[] => [
  isCounted(layout)
    ? `if (typeof ${v} !== 'object' || ${v}?.constructor !== Object) break fast;`
    : `if (typeof ${v} !== 'object' || ${v} === null || Array.isArray(${v})) break fast;`,
];

/**
 * That the object `v` has no key but the fields. Of a plain object whose fields have all been
 * read a count of the keys tells, and is the fastest way; unions need not give all members.
 */
export function printKeyCheck(layout: CompoundLayout, v: string): readonly string[] {
  const keys = keysOf(layout);
  if (isCounted(layout))
    return [
      `let n${v} = 0;`,
      `for (const _ in ${v}) n${v}++;`,
      `if (n${v} !== ${keys.length}) break fast;`,
    ];
  const known = keys.map((name) => `case '${name}':`);
  return [
    `for (const key in ${v}) switch (key) { ${known.join(' ')} break; default: break fast; }`,
  ];
}
