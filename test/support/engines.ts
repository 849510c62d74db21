import { structs } from '../../abi/index.js';
import { bindCodecs } from '../../src/codec/index.js';
import { AbiError, codec as builtIn, type Codec, type CodecFor } from '../../src/index.js';
import { architectures, type Abi, type Layout, layoutOf } from '../../src/layout/index.js';
import { DeclarationError, type Type } from '../../src/schema/index.js';
import { generate } from './generated.js';

const engines = ['generated', 'interpreted'] as const;
export const abis: readonly Abi[] = Object.values(architectures);

/** A declaration on an architecture, and its codec by each engine. */
export interface Pair {
  readonly name: string;
  readonly abi: string;
  readonly layout: Layout;
  readonly generated: Codec;
  readonly interpreted: Codec;
}
/** A declaration on an architecture through one engine: what a codec test runs with. */
export interface Subject {
  readonly name: string;
  readonly abi: string;
  readonly engine: (typeof engines)[number];
  readonly layout: Layout;
  readonly codec: Codec;
}

function exists(type: Type, abi: Abi): boolean {
  try {
    return layoutOf(type, abi) !== undefined;
  } catch (error) {
    if (error instanceof DeclarationError) return false;
    throw error;
  }
}

/** The architectures that have a declaration. */
export const abisOf = (type: Type): readonly Abi[] => abis.filter((abi) => exists(type, abi));

type Types = Readonly<Record<string, Type>>;

const pairsOf = (types: readonly (readonly [string, Type])[], codec: CodecFor): Pair[] =>
  types.flatMap(([name, type]) =>
    abisOf(type).map((abi) => ({
      name,
      abi: abi.name,
      layout: layoutOf<Type>(type, abi),
      generated: codec(type, abi),
      interpreted: codec(type, abi, { engine: 'interpreted' }),
    })),
  );

/** Both codecs of each declaration on each architecture; the generated ones are printed now. */
export const pairs = async (types: Types): Promise<Pair[]> =>
  pairsOf(Object.entries(types), bindCodecs(await generate(types)));

/** Those of Xen's own structs, the generated ones as committed; a name may have several. */
export const xenPairs = (): Pair[] => {
  const types = structs.map((type) => [type.name!, type] as const);
  return pairsOf(types, builtIn);
};

/** The subjects of `describe.each`: every codec test runs through both engines. */
export const both = (all: readonly Pair[]): Subject[] =>
  all.flatMap(({ name, abi, layout, ...codecs }) =>
    engines.map((engine) => ({ name, abi, engine, layout, codec: codecs[engine] })),
  );

export const subjects = async (types: Types): Promise<Subject[]> => both(await pairs(types));

/** For a list of subjects: those of one declaration. */
export const only =
  (what: string) =>
  ({ name }: { readonly name: string }): boolean =>
    name === what;

/** What a call comes to: its result, or what its AbiError says. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: object;
  /** The error's `actual`, which is the caller's own object and compared as such. */
  readonly actual?: unknown;
}

/** Any other error than an AbiError is thrown on. */
export function outcome(call: () => unknown): Outcome {
  try {
    return { value: call() };
  } catch (error) {
    if (!(error instanceof AbiError)) throw error;
    const { code, path, offset, struct, abi, expected, actual, message } = error;
    return { error: { code, path, offset, struct, abi, expected, message }, actual };
  }
}

/** Bytes as text, which compares fast and reads well when it differs. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The AbiError that a call throws. */
export function refusal(call: () => unknown): AbiError {
  try {
    call();
  } catch (error) {
    if (error instanceof AbiError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}
