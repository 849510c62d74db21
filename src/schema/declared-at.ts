import { struct, type StructOptions, union } from './aggregates.js';
import { existenceOf, existsAt } from './existence.js';
import type {
  CompoundType,
  Existence,
  Field,
  Fields,
  FieldType,
  Member,
  OneOfType,
  Selector,
  UnionType,
} from './types.js';

/** Which of all that a declaration stands for is meant. */
export interface Where {
  /** An architecture's name; without it what differs between architectures stays open. */
  readonly abi?: string | undefined;
  /** A dotted number; without it what was removed is left out: the newest. */
  readonly release?: string | undefined;
}

const known = new Map<string, WeakMap<FieldType, FieldType>>();

const exists = ({ abis, ...span }: Existence, { abi, release }: Where): boolean =>
  (abi === undefined || (abis?.includes(abi) ?? true)) &&
  (release === undefined ? span.until === undefined : existsAt(span, release));

/** A member as `struct` takes it; what was asked about it is answered. */
function fieldOf({ name: _, type, ...notes }: Member, where: Where): Field {
  const { since: _since, until: _until, abis, ...rest } = notes;
  const kept = abis && where.abi === undefined ? { ...rest, abis } : rest;
  return Object.freeze({ kind: 'field', type: declaredAt(type, where), ...kept });
}

function compound(type: CompoundType, where: Where): CompoundType {
  const members = type.members.filter((member) => exists(member, where));
  const isSame =
    members.length === type.members.length &&
    members.every((member) => declaredAt(member.type, where) === member.type);
  if (isSame) return type;
  const changed = Object.fromEntries(members.map((one) => [one.name, fieldOf(one, where)]));
  const { name } = type;
  if (type.kind === 'struct') return struct(name, changed, optionsOf(type));
  return union(name, changed, { ...optionsOf(type), ...selectorOf(type, changed) });
}

/** What is said of a compound beside its fields. */
const optionsOf = ({ packed, align, ...existence }: CompoundType): StructOptions => ({
  ...(packed !== undefined && { packed }),
  ...(align !== undefined && { align }),
  ...existenceOf(existence),
});

/** A selector of the members that are left. */
function kept({ live, ...rest }: Selector, fields: Fields): Selector {
  const left = Object.entries(live).flatMap(([value, name]) => {
    if (typeof name === 'object') return [[value, kept(name, fields)]];
    return Object.hasOwn(fields, name) ? [[value, name]] : [];
  });
  return { ...rest, live: Object.fromEntries(left) as Selector['live'] };
}

/** What selects the members that are left. */
const selectorOf = ({ selector }: UnionType, fields: Fields): { readonly selector?: Selector } =>
  selector ? { selector: kept(selector, fields) } : {};

function oneOfThem(type: OneOfType, where: Where): FieldType {
  const left = type.alternatives.filter((one) => exists(one, where));
  // There is none: who lays it out says so.
  if (left.length === 0) return type;
  const changed = left.map((one) => ({ ...one, type: declaredAt(one.type, where) }));
  const isOpen = where.abi === undefined && left.some(({ abis }) => abis);
  if (changed[0] && !isOpen) return changed[0].type;
  const isSame =
    left.length === type.alternatives.length &&
    changed.every((one, i) => one.type === left[i]!.type);
  return isSame ? type : Object.freeze({ ...type, alternatives: Object.freeze(changed) });
}

function compute(type: FieldType, where: Where): FieldType {
  switch (type.kind) {
    case 'struct':
    case 'union':
      // Of what was removed itself, the last is meant.
      return compound(type, {
        ...where,
        release: where.release ?? [type.until ?? []].flat().at(-1),
      });
    case 'oneOf':
      return oneOfThem(type, where);
    case 'alias': {
      const inner = declaredAt(type.type, where);
      return inner === type.type ? type : Object.freeze({ ...type, type: inner });
    }
    case 'anonymous': {
      const inner = declaredAt(type.type, where);
      return inner === type.type ? type : Object.freeze({ ...type, type: inner });
    }
    case 'array':
    case 'flexible': {
      const element = declaredAt(type.element, where);
      return element === type.element ? type : Object.freeze({ ...type, element });
    }
    case 'handle': {
      if (!type.target) return type;
      const target = declaredAt(type.target, where);
      return target === type.target ? type : Object.freeze({ ...type, target });
    }
    default:
      return type;
  }
}

/**
 * A declaration as an architecture and a release have it: without what they lack, each type that
 * is one of several the one that is meant. The same object each time, and the declaration itself
 * where nothing in it differs.
 * @throws DeclarationError where what is left is no declaration
 */
export function declaredAt<T extends FieldType>(type: T, where: Where): T;
export function declaredAt(type: FieldType, where: Where): FieldType {
  const key = `${where.abi ?? ''} ${where.release ?? ''}`;
  let all = known.get(key);
  if (!all) known.set(key, (all = new WeakMap()));
  let found = all.get(type);
  if (!found) all.set(type, (found = compute(type, where)));
  return found;
}

/** A declaration as a release has it, on all of its architectures. */
export const atRelease = <T extends FieldType>(type: T, release: string): T =>
  declaredAt(type, { release });
