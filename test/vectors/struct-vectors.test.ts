import { describe, expect, test } from 'vitest';
import { structs, xen_memory_exchange } from '../../abi/index.js';
import { AbiError, codec, fromJson, toJson } from '../../src/index.js';
import { fromHex, toHex } from '../../src/capture/index.js';
import { architectures, dotted, type Abi } from '../../src/layout/index.js';
import {
  bits,
  type CompoundType,
  flexible,
  int16_t,
  struct,
  uint64_t,
  uint8_t,
} from '../../src/schema/index.js';
import { type StructLine, structVectors } from '../../src/vectors/index.js';

const all = Object.values(architectures).flatMap((abi) =>
  structs
    .filter((type) => type.abis?.includes(abi.name) ?? true)
    .map((type) => ({ name: type.name!, on: abi.name, type, abi })),
);

const bytesOf = ({ bytes }: StructLine): Uint8Array => fromHex(bytes) as Uint8Array;

function expectTrue(line: StructLine, type: CompoundType, abi: Abi): void {
  const { decode, encode } = codec(type, abi);
  if (line.error) {
    try {
      decode(bytesOf(line));
    } catch (error) {
      const { code, path, offset } = error as AbiError;
      expect({ code, path: dotted(path), offset }).toEqual(line.error);
      expect(line.label).toBe(
        `invalid: ${bytesOf(line).length} of ${codec(type, abi).size} bytes -> ${code}`,
      );
      return;
    }
    throw new Error('it was accepted');
  }
  expect(toJson(type, decode(bytesOf(line)))).toEqual(line.value);
  const written = toHex(encode(fromJson(type, line.value) as never));
  if (line.label.includes('padding')) expect(written).toHaveLength(line.bytes.length);
  else expect(written).toBe(line.bytes);
}

test.each(all)('$name on $on: bytes are what the value is, by the generated codec', (each) => {
  const lines = [...structVectors(each.type, each.abi, { count: 40, seed: 7 })];
  expect(lines).toHaveLength(40);
  for (const line of lines) {
    expect(line).toMatchObject({ kind: 'struct', struct: each.name, abi: each.on });
    expectTrue(line, each.type, each.abi);
  }
  for (const kind of ['valid', 'boundary', 'invalid'])
    expect(lines.filter(({ label }) => label.startsWith(kind)).length).toBeGreaterThan(5);
});

describe('of a struct with a flexible array', () => {
  // Its size has padding in which the elements begin.
  const type = struct('open', { a: uint64_t, b: uint8_t, rest: flexible(uint8_t) });
  test('what is called too short is too short', () => {
    const lines = [...structVectors(type, architectures.x86_64, { count: 40, seed: 3 })];
    for (const line of lines.filter(({ label }) => label.startsWith('invalid'))) {
      expect(line.label).toBe(`invalid: ${bytesOf(line).length} of 9 bytes -> length`);
      expect(line.error?.code).toBe('length');
    }
  });
});

describe('boundaries', () => {
  const labels = (type: CompoundType, count: number): string[] =>
    [...structVectors(type, architectures.x86_64, { count, seed: 0 })].map(({ label }) => label);

  test('every field of the struct has its own', () => {
    const found = labels(xen_memory_exchange, 100);
    for (const path of ['in.extent_start', 'in.nr_extents', 'out.domid', 'nr_exchanged'])
      for (const end of ['max', '1']) expect(found).toContain(`boundary: ${path} ${end}`);
    expect(found).toContain('boundary: every field 0');
    expect(found).toContain('boundary: padding not zero, which decoding ignores');
  });

  test('of a signed field and of a bit-field, too', () => {
    const type = struct('mine', { signed: int16_t, low: bits(uint8_t, 3), high: bits(uint8_t, 5) });
    const lines = [...structVectors(type, architectures.x86_64, { count: 60, seed: 0 })];
    const value = (what: string): unknown =>
      lines.find(({ label }) => label === `boundary: ${what}`)?.value;
    expect(value('signed min')).toEqual({ signed: -32768, low: 0, high: 0 });
    expect(value('signed max')).toEqual({ signed: 32767, low: 0, high: 0 });
    expect(value('signed -1')).toEqual({ signed: -1, low: 0, high: 0 });
    expect(value('high max')).toEqual({ signed: 0, low: 0, high: 31 });
    expect(value('low 1')).toEqual({ signed: 0, low: 1, high: 0 });
  });
});

test('the same seed gives the same lines, another seed others', () => {
  const text = (seed: number): string =>
    JSON.stringify([
      ...structVectors(xen_memory_exchange, architectures.arm64, { count: 50, seed }),
    ]);
  expect(text(3)).toBe(text(3));
  expect(text(3)).not.toBe(text(4));
});

test('a longer run begins as a shorter one', () => {
  const lines = (count: number): StructLine[] => [
    ...structVectors(xen_memory_exchange, architectures.x86_32, { count, seed: 9 }),
  ];
  expect(lines(80).slice(0, 20)).toEqual(lines(20));
});
