import {
  DeclarationError,
  type Infer,
  type InferInput,
  type Type,
  typeName,
} from '../schema/index.js';
import { type Abi, architectures, type Layout, layoutOf } from '../layout/index.js';
import type { Codec, Generated } from './codec.js';
import { fingerprintOf } from './fingerprint.js';
import { checkedSize, interpret } from './interpreted.js';
import { tailOf } from './flexible.js';

/** Generated codecs of declarations, by the declaration itself and then by architecture. */
export type GeneratedCodecs = ReadonlyMap<Type, Readonly<Record<string, Generated>>>;

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
  codecs: Readonly<Record<string, Readonly<Record<string, Generated>>>>,
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

// Generated code reads numbers through typed arrays, which have the host's byte order.
const isLittleEndianHost = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Code that was generated before the declaration was changed would read other fields. */
function checkIsCurrent(layout: Layout, abi: Abi, generated: Generated): void {
  if (generated.layout === fingerprintOf(layout)) return;
  const { type } = layout;
  throw new DeclarationError(
    'name' in type ? type.name : typeName(type),
    null,
    `its generated codec for ${abi.name} is of another layout: generate it again`,
  );
}

function make<T extends Type>(type: T, abi: Abi, generated: Generated | undefined): Codec<T> {
  const layout = layoutOf(type, abi);
  if (generated) checkIsCurrent(layout, abi, generated);
  const slow = interpret(type, abi);
  const engine = generated ? generated.engine(slow) : slow;
  const { decode, encodeInto } = engine as {
    decode(bytes: Uint8Array, offset?: number): Infer<T>;
    encodeInto: Codec<T>['encodeInto'];
  };
  const { size } = layout;
  const hasTail = tailOf(layout) !== undefined;
  return Object.freeze({
    type,
    abi,
    engine: generated ? 'generated' : 'interpreted',
    layout,
    size,
    align: layout.align,
    decode,
    encode(value: InferInput<T>) {
      const bytes = new Uint8Array(hasTail ? checkedSize(type, abi, value) : size);
      encodeInto(value, bytes);
      return bytes;
    },
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
      if (engine === 'interpreted' || !isLittleEndianHost || !isOurs(abi)) return undefined;
      for (const codecs of generated ? [generated, ...builtIn] : builtIn) {
        const byAbi = codecs.get(type);
        if (byAbi && Object.hasOwn(byAbi, abi.name)) return byAbi[abi.name];
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
