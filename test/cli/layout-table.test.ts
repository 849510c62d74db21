import { describe, expect, it } from 'vitest';
import { tableOf } from '../../src/layout-table/table.js';
import { layoutOf, x86_32, x86_64 } from '../../src/layout/index.js';
import {
  anonymous,
  array,
  bits,
  field,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';

const everything = { doc: false, width: Infinity };
const tidy = (text: string): string[] =>
  text.split('\n').map((line) => line.replaceAll(/ +/g, ' ').trim());

/** What no struct of Xen's memory headers has. */
describe('the table', () => {
  it('places bit-fields and the bits between them', () => {
    const type = struct('b', { a: bits(uint32_t, 3), b: bits(uint32_t, 7), c: uint8_t });
    expect(tidy(tableOf([{ abis: [x86_64], layout: layoutOf(type, x86_64) }], everything))).toEqual(
      [
        'struct b (x86_64)',
        'offset size field type',
        '0.0 0x0 3 bits a uint32_t : 3',
        '0.3 0x0 7 bits b uint32_t : 7',
        '1 0x1 1 /* hole bits 0xfc */',
        '2 0x2 1 c uint8_t',
        '3 0x3 1 /* tail padding */',
        'size 4, align 4, 3 fields, 1.75 bytes of padding in 2 places',
      ],
    );
  });

  it('opens anonymous members and arrays of structs, with the padding of each', () => {
    const point = struct('point', { x: uint16_t, y: uint8_t });
    const type = struct('s', {
      _: anonymous(union(null, { p: uint8_t, q: uint16_t })),
      points: array(point, 2),
      bytes: array(uint8_t, 3),
    });
    expect(tidy(tableOf([{ abis: [x86_64], layout: layoutOf(type, x86_64) }], everything))).toEqual(
      [
        'struct s (x86_64)',
        'offset size field type',
        '0 0x0 2 (anonymous) union',
        '0 0x0 1 p uint8_t',
        '0 0x0 2 q uint16_t',
        '2 0x2 8 points struct point[2]',
        '2 0x2 4 [0] struct point',
        '2 0x2 2 x uint16_t',
        '4 0x4 1 y uint8_t',
        '5 0x5 1 /* tail padding */',
        '6 0x6 4 [1] struct point',
        '6 0x6 2 x uint16_t',
        '8 0x8 1 y uint8_t',
        '9 0x9 1 /* tail padding */',
        '10 0xa 3 bytes uint8_t[3]',
        '13 0xd 1 /* tail padding */',
        'size 14, align 2, 7 fields, 3 bytes of padding in 3 places',
      ],
    );
  });

  it('keeps a field that one architecture lacks where it belongs', () => {
    const narrow = struct('n', { a: uint32_t, c: uint32_t });
    const wide = struct('n', { a: uint32_t, b: uint64_t, c: uint32_t });
    const columns = [
      { abis: [x86_32], layout: layoutOf(narrow, x86_32) },
      { abis: [x86_64], layout: layoutOf(wide, x86_64) },
    ];
    const rows = tidy(tableOf(columns, everything));
    expect(rows.slice(2, 7)).toEqual([
      'a 0:4 0:4 uint32_t',
      '* /* hole */ - 4:4',
      '* b - 8:8 uint64_t',
      '* c 4:4 16:4 uint32_t',
      '* /* tail padding */ - 20:4',
    ]);
  });

  it('cuts the meaning of a field where the terminal ends, and nothing else', () => {
    const doc = 'a meaning that is much longer than the terminal is wide, by far';
    const type = struct('d', { a: field(uint32_t, { doc }) });
    const column = { abis: [x86_64], layout: layoutOf(type, x86_64) };
    expect(tableOf([column], { doc: true, width: Infinity })).toContain(doc);
    const line = tableOf([column], { doc: true, width: 60 }).split('\n')[2]!;
    expect(line.length).toBe(60);
    expect(line).toMatch(/uint32_t {2}a meaning that.*…$/);
  });
});
