import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subjects } from './subjects.js';

/** A line of shell that dumps the file `data`; $SIZE is its size in bytes. */
export interface Recipe {
  readonly line: string;
  /** The subjects that are dumped; by default others for each recipe. */
  readonly of?: readonly string[];
  /** How many of them by default; 2 where it is not said. */
  readonly count?: number;
  /** Only subjects that are a whole number of so many bytes. */
  readonly unit?: number;
  /** What the dump shows of the subject, where not all; `null`: nothing, it is no dump. */
  readonly shows?: (all: Uint8Array) => Uint8Array | null;
  /** Where the first byte lies by the dump's own account; 0 by default. */
  readonly address?: bigint;
}

/** A program that prints bytes. */
export interface Tool {
  readonly name: string;
  /** Commands that have to be there, with the Debian packages that have them. */
  readonly needs: Readonly<Record<string, string>>;
  /** Prints what version it is. */
  readonly version: string;
  /** Files beside `data`, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines that run once, before all recipes. */
  readonly build?: readonly string[];
  /** Lines that run for each subject, before its recipes. */
  readonly prepare?: readonly string[];
  readonly recipes: readonly Recipe[];
}

/** What a tool printed: a line of the fixtures. */
export interface Dump {
  readonly how: string;
  readonly of: string;
  readonly address: string;
  /** The bytes that the text shows, in hex; `null` for a text that is no dump. */
  readonly bytes: string | null;
  readonly text: string;
}

/** Recipes that have all but their lines in common. */
export const recipes = (lines: readonly string[], rest: Omit<Recipe, 'line'> = {}): Recipe[] =>
  lines.map((line) => ({ line, ...rest }));

/** For what every reader has to take: all of the subjects. */
export const all = { of: Object.keys(subjects) };

function shell(line: string, folder: string, size = 0): string {
  // The system's own programs first: wrappers of others take seconds for each call.
  const path = `/usr/bin:/bin:${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH: path, LC_ALL: 'C.UTF-8', TERM: 'dumb', SIZE: String(size) };
  const run = spawnSync('sh', ['-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env,
    timeout: 30_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.status !== 0)
    throw new Error(
      [`${line}: exit ${run.status}`, ...run.stderr.split('\n').slice(0, 6)].join('\n'),
    );
  return run.stdout;
}

/** What a recipe prints: nothing where this version of the tool cannot do it, which is told. */
function attempt(line: string, folder: string, size: number): string {
  try {
    return shell(line, folder, size);
  } catch (error) {
    console.error((error as Error).message);
    return '';
  }
}

/** Some subjects, others for each recipe, so that every subject meets every tool. */
const someOf = (index: number, count: number, names: readonly string[]): string[] =>
  names.filter((_, i) => (i - index * 3 - (i > 6 ? 1 : 0)) % Math.ceil(names.length / count) === 0);

function subjectsOf({ of, count = 2, unit = 1 }: Recipe, index: number): readonly string[] {
  const fitting = Object.keys(subjects).filter((name) => subjects[name]!.length % unit === 0);
  return of ? of.filter((name) => fitting.includes(name)) : someOf(index, count, fitting);
}

/** Everything that a tool is to print, printed. @throws Error where it cannot be prepared. */
export function dumpsOf(tool: Tool): Dump[] {
  const folder = mkdtempSync(join(tmpdir(), 'dumps-'));
  try {
    for (const [name, content] of Object.entries(tool.files ?? {}))
      writeFileSync(join(folder, name), content);
    for (const line of tool.build ?? []) shell(line, folder);
    const asked = tool.recipes.map((recipe, i) => ({ recipe, of: subjectsOf(recipe, i) }));
    return Object.entries(subjects).flatMap(([name, subject]) => {
      writeFileSync(join(folder, 'data'), subject);
      const mine = asked.filter(({ of }) => of.includes(name));
      if (mine.length === 0) return [];
      for (const line of tool.prepare ?? []) shell(line, folder, subject.length);
      return mine.flatMap(({ recipe: { line, shows, address = 0n } }) => {
        const bytes = shows ? shows(subject) : subject;
        const text = attempt(line, folder, subject.length);
        if (text === '') return [];
        const [how, of] = [line, name];
        const shown = bytes && Buffer.from(bytes).toString('hex');
        return { how, of, address: `0x${address.toString(16)}`, bytes: shown, text };
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const versionOf = (tool: Tool): string =>
  shell(tool.version, tmpdir()).split('\n')[0]?.trim() ?? '';
