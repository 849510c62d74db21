import { toHex } from '../capture/index.js';
import { printable } from '../words/text.js';
import { AbiError } from '../codec/index.js';
import { fromWords } from '../words/from-words.js';
import { codec } from '../xen-codec.js';
import { dotted, type Abi } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { FINDINGS, OK, usage } from './exit.js';
import { printBytes, printJson, printLine, say } from './io.js';
import { type Item, itemsIn } from './encode-items.js';
import { inputOf } from './input.js';
import { abiNamed, structNamed } from './names.js';
import { moduleOption, structsOf } from './structs.js';
import type { Verb } from './verb.js';
import { interfaceOption } from './interface.js';

const FORMS = ['hex', 'raw', 'c'] as const;

interface Target {
  readonly type: CompoundType;
  readonly abi: Abi;
  readonly to: (typeof FORMS)[number];
  readonly json: boolean;
}

async function write(
  bytes: Uint8Array,
  index: number,
  { type, abi, to, json }: Target,
): Promise<void> {
  if (json) printJson({ struct: type.name, abi: abi.name, index, bytes: toHex(bytes) });
  else if (to === 'raw') printBytes(bytes);
  else if (to === 'hex') printLine(toHex(bytes));
  else
    printLine(`{ ${Array.from(bytes, (byte) => `0x${toHex(Uint8Array.of(byte))}`).join(', ')} }`);
}

async function encode(item: Item, index: number, target: Target): Promise<boolean> {
  const { type, abi, json } = target;
  try {
    const problem =
      'problem' in item
        ? item.problem
        : item.isCall
          ? 'is a call: leave --struct out, or take its argument, as in jq .argument.before'
          : item.struct !== undefined && item.struct !== type.name
            ? `is of ${printable(item.struct)}, not of ${type.name}`
            : undefined;
    if (problem !== undefined || 'problem' in item) {
      const message = `value ${index} ${problem}`;
      if (json) printJson({ error: { code: 'json', path: '', offset: 0, message }, index });
      say(`xenabi: ${message}`);
      return false;
    }
    const value = fromWords(type, item.value, abi) as never;
    await write(codec<CompoundType>(type, abi).encode(value), index, target);
    return true;
  } catch (error) {
    if (!(error instanceof AbiError)) throw error;
    const { code, path, offset, message } = error;
    if (json) printJson({ error: { code, path: dotted(path), offset, message }, index });
    say(`xenabi: value ${index}: ${printable(message)}`);
    return false;
  }
}

export const verb: Verb = {
  purpose: 'Turn values or whole calls, one JSON document or JSON Lines, into bytes.',
  forms: [
    'encode [FILE|-] --struct S --abi A [--to hex|raw|c] [--interface I] [--module FILE.js]',
    'encode [FILE|-] --abi A [--interface I]',
  ],
  options: {
    struct: {
      type: 'string',
      value: 'S',
      meaning:
        'the struct that the values are; without it they are calls, as decode --json has them',
    },
    abi: { type: 'string', value: 'A', meaning: 'the architecture to write for' },
    interface: interfaceOption,
    module: moduleOption,
    to: {
      type: 'string',
      value: 'F',
      meaning: 'hex (the default), raw, or c: an initialiser of bytes',
    },
  },
  examples: [
    `echo '{"domid":32752}' | xenabi encode --struct xen_memory_domain --abi x86_64`,
    `echo '{"domid":32752}' | xenabi encode --struct xen_memory_domain --abi arm64 --to c`,
  ],
  async run(given) {
    const [name, abiName] = [given.text('struct'), given.text('abi')];
    if (abiName === undefined) throw usage('encode needs --abi (xenabi list abis names them)');
    if (name === undefined) {
      const { encodeCalls } = await import('./encode-calls.js');
      return encodeCalls(given, abiNamed(abiName));
    }
    const to = FORMS.find((form) => form === (given.text('to') ?? 'hex'));
    if (!to) throw usage(`--to is hex, raw or c, not ${given.text('to')}`);
    const abi = abiNamed(abiName);
    const target: Target = {
      type: structNamed(name, await structsOf(given, [name]), abi),
      abi,
      to,
      json: given.flag('json'),
    };
    const [file = '-', other] = given.operands;
    if (other !== undefined) throw usage(`encode takes one input, and ${other} is another`);
    let status = OK;
    let index = 0;
    for await (const item of itemsIn(inputOf(file))) {
      const isFine = await encode(item, index++, target);
      if (isFine) continue;
      status = FINDINGS;
      // Raw bytes have no places but their own: what followed would be taken for this value.
      if (to === 'raw') break;
    }
    return status;
  },
};
