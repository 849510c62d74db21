import { existsSync } from 'node:fs';
import {
  type Dump,
  DumpError,
  type Pasted,
  readPasted,
  SourceError,
  type SourceFragment,
} from '../capture/index.js';
import { hex } from '../codec/index.js';
import { hypercallInWords } from '../words/call.js';
import { forcedFormat } from './decode.js';
import { Exit, FINDINGS, usage } from './exit.js';
import { bytesOf, say } from './io.js';
import { register } from './numbers.js';
import type { Given } from './verb.js';

/** A dump of guest memory, what the command line calls it, and all that its file says. */
export interface MemoryDump extends Dump {
  /** Memory as the same file shows it later. */
  readonly later: readonly SourceFragment[];
  readonly registers: Pasted['registers'];
  readonly result?: bigint;
}

/** `FILE@ADDRESS`; a file of that very name has its addresses in it. */
function placeOf(operand: string): readonly [file: string, address?: bigint] {
  const at = operand.lastIndexOf('@');
  if (at < 0 || existsSync(operand)) return [operand];
  return [operand.slice(0, at), register(operand.slice(at + 1), 'the address')];
}

/** How far the dump's bytes lie from where they are to be. */
function moveOf(option: string, operand: string, read: Pasted): bigint {
  const [file, address] = placeOf(operand);
  const own = read.fragments[0]?.address ?? 0n;
  if (address === undefined) {
    if (!read.hasAddresses)
      throw usage(`${file} says no addresses: give --${option} ${file}@ADDRESS`);
    return 0n;
  }
  // What counts from 0 are offsets in a file; anything else is an address, and there is one.
  if (own !== 0n && own !== address)
    throw usage(
      `${file} begins at ${hex(own)} by its own account, and --${option} says ${hex(address)}`,
    );
  return address - own;
}

const moved = (fragments: readonly SourceFragment[], by: bigint): SourceFragment[] =>
  fragments.map((one) => ({ ...one, address: one.address + by }));

const fits = ({ address, bytes }: SourceFragment): boolean =>
  address + BigInt(bytes.length) <= 1n << 64n;

/** Reads the file of one `--memory` or `--after`. @throws Exit */
async function dumpOf(option: string, operand: string, given: Given): Promise<MemoryDump> {
  const [file] = placeOf(operand);
  const input = await bytesOf(file);
  try {
    const read = readPasted(input, forcedFormat(given));
    const by = moveOf(option, operand, read);
    for (const sentence of read.said) say(`xenabi: ${file}: ${sentence}`);
    if (read.guess !== undefined) {
      const guess = `${file}: read as ${read.style}, which is a guess: ${read.guess}`;
      if (given.flag('strict')) throw new Exit(FINDINGS, guess);
      say(`xenabi: ${guess}`);
    }
    const fragments = moved(read.fragments, by);
    if (!fragments.every(fits))
      throw usage(`--${option} ${operand} runs past the end of the address space`);
    return {
      name: operand,
      fragments,
      later: moved(read.after ?? [], by),
      registers: read.registers,
      ...(read.result !== undefined && { result: read.result }),
    };
  } catch (error) {
    if (error instanceof SourceError) throw new Exit(FINDINGS, `${file}: ${error.message}`);
    throw error;
  }
}

/** Reads the files that an option names, one after the other. @throws Exit */
export async function dumpsOf(option: 'memory' | 'after', given: Given): Promise<MemoryDump[]> {
  const dumps: MemoryDump[] = [];
  for (const operand of given.texts(option)) dumps.push(await dumpOf(option, operand, given));
  return dumps;
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
