import {
  aligned,
  anonymous,
  array,
  bits,
  c_int,
  chars,
  type CompoundType,
  double,
  type Field,
  float,
  handle,
  int16_t,
  int32_t,
  int64_t,
  int8_t,
  type IntegerType,
  long,
  long_long,
  perAbi,
  pointer,
  short,
  signed_char,
  size_t,
  struct,
  type StructType,
  type Type,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  uintptr_t,
  union,
  unnamedBits,
  unsigned_char,
  unsigned_int,
  unsigned_long,
  unsigned_long_long,
  unsigned_short,
} from '../../src/schema/index.js';

/** A declaration as JSON: what the generator makes and test/golden keeps. */
export type TypeSpec =
  | ScalarName
  | { readonly aligned: number; readonly of: TypeSpec }
  | { readonly array: number; readonly of: TypeSpec }
  | { readonly chars: number }
  | CompoundSpec;
export interface BitsSpec {
  readonly bits: number;
  readonly of: StorageName;
  /** The alignment of a typedef of the storage unit. */
  readonly aligned?: number;
  readonly unnamed?: true;
}
export type FieldSpec = TypeSpec | BitsSpec | { readonly anonymous: CompoundSpec };
export interface CompoundSpec {
  readonly kind: 'struct' | 'union';
  readonly fields: readonly (readonly [name: string, field: FieldSpec])[];
  readonly packed?: true | number;
  readonly align?: number;
}

/** Integers, with the bits that they have on every architecture. */
export const storage = {
  uint8_t: [uint8_t, 8],
  uint16_t: [uint16_t, 16],
  uint32_t: [uint32_t, 32],
  uint64_t: [uint64_t, 64],
  int8_t: [int8_t, 8],
  int16_t: [int16_t, 16],
  int32_t: [int32_t, 32],
  int64_t: [int64_t, 64],
  'signed char': [signed_char, 8],
  'unsigned char': [unsigned_char, 8],
  short: [short, 16],
  'unsigned short': [unsigned_short, 16],
  int: [c_int, 32],
  'unsigned int': [unsigned_int, 32],
  long: [long, 32],
  'unsigned long': [unsigned_long, 32],
  'long long': [long_long, 64],
  'unsigned long long': [unsigned_long_long, 64],
  size_t: [size_t, 32],
  uintptr_t: [uintptr_t, 32],
} as const satisfies Record<string, readonly [IntegerType, number]>;
export type StorageName = keyof typeof storage;

/** Narrow on one architecture and wide on the others, as `xen_ulong_t` is. */
const word = perAbi('word', { x86_32: uint32_t }, aligned(8, uint64_t, 'aligned_u64'));
const others = {
  float,
  double,
  word,
  'void *': pointer(),
  'uint16_t *': pointer(uint16_t),
  'HANDLE(uint32_t)': handle('HANDLE(uint32_t)', uint32_t, word),
} as const satisfies Record<string, Type>;
export type ScalarName = StorageName | keyof typeof others;
export const scalarNames = [...Object.keys(storage), ...Object.keys(others)] as ScalarName[];

const isStorage = (name: ScalarName): name is StorageName => Object.hasOwn(storage, name);

/** Gives every compound its own tag, and every field a name that its compound has once. */
export function build(name: string, spec: CompoundSpec): CompoundType {
  let tags = 0;

  function typeOf(of: TypeSpec): Type {
    if (typeof of === 'string') return isStorage(of) ? storage[of][0] : others[of];
    if ('aligned' in of) return aligned(of.aligned, typeOf(of.of), `aligned_${of.aligned}`);
    if ('array' in of) return array(typeOf(of.of), of.array);
    return 'chars' in of ? chars(of.chars) : compound(of, `${name}_${++tags}`, new Set());
  }

  function fieldOf(of: FieldSpec, taken: Set<string>): Field {
    if (typeof of === 'object' && 'bits' in of) {
      const unit: IntegerType = storage[of.of][0];
      const type = of.aligned === undefined ? unit : aligned(of.aligned, unit, 'aligned_unit');
      return (of.unnamed ? unnamedBits : bits)(type, of.bits);
    }
    if (typeof of === 'object' && 'anonymous' in of)
      return anonymous(compound(of.anonymous, null, taken));
    return typeOf(of);
  }

  // `taken` is shared with anonymous members: their fields stand beside the parent's.
  function compound(of: CompoundSpec, tag: string | null, taken: Set<string>): CompoundType {
    const fields = of.fields.map(([key, field], i): [string, Field] => {
      const hidden = typeof field === 'object' && ('anonymous' in field || 'unnamed' in field);
      if (hidden) return [`hidden_${i}`, fieldOf(field, taken)];
      let unique = key;
      while (taken.has(unique)) unique += '_';
      taken.add(unique);
      return [unique, fieldOf(field, taken)];
    });
    const { packed, align } = of;
    const options = {
      ...(packed !== undefined && { packed }),
      ...(align !== undefined && { align }),
    };
    return (of.kind === 'struct' ? struct : union)(tag, Object.fromEntries(fields), options);
  }

  return compound(spec, name, new Set());
}

export const buildStruct = (name: string, spec: CompoundSpec & { kind: 'struct' }): StructType =>
  build(name, spec) as StructType;
