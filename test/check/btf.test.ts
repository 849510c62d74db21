import { describe, expect, test } from 'vitest';
import { KIND } from '../../src/check/btf/blob.js';
import { sourceOf } from '../../src/check/index.js';
import { architectures, x86_64 } from '../../src/layout/index.js';
import { readBack, structIn } from './dies.js';
import { type BtfSpec, btfInt, btfStruct, writeBtf } from './write-btf.js';
import { writeElf } from './write-elf.js';

const options = { abi: x86_64 };
const layoutOf = (...types: BtfSpec[]) => structIn(writeBtf(types), 's', options);
const said = (bytes: Uint8Array) =>
  readBack(bytes, ['s'], options).problems.map(({ message }) => message);

describe('members', () => {
  test('with the flag: a width in the upper byte', () => {
    const members = [
      ['a', 1, 0, 3],
      ['b', 1, 3, 7],
      ['c', 1, 32],
    ] as const;
    expect(layoutOf(btfInt(4), { ...btfStruct('s', 8, members) }).members).toMatchObject([
      { name: 'a', offset: 0, bits: { start: 0, width: 3 } },
      { name: 'b', offset: 0, bits: { start: 3, width: 7 } },
      { name: 'c', offset: 4, layout: { size: 4 } },
    ]);
  });

  test('without the flag: the width is that of an integer made for it', () => {
    const narrow: BtfSpec = { kind: KIND.INT, name: 'u32', sizeOrType: 4, data: [(3 << 16) | 7] };
    const struct: BtfSpec = {
      kind: KIND.STRUCT,
      name: 's',
      sizeOrType: 8,
      count: 2,
      data: ['a', 1, 32, 'b', 2, 0],
    };
    const { members } = layoutOf(narrow, btfInt(4), struct);
    expect(members[0]).toMatchObject({ offset: 4, bits: { start: 35, width: 7 } });
    expect(members[1]).toMatchObject({ offset: 0, layout: { size: 4 } });
    expect(members[1]).not.toHaveProperty('bits');
  });

  test.each<[string, readonly BtfSpec[]]>([
    ['a typedef', [{ kind: KIND.TYPEDEF, name: 't', sizeOrType: 1 }]],
    ['const', [{ kind: KIND.CONST, sizeOrType: 1 }]],
    [
      'a typedef of volatile',
      [
        { kind: KIND.TYPEDEF, name: 't', sizeOrType: 3 },
        { kind: KIND.VOLATILE, sizeOrType: 1 },
      ],
    ],
  ])('without the flag: that integer behind %s', (_, types) => {
    const struct = { kind: KIND.STRUCT, name: 's', sizeOrType: 4, count: 1, data: ['a', 2, 8] };
    const { members } = layoutOf(btfInt(4, false, 7), ...types, struct);
    expect(members).toMatchObject([{ offset: 1, bits: { start: 8, width: 7 } }]);
  });

  test('at a bit, but no bit-field', () => {
    const bytes = writeBtf([btfInt(4), btfStruct('s', 8, [['a', 1, 5]])]);
    expect(said(bytes)).toEqual(['.BTF at 0x34: s cannot be read: a member at bit 5']);
  });
});

describe('types', () => {
  test.each<[string, BtfSpec, object]>([
    [
      'a pointer',
      { kind: KIND.PTR, sizeOrType: 0 },
      { kind: 'int', size: 8, type: { kind: 'pointer' } },
    ],
    [
      'an enumeration',
      { kind: KIND.ENUM, sizeOrType: 2, count: 1, data: ['A', 1] },
      { kind: 'int', size: 2, signed: false },
    ],
    ['one with a sign', { kind: KIND.ENUM, sizeOrType: 4, flag: true }, { size: 4, signed: true }],
    [
      'one of 64 bits',
      { kind: KIND.ENUM64, sizeOrType: 8, count: 1, data: ['A', 1, 0] },
      { size: 8, value: 'bigint' },
    ],
    [
      'floating point',
      { kind: KIND.FLOAT, name: 'double', sizeOrType: 8 },
      { kind: 'float', size: 8 },
    ],
    ['an array', { kind: KIND.ARRAY, data: [2, 2, 5] }, { kind: 'array', length: 5, size: 20 }],
    ['const', { kind: KIND.CONST, sizeOrType: 2 }, { kind: 'int', size: 4 }],
    ['volatile', { kind: KIND.VOLATILE, sizeOrType: 2 }, { kind: 'int', size: 4 }],
    ['restrict', { kind: KIND.RESTRICT, sizeOrType: 2 }, { kind: 'int', size: 4 }],
    ['a tag', { kind: KIND.TYPE_TAG, name: 'user', sizeOrType: 2 }, { kind: 'int', size: 4 }],
    [
      'a typedef',
      { kind: KIND.TYPEDEF, name: 't', sizeOrType: 2 },
      { kind: 'int', size: 4, type: { kind: 'alias', name: 't' } },
    ],
    ['a union', btfStruct('u', 4, [['x', 2, 0]], KIND.UNION), { kind: 'union', size: 4 }],
  ])('%s', (_, type, expected) => {
    expect(
      layoutOf(type, btfInt(4), btfStruct('s', 64, [['a', 1, 0]])).members[0]!.layout,
    ).toMatchObject(expected);
  });

  test('a pointer is as wide as the architecture says', () => {
    const bytes = writeBtf([{ kind: KIND.PTR }, btfStruct('s', 4, [['a', 1, 0]])]);
    expect(structIn(bytes, 's', { abi: architectures.x86_32 }).members[0]!.layout.size).toBe(4);
  });

  test.each([
    ['x86_32', 8, 4],
    ['x86_64', 8, 8],
    ['x86_64', 4, 4],
    ['x86_64', 16, 8],
  ] as const)('%s: floating point of %i bytes is aligned to %i', (name, size, align) => {
    const float = { kind: KIND.FLOAT, name: 'float', sizeOrType: size };
    const bytes = writeBtf([float, btfStruct('s', 16, [['a', 1, 0]])]);
    expect(structIn(bytes, 's', { abi: architectures[name] }).members[0]!.layout.align).toBe(align);
  });

  test('kinds that are no struct are stepped over', () => {
    const types: BtfSpec[] = [
      { kind: KIND.FUNC_PROTO, count: 2, data: ['x', 0, 'y', 0] },
      { kind: KIND.FUNC, name: 'f', sizeOrType: 1 },
      { kind: KIND.VAR, name: 'v', data: [1] },
      { kind: KIND.DATASEC, name: '.data', count: 1, data: [3, 0, 4] },
      { kind: KIND.DECL_TAG, name: 'tag', sizeOrType: 3, data: [0xffff_ffff] },
      btfStruct('s', 1, []),
    ];
    expect(layoutOf(...types).size).toBe(1);
  });

  test('a forward declaration is no definition', () => {
    const typedef: BtfSpec = { kind: KIND.TYPEDEF, name: 's_t', sizeOrType: 1 };
    for (const types of [
      [{ kind: KIND.FWD, name: 's' }],
      [{ kind: KIND.FWD, name: 'x' }, typedef],
    ]) {
      const object = readBack(writeBtf(types), ['s'], options);
      expect([object.structs.size, [...object.declared]]).toEqual([0, ['s']]);
    }
  });
});

describe('blobs', () => {
  const good = writeBtf([btfInt(4), btfStruct('s', 4, [['a', 1, 0]])]);

  test.each([
    [2, 2, '.BTF at 0x2: BTF version 2 is unknown'],
    [31, 31, '.BTF at 0x18: BTF kind 31 is unknown'],
    [31, 0, '.BTF at 0x18: BTF kind 0 is unknown'],
  ])('byte %i as %i', (place, value, why) => {
    const bytes = good.slice();
    bytes[place] = value;
    expect(() => readBack(bytes, ['s'], options)).toThrow(why);
  });

  // Linux 7.1 took the unused bits of both numbers, and tells the size of every kind.
  test('more than 65535 elements, in 24 bits', () => {
    const count = 70_000;
    const data = Array.from({ length: 2 * count }, () => 0);
    const many: BtfSpec = { kind: KIND.ENUM, sizeOrType: 4, count, data };
    expect(layoutOf(many, btfStruct('s', 4, [['a', 1, 0]])).size).toBe(4);
  });

  describe('a kind of tomorrow', () => {
    const FUTURE = 36;
    const kinds = Array.from(
      { length: FUTURE + 1 },
      (_, kind) => [kind === FUTURE ? 4 : 0, 8] as const,
    );
    const future: BtfSpec = { kind: FUTURE, name: 's', count: 2, data: [1, 2, 3, 4, 5] };
    const read = (members: Parameters<typeof btfStruct>[2]) =>
      readBack(writeBtf([future, btfInt(4), btfStruct('s', 4, members)], 0, kinds), ['s'], options);

    test('is passed over, where its size is told', () => {
      const { structs, problems } = read([['a', 2, 0]]);
      expect([structs.get('s')?.length, problems]).toEqual([1, []]);
    });

    test('a struct that has one by value cannot be read', () => {
      const { structs, problems } = read([['a', 1, 0]]);
      expect([structs.size, problems.map(({ why }) => why)]).toEqual([
        0,
        ['s cannot be read: nothing is known of a type of BTF kind 36'],
      ]);
    });

    test('is no struct, whose number its lower bits have', () =>
      expect(() => readBack(writeBtf([{ ...future, count: 0, data: [] }]), ['s'], options)).toThrow(
        'BTF kind 36 is unknown',
      ));
  });

  test('of big-endian machines', () => {
    const bytes = good.slice();
    bytes.set([0xeb, 0x9f]);
    expect(() => readBack(bytes, ['s'], options)).toThrow('.BTF at 0x0: big-endian BTF');
  });

  test('without an architecture', () =>
    expect(() => readBack(good)).toThrow('BTF does not name its architecture'));

  test('in a section of an ELF file, whose architecture it is', () => {
    const object = readBack(writeElf([{ name: '.BTF', bytes: good }], { machine: 183 }));
    expect([object.abi.name, object.format, object.structs.size]).toEqual(['arm64', 'BTF', 1]);
  });

  test('split: types and strings go on where the base ends', () => {
    const base = writeBtf([btfInt(4), btfStruct('inner', 4, [['x', 1, 0]])]);
    const strings = new DataView(base.buffer).getUint32(20, true);
    // The types 1 and 2 are the base's.
    const split = writeBtf(
      [
        btfStruct('s', 8, [
          ['a', 2, 0],
          ['b', 1, 32],
        ]),
      ],
      strings,
    );
    const found = structIn(split, 's', { ...options, base: sourceOf(base) });
    expect(found.members).toMatchObject([
      { name: 'a', layout: { kind: 'struct', members: [{ name: 'x' }] } },
      { name: 'b', offset: 4, layout: { size: 4 } },
    ]);
    expect(() => said(split)).toThrow('split BTF: its base has to be given');
  });

  // Modules outside the kernel's tree have what they need of its BTF with them.
  test('split with a distilled base: its structs have names and sizes, no members', () => {
    const base = writeBtf([
      btfInt(4),
      btfStruct('inner', 4, []),
      { kind: KIND.ENUM, sizeOrType: 4 },
    ]);
    const strings = new DataView(base.buffer).getUint32(20, true);
    const split = writeBtf(
      [
        { kind: KIND.PTR, sizeOrType: 2 },
        btfStruct('s', 16, [
          ['a', 1, 0],
          ['b', 3, 32],
          ['c', 4, 64],
        ]),
        btfStruct('t', 4, [['a', 2, 0]]),
      ],
      strings,
    );
    const bytes = writeElf([
      { name: '.BTF', bytes: split },
      { name: '.BTF.base', bytes: base },
    ]);
    // A base that is given is not the one that these numbers mean.
    for (const given of [{}, { base: sourceOf(writeBtf([])) }]) {
      const { structs, problems } = readBack(bytes, ['s', 't', 'inner'], given);
      expect([...structs.keys()]).toEqual(['s']);
      expect(structs.get('s')![0]!.layout.members.map(({ layout }) => layout.size)).toEqual([
        4, 4, 8,
      ]);
      const why = "cannot be read: of inner only the size is here: check the kernel's BTF";
      expect(problems.map(({ message }) => message)).toEqual([
        `.BTF.base at 0x28: inner ${why}`,
        `.BTF.base at 0x28: t ${why}`,
      ]);
    }
  });

  test.each<[string, Uint8Array, string]>([
    [
      'of another architecture',
      writeElf([{ name: '.BTF', bytes: good }], { machine: 183 }),
      'the base BTF: it is of arm64, the object of x86_64',
    ],
    ['without BTF', writeElf([]), 'the base BTF: no BTF in it'],
    ['that is no BTF', new TextEncoder().encode('text'), 'the base BTF: neither ELF nor BTF'],
    ['of big-endian machines', Uint8Array.of(0xeb, 0x9f), 'the base BTF at 0x0: big-endian BTF'],
  ])('a base %s', (_, base, why) =>
    expect(() => readBack(good, ['s'], { ...options, base: sourceOf(base) })).toThrow(why),
  );
});
