import type { Infer, InferInput, Type } from '../schema/index.js';
import { type Abi, layoutOf } from '../layout/index.js';
import type { Codec, Generated } from './codec.js';
import { checkedSize, interpret } from './interpreted.js';
import { tailOf } from './flexible.js';

/** Generated codecs of declarations, by the declaration itself and then by architecture. */
export type GeneratedCodecs = ReadonlyMap<Type, Readonly<Record<string, Generated>>>;

export interface CodecOptions {
  /** `'generated'` where there is one (the default), or always `'interpreted'`. */
  readonly engine?: 'generated' | 'interpreted';
  /** Generated codecs beside those that are built in. */
  readonly generated?: GeneratedCodecs;
}

/** Pairs the declarations that a module exports with the codecs generated from it, by name. */
export function pairGenerated(
  declarations: Readonly<Record<string, unknown>>,
  codecs: Readonly<Record<string, Readonly<Record<string, Generated>>>>,
): GeneratedCodecs {
  return new Map(
    Object.entries(codecs).map(([name, byAbi]) => [declarations[name] as Type, byAbi]),
  );
}

// Generated code reads numbers through typed arrays, which have the host's byte order.
const isLittleEndianHost = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function make<T extends Type>(type: T, abi: Abi, generated: Generated | undefined): Codec<T> {
  const layout = layoutOf(type, abi);
  const slow = interpret(type, abi);
  const engine = generated ? generated(slow) : slow;
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

export type CodecFor = <T extends Type>(type: T, abi: Abi, options?: CodecOptions) => Codec<T>;

/** The `codec` function that knows these generated codecs. The same object for the same pair. */
export function bindCodecs(...builtIn: readonly GeneratedCodecs[]): CodecFor {
  const caches = {
    generated: new WeakMap<Abi, WeakMap<Type, unknown>>(),
    interpreted: new WeakMap<Abi, WeakMap<Type, unknown>>(),
  };
  return <T extends Type>(
    type: T,
    abi: Abi,
    { engine = 'generated', generated }: CodecOptions = {},
  ): Codec<T> => {
    const find = (): Generated | undefined => {
      if (engine === 'interpreted' || !isLittleEndianHost) return undefined;
      for (const codecs of generated ? [generated, ...builtIn] : builtIn) {
        const byAbi = codecs.get(type);
        if (byAbi && Object.hasOwn(byAbi, abi.name)) return byAbi[abi.name];
      }
      return undefined;
    };
    if (generated) return make(type, abi, find());
    let byType = caches[engine].get(abi);
    if (!byType) caches[engine].set(abi, (byType = new WeakMap()));
    let codec = byType.get(type) as Codec<T> | undefined;
    if (!codec) byType.set(type, (codec = make(type, abi, find())));
    return codec;
  };
}
