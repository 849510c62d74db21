import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  e820entry,
  xen_mem_access_op,
  xen_memory_exchange,
  xen_memory_reservation,
  xen_pod_target,
} from '../../abi/index.js';
import { exportRust } from '../../src/export/index.js';
import { type Abi, arm64, x86_32, x86_64 } from '../../src/layout/index.js';
import {
  aligned,
  bits,
  type CompoundType,
  handle,
  pointer,
  struct,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { runs } from '../support/values.js';
import { abis, exported, xenOn } from './declarations.js';

interface Placed {
  readonly size: number;
  readonly align: number;
}

const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to;

/**
 * Lays a printed module out as the Rust reference says ("Type layout", The C representation) and
 * compares each assertion of it with that. Knows nothing of how the module was made.
 * @returns how many assertions there were.
 */
function checkModule(text: string, abi: Abi): number {
  const aliases = new Map<string, string>();
  for (const [, name, type] of text.matchAll(/^pub type (\S+) = (\w+);$/gm))
    aliases.set(name!, type!);
  const types = new Map<string, Placed & { readonly holdsAlign: boolean }>();
  const facts = new Map<string, number>();

  function placeOf(type: string): Placed & { readonly holdsAlign: boolean } {
    const scalar = /^[iuf](8|16|32|64)$/.exec(aliases.get(type) ?? type);
    if (scalar) {
      const size = Number(scalar[1]) / 8;
      return { size, align: abi.aligns[size as 1 | 2 | 4 | 8], holdsAlign: false };
    }
    const list = /^\[(.*); (\d+)\]$/.exec(type);
    if (!list) return types.get(type)!;
    const element = placeOf(list[1]!);
    return { ...element, size: element.size * Number(list[2]) };
  }

  const definitions = /^#\[repr\((C[^\n]*)\)\]\npub (struct|union) (\S+) \{\n([^}]*)\}/gm;
  for (const [, repr, kind, name, body] of text.matchAll(definitions)) {
    const cap = Number(/packed\((\d+)\)/.exec(repr!)?.[1] ?? Infinity);
    const raise = Number(/align\((\d+)\)/.exec(repr!)?.[1] ?? 1);
    let [size, align, holdsAlign] = [0, 1, raise > 1];
    const seen = new Set<string>();
    for (const [, field, type] of body!.matchAll(/^ {4}pub (\S+): (.*),$/gm)) {
      expect(seen.has(field!), `${name}.${field} twice`).toBe(false);
      seen.add(field!);
      const place = placeOf(type!);
      holdsAlign ||= place.holdsAlign;
      const fieldAlign = Math.min(place.align, cap);
      const offset = kind === 'union' ? 0 : roundUp(size, fieldAlign);
      facts.set(`offset_of!(${name}, ${field})`, offset);
      size = Math.max(size, offset + place.size);
      align = Math.max(align, fieldAlign);
    }
    align = Math.max(align, raise);
    size = roundUp(size, align);
    // E0588: a packed type cannot hold an aligned one.
    expect(cap !== Infinity && holdsAlign, `${name}: packed and aligned`).toBe(false);
    types.set(name!, { size, align, holdsAlign });
    facts.set(`size_of::<${name}>()`, size);
    facts.set(`align_of::<${name}>()`, align);
  }

  const assertions = [...text.matchAll(/assert!\(core::mem::(.*) == (\d+), "/g)];
  for (const [, what, expected] of assertions)
    expect([what, facts.get(what!)]).toEqual([what, Number(expected)]);
  return assertions.length;
}

describe('the Rust reference agrees with the assertions', () => {
  it.each(abis)('of the structs of abi/ on $name', (abi) => {
    expect(checkModule(exportRust(xenOn(abi), abi), abi)).toBeGreaterThan(150);
  });

  it('of random declarations', () => {
    fc.assert(
      fc.property(exported(), ([type, abi]) => {
        expect(checkModule(exportRust([type], abi), abi)).toBeGreaterThan(1);
      }),
      runs(300),
    );
  });

  it('and sees a wrong one', () => {
    const text = exportRust([xen_memory_exchange], x86_64);
    const wrong = text.replace('nr_exchanged) == 64', 'nr_exchanged) == 60');
    expect(() => checkModule(wrong, x86_64)).toThrow();
    expect(() => checkModule(text.replace('repr(C)', 'repr(C, packed(4))'), x86_64)).toThrow();
  });
});

describe('facts', () => {
  const tight = struct('tight', { a: uint8_t, b: uint64_t }, { packed: true });
  it.each<[CompoundType, Abi, string]>([
    [xen_memory_exchange, x86_64, '    pub r#in: xen_memory_reservation,\n'],
    [
      xen_memory_exchange,
      x86_32,
      'size_of::<xen_memory_exchange>() == 44, "xen_memory_exchange: size 44 on x86_32"',
    ],
    [
      xen_memory_exchange,
      x86_32,
      'offset_of!(xen_memory_exchange, r#in) == 0, "xen_memory_exchange.in: offset 0 on x86_32"',
    ],
    [xen_memory_reservation, x86_32, 'pub type XEN_GUEST_HANDLE_xen_pfn_t = u32;'],
    [xen_memory_reservation, arm64, 'pub type XEN_GUEST_HANDLE_xen_pfn_t = u64;'],
    [
      xen_memory_reservation,
      arm64,
      '/// The guest address of a list of `xen_pfn_t` (`XEN_GUEST_HANDLE(xen_pfn_t)`).',
    ],
    // A plain uint64_t is 4-aligned on i686, and uint64_aligned_t is not.
    [xen_pod_target, x86_32, '#[repr(C)]\npub struct xen_pod_target {'],
    [xen_mem_access_op, x86_32, '#[repr(C, align(8))]\npub struct xen_mem_access_op {'],
    [xen_mem_access_op, x86_64, '#[repr(C)]\npub struct xen_mem_access_op {'],
    [e820entry, x86_64, '#[repr(C, packed(1))]\npub struct e820entry {'],
    [e820entry, x86_64, '    pub r#type: u32,\n'],
    [tight, x86_64, '    pub b: u64,\n'],
  ])('%# $name', (type, abi, text) => {
    expect(exportRust([type], abi)).toContain(text);
  });

  it.each(abis)('is for $name alone', (abi) => {
    const text = exportRust([e820entry], abi);
    expect(text).toMatch(/^#\[cfg\(not\(.*target_arch = "\w+".*\)\)\]\ncompile_error!/m);
    expect(text).toContain(`these types are for ${abi.name};`);
  });
});

describe('what Rust has no way to say', () => {
  it('is a bit-field: bytes, and where each is', () => {
    const type = struct('s', { a: bits(uint32_t, 3), self: bits(uint32_t, 7), c: uint16_t });
    const text = exportRust([type], x86_64);
    expect(text).toContain('    /// bits 0 to 2: a, uint32_t : 3\n');
    expect(text).toContain('    /// bits 3 to 9: self_, uint32_t : 7\n');
    expect(text).toContain('    /// bits 10 to 15: padding\n    pub bits_0: [u8; 2],\n');
    expect(text).toContain('#[repr(C, align(4))]');
  });

  it('is an aligned type in a packed one: bytes', () => {
    const inner = struct('inner', { a: uint32_t }, { align: 16 });
    const outer = struct('outer', { a: uint8_t, b: inner }, { packed: true });
    const text = exportRust([outer], x86_64);
    expect(text).toContain(
      '    /// Unaligned here: the bytes of a `inner`.\n    pub b: [u8; 16],\n',
    );
    expect(checkModule(text, x86_64)).toBe(7);
  });

  it('is a field that is packed in a struct that is aligned: bytes', () => {
    const type = struct('s', { a: uint8_t, b: uint32_t }, { packed: true, align: 4 });
    const text = exportRust([type], x86_64);
    expect(text).toContain('    /// Unaligned here: the bytes of a `u32`.\n    pub b: [u8; 4],\n');
    expect(text).toContain('repr(C, align(4))');
  });

  it('is an alignment of one field alone: padding, where the field needs it', () => {
    const type = struct('s', { a: uint8_t, b: aligned(16, uint16_t) });
    const text = exportRust([type], x86_64);
    expect(text).toContain('    pub padding_1: [u8; 15],\n');
    expect(text).not.toContain('padding_18');
  });
});

test('names: keywords, what no r# helps, and what would hide a type', () => {
  const inner = struct('u8', { crate: uint8_t, crate_: uint8_t, _: uint8_t, match: uint8_t });
  const text = exportRust([struct('type', { u8: inner, gen: uint16_t })], x86_64);
  for (const line of [
    'pub struct u8_ {',
    '    pub crate_: u8,',
    '    pub crate__2: u8,',
    '    pub __: u8,',
    '    pub r#match: u8,',
    'pub struct r#type {',
    '    pub u8: u8_,',
    '    pub r#gen: u16,',
  ])
    expect(text).toContain(`${line}\n`);
});

test('handles and pointers are aliases, one for each width and target', () => {
  const word = typedef('word', uint32_t);
  const type = struct('s', {
    a: handle('HANDLE(word)', word, uint32_t),
    b: handle('HANDLE(word)', word, uint64_t),
    c: handle('HANDLE(word)', word, uint32_t),
    d: pointer(),
    e: pointer(struct('t', { x: uint8_t })),
    f: union(null, { h: handle('HANDLE(void)', undefined, uint64_t) }),
  });
  const text = exportRust([type], x86_64);
  for (const line of [
    '    pub a: HANDLE_word,',
    '    pub b: HANDLE_word_2,',
    '    pub c: HANDLE_word,',
    '    pub d: pointer_void,',
    '    pub e: pointer_struct_t,',
    '    pub f: s_f,',
    '    pub h: HANDLE_void,',
    '/// The address of `struct t`.',
    '/// The guest address of a list of anything (`HANDLE(void)`).',
  ])
    expect(text).toContain(`${line}\n`);
});
