import * as r from 'restructure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { structs, xen_add_to_physmap_batch, xen_memory_reservation } from '../../abi/index.js';
import { codec, toRestructure, x86_32, x86_64, type Type } from '../../src/index.js';
import { layoutOf } from '../../src/layout/index.js';
import {
  array,
  flexible,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
} from '../../src/schema/index.js';
import { declaration } from '../support/declarations.js';
import { abis, hex, outcome, refusal } from '../support/engines.js';
import { accepted, runs } from '../support/values.js';

// Of restructure itself, which has no types, this project declares only what its source uses.
const { uint8, uint16le } = r as unknown as Record<'uint8' | 'uint16le', r.Type>;
const RArray = r.Array as unknown as new (
  type: r.Type,
  length?: string | number | r.Type,
  lengthType?: 'bytes',
) => r.Base;
const { VersionedStruct, Pointer, Optional } = r as unknown as {
  VersionedStruct: new (type: r.Type, versions: Record<number, Record<string, r.Type>>) => r.Base;
  Pointer: new (offset: r.Type, type: r.Type) => r.Type;
  Optional: new (type: r.Type, condition: boolean) => r.Type;
};

describe.each(abis)('toRestructure on $name', (abi) => {
  const types = structs.filter(({ abis }) => abis?.includes(abi.name) ?? true);
  test.each(types.map((type) => ({ name: type.name, type })))('round trip of $name', ({ type }) => {
    const it = toRestructure<Type>(type, abi);
    const ours = codec<Type>(type, abi);
    expect(it.size()).toBe(ours.size);
    fc.assert(
      fc.property(accepted(layoutOf<Type>(type, abi)), (value) => {
        const bytes = it.toBuffer(value);
        expect(hex(bytes)).toBe(hex(ours.encode(value)));
        expect(it.fromBuffer(bytes)).toEqual(ours.decode(bytes));
        expect(it.size(value)).toBe(bytes.length);
      }),
      runs(3),
    );
  });
});

test('any declaration is read and written as its codec does', () => {
  fc.assert(
    fc.property(
      declaration().chain((type) =>
        fc.tuple(fc.constant(type), accepted(layoutOf<Type>(type, x86_64))),
      ),
      ([type, value]) => {
        const it = toRestructure<Type>(type, x86_64);
        const ours = codec<Type>(type, x86_64);
        const bytes = it.toBuffer(value);
        expect(hex(bytes)).toBe(hex(ours.encode(value)));
        expect(it.fromBuffer(bytes)).toEqual(ours.decode(bytes));
        const noise = bytes.map((byte, i) => byte ^ (i * 37));
        const read = outcome(() => ours.decode(noise));
        expect(outcome(() => it.fromBuffer(noise))).toEqual(read);
      },
    ),
    runs(200),
  );
});

describe('types of restructure', () => {
  const inner = struct('inner', { a: uint8_t, b: uint32_t });
  const outer = struct('outer', { inner, list: array(inner, 2), n: uint16_t });
  const it = toRestructure(outer, x86_64);

  test('a struct is a Struct, and so is one in it; an array is an Array', () => {
    expect(it).toBeInstanceOf(r.Struct);
    const types = Object.values((it as unknown as r.Struct).fields);
    expect(types[0]).toBeInstanceOf(r.Struct);
    expect(types[1]).toBeInstanceOf(r.Array);
    expect(toRestructure(array(outer, 3), x86_64)).toBeInstanceOf(r.Array);
  });

  test.each([outer, array(outer, 3), uint32_t])('all have what restructure types have', (type) => {
    const of = toRestructure<Type>(type, x86_64);
    const base = Object.getPrototypeOf(r.Struct) as new () => r.Base;
    expect(of).toBeInstanceOf(base);
    expect(of.toBuffer).toBe(base.prototype.toBuffer);
  });

  const value = { a: 1, b: 2 };
  const ours = toRestructure(inner, x86_64);
  const bytes = '0100000002000000';

  test.each([
    ['counted before', new RArray(ours, uint16le), [value, value], `0200${bytes.repeat(2)}`],
    ['to the end', new RArray(ours), [value, value, value], bytes.repeat(3)],
    ['of so many bytes', new RArray(ours, 8, 'bytes'), [value], bytes],
    [
      'a version',
      new VersionedStruct(uint8, { 0: { n: uint8 }, 1: { odd: uint8, it: ours } }),
      { version: 1, odd: 9, it: value },
      `0109${bytes}`,
    ],
    [
      'what is pointed at',
      new r.Struct({ at: new Pointer(uint8, ours), last: uint8 }),
      { at: value, last: 7 },
      `0207${bytes}`,
    ],
    [
      'what may be missing',
      new r.Struct({ odd: uint8, it: new Optional(ours, true), last: uint8 }),
      { odd: 1, it: value, last: 7 },
      `01${bytes}07`,
    ],
  ])('%s', (_, format, whole, expected) => {
    const written = format.toBuffer(whole);
    expect(hex(written)).toBe(expected);
    expect(format.fromBuffer(written)).toEqual(whole);
  });
});

/** Names that restructure keeps state under, or that JavaScript does. */
const nasty = struct('nasty', {
  parent: uint8_t,
  _startOffset: uint8_t,
  _currentOffset: uint8_t,
  _length: uint8_t,
  ['__proto__']: uint8_t,
  constructor: uint8_t,
  process: uint64_t,
});
const tail = struct('tail', { n: uint16_t, list: flexible(uint16_t, 'n') });

describe('within formats of restructure', () => {
  const reservation = {
    extent_start: 0x1000n,
    nr_extents: 2n,
    extent_order: 9,
    mem_flags: 0,
    domid: 7,
  };
  const value = {
    count: 2,
    odd: 1,
    list: [reservation, { ...reservation, domid: 8 }],
    nasty: {
      parent: 1,
      _startOffset: 2,
      _currentOffset: 3,
      _length: 4,
      ['__proto__']: 5,
      constructor: 6,
      process: 7n,
    },
    tail: { n: 3, list: [1, 2, 3] },
    matrix: [
      [1, 2],
      [3, 4],
    ],
    last: 9,
  };
  const format = new r.Struct({
    count: uint16le,
    odd: uint8,
    list: new RArray(toRestructure(xen_memory_reservation, x86_32), 'count'),
    nasty: toRestructure(nasty, x86_64),
    tail: toRestructure(tail, x86_64),
    matrix: toRestructure(array(array(uint32_t, 2), 2), x86_64),
    last: uint8,
  });
  const size = 3 + 2 * 20 + 16 + 8 + 16 + 1;

  test('a struct of structs and lists round-trips, and the streams end behind it', () => {
    expect(format.size(value)).toBe(size);
    const bytes = new Uint8Array(size + 5).fill(0xee);
    const output = new r.EncodeStream(bytes);
    output.pos = 2;
    format.encode(output, value);
    expect(output.pos).toBe(2 + size);
    expect(hex(bytes.subarray(0, 2)) + hex(bytes.subarray(size + 2))).toBe('ee'.repeat(5));
    const input = new r.DecodeStream(bytes);
    input.pos = 2;
    expect(format.decode(input)).toEqual(value);
    expect(input.pos).toBe(2 + size);
  });

  test('padding is zero, whatever the stream held', () => {
    const bytes = new Uint8Array(20).fill(0xee);
    toRestructure(xen_memory_reservation, x86_32).encode(new r.EncodeStream(bytes), reservation);
    expect(hex(bytes.subarray(18))).toBe('0000');
  });

  test('errors count offsets from the start of the stream, and paths from the struct', () => {
    const wrong = { ...value, list: [reservation, { ...reservation, domid: -1 }] };
    const bytes = new Uint8Array(size);
    const encoding = refusal(() => format.encode(new r.EncodeStream(bytes), wrong));
    expect(encoding).toMatchObject({ code: 'range', path: ['domid'], offset: 3 + 20 + 16 });
    const short = new r.DecodeStream(Uint8Array.of(2, 0, 0, ...new Uint8Array(21)));
    expect(refusal(() => format.decode(short))).toMatchObject({
      code: 'length',
      path: [],
      offset: 23,
    });
  });

  test('what is missing or has no list is an AbiError, also when asked for its size', () => {
    const stream = (): r.EncodeStream => new r.EncodeStream(new Uint8Array(size));
    const { nasty: _, ...without } = value;
    expect(refusal(() => format.encode(stream(), without))).toMatchObject({
      code: 'missing',
      struct: 'nasty',
    });
    const { tail: __, ...headless } = value;
    expect(refusal(() => format.encode(stream(), headless))).toMatchObject({
      code: 'missing',
      struct: 'tail',
    });
    const listless = { ...value, tail: { n: 3 } };
    expect(refusal(() => format.encode(stream(), listless))).toMatchObject({
      code: 'missing',
      path: ['list'],
    });
  });

  test('a stream that is too short is an AbiError, and nothing is written', () => {
    const bytes = new Uint8Array(30).fill(0xee);
    const stream = new r.EncodeStream(bytes);
    stream.pos = 12;
    const it = toRestructure(xen_memory_reservation, x86_32);
    expect(refusal(() => it.encode(stream, reservation))).toMatchObject({
      code: 'length',
      offset: 12,
    });
    expect(hex(bytes)).toBe('ee'.repeat(30));
    expect(stream.pos).toBe(12);
    const flexible = toRestructure(tail, x86_64);
    const room = new r.EncodeStream(new Uint8Array(7));
    expect(refusal(() => flexible.encode(room, value.tail))).toMatchObject({
      code: 'length',
      expected: '8 bytes',
    });
  });

  test('a union takes any of its members', () => {
    const it = new r.Struct({
      odd: uint8,
      batch: toRestructure(xen_add_to_physmap_batch, x86_64),
    });
    const batch = { domid: 1, space: 4, size: 0, idxs: 1, gpfns: 2, errs: 3n };
    const bytes = new Uint8Array(33);
    it.encode(new r.EncodeStream(bytes), { odd: 1, batch: { ...batch, u: { foreign_domid: 5 } } });
    expect(it.decode(new r.DecodeStream(bytes))).toMatchObject({
      batch: { u: { foreign_domid: 5, res0: 5 }, errs: 3n },
    });
  });

  test('bytes that are none are an AbiError', () => {
    const it = toRestructure(xen_memory_reservation, x86_32);
    expect(refusal(() => it.fromBuffer(new Uint8Array(19))).code).toBe('length');
    expect(refusal(() => it.fromBuffer([] as never)).code).toBe('length');
  });
});
