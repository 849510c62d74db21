import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { headers } from '../../abi/headers.js';
import { structIndex } from '../../abi/struct-index.js';
import {
  type ArchitectureName,
  architectures,
  type CompoundLayout,
  existsOn,
  isCompound,
  type Layout,
  layoutOf,
} from '../../src/layout/index.js';
import { type CompoundType, declaredAt, existsAt } from '../../src/schema/index.js';

/*
 * What clang makes of every struct and union of the public headers of nineteen releases, tools
 * view, on four architectures. `on` is `ARCHITECTURES:RELEASES`, by index; a field is `path offset
 * size`, or `path bits first width`; a field of the elements of an array is that of the first.
 */
interface Facts {
  readonly releases: readonly string[];
  readonly abis: readonly ArchitectureName[];
  readonly structs: Readonly<Record<string, readonly Fact[]>>;
}
interface Fact {
  readonly on: readonly string[];
  readonly size: number;
  readonly align: number;
  readonly fields: readonly string[];
}
const facts = JSON.parse(
  brotliDecompressSync(
    readFileSync(new URL('../golden/releases.json.br', import.meta.url)),
  ).toString(),
) as Facts;

/** Members of no bytes that Arm's structs are not declared with, and the structs that have none. */
const EMPTY = /^(vcpu_info\[\]\.)?arch \d+ 0( \d+x\d+)?$/;
const emptyOnArm: ReadonlySet<string> = new Set(['arch_vcpu_info', 'arch_shared_info']);

const nameOf = (key: string): string => key.replace(/^(struct|union) /, '');
const numbers = (text: string): number[] =>
  text.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
/** The facts of each struct by `architecture release`. */
const placesOf = ({ on }: Fact): string[] =>
  on.flatMap((one) => {
    const [abis = '', releases = ''] = one.split(':');
    return [...abis].flatMap((abi) => numbers(releases).map((release) => `${abi} ${release}`));
  });

const byPlace = Object.entries(facts.structs).map(
  ([key, layouts]) =>
    [
      nameOf(key),
      new Map(layouts.flatMap((fact) => placesOf(fact).map((place) => [place, fact] as const))),
    ] as const,
);

const declared = new Map<string, Set<CompoundType>>();
for (const modules of Object.values(headers))
  for (const load of modules)
    for (const value of Object.values<unknown>({ ...(await load()) })) {
      const { kind, name } = (value ?? {}) as Partial<CompoundType>;
      if ((kind !== 'struct' && kind !== 'union') || !name) continue;
      declared.set(name, (declared.get(name) ?? new Set()).add(value as CompoundType));
    }

const innermost = (layout: Layout): Layout =>
  layout.kind === 'array' || layout.kind === 'flexible' ? innermost(layout.element) : layout;

/** The fields of a layout, as the facts have them. */
function fieldsOf(layout: CompoundLayout): Map<string, string> {
  const fields = new Map<string, string>();
  function visit(at: Layout, offset: number, path: string): void {
    if (isCompound(at)) {
      if (at.members.length === 0 && path !== '') fields.set(path, `${path} ${offset} 0`);
      for (const m of at.members) {
        const inner = m.name === null ? path : path === '' ? m.name : `${path}.${m.name}`;
        if (m.bits) fields.set(inner, `${inner} bits ${offset * 8 + m.bits.start} ${m.bits.width}`);
        else visit(m.layout, offset + m.offset, inner);
      }
    } else if ((at.kind === 'array' || at.kind === 'flexible') && isCompound(innermost(at)))
      visit(innermost(at), offset, `${path}[]`);
    else fields.set(path, `${path} ${offset} ${at.size}`);
  }
  visit(layout, 0, '');
  return fields;
}

/** A handle is one field here; to a compiler it is a pointer `p`, and on some a union with `q`. */
function sameAsSeen(fact: Fact, fields: ReadonlyMap<string, string>): string[] {
  const wrong: string[] = [];
  const covered = new Set<string>();
  for (const line of fact.fields) {
    const [path = '', offset = '', ...rest] = line.replace(/ \d+x\d+$/, '').split(' ');
    const field = fields.has(path) ? path : path.replace(/\.[pq]$/, '');
    const ours = fields.get(field);
    covered.add(field);
    if (ours === undefined) {
      if (!EMPTY.test(line)) wrong.push(`${line}: not declared`);
    } else if (
      field === path
        ? ours !== [path, offset, ...rest].join(' ')
        : !ours.startsWith(`${field} ${offset} `)
    )
      wrong.push(`${line}: declared as ${ours}`);
  }
  for (const field of fields.keys()) if (!covered.has(field)) wrong.push(`${field}: not there`);
  return wrong;
}

describe.each(facts.releases.map((release, i) => [release, i] as const))(
  'Xen %s',
  (release, index) => {
    test.each(facts.abis.map((abi, i) => [abi, i] as const))('%s', (abi, place) => {
      const wrong: string[] = [];
      let compared = 0;
      for (const [name, places] of byPlace) {
        const fact = places.get(`${place} ${index}`);
        const types = [...(declared.get(name) ?? [])].filter(
          (type) => existsOn(type, { name: abi }) && existsAt(type, release),
        );
        if (fact && emptyOnArm.has(name) && fact.size === 0) continue;
        if (types.length !== (fact ? 1 : 0)) {
          wrong.push(`${name}: declared ${types.length} times, ${fact ? '' : 'not '}there`);
          continue;
        }
        if (!fact) continue;
        compared++;
        const layout = layoutOf(declaredAt(types[0]!, { abi, release }), architectures[abi]);
        if (layout.size !== fact.size)
          wrong.push(`${name}: ${layout.size} bytes, not ${fact.size}`);
        if (layout.align !== fact.align)
          wrong.push(`${name}: aligned to ${layout.align}, not ${fact.align}`);
        wrong.push(...sameAsSeen(fact, fieldsOf(layout)).map((one) => `${name}: ${one}`));
      }
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(500);
    });
  },
);

it('names in the index what the headers declare', () => {
  const indexed = Object.values(structIndex).flat();
  expect(new Set(indexed).size).toBe(indexed.length);
  expect([...declared.keys()].toSorted()).toEqual(indexed.toSorted());
});

it('has modules for the headers of the index', () => {
  expect(Object.keys(headers)).toEqual(Object.keys(structIndex));
});
