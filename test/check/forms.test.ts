import { describe, expect, test } from 'vitest';
import { FORM } from '../../src/check/dwarf/constants.js';
import { fixedSize, skip } from '../../src/check/dwarf/form-size.js';
import { readerOf } from '../../src/check/reader.js';

type Name = keyof typeof FORM;
const widths = (version: number, offsetSize: 4 | 8, addressSize: number) => ({
  version,
  offsetSize,
  addressSize,
});

describe('sizes of forms (DWARF 5, 7.5.6)', () => {
  test.each<[number, readonly Name[]]>([
    [0, ['flag_present', 'implicit_const']],
    [1, ['data1', 'flag', 'ref1', 'strx1', 'addrx1']],
    [2, ['data2', 'ref2', 'strx2', 'addrx2']],
    [3, ['strx3', 'addrx3']],
    [4, ['data4', 'ref4', 'strx4', 'addrx4', 'ref_sup4']],
    [8, ['data8', 'ref8', 'ref_sig8', 'ref_sup8']],
    [16, ['data16']],
  ])('%i bytes everywhere: %j', (size, names) => {
    for (const version of [2, 3, 4, 5])
      for (const name of names)
        expect(fixedSize(FORM[name], widths(version, 8, 4)), name).toBe(size);
  });

  test.each<[number, 4 | 8, number, Partial<Record<Name, number>>]>([
    [2, 4, 8, { addr: 8, ref_addr: 8, strp: 4 }],
    [2, 4, 4, { addr: 4, ref_addr: 4, strp: 4 }],
    [3, 4, 8, { addr: 8, ref_addr: 4, strp: 4 }],
    [3, 8, 4, { addr: 4, ref_addr: 8, strp: 8 }],
    [4, 4, 8, { addr: 8, ref_addr: 4, sec_offset: 4, GNU_ref_alt: 4, GNU_strp_alt: 4 }],
    [4, 8, 8, { sec_offset: 8, GNU_ref_alt: 8, GNU_strp_alt: 8 }],
    [5, 4, 2, { addr: 2, line_strp: 4, strp_sup: 4 }],
    [5, 8, 8, { addr: 8, line_strp: 8, strp_sup: 8, sec_offset: 8 }],
  ])(
    'DWARF %i, offsets of %i bytes, addresses of %i: %j',
    (version, offsetSize, addressSize, sizes) => {
      for (const [name, size] of Object.entries(sizes))
        expect(fixedSize(FORM[name as Name], widths(version, offsetSize, addressSize)), name).toBe(
          size,
        );
    },
  );

  test.each<[Name, readonly number[], number]>([
    ['block1', [2, 9, 9, 9], 3],
    ['block2', [2, 0, 9, 9, 9], 4],
    ['block4', [2, 0, 0, 0, 9, 9, 9], 6],
    ['block', [0x82, 0, 9, 9, 9], 4],
    ['exprloc', [1, 9, 9], 2],
    ['string', [65, 66, 0, 9], 3],
    ['udata', [0x80, 0x80, 1, 9], 3],
    ['sdata', [0xff, 0x7f, 9], 2],
    ['ref_udata', [5, 9], 1],
    ['strx', [5, 9], 1],
    ['addrx', [0x85, 1, 9], 2],
    ['loclistx', [5, 9], 1],
    ['rnglistx', [5, 9], 1],
    ['GNU_addr_index', [5, 9], 1],
    ['GNU_str_index', [5, 9], 1],
    ['indirect', [FORM.data2, 9, 9, 9], 3],
    ['indirect', [FORM.string, 65, 0, 9], 3],
  ])('%s tells its own size: %j takes %i', (name, bytes, size) => {
    expect(fixedSize(FORM[name], widths(5, 4, 8))).toBe(-1);
    const r = readerOf(Uint8Array.from(bytes), '');
    skip(r, FORM[name], widths(5, 4, 8));
    expect(r.at).toBe(size);
  });

  test('a form that nobody knows', () => {
    expect(() => skip(readerOf(new Uint8Array(9), 'here', 4), 0x7f, widths(5, 4, 8))).toThrow(
      'here at 0x4: attribute form 0x7f is unknown',
    );
  });
});
