import { isCompound } from '../../layout/index.js';
import { type Elf, readElf } from '../elf/index.js';
import type { Findings, ReadOptions } from '../found.js';
import { ObjectError } from '../object-error.js';
import { textOf } from './attributes.js';
import { attempt, blaming } from './blame.js';
import { AT } from './constants.js';
import { isDeclared } from './declared.js';
import { type Dwarf, openDwarf } from './dwarf.js';
import { type Entry, readEntry } from './entry.js';
import { findNamed } from './find.js';
import { type LowerBounds, lowerBounds } from './lower-bound.js';
import { readSections, supplementName } from './sections.js';
import { splitOpener } from './split.js';
import { dwarfTypes } from './types.js';
import type { Place } from './value.js';
import { everyName, type Wanted, wantedNames } from './wanted.js';

type Options = ReadOptions & { readonly abi: NonNullable<ReadOptions['abi']> };

/**
 * Hands over the structs, unions and typedefs of these names, or of all, unit by unit; a unit that cannot
 * be read is told, and the next one is read.
 * @returns the versions found, as `DWARF 4 and 5`
 */
export function findInDwarf(
  elf: Elf,
  names: readonly string[] | undefined,
  options: Options,
  findings: Findings,
): string {
  const versions = new Set<number>();
  searchFile(elf, { names, options, findings, versions }, 'object');
  return `DWARF ${[...versions].toSorted((a, b) => a - b).join(' and ')}`.trimEnd();
}

/** Structs of wanted names in one unit that are tried in vain: only a broken unit has more. */
const MOST_UNREADABLE = 100;
const tooMany = ({ unit, at }: Place): ObjectError => {
  const why = `more than ${MOST_UNREADABLE} structs cannot be read; the rest of the unit is left out`;
  return new ObjectError('malformed', unit.section.name, at, why);
};

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

/** What is looked for, and who hears of it. */
interface Search {
  readonly names: readonly string[] | undefined;
  readonly options: Options;
  readonly findings: Findings;
  /** Of all files together. */
  readonly versions: Set<number>;
}

/** What an object names is opened; what that names itself is not, or it never ends. */
type Role =
  | 'object'
  | 'beside'
  /** What is split off and kept in the object itself. */
  | 'inside';

/** @param importers of a file that others share: where their arrays begin */
function searchFile(elf: Elf, search: Search, role: Role, importers?: LowerBounds): void {
  const { names, options, findings, versions } = search;
  const sections = role === 'inside' ? readSections(elf, true) : readSections(elf);
  const shared = role === 'object' ? openSupplement(elf, options, findings) : undefined;
  const dwarf = openDwarf(sections, shared?.dwarf, findings.problem);
  const bounds = importers ?? lowerBounds(dwarf);
  if (shared) {
    const its = { ...search, findings: shared.findings };
    attempt(shared.findings, () => searchFile(shared.elf, its, 'beside', bounds));
  }
  const openSplit =
    role === 'object' && !sections.isSplit
      ? splitOpener(elf, options, findings, (elf, role, findings) =>
          searchFile(elf, { ...search, findings }, role),
        )
      : () => {};
  const wanted = names ? wantedNames(names) : everyName;
  const types = dwarfTypes(options.abi, bounds);
  const total = sections.units.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let done = 0;
  for (const unit of dwarf.units) {
    versions.add(unit.version);
    attempt(findings, () => {
      const root = readEntry({ unit, at: unit.first });
      if (!root) return;
      openSplit(root);
      searchUnit(root, wanted, types, findings);
    });
    done += unit.end - unit.start;
    options.progress?.(done, total);
  }
}

/** @param root the unit's first entry */
function searchUnit(
  root: Entry,
  wanted: Wanted,
  types: ReturnType<typeof dwarfTypes>,
  findings: Findings,
): void {
  const errors = new Set<ObjectError>();
  for (const named of findNamed(root.unit, wanted)) {
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
