import type { AbiName } from './structs.js';

/** The commands that compile for an architecture, by compiler. */
export const toolchains: Readonly<Record<AbiName, Readonly<Record<'gcc' | 'clang', string>>>> = {
  x86_32: { gcc: 'gcc -m32', clang: 'clang -target i386-linux-gnu' },
  x86_64: { gcc: 'gcc -m64', clang: 'clang -target x86_64-linux-gnu' },
  arm32: { gcc: 'arm-linux-gnueabihf-gcc', clang: 'clang -target arm-linux-gnueabihf' },
  arm64: { gcc: 'aarch64-linux-gnu-gcc', clang: 'clang -target aarch64-linux-gnu' },
  riscv64: { gcc: 'riscv64-linux-gnu-gcc', clang: 'clang -target riscv64-linux-gnu' },
  ppc64: { gcc: 'powerpc64le-linux-gnu-gcc', clang: 'clang -target powerpc64le-linux-gnu' },
};
export type CompilerName = keyof (typeof toolchains)[AbiName];
export const compilers: readonly CompilerName[] = ['gcc', 'clang'];

/** binutils that know the architecture. */
export const binutils: Readonly<Record<AbiName, string>> = {
  x86_32: '',
  x86_64: '',
  arm32: 'arm-linux-gnueabihf-',
  arm64: 'aarch64-linux-gnu-',
  riscv64: 'riscv64-linux-gnu-',
  ppc64: 'powerpc64le-linux-gnu-',
};

/** Debian's package of each tool, for whoever misses it. */
export const packages: Readonly<Record<string, string>> = {
  gcc: 'gcc',
  clang: 'clang',
  'arm-linux-gnueabihf-gcc': 'gcc-arm-linux-gnueabihf',
  'aarch64-linux-gnu-gcc': 'gcc-aarch64-linux-gnu',
  'riscv64-linux-gnu-gcc': 'gcc-riscv64-linux-gnu',
  'powerpc64le-linux-gnu-gcc': 'gcc-powerpc64le-linux-gnu',
  'ld.lld': 'lld',
  pahole: 'pahole',
  dwz: 'dwz',
  'llvm-dwp': 'llvm',
  dwp: 'binutils',
  objcopy: 'binutils',
  rustc: 'rustc',
};

/** $FLAGS: no path of the machine in the objects, nothing that only makes them larger. */
export const flags =
  '-O1 -ffreestanding -fno-asynchronous-unwind-tables -fno-ident -ffile-prefix-map=$PWD=.';

/** The command line that compiles `from` for an architecture. */
export function compiling(
  abi: AbiName,
  compiler: CompilerName,
  options: string,
  from: string,
  to: string,
): string {
  const link = options.includes('-nostdlib') ? '' : '-c ';
  return `${toolchains[abi][compiler]} ${options} $FLAGS ${link}${from} -o ${to}`;
}
