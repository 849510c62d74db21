import { type Fault, faults } from './compare.js';
import { measureClaim } from './measure.js';
import type { Claim, Recipe } from './recipe.js';

/** A struct that a file declares wrongly. */
export interface WrongStruct {
  readonly struct: string;
  readonly mistake: string;
  /** Bytes: what it should be, and what it is. */
  readonly size: readonly [expected: number, actual: number];
  /** The same of the alignment: informative, for not all debug information says it. */
  readonly align: readonly [expected: number, actual: number];
  /** Empty where no more than the size is wrong. */
  readonly fields: readonly Fault[];
}

/** One committed file, and what is true of it. */
export interface Row {
  readonly file: string;
  readonly abi: string | null;
  readonly beside?: readonly string[];
  readonly right: readonly string[];
  readonly wrong: readonly WrongStruct[];
  readonly names?: Readonly<Record<string, string>>;
  readonly nothing?: string;
  /** The commands that made it. */
  readonly made: readonly string[];
}

/** A fixture that is not what its recipe says. */
export class RecipeError extends Error {
  override readonly name = 'RecipeError';
}

type Judged = readonly [right: readonly string[], wrong: readonly WrongStruct[]];

function judge(claim: Claim, names: Recipe['names'] = {}): Judged {
  const { actual, right } = measureClaim(claim);
  const judged = claim.unit.structs.map(({ name }) => {
    const [should, is] = [right.get(name)!, actual.get(name)!];
    const fields = faults(should, is, (path) => names[`${name}.${path}`] ?? path);
    return {
      struct: name,
      size: [should.size, is.size] as const,
      align: [should.align, is.align] as const,
      fields,
    };
  });
  const isWrong = ({ size, fields }: (typeof judged)[number]) =>
    size[0] !== size[1] || fields.length > 0;
  const { mistake } = claim;
  if (mistake === undefined) {
    const found = judged.find(isWrong);
    if (found) throw new RecipeError(`not right, as it should be: ${JSON.stringify(found)}`);
  } else if (!judged.some(isWrong)) throw new RecipeError(`${mistake} changes nothing`);
  return [
    judged.filter((one) => !isWrong(one)).map(({ struct }) => struct),
    judged.filter(isWrong).map((one) => ({ ...one, mistake: mistake ?? '' })),
  ];
}

/** The manifest's rows of a recipe; asks compilers. */
export function rowsOf({ abi, outputs, claims, names, steps }: Recipe): Row[] {
  const judged = claims.map((claim) => judge(claim, names));
  return outputs.map(({ file, beside, nothing }) => ({
    file,
    abi,
    ...(beside === undefined ? {} : { beside }),
    right: nothing === undefined ? judged.flatMap(([right]) => right) : [],
    wrong: nothing === undefined ? judged.flatMap(([, wrong]) => wrong) : [],
    ...(names === undefined ? {} : { names }),
    ...(nothing === undefined ? {} : { nothing }),
    made: steps,
  }));
}
