import fc from 'fast-check';
import { toHex } from '../capture/index.js';
import { AbiError, bindCodecs, fixedSize, type Json, toJson } from '../codec/index.js';
import { type Abi, dotted } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { arbitrary } from './arbitrary.js';
import { edgesIn } from './field-edges.js';
import { type Random, randomOf, type VectorOptions } from './random.js';

const codec = bindCodecs();

/** A line of a capture: one struct's bytes, and the value or the error that they decode to. */
export interface StructLine {
  readonly kind: 'struct';
  /** `valid`, `boundary: …` or `invalid: …`. */
  readonly label: string;
  readonly struct: string;
  readonly abi: string;
  /** Hexadecimal. */
  readonly bytes: string;
  readonly value?: Json;
  readonly error?: { readonly code: string; readonly path: string; readonly offset: number };
}

/** Of five vectors in a row, what each is to be. */
const KINDS = ['boundary', 'valid', 'boundary', 'valid', 'invalid'] as const;

/**
 * Vectors of one struct: valid ones, boundaries (in their first round on zeros, then on random
 * fields) and bytes that are too short to be one.
 * @throws DeclarationError when the struct does not exist on the architecture
 */
export function* structVectors(
  type: CompoundType,
  abi: Abi,
  { count, seed }: VectorOptions,
): Generator<StructLine> {
  const { size, layout, encode, decode } = codec<CompoundType>(type, abi);
  const least = fixedSize(layout);
  const random = randomOf(seed);
  const values = fc.sample(arbitrary<CompoundType>(type, abi), { numRuns: count, seed: seed | 0 });
  const edges = edgesIn(layout);
  let edgesUsed = 0;

  function line(label: string, bytes: Uint8Array): StructLine {
    const head = { kind: 'struct', label, struct: type.name!, abi: abi.name } as const;
    try {
      return { ...head, bytes: toHex(bytes), value: toJson(type, decode(bytes)) };
    } catch (error) {
      if (!(error instanceof AbiError)) throw error;
      const { code, path, offset } = error;
      return { ...head, bytes: toHex(bytes), error: { code, path: dotted(path), offset } };
    }
  }

  for (const [i, value] of values.entries()) {
    const bytes = encode(value as never);
    const kind = KINDS[i % KINDS.length]!;
    if (kind === 'valid') yield line('valid', bytes);
    else if (kind === 'invalid') {
      const length = shortLength(least, Math.floor(i / KINDS.length), random);
      yield line(`invalid: ${length} of ${least} bytes -> length`, bytes.subarray(0, length));
    } else {
      const edge = edges[edgesUsed % edges.length]!;
      const background = edgesUsed < edges.length ? new Uint8Array(size) : bytes;
      const set = background.map((byte, at) => (byte & ~edge.mask[at]!) | edge.bits[at]!);
      edgesUsed++;
      yield line(`boundary: ${edge.label}`, set);
    }
  }
}

/** One byte short first, then none at all, then any length that is too short. */
const shortLength = (size: number, round: number, random: Random): number =>
  round === 0 ? size - 1 : round === 1 ? 0 : random(size);
