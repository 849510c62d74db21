import { type Mistake, mistakes } from '../mistakes.js';
import type { Claim, Recipe } from '../recipe.js';
import { type AbiName, rightUnit } from '../structs.js';
import { compiling, type CompilerName, toolchains } from '../toolchains.js';
import { printUnit, type Unit } from '../unit.js';
import { toBtf } from './btf.js';

/** How each architecture's mistakes are compiled; between them, each compiler and version. */
const versions: Readonly<Record<AbiName, readonly (readonly [CompilerName, number])[]>> = {
  x86_32: [
    ['gcc', 2],
    ['clang', 5],
  ],
  x86_64: [
    ['gcc', 4],
    ['clang', 5],
  ],
  arm32: [
    ['gcc', 5],
    ['clang', 3],
  ],
  arm64: [
    ['gcc', 3],
    ['clang', 4],
  ],
  riscv64: [['gcc', 5]],
  ppc64: [['clang', 5]],
};

// `use` may name a field that the mistake removes.
const changed = (mistake: Mistake, right: Unit): Unit => ({ ...mistake.change(right), rest: '' });

function claim(mistake: Mistake, abi: AbiName, compiler: CompilerName): Claim {
  const right = rightUnit(abi, mistake.structs);
  const measureRight = toolchains[abi][compiler];
  return {
    unit: changed(mistake, right),
    right,
    mistake: mistake.keyword,
    measure: `${measureRight} ${mistake.options ?? ''}`.trimEnd(),
    measureRight,
  };
}

function dwarf(mistake: Mistake, abi: AbiName): Recipe[] {
  return versions[abi].map(([compiler, version]) => {
    const name = `${abi}-${compiler}-dwarf${version}-${mistake.keyword}.o`;
    const said = claim(mistake, abi, compiler);
    const options = `-gdwarf-${version} ${mistake.options ?? ''}`.trimEnd();
    return {
      abi,
      sources: { 'unit.c': printUnit(said.unit) },
      steps: [compiling(abi, compiler, options, 'unit.c', name)],
      outputs: [{ file: `wrong/${name}` }],
      claims: [said],
    };
  });
}

function btf(mistake: Mistake, abi: AbiName): Recipe {
  const name = `${abi}-${mistake.keyword}.btf`;
  const said = claim(mistake, abi, 'gcc');
  const options = `-gdwarf-4 ${mistake.options ?? ''}`.trimEnd();
  return {
    abi,
    sources: { 'unit.c': printUnit(said.unit) },
    steps: [compiling(abi, 'gcc', options, 'unit.c', 'unit.o'), ...toBtf(abi, 'unit.o', name)],
    needs: ['pahole'],
    outputs: [{ file: `wrong/${name}` }],
    claims: [said],
  };
}

export const wrong: readonly Recipe[] = mistakes.flatMap((mistake) =>
  mistake.abis.flatMap((abi) => [...dwarf(mistake, abi), btf(mistake, abi)]),
);
