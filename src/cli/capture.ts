import { commandHypercall, loadHypercall } from '../../abi/index.js';
import { callLine, changesOf, type Call, createCallDecoder, headerLine } from '../capture/index.js';
import { hex } from '../codec/index.js';
import type { Abi, ArchitectureName } from '../layout/index.js';
import { callInWords, type CallRegisters } from '../words/registers.js';
import { codec } from '../xen-codec.js';
import { appendTo, openCapture } from './append.js';
import type { Show } from './decode.js';
import { Exit, FINDINGS, OK, usage } from './exit.js';
import { print, say } from './io.js';
import {
  dumpsOf,
  hypercallOption,
  laterOf,
  type MemoryDump,
  puttingTogether,
  sessionArguments,
  sessionResult,
} from './memory-dumps.js';
import type { NamedInterface } from '../words/interface.js';
import { interfaceOf, interfaceOption } from './interface.js';
import { abiNamed } from './names.js';
import { resultOption } from './numbers.js';
import type { Given, Verb } from './verb.js';

/** Of a session's registers only those that the hypercall has mean anything, where it was not named. */
const COMMAND_ARGUMENTS = commandHypercall.registers.members.length;

interface Asked {
  readonly abi: Abi;
  readonly interface: NamedInterface;
  readonly before: readonly MemoryDump[];
  readonly after: readonly MemoryDump[];
}

async function registersOf(
  given: Given,
  { abi, interface: { commands }, before }: Asked,
): Promise<CallRegisters> {
  const told = hypercallOption(given);
  const table = told === undefined ? undefined : await loadHypercall(told);
  const args = given.text('args');
  if (args !== undefined)
    return callInWords({ args, hypercall: told, abi, interface: commands, table }, (problem) =>
      usage(`--args ${problem}`),
    );
  const hypercall = told ?? commandHypercall.number;
  const shown = sessionArguments(before, abi);
  const most = hypercall === commandHypercall.number ? COMMAND_ARGUMENTS : shown.length;
  return { hypercall, args: shown.slice(0, most) };
}

/** The call that the options and their files describe. */
async function callOf(given: Given, asked: Asked): Promise<Call> {
  const { abi, before, after } = asked;
  const registers = await registersOf(given, asked);
  const { memory, unseen } = puttingTogether(() =>
    changesOf(before, [...laterOf(before), ...after]),
  );
  const result = resultOption(given, abi) ?? sessionResult([...before, ...after], abi);
  const [first] = unseen;
  if (result !== undefined && first) {
    const more = unseen.length > 1 ? ` and ${unseen.length - 1} more` : '';
    const where = `${hex(first.address)} to ${hex(first.end - 1n)}${more}`;
    say(`xenabi: taken for unchanged, since nothing shows it after the call: ${where}`);
  }
  const label = given.text('label');
  return {
    kind: 'call',
    index: 0,
    line: 1,
    ...registers,
    ...(label !== undefined && { label }),
    memory,
    ...(result !== undefined && { result }),
    raw: {},
  };
}

/** The interface of a call that is added to a capture of `its`. @throws Exit */
function interfaceFor(given: Given, its: NamedInterface | undefined): NamedInterface {
  if (its && given.text('interface') === undefined) return its;
  const told = interfaceOf(given);
  if (its && (its.release !== told.release || its.commands !== told.commands))
    throw usage(
      `${given.text('append')} is a capture of ${its.name}, and --interface says ${told.name}`,
    );
  return told;
}

/** Whether the argument is in no dump; a session's registers alone are not believed then. */
function checkArgument(
  call: Call,
  given: Given,
  { abi, interface: { name, commands } }: Asked,
): void {
  const header = {
    abi: abi.name as ArchitectureName,
    interface: commands,
    raw: { interface: name },
  };
  const { argument } = createCallDecoder(header, codec)(call);
  if (call.memory.length === 0 || argument?.known !== 0) return;
  const problem = `no --memory has the argument at ${hex(argument.address)}`;
  if (given.text('args') === undefined)
    throw new Exit(FINDINGS, `${problem}: say with --args what the registers were`);
  say(`xenabi: ${problem}`);
}

export const verb: Verb = {
  purpose: 'Write one call of a capture from its registers and dumps of its memory.',
  forms: [
    'capture --abi A --args R=V,… --memory FILE[@ADDRESS]… [--after FILE[@ADDRESS]…] [--result N]',
    'capture --abi A --memory SESSION [--append FILE]',
  ],
  options: {
    abi: { type: 'string', value: 'A', meaning: 'the architecture of the caller' },
    args: {
      type: 'string',
      value: 'R=V,…',
      meaning: 'registers by name (rdi=0xb,rsi=0x…), or the arguments in their order',
    },
    hypercall: { type: 'string', value: 'N', meaning: 'its name or number; memory_op by default' },
    memory: {
      type: 'string',
      multiple: true,
      value: 'FILE@ADDRESS',
      meaning: 'memory before the call; the address may be left out if it is in the dump',
    },
    after: {
      type: 'string',
      multiple: true,
      value: 'FILE@ADDRESS',
      meaning: 'the same memory after it; what is not shown is unchanged',
    },
    result: { type: 'string', value: 'N', meaning: 'what the call returned: 0, -22 or -EINVAL' },
    label: { type: 'string', value: 'T', meaning: 'a name for the call' },
    append: { type: 'string', value: 'FILE', meaning: 'add to this capture, or begin it' },
    interface: interfaceOption,
    from: { type: 'string', value: 'F', meaning: 'the notation of all dumps; auto by default' },
    strict: { type: 'boolean', meaning: 'refuse a dump whose notation is a guess' },
  },
  examples: [
    'xenabi capture --abi x86_64 --memory sample:exchange.before --after sample:exchange.after',
    'xenabi capture --abi arm64 --args x0=XENMEM_maximum_ram_page --result 0x40000',
  ],
  async run(given) {
    if (given.operands.length > 0)
      throw usage(`capture takes files with --memory and --after, not as ${given.operands[0]}`);
    const abiName = given.text('abi');
    if (abiName === undefined) throw usage('capture needs --abi (xenabi list abis names them)');
    const abi = abiNamed(abiName);
    const file = given.text('append');
    const strict = given.flag('strict');
    const open = file === undefined ? undefined : await openCapture(file, abi);
    const asked = interfaceFor(given, open?.interface);
    const show: Show = { json: false, view: 'fields', most: 0, strict, verbose: false };
    const before = await dumpsOf('memory', given, show);
    const after = before && (await dumpsOf('after', given, show));
    if (!before || !after) return FINDINGS;
    const all = { abi, interface: asked, before, after };
    const call = await callOf(given, all);
    checkArgument(call, given, all);
    const header = headerLine({ abi: abi.name as ArchitectureName, interface: asked.name });
    const lines = `${open?.interface ? '' : `${header}\n`}${callLine(call)}\n`;
    if (file === undefined) print(lines);
    else appendTo(file, `${open?.isCut === true ? '\n' : ''}${lines}`);
    return OK;
  },
};
