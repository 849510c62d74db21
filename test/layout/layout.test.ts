import { describe, expect, it } from 'vitest';
import { layoutOf, x86_32, x86_64 } from '../../src/layout/index.js';
import {
  aligned,
  anonymous,
  array,
  c_int,
  chars,
  flexible,
  handle,
  int64_t,
  long,
  long_long,
  perAbi,
  pointer,
  short,
  size_t,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  uintptr_t,
  union,
  unsigned_char,
} from '../../src/schema/index.js';
import { allAbis, onAll, shapeOf, shapesOn } from './shape.js';

const wide = ['x86_64', 'arm64', 'riscv64', 'ppc64'] as const;
const on = (abis: readonly string[], shape: string) =>
  Object.fromEntries(abis.map((abi) => [abi, shape]));

describe('data models', () => {
  it('aligns 8-byte integers to 4 in the System V psABI for i386, to 8 elsewhere', () => {
    const type = struct('s', { a: uint8_t, b: uint64_t, c: long_long, d: int64_t });
    const shape = 'a@0+1 b@8+8 c@16+8 d@24+8 | 32/8';
    expect(shapesOn(type, ...allAbis)).toEqual({
      ...onAll(shape),
      x86_32: 'a@0+1 b@4+8 c@12+8 d@20+8 | 28/4',
    });
  });

  it('makes long, pointers, size_t and uintptr_t 4 bytes on 32-bit architectures', () => {
    const type = struct('s', { a: long, b: pointer(), c: size_t, d: uintptr_t });
    expect(shapesOn(type, ...allAbis)).toEqual({
      ...on(['x86_32', 'arm32'], 'a@0+4 b@4+4 c@8+4 d@12+4 | 16/4'),
      ...on(wide, 'a@0+8 b@8+8 c@16+8 d@24+8 | 32/8'),
    });
  });

  it('gives char, short and int one size everywhere', () => {
    const type = struct('s', { a: unsigned_char, b: short, c: unsigned_char, d: c_int });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b@2+2 c@4+1 d@8+4 | 12/4'));
  });

  it('takes a scalar that differs by architecture, and a handle in it', () => {
    const word = perAbi('word', { x86_32: uint32_t }, aligned(8, uint64_t));
    const type = struct('s', { a: uint8_t, b: handle('HANDLE', uint8_t, word) });
    expect(shapesOn(type, ...allAbis)).toEqual({
      ...onAll('a@0+1 b@8+8 | 16/8'),
      x86_32: 'a@0+1 b@4+4 | 8/4',
    });
  });
});

describe('aggregates', () => {
  it('nests structs and arrays, and rounds a size up to the alignment', () => {
    const inner = struct('inner', { x: uint32_t, y: uint8_t });
    const type = struct('s', { a: uint8_t, in: inner, list: array(inner, 2), s: chars(3) });
    expect(shapesOn(type, ...allAbis)).toEqual(
      onAll(
        'a@0+1 in@4+8 in.x@4+4 in.y@8+1 ' +
          'list[0]@12+8 list[0].x@12+4 list[0].y@16+1 ' +
          'list[1]@20+8 list[1].x@20+4 list[1].y@24+1 s@28+3 | 32/4',
      ),
    );
  });

  it('lays the members of a union over each other', () => {
    const type = struct('s', { a: uint8_t, u: union(null, { x: uint16_t, y: chars(5) }) });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 u@2+6 u.x@2+2 u.y@2+5 | 8/2'));
  });

  it('merges anonymous members into their parent, at their own offsets', () => {
    const low = struct(null, { b: uint16_t, c: uint32_t });
    const both = union(null, { low: anonymous(low), d: uint8_t });
    const type = struct('s', { a: uint8_t, both: anonymous(both), e: uint8_t });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b@4+2 c@8+4 d@4+1 e@12+1 | 16/4'));
  });

  it('starts a flexible array after the last field, inside what would be padding', () => {
    const type = struct('s', { n: uint32_t, a: uint8_t, list: flexible(uint16_t, 'n') });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('n@0+4 a@4+1 list@6+0 | 8/4'));
  });
});

describe('alignment attributes', () => {
  it('raises a member by an aligned typedef', () => {
    const type = struct('s', { a: uint8_t, b: aligned(8, uint64_t), c: uint8_t });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b@8+8 c@16+1 | 24/8'));
  });

  // Found against clang and gcc: on a typedef the attribute replaces the type's alignment.
  it('lowers a member by an aligned typedef', () => {
    const type = struct('s', { a: uint8_t, b: aligned(2, uint32_t) });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b@2+4 | 6/2'));
  });

  it('takes the outermost of two aligned typedefs', () => {
    const type = struct('s', { a: uint8_t, b: aligned(4, aligned(8, uint64_t)) });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b@4+8 | 12/4'));
  });

  it('raises a whole struct, and never lowers it', () => {
    const raised = struct('s', { a: uint32_t }, { align: 16 });
    const lowered = struct('s', { a: uint32_t }, { align: 1 });
    expect(shapesOn(raised, ...allAbis)).toEqual(onAll('a@0+4 | 16/16'));
    expect(shapesOn(lowered, ...allAbis)).toEqual(onAll('a@0+4 | 4/4'));
  });
});

describe('packing', () => {
  const fields = { a: uint8_t, b: uint64_t, c: uint16_t } as const;

  it('takes all padding away (packed attribute)', () => {
    const type = struct('s', fields, { packed: true });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b@1+8 c@9+2 | 11/1'));
  });

  it('caps alignment at n (#pragma pack)', () => {
    const type = struct('s', fields, { packed: 2 });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b@2+8 c@10+2 | 12/2'));
  });

  it('caps aligned typedefs and whole aligned structs too', () => {
    const inner = struct('inner', { x: uint8_t }, { align: 16 });
    const type = struct('s', { a: uint8_t, b: aligned(8, uint32_t), c: inner }, { packed: 4 });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b@4+4 c@8+16 c.x@8+1 | 24/4'));
  });

  it('leaves the inside of a nested struct alone', () => {
    const inner = struct('inner', { x: uint8_t, y: uint32_t });
    const type = struct('s', { a: uint8_t, in: inner }, { packed: true });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 in@1+8 in.x@1+1 in.y@5+4 | 9/1'));
  });

  it('is overruled for the whole struct by its own alignment', () => {
    const type = struct('s', fields, { packed: true, align: 8 });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b@1+8 c@9+2 | 16/8'));
  });
});

it('keeps one layout for a type and an architecture', () => {
  const type = struct('s', { a: uint32_t });
  expect(layoutOf(type, x86_64)).toBe(layoutOf(type, x86_64));
  expect(layoutOf(type, x86_64)).not.toBe(layoutOf(type, x86_32));
  expect(layoutOf(struct('t', { s: type }), x86_64).members[0]?.layout).toBe(
    layoutOf(type, x86_64),
  );
});

it('keeps fields whose names mean something to JavaScript', () => {
  const names = ['__proto__', 'constructor', 'toString', 'valueOf', 'parent', '_length'];
  const type = struct('s', Object.fromEntries(names.map((name) => [name, uint8_t])));
  expect(shapeOf(type, 'x86_64')).toBe(
    `${names.map((name, i) => `${name}@${i}+1`).join(' ')} | 6/1`,
  );
});
