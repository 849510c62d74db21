import { isCompound } from '../../layout/index.js';
import { type Elf, readElf } from '../elf/index.js';
import type { Findings, ReadOptions } from '../found.js';
import { ObjectError } from '../object-error.js';
import { textOf } from './attributes.js';
import { AT } from './constants.js';
import { isDeclared } from './declared.js';
import { type Dwarf, openDwarf } from './dwarf.js';
import { type Entry, readEntry } from './entry.js';
import { findNamed } from './find.js';
import { type LowerBounds, lowerBounds } from './lower-bound.js';
import { keepsSplit, readSections, supplementName } from './sections.js';
import { dwarfTypes } from './types.js';
import type { Unit } from './units.js';
import type { Place } from './value.js';
import { wantedNames } from './wanted.js';

type Options = ReadOptions & { readonly abi: NonNullable<ReadOptions['abi']> };

/**
 * Hands over the structs, unions and typedefs of these names, unit by unit; a unit that cannot
 * be read is told, and the next one is read.
 * @returns the versions found, as `DWARF 4 and 5`
 */
export function findInDwarf(
  elf: Elf,
  names: readonly string[],
  options: Options,
  findings: Findings,
): string {
  const versions = new Set<number>();
  searchFile(elf, names, options, findings, versions, 'object');
  return `DWARF ${[...versions].toSorted((a, b) => a - b).join(' and ')}`.trimEnd();
}

/** Structs of wanted names in one unit that are tried in vain: only a broken unit has more. */
const MOST_UNREADABLE = 100;
/** Files that are looked for and are not there, or are one that was read: each costs a search. */
const MOST_IN_VAIN = 500;
const tooMany = ({ unit, at }: Place): ObjectError => {
  const why = `more than ${MOST_UNREADABLE} structs cannot be read; the rest of the unit is left out`;
  return new ObjectError('malformed', unit.section.name, at, why);
};

/** What is wrong with a file that an object names is said of that file, and the rest goes on. */
function blaming(name: string, findings: Findings): Findings {
  const blamed = ({ code, section, offset, why }: ObjectError): ObjectError =>
    new ObjectError(code, `${name}${section && `, ${section}`}`, offset, why);
  return {
    ...findings,
    problem: (error) => findings.problem(blamed(error)),
    unreadable: (struct, error) => findings.unreadable(struct, blamed(error)),
  };
}

/** Does what reads a file that an object names. @returns nothing where it cannot be read */
function attempt<T>(findings: Findings, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    findings.problem(error);
    return undefined;
  }
}

/** The file that a file says it shares with others, where it can be found and read. */
interface Shared {
  readonly elf: Elf;
  readonly dwarf: Dwarf;
  readonly findings: Findings;
}

function openSupplement(elf: Elf, options: Options, findings: Findings): Shared | undefined {
  const name = attempt(findings, () => supplementName(elf)) ?? '';
  if (name === '') return undefined;
  const source = options.open?.(name, '');
  const its = blaming(name, findings);
  if (source)
    return attempt(its, () => {
      const elf = readElf(source);
      const dwarf = openDwarf(readSections(elf), undefined, () => {});
      return { elf, dwarf, findings: its };
    });
  const refused = options.refused?.(name);
  const why = refused === undefined ? ', which was not found' : `: ${refused}`;
  const what = `part of the debug info is in ${name}${why}`;
  findings.problem(new ObjectError('no-debug-info', '', null, what));
  return undefined;
}

/**
 * @param role what an object names is opened; what that names itself is not, or it never ends.
 * `inside` is what is split off and kept in the object itself.
 * @param importers of a file that others share: where their arrays begin
 */
function searchFile(
  elf: Elf,
  names: readonly string[],
  options: Options,
  findings: Findings,
  versions: Set<number>,
  role: 'object' | 'beside' | 'inside',
  importers?: LowerBounds,
): void {
  const sections = role === 'inside' ? readSections(elf, true) : readSections(elf);
  const shared = role === 'object' ? openSupplement(elf, options, findings) : undefined;
  const supplement = shared?.dwarf;
  const dwarf = openDwarf(sections, supplement, findings.problem);
  const bounds = importers ?? lowerBounds(dwarf);
  if (shared)
    attempt(shared.findings, () =>
      searchFile(shared.elf, names, options, shared.findings, versions, 'beside', bounds),
    );
  const wanted = wantedNames(names);
  const types = dwarfTypes(options.abi, bounds);
  const total = sections.units.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let done = 0;
  /** A package has the flesh of all units at once, and so has an object that keeps it. */
  let isPackaged = false;
  const opened = new Set<string>();
  let inVain = 0;
  function search(unit: Unit): void {
    const root = readEntry({ unit, at: unit.first });
    if (!root) return;
    if (role === 'object' && !sections.isSplit) openSplit(root);
    const errors = new Set<ObjectError>();
    for (const named of findNamed(unit, wanted)) {
      try {
        const layout = types.layoutAt(named);
        if (isCompound(layout)) {
          const found = { layout, unit: textOf(root, AT.name) ?? '' };
          findings.found(named.name, found, !named.isTypedef);
        } else if (isDeclared(named)) findings.declared(named.name);
      } catch (error) {
        if (!(error instanceof ObjectError)) throw error;
        findings.unreadable(named.name, error);
        if (errors.add(error).size > MOST_UNREADABLE) throw tooMany(named);
      }
    }
  }

  /** A unit may be a skeleton, whose flesh is in a file of its own (DWARF 5, 7.3.2). */
  function openSplit(root: Entry): void {
    const name = textOf(root, AT.dwo_name) ?? textOf(root, AT.GNU_dwo_name);
    if (name === undefined || isPackaged) return;
    const folder = textOf(root, AT.comp_dir) ?? '';
    const key = `${folder}\0${name}`;
    if (opened.has(key) || inVain > MOST_IN_VAIN) return;
    if (keepsSplit(elf)) {
      isPackaged = true;
      searchFile(elf, names, options, findings, versions, 'inside');
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
    attempt(its, () => searchFile(readElf(flesh), names, options, its, versions, 'beside'));
  }

  for (const unit of dwarf.units) {
    versions.add(unit.version);
    try {
      search(unit);
    } catch (error) {
      if (!(error instanceof ObjectError)) throw error;
      findings.problem(error);
    }
    done += unit.end - unit.start;
    options.progress?.(done, total);
  }
}
