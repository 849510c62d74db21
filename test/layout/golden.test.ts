import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { structs } from '../../abi/index.js';
import { headerAbis, listedOn } from '../../scripts/golden/headers.js';
import { type HeadersFile, type RandomFile, recordedOn } from '../../scripts/golden/record.js';
import { disagreements, type Truth, truthOf } from '../../scripts/golden/truth.js';
import {
  architectures,
  type ArchitectureName,
  diffLayouts,
  layoutOf,
} from '../../src/layout/index.js';
import type { CompoundType } from '../../src/schema/index.js';
import { buildStruct } from '../support/declaration-spec.js';
import { allAbis } from './shape.js';

const read = (name: string): string =>
  readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8');
const headers = JSON.parse(read('headers.json')) as HeadersFile;
const random = JSON.parse(read('random.json')) as RandomFile;

/** Where `layoutOf` departs from what a compiler said, with names; empty when nowhere. */
function departures(type: CompoundType, abi: ArchitectureName, truth: Truth | undefined): object[] {
  if (!truth) return [{ abi, struct: type.name, problem: 'not recorded: run npm run golden' }];
  const found = disagreements(truth, truthOf(layoutOf(type, architectures[abi])));
  return found.map((disagreement) => ({ abi, struct: type.name, ...disagreement }));
}

describe(`public headers, ${headers.headers}, as ${headers.compiler} has them`, () => {
  for (const abi of headerAbis) {
    const types = listedOn(abi);
    it.each(types.map((type) => [type.name ?? '', type] as const))(`%s on ${abi}`, (name, type) => {
      const record = headers.structs.find(({ struct }) => struct === name);
      expect(departures(type, abi, recordedOn(record?.layouts ?? [], abi))).toEqual([]);
    });

    it(`records no struct that is not declared on ${abi}`, () => {
      const recorded = headers.structs.filter(({ layouts }) => recordedOn(layouts, abi));
      const declared = new Set(types.map(({ name }) => name));
      expect(recorded.map(({ struct }) => struct).filter((s) => !declared.has(s))).toEqual([]);
    });
  }
});

describe('architectures without a 4.17 header lay out as x86_64', () => {
  const { x86_64, riscv64, ppc64 } = architectures;
  for (const abi of [riscv64, ppc64]) {
    const types = structs.filter(({ abis }) => !abis || abis.includes(abi.name));
    it.each(types.map((type) => [type.name ?? '', type] as const))(
      `%s on ${abi.name}`,
      (_, type) => {
        expect(diffLayouts(layoutOf(type, x86_64), layoutOf(type, abi))).toEqual([]);
      },
    );
  }
});

describe(`random declarations (seed ${random.seed}) as ${random.compiler} has them`, () => {
  it.each(
    random.declarations.map(({ spec, layouts }, i) => [`random_${i}`, spec, layouts] as const),
  )('%s', (name, spec, layouts) => {
    const type = buildStruct(name, spec);
    expect(allAbis.flatMap((abi) => departures(type, abi, recordedOn(layouts, abi)))).toEqual([]);
  });
});

it('names field, expected and actual where a layout departs from the record', () => {
  const type = buildStruct('s', {
    kind: 'struct',
    fields: [
      ['__proto__', 'uint8_t'],
      ['a', 'long'],
    ],
  });
  const truth = truthOf(layoutOf(type, architectures.x86_64));
  expect(departures(type, 'arm32', truth)).toEqual([
    {
      abi: 'arm32',
      struct: 's',
      field: '(all)',
      expected: 'size 16, align 8',
      actual: 'size 8, align 4',
    },
    {
      abi: 'arm32',
      struct: 's',
      field: 'a',
      expected: 'offset, size, signed 8, 8, 1',
      actual: 'offset, size, signed 4, 4, 1',
    },
  ]);
  const { __proto__: first, ...others } = truth.fields;
  expect(first).toEqual([0, 1]);
  expect(departures(type, 'x86_64', { ...truth, fields: others })).toEqual([
    {
      abi: 'x86_64',
      struct: 's',
      field: '__proto__',
      expected: 'absent',
      actual: 'offset, size, signed 0, 1',
    },
  ]);
});
