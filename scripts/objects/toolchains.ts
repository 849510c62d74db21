import type { AbiName } from './structs.js';

/** Architectures whose tools of GNU are called by the target. */
const crosses = {
  arm32: 'arm-linux-gnueabihf',
  arm64: 'aarch64-linux-gnu',
  riscv64: 'riscv64-linux-gnu',
  ppc64: 'powerpc64le-linux-gnu',
} as const;
const cross = (target: string) => ({ gcc: `${target}-gcc`, clang: `clang -target ${target}` });

/** The commands that compile for an architecture, by compiler. */
export const toolchains: Readonly<Record<AbiName, Readonly<Record<'gcc' | 'clang', string>>>> = {
  x86_32: { gcc: 'gcc -m32', clang: 'clang -target i386-linux-gnu' },
  x86_64: { gcc: 'gcc -m64', clang: 'clang -target x86_64-linux-gnu' },
  arm32: cross(crosses.arm32),
  arm64: cross(crosses.arm64),
  riscv64: cross(crosses.riscv64),
  ppc64: cross(crosses.ppc64),
};
export type CompilerName = keyof (typeof toolchains)[AbiName];
export const compilers: readonly CompilerName[] = ['gcc', 'clang'];

/** binutils that know the architecture. */
export const binutils: Readonly<Record<AbiName, string>> = {
  x86_32: '',
  x86_64: '',
  arm32: `${crosses.arm32}-`,
  arm64: `${crosses.arm64}-`,
  riscv64: `${crosses.riscv64}-`,
  ppc64: `${crosses.ppc64}-`,
};

/** Debian's package of each tool, for whoever misses it. */
export const packages: Readonly<Record<string, string>> = {
  gcc: 'gcc',
  clang: 'clang',
  ...Object.fromEntries(Object.values(crosses).map((target) => [`${target}-gcc`, `gcc-${target}`])),
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
