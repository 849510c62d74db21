import type { CompoundShape, MemberShape } from '../layout/index.js';

/** A caller's object, of which nothing is known yet. */
export type Fields = { readonly [key: string]: unknown };

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field as the caller wrote it: what `Object.prototype` has is not the caller's. */
export function get(value: Fields, key: string): unknown {
  return key in Object.prototype && !Object.hasOwn(value, key) ? undefined : value[key];
}

/** Sets an own property, `__proto__` too. */
export function set(into: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(into, key, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else into[key] = value;
}

/** The keys that a compound's value may have, those of anonymous members among them. */
export function keysOf(layout: CompoundShape): readonly string[] {
  return layout.members.flatMap((m) =>
    m.name === null ? keysOf(m.layout as CompoundShape) : [m.name],
  );
}

/** Whether the caller gave a union's member: an anonymous struct, if any of its fields. */
export function isGiven(member: MemberShape, value: Fields): boolean {
  return member.name === null
    ? (member.layout as CompoundShape).members.some((m) => isGiven(m, value))
    : get(value, member.name) !== undefined;
}

/** A member's own value: an anonymous member's fields are in its parent's. */
export const valueOf = (member: MemberShape, value: Fields): unknown =>
  member.name === null ? value : get(value, member.name);
