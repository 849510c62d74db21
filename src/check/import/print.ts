import * as schema from '../../schema/index.js';
import type { CompoundType, FieldType, Member, Type } from '../../schema/index.js';

/** Scalars that the language itself has, by identity. */
const SCALARS = new Map<unknown, string>(
  Object.entries(schema)
    .filter(
      ([, value]) =>
        typeof value === 'object' && 'kind' in value && ['int', 'float'].includes(value.kind),
    )
    .map(([name, value]) => [value, name]),
);

const text = (value: string): string =>
  value.includes("'") ? JSON.stringify(value) : `'${value.replaceAll('\\', '\\\\')}'`;
const isPlain = (key: string): boolean => /^[A-Za-z_$][\w$]*$/.test(key);
const keyText = (key: string): string => (isPlain(key) ? key : text(key));

/** What a declaration is printed with. */
export interface Printing {
  /** The name under which a declaration is exported or imported, if it is. */
  nameOf(type: FieldType): string | undefined;
  /** Told of each function and scalar of the language that the text needs. */
  uses(name: string): void;
  /** The text of what somebody else has words for. */
  special?(type: FieldType, inner: (type: FieldType) => string): string | undefined;
  /** A constant that stands for a value of this name, if there is one. */
  valueText?(name: string, value: number): string | undefined;
}

const plain = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(plain).join(', ')}]`
    : typeof value === 'string'
      ? text(value)
      : typeof value === 'object' && value !== null
        ? objectText(Object.entries(value).map(([key, one]) => [key, plain(one)]))
        : String(value);

const objectText = (entries: readonly (readonly [string, string])[]): string =>
  `{ ${entries.map(([key, value]) => (key === value ? key : `${keyText(key)}: ${value}`)).join(', ')} }`;

const notesText = (notes: object): string =>
  objectText(
    Object.entries(notes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, plain(value)]),
  );

/** The expression that makes a declaration, of the language's functions. */
export function expressionOf(type: FieldType, printing: Printing, isOwn = false): string {
  const { uses } = printing;
  const call = (name: string, ...args: readonly (string | undefined)[]): string => {
    uses(name);
    return `${name}(${args.filter((arg) => arg !== undefined).join(', ')})`;
  };
  const inner = (one: FieldType): string => expressionOf(one, printing);
  const named = isOwn ? undefined : printing.nameOf(type);
  if (named !== undefined) return named;
  const scalar = SCALARS.get(type);
  if (scalar !== undefined) {
    uses(scalar);
    return scalar;
  }
  const special = printing.special?.(type, inner);
  if (special !== undefined) return special;
  switch (type.kind) {
    case 'struct':
    case 'union':
      return compoundText(type, printing, call);
    case 'alias':
      if (type.names) return namesText(type, printing, call, inner);
      return type.align === undefined
        ? call('typedef', text(type.name), inner(type.type))
        : call('aligned', `${type.align}`, inner(type.type), text(type.name));
    case 'perAbi': {
      const choices = Object.entries(type.choices).map(([abi, one]) => [abi, inner(one)] as const);
      const value = type.value === 'number' ? `'number'` : undefined;
      return call('perAbi', text(type.name), objectText(choices), inner(type.otherwise), value);
    }
    case 'chars':
      return call('chars', `${type.length}`);
    case 'array':
      return call('array', inner(type.element), `${type.length}`);
    case 'flexible':
      return call('flexible', inner(type.element), type.count && text(type.count));
    case 'bits':
      return call(type.unnamed ? 'unnamedBits' : 'bits', inner(type.storage), `${type.width}`);
    case 'anonymous':
      return call('anonymous', inner(type.type));
    case 'pointer':
      return call('pointer', type.target && inner(type.target));
    case 'handle': {
      const target = type.target ? inner(type.target) : 'undefined';
      const length = type.length === undefined ? undefined : plain(type.length);
      return call('handle', text(type.name), target, inner(type.storage), length);
    }
    case 'oneOf':
      return call(
        'oneOf',
        ...type.alternatives.map(({ type: one, ...notes }) => {
          const isSaid = one.kind === 'struct' || one.kind === 'union';
          return isSaid || Object.keys(notes).length === 0
            ? inner(one)
            : call('field', inner(one), notesText(notes));
        }),
      );
    default:
      throw new Error(`a ${type.kind} has no text`);
  }
}

type Call = (name: string, ...args: readonly (string | undefined)[]) => string;

function namesText(
  type: Extract<Type, { readonly kind: 'alias' }>,
  printing: Printing,
  call: Call,
  inner: (type: FieldType) => string,
): string {
  const { kind, values, parts } = type.names!;
  const entries = Object.entries(values).map(
    ([name, value]) => [name, printing.valueText?.(name, value) ?? String(value)] as const,
  );
  const more = parts && Object.keys(parts).length > 0 ? plain(parts) : undefined;
  return call(kind, text(type.name), inner(type.type), objectText(entries), more);
}

function memberText(
  { name, type, ...notes }: Member,
  printing: Printing,
): readonly [string, string] {
  const of = expressionOf(type, printing);
  if (Object.keys(notes).length === 0) return [name, of];
  printing.uses('field');
  return [name, `field(${of}, ${notesText(notes)})`];
}

function compoundText(type: CompoundType, printing: Printing, call: Call): string {
  const { kind, name, fields: _, members, ...options } = type;
  const entries = members.map((member) => memberText(member, printing));
  const last = Object.keys(options).length > 0 ? notesText(options) : undefined;
  // Longer ones a field a line, as the formatter keeps them.
  const lines = entries.map(([key, of]) => `${key === of ? key : `${keyText(key)}: ${of}`},\n`);
  const body = `{\n${lines.join('').replace(/^(?=.)/gm, '  ')}}`;
  return call(kind, name === null ? 'null' : text(name), entries.length === 0 ? '{}' : body, last);
}
