/** The shapes of a declaration: plain immutable data, told apart by `kind`. */

/** C's own integer types, whose size and alignment the data model decides. */
export type CScalar = 'char' | 'short' | 'int' | 'long' | 'long long' | 'pointer';
/** An integer of fixed width in bits, or one that follows the data model. */
export type IntWidth = 8 | 16 | 32 | 64 | CScalar;
/** What JavaScript holds: `bigint` for what is 64 bits wide on some architecture. */
export type IntValue = 'number' | 'bigint';

export interface IntType<V extends IntValue = IntValue> {
  readonly kind: 'int';
  readonly name: string;
  readonly value: V;
  readonly signed: boolean;
  readonly width: IntWidth;
}

/** C's floating-point types, which are IEEE 754's binary32 and binary64 on every architecture. */
export interface FloatType {
  readonly kind: 'float';
  readonly name: string;
  readonly width: 32 | 64;
}

/** A NaN other than the quiet one without payload, by its bits: `NaN(0xffc00000)`. */
export type NaNBits = `NaN(0x${string})`;
/** A number; a NaN of which JavaScript's would lose bits in words, which `Number` makes NaN. */
export type FloatValue = number | NaNBits;

/** A scalar that is another C type on some architectures. */
export interface PerAbiType<V extends IntValue = IntValue> {
  readonly kind: 'perAbi';
  readonly name: string;
  readonly value: V;
  readonly choices: Readonly<Record<string, IntegerType>>;
  readonly otherwise: IntegerType;
}

/** A bit range of a flags word that holds a number, such as an address width. */
export interface FlagPart {
  readonly shift: number;
  readonly width: number;
  /** Added to the stored number before it is shown (a node is stored plus one: -1). */
  readonly bias?: number;
}

/** Names of an integer's values: one of several, or a sum of bits and parts. */
export interface Names {
  readonly kind: 'enumeration' | 'flags';
  readonly values: Readonly<Record<string, number>>;
  readonly parts?: Readonly<Record<string, FlagPart>>;
}

/** A C typedef: another name for a type, perhaps with an alignment or named values. */
export interface AliasType<T extends Type = Type> {
  readonly kind: 'alias';
  readonly name: string;
  readonly type: T;
  readonly align?: number;
  readonly names?: Names;
}

export interface CharsType {
  readonly kind: 'chars';
  readonly length: number;
}

export interface ArrayType<T extends Type = Type> {
  readonly kind: 'array';
  readonly element: T;
  readonly length: number;
}

/** A flexible array member; `count` names the sibling field that holds its length. */
export interface FlexibleType<T extends Type = Type> {
  readonly kind: 'flexible';
  readonly element: T;
  readonly count?: string;
}

export interface PointerType {
  readonly kind: 'pointer';
  readonly name: string;
  readonly target?: Type;
}

/** How many elements a list has: a constant, a field, or a product of fields. */
export type ListLength = number | string | readonly string[];

/** A guest handle: the address of a list in guest memory, stored in an integer. */
export interface HandleType<T extends Type = Type> {
  readonly kind: 'handle';
  readonly name: string;
  readonly target?: T;
  readonly storage: IntegerType;
  readonly length?: ListLength;
}

export interface BitsType<S extends IntegerType = IntegerType> {
  readonly kind: 'bits';
  readonly storage: S;
  readonly width: number;
  /** An unnamed bit-field (`uint32_t : 3`): padding, no value. */
  readonly unnamed?: true;
}

/** An unnamed struct or union member, whose fields are its parent's (C11 6.7.2.1). */
export interface AnonymousType<T extends CompoundType = CompoundType> {
  readonly kind: 'anonymous';
  readonly type: T;
}

export type Direction = 'in' | 'out' | 'inout';
/** What an integer counts or names; of a handle or an array, what each element does. */
export type Unit =
  | 'GFN'
  | 'MFN'
  | 'PFN'
  | 'address'
  | 'bytes'
  | 'count'
  | 'errno'
  | 'order'
  | 'pages';

/** The releases of the header that have something: dotted numbers, compared part by part. */
export interface Span {
  /**
   * The first release that has it. Of several, each is the first of its branch: `4.18.5` of the
   * releases 4.18.x, and the last of those before it counts for all branches behind it.
   */
  readonly since?: string | readonly string[];
  /**
   * The last release that has it; `4.18` is the last of the releases 4.18.x. Of several, each is
   * the last of its branch, and the last of them of all branches before it.
   */
  readonly until?: string | readonly string[];
}

/** Where something exists: everywhere, when nothing is said. */
export interface Existence extends Span {
  /** The names of the architectures that have it. */
  readonly abis?: readonly string[];
}

export interface FieldNotes extends Existence {
  readonly direction?: Direction;
  readonly unit?: Unit;
  /** One line of meaning. */
  readonly doc?: string;
  /** The call refuses it when it is not 0. */
  readonly zero?: true;
  /** Of a handle: may be NULL whatever the length of its list says. */
  readonly optional?: true;
}

export type FieldType = Type | BitsType | AnonymousType;
/** A field with its notes, as `field()` makes it. */
export interface NotedField<T extends FieldType = FieldType> extends FieldNotes {
  readonly kind: 'field';
  readonly type: T;
}
export type Field = FieldType | NotedField;
export type Fields = Readonly<Record<string, Field>>;

/** A field as the algorithms see it: name, type and notes. */
export interface Member extends FieldNotes {
  readonly name: string;
  readonly type: FieldType;
}

export interface StructType<F extends Fields = Fields> extends Existence {
  readonly kind: 'struct';
  readonly name: string | null;
  readonly fields: F;
  readonly members: readonly Member[];
  /** `true` is GCC's packed attribute, a number `#pragma pack(n)`. */
  readonly packed?: true | number;
  readonly align?: number;
}

/** One of the declarations that stand behind a name, and where it is the one. */
export interface Alternative<T extends Type = Type> extends Existence {
  readonly type: T;
}

/** What is declared otherwise on some architectures or in some releases: one of several. */
export interface OneOfType<T extends Type = Type> {
  readonly kind: 'oneOf';
  readonly alternatives: readonly Alternative<T>[];
}

/**
 * Which member of a union is live: the value of a field of the enclosing struct says, or asks
 * another field.
 */
export interface Selector {
  readonly by: string;
  /** That field is in a struct further out. */
  readonly outer?: true;
  readonly live: Readonly<Record<number, string | Selector>>;
}

export interface UnionType<F extends Fields = Fields> extends Omit<StructType<F>, 'kind'> {
  readonly kind: 'union';
  readonly selector?: Selector;
}

export type CompoundType = StructType | UnionType;
export type IntegerType = IntType | PerAbiType | AliasType<IntType | PerAbiType | AliasType>;
export type Type =
  | IntType
  | PerAbiType
  | AliasType
  | FloatType
  | CharsType
  | ArrayType
  | FlexibleType
  | PointerType
  | HandleType
  | StructType
  | UnionType
  | OneOfType;
