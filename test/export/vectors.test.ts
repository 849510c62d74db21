import { describe, expect, it } from 'vitest';
import { xen_memory_exchange } from '../../abi/index.js';
import {
  hasFloat,
  isOpen,
  type StructVector,
  vectorsInC,
  vectorsInRust,
} from '../../src/export/index.js';
import { type CompoundLayout, layoutOf, x86_64 } from '../../src/layout/index.js';
import {
  array,
  bits,
  chars,
  type CompoundType,
  double,
  flexible,
  int64_t,
  int8_t,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unnamedBits,
} from '../../src/schema/index.js';
import { structVectors } from '../../src/vectors/index.js';

const vectorsOf = (type: CompoundType, count: number): readonly StructVector[] =>
  Array.from(structVectors(type, x86_64, { count, seed: 0 }), ({ label, bytes, error }) => ({
    label,
    bytes: Uint8Array.from(Buffer.from(bytes, 'hex')),
    isValid: error === undefined,
  }));

describe('a struct, a row for each vector, a loop', () => {
  const vectors = vectorsOf(xen_memory_exchange, 10);

  it('in C', () => {
    const text = vectorsInC(xen_memory_exchange, x86_64, vectors);
    expect(text.match(/^static const uint8_t xenabi_bytes_\d+\[\]/gm)).toHaveLength(10);
    expect(text).toContain('enum { XENABI_VECTORS = 10 };');
    expect(text).toContain('static inline int xenabi_run(');
    expect(text).toMatch(/\{"invalid: 71 of 72 bytes -> length", 71, xenabi_bytes_\d+, NULL\}/);
  });

  it('in Rust', () => {
    const text = vectorsInRust(xen_memory_exchange, x86_64, vectors);
    expect(text).toContain('pub static VECTORS: [Vector; 10] = [');
    expect(text).toContain('value: Some(xen_memory_exchange { r#in: xen_memory_reservation {');
    expect(text).toContain('pub fn run(');
  });
});

/** One of each kind of member. */
const all = struct('all', {
  low: bits(uint32_t, 3),
  _: unnamedBits(uint32_t, 2),
  high: bits(uint32_t, 4),
  u: union(null, { narrow: uint8_t, wide: uint32_t }),
  points: array(struct('point', { x: int8_t, y: uint16_t }), 2),
  name: chars(3),
  least: int64_t,
});
const ones: StructVector = {
  label: 'one "quoted" */',
  bytes: new Uint8Array(32).fill(0xff),
  isValid: true,
};
const counting: StructVector = {
  label: 'two',
  bytes: Uint8Array.from([...Array(31).keys(), 0x80].map((byte) => byte & 0xff)),
  isValid: true,
};
const least: StructVector = {
  label: 'least',
  bytes: Uint8Array.from([...Array<number>(31).fill(0), 0x80]),
  isValid: true,
};
const short: StructVector = { label: 'short', bytes: new Uint8Array(0), isValid: false };
const rows = [ones, counting, least, short];

describe('every kind of member', () => {
  it('in C: initialisers without the bits of padding, the largest member of a union', () => {
    const text = vectorsInC(all, x86_64, rows);
    expect(text.match(/^static const struct all .*$/gm)).toEqual([
      'static const struct all xenabi_value_0 = {.bits_0 = {0xe7, 0x01}, .u = {.wide = 4294967295u}, .points = {{.x = -1, .y = 65535u}, {.x = -1, .y = 65535u}}, .name = {0xff, 0xff, 0xff}, .least = INT64_C(-1)};',
      'static const struct all xenabi_value_1 = {.bits_0 = {0x00, 0x01}, .u = {.wide = 117835012u}, .points = {{.x = 8, .y = 2826u}, {.x = 12, .y = 3854u}}, .name = {0x10, 0x11, 0x12}, .least = INT64_C(-9214895781002471144)};',
      // C has no literal of the least number.
      'static const struct all xenabi_value_2 = {.bits_0 = {0x00, 0x00}, .u = {.wide = 0u}, .points = {{.x = 0, .y = 0u}, {.x = 0, .y = 0u}}, .name = {0x00, 0x00, 0x00}, .least = (-INT64_C(9223372036854775807) - 1)};',
    ]);
    expect(text).toContain('{"one \\"quoted\\" * /", 32, xenabi_bytes_0, &xenabi_value_0},');
    // An array of no elements is none in C.
    expect(text).toContain('xenabi_bytes_3[] = {0x00};\n');
    expect(text).toContain('{"short", 0, xenabi_bytes_3, NULL},');
  });

  it('in C: comparisons of values', () => {
    const text = vectorsInC(all, x86_64, rows);
    const [, body] = /xenabi_same_all\(struct all a, struct all b\) \{\n([^]*?)\n\}/.exec(text)!;
    expect(body!.split('\n').map((line) => line.trim())).toEqual([
      'if ((a.bits_0[0] ^ b.bits_0[0]) & 231u) return 0;',
      'if ((a.bits_0[1] ^ b.bits_0[1]) & 1u) return 0;',
      'if (!xenabi_same_all_u(a.u, b.u)) return 0;',
      'for (size_t i0 = 0; i0 < 2; i0++) {',
      'if (!xenabi_same_point(a.points[i0], b.points[i0])) return 0;',
      '}',
      'for (size_t i0 = 0; i0 < 3; i0++) {',
      'if (a.name[i0] != b.name[i0]) return 0;',
      '}',
      'if (a.least != b.least) return 0;',
      'return 1;',
    ]);
  });

  it('in Rust: the same', () => {
    const text = vectorsInRust(all, x86_64, rows);
    expect(text).toContain(
      'value: Some(all { bits_0: [231, 1], u: all_u { wide: 4294967295 }, points: [point { x: -1, y: 65535 }, point { x: -1, y: 65535 }], name: [255, 255, 255], least: -1 }) },',
    );
    expect(text).toContain('label: "short", bytes: &[], value: None },');
    expect(text).toContain('label: "one \\"quoted\\" * /"');
    expect(text).toContain('(0..2).all(|i0| same_point(&x[i0], &y[i0]))');
    expect(text).toContain('(a.bits_0[0] ^ b.bits_0[0]) & 231 == 0');
    expect(text).toContain('unsafe { ({ let (x, y) = (a.wide, b.wide); x == y }) }');
  });

  it('the mask has the bits of fields, and no padding', () => {
    const points = [0xff, 0, 0xff, 0xff];
    const mask = [
      0xe7,
      1,
      0,
      0,
      ...Array<number>(4).fill(0xff),
      ...points,
      ...points,
      ...Array<number>(3).fill(0xff),
      ...Array<number>(5).fill(0),
      ...Array<number>(8).fill(0xff),
    ];
    expect(vectorsInRust(all, x86_64, rows)).toContain(`MASK: [u8; 32] = [${mask.join(', ')}];`);
    const inHex = mask.map((byte) => `0x${byte.toString(16).padStart(2, '0')}`);
    expect(vectorsInC(all, x86_64, rows)).toContain(`xenabi_mask[] = {${inHex.join(', ')}};`);
  });
});

it('members that a packed struct moves off their alignment are bytes', () => {
  const packed = struct('packed', { a: uint8_t, b: uint64_t }, { packed: true });
  const bytes = Uint8Array.from([1, 2, 0, 0, 0, 0, 0, 0, 0x80]);
  const one = [{ label: '', bytes, isValid: true }];
  expect(vectorsInC(packed, x86_64, one)).toContain(
    '{.a = 1u, .b = UINT64_C(9223372036854775810)}',
  );
  expect(vectorsInRust(packed, x86_64, one)).toContain('packed { a: 1, b: 9223372036854775810 }');
});

it('a struct that is called as the table of vectors is, is not declared twice', () => {
  const named = (name: string) => struct(name, { a: uint32_t });
  const inRust = vectorsInRust(named('Vector'), x86_64, vectorsOf(named('Vector'), 3));
  expect(inRust.match(/^pub struct \w+/gm)).toEqual(['pub struct Vector', 'pub struct Vector_2']);
  const type = named('xenabi_vector');
  const inC = vectorsInC(type, x86_64, vectorsOf(type, 3));
  expect(inC.match(/^struct \w+ \{/gm)).toEqual([
    'struct xenabi_vector {',
    'struct xenabi_vector_2 {',
  ]);
});

describe('what has no table', () => {
  const isOpenStruct = (type: CompoundType): boolean =>
    isOpen(layoutOf(type, x86_64) as CompoundLayout);

  it('is a struct that ends in a list', () => {
    expect(isOpenStruct(struct('open', { a: uint32_t, list: flexible(uint32_t) }))).toBe(true);
    expect(isOpenStruct(all)).toBe(false);
  });

  it('is one with floating point, wherever', () => {
    const inner = struct('inner', { d: array(double, 2) });
    expect(hasFloat(layoutOf(struct('f', { a: uint32_t, inner }), x86_64))).toBe(true);
    expect(hasFloat(layoutOf(all, x86_64))).toBe(false);
  });
});
