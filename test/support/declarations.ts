import * as fc from 'fast-check';
import type { StructType } from '../../src/schema/index.js';
import {
  type BitsSpec,
  buildStruct,
  type CompoundSpec,
  type FieldSpec,
  type ScalarName,
  scalarNames,
  storage,
  type StorageName,
  type TypeSpec,
} from './declaration-spec.js';

export type StructSpec = CompoundSpec & { readonly kind: 'struct' };

/** Legal in C; each a trap for JavaScript, for restructure, or for printed code. */
const nasty = (
  '__proto__ constructor hasOwnProperty prototype toString valueOf toJSON parent ' +
  '_length _startOffset _currentOffset length name fields then arguments await class ' +
  'delete eval function in let new null of this undefined yield value bytes view offset ' +
  'path out padding'
).split(' ');
const fieldName = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'c', 'domid', 'nr_extents', 'x1', '_', 'A') },
  { weight: 1, arbitrary: fc.constantFrom(...nasty) },
);

const powerOfTwo = (max: number) => fc.nat({ max: Math.log2(max) }).map((n) => 2 ** n);
const scalar: fc.Arbitrary<ScalarName> = fc.constantFrom(...scalarNames);
const storageName = fc.constantFrom(...(Object.keys(storage) as StorageName[]));
const charArray = fc.integer({ min: 1, max: 9 }).map((n): TypeSpec => ({ chars: n }));
const alignedTo = (max: number, of: fc.Arbitrary<TypeSpec>) =>
  fc.record({ aligned: powerOfTwo(max), of });
/** No larger than the scalar itself, or no array can be made of it. */
const alignedElement = storageName.chain((of) =>
  powerOfTwo(storage[of][1] / 8).map((n): TypeSpec => ({ aligned: n, of })),
);

function element(depth: number): fc.Arbitrary<TypeSpec> {
  const leaves = [{ weight: 5, arbitrary: scalar }, charArray, alignedElement];
  if (depth === 0) return fc.oneof(...leaves);
  return fc.oneof(...leaves, compound(depth - 1), arrayOf(depth - 1));
}

const arrayOf = (depth: number): fc.Arbitrary<TypeSpec> =>
  fc.record({ array: fc.integer({ min: 1, max: 3 }), of: element(depth) });

// As `uint64_aligned_t`: gcc and clang disagree on bit-fields in units of any other alignment
// than the psABI's or the unit's own size, and `layoutOf` refuses them.
const unit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ of: storageName }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<StorageName[]>('uint64_t', 'long long')
      .map((of) => ({ of, aligned: 8 })),
  },
);
const widthOf = ({ of }: { of: StorageName }) => fc.integer({ min: 1, max: storage[of][1] });
const bitField = unit.chain((u) => widthOf(u).map((bits): BitsSpec => ({ bits, ...u })));
const unnamedBitField = unit.chain((u) =>
  fc.oneof(fc.constant(0), widthOf(u)).map((bits): BitsSpec => ({ bits, ...u, unnamed: true })),
);

function field(depth: number): fc.Arbitrary<FieldSpec> {
  const leaves = [
    { weight: 8, arbitrary: scalar },
    { weight: 6, arbitrary: bitField },
    { weight: 2, arbitrary: unnamedBitField },
    { weight: 1, arbitrary: charArray },
    { weight: 2, arbitrary: alignedTo(16, scalar) },
    { weight: 2, arbitrary: arrayOf(depth) },
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = compound(depth - 1);
  return fc.oneof(
    ...leaves,
    { weight: 3, arbitrary: inner },
    { weight: 2, arbitrary: inner.map((anonymous) => ({ anonymous })) },
    { weight: 1, arbitrary: alignedTo(16, inner) },
  );
}

const hasName = (of: FieldSpec): boolean =>
  typeof of === 'string' || ('anonymous' in of ? true : !('unnamed' in of));

function members(depth: number): fc.Arbitrary<CompoundSpec['fields']> {
  const max = depth === 2 ? 8 : 4;
  return fc
    .array(fc.tuple(fieldName, field(depth)), { minLength: 1, maxLength: max, size: 'max' })
    .filter((fields) => fields.some(([, of]) => hasName(of)));
}

const options = fc.record(
  {
    packed: fc.oneof(fc.constant(true as const), powerOfTwo(16)),
    align: powerOfTwo(32),
  },
  { requiredKeys: [] },
);
const rarely = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: options },
);

function compound(depth: number): fc.Arbitrary<CompoundSpec> {
  const kind = fc.oneof(
    { weight: 2, arbitrary: fc.constant('struct' as const) },
    { weight: 1, arbitrary: fc.constant('union' as const) },
  );
  return fc
    .tuple(kind, members(depth), rarely)
    .map(([kind, fields, options]) => ({ kind, fields, ...options }));
}

/** The declaration of a struct as JSON, at most three structs deep. */
export const structSpec = (): fc.Arbitrary<StructSpec> =>
  fc.tuple(members(2), rarely).map(([fields, options]) => ({ kind: 'struct', fields, ...options }));

/**
 * A random struct that C compilers accept, and on which gcc and clang agree: nested structs,
 * unions, anonymous members, arrays, bit-fields, packing and alignment.
 */
export const declaration = (): fc.Arbitrary<StructType> =>
  structSpec().map((spec) => buildStruct('generated', spec));

/** The same `count` declarations for the same seed, as JSON. */
export const deterministic = (count: number, seed: number): StructSpec[] =>
  fc.sample(structSpec(), { numRuns: count, seed });
