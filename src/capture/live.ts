import { type CompoundType, type FieldType, integerOf, type Member } from '../schema/index.js';

export type Fields = Readonly<Record<string, unknown>>;

/** A field that holds a scalar, a string or a handle, with the values that stand around it. */
export interface LiveField {
  /** Dotted; empty for a value that is no compound. */
  readonly path: string;
  readonly type: FieldType;
  readonly value: unknown;
  /** The field's notes. */
  readonly member?: Member;
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

/** The members whose reading counts: of a union with a selector, the one that it names. */
function liveMembers(type: CompoundType, scopes: readonly Fields[]): readonly Member[] {
  if (type.kind === 'struct' || !type.selector) return type.members;
  const { by, live } = type.selector;
  const chosen = lookUp(by, scopes);
  return chosen === undefined
    ? []
    : type.members.filter((m) => m.name === live[Number(chosen)]);
}

function* visit(
  { path, type, value, member, scopes }: LiveField,
  orAll: boolean,
): Generator<LiveField> {
  const inside = (type: FieldType, value: unknown, at: string): Generator<LiveField> =>
    visit({ path: at, type, value, scopes, ...(member && { member }) }, orAll);
  // An alias of an integer may name its values.
  if (type.kind === 'alias' && !integerOf(type))
    yield* inside(type.type, value, path);
  else if (type.kind === 'anonymous') yield* inside(type.type, value, path);
  else if (type.kind === 'array' || type.kind === 'flexible')
    for (const [i, item] of (value as readonly unknown[]).entries())
      yield* inside(type.element, item, `${path}[${i}]`);
  else if (type.kind === 'struct' || type.kind === 'union') {
    const fields = value as Fields;
    const inner = [fields, ...scopes];
    const live = liveMembers(type, inner);
    for (const m of live.length === 0 && orAll ? type.members : live) {
      if (m.type.kind === 'bits' && m.type.unnamed) continue;
      const isMerged = m.type.kind === 'anonymous';
      const at = isMerged ? path : path === '' ? m.name : `${path}.${m.name}`;
      const held = isMerged ? value : fields[m.name];
      yield* visit({ path: at, type: m.type, value: held, member: m, scopes: inner }, orAll);
    }
  } else yield { path, type, value, scopes, ...(member && { member }) };
}

/**
 * The live fields of a value, in declaration order. Where a union's selector names no member,
 * none is live; people are shown them all (`orAll`).
 */
export const liveFields = (type: FieldType, value: unknown, orAll = false): Generator<LiveField> =>
  visit({ path: '', type, value, scopes: [] }, orAll);
