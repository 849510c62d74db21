import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

interface Manifest {
  readonly version: string;
  readonly bin: { readonly xenabi: string };
  readonly man: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | null | Readonly<Record<string, string>>>>;
}
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** One of those that a pattern of the manifest stands for. */
export const example = (path: string, text = path): string =>
  text.replace('*', path.includes('/abi/') ? 'domctl' : 'xen_memory_exchange');

/** The modules that the package exports, as a user writes them. */
export const entries: readonly string[] = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === 'object' && target !== null)
  .map(([path]) => join('xenabi', example(path)));

/** A folder outside the project in which the packed package is installed. */
export interface Installed {
  readonly folder: string;
  /** The files of the tarball. */
  readonly files: readonly string[];
  remove(): void;
}

/** Packs dist/ as it is and installs the tarball elsewhere, as npm does but for the network. */
export function install(): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'xenabi-'));
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const packed = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  const [{ filename, files }] = JSON.parse(packed) as [
    { filename: string; files: { path: string }[] },
  ];
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  renameSync(join(folder, 'package'), join(modules, 'xenabi'));
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }))
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir');
  return {
    folder,
    files: files.map(({ path }) => path),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

/** What a command printed, whether or not it failed. */
export function output(file: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(file, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`;
  }
}
