import type { Abi, CompoundLayout } from '../layout/index.js';
import type { ObjectError } from './object-error.js';
import type { ObjectSource } from './source.js';

/** A struct or union as one unit of an object has it. */
export interface FoundStruct {
  readonly layout: CompoundLayout;
  /** The name under which it was found: the one that was asked for, or that with `_t`. */
  readonly name: string;
  /** Whether its tag is the name that was asked for; a typedef may only share that name. */
  readonly isTag: boolean;
  /** The source file of the first unit that has it so; empty where nothing says. */
  readonly unit: string;
}

/** The structs of an object, as its debug information has them. */
export interface ObjectStructs {
  readonly abi: Abi;
  /** `DWARF 5`, `BTF`. */
  readonly format: string;
  /** By the name that was asked for; several where units disagree. */
  readonly structs: ReadonlyMap<string, readonly FoundStruct[]>;
  /** Names that are declared and never defined. */
  readonly declared: ReadonlySet<string>;
  /** Names of structs that are there and cannot be read; a problem says why. */
  readonly unreadable: ReadonlySet<string>;
  /** What could not be read; the rest was. */
  readonly problems: readonly ObjectError[];
}

export interface ReadOptions {
  /** Of BTF, and of objects that are no guest's: the data model to compare with. */
  readonly abi?: Abi | undefined;
  /** The BTF that a split one is based on: a raw blob, or an object with one. */
  readonly base?: ObjectSource | undefined;
  /**
   * Finds a file of split debug information, or one that several objects share (dwz). Asked
   * once for each name; `folder` is where it was compiled. Nothing: it is not there.
   */
  readonly open?: ((name: string, folder: string) => ObjectSource | undefined) | undefined;
  /** Why a file of that name, which is there, was not opened. */
  readonly refused?: ((name: string) => string | undefined) | undefined;
  /**
   * The package (`.dwp`) of the object; asked when `open` does not find a unit's own file, of that
   * name. Why it was not opened is what `refused` says of the name.
   */
  readonly openPackage?: ((name: string) => ObjectSource | undefined) | undefined;
  /** Hears how many bytes of how many were searched. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** What a search of one kind of debug information hands over. */
export interface Findings {
  /** @param isTag whether `name` is a struct's own, and no typedef's */
  found(name: string, struct: Omit<FoundStruct, 'name' | 'isTag'>, isTag: boolean): void;
  declared(name: string): void;
  /** Of a name, the first reason is told. */
  unreadable(name: string, error: ObjectError): void;
  problem(error: ObjectError): void;
}
