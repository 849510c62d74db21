import { compiled, type Recipe } from '../recipe.js';
import { type AbiName, few } from '../structs.js';
import type { CompilerName } from '../toolchains.js';

const rows: readonly (readonly [AbiName, CompilerName, 4 | 5, string])[] = [
  ['x86_64', 'gcc', 4, ''],
  ['x86_64', 'gcc', 5, ''],
  ['x86_64', 'clang', 4, ''],
  ['x86_64', 'clang', 5, ''],
  ['x86_64', 'gcc', 5, ' -fdebug-types-section'],
  ['x86_32', 'gcc', 5, ''],
  ['arm64', 'clang', 5, ''],
];

/** Split DWARF: an object and its .dwo. */
const objects = rows.map(([abi, compiler, version, more]) => {
  const file = `split/${abi}-${compiler}-dwarf${version}${more && '-types'}`;
  return compiled({
    file: `${file}.o`,
    abi,
    compiler,
    options: `-gdwarf-${version} -gsplit-dwarf${more}`,
    structs: few,
    outputs: [{ file: `${file}.o`, beside: [`${file}.dwo`] }, { file: `${file}.dwo` }],
  });
});

/** Packages: the GNU form with index version 2, and the standard's with version 5. */
const packaged = (
  [
    [4, 'dwp'],
    [5, 'llvm-dwp'],
  ] as const
).map(([version, tool]) =>
  compiled({
    file: `split/x86_64-packaged-dwarf${version}.o`,
    abi: 'x86_64',
    compiler: 'clang',
    options: `-gdwarf-${version} -gsplit-dwarf`,
    structs: few,
    after: [`${tool} x86_64-packaged-dwarf${version}.dwo -o x86_64-packaged-dwarf${version}.dwp`],
    outputs: [{ file: `split/x86_64-packaged-dwarf${version}.dwp` }],
  }),
);

export const split: readonly Recipe[] = [...objects, ...packaged];
