import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { structs } from '../../abi/index.js';
import type { PrintedCodec } from '../../src/codec/index.js';
import { type Codec, codec as builtIn } from '../../src/index.js';
import { existsOn } from '../../src/layout/index.js';
import type { Type } from '../../src/schema/index.js';
import { buildStruct } from '../support/declaration-spec.js';
import { deterministic } from '../support/declarations.js';
import { abis, hex, outcome } from '../support/engines.js';
import { generate } from '../support/generated.js';
import { accepted, runs } from '../support/values.js';
import { anything, spoiled } from './spoil.js';

/*
 * A printed codec has its layout as a table, and of the engine only what that needs. What it
 * reads, writes and refuses is compared with the codec that has the declaration.
 */
interface Row {
  readonly name: string;
  readonly printed: PrintedCodec;
  readonly codec: Codec;
}

const folder = fileURLToPath(new URL('../../src/generated', import.meta.url));
const names = readdirSync(folder)
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'index');

type Modules = Readonly<Record<string, Readonly<Record<string, PrintedCodec>>>>;

const ofXen = await Promise.all(
  names.map(async (name): Promise<Row[]> => {
    const file = `../../src/generated/${name}.js`;
    const { codecs } = (await import(/* @vite-ignore */ file)) as Modules;
    return Object.values(codecs!).map((printed) => {
      const abi = abis.find(({ name }) => name === printed.abi)!;
      const type = structs.find((one) => one.name === name && existsOn(one, abi))!;
      return { name: `${name} on ${abi.name}`, printed, codec: builtIn<Type>(type, abi) };
    });
  }),
);

const specs = deterministic(60, 3);
const random = await generate(
  Object.fromEntries(specs.map((spec, i) => [`r${i}`, buildStruct('random', spec)])),
);
const ofRandom = [...random].flatMap(([type, byAbi], i): Row[] =>
  abis
    .filter(({ name }) => byAbi[name])
    .map((abi) => ({
      name: `random ${i} on ${abi.name}`,
      printed: byAbi[abi.name] as PrintedCodec,
      codec: builtIn<Type>(type, abi),
    })),
);

test('every struct has a codec on each of its architectures', () => {
  const rows = ofXen.flat().map(({ printed }) => `${printed.struct} ${printed.abi}`);
  const wanted = structs.flatMap((type) =>
    abis.filter((abi) => existsOn(type, abi)).map((abi) => `${type.name} ${abi.name}`),
  );
  expect(rows.toSorted()).toEqual([...new Set(wanted)].toSorted());
});

describe.each([...ofXen.flat(), ...ofRandom])('$name', ({ printed, codec }) => {
  const { layout, size } = codec;

  test('has the size and alignment', () => {
    expect([printed.size, printed.align]).toEqual([size, layout.align]);
  });

  test('reads and refuses bytes as the codec does', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: size, maxLength: size + 20 }),
      fc.uint8Array({ maxLength: size }),
    );
    fc.assert(
      fc.property(bytes, fc.integer({ min: -1, max: 3 }), fc.boolean(), (all, at, reject) => {
        const options = reject ? ({ padding: 'reject' } as const) : undefined;
        const read = (by: PrintedCodec | Codec) => outcome(() => by.decode(all, at, options));
        expect(read(printed)).toEqual(read(codec));
      }),
      runs(8),
    );
  });

  test('tells of the same padding', () => {
    const heard = (by: PrintedCodec | Codec, bytes: Uint8Array) => {
      const spans: unknown[] = [];
      by.decode(bytes, 0, { padding: (span) => spans.push(span) });
      return spans;
    };
    const bytes = new Uint8Array(size).fill(0x81);
    if (outcome(() => codec.decode(bytes)).error) return;
    expect(heard(printed, bytes)).toEqual(heard(codec, bytes));
  });

  test('writes and refuses values as the codec does', () => {
    const value = fc.oneof(accepted(layout), spoiled(layout), anything(layout));
    fc.assert(
      fc.property(value, fc.nat({ max: 3 }), (given, at) => {
        const write = (by: PrintedCodec | Codec) => {
          const bytes = new Uint8Array(size + 40).fill(0xa5);
          const result = outcome(() => by.encodeInto(given as never, bytes, at));
          return { ...result, bytes: hex(bytes) };
        };
        expect(write(printed)).toEqual(write(codec));
        const encode = (by: PrintedCodec | Codec) => outcome(() => by.encode(given as never));
        expect(encode(printed)).toEqual(encode(codec));
      }),
      runs(15),
    );
  });
});
