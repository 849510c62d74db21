import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  checkObject,
  type ObjectVerdict,
  type ReadOptions,
  sourceOf,
  type StructVerdict,
} from '../../src/check/index.js';
import { type ArchitectureName, architectures } from '../../src/layout/index.js';

/** A committed object and what a compiler said of it: a row of test/objects/objects.json. */
export interface Fixture {
  readonly file: string;
  readonly abi: ArchitectureName | null;
  readonly beside?: readonly string[];
  readonly right: readonly string[];
  readonly wrong: readonly {
    readonly struct: string;
    readonly mistake: string;
    readonly size: readonly [expected: number, actual: number];
    readonly fields: readonly {
      readonly path: string;
      readonly problem: string;
      readonly expected?: number;
      readonly actual?: number;
    }[];
  }[];
  /** Fields that have another name, or `''` when they have none. */
  readonly names?: Readonly<Record<string, string>>;
  readonly nothing?: string;
}

const folder = new URL('../objects/', import.meta.url);
export const pathOf = (file: string): string => fileURLToPath(new URL(file, folder));
export const bytesOf = (file: string): Uint8Array => readFileSync(pathOf(file));

export const fixtures: readonly Fixture[] = (
  JSON.parse(readFileSync(new URL('objects.json', folder), 'utf8')) as { objects: Fixture[] }
).objects;

/** Reads a fixture with the files beside it, as the command line would. */
export function readFixture({ file, abi, beside = [] }: Fixture): ObjectVerdict {
  const base = beside.find((one) => one.endsWith('.btf'));
  const isRaw = /\.btf$|bpf\.o$/.test(file);
  const options: ReadOptions = {
    abi: isRaw && abi ? architectures[abi] : undefined,
    base: base === undefined ? undefined : sourceOf(bytesOf(base)),
    open(name) {
      const found = beside.find((one) => one.endsWith(`/${name.split('/').at(-1)}`));
      return found === undefined ? undefined : sourceOf(bytesOf(found));
    },
  };
  return checkObject(sourceOf(bytesOf(file)), options);
}

/** The verdict on every struct of the ABI. */
export function verdictsOf(fixture: Fixture): ReadonlyMap<string, StructVerdict> {
  const object = readFixture(fixture);
  if (object.problems.length > 0) throw object.problems[0]!;
  return new Map(object.structs.map((one) => [one.struct, one]));
}
