import type { Elf } from './elf/index.js';
import { ObjectError } from './object-error.js';
import { LONGEST_NAME, textAt } from './reader.js';

/** A character for each byte: TextDecoder's latin1 is windows-1252, but for old versions of Node. */
const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** What files look like that are no ELF and no BTF, and what their owner can do. */
const KINDS: readonly (readonly [at: number, magic: string, what: string])[] = [
  [
    0,
    'BC\xc0\xde',
    'LLVM bitcode: it has no layouts yet; compile without -flto, or check what is linked from it',
  ],
  [
    0,
    '\xde\xc0\x17\x0b',
    'LLVM bitcode (wrapped): it has no layouts yet; compile without -flto, or check what is linked from it',
  ],
  [0, '!<arch>\n', 'an archive: check its members (ar x)'],
  [0, '!<thin>\n', 'a thin archive: check the objects that it names (ar t)'],
  [0x202, 'HdrS', 'a compressed kernel (bzImage): check the vmlinux inside it'],
  [0x38, 'ARMd', 'a kernel image without debug info: check its vmlinux'],
  [0x38, 'RSC\x05', 'a kernel image without debug info: check its vmlinux'],
  [0, 'MZ', 'a PE file; only ELF and BTF are read'],
  [0, '\x64\x86', 'a COFF object; only ELF and BTF are read'],
  [0, '\x4c\x01', 'a COFF object; only ELF and BTF are read'],
  [0, '\x64\xaa', 'a COFF object; only ELF and BTF are read'],
  [0, '\0asm', 'a WebAssembly file; only ELF and BTF are read'],
  [0, '\xcf\xfa\xed\xfe', 'a Mach-O file; only ELF and BTF are read'],
  [0, '\xce\xfa\xed\xfe', 'a Mach-O file; only ELF and BTF are read'],
  [0, '\x1f\x8b', 'compressed by gzip: decompress it first'],
  [0, '\xfd7zXZ', 'compressed by xz: decompress it first'],
  [0, '\x28\xb5\x2f\xfd', 'compressed by zstd: decompress it first'],
];

/** Why a file that does not begin as ELF or BTF cannot be checked. */
export function notAnObject(start: Uint8Array): ObjectError {
  const text = latin1(start);
  const kind = KINDS.find(([at, magic]) => text.startsWith(magic, at));
  const what = start.length === 0 ? 'an empty file' : 'neither ELF nor BTF';
  return new ObjectError('unsupported', '', null, kind ? kind[2] : what);
}

/** The name of the file that a `.gnu_debuglink` section points to; empty where there is none. */
export const debugLink = (bytes: Uint8Array): string =>
  bytes.length === 0 ? '' : textAt(bytes, '.gnu_debuglink', 0, LONGEST_NAME);

/** Why an ELF file has nothing to check. */
export function noDebugInfo(elf: Elf, link: string): ObjectError {
  const has = (pattern: RegExp): boolean => elf.sections.some(({ name }) => pattern.test(name));
  const because = (why: string) => new ObjectError('no-debug-info', '', null, why);
  if (has(/^\.gnu\.debuglto_|^\.gnu\.lto_/))
    return because(
      'only link-time debug info (-flto): compile with -fno-lto, or check what is linked from it',
    );
  if (has(/^\.llvmbc$|^\.llvm\.lto$/))
    return because(
      'LLVM bitcode inside an object: it has no layouts yet; check what is linked from it',
    );
  if (has(/^\.stab$/))
    return because('debug info of the old form stabs: compile with -gdwarf, or another compiler');
  if (has(/^\.ctf$/))
    return because('debug info of the form CTF alone (-gctf): compile with -gdwarf or -gbtf');
  if (link !== '') return because(`no debug info: it was moved to ${link}, check that file`);
  return because('no debug info: compile with -g');
}
