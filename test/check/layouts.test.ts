import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { structs } from '../../abi/index.js';
import { compareLayouts } from '../../src/check/index.js';
import {
  type Abi,
  architectures,
  type CompoundLayout,
  diffLayouts,
  layoutOf,
  type MemberLayout,
} from '../../src/layout/index.js';
import { declaration } from '../support/declarations.js';
import { changes } from './change-layout.js';
import { structIn, unitDie } from './dies.js';
import { writeBtf } from './write-btf.js';
import { writeDwarf } from './write-dwarf.js';
import { asBytes, type BitStyle, btfOf, dieOf } from './write-layout.js';

const RUNS = 60;
const MACHINES = { x86_32: 3, ppc64: 21, arm32: 40, x86_64: 62, arm64: 183, riscv64: 243 };

type Way = readonly [
  name: string,
  read: (layout: CompoundLayout, name: string, abi: Abi) => CompoundLayout,
];
const dwarf = (version: number, style: BitStyle): Way => [
  `DWARF ${version}`,
  (layout, name, abi) => {
    const wordSize = abi.sizes.pointer as 4 | 8;
    const elf = { machine: MACHINES[abi.name as keyof typeof MACHINES], wordSize };
    const root = unitDie([dieOf(layout, style)]);
    return structIn(writeDwarf(root, { version, addressSize: wordSize, elf }), name);
  },
];
const ways: readonly Way[] = [
  dwarf(2, 'from-top'),
  dwarf(5, 'from-start'),
  ['BTF', (layout, name, abi) => structIn(writeBtf(btfOf(layout)), name, { abi })],
];
const rows = Object.values(architectures).flatMap((abi) =>
  ways.map(([way, read]) => [abi.name, way, abi, read] as const),
);

/** What BTF has bits for: widths of 8 bits, offsets of 24. */
const fits = (layout: CompoundLayout): boolean => layout.size < 2 ** 20;
const differences = (ours: CompoundLayout, theirs: CompoundLayout) =>
  diffLayouts(asBytes(ours), theirs).filter(({ what }) => what !== 'align');

describe.each(rows)('%s in %s', (_, __, abi, read) => {
  test('random structs come back as they are', () => {
    fc.assert(
      fc.property(declaration(), (type) => {
        const ours = layoutOf(type, abi);
        if (ours.size === 0 || !fits(ours)) return;
        const theirs = read(ours, 'generated', abi);
        expect(differences(ours, theirs)).toEqual([]);
        const found = compareLayouts(ours, theirs).differences;
        expect(found.filter(({ what }) => what !== 'align')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('the structs of Xen match', () => {
    for (const type of structs) {
      if (!(type.abis?.includes(abi.name) ?? true)) continue;
      const ours = layoutOf(type, abi);
      const { differences } = compareLayouts(ours, read(ours, type.name!, abi));
      expect(differences, type.name!).toEqual([]);
    }
  });

  test('a size or a place that changes is found, where it is', () => {
    fc.assert(
      fc.property(declaration(), fc.nat(), fc.integer({ min: 1, max: 5 }), (type, index, by) => {
        const ours = layoutOf(type, abi);
        const named = ours.members.filter(({ name }) => name !== null);
        const victim = named[index % (named.length + 1)];
        const moved = (m: MemberLayout): MemberLayout =>
          m.bits
            ? { ...m, bits: { ...m.bits, start: m.bits.start + by } }
            : { ...m, offset: m.offset + by };
        const changed: CompoundLayout = victim
          ? { ...ours, members: ours.members.map((m) => (m === victim ? moved(m) : m)) }
          : { ...ours, size: ours.size + by };
        const found = compareLayouts(ours, read(changed, 'generated', abi)).differences;
        const path = victim?.name ?? '';
        const what = victim ? (victim.bits ? 'bit' : 'offset') : 'size';
        expect(found).toContainEqual(expect.objectContaining({ path, what }));
      }),
      { numRuns: RUNS },
    );
  });

  test.each(changes)('%s is found, where it is, and nothing else', (_, change) => {
    let count = 0;
    fc.assert(
      fc.property(declaration(), fc.nat(), (type, n) => {
        const ours = layoutOf(type, abi);
        const changed = fits(ours) ? change(ours, n) : undefined;
        if (!changed) return;
        count++;
        const { path, what } = changed;
        const { differences, notes } = compareLayouts(ours, read(changed.layout, 'generated', abi));
        const found = differences.filter((one) => one.what !== 'align');
        expect(found).toMatchObject(what === 'padding' ? [] : [{ path, what }]);
        if (what === 'padding')
          expect(notes).toContain(`${path} lies in padding, where no field is`);
      }),
      { numRuns: RUNS },
    );
    expect(count).toBeGreaterThan(0);
  });
});
