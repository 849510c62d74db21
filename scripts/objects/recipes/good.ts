import { compiled, type Recipe } from '../recipe.js';
import { abis, few, rightUnit } from '../structs.js';
import { compilers } from '../toolchains.js';

const everything = rightUnit('x86_64').structs.map(({ name }) => name);

// Xen's own ports are as old as that; RISC-V's and PPC's are not.
const old: ReadonlySet<string> = new Set(['x86_32', 'x86_64', 'arm32', 'arm64']);

/** Every architecture, compiler and version of DWARF; all structs in the newest. */
export const good: readonly Recipe[] = abis.flatMap((abi) =>
  compilers.flatMap((compiler) =>
    (old.has(abi) ? [2, 3, 4, 5] : [4, 5]).map((version) =>
      compiled({
        file: `good/${abi}-${compiler}-dwarf${version}.o`,
        abi,
        compiler,
        options: `-gdwarf-${version}`,
        structs: version === 5 ? everything : few,
      }),
    ),
  ),
);
