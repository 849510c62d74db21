import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A sentence for whoever runs the script; no stack trace belongs to it. */
export class GoldenError extends Error {
  override readonly name = 'GoldenError';
}

export interface Compiler {
  readonly name: 'clang' | 'gcc';
  readonly version: string;
  /** Options that choose an architecture, by its name. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
}

const clangTargets = {
  x86_32: ['-target', 'i386-linux-gnu'],
  x86_64: ['-target', 'x86_64-linux-gnu'],
  arm32: ['-target', 'arm-linux-gnueabihf'],
  arm64: ['-target', 'aarch64-linux-gnu'],
  riscv64: ['-target', 'riscv64-linux-gnu'],
  ppc64: ['-target', 'powerpc64le-linux-gnu'],
};

// -fms-extensions: a tag without a name is an anonymous member. It changes no layout.
const common = ['-c', '-std=gnu11', '-ffreestanding', '-fms-extensions', '-w'];

/** C for one architecture of a compiler. */
export interface CSource {
  readonly compiler: Compiler;
  readonly abi: string;
  readonly options: readonly string[];
  readonly text: string;
}
interface Compiled {
  readonly object: Uint8Array;
  /** What the compiler printed. */
  readonly output: string;
}

function attempt(
  compiler: string,
  options: readonly string[],
  text: string,
): Compiled | { readonly errors: string } {
  const folder = mkdtempSync(join(tmpdir(), 'xenabi-golden-'));
  try {
    const [from, to] = [join(folder, 'golden.c'), join(folder, 'golden.o')];
    writeFileSync(from, text);
    const run = spawnSync(compiler, [...common, ...options, from, '-o', to], { encoding: 'utf8' });
    return run.status === 0
      ? { object: readFileSync(to), output: run.stdout }
      : { errors: run.stderr ?? '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compiles; nothing is linked or executed. @throws GoldenError with the compiler's errors. */
export function compile({ compiler, abi, options, text }: CSource): Compiled {
  const outcome = attempt(compiler.name, [...(compiler.targets[abi] ?? []), ...options], text);
  if ('object' in outcome) return outcome;
  const shown = outcome.errors.split('\n').filter((line) => line.includes('error:'));
  throw new GoldenError(
    `${compiler.name} refuses the C file for ${abi}:\n${shown.slice(0, 20).join('\n')}`,
  );
}

const versionOf = (name: string): string | null => {
  const run = spawnSync(name, ['--version'], { encoding: 'utf8' });
  return run.status === 0 ? (run.stdout.split('\n')[0] ?? '') : null;
};

/** clang, which compiles for every architecture. @throws GoldenError when it is missing. */
export function clang(): Compiler {
  const version = versionOf('clang');
  if (version === null)
    throw new GoldenError('clang was not found; install it (Debian: apt install clang).');
  return { name: 'clang', version, targets: clangTargets };
}

/** gcc for the architectures that this one compiles for: x86 or none. */
export function gcc(): Compiler {
  const targets = Object.entries({ x86_32: ['-m32'], x86_64: ['-m64'] });
  const usable = targets.filter(([, options]) => 'object' in attempt('gcc', options, 'int x;'));
  return {
    name: 'gcc',
    version: versionOf('gcc') ?? 'gcc was not found',
    targets: Object.fromEntries(usable),
  };
}
