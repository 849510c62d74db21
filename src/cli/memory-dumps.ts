import { existsSync } from 'node:fs';
import {
  argumentsOf,
  type Dump,
  DumpError,
  kindOf,
  type Pasted,
  readPasted,
  SourceError,
  type SourceFragment,
} from '../capture/index.js';
import { hex } from '../codec/index.js';
import type { Abi, ArchitectureName } from '../layout/index.js';
import { hypercallInWords } from '../words/call.js';
import { tellProblem, tellReading } from './decode-source.js';
import type { Show } from './decode.js';
import { Exit, FINDINGS, usage } from './exit.js';
import { forcedFormat } from './forced-format.js';
import { bytesOf, say } from './io.js';
import { register } from './numbers.js';
import { sampleOf } from './sample.js';
import type { Given } from './verb.js';

/** A dump of guest memory, what the command line calls it, and all that its file says. */
export interface MemoryDump extends Dump {
  /** Memory as the same file shows it later. */
  readonly later: readonly SourceFragment[];
  readonly pasted: Pasted;
}

/** `FILE@ADDRESS`; a file of that very name has its addresses in it. */
function placeOf(operand: string): readonly [file: string, address?: bigint] {
  const at = operand.lastIndexOf('@');
  if (at < 0 || existsSync(operand)) return [operand];
  return [operand.slice(0, at), register(operand.slice(at + 1), 'the address')];
}

/** How far the dump's bytes lie from where they are to be. */
function moveOf(option: string, operand: string, { fragments, hasAddresses }: Pasted): bigint {
  const [file, address] = placeOf(operand);
  const start = fragments[0]?.address ?? 0n;
  if (address === undefined) {
    if (!hasAddresses) throw usage(`${file} says no addresses: give --${option} ${file}@ADDRESS`);
    return 0n;
  }
  // What counts from 0 are offsets in a file; other addresses are where the bytes lay.
  if (hasAddresses && start !== 0n && start !== address)
    throw usage(`${file} begins at ${hex(start)} by its own addresses, not at ${hex(address)}`);
  return address - start;
}

const moved = (fragments: readonly SourceFragment[], by: bigint): SourceFragment[] =>
  fragments.map((one) => ({ ...one, address: one.address + by }));

const fits = ({ address, bytes }: SourceFragment): boolean =>
  address + BigInt(bytes.length) <= 1n << 64n;

/** Reads the file of one `--memory` or `--after`; nothing after saying why not. @throws Exit */
async function dumpOf(
  option: string,
  operand: string,
  given: Given,
  show: Show,
): Promise<MemoryDump | undefined> {
  const [file] = placeOf(operand);
  const input = await bytesOf(sampleOf(file));
  const format = await forcedFormat(given);
  if ((format ?? kindOf(input)) === 'capture')
    throw new Exit(FINDINGS, `${file} is a capture: decode it without --args`);
  try {
    const pasted = readPasted(input, format);
    if (!(await tellReading(file, pasted, show))) return undefined;
    const by = moveOf(option, operand, pasted);
    const fragments = moved(pasted.fragments, by);
    if (!fragments.every(fits))
      throw usage(`--${option} ${operand} runs past the end of the address space`);
    return { name: operand, fragments, later: moved(pasted.after ?? [], by), pasted };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    await tellProblem(file, input, error, show);
    return undefined;
  }
}

/** Reads the files that an option names; nothing after saying why one cannot be. @throws Exit */
export async function dumpsOf(
  option: 'memory' | 'after',
  given: Given,
  show: Show,
): Promise<MemoryDump[] | undefined> {
  const dumps: MemoryDump[] = [];
  for (const operand of given.texts(option)) {
    const dump = await dumpOf(option, operand, given, show);
    if (!dump) return undefined;
    dumps.push(dump);
  }
  return dumps;
}

/** The memory that dumps of a session show later, each under its own name. */
export const laterOf = (dumps: readonly MemoryDump[]): Dump[] =>
  dumps.flatMap(({ name, later }) => (later.length > 0 ? [{ name, fragments: later }] : []));

/** The arguments that a session says, where --args does not; they are told. @throws Exit */
export function sessionArguments(dumps: readonly MemoryDump[], abi: Abi): readonly bigint[] {
  for (const { name, pasted } of dumps) {
    const found = argumentsOf(pasted, abi.name as ArchitectureName);
    if (!found) continue;
    say(`xenabi: arguments by ${name}: ${found.words}`);
    return found.args;
  }
  throw usage('no --memory has a session that says the arguments: give --args');
}

/** What the sessions say that the call returned. @throws Exit where they do not agree */
export function sessionResult(dumps: readonly MemoryDump[], abi: Abi): bigint | undefined {
  const found = dumps.flatMap(({ name, pasted: { result } }) =>
    result === undefined ? [] : [{ name, result: BigInt.asIntN(abi.sizes.long * 8, result) }],
  );
  const other = found.find(({ result }) => result !== found[0]!.result);
  if (!other) return found[0]?.result;
  const [a, b] = [found[0]!, other].map(({ name, result }) => `${result} in ${name}`);
  throw new Exit(FINDINGS, `the result is ${a} and ${b}`);
}

/** The hypercall that --hypercall names or numbers. @throws Exit (wrong use) */
export function hypercallOption(given: Given): number | undefined {
  const word = given.text('hypercall');
  if (word === undefined) return undefined;
  return Number(hypercallInWords(word, (problem) => usage(`--hypercall ${problem}`)));
}

/** What dumps come to; where they contradict each other it is a finding. @throws Exit */
export function puttingTogether<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DumpError) throw new Exit(FINDINGS, error.message);
    throw error;
  }
}
