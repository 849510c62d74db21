import { compiling, type CompilerName, toolchains } from './toolchains.js';
import { type AbiName, rightUnit } from './structs.js';
import { printUnit, type Unit } from './unit.js';

/** What a file says about structs, to be measured with a compiler. */
export interface Claim {
  /** What the file declares. */
  readonly unit: Unit;
  /** What Xen's structs are here; only a mistake makes the two measure differently. */
  readonly right: Unit;
  readonly mistake?: string;
  /** Compiles `unit`, and `right`; their options may be the mistake. */
  readonly measure: string;
  readonly measureRight: string;
  /** Another language's text of `unit`, with the answers in the section that `readBack` reads. */
  readonly text?: string;
}

export interface Output {
  /** Within test/objects; the steps make it under its last name. */
  readonly file: string;
  /** Files that belong to it: what is split off, what it builds on. */
  readonly beside?: readonly string[];
  /** Why nothing can be said about it. */
  readonly nothing?: string;
}

/** How fixtures are made: shell commands in a folder that holds the sources alone. */
export interface Recipe {
  readonly abi: AbiName | null;
  readonly sources: Readonly<Record<string, string>>;
  readonly steps: readonly string[];
  /** Tools that no step begins with. */
  readonly needs?: readonly string[];
  readonly outputs: readonly Output[];
  readonly claims: readonly Claim[];
  /** Xen's path of a field, and its name here; empty where it has none. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A claim that is right. */
export const rightly = (
  abi: AbiName,
  compiler: CompilerName,
  unit: Unit,
  right: Unit = unit,
): Claim => ({
  unit,
  right,
  measure: toolchains[abi][compiler],
  measureRight: toolchains[abi][compiler],
});

export const lastName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

interface Compiled {
  readonly file: string;
  readonly abi: AbiName;
  readonly compiler: CompilerName;
  readonly options: string;
  /** Struct names. */
  readonly structs: readonly string[];
  /** Commands after the compiler's; `OUT` stands for the file. */
  readonly after?: readonly string[];
  readonly needs?: readonly string[];
  readonly outputs?: readonly Output[];
}

/** One C file of right declarations, compiled. */
export function compiled(made: Compiled): Recipe {
  const { file, abi, compiler, options, after = [], outputs = [{ file }] } = made;
  const unit = rightUnit(abi, made.structs);
  const out = lastName(file);
  return {
    abi,
    sources: { 'unit.c': printUnit(unit) },
    steps: [
      compiling(abi, compiler, options, 'unit.c', out),
      ...after.map((step) => step.replaceAll('OUT', out)),
    ],
    ...(made.needs === undefined ? {} : { needs: made.needs }),
    outputs,
    claims: [rightly(abi, compiler, unit)],
  };
}
