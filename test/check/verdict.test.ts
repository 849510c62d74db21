import { describe, expect, test } from 'vitest';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import {
  type Asked,
  checkObject,
  judge,
  sourceOf,
  type StructVerdict,
} from '../../src/check/index.js';
import { xenStructs } from '../../src/words/structs.js';
import { type CompoundLayout, layoutOf, x86_64 } from '../../src/layout/index.js';
import { at as place, theirs as found, u } from './by-hand.js';
import { at, baseType, memberDie, structDie, typedefDie, unitDie } from './dies.js';
import { die, type Die, writeDwarf } from './write-dwarf.js';

const OURS = 'xen_add_to_physmap';
const type = xenStructs.on(OURS, x86_64)!;
const right = layoutOf(type, x86_64);
const wrong = found(
  24,
  ...['domid', 'size'].map((name, i) => place(name, 2 * i, u(2))),
  place('space', 4, u(4)),
  place('idx', 8, u(8)),
  place('gpfn', 16, u(4)),
);

/** The verdict on these definitions, each in a unit of its own. */
const judged = (...all: readonly (readonly [unit: string, layout: CompoundLayout])[]) => {
  const found = all.map(([unit, layout]) => ({ unit, layout, name: 's', isTag: true }));
  const none = { declared: new Set<string>(), unreadable: new Set<string>(), problems: [] };
  return judge({ abi: x86_64, format: '', structs: new Map([['s', found]]), ...none }, 's', type);
};

describe('definitions', () => {
  test('one: its differences need no unit', () => {
    const { differences, notes } = judged(['a.c', wrong]);
    expect(differences).toEqual([{ path: 'gpfn', what: 'size', expected: 8, actual: 4 }]);
    expect(notes).toEqual(['it is called s here']);
  });

  test('several: each difference has its unit, the notes say which match', () => {
    const { verdict, differences, notes } = judged(['a.c', right], ['', wrong]);
    const unit = 'a unit without a name';
    expect(verdict).toBe('differ');
    expect(differences).toEqual([{ path: 'gpfn', what: 'size', expected: 8, actual: 4, unit }]);
    expect(notes).toEqual(['it is called s here', `2 definitions: a.c matches, ${unit} differs`]);
  });

  test('several that match: their remarks have a unit, too', () => {
    const renamed = {
      ...right,
      members: right.members.map((m) => (m.name === 'idx' ? { ...m, name: 'index' } : m)),
    };
    expect(judged(['a.c', right], ['b.c', renamed])).toEqual({
      struct: OURS,
      abi: 'x86_64',
      verdict: 'match',
      differences: [],
      notes: [
        'it is called s here',
        '2 definitions: a.c matches, b.c matches',
        'b.c: idx is called index',
      ],
    });
  });
});

/** What is said of a struct of ours in an object of these entries. */
const checked = (dies: readonly Die[], asked: Asked = { theirs: 's', ours: OURS }): StructVerdict =>
  checkObject(sourceOf(writeDwarf(unitDie(dies))), {}, [asked]).structs[0]!;

const word = baseType(4);
const structure = (name: string | null, size: number): Die =>
  structDie(name, size, [memberDie('a', word, at(0))]);
const declaration = (name: string): Die =>
  die(TAG.structure_type, [
    [AT.name, FORM.string, name],
    [AT.declaration, FORM.flag_present, 1],
  ]);
const pointerTo = (to: Die): Die => die(TAG.pointer_type, [[AT.type, FORM.ref4, to]]);

describe('names with _t', () => {
  test('a typedef of another layout than the tag is a second definition', () => {
    const { notes } = checked([structure('s', 4), typedefDie('s_t', structure(null, 8))]);
    expect(notes).toContain('2 definitions: unit.c differs, unit.c differs');
  });

  /** What a definition of ours has, in a struct of this tag, or of none. */
  const ours = (name: string | null, widths = [2, 2, 4, 8, 8]): Die => {
    let offset = 0;
    const members = right.members.map((m, i) => {
      const member = memberDie(m.name, baseType(widths[i]!), at(offset));
      offset += widths[i]!;
      return member;
    });
    return structDie(name, 24, members);
  };
  const other = die(
    TAG.union_type,
    [[AT.byte_size, FORM.data1, 28]],
    [memberDie('native', ours(null), at(0)), memberDie('compat', structure(null, 4), at(0))],
  );
  const asked: Asked = { theirs: OURS, ours: OURS };

  // Xen's own shared_info_t is a union of two; two false differences were told of it.
  test.each<[string, readonly Die[]]>([
    ['before', [typedefDie(`${OURS}_t`, other), ours(OURS)]],
    ['behind', [ours(OURS), typedefDie(`${OURS}_t`, other)]],
    ['of the very name', [ours(OURS), typedefDie(OURS, other)]],
  ])('the tag that matches wins over a typedef of another type, %s', (_, dies) => {
    const { verdict, differences, notes } = checked(dies, asked);
    expect([verdict, differences]).toEqual(['match', []]);
    expect(notes).toEqual([
      expect.stringMatching(/^xen_add_to_physmap(_t)? is another type here, a union$/),
    ]);
  });

  test('a tag that differs hides no typedef', () => {
    const wrongTag = ours(OURS, [2, 2, 4, 8, 4]);
    const { verdict, notes } = checked([wrongTag, typedefDie(`${OURS}_t`, ours(null))], asked);
    expect(verdict).toBe('differ');
    expect(notes).toContain('2 definitions: unit.c differs, unit.c matches');
  });

  test('a typedef of the tag is none', () => {
    const tag = structure('s', 4);
    expect(checked([tag, typedefDie('s_t', tag)]).notes.join()).not.toContain('definitions');
  });
});

describe('a struct that is not there', () => {
  const declared = ['s is declared, but never defined'];

  test.each<[string, readonly Die[], readonly string[]]>([
    ['declared by its name', [declaration('s')], declared],
    ['declared by its name with _t', [declaration('s_t')], declared],
    ['a typedef of what is declared', [typedefDie('s', declaration('x'))], declared],
    [
      'a typedef of a typedef of what is declared',
      [typedefDie('s_t', typedefDie('x', declaration('y')))],
      declared,
    ],
    ['a typedef of a pointer', [typedefDie('s', pointerTo(word))], []],
    [
      'a typedef of a pointer to what is declared',
      [typedefDie('s', pointerTo(declaration('x')))],
      [],
    ],
    ['a typedef of an integer', [typedefDie('s_t', word)], []],
    ['another name', [structure('s_t_t', 4), structure('ss', 4)], []],
  ])('%s', (_, dies, notes) =>
    expect(checked(dies)).toEqual({
      struct: OURS,
      abi: 'x86_64',
      verdict: 'absent',
      differences: [],
      notes,
    }),
  );

  test('on this architecture: asked for it is an error, else it is left out', () => {
    const ours = 'vcpu_time_info';
    expect(xenStructs.on(ours, x86_64)).toBeDefined();
    const source = sourceOf(writeDwarf(unitDie([]), { elf: { machine: 243 } }));
    expect(() => checkObject(source, {}, [{ theirs: 's', ours }])).toThrow(
      `${ours} does not exist on riscv64`,
    );
    const all = checkObject(source).structs.map(({ struct }) => struct);
    expect(all).toContain(OURS);
    expect(all).not.toContain(ours);
  });
});
