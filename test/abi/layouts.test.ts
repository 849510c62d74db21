import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { structs, unlisted } from '../../abi/index.js';
import { typeName, type CompoundType } from '../../src/schema/index.js';
import { architectures, dotted, entriesOf, layoutOf, type Abi } from '../../src/layout/index.js';

/*
 * layouts.tsv has a line per field and a column per architecture, `offset:size`, and for each
 * struct a line `*` with `size/align`. x86 and Arm are what clang 14 makes of Xen 4.17's installed
 * headers (of the two structs that those lack, of the same struct written out in C). 4.17 has no
 * headers for RISC-V and PPC; those columns are arm64's, as later releases have it. `-` stands where
 * the architecture lacks the field, or the whole struct.
 */
const [header, ...rows] = readFileSync(new URL('layouts.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
const names = header!.slice(2);

/** Offset and size of each field; an array is one field, from its first element to its last. */
function fieldsOf(type: CompoundType, abi: Abi): Map<string, string> {
  const spans = new Map<string, { offset: number; size: number }>();
  for (const { path, offset, size } of entriesOf(layoutOf(type, abi))) {
    const field = dotted(path.filter((step) => typeof step === 'string'));
    const span = spans.get(field);
    if (span) span.size = offset + size - span.offset;
    else spans.set(field, { offset, size });
  }
  return new Map([...spans].map(([field, { offset, size }]) => [field, `${offset}:${size}`]));
}

const existsOn = (type: CompoundType, abi: string): boolean => type.abis?.includes(abi) ?? true;

describe.each(names)('layouts on %s', (name) => {
  const abi = architectures[name as keyof typeof architectures];
  const column = 2 + names.indexOf(name);

  const types = structs.filter((type) => existsOn(type, name));

  it.each(types.map((type) => ({ type, struct: type.name })))('$struct', ({ type, struct }) => {
    const { size, align } = layoutOf(type, abi);
    const fields = fieldsOf(type, abi);
    const listed = rows.filter((row) => row[0] === struct);
    for (const row of listed) {
      const field = row[1]!;
      const actual = field === '*' ? `${size}/${align}` : (fields.get(field) ?? '-');
      expect(actual, `${struct}.${field} on ${name}`).toBe(row[column]);
    }
    for (const field of fields.keys())
      expect(
        listed.map((row) => row[1]),
        `${struct}.${field} is in no header`,
      ).toContain(field);
  });
});

it('declares every struct of the table, in its order', () => {
  const declared = [...new Set(structs.map((type) => type.name))];
  expect(declared).toEqual([...new Set(rows.map((row) => row[0]))]);
});

it.each(names)('declares on %s what the table has there, once', (name) => {
  const column = 2 + names.indexOf(name);
  const sizes = rows.filter((row) => row[1] === '*' && row[column] !== '-');
  const declared = structs.filter((type) => existsOn(type, name));
  expect(declared.map((type) => type.name)).toEqual(sizes.map((row) => row[0]));
});

it('covers the six architectures', () => {
  expect(names).toEqual(Object.keys(architectures));
});

it('names the structs that no header has', () => {
  const known = structs.map((type) => type.name);
  for (const name of unlisted) expect(known).toContain(name);
});

it('spells a handle as the header does', () => {
  const spelled = structs.flatMap((type) =>
    type.members.flatMap((m) =>
      m.type.kind === 'handle' ? [`${m.name} ${typeName(m.type)}`] : [],
    ),
  );
  expect(spelled).toEqual([
    'extent_start XEN_GUEST_HANDLE(xen_pfn_t)',
    'extent_start XEN_GUEST_HANDLE(xen_pfn_t)',
    'idxs XEN_GUEST_HANDLE(xen_ulong_t)',
    'gpfns XEN_GUEST_HANDLE(xen_pfn_t)',
    'errs XEN_GUEST_HANDLE(int)',
    'buffer XEN_GUEST_HANDLE(void)',
    'buffer XEN_GUEST_HANDLE_64(const_uint8)',
    'pfn_list XEN_GUEST_HANDLE(const_uint64)',
    'access_list XEN_GUEST_HANDLE(const_uint8)',
    'buffer XEN_GUEST_HANDLE(xen_reserved_device_memory_t)',
    'frame_list XEN_GUEST_HANDLE(xen_pfn_t)',
  ]);
});
