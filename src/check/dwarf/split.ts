import { type Elf, readElf } from '../elf/index.js';
import type { Findings, ReadOptions } from '../found.js';
import { ObjectError } from '../object-error.js';
import { textOf } from './attributes.js';
import { attempt, blaming } from './blame.js';
import { AT } from './constants.js';
import type { Entry } from './entry.js';
import { keepsSplit } from './sections.js';

/** Files that are looked for and are not there, or are one that was read: each costs a search. */
const MOST_IN_VAIN = 500;

/**
 * Opens what is split off the units of an object: a unit may be a skeleton, whose flesh is in a
 * file of its own (DWARF 5, 7.3.2).
 * @param search searches the object itself once more for what it keeps, or another file
 * @returns what is called with the first entry of each unit. @throws ObjectError
 */
export function splitOpener(
  elf: Elf,
  options: ReadOptions,
  findings: Findings,
  search: (elf: Elf, role: 'inside' | 'beside', findings: Findings) => void,
): (root: Entry) => void {
  /** A package has the flesh of all units at once, and so has an object that keeps it. */
  let isPackaged = false;
  const opened = new Set<string>();
  let inVain = 0;

  return (root) => {
    const name = textOf(root, AT.dwo_name) ?? textOf(root, AT.GNU_dwo_name);
    if (name === undefined || isPackaged) return;
    const folder = textOf(root, AT.comp_dir) ?? '';
    const key = `${folder}\0${name}`;
    if (opened.has(key) || inVain > MOST_IN_VAIN) return;
    if (keepsSplit(elf)) {
      isPackaged = true;
      search(elf, 'inside', findings);
      return;
    }
    opened.add(key);
    if (inVain === MOST_IN_VAIN) {
      inVain++;
      const why = `${MOST_IN_VAIN} files of split debug info were not found, or were read already; no others are looked for`;
      throw new ObjectError('unsupported', root.unit.section.name, root.at, why);
    }
    let source = options.open?.(name, folder);
    if (!source) {
      source = options.openPackage?.(name);
      isPackaged = source !== undefined;
    }
    if (!source) {
      inVain++;
      const refused = options.refused?.(name);
      const why =
        refused === undefined ? ', which was not found beside the object' : `: ${refused}`;
      const what = `the debug info is in ${name}${why}`;
      throw new ObjectError('no-debug-info', root.unit.section.name, root.at, what);
    }
    // Thousands of names may be one file's.
    if (source.id !== undefined && opened.has(source.id)) return void inVain++;
    opened.add(source.id ?? key);
    const its = blaming(name, findings);
    const flesh = source;
    attempt(its, () => search(readElf(flesh), 'beside', its));
  };
}
