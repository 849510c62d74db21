import { describe, expect, it } from 'vitest';
import { xen_ulong_t } from '../../abi/xen.js';
import { tableOf } from '../../src/layout-table/table.js';
import { arm32, arm64, layoutOf, x86_32, x86_64 } from '../../src/layout/index.js';
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
import { expectLinear, times } from '../support/growth.js';

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

  // The union inside had the key of the struct around it: its row was lost, and what came before
  // it stood below everything else.
  it('tells anonymous members inside anonymous members apart', () => {
    const inner = anonymous(union(null, { b: uint16_t, c: uint8_t }));
    const type = struct('a', { _: anonymous(struct(null, { a: uint8_t, inner })), z: uint8_t });
    const columns = [x86_32, x86_64].map((abi) => ({ abis: [abi], layout: layoutOf(type, abi) }));
    expect(tidy(tableOf(columns, everything)).slice(2, 10)).toEqual([
      '(anonymous) 0:4 0:4 struct',
      'a 0:1 0:1 uint8_t',
      '/* hole */ 1:1 1:1',
      '(anonymous) 2:2 2:2 union',
      'b 2:2 2:2 uint16_t',
      'c 2:1 2:1 uint8_t',
      'z 4:1 4:1 uint8_t',
      '/* tail padding */ 5:1 5:1',
    ]);
  });

  // Rows and padding were looked for in all rows, for each row: 50000 elements took minutes.
  it('of thousands of elements takes as long as they are many', () => {
    const inner = anonymous(union(null, { b: uint16_t, c: uint8_t }));
    const element = struct('e', { a: uint8_t, inner, d: uint64_t });
    expectLinear(
      times(
        100,
        (n) => {
          const type = struct('s', { all: array(element, n) });
          const columns = [x86_32, x86_64].map((abi) => ({
            abis: [abi],
            layout: layoutOf(type, abi),
          }));
          return () => tableOf(columns, everything);
        },
        2,
      ),
    );
  });

  it('folds the meaning of a field under itself where the terminal ends', () => {
    const doc = 'a meaning that is much longer than the terminal is wide, by far';
    const type = struct('d', { a: field(uint32_t, { doc }), b: uint32_t });
    const column = { abis: [x86_64], layout: layoutOf(type, x86_64) };
    expect(tableOf([column], { doc: true, width: Infinity })).toContain(doc);
    expect(tableOf([column], { doc: true, width: 60 }).split('\n').slice(2, -1)).toEqual([
      '       0  0x0     4  a      uint32_t  a meaning that is much',
      '                                      longer than the',
      '                                      terminal is wide, by',
      '                                      far',
      '       4  0x4     4  b      uint32_t',
    ]);
    // With no room beside the field, below it.
    expect(tableOf([column], { doc: true, width: 50 }).split('\n').slice(2, -1)).toEqual([
      '       0  0x0     4  a      uint32_t',
      '      a meaning that is much longer than the',
      '      terminal is wide, by far',
      '       4  0x4     4  b      uint32_t',
    ]);
  });

  const everywhere = [{ abis: [x86_32] }, { abis: [x86_64, arm64] }, { abis: [arm32] }].map(
    ({ abis }) => ({ abis, layout: layoutOf(struct('u', { a: xen_ulong_t }), abis[0]!) }),
  );

  it('stacks the names of architectures where they are too long side by side', () => {
    const lines = tableOf(everywhere, { doc: false, width: 60 }).split('\n');
    expect(lines.slice(1, 4)).toEqual([
      '                                x86_64',
      '     field              x86_32  arm64   arm32  type',
      '  *  a                  0:4     0:8     0:8    xen_ulong_t',
    ]);
    expect(lines.join('\n')).not.toContain('an empty cell');
  });

  it('goes on in further tables where not all architectures fit', () => {
    const lines = tableOf(everywhere, { doc: false, width: 40 }).split('\n');
    expect(lines.filter((line) => /^$|field |[*] {2}a /.test(line))).toEqual([
      '     field              x86_32  arm64',
      '  *  a                  0:4     0:8',
      '',
      '     field              arm32',
      '  *  a                  0:8',
      '',
      '     field              type',
      '  *  a                  xen_ulong_t',
    ]);
  });

  it('says what a cell without numbers means, where there is one', () => {
    const legend = (width: number, ...all: typeof everywhere) =>
      tableOf(all, { doc: false, width }).split('\n').at(-1);
    expect(legend(Infinity, ...everywhere)).toBe(
      '  under an architecture, an empty cell is as the one left of it',
    );
    expect(legend(Infinity, everywhere[0]!, everywhere[2]!)).toBe('  1 field');
    const narrow = { abis: [x86_32], layout: layoutOf(struct('u', { b: uint32_t }), x86_32) };
    expect(legend(Infinity, everywhere[0]!, narrow)).toBe('  -: not there');
  });
});
