import { compiled, type Recipe } from '../recipe.js';
import { type AbiName, few } from '../structs.js';
import { binutils, type CompilerName } from '../toolchains.js';

type Row = readonly [
  abi: AbiName,
  compiler: CompilerName,
  name: string,
  options: string,
  ...after: readonly string[],
];

// Sections are compressed only where that makes them smaller: these files are large enough.
const many = [...few, 'xen_memory_map', 'xen_pod_target', 'xen_vnuma_topology_info'];

const rows: readonly Row[] = [
  // 64-bit DWARF.
  ['x86_64', 'gcc', 'dwarf64-3', '-gdwarf-3 -gdwarf64'],
  ['x86_64', 'gcc', 'dwarf64-4', '-gdwarf-4 -gdwarf64'],
  ['x86_64', 'gcc', 'dwarf64-5', '-gdwarf-5 -gdwarf64'],
  ['x86_64', 'clang', 'dwarf64-4', '-gdwarf-4 -gdwarf64'],
  ['x86_64', 'clang', 'dwarf64-5', '-gdwarf-5 -gdwarf64'],
  ['arm64', 'gcc', 'dwarf64-5', '-gdwarf-5 -gdwarf64'],
  ['riscv64', 'gcc', 'dwarf64-5', '-gdwarf-5 -gdwarf64'],
  // Nothing beyond the version's own standard: DW_AT_specification's and forms of old.
  ['x86_32', 'gcc', 'strict-2', '-gdwarf-2 -gstrict-dwarf'],
  ['x86_64', 'gcc', 'strict-3', '-gdwarf-3 -gstrict-dwarf'],
  // Type units: .debug_types in 4, .debug_info of their own in 5.
  ['x86_64', 'gcc', 'types-4', '-gdwarf-4 -fdebug-types-section'],
  ['x86_64', 'gcc', 'types-5', '-gdwarf-5 -fdebug-types-section'],
  ['x86_64', 'clang', 'types-4', '-gdwarf-4 -fdebug-types-section'],
  ['x86_64', 'clang', 'types-5', '-gdwarf-5 -fdebug-types-section'],
  ['x86_64', 'gcc', 'types-dwarf64-5', '-gdwarf-5 -gdwarf64 -fdebug-types-section'],
  ['x86_32', 'gcc', 'types-4', '-gdwarf-4 -fdebug-types-section'],
  ['arm32', 'gcc', 'types-5', '-gdwarf-5 -fdebug-types-section'],
  ['riscv64', 'gcc', 'types-4', '-gdwarf-4 -fdebug-types-section'],
  // RISC-V's linker relaxation leaves lengths to ADD, SUB and SET relocations.
  ['riscv64', 'gcc', 'relax', '-gdwarf-5 -mrelax'],
  ['riscv64', 'gcc', 'no-relax', '-gdwarf-5 -mno-relax'],
  ['riscv64', 'clang', 'relax', '-gdwarf-5 -mrelax'],
  ['riscv64', 'clang', 'no-relax', '-gdwarf-5 -mno-relax'],
  // Compressed sections: Elf32_Chdr and Elf64_Chdr, .zdebug_.
  ['x86_64', 'gcc', 'zlib', '-gdwarf-5 -gz=zlib'],
  ['x86_32', 'gcc', 'zlib', '-gdwarf-4 -gz=zlib'],
  ['arm64', 'clang', 'zlib', '-gdwarf-5 -gz=zlib'],
  ['x86_64', 'gcc', 'zlib-types', '-gdwarf-4 -fdebug-types-section -gz=zlib'],
  ['x86_64', 'gcc', 'zlib-gnu', '-gdwarf-4 -gz=zlib-gnu'],
  ['x86_32', 'gcc', 'zlib-gnu', '-gdwarf-2 -gz=zlib-gnu'],
  ['x86_64', 'gcc', 'zstd', '-gdwarf-5', 'objcopy --compress-debug-sections=zstd OUT'],
  ['x86_32', 'clang', 'zstd', '-gdwarf-4', 'objcopy --compress-debug-sections=zstd OUT'],
  [
    'arm64',
    'gcc',
    'zstd',
    '-gdwarf-5',
    `${binutils.arm64}objcopy --compress-debug-sections=zstd OUT`,
  ],
];

/** The ways in which DWARF is written besides its versions. */
export const forms: readonly Recipe[] = rows.map(([abi, compiler, name, options, ...after]) =>
  compiled({
    file: `forms/${abi}-${compiler}-${name}.o`,
    abi,
    compiler,
    options,
    structs: name.startsWith('z') ? many : few,
    after,
  }),
);
