import { fail } from './declaration-error.js';
import { frozen } from './frozen.js';
import type {
  Alternative,
  AnonymousType,
  ArrayType,
  BitsType,
  CharsType,
  CompoundType,
  Existence,
  Field,
  FieldNotes,
  Fields,
  FieldType,
  FlexibleType,
  HandleType,
  IntegerType,
  ListLength,
  Member,
  NotedField,
  OneOfType,
  PointerType,
  Selector,
  StructType,
  Type,
  UnionType,
} from './types.js';
import { integerOf } from './scalars.js';
import { checkCompound, checkElement, isCompound } from './check-compound.js';
import { checkExistence, existenceOf } from './existence.js';

/** What C says of a struct or union beside its fields, and where it exists. */
export interface StructOptions extends Existence {
  /** `true` is GCC's packed attribute; a number `#pragma pack(n)`: 1, 2, 4, 8 or 16. */
  readonly packed?: true | number;
  /** Bytes, a power of two: GCC's aligned attribute, which raises the alignment. */
  readonly align?: number;
}

const NOTES: ReadonlySet<string> = new Set([
  'direction',
  'unit',
  'doc',
  'zero',
  'optional',
  'abis',
  'since',
  'until',
] satisfies (keyof FieldNotes)[]);

/**
 * A field with its direction, unit and one-line meaning, and where it exists.
 * @throws DeclarationError for a note that means nothing
 */
export function field<T extends FieldType>(type: T, notes: FieldNotes): NotedField<T> {
  for (const note of Object.keys(notes))
    if (!NOTES.has(note)) fail(typeName(type), null, `a field has no note ${note}`);
  checkExistence(typeName(type), notes);
  return Object.freeze({ kind: 'field', type, ...frozen(notes) });
}

/**
 * A type that is declared otherwise on some architectures or in some releases: the alternative
 * that exists is the one. Structs say themselves where they do, other types by `field`.
 */
export function oneOf<A extends readonly (Type | NotedField<Type>)[]>(
  ...alternatives: A
): OneOfType<Bare<A[number]>> {
  return Object.freeze({
    kind: 'oneOf',
    alternatives: Object.freeze(alternatives.map(alternative)),
  }) as OneOfType<Bare<A[number]>>;
}

type Bare<T> =
  T extends NotedField<infer U> ? (U extends Type ? U : never) : T extends Type ? T : never;

function alternative(one: Type | NotedField<Type>): Alternative {
  const type = one.kind === 'field' ? one.type : one;
  const own = isCompound(type) ? existenceOf(type) : {};
  return Object.freeze({ type, ...own, ...(one.kind === 'field' && existenceOf(one)) });
}

function member(name: string, field: Field): Member {
  if (field.kind !== 'field') return Object.freeze({ name, type: field });
  const { kind: _, ...rest } = field;
  return Object.freeze({ name, ...rest });
}

/** A declaration before it is checked. */
const declared = <K extends CompoundType['kind'], F extends Fields, O extends StructOptions>(
  kind: K,
  name: string | null,
  fields: F,
  options: O,
) => ({
  kind,
  name,
  fields: Object.freeze({ ...fields }),
  members: Object.freeze(Object.entries(fields).map(([key, value]) => member(key, value))),
  ...frozen(options),
});

/**
 * A C struct. Fields lie in the order in which they are written.
 * @throws DeclarationError naming struct and field, when no C compiler would take it.
 */
export function struct<F extends Fields>(
  name: string | null,
  fields: F,
  options: StructOptions = {},
): StructType<F> {
  const type = declared('struct', name, fields, options);
  checkCompound(type);
  return Object.freeze(type);
}

/**
 * A C union. `selector` says which member a field of the enclosing struct makes live.
 * @throws DeclarationError naming union and member, when no C compiler would take it.
 */
export function union<F extends Fields>(
  name: string | null,
  fields: F,
  options: StructOptions & { readonly selector?: Selector } = {},
): UnionType<F> {
  const type = declared('union', name, fields, options);
  checkCompound(type);
  return Object.freeze(type);
}

/** An unnamed member: its fields become its parent's. The key it stands under is not seen. */
export function anonymous<T extends CompoundType>(type: T): AnonymousType<T> {
  return Object.freeze({ kind: 'anonymous', type });
}

/**
 * A C array of `length` elements, whose value is a JavaScript array of that length. GNU's arrays
 * of no elements have length 0; one that ends a struct and goes on behind it is `flexible`.
 * @throws DeclarationError when the length is no natural number, or the element has no size.
 */
export function array<T extends Type>(element: T, length: number): ArrayType<T> {
  checkElement('array', element);
  if (!Number.isSafeInteger(length) || length < 0)
    fail('array', null, `length ${length} is no natural number`);
  return Object.freeze({ kind: 'array', element, length });
}

/** A character array: a string of Latin-1 characters, NUL-padded to `length` bytes. */
export function chars(length: number): CharsType {
  if (!Number.isSafeInteger(length) || length < 1)
    fail('char array', null, `length ${length} is no positive integer`);
  return Object.freeze({ kind: 'chars', length });
}

/** A flexible array member (`T name[]`), last in its struct; `count` names its length field. */
export function flexible<T extends Type>(element: T, count?: string): FlexibleType<T> {
  checkElement('flexible array', element);
  return Object.freeze({ kind: 'flexible', element, ...(count === undefined ? {} : { count }) });
}

/** A bit-field of `width` bits in units of `storage`, allocated as the psABI has it. */
export function bits<S extends IntegerType>(storage: S, width: number): BitsType<S> {
  const int = integerOf(storage);
  if (!int) fail('bit-field', null, 'the storage unit is no integer');
  if (!Number.isSafeInteger(width) || width < 1 || width > 64)
    fail('bit-field', null, `width ${width} is not in 1..64`);
  return Object.freeze({ kind: 'bits', storage, width });
}

/** An unnamed bit-field; width 0 ends the current storage unit. The key is not seen. */
export function unnamedBits<S extends IntegerType>(
  storage: S,
  width: number,
): BitsType<S> & { readonly unnamed: true } {
  bits(storage, width === 0 ? 1 : width);
  return Object.freeze({ kind: 'bits', storage, width, unnamed: true });
}

/** A C pointer: an address in the data model's width. */
export function pointer(target?: Type): PointerType {
  const name = target === undefined ? 'void' : typeName(target);
  return Object.freeze({ kind: 'pointer', name: `${name} *`, ...(target ? { target } : {}) });
}

/** A typed guest handle kept in `storage`; `length` says how many elements its list has. */
export function handle<T extends Type>(
  name: string,
  target: T | undefined,
  storage: IntegerType,
  length?: ListLength,
): HandleType<T> {
  if (!integerOf(storage)) fail(name, null, 'the storage of a handle is no integer');
  return Object.freeze({
    kind: 'handle',
    name,
    storage,
    ...(target ? { target } : {}),
    ...(length === undefined ? {} : { length: frozen(length) }),
  });
}

/** A type's name as C writes it: `xen_pfn_t`, `struct xen_memory_map`, `uint8_t[3]`. */
export function typeName(type: FieldType): string {
  switch (type.kind) {
    case 'struct':
    case 'union':
      return type.name === null ? type.kind : `${type.kind} ${type.name}`;
    case 'array':
    case 'flexible':
    case 'chars':
      return suffixed(type, '');
    case 'bits':
      return `${typeName(type.storage)} : ${type.width}`;
    case 'anonymous':
      return typeName(type.type);
    case 'oneOf':
      return typeName(type.alternatives[0]!.type);
    case 'alias':
      // Names of values are ours; C knows the integer.
      return type.names ? typeName(type.type) : type.name;
    default:
      return type.name;
  }
}

/** C writes the length of an outer array before that of its elements: `char[2][16]`. */
function suffixed(type: Type, lengths: string): string {
  if (type.kind === 'chars') return `char${lengths}[${type.length}]`;
  if (type.kind === 'array') return suffixed(type.element, `${lengths}[${type.length}]`);
  if (type.kind === 'flexible') return suffixed(type.element, `${lengths}[]`);
  return `${typeName(type)}${lengths}`;
}
