import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { multicall_entry, xen_add_to_physmap_batch, xen_memory_exchange } from '../../abi/index.js';
import { exportC } from '../../src/export/index.js';
import {
  type Abi,
  arm32,
  arm64,
  dotted,
  entriesOf,
  isCompound,
  layoutOf,
  x86_32,
  x86_64,
} from '../../src/layout/index.js';
import {
  anonymous,
  array,
  bits,
  type CompoundType,
  flexible,
  struct,
  uint16_t,
  uint32_t,
  uint8_t,
} from '../../src/schema/index.js';
import { runs } from '../support/values.js';
import { abis, exported, matches } from './declarations.js';

describe('facts', () => {
  it.each<[CompoundType, Abi, string]>([
    [xen_memory_exchange, x86_32, 'sizeof(XENABI_xen_memory_exchange) == 44'],
    [xen_memory_exchange, x86_64, 'sizeof(XENABI_xen_memory_exchange) == 72'],
    [xen_memory_exchange, x86_64, 'XENABI_ALIGNOF(XENABI_xen_memory_exchange) == 8'],
    [xen_memory_exchange, x86_32, 'offsetof(XENABI_xen_memory_exchange, out.domid) == 36'],
    [xen_memory_exchange, arm32, 'offsetof(XENABI_xen_memory_exchange, out.domid) == 56'],
    [xen_memory_exchange, arm64, 'sizeof(((XENABI_xen_memory_exchange *)0)->in.domid) == 2'],
    [multicall_entry, x86_64, 'sizeof(((XENABI_multicall_entry *)0)->args) == 48'],
    [
      multicall_entry,
      x86_64,
      'sizeof(((XENABI_multicall_entry *)0)->args) / sizeof(((XENABI_multicall_entry *)0)->args[0]) == 6',
    ],
    [xen_add_to_physmap_batch, x86_32, 'offsetof(XENABI_xen_add_to_physmap_batch, u.res0) == 6'],
  ])('%# $name', (type, abi, fact) => {
    expect(exportC([type], abi)).toContain(`XENABI_ASSERT(${fact}, "`);
  });

  it('has struct, field, architecture and what was expected in each message', () => {
    expect(exportC([xen_memory_exchange], x86_32)).toContain(
      '"xen_memory_exchange.in.extent_order on x86_32: offset 8"',
    );
  });

  it('asserts named structs inside the one that was asked for', () => {
    const text = exportC([xen_memory_exchange], x86_64);
    expect(text).toContain('sizeof(XENABI_xen_memory_reservation) == 32');
    expect(text).toContain("-D'XENABI_xen_memory_exchange=struct mine'");
  });
});

test('offsets and sizes are those of the layout, field by field', () => {
  fc.assert(
    fc.property(exported(), ([type, abi]) => {
      const text = exportC([type], abi);
      const found = new Map<string, string[]>();
      const facts =
        /^XENABI_ASSERT\((?:offsetof\(XENABI_generated, |sizeof\(\(\(XENABI_generated \*\)0\)->)([\w.[\]]+)\) == (\d+),/gm;
      for (const [, path, number] of text.matchAll(facts))
        found.set(path!, [...(found.get(path!) ?? []), number!]);
      const entries = [...entriesOf(layoutOf(type, abi))];
      // The first element of an array stands for all; of integers the array itself does.
      const first = entries.filter(({ path }) =>
        path.every((step) => typeof step === 'string' || step === 0),
      );
      for (const { path, offset, size, layout, bits } of first) {
        const name = dotted(path);
        if (bits) expect(text).toContain(`/* ${name}: bit`);
        else if (layout.kind === 'flexible') expect(found.get(name)).toEqual([`${offset}`]);
        else if (typeof path.at(-1) === 'string' || isCompound(layout))
          expect(found.get(name), name).toEqual([`${offset}`, `${size}`]);
        found.delete(name);
      }
      // What is left are arrays themselves, and elements of lists.
      for (const [name, [offset]] of found)
        if (!name.includes('the_list[0]'))
          expect(
            entries.some(
              (e) => dotted(e.path).startsWith(`${name}[0]`) && `${e.offset}` === offset,
            ),
            name,
          ).toBe(true);
    }),
    runs(200),
  );
});

describe('what cannot be asked', () => {
  it('says where a bit-field is instead of an offset', () => {
    const type = struct('s', { a: bits(uint32_t, 3), b: bits(uint32_t, 1), c: uint8_t });
    const text = exportC([type], x86_64);
    expect(text).toContain('/* a: bits 0 to 2 of the 4 bytes; a bit-field has no offsetof. */');
    expect(text).toContain('/* b: bit 3 of the 4 bytes');
    expect(text).not.toMatch(/offsetof\(XENABI_s, [ab]\)/);
    expect(text).toContain('offsetof(XENABI_s, c) == 1');
  });

  it('asks of a flexible array only where it begins, and what its elements are', () => {
    const text = exportC([struct('s', { n: uint8_t, list: flexible(uint16_t, 'n') })], x86_64);
    expect(text).toContain('offsetof(XENABI_s, list) == 2');
    expect(text).toContain('sizeof(((XENABI_s *)0)->list[0]) == 2');
    expect(text).not.toContain('sizeof(((XENABI_s *)0)->list) ');
  });

  it('keeps fields whose names C++ does not have from C++', () => {
    const text = exportC([struct('s', { class: uint8_t, in: uint8_t, type: uint8_t })], x86_64);
    expect(matches(text, /#ifndef __cplusplus\n([^#]*)#endif\n/g)).toEqual([
      expect.stringContaining('offsetof(XENABI_s, class) == 0'),
    ]);
    expect(text).toContain('offsetof(XENABI_s, in) == 1');
    expect(text).toContain('offsetof(XENABI_s, type) == 2');
  });

  it('wants a name for a struct that has none', () => {
    const text = exportC([struct(null, { a: uint8_t })], x86_64);
    expect(text).toContain('#ifndef XENABI_unnamed\n#error "define XENABI_unnamed');
  });
});

test('arrays of structs are asserted in their first element, anonymous members in their parent', () => {
  const item = struct('item', { a: uint8_t, b: uint32_t });
  const hidden = anonymous(struct(null, { x: uint32_t, y: uint16_t }));
  const text = exportC([struct('s', { n: uint8_t, items: array(item, 3), hidden })], x86_64);
  expect(text).toContain('offsetof(XENABI_s, items[0].b) == 8');
  expect(text).toContain('/ sizeof(((XENABI_s *)0)->items[0]) == 3');
  expect(text).toContain('offsetof(XENABI_s, y) == 32');
  expect(text).not.toContain('items[1]');
});

test.each(abis)('$name refuses to be compiled for another architecture', (abi) => {
  const guards = abis.map((one) => /^#if !\((.*)\)$/m.exec(exportC([multicall_entry], one))![1]);
  expect(new Set(guards).size).toBe(abis.length);
  const text = exportC([multicall_entry], abi);
  expect(text).toContain(`#error "xenabi: these assertions are for ${abi.name};`);
  // LP64 tells x32 and the ILP32 variants apart.
  expect(/^#if .*__LP64__/m.test(text)).toBe(abi.sizes.pointer === 8);
});
