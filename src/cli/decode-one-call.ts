import { commandHypercall, loadHypercall } from '../../abi/index.js';
import { type Call, changesOf, createLazyDecoder } from '../capture/index.js';
import { hex } from '../codec/index.js';
import type { ArchitectureName } from '../layout/index.js';
import { callInWords } from '../words/registers.js';
import { showCall } from './decode-capture.js';
import type { Show } from './decode.js';
import { FINDINGS, OK, usage } from './exit.js';
import { say } from './io.js';
import {
  dumpsOf,
  hypercallOption,
  laterOf,
  puttingTogether,
  sessionArguments,
  sessionResult,
} from './memory-dumps.js';
import { interfaceOf } from './interface.js';
import { abiNamed } from './names.js';
import { lazyCodec } from './lazy-codec.js';
import type { Given } from './verb.js';

/** Decodes the one call that the options describe. */
export async function decodeArguments(given: Given, show: Show): Promise<number> {
  const abiName = given.text('abi');
  if (abiName === undefined) throw usage('--args needs --abi (xenabi list abis names them)');
  if (given.operands.length > 0)
    throw usage(`--args takes its memory from --memory, not from ${given.operands[0]}`);
  const abi = abiNamed(abiName);
  const { name, commands } = interfaceOf(given);
  const header = {
    abi: abi.name as ArchitectureName,
    interface: commands,
    raw: { interface: name },
  };
  const hypercall = hypercallOption(given);
  const args = given.text('args');
  const table = hypercall === undefined ? undefined : await loadHypercall(hypercall);
  const told =
    args === undefined
      ? undefined
      : callInWords({ args, hypercall, abi, interface: header.interface, table }, (problem) =>
          usage(`--args ${problem}`),
        );
  const dumps = await dumpsOf('memory', given, show);
  if (!dumps) return FINDINGS;
  const result = sessionResult(dumps, abi);
  const call: Call = {
    kind: 'call',
    index: 0,
    line: 1,
    ...(told ?? {
      hypercall: hypercall ?? commandHypercall.number,
      args: sessionArguments(dumps, abi),
    }),
    memory: puttingTogether(() => changesOf(dumps, laterOf(dumps))).memory,
    ...(result !== undefined && { result }),
    raw: {},
  };
  const decoded = await createLazyDecoder(header, lazyCodec())(call);
  const { argument } = decoded;
  // Memory was given, and for another address: the commonest mistake there is.
  const isElsewhere = dumps.length > 0 && argument?.known === 0;
  const isFinding = await showCall(decoded, show);
  if (isElsewhere) say(`xenabi: no --memory has the argument at ${hex(argument!.address)}`);
  return isFinding || (isElsewhere && show.strict) ? FINDINGS : OK;
}
