import { describe, expect, it } from 'vitest';
import { checkObject, sourceOf } from '../../src/check/index.js';
import { floating } from '../../src/check/object-layout.js';
import {
  architectures,
  type CompoundLayout,
  diffLayouts,
  layoutOf,
  structsFrom,
} from '../../src/layout/index.js';
import {
  array,
  double,
  type Field,
  float,
  struct,
  typedef,
  uint32_t,
  uint64_t,
  uint8_t,
} from '../../src/schema/index.js';
import { unitDie } from './dies.js';
import { writeBtf } from './write-btf.js';
import { writeDwarf } from './write-dwarf.js';
import { btfOf, dieOf } from './write-layout.js';

const fields = {
  a: uint8_t,
  load: float,
  when: typedef('seconds_t', double),
  all: array(float, 3),
};
const sample = (more: Record<string, Field> = {}) => struct('sample', { ...fields, ...more });
const { structs } = structsFrom({ sample: sample() });

const { x86_64 } = architectures;

/** What is said of an object that has the struct as it is declared here. */
function differences(theirs: CompoundLayout, abi = x86_64): string[] {
  const dwarf = checkObject(sourceOf(writeDwarf(unitDie([dieOf(theirs, 'from-start')]))), {
    abi,
    structs,
  });
  const btf = checkObject(sourceOf(writeBtf(btfOf(theirs))), { abi, structs });
  const said = [dwarf, btf].map(({ structs: [one] }) =>
    one!.differences.map((d) => `${d.path} ${d.what}: ${d.expected} ${d.actual}`),
  );
  expect(said[1]).toEqual(said[0]);
  expect(dwarf.structs[0]!.verdict).not.toBe('absent');
  return said[0]!;
}

describe('floating point in an object', () => {
  it.each(Object.values(architectures).map((abi) => [abi.name, abi] as const))(
    'is that of the declaration, on %s',
    (_, abi) => {
      expect(differences(layoutOf(sample(), abi), abi)).toEqual([]);
    },
  );

  it('is the same whatever its base type is called', () => {
    const ours = layoutOf(struct('sample', { load: double }), x86_64);
    const fortran = floating('real(kind=8)', 8, x86_64);
    const theirs = { ...ours, members: [{ ...ours.members[0]!, layout: fortran }] };
    expect(diffLayouts(ours, theirs)).toEqual([]);
  });

  it('is not aligned alike everywhere', () => {
    const { x86_32, arm32 } = architectures;
    const narrow = layoutOf(struct('sample', { a: uint8_t, load: double }), x86_32);
    const wide = structsFrom({ sample: struct('sample', { a: uint8_t, load: double }) });
    const source = sourceOf(writeBtf(btfOf(narrow)));
    const { structs: verdicts } = checkObject(source, { abi: arm32, structs: wide.structs });
    expect(verdicts[0]!.differences).toContainEqual({
      path: 'load',
      what: 'offset',
      expected: 8,
      actual: 4,
    });
  });

  it.each<[string, Record<string, Field>, string[]]>([
    ['an integer', { load: uint32_t }, ['load shape: float integer']],
    ['a wide integer', { when: uint64_t }, ['when shape: double integer']],
    ['integers in an array', { all: array(uint32_t, 3) }, ['all[0] shape: float integer']],
    ['float for double', { when: float }, ['when size: 8 4']],
  ])('is not %s', (_, more, expected) => {
    expect(differences(layoutOf(sample(more), x86_64))).toEqual(expect.arrayContaining(expected));
  });

  it('is not taken for an integer of ours', () => {
    const ours = structsFrom({ sample: sample({ load: uint32_t }) });
    const source = sourceOf(writeBtf(btfOf(layoutOf(sample(), x86_64))));
    const { structs: verdicts } = checkObject(source, { abi: x86_64, structs: ours.structs });
    expect(verdicts[0]!.differences).toEqual([
      { path: 'load', what: 'shape', expected: 'integer', actual: 'float' },
    ]);
  });
});
