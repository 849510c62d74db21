import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { xen_mem_sharing_op, xen_memory_exchange } from '../../abi/index.js';
import { exportKsy } from '../../src/export/index.js';
import { yaml } from '../../src/export/yaml.js';
import { type Abi, x86_32, x86_64 } from '../../src/layout/index.js';
import {
  anonymous,
  array,
  bits,
  chars,
  type CompoundType,
  enumeration,
  field,
  flexible,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { runs } from '../support/values.js';
import { abis, exported, matches, xenOn } from './declarations.js';

/** Lines of a document, without those that only explain. */
const terse = (text: string): string => text.replaceAll(/^ *doc: .*\n/gm, '');

describe('facts', () => {
  it.each<[CompoundType, Abi, string]>([
    [xen_memory_exchange, x86_64, 'meta:\n  id: xen_memory_exchange\n'],
    [xen_memory_exchange, x86_64, '  endian: le\n  bit-endian: le\n'],
    [xen_memory_exchange, x86_64, '  - id: in_field\n    type: xen_memory_reservation\n'],
    [xen_memory_exchange, x86_64, '      - id: extent_start\n        type: u8\n'],
    [xen_memory_exchange, x86_32, '      - id: extent_start\n        type: u4\n'],
    [xen_memory_exchange, x86_32, '      - id: padding_18\n        size: 2\n'],
    [xen_memory_exchange, x86_64, '        type: u2\n        enum: domid\n'],
    [xen_memory_exchange, x86_64, '  domid:\n    32752:\n      id: domid_self\n'],
    [xen_mem_sharing_op, x86_64, '  - id: u\n    type: xen_mem_sharing_op_u\n    size: 40\n'],
    [
      xen_mem_sharing_op,
      x86_64,
      '    instances:\n      nominate:\n        pos: 0\n        type: mem_sharing_op_nominate\n',
    ],
  ])('%# $name', (type, abi, text) => {
    expect(terse(exportKsy([type], abi))).toContain(text);
  });

  it('explains each field in its doc', () => {
    expect(exportKsy([xen_memory_exchange], x86_64)).toContain(
      'doc: "xen_ulong_t, inout, count: input extents done; 0 before the first call"',
    );
  });

  it('has several structs as types without a root', () => {
    const text = exportKsy(xenOn(x86_64), x86_64);
    expect(text).toContain('meta:\n  id: xenabi_x86_64\n');
    expect(text).not.toMatch(/^(seq|instances):/m);
    for (const { name } of xenOn(x86_64)) expect(text).toContain(`\n  ${name}:\n`);
  });
});

describe('bit-fields', () => {
  const a = bits(uint32_t, 3);
  it('of a struct lie in its seq, with the bits between them', () => {
    const text = terse(exportKsy([struct('s', { a, b: bits(uint32_t, 7), c: uint16_t })], x86_64));
    expect(text).toContain(
      'seq:\n  - id: a\n    type: b3\n  - id: b\n    type: b7\n  - id: padding_bits_10\n    type: b6\n  - id: c\n    type: u2\n',
    );
  });

  it('of a union have a stream of their own', () => {
    const text = terse(exportKsy([union('u', { a, b: uint8_t })], x86_64));
    expect(text).toContain('  a:\n    pos: 0\n    size: 1\n    type: u_a\n');
    expect(text).toContain('  u_a:\n    seq:\n      - id: a\n        type: b3\n');
  });
});

describe('lists', () => {
  const list = flexible(array(uint16_t, 2), 'count');
  const hidden = anonymous(struct(null, { count: uint16_t }));
  it.each([
    ['a field', { count: uint16_t, list }, 'count * 2'],
    ['a named value', { count: enumeration('n', uint16_t, { NONE: 0 }), list }, 'count.to_i * 2'],
    // An enumeration without values is no enum of Kaitai's, and has no to_i.
    [
      'a value of which none is named',
      { count: enumeration('n', uint16_t, {}), list },
      'count * 2',
    ],
    ['one bit', { count: bits(uint16_t, 1), list }, 'count.to_i * 2'],
    ['bits', { count: bits(uint16_t, 2), list }, 'count * 2'],
    ['an anonymous member', { hidden, list }, 'anonymous_0.count * 2'],
  ])('counted by %s', (_, fields, count) => {
    const text = terse(exportKsy([struct('s', fields)], x86_64));
    const shown = /^\w+$/.test(count) ? count : JSON.stringify(count);
    expect(text).toContain(
      `  - id: list\n    type: u2\n    repeat: expr\n    repeat-expr: ${shown}\n`,
    );
  });

  it('that nothing counts end with the bytes, and begin in the tail padding', () => {
    const text = terse(
      exportKsy([struct('s', { a: uint64_t, b: uint8_t, rest: flexible(uint8_t) })], x86_64),
    );
    expect(text).toMatch(/- id: b\n {4}type: u1\n {2}- id: rest\n {4}type: u1\n {4}repeat: eos\n$/);
  });
});

describe('names', () => {
  it('are lower snake case and no keyword', () => {
    const type = struct('String', {
      in: uint8_t,
      IN: uint8_t,
      __proto: uint8_t,
      _: uint8_t,
      a_b: uint8_t,
      ab: uint8_t,
      u8: struct('b3', { strz: chars(3) }),
    });
    const text = exportKsy([type], x86_64);
    expect(matches(text, /^ {2}- id: (.*)$/gm)).toEqual([
      'in_field',
      'in_2',
      'proto',
      'x',
      'a_b',
      'ab_2',
      'u8',
    ]);
    expect(text).toContain('    type: b3_type\n');
    expect(text).toContain('  b3_type:\n');
    expect(text).toContain('  id: string\n');
  });

  it('are taken by Kaitai, and differ even in camel case', () => {
    fc.assert(
      fc.property(exported(), ([type, abi]) => {
        const text = exportKsy([type], abi);
        const ids = matches(text, /^ *(?:- )?id: (.*)$/gm);
        for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9_]*$/);
        const types = matches(text.slice(text.indexOf('\ntypes:')), /^ {2}(\w+):$/gm);
        expect(new Set(types.map((name) => name.replaceAll('_', ''))).size).toBe(types.length);
      }),
      runs(200),
    );
  });

  it('of one value are one, and the others are told', () => {
    const colour = enumeration('colour', uint8_t, { RED: 0, GREEN: 1, VERT: 1 });
    expect(exportKsy([struct('s', { c: colour })], x86_64)).toContain(
      '    1:\n      id: green\n      doc: "GREEN, VERT"\n',
    );
  });
});

test('a doc cannot end the comment that it becomes', () => {
  const type = struct('s', { a: field(uint8_t, { doc: 'of "x" */\nand\ty' }) });
  for (const abi of abis)
    expect(exportKsy([type], abi)).toContain(String.raw`doc: "uint8_t: of \"x\" * / and y"`);
});

test('yaml: words go bare, everything else is quoted', () => {
  const value = { a: ['x', 'no', 'a b', '', '7', { b: 1, c: undefined }], d: { e: 'true' } };
  expect(yaml(value)).toBe(
    'a:\n  - x\n  - "no"\n  - "a b"\n  - ""\n  - "7"\n  - b: 1\nd:\n  e: "true"\n',
  );
});
