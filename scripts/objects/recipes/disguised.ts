import { type Disguise, disguises } from '../disguises.js';
import { type Recipe, rightly } from '../recipe.js';
import { type AbiName, rightUnit } from '../structs.js';
import { compiling, type CompilerName } from '../toolchains.js';
import { printUnit } from '../unit.js';
import { toBtf } from './btf.js';

function recipe(disguise: Disguise, abi: AbiName, compiler: CompilerName, asBtf = false): Recipe {
  const right = rightUnit(abi, disguise.structs);
  const unit = { ...disguise.change(right), rest: '' };
  const version = compiler === 'gcc' ? 4 : 5;
  const object = `${abi}-${compiler}-${disguise.keyword}.o`;
  const blob = `${abi}-${disguise.keyword}.btf`;
  return {
    abi,
    sources: { 'unit.c': printUnit(unit) },
    steps: [
      compiling(abi, compiler, `-gdwarf-${version}`, 'unit.c', object),
      ...(asBtf ? toBtf(abi, object, blob) : []),
    ],
    needs: asBtf ? ['pahole'] : [],
    outputs: [{ file: `disguised/${asBtf ? blob : object}` }],
    claims: [rightly(abi, compiler, unit, right)],
    ...(disguise.names === undefined ? {} : { names: disguise.names }),
  };
}

export const disguised: readonly Recipe[] = disguises.flatMap((disguise) =>
  disguise.abis.flatMap((abi, i) => [
    recipe(disguise, abi, i % 2 === 0 ? 'gcc' : 'clang'),
    recipe(disguise, abi, 'gcc', true),
  ]),
);
