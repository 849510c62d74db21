import { readdirSync, readFileSync } from 'node:fs';
import { sourceOf } from '../../../src/check/index.js';
import { contentsOf, isElf, readElf } from '../../../src/check/elf/index.js';
import { ObjectError } from '../../../src/check/object-error.js';
import { writeElf } from '../write-elf.js';

/** A file to start from. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const INTERESTING =
  /^\.z?debug_(info|abbrev|str|line_str|str_offsets|types|sup)|^\.BTF$|index$|^\.gnu_debugaltlink/;

/**
 * The same debug information as a linked file of the sections that are read, decompressed and
 * with relocations applied: each changed byte is then one that is read.
 */
function plain({ name, bytes }: Seed): readonly Seed[] {
  if (!isElf(bytes)) return [];
  try {
    const elf = readElf(sourceOf(bytes));
    const kept = elf.sections.filter((section) => INTERESTING.test(section.name));
    if (kept.length === 0) return [];
    const sections = kept.map((section) => ({
      name: section.name.replace('.zdebug', '.debug'),
      bytes: contentsOf(elf, section),
    }));
    const { machine, wordSize } = elf;
    return [{ name: `${name} (plain)`, bytes: writeElf(sections, { machine, wordSize }) }];
  } catch (error) {
    if (error instanceof ObjectError) return [];
    throw error;
  }
}

/** The committed objects, each as it is and as a plain one. */
export function corpusIn(folder: URL): readonly Seed[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(o|btf|so|dwo|dwp|exe|debug|common|pie|a)$/.test(name))
    .toSorted();
  const seeds = files.map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(new URL(name, folder))),
  }));
  return seeds.flatMap((seed) => [seed, ...plain(seed)]).filter(({ bytes }) => bytes.length > 0);
}
