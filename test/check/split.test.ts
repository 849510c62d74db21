import { expect, test } from 'vitest';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import { checkObject, sourceOf } from '../../src/check/index.js';
import { at, baseType, memberDie, structDie, unitDie } from './dies.js';
import { type Die, die, writeDwarf, writeUnit } from './write-dwarf.js';
import { cString, joined, type SectionSpec, writeElf } from './write-elf.js';

const NAME = 'xen_memory_domain';
const domain = (): Die => structDie(NAME, 2, [memberDie('domid', baseType(2), at(0))]);
const skeleton = (): Die => unitDie([], [[AT.dwo_name, FORM.string, 'first.o']]);

/** What is split off a unit, as sections of the object itself. */
function kept(...dies: readonly Die[]): readonly SectionSpec[] {
  const { info, abbrev } = writeUnit(unitDie(dies));
  return [
    { name: '.debug_info.dwo', bytes: info },
    { name: '.debug_abbrev.dwo', bytes: abbrev },
  ];
}

// clang -gsplit-dwarf=single writes the object's own name as that of the file that has the
// rest: an object that was renamed was not found.
test('an object that keeps what is split off is read under another name, too', () => {
  const asked: string[] = [];
  const bytes = writeDwarf(skeleton(), { others: kept(domain()) });
  const { structs, problems, format } = checkObject(
    sourceOf(bytes),
    {
      open(name) {
        asked.push(name);
        return undefined;
      },
    },
    [{ theirs: NAME, ours: NAME }],
  );
  expect(structs.map(({ verdict }) => verdict)).toEqual(['match']);
  expect([problems, asked, format]).toEqual([[], [], 'DWARF 5']);
});

// The first that could not be read hid all that came after it in the unit.
test('a struct that cannot be read is told by its name, and the next one is read', () => {
  const virtual = die(TAG.inheritance, [
    [AT.type, FORM.ref4, structDie('base', 4, [])],
    [AT.data_member_location, FORM.exprloc, Uint8Array.of(1, 0x12)],
  ]);
  const broken = structDie('xen_memory_map', 16, [virtual]);
  const typedef = die(TAG.typedef, [
    [AT.name, FORM.string, 'xen_memory_map_t'],
    [AT.type, FORM.ref4, broken],
  ]);
  const { structs, problems } = checkObject(
    sourceOf(writeDwarf(unitDie([broken, typedef, domain()]))),
    {},
    [
      { theirs: NAME, ours: NAME },
      { theirs: 'xen_memory_map', ours: 'xen_memory_map' },
    ],
  );
  expect(structs.map(({ verdict }) => verdict)).toEqual(['match', 'absent']);
  expect(problems.map(({ why }) => why)).toEqual([
    "xen_memory_map cannot be read: operation 0x12 is no part of a member's constant offset",
  ]);
});

// dwz -m moves strings to the common file, and no entries where the objects share none: such a
// file was taken for one that was split off.
test('a file that objects share may have strings alone', () => {
  const named = die(
    TAG.structure_type,
    [
      [AT.name, FORM.GNU_strp_alt, 3],
      [AT.byte_size, FORM.udata, 2],
    ],
    [memberDie('domid', baseType(2), at(0))],
  );
  const link = joined(cString('d.common'), new Uint8Array(20));
  const bytes = writeDwarf(unitDie([named]), {
    version: 4,
    others: [{ name: '.gnu_debugaltlink', bytes: link }],
  });
  const strings = joined(Uint8Array.from([0, 0x61, 0]), cString(NAME));
  const common = writeElf([{ name: '.debug_str', bytes: strings }]);
  const { structs, problems } = checkObject(
    sourceOf(bytes),
    { open: (name) => (name === 'd.common' ? sourceOf(common) : undefined) },
    [{ theirs: NAME, ours: NAME }],
  );
  expect(structs.map(({ verdict }) => verdict)).toEqual(['match']);
  expect(problems).toEqual([]);
});
