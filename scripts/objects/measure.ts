import { questions, readBack } from '../golden/read-back.js';
import type { Truth } from '../golden/truth.js';
import type { Claim } from './recipe.js';
import { runIn } from './run.js';
import { printDeclarations, subjectOf, type Unit } from './unit.js';

/** What a compiler says of each struct, by its name in Xen. */
export type Measures = ReadonlyMap<string, Truth>;

const measured = new Map<string, Measures>();

/** Compiles a unit's declarations and reads sizes and offsets back; nothing is executed. */
function measure(unit: Unit, command: string, text?: string): Measures {
  const subjects = unit.structs.map(subjectOf);
  // Truth is not asked of debug information, but of offsetof and sizeof.
  const asked = text ?? `${printDeclarations(unit)}${questions(subjects)}`;
  const key = `${command}\n${asked}`;
  const before = measured.get(key);
  if (before) return before;
  const last = text === undefined ? '-w -ffreestanding -c measure -o' : 'measure -o';
  const language = text === undefined && !command.includes('-x c++') ? '-x c' : '';
  const [object] = runIn(
    { measure: asked },
    [`${command} ${language} ${last} measure.o`],
    ['measure.o'],
  );
  const { truths } = readBack(subjects, object!);
  const result = new Map(unit.structs.map(({ name }, i) => [name, truths[i]!]));
  measured.set(key, result);
  return result;
}

export interface Measured {
  readonly actual: Measures;
  readonly right: Measures;
}

export const measureClaim = (claim: Claim): Measured => ({
  actual: measure(claim.unit, claim.measure, claim.text),
  right: measure(claim.right, claim.measureRight),
});
