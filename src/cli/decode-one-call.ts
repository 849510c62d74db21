import { hypercalls, interfaces } from '../../abi/index.js';
import {
  type Call,
  createCallDecoder,
  readSource,
  recognise,
  SourceError,
  type SourceFragment,
} from '../capture/index.js';
import { codec } from '../index.js';
import { showCall } from './decode-capture.js';
import { numberOption, type Show } from './decode.js';
import { Exit, FINDINGS, OK, usage } from './exit.js';
import { bytesOf } from './io.js';
import { abiNamed } from './names.js';
import { nearest } from './nearest.js';
import type { Given } from './verb.js';

function integer(text: string, what: string): bigint {
  if (!/^(\d+|0x[\da-f]+)$/i.test(text)) throw usage(`${what} ${text} is no integer`);
  return BigInt(text);
}

/** The fragments of one dump; `FILE@ADDRESS` says where its first byte lay. */
async function dumpOf(operand: string): Promise<readonly SourceFragment[]> {
  const at = operand.lastIndexOf('@');
  const file = at < 0 ? operand : operand.slice(0, at);
  const address = at < 0 ? undefined : integer(operand.slice(at + 1), 'the address');
  const input = await bytesOf(file);
  const format = recognise(input);
  if (format === 'capture') throw usage(`${file} is a capture: decode it without --args`);
  try {
    const { fragments, hasAddresses } = readSource(input, format);
    if (address === undefined && !hasAddresses)
      throw usage(`${file} says no addresses: give --memory ${file}@ADDRESS`);
    const start = fragments[0]?.address ?? 0n;
    return fragments.map((f) => ({
      ...f,
      address: address === undefined ? f.address : address + f.address - start,
    }));
  } catch (error) {
    if (error instanceof SourceError) throw new Exit(FINDINGS, `${file}: ${error.message}`);
    throw error;
  }
}

/** Decodes the one call that the options describe. */
export async function decodeArguments(given: Given, show: Show): Promise<number> {
  const abiName = given.text('abi');
  if (abiName === undefined) throw usage('--args needs --abi (xenabi list abis names them)');
  if (given.operands.length > 0)
    throw usage(`--args takes its memory from --memory, not from ${given.operands[0]}`);
  const abi = abiNamed(abiName);
  const name = given.text('interface') ?? 'xen-4.17';
  const names = Object.keys(interfaces);
  if (!names.includes(name))
    throw usage(
      `${name} is no interface${nearest(name, names) || `; there are ${names.join(', ')}`}`,
    );
  const memory: SourceFragment[] = [];
  for (const operand of given.texts('memory')) memory.push(...(await dumpOf(operand)));
  const call: Call = {
    kind: 'call',
    index: 0,
    line: 1,
    hypercall: numberOption(given, 'hypercall') ?? hypercalls.memory_op,
    args: (given.text('args') ?? '').split(',').map((text) => integer(text.trim(), '--args')),
    memory: memory.map(({ address, bytes }) => ({ address, before: bytes })),
    raw: {},
  };
  const decoded = createCallDecoder({ abi: abi.name, interface: name }, codec)(call);
  return (await showCall(decoded, show)) ? FINDINGS : OK;
}
