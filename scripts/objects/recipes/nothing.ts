import type { Recipe } from '../recipe.js';
import { rightUnit } from '../structs.js';
import { compiling } from '../toolchains.js';
import { printUnit } from '../unit.js';

const text = printUnit(rightUnit('x86_64', ['xen_memory_reservation']));

/** Files without a layout to read: why, the name, and what makes it. */
const rows: readonly (readonly [nothing: string, name: string, ...steps: string[]])[] = [
  ['no-debug', 'no-debug.o', compiling('x86_64', 'gcc', '-g0', 'unit.c', 'no-debug.o')],
  [
    'no-debug',
    'no-debug-arm64.o',
    compiling('arm64', 'clang', '-g0', 'unit.c', 'no-debug-arm64.o'),
  ],
  ['no-structs', 'no-structs.o', compiling('x86_64', 'gcc', '-g', 'empty.c', 'no-structs.o')],
  // LTO's own streams keep the options, and with them the folder that the others' $FLAGS name.
  [
    'gcc-lto',
    'gcc-lto.o',
    'cd / && gcc -g -flto -O1 -ffreestanding -frandom-seed=1 -c -x c - <"$OLDPWD/unit.c" -o "$OLDPWD/gcc-lto.o"',
  ],
  ['bitcode', 'clang-lto.o', 'clang -g -flto $FLAGS -c unit.c -o clang-lto.o'],
  // Apple's targets wrap their bitcode.
  [
    'bitcode',
    'bitcode-wrapper.o',
    'clang -target arm64-apple-macos11 -g -flto $FLAGS -c unit.c -o bitcode-wrapper.o',
  ],
  [
    'archive',
    'archive.a',
    compiling('x86_64', 'gcc', '-gdwarf-5', 'unit.c', 'unit.o'),
    'ar rcD archive.a unit.o',
  ],
  [
    'big-endian',
    'ppc64-be.o',
    'clang -target powerpc64-linux-gnu -g $FLAGS -c unit.c -o ppc64-be.o',
  ],
  ['big-endian', 'mips.o', 'clang -target mips-linux-gnu -g $FLAGS -c unit.c -o mips.o'],
  ['x32', 'x32.o', 'clang -target x86_64-linux-gnux32 -g $FLAGS -c unit.c -o x32.o'],
  ['machine', 'riscv32.o', 'clang -target riscv32-linux-gnu -g $FLAGS -c unit.c -o riscv32.o'],
  ['mach-o', 'mach-o.o', 'clang -target x86_64-apple-macos11 -g $FLAGS -c unit.c -o mach-o.o'],
  ['coff', 'coff.obj', 'clang -target x86_64-windows-gnu -g $FLAGS -c unit.c -o coff.obj'],
  [
    'truncated',
    'truncated.o',
    compiling('x86_64', 'gcc', '-gdwarf-5', 'unit.c', 'unit.o'),
    'head -c 1000 unit.o >truncated.o',
  ],
  ['empty', 'empty.o', ': >empty.o'],
  ['text', 'text.txt', 'echo "struct xen_memory_reservation;" >text.txt'],
];

export const nothing: readonly Recipe[] = rows.map(([reason, name, ...steps]) => ({
  abi: null,
  sources: { 'unit.c': text, 'empty.c': 'int nothing;\n' },
  steps,
  needs: reason === 'gcc-lto' ? ['gcc'] : [],
  outputs: [{ file: `nothing/${name}`, nothing: reason }],
  claims: [],
}));
