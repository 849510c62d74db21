import { DeclarationError, type Type, typeName } from '../schema/index.js';
import { type Abi, architectures, type Layout, layoutOf } from '../layout/index.js';
import type { Codec, Generated } from './codec.js';
import { fingerprintOf } from './fingerprint.js';
import { enginesOf, isFast, type PrintedCodec } from './printed.js';
import type { Owner } from './refuse.js';
import { wholeOf } from './whole.js';

/** Printed codecs by architecture, as a printed module has them of each declaration. */
export type PrintedCodecs = Readonly<Record<string, Pick<PrintedCodec, 'generated'>>>;

/** Generated codecs of declarations, by the declaration itself and then by architecture. */
export type GeneratedCodecs = ReadonlyMap<Type, PrintedCodecs>;

/** Which engine a codec is of, and what has been generated for it. */
export interface CodecOptions {
  /** `'generated'` where there is one (the default), or always `'interpreted'`. */
  readonly engine?: 'generated' | 'interpreted';
  /** Generated codecs, as `pairGenerated` gives them, beside those that are built in. */
  readonly generated?: GeneratedCodecs;
}

/**
 * Pairs the declarations that a module exports with the codecs generated from it, by name.
 * @throws DeclarationError for a codec whose declaration is not there.
 */
export function pairGenerated(
  declarations: Readonly<Record<string, unknown>>,
  codecs: Readonly<Record<string, PrintedCodecs>>,
): GeneratedCodecs {
  return new Map(
    Object.entries(codecs).map(([name, byAbi]) => {
      const type = Object.hasOwn(declarations, name) ? declarations[name] : undefined;
      if (typeof type !== 'object' || type === null)
        throw new DeclarationError(name, null, 'has a generated codec and no declaration');
      return [type as Type, byAbi];
    }),
  );
}

const nameOf = (type: Type): string =>
  'name' in type && type.name !== null ? type.name : typeName(type);

/** What errors say of a declaration on an architecture. */
export const ownerOf = (type: Type, abi: Abi): Owner => ({ struct: nameOf(type), abi: abi.name });

/** Code that was generated before the declaration was changed would read other fields. */
function checkIsCurrent(layout: Layout, abi: Abi, generated: Generated): void {
  if (generated.layout === fingerprintOf(layout)) return;
  throw new DeclarationError(
    nameOf(layout.type),
    null,
    `its generated codec for ${abi.name} is of another layout: generate it again`,
  );
}

function make<T extends Type>(type: T, abi: Abi, generated: Generated | undefined): Codec<T> {
  const layout = layoutOf(type, abi);
  if (generated) checkIsCurrent(layout, abi, generated);
  const owner = ownerOf(type, abi);
  const parts = wholeOf(layout, owner);
  const { decode, encode, encodeInto } = enginesOf(layout, owner, parts, generated);
  return Object.freeze({
    type,
    abi,
    engine: generated ? 'generated' : 'interpreted',
    layout,
    size: layout.size,
    align: layout.align,
    decode: decode as Codec<T>['decode'],
    encode,
    encodeInto,
  });
}

/** Generated code is of the layouts of this package's architectures, not of others' so named. */
const isOurs = (abi: Abi): boolean => Object.values(architectures).includes(abi);

/**
 * Gives the codec of a declaration on an architecture: always the same object for the same
 * declaration, architecture and options.
 * @throws DeclarationError when the declaration does not exist on the architecture or cannot
 * be laid out there, or its generated codec is of another layout.
 */
export type CodecFor = <T extends Type>(type: T, abi: Abi, options?: CodecOptions) => Codec<T>;

type Cache = WeakMap<Abi, WeakMap<Type, unknown>>;

/** The `codec` function that knows these generated codecs. */
export function bindCodecs(...builtIn: readonly GeneratedCodecs[]): CodecFor {
  const interpreted: Cache = new WeakMap();
  const bound: Cache = new WeakMap();
  const passed = new WeakMap<GeneratedCodecs, Cache>();
  const cacheFor = (generated: GeneratedCodecs | undefined): Cache => {
    if (generated === undefined) return bound;
    let cache = passed.get(generated);
    if (!cache) passed.set(generated, (cache = new WeakMap()));
    return cache;
  };
  return <T extends Type>(
    type: T,
    abi: Abi,
    { engine = 'generated', generated }: CodecOptions = {},
  ): Codec<T> => {
    const find = (): Generated | undefined => {
      if (engine === 'interpreted' || !isOurs(abi)) return undefined;
      for (const codecs of generated ? [generated, ...builtIn] : builtIn) {
        const byAbi = codecs.get(type);
        if (!byAbi || !Object.hasOwn(byAbi, abi.name)) continue;
        const { generated } = byAbi[abi.name]!;
        return isFast(generated) ? generated : undefined;
      }
      return undefined;
    };
    const cache = engine === 'interpreted' ? interpreted : cacheFor(generated);
    let byType = cache.get(abi);
    if (!byType) cache.set(abi, (byType = new WeakMap()));
    let codec = byType.get(type) as Codec<T> | undefined;
    if (!codec) byType.set(type, (codec = make(type, abi, find())));
    return codec;
  };
}
