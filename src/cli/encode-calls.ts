import { callFromJson, callLine, CaptureError, headerLine } from '../capture/index.js';
import { type Abi, type ArchitectureName } from '../layout/index.js';
import { printable } from '../words/text.js';
import { type Item, itemsIn } from './encode-items.js';
import { FINDINGS, OK, usage } from './exit.js';
import { inputOf } from './input.js';
import { interfaceOf } from './interface.js';
import { printJson, printLine, say } from './io.js';
import { lazyCodec } from './lazy-codec.js';
import type { Given } from './verb.js';

/** Why an item is no call in words. */
function problemOf(item: Item): string | undefined {
  if ('problem' in item) return item.problem;
  const { value } = item;
  const isCall = typeof value === 'object' && value !== null && 'hypercall' in value;
  return isCall
    ? undefined
    : 'is no call: it has no hypercall (values of a struct need --struct; xenabi list structs names them)';
}

/** Writes a capture of calls that are given in words, as `decode --json` says them. */
export async function encodeCalls(given: Given, abi: Abi): Promise<number> {
  for (const option of ['to', 'module'])
    if (given.text(option) !== undefined) throw usage(`--${option} goes with --struct`);
  const [file = '-', other] = given.operands;
  if (other !== undefined) throw usage(`encode takes one input, and ${other} is another`);
  const { name, commands } = interfaceOf(given);
  const header = {
    abi: abi.name as ArchitectureName,
    interface: commands,
    raw: { interface: name },
  };
  const codec = lazyCodec();
  let status = OK;
  let index = 0;
  for await (const item of itemsIn(inputOf(file))) {
    if (index === 0) await printLine(headerLine({ abi: header.abi, interface: name }));
    const refuse = (path: string, problem: string): CaptureError =>
      new CaptureError('capture', index + 1, 0, path, problem);
    const fail = async (path: string, message: string): Promise<void> => {
      const error = { code: 'capture', path, offset: 0, message };
      if (given.flag('json')) await printJson({ error, index });
      say(`xenabi: ${printable(message)}`);
      status = FINDINGS;
    };
    const problem = problemOf(item);
    if (problem !== undefined || 'problem' in item) await fail('', `call ${index} ${problem}`);
    else
      try {
        const call = await callFromJson(
          item.value as Record<string, unknown>,
          header,
          codec,
          refuse,
        );
        await printLine(callLine(call));
      } catch (error) {
        if (!(error instanceof CaptureError)) throw error;
        await fail(error.path, error.message.replace(/^line (\d+)/, `call ${index}`));
      }
    index++;
  }
  return status;
}
