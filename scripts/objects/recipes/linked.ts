import { compiled, type Recipe } from '../recipe.js';
import { type AbiName, few } from '../structs.js';
import type { CompilerName } from '../toolchains.js';

// Small: segments need no pages of their own in a file that nobody runs.
const small = '-nostdlib -Wl,--build-id=none -Wl,-z,max-page-size=4096';
const gnu = `${small} -Wl,-z,noseparate-code -Wl,-e,0`;
const lld = `${small} -fuse-ld=lld -Wl,-e,0`;

const kinds = {
  so: '-shared -fPIC',
  exe: '-static -no-pie -fno-pic',
  pie: '-pie -fPIE',
};

type Row = readonly [AbiName, CompilerName, keyof typeof kinds, 2 | 3 | 4 | 5, string?];
const rows: readonly Row[] = [
  ['x86_64', 'gcc', 'so', 4],
  ['x86_64', 'gcc', 'exe', 5],
  ['x86_64', 'gcc', 'pie', 5],
  ['x86_32', 'gcc', 'so', 5],
  ['x86_32', 'gcc', 'exe', 4],
  ['arm32', 'gcc', 'so', 4],
  ['arm64', 'gcc', 'exe', 5],
  ['riscv64', 'gcc', 'so', 5],
  ['riscv64', 'gcc', 'exe', 4],
  ['ppc64', 'gcc', 'so', 4],
  ['x86_64', 'clang', 'so', 5],
  ['x86_32', 'clang', 'so', 4],
  ['arm32', 'clang', 'exe', 5],
  ['arm64', 'clang', 'so', 4],
  ['ppc64', 'clang', 'so', 5],
];

const plain = rows.map(([abi, compiler, kind, version]) =>
  compiled({
    file: `linked/${abi}-${compiler}-dwarf${version}.${kind}`,
    abi,
    compiler,
    options: `-gdwarf-${version} ${compiler === 'gcc' ? gnu : lld} ${kinds[kind]}`,
    structs: few,
    needs: compiler === 'gcc' ? [] : ['ld.lld'],
  }),
);

const x86_64 = { abi: 'x86_64', compiler: 'gcc', structs: few } as const;
const shared = `${gnu} ${kinds.so}`;

const special: readonly Recipe[] = [
  compiled({
    ...x86_64,
    file: 'linked/x86_64-zstd.so',
    options: `-gdwarf-5 ${shared} -Wl,--compress-debug-sections=zstd`,
  }),
  // As Linux's vmlinux: linked, and the relocations kept beside the relocated sections.
  compiled({
    ...x86_64,
    file: 'linked/x86_64-emit-relocs.exe',
    options: `-gdwarf-5 ${gnu} ${kinds.exe} -Wl,--emit-relocs`,
  }),
  compiled({
    ...x86_64,
    file: 'linked/x86_64-partial.o',
    options: `-gdwarf-5 ${small} -r`,
  }),
  compiled({
    ...x86_64,
    file: 'linked/x86_64-separate.so',
    options: `-gdwarf-5 ${shared}`,
    after: [
      'objcopy --only-keep-debug OUT x86_64-separate.debug',
      'objcopy --strip-debug --add-gnu-debuglink=x86_64-separate.debug OUT x86_64-stripped.so',
    ],
    outputs: [
      { file: 'linked/x86_64-separate.debug' },
      {
        file: 'linked/x86_64-stripped.so',
        beside: ['linked/x86_64-separate.debug'],
        nothing: 'debuglink',
      },
    ],
  }),
];

export const linked: readonly Recipe[] = [...plain, ...special];
