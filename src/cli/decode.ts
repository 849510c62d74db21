import { existsSync } from 'node:fs';
import { kindOf } from '../capture/index.js';
import { decodeCapture } from './decode-capture.js';
import { Exit, FINDINGS, SYSTEM, usage } from './exit.js';
import { forcedFormat } from './forced-format.js';
import { interfaceOption } from './interface.js';
import { type Input, inputOf, peek } from './input.js';
import { isBlank } from '../words/text.js';
import { moduleOption, structsFinder } from './structs.js';
import type { Given, Verb } from './verb.js';

/** How decode shows what it finds. */
export interface Show {
  readonly json: boolean;
  readonly view: 'fields' | 'bytes';
  /** Words of a list before the rest is counted. */
  readonly most: number;
  /** Warnings make the exit status 1, and a guess is refused. */
  readonly strict: boolean;
  /** JSON says what the input was read as. */
  readonly verbose: boolean;
}

function showOf(given: Given): Show {
  const view = given.text('view') ?? 'fields';
  if (view !== 'fields' && view !== 'bytes') throw usage(`--view is fields or bytes, not ${view}`);
  if (given.text('view') !== undefined && given.flag('json'))
    throw usage('--view is for people; --json has every field and byte');
  return {
    json: given.flag('json'),
    view,
    most: given.flag('all') ? Infinity : 8,
    strict: given.flag('strict'),
    verbose: given.flag('verbose'),
  };
}

/** Hex on the command line is what is no file and has nothing but digits and separators. */
const isInlineHex = (text: string): boolean =>
  /^(?:0x|\\x)?[\da-f]/i.test(text) && /^[\da-fx\\,:_\s-]+$/i.test(text);

function chooseInput({ operands }: Given): Input {
  const [first, ...rest] = operands;
  if (first === undefined || first === '-') {
    if (first === undefined && process.stdin.isTTY)
      throw usage('decode needs a file, hex, or - for standard input');
    if (rest.length > 0) throw usage(`decode takes one input, and ${rest[0]} is another`);
    return inputOf('-');
  }
  if (!existsSync(first) && operands.every(isInlineHex))
    return { name: 'the command line', chunks: [new TextEncoder().encode(operands.join(' '))] };
  if (rest.length > 0) throw usage(`decode takes one input, and ${rest[0]} is another`);
  if (!existsSync(first)) throw new Exit(SYSTEM, `${first}: no such file, and no bytes in hex`);
  return inputOf(first);
}

/** A capture shows in its first line; the start of any other text may not be enough. */
const isCapture = (head: Uint8Array): boolean => head.length > 64 && kindOf(head) === 'capture';

/** What an input is, where its beginning or the user says it: text is still to be recognised. */
async function formatOf(given: Given, input: Input): Promise<readonly [string, Input]> {
  const format = await forcedFormat(given);
  if (format) return [format, input];
  const [head, whole] = await peek(input, isCapture);
  if (isBlank(head) && given.text('struct') === undefined)
    throw new Exit(FINDINGS, `${input.name} is empty`);
  return [kindOf(head), whole];
}

/** Options that mean nothing in this form are a mistake of the caller's. */
function refuseOptions(given: Given, names: readonly string[], why: string): void {
  for (const name of names) if (given.texts(name).length > 0) throw usage(`--${name} ${why}`);
}

export const verb: Verb = {
  purpose: 'Say what captured hypercall buffers mean, in words or as JSON.',
  forms: [
    'decode [FILE|-|HEX] [--struct S --abi A] [--from F] [--offset N] [--view fields|bytes] [--module FILE.js]',
    'decode --abi A [--args 0xb,0x…] --memory FILE@ADDRESS…',
  ],
  options: {
    struct: { type: 'string', value: 'S', meaning: 'the struct that the bytes are, back to back' },
    abi: { type: 'string', value: 'A', meaning: 'the architecture that wrote them' },
    from: {
      type: 'string',
      value: 'F',
      meaning: 'auto (the default), or a name of `xenabi list sources`',
    },
    module: moduleOption,
    offset: { type: 'string', value: 'N', meaning: 'bytes to skip before the first struct' },
    view: {
      type: 'string',
      value: 'V',
      meaning: 'fields (the default), or bytes with field boundaries',
    },
    all: { type: 'boolean', meaning: 'every element of every list' },
    args: {
      type: 'string',
      value: 'R,R',
      meaning: 'the argument registers of one call; without them a session in --memory says them',
    },
    memory: {
      type: 'string',
      multiple: true,
      value: 'FILE@ADDRESS',
      meaning: 'a dump of guest memory; the address may be left out if it is in the dump',
    },
    hypercall: { type: 'string', value: 'N', meaning: 'its number; 12, memory_op, by default' },
    interface: interfaceOption,
    strict: { type: 'boolean', meaning: 'exit with 1 on warnings too, and refuse a guess' },
    verbose: { type: 'boolean', meaning: 'with --json: a first object about the input' },
  },
  examples: [
    'xenabi decode sample:exchange.jsonl',
    'xenabi decode --struct xen_memory_domain --abi x86_64 f07f',
  ],
  async run(given) {
    const show = showOf(given);
    const isCall = given.text('args') !== undefined || given.texts('memory').length > 0;
    if (isCall) {
      const call = given.text('args') === undefined ? '--memory' : '--args';
      refuseOptions(given, ['struct', 'offset', 'module'], `does not go with ${call}`);
      const { decodeArguments } = await import('./decode-one-call.js');
      return decodeArguments(given, show);
    }
    refuseOptions(given, ['hypercall'], 'goes with --args');
    if (given.text('struct') === undefined)
      refuseOptions(given, ['interface'], 'goes with --struct or --args');
    const [format, input] = await formatOf(given, chooseInput(given));
    if (format !== 'capture') {
      const { decodeStructs } = await import('./decode-structs.js');
      return decodeStructs(input, format, given, show);
    }
    refuseOptions(given, ['struct', 'abi', 'offset'], 'is for bytes: a capture says it itself');
    return decodeCapture(input, show, await structsFinder(given));
  },
};
