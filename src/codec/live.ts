import {
  type CompoundType,
  type FieldType,
  integerOf,
  type Member,
  type Selector,
} from '../schema/index.js';
import { meant } from './meant.js';

export type Fields = Readonly<Record<string, unknown>>;

/** A field that holds a scalar, a string or a handle, with the values that stand around it. */
export interface LiveField {
  /** Dotted; empty for a value that is no compound. */
  readonly path: string;
  readonly type: FieldType;
  readonly value: unknown;
  /** The field's notes. */
  readonly member?: Member;
  /** The field, or one that holds it, is only written by a call. */
  readonly isOut?: true;
  /** The objects that hold it, the innermost first. */
  readonly scopes: readonly Fields[];
}

/** What a field next to another, or further out, says; nothing where there is none of that name. */
export function lookUp(name: string, scopes: readonly Fields[]): bigint | undefined {
  for (const scope of scopes) {
    const value = Object.hasOwn(scope, name) ? scope[name] : undefined;
    if (typeof value === 'bigint' || typeof value === 'number') return BigInt(value);
  }
  return undefined;
}

/** The member that a selector names, `null` for none; nothing where a field that it asks is not there. */
function selected({ by, live }: Selector, scopes: readonly Fields[]): string | null | undefined {
  const chosen = lookUp(by, scopes);
  if (chosen === undefined) return undefined;
  const named = live[Number(chosen)] ?? null;
  return typeof named === 'object' && named ? selected(named, scopes) : named;
}

/**
 * The members whose reading counts: of a union with a selector, the one that it names; nothing
 * where the selector's field is not there, as in a union by itself.
 */
function liveMembers(type: CompoundType, scopes: readonly Fields[]): readonly Member[] | undefined {
  if (type.kind === 'struct' || !type.selector) return type.members;
  const name = selected(type.selector, scopes);
  return name === undefined ? undefined : type.members.filter((m) => m.name === name);
}

function* visit(field: LiveField, forPeople: boolean): Generator<LiveField> {
  const { path, type, value, scopes } = field;
  const inside = (type: FieldType, value: unknown, at: string): Generator<LiveField> =>
    visit({ ...field, path: at, type, value }, forPeople);
  // An alias of an integer may name its values.
  if (type.kind === 'alias' && !integerOf(type)) yield* inside(type.type, value, path);
  else if (type.kind === 'anonymous') yield* inside(type.type, value, path);
  else if (type.kind === 'oneOf') yield* inside(meant(type, value), value, path);
  else if (type.kind === 'array' || type.kind === 'flexible')
    for (const [i, item] of (value as readonly unknown[]).entries())
      yield* inside(type.element, item, `${path}[${i}]`);
  else if (type.kind === 'struct' || type.kind === 'union') {
    const fields = value as Fields;
    const inner = [fields, ...scopes];
    // What selects a member is in the struct around the union.
    const live = liveMembers(type, scopes) ?? (forPeople ? type.members : []);
    if (live.length === 0 && forPeople) yield field;
    for (const m of live) {
      if (m.type.kind === 'bits' && m.type.unnamed) continue;
      const isMerged = m.type.kind === 'anonymous';
      const at = isMerged ? path : path === '' ? m.name : `${path}.${m.name}`;
      const held = isMerged ? value : fields[m.name];
      if (held === undefined) continue;
      const isOut = field.isOut || m.direction === 'out';
      yield* visit(
        {
          path: at,
          type: m.type,
          value: held,
          member: m,
          scopes: inner,
          ...(isOut && { isOut }),
        },
        forPeople,
      );
    }
  } else yield field;
}

/**
 * The live fields of a value, in declaration order. People are also told of a union that has no
 * live member, by the union itself, and are shown every member of one that nothing selects.
 */
export const liveFields = (
  type: FieldType,
  value: unknown,
  forPeople = false,
): Generator<LiveField> => visit({ path: '', type, value, scopes: [] }, forPeople);
