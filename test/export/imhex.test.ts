import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { e820entry, xen_add_to_physmap, xen_memory_exchange } from '../../abi/index.js';
import { exportImhex } from '../../src/export/index.js';
import { type Abi, type CompoundLayout, layoutOf, x86_32, x86_64 } from '../../src/layout/index.js';
import {
  anonymous,
  array,
  bits,
  chars,
  type CompoundType,
  enumeration,
  flexible,
  int8_t,
  struct,
  uint16_t,
  uint32_t,
  uint8_t,
} from '../../src/schema/index.js';
import { runs } from '../support/values.js';
import { abis, exported, xenOn } from './declarations.js';

/** A type of a pattern: its size, and where its own fields begin. */
interface Read {
  readonly size: number;
  readonly fields: readonly (readonly [name: string, offset: number])[];
}

/**
 * Reads a pattern as ImHex places it: fields one after the other, those of a union over one
 * another, nothing aligned. Throws at a line that it does not know.
 */
function readPattern(text: string): Map<string, Read> {
  const types = new Map<string, Read>([['char', { size: 1, fields: [] }]]);
  types.set('float', { size: 4, fields: [] }).set('double', { size: 8, fields: [] });
  for (const sign of ['u', 's'])
    for (const size of [1, 2, 4, 8]) types.set(`${sign}${size * 8}`, { size, fields: [] });
  const definitions = /^(struct|union|bitfield|enum) (\w+)(?: : (\w+))? \{\n([^}]*)\};$/gm;
  for (const [, kind, name, base, body] of text.matchAll(definitions)) {
    expect(types.has(name!), `${name} twice`).toBe(false);
    const lines = body!.split('\n').filter((line) => line !== '');
    let [cursor, size] = [0, 0];
    const fields: [string, number][] = [];
    if (kind === 'enum') size = types.get(base!)!.size;
    else if (kind === 'bitfield') {
      const widths = lines.map((line) => Number(/^ {4}(?:signed )?\w+ : (\d+);/.exec(line)![1]));
      size = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / 8);
    } else {
      for (const line of lines) {
        const padding = /^ {4}padding\[(\d+)\];$/.exec(line);
        if (padding) {
          cursor += Number(padding[1]);
          size = Math.max(size, cursor);
          continue;
        }
        const [, type, field, count] =
          /^ {4}(\w+) (\w+)(?:\[([^\];]+)\])?(?: \[\[hidden\]\])?;/.exec(line)!;
        fields.push([field!, cursor]);
        // The number of elements of a list is not known here: none.
        const times = count === undefined ? 1 : /^\d+$/.test(count) ? Number(count) : 0;
        const end = cursor + types.get(type!)!.size * times;
        size = Math.max(size, end);
        if (kind === 'struct') cursor = end;
      }
      expect(new Set(fields.map(([field]) => field)).size).toBe(fields.length);
    }
    types.set(name!, { size, fields });
  }
  return types;
}

/** Where the layout has fields, groups of bit-fields as one. */
const offsetsOf = (layout: CompoundLayout): number[] =>
  layout.members.filter((m) => !m.bits).map((m) => m.offset);

function check(type: CompoundType, abi: Abi): void {
  const layout = layoutOf(type, abi);
  const read = readPattern(exportImhex([type], abi)).get(type.name!)!;
  const last = layout.members.at(-1)!;
  const open = last.layout.kind === 'flexible';
  expect(read.size).toBe(open ? last.offset : layout.size);
  const offsets = read.fields.map(([, offset]) => offset);
  for (const offset of offsetsOf(layout)) expect(offsets).toContain(offset);
}

describe('read again, sizes and offsets are those of the layout', () => {
  it.each(abis)('for the structs of abi/ on $name', (abi) => {
    for (const type of xenOn(abi)) check(type, abi);
    const together = readPattern(exportImhex(xenOn(abi), abi));
    for (const type of xenOn(abi))
      expect(together.get(type.name!)!.size).toBe(layoutOf(type, abi).size);
  });

  it('for random declarations', () => {
    fc.assert(
      fc.property(exported(), ([type, abi]) => check(type, abi)),
      runs(300),
    );
  });

  it('and a byte less is seen', () => {
    const text = exportImhex([xen_memory_exchange], x86_64);
    expect(readPattern(text).get('xen_memory_exchange')!.size).toBe(72);
    const less = text.replace('padding[6]', 'padding[5]');
    expect(readPattern(less).get('xen_memory_exchange')!.size).toBe(70);
  });
});

describe('facts', () => {
  it.each<[CompoundType, Abi, string]>([
    [xen_memory_exchange, x86_64, '#pragma endian little\n'],
    // `in` and `out` are words of the language.
    [
      xen_memory_exchange,
      x86_64,
      '    xen_memory_reservation in_; // struct xen_memory_reservation, in: ',
    ],
    [
      xen_memory_exchange,
      x86_64,
      '    domid domid; // domid_t, in: whose memory is changed\n    padding[6];\n',
    ],
    [
      xen_memory_exchange,
      x86_32,
      '    domid domid; // domid_t, in: whose memory is changed\n    padding[2];\n',
    ],
    [
      xen_memory_exchange,
      x86_32,
      'xen_memory_exchange at_start @ 0x00;\nstd::assert(sizeof(at_start) == 44, ',
    ],
    [xen_add_to_physmap, x86_64, 'enum phys_map_space : u32 {\n    XENMAPSPACE_shared_info = 0,\n'],
    [e820entry, x86_64, '    e820_type type; // '],
  ])('%# $name', (type, abi, text) => {
    expect(exportImhex([type], abi)).toContain(text);
  });

  it('has bit-fields as a bitfield, with the bits between them', () => {
    const type = struct('s', { a: bits(uint32_t, 3), in: bits(int8_t, 2), c: uint16_t });
    expect(exportImhex([type], x86_64)).toContain(
      'bitfield s_bits_0 {\n    a : 3; // uint32_t : 3\n    signed in_ : 2; // int8_t : 2\n    padding : 3;\n};',
    );
  });

  it('counts a list by its field, wherever that is', () => {
    const list = flexible(array(uint16_t, 2), 'count');
    const plain = exportImhex([struct('s', { count: uint16_t, list })], x86_64);
    expect(plain).toContain('    u16 list[count * 2];');
    const hidden = anonymous(struct(null, { a: uint8_t, count: uint8_t }));
    const nested = exportImhex([struct('s', { hidden, list })], x86_64);
    expect(nested).toContain('    u16 list[anonymous_0.count * 2];');
    const bit = exportImhex([struct('s', { count: bits(uint8_t, 3), list })], x86_64);
    expect(bit).toContain('    u16 list[bits_0.count * 2];');
    const open = exportImhex([struct('s', { a: uint8_t, list: flexible(uint8_t) })], x86_64);
    expect(open).toContain('    u8 list[while(!std::mem::eof())];');
    expect(open).not.toContain('std::assert');
  });

  it('has characters, and of an enumeration the values that its type has', () => {
    const colour = enumeration('colour', uint8_t, { RED: 0, 'light red': 255, NONE: -1, BIG: 256 });
    const text = exportImhex([struct('s', { name: chars(16), c: colour })], x86_64);
    expect(text).toContain('    char name[16];');
    expect(text).toContain('enum colour : u8 {\n    RED = 0,\n    light_red = 255,\n};');
  });
});

test('no name is a word of the language', () => {
  const names = ['parent', 'u8', 'padding', 'fn', '_', 'str', 'match', 'le'];
  const type = struct('this', Object.fromEntries(names.map((name) => [name, uint8_t])));
  const read = readPattern(exportImhex([type], x86_64)).get('this_')!;
  expect(read.fields.map(([name]) => name)).toEqual(names.map((name) => `${name}_`));
});
