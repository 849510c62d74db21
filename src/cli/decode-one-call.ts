import { existsSync } from 'node:fs';
import {
  argumentsOf,
  type Call,
  createCallDecoder,
  kindOf,
  type Pasted,
  readPasted,
  SourceError,
  type SourceFragment,
} from '../capture/index.js';
import { hex } from '../codec/index.js';
import { codec } from '../xen-codec.js';
import type { ArchitectureName } from '../layout/index.js';
import { showCall } from './decode-capture.js';
import { tellProblem, tellReading } from './decode-source.js';
import { forcedFormat, type Show } from './decode.js';
import { Exit, FINDINGS, OK, usage } from './exit.js';
import { bytesOf, say } from './io.js';
import { abiNamed, interfaceNamed } from './names.js';
import { register } from './numbers.js';
import { hypercallInWords, registerInWords, startsName } from '../words/call.js';
import type { Given } from './verb.js';

/** A dump of guest memory, and what the command line calls it. */
interface Dump {
  readonly operand: string;
  readonly fragments: readonly SourceFragment[];
  readonly pasted: Pasted;
}

/** `FILE@ADDRESS`; a file of that very name has its addresses in it. */
function placeOf(operand: string): readonly [file: string, address?: bigint] {
  const at = operand.lastIndexOf('@');
  if (at < 0 || existsSync(operand)) return [operand];
  return [operand.slice(0, at), register(operand.slice(at + 1), 'the address')];
}

/** The fragments of one dump, at the address that is given for its first byte. */
async function dumpOf(operand: string, given: Given, show: Show): Promise<Dump | undefined> {
  const [file, address] = placeOf(operand);
  const input = await bytesOf(file);
  const format = forcedFormat(given);
  if ((format ?? kindOf(input)) === 'capture')
    throw usage(`${file} is a capture: decode it without --args`);
  try {
    const pasted = readPasted(input, format);
    const { fragments, hasAddresses } = pasted;
    if (!(await tellReading(file, pasted, show))) return undefined;
    if (address === undefined && !hasAddresses)
      throw usage(`${file} says no addresses: give --memory ${file}@ADDRESS`);
    const start = fragments[0]?.address ?? 0n;
    // What counts from 0 are offsets in a file; other addresses are where the bytes lay.
    if (address !== undefined && hasAddresses && start !== 0n && start !== address)
      throw usage(`${file} begins at ${hex(start)} by its own addresses, not at ${hex(address)}`);
    const move = address === undefined ? 0n : address - start;
    return {
      operand,
      pasted,
      fragments: fragments.map((f) => ({ ...f, address: f.address + move })),
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    await tellProblem(file, input, error, show);
    return undefined;
  }
}

/** The byte at which two fragments differ, if they have one in common. */
function clash(a: SourceFragment, b: SourceFragment): bigint | undefined {
  const from = a.address > b.address ? a.address : b.address;
  const [i, k] = [Number(from - a.address), Number(from - b.address)];
  const size = Math.min(a.bytes.length - i, b.bytes.length - k);
  for (let at = 0; at < size; at++)
    if (a.bytes[i + at] !== b.bytes[k + at]) return from + BigInt(at);
  return undefined;
}

/** All memory of the call: dumps may overlap where they agree. */
function memoryOf(dumps: readonly Dump[]): Call['memory'] {
  const all = dumps
    .flatMap(({ operand, fragments }) => fragments.map((f) => ({ ...f, operand })))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  let open: typeof all = [];
  for (const f of all) {
    const end = f.address + BigInt(f.bytes.length);
    if (end > 1n << 64n)
      throw usage(`--memory ${f.operand} runs past the end of the address space`);
    // Only those that reach this far can meet it: one of each dump.
    open = open.filter((g) => g.address + BigInt(g.bytes.length) > f.address);
    for (const g of open) {
      const at = clash(f, g);
      if (at === undefined) continue;
      const where = `differ at address 0x${at.toString(16)}`;
      throw new Exit(FINDINGS, `${f.operand} and ${g.operand} ${where}`);
    }
    open.push(f);
  }
  const later = dumps.flatMap(({ pasted }) => pasted.after ?? []);
  return all.map(({ address, bytes }) => {
    const after = laterBytes(address, bytes, later);
    return { address, before: bytes, ...(after && { after }) };
  });
}

/** The bytes as a session shows them later, where it does. */
function laterBytes(
  address: bigint,
  before: Uint8Array,
  later: readonly SourceFragment[],
): Uint8Array | undefined {
  let after: Uint8Array | undefined;
  for (const { address: start, bytes } of later) {
    const at = Number(start - address);
    const from = Math.max(0, -at);
    const part = bytes.subarray(from, Math.max(from, before.length - at));
    if (at >= before.length || part.length === 0) continue;
    after ??= before.slice();
    after.set(part, Math.max(at, 0));
  }
  return after;
}

/** The arguments that a session says, where --args does not. */
function sessionArguments(dumps: readonly Dump[], abi: ArchitectureName): readonly bigint[] {
  for (const { operand, pasted } of dumps) {
    const found = argumentsOf(pasted, abi);
    if (!found) continue;
    say(`xenabi: arguments by ${operand}: ${found.words}`);
    return found.args;
  }
  throw usage('no --memory has a session that says the arguments: give --args');
}

/** A word of an option that means nothing. */
const refuse =
  (option: string) =>
  (problem: string): Error =>
    usage(`--${option} ${problem}`);

/** Decodes the one call that the options describe. */
export async function decodeArguments(given: Given, show: Show): Promise<number> {
  const abiName = given.text('abi');
  if (abiName === undefined) throw usage('--args needs --abi (xenabi list abis names them)');
  if (given.operands.length > 0)
    throw usage(`--args takes its memory from --memory, not from ${given.operands[0]}`);
  const abi = abiNamed(abiName);
  const header = {
    abi: abi.name as ArchitectureName,
    interface: interfaceNamed(given.text('interface')),
  };
  const hypercall = Number(
    hypercallInWords(given.text('hypercall') ?? 'memory_op', refuse('hypercall')),
  );
  const dumps: Dump[] = [];
  for (const operand of given.texts('memory')) {
    const dump = await dumpOf(operand, given, show);
    if (!dump) return FINDINGS;
    dumps.push(dump);
  }
  const words = given.text('args')?.split(',');
  const args = words?.map((text, index) => {
    if (!startsName(text)) return register(text.trim(), '--args');
    const place = { hypercall, index, abi, interface: header.interface };
    return registerInWords(text, place, refuse('args'));
  });
  const result = dumps.find(({ pasted }) => pasted.result !== undefined)?.pasted.result;
  const call: Call = {
    kind: 'call',
    index: 0,
    line: 1,
    hypercall,
    args: args ?? sessionArguments(dumps, header.abi),
    memory: memoryOf(dumps),
    ...(result !== undefined && { result }),
    raw: {},
  };
  const decoded = createCallDecoder(header, codec)(call);
  const { argument } = decoded;
  // Memory was given, and for another address: the commonest mistake there is.
  const isElsewhere = dumps.length > 0 && argument?.known === 0;
  const isFinding = await showCall(decoded, show);
  if (isElsewhere) say(`xenabi: no --memory has the argument at ${hex(argument!.address)}`);
  return isFinding || (isElsewhere && show.strict) ? FINDINGS : OK;
}
