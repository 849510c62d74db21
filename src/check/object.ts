import { findInBtf } from './btf/find.js';
import { type Btf, readBtf } from './btf/blob.js';
import { numbering } from './distinct.js';
import { findInDwarf } from './dwarf/search.js';
import type { Findings, FoundStruct, ObjectStructs, ReadOptions } from './found.js';
import { hasDwarf } from './dwarf/sections.js';
import { bytesAt, contentsNamed, isElf, readElf } from './elf/index.js';
import { abiOf } from './machine.js';
import { debugLink, noDebugInfo, notAnObject } from './no-debug-info.js';
import { ObjectError } from './object-error.js';
import type { ObjectSource } from './source.js';
import type { Abi } from '../layout/index.js';

const isBtf = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x9f && bytes[1] === 0xeb) || (bytes[0] === 0xeb && bytes[1] === 0x9f);

const startOf = (source: ObjectSource): Uint8Array => source.read(0, Math.min(source.size, 0x240));

/** Definitions of one name that are compared: more differ by design. */
const MOST_DEFINITIONS = 100;
/** Members of all definitions that are kept, each counted once. */
const MOST_KEPT = 2 ** 18;
/** Things that are told to be wrong; any more are counted. */
const MOST_PROBLEMS = 1000;

/** What was found, each definition once; a typedef with `_t` counts as the struct of its name. */
function collect(names?: ReadonlySet<string>) {
  const structs = new Map<string, FoundStruct[]>();
  const known = new Map<string, Map<number, number>>();
  const declared = new Set<string>();
  const unreadable = new Set<string>();
  const problems = new Map<string, ObjectError>();
  let unsaid = 0;
  const { numberOf, size } = numbering();
  let isFull = false;
  const asked = (name: string): string =>
    !names || names.has(name) ? name : name.replace(/_t$/, '');
  const findings: Findings = {
    found(written, found, isOwn) {
      const name = asked(written);
      if (size() > MOST_KEPT) {
        const why = `the definitions have more than ${MOST_KEPT} members together; the others are not compared`;
        if (!isFull) findings.problem(new ObjectError('unsupported', '', null, why));
        isFull = true;
        return;
      }
      const struct = { ...found, name: written, isTag: isOwn && written === name };
      const all = structs.get(name) ?? [];
      structs.set(name, all);
      const numbers = known.get(name) ?? new Map<number, number>();
      known.set(name, numbers);
      const number = numberOf(struct.layout);
      const old = numbers.get(number);
      if (old !== undefined) {
        if (struct.isTag && all[old]?.isTag === false) all[old] = struct;
        return;
      }
      numbers.set(number, all.length);
      if (all.length < MOST_DEFINITIONS) all.push(struct);
      else if (numbers.size === MOST_DEFINITIONS + 1) {
        const why = `${name} has more than ${MOST_DEFINITIONS} definitions; the others are not compared`;
        findings.problem(new ObjectError('unsupported', '', null, why));
      }
    },
    declared: (written) => void declared.add(asked(written)),
    unreadable(written, { code, section, offset, why }) {
      const name = asked(written);
      if (unreadable.has(name)) return;
      unreadable.add(name);
      findings.problem(new ObjectError(code, section, offset, `${name} cannot be read: ${why}`));
    },
    problem(error) {
      // Units that share what is wrong do not each say so.
      if (problems.has(error.message)) return;
      if (problems.size < MOST_PROBLEMS) problems.set(error.message, error);
      else unsaid++;
    },
  };
  const allProblems = (): readonly ObjectError[] =>
    unsaid === 0
      ? [...problems.values()]
      : [...problems.values(), new ObjectError('unsupported', '', null, `${unsaid} more problems`)];
  return { structs, declared, unreadable, allProblems, findings };
}

/** The BTF of a file: the whole of it, or its section `.BTF`. */
function btfOf(source: ObjectSource, base?: Btf): Btf {
  const start = startOf(source);
  if (isBtf(start)) return readBtf(bytesAt(source, 0, source.size, 'the BTF'), '.BTF', base);
  if (!isElf(start)) throw notAnObject(start);
  const elf = readElf(source);
  const bytes = contentsNamed(elf, '.BTF');
  // With it the object is complete: its numbers go on where these end.
  const distilled = contentsNamed(elf, '.BTF.base');
  const own = distilled.length > 0 && { ...readBtf(distilled, '.BTF.base'), isDistilled: true };
  if (bytes.length > 0) return readBtf(bytes, '.BTF', own || base);
  throw new ObjectError('no-debug-info', '', null, 'no BTF in it');
}

/** The BTF that a split one is based on. What is wrong with it is said of it. */
function baseOf(source: ObjectSource, abi: Abi): Btf {
  try {
    const start = startOf(source);
    const own = isElf(start) ? abiOf(readElf(source)) : abi;
    if (own !== abi)
      throw new ObjectError(
        'unsupported',
        '',
        null,
        `it is of ${own.name}, the object of ${abi.name}`,
      );
    return btfOf(source);
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    throw new ObjectError(error.code, 'the base BTF', error.offset, error.why);
  }
}

/**
 * The structs, unions and typedefs of these names in an ELF object or a raw BTF blob, or all that
 * have a name; a name also finds itself with `_t`. DWARF is read where there is any, else BTF.
 * @throws ObjectError when there is nothing to read, or nothing can be read of it
 */
export function readObject(
  source: ObjectSource,
  names: readonly string[] | undefined,
  options: ReadOptions = {},
): ObjectStructs {
  const start = startOf(source);
  const elf = isElf(start) ? readElf(source) : undefined;
  if (!elf && !isBtf(start)) throw notAnObject(start);
  const abi = options.abi ?? (elf && abiOf(elf));
  if (!abi)
    throw new ObjectError('no-architecture', '', null, 'BTF does not name its architecture');
  const wanted = names?.flatMap((name) => [name, `${name}_t`]);
  const { structs, declared, unreadable, allProblems, findings } = collect(names && new Set(names));
  let format: string;
  if (elf && hasDwarf(elf)) format = findInDwarf(elf, wanted, { ...options, abi }, findings);
  else if (!elf || contentsNamed(elf, '.BTF').length > 0) {
    findInBtf(btfOf(source, options.base && baseOf(options.base, abi)), wanted, abi, findings);
    format = 'BTF';
  } else throw noDebugInfo(elf, debugLink(contentsNamed(elf, '.gnu_debuglink')));
  return { abi, format, structs, declared, unreadable, problems: allProblems() };
}
