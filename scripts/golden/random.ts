import { architectures, type ArchitectureName, layoutOf } from '../../src/layout/index.js';
import { buildStruct } from '../../test/support/declaration-spec.js';
import type { StructSpec } from '../../test/support/declarations.js';
import { cPrinter, prelude } from './c-printer.js';
import { compile, type Compiler } from './compile.js';
import { questions, readBack, type Subject } from './read-back.js';
import { type Truth, truthOf } from './truth.js';

export const randomName = (index: number): string => `random_${index}`;

/** What `layoutOf` makes of the declarations on one architecture. */
export const ourRandom = (specs: readonly StructSpec[], abi: ArchitectureName): Truth[] =>
  specs.map((spec, i) => truthOf(layoutOf(buildStruct(randomName(i), spec), architectures[abi])));

/** What a compiler makes of them. */
export function askRandom(
  compiler: Compiler,
  specs: readonly StructSpec[],
  abi: ArchitectureName,
): readonly Truth[] {
  const ours = ourRandom(specs, abi);
  let definitions = '';
  const subjects = specs.map((spec, i): Subject => {
    const printer = cPrinter(architectures[abi], randomName(i));
    const name = printer.define(buildStruct(randomName(i), spec));
    definitions += printer.text();
    return { name, asked: ours[i]! };
  });
  const text = prelude + definitions + questions(subjects);
  const { object } = compile({ compiler, abi, options: [], text });
  return readBack(subjects, object).truths;
}
