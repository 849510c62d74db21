import { type Command, type InterfaceName, interfaces } from '../../abi/index.js';
import type { Abi } from '../layout/index.js';
import {
  callVectors,
  MOST_CALLS,
  modelled,
  type StructLine,
  structVectors,
  vectorCommands,
} from '../vectors/index.js';
import { OK, usage } from './exit.js';
import { print } from './io.js';
import { interfaceOf, interfaceOption } from './interface.js';
import { abiNamed, structNamed } from './names.js';
import { numberOption } from './numbers.js';
import { printerNamed, vectorSource } from './vectors-to.js';
import { jsonText } from '../words/text.js';
import { isCommand, notACommand } from '../words/call.js';
import { moduleOption, structsOf } from './structs.js';
import type { Given, Verb } from './verb.js';
import { writeWhole } from './write-whole.js';

/** The command of that number, or name, in any case and with or without its prefix. */
function commandNamed(name: string, interfaceName: InterfaceName): Command {
  const there = vectorCommands(interfaceName);
  const found = there.find(isCommand(name));
  if (found) return found;
  const known = interfaces[interfaceName].find(isCommand(name));
  if (known)
    throw usage(
      `${known.name} answers with facts of the host that no vector can foretell; there are vectors of ${there.map((command) => command.name).join(', ')}`,
    );
  throw usage(notACommand(name, interfaceName));
}

/** The text to write: a line a vector, or the source of a program. */
async function textFor(given: Given, abi: Abi): Promise<Iterable<string>> {
  const printer = printerNamed(given.text('to'));
  if (!printer) return inText(await linesFor(given, abi));
  const name = given.text('struct');
  if (name === undefined)
    throw usage('--to c and --to rust are for --struct: a call needs a domain around it');
  if (given.flag('json')) throw usage('--json is --to json: not together with another --to');
  const type = structNamed(name, await structsOf(given, [name]), abi);
  const lines = (await linesFor(given, abi)) as Iterable<StructLine>;
  return [vectorSource(printer, type, abi, lines)];
}

function* inText(lines: Iterable<object>): Generator<string> {
  for (const line of lines) yield `${jsonText(line)}\n`;
}

async function linesFor(given: Given, abi: Abi): Promise<Iterable<object>> {
  const [commandName, structName] = [given.text('command'), given.text('struct')];
  if (commandName !== undefined && structName !== undefined)
    throw usage('vectors takes --command or --struct, not both');
  const seed = numberOption(given, 'seed', 0, 2 ** 32 - 1) ?? 0;
  if (structName !== undefined) {
    const count = numberOption(given, 'count', 1, 1_000_000) ?? 100;
    return structVectors(structNamed(structName, await structsOf(given, [structName]), abi), abi, {
      count,
      seed,
    });
  }
  if (given.text('module') !== undefined) throw usage('--module goes with --struct');
  const { name, commands: interfaceName } = interfaceOf(given);
  if (name !== interfaceName)
    throw usage(`vectors of commands are of xen-4.17 and pin-v4, not of ${name}`);
  const command = commandNamed(commandName!, interfaceName);
  const count = numberOption(given, 'count', 1, MOST_CALLS) ?? 100;
  if (!modelled.includes(abi.name))
    throw usage(
      `no guests of ${abi.name} are modelled: --command takes ${modelled.join(', ')}; --struct takes every architecture`,
    );
  return callVectors(command, abi, { count, seed, interface: interfaceName });
}

/** How a file of vectors begins: what else is there is nobody's to write over. */
const OURS = {
  mark: /^\{"kind":"struct","label":"|^\{"kind":"capture",[^\n]{0,200}"source":"xenabi vectors |^\/[/*] Test vectors of [^\n]{0,200}, made by xenabi/,
  otherwise: 'is no file of vectors; name another one with --out',
};

export const verb: Verb = {
  purpose: 'Make test vectors: structs with their values, or calls with what comes of them.',
  forms: [
    'vectors --struct S --abi A [--interface I] [--to json|c|rust] [--count N] [--seed N] [--out FILE] [--module FILE.js]',
    'vectors --command C --abi A [--interface I] [--count N] [--seed N] [--out FILE]',
  ],
  options: {
    struct: { type: 'string', value: 'S', meaning: 'vectors of a struct, for a codec' },
    command: {
      type: 'string',
      value: 'C',
      meaning: 'vectors of a memory command, for a hypervisor',
    },
    abi: { type: 'string', value: 'A', meaning: 'the architecture' },
    module: moduleOption,
    to: {
      type: 'string',
      value: 'json|c|rust',
      meaning: 'JSON Lines (the default), or of a struct: a C header, a Rust module',
    },
    interface: interfaceOption,
    count: {
      type: 'string',
      value: 'N',
      meaning: 'how many vectors, besides the calls that prepare them; 100 unless said',
    },
    seed: {
      type: 'string',
      value: 'N',
      meaning: 'the same seed gives the same vectors; 0 unless said',
    },
    out: {
      type: 'string',
      value: 'FILE',
      meaning: 'where to write them; standard output unless said',
    },
  },
  examples: [
    'xenabi vectors --struct xen_memory_exchange --abi x86_32 --count 10 --to c',
    'xenabi vectors --command exchange --abi x86_64 --count 20 | xenabi decode -',
  ],
  async run(given) {
    const [operand] = given.operands;
    if (operand !== undefined)
      throw usage(
        `vectors takes no argument, and ${operand} is one; it may be --struct ${operand}`,
      );
    if (given.text('command') === undefined && given.text('struct') === undefined)
      throw usage('vectors needs --struct or --command (xenabi list names both)');
    const abiName = given.text('abi');
    if (abiName === undefined) throw usage('vectors needs --abi (xenabi list abis names them)');
    const pieces = await textFor(given, abiNamed(abiName));
    const out = given.text('out') ?? '-';
    if (out !== '-') await writeWhole([{ path: out, pieces }], OURS);
    else for (const piece of pieces) print(piece);
    return OK;
  },
};
