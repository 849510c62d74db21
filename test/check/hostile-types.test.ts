import { describe, expect, test, vi } from 'vitest';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import { KIND } from '../../src/check/btf/blob.js';
import { arrayDie, at, baseType, memberDie, structDie, typedefDie, unitDie } from './dies.js';
import { btf, ENOUGH, many, NAME, said, u32, wideStruct } from './said.js';
import { type BtfSpec, btfInt, btfStruct, writeBtf } from './write-btf.js';
import { type Attribute, die, type Die, uleb, writeDwarf } from './write-dwarf.js';
import { joined, pack } from './write-elf.js';

vi.setConfig(ENOUGH);

describe('types that go round', () => {
  test('a struct that has itself as a member', () => {
    const self = structDie(NAME, 8, [memberDie('a', baseType(1), at(0))]);
    self.children[0]!.attributes[1] = [AT.type, FORM.ref4, self];
    expect(said(writeDwarf(unitDie([self])))).toMatch(
      /^\.debug_info at 0x[\da-f]+: xen_memory_exchange cannot be read: a type is made of itself$/,
    );
  });

  test.each<[string, (self: Die) => Die]>([
    ['a typedef', (self) => typedefDie('t', self)],
    ['an array', (self) => arrayDie(self, [[AT.count, FORM.data1, 2]])],
    ['const', (self) => die(TAG.const_type, [[AT.type, FORM.ref4, self]])],
  ])('through %s', (_, around) => {
    const member = memberDie('a', u32(), at(0));
    const self = structDie(NAME, 8, [member]);
    const between = around(self);
    member.attributes[1] = [AT.type, FORM.ref4, between];
    expect(said(writeDwarf(unitDie([self, between])))).toMatch(/made of itself/);
  });

  test('a typedef of itself, an array of itself', () => {
    const typedef = typedefDie(NAME, u32());
    typedef.attributes[1] = [AT.type, FORM.ref4, typedef];
    expect(said(writeDwarf(unitDie([typedef])))).toMatch(/made of itself/);
    const list = arrayDie(u32(), [[AT.count, FORM.data1, 2]]);
    list.attributes[0] = [AT.type, FORM.ref4, list];
    expect(said(writeDwarf(unitDie([list, typedefDie(NAME, list)])))).toMatch(/made of itself/);
  });

  test('a type unit whose type is only the signature of itself', () => {
    const self = structDie(NAME, 8, [], [AT.signature, FORM.ref_sig8, 5]);
    const bytes = writeDwarf(unitDie([self]), { kind: 2, signature: 5n, about: self });
    expect(said(bytes)).toMatch(/made of itself/);
  });

  test('thousands of typedefs of a struct that goes round are not thousands of rounds', () => {
    const members = many(3000, (i) => memberDie(`m${i}`, u32(), at(0)));
    const self = structDie('loop', 8, members);
    members.at(-1)!.attributes[1] = [AT.type, FORM.ref4, self];
    const typedefs = many(3000, () => typedefDie(NAME, self));
    expect(said(writeDwarf(unitDie([self, u32(), ...typedefs])))).toMatch(/^[^\n]*made of itself$/);
  });

  test('BTF: a struct, a typedef, an array, and thousands of typedefs', () => {
    const cases: BtfSpec[][] = [
      [btfStruct(NAME, 8, [['a', 1, 0]])],
      [{ kind: KIND.TYPEDEF, name: NAME, sizeOrType: 1 }],
      [btfStruct(NAME, 8, [['a', 2, 0]]), { kind: KIND.ARRAY, data: [1, 1, 4] }],
      [
        btfStruct('loop', 8, [...many(9000, (i) => [`m${i}`, 2, 0] as const), ['m', 1, 0]]),
        btfInt(4),
        ...many(9000, (): BtfSpec => ({ kind: KIND.TYPEDEF, name: NAME, sizeOrType: 1 })),
      ],
    ];
    for (const types of cases)
      expect(said(writeBtf(types), btf)).toMatch(
        /^\.BTF at 0x[\da-f]+: xen_memory_exchange cannot be read: a type is made of itself$/,
      );
  });
});

describe('types that are too much', () => {
  test('a chain of a thousand typedefs', () => {
    const base = u32();
    const chain: Die[] = [];
    for (let type = base; chain.length < 1000;) chain.push((type = typedefDie(NAME, type)));
    expect(said(writeDwarf(unitDie([base, ...chain.toReversed()])))).toMatch(/nested too deep/);
    const types = [
      btfInt(4),
      ...many(1000, (i): BtfSpec => ({
        kind: KIND.TYPEDEF,
        name: NAME,
        sizeOrType: i === 999 ? 1 : i + 3,
      })),
    ];
    expect(said(writeBtf(types), btf)).toMatch(/nested too deep/);
  });

  test('anonymous structs of two anonymous structs each, 40 times over', () => {
    let inner = structDie(null, 1, [memberDie('x', baseType(1), at(0))]);
    const levels = [inner];
    for (let i = 0; i < 40; i++) {
      inner = structDie(i === 39 ? NAME : null, 1, [
        memberDie(null, inner, at(0)),
        memberDie(null, inner, at(0)),
      ]);
      levels.push(inner);
    }
    expect(said(writeDwarf(unitDie(levels)))).toMatch(/too many members/);
    const types = many(41, (i) =>
      i === 40
        ? btfStruct('', 1, [])
        : btfStruct(i === 0 ? NAME : '', 1, [
            ['', i + 2, 0],
            ['', i + 2, 0],
          ]),
    );
    expect(said(writeBtf(types), btf)).toMatch(/too many members/);
  });

  test('a struct of more members than a function takes arguments', () => {
    expect(said(wideStruct(125_000))).toBe('');
    expect(said(wideStruct(135_000))).toMatch(/too many members: more than 131072/);
    const members = (count: number) => many(count, () => ['m', 1, 0] as const);
    const wide = (count: number) => writeBtf([btfInt(1), btfStruct(NAME, 1, members(count))]);
    expect(said(wide(125_000), btf)).toBe('');
    expect(said(wide(135_000), btf)).toMatch(/too many members: more than 131072/);
  });

  test('an array of ten thousand dimensions', () => {
    const list = arrayDie(u32(), ...many(10_000, (): Attribute[] => [[AT.count, FORM.data1, 1]]));
    expect(said(writeDwarf(unitDie([list, typedefDie(NAME, list)])))).toMatch(
      /an array of more than 32 dimensions/,
    );
  });

  test('arrays of arrays that double in size', () => {
    const types = [
      ...many(64, (i): BtfSpec => ({ kind: KIND.ARRAY, data: [i + 2, 65, 2] })),
      btfInt(4),
      btfStruct(NAME, 1, [['a', 1, 0]]),
    ];
    expect(said(writeBtf(types), btf)).toMatch(/an array too large/);
    const long = arrayDie(u32(), [[AT.count, FORM.data8, 2n ** 50n]]);
    expect(
      said(writeDwarf(unitDie([long, structDie(NAME, 1, [memberDie('a', long, at(0))])]))),
    ).toMatch(/beyond every size/);
  });

  // Each pointer has the name of its target, whose end was looked for again: minutes.
  test('thousands of pointers to one name of megabytes', () => {
    const target = structDie('n'.repeat(2_000_000), 4, []);
    const pointers = many(3000, () => die(TAG.pointer_type, [[AT.type, FORM.ref4, target]]));
    const members = pointers.map((type, i) => memberDie(`m${i}`, type, at(8 * i)));
    const bytes = writeDwarf(unitDie([target, ...pointers, structDie(NAME, 24_000, members)]));
    expect(said(bytes)).toMatch(/the same entries are read again and again; no others are/);
  });

  test('ten thousand definitions of one name', () => {
    const byte = baseType(1);
    const definitions = many(10_000, (i) => structDie(NAME, i + 1, [memberDie('a', byte, at(i))]));
    expect(said(writeDwarf(unitDie([byte, ...definitions])))).toBe(
      `${NAME} has more than 100 definitions; the others are not compared`,
    );
  });

  test('members and bit-fields where nothing is', () => {
    const byte = baseType(1);
    const far: Attribute = [
      AT.data_member_location,
      FORM.exprloc,
      joined(uleb(18), pack([1, 0x23], [8, -1], [8, -1], [1, 0x7f])),
    ];
    const faults: [string, Die][] = [
      ['a member at offset', memberDie('a', byte, far)],
      ['a member at offset -1', memberDie('a', byte, [AT.data_member_location, FORM.sdata, -1])],
      [
        '4 bits at bit -12',
        memberDie('a', byte, at(0), [AT.bit_size, FORM.data1, 4], [AT.bit_offset, FORM.data1, 16]),
      ],
      ['-4 bits at bit 0', memberDie('a', byte, at(0), [AT.bit_size, FORM.sdata, -4])],
    ];
    for (const [why, member] of faults)
      expect(said(writeDwarf(unitDie([byte, structDie(NAME, 1, [member])])))).toContain(why);
  });
});
