import { describe, expect, test, vi } from 'vitest';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import { KIND } from '../../src/check/btf/blob.js';
import { at, baseType, structDie, unitDie } from './dies.js';
import { btf, ENOUGH, many, NAME, said } from './said.js';
import { type BtfSpec, btfInt, btfStruct, writeBtf } from './write-btf.js';
import { type Attribute, die, uleb, writeDwarf } from './write-dwarf.js';
import { cString, joined, pack, writeElf } from './write-elf.js';

vi.setConfig(ENOUGH);

describe('entries that are too much', () => {
  test('structs inside one another, a hundred thousand deep', () => {
    // One abbreviation with children; no list of children ever ends.
    const abbrev = joined(
      pack([1, 1], [1, 0x11], [1, 1], [2, 0]),
      pack([1, 2], [1, TAG.structure_type], [1, 1], [1, AT.name], [1, FORM.strp], [2, 0], [1, 0]),
    );
    const entry = pack([1, 2], [4, 0]);
    const body = joined(pack([2, 4], [4, 0], [1, 8], [1, 1]), ...many(100_000, () => entry));
    const bytes = writeElf([
      { name: '.debug_info', bytes: joined(pack([4, body.length]), body) },
      { name: '.debug_abbrev', bytes: abbrev },
      { name: '.debug_str', bytes: cString(NAME) },
    ]);
    expect(said(bytes)).toMatch(
      /^\.debug_info at 0x[\da-f]+: xen_memory_exchange cannot be read: entries are nested too deep/,
    );
  });

  test('an abbreviation of a hundred thousand attributes', () => {
    const attributes = many(100_000, (): Attribute => [AT.external, FORM.flag_present, 1]);
    const root = unitDie([die(TAG.structure_type, attributes)]);
    expect(said(writeDwarf(root))).toMatch(
      /^\.debug_abbrev at 0x[\da-f]+: an abbreviation of more than 255 attributes$/,
    );
  });

  test('thousands of units that each begin at another place of one table', () => {
    const table = many(60_000, () => pack([1, 1], [1, 0x11], [1, 0], [2, 0]));
    const unit = (offset: number) => pack([4, 8], [2, 4], [4, offset], [1, 8], [1, 1]);
    for (const end of [pack([1, 0]), new Uint8Array(0)]) {
      const bytes = writeElf([
        { name: '.debug_info', bytes: joined(...many(20_000, (i) => unit(5 * i))) },
        { name: '.debug_abbrev', bytes: joined(...table, end) },
      ]);
      expect(said(bytes)).toMatch(
        /^\.debug_abbrev at 0x[\da-f]+: \d+ bytes of abbreviations were read, the same ones again and again; no others are$/m,
      );
    }
  });

  test('a form that is indirect for ever', () => {
    const indirect: Attribute = [AT.byte_size, FORM.indirect, uleb(FORM.indirect)];
    const root = unitDie([structDie(NAME, 1, [], indirect)]);
    expect(said(writeDwarf(root))).toMatch(
      /^\.debug_info at 0x[\da-f]+: a form that is indirect twice$/,
    );
  });

  test('a reference into the middle of an entry, before all entries, and behind the unit', () => {
    for (const offset of [13, 0, 4, 1e6, 0xffff_ffff]) {
      const member = die(TAG.member, [
        [AT.name, FORM.string, 'a'],
        [AT.type, FORM.ref4, offset],
        at(0),
      ]);
      expect(said(writeDwarf(unitDie([structDie(NAME, 4, [member])])))).toMatch(
        /^$|^\.debug_info at 0x/,
      );
    }
  });

  test('a string whose index is beyond every size has a place that is none', () => {
    const index = joined(new Uint8Array(18).fill(0xff), pack([1, 0x7f]));
    const others = [{ name: '.debug_str_offsets', bytes: new Uint8Array(16) }];
    const root = unitDie([structDie(NAME, 1, [die(TAG.member, [[AT.name, FORM.strx, index]])])]);
    expect(said(writeDwarf(root, { others }))).toMatch(
      /^\.debug_info at 0x0: xen_memory_exchange cannot be read: string \d\S* is not in \.debug_str_offsets$/,
    );
  });

  test('names that share a string of a megabyte', () => {
    const byte = baseType(1);
    const long = new Uint8Array(1_000_001).fill(97);
    long[1_000_000] = 0;
    const members = many(10_000, (i) =>
      die(TAG.member, [[AT.name, FORM.strp, pack([4, i])], [AT.type, FORM.ref4, byte], at(0)]),
    );
    const others = [{ name: '.debug_str', bytes: long }];
    expect(said(writeDwarf(unitDie([byte, structDie(NAME, 1, members)]), { others }))).toBe('');
  });
});

describe('counts that are too much', () => {
  test('BTF: a struct of 65,535 members in no bytes', () => {
    const bytes = writeBtf([{ kind: KIND.STRUCT, name: NAME, sizeOrType: 8, count: 0xffff }]);
    expect(said(bytes, btf)).toMatch(/^\.BTF at 0x24: 786420 bytes do not fit before the end$/);
  });

  test.each([4, 8, 12, 16, 20])(
    'BTF: a header whose number at %i is as large as 32 bits go',
    (place) => {
      const bytes = writeBtf([btfInt(4), btfStruct(NAME, 4, [['a', 1, 0]])]);
      new DataView(bytes.buffer).setUint32(place, 0xffff_fffc, true);
      expect(said(bytes, btf)).toMatch(/^\.BTF (strings )?at 0x/);
    },
  );

  test('BTF: thousands of types that share a name of a megabyte', () => {
    const types = many(20_000, (i): BtfSpec => ({
      kind: KIND.TYPEDEF,
      name: i === 0 ? 'a'.repeat(1_000_000) : '',
      sizeOrType: 0,
    }));
    const bytes = writeBtf(types);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < 20_000; i++) view.setUint32(24 + 12 * i, 1 + i, true);
    expect(said(bytes, btf)).toBe('');
  });

  test('units of every length that 32 and 64 bits have', () => {
    const lengths = [
      pack([4, 1]),
      pack([4, 0x7fff_ffff]),
      pack([4, 0xffff_fff0]),
      pack([4, 0xffff_ffff], [8, -1]),
      pack([4, 0xffff_ffff], [8, 0x1f_ffff_ffff_ffffn]),
    ];
    for (const length of lengths) {
      const bytes = writeElf([{ name: '.debug_info', bytes: joined(length, new Uint8Array(20)) }]);
      expect(said(bytes)).toMatch(/^\.debug_info at 0x[04]: /);
    }
  });
});
