import { hypercallRegisters, hypercalls, type InterfaceName } from '../../abi/index.js';
import { callLine, changesOf, type Call, createCallDecoder, headerLine } from '../capture/index.js';
import { hex } from '../codec/index.js';
import type { Abi, ArchitectureName } from '../layout/index.js';
import { callInWords, type CallRegisters } from '../words/registers.js';
import { codec } from '../xen-codec.js';
import { appendTo, openCapture } from './append.js';
import { Exit, FINDINGS, OK, usage } from './exit.js';
import { print, say } from './io.js';
import { dumpsOf, hypercallOption, type MemoryDump, puttingTogether } from './memory-dumps.js';
import { abiNamed, interfaceNamed } from './names.js';
import { resultOption } from './numbers.js';
import type { Given, Verb } from './verb.js';

/** Of a session's registers only those that memory_op has mean anything. */
const MEMORY_OP_ARGUMENTS = 2;

/** One value that several files show; they have to agree. @throws Exit */
function agreed(
  dumps: readonly MemoryDump[],
  what: string,
  of: (dump: MemoryDump) => bigint | undefined,
): bigint | undefined {
  const first = dumps.find((dump) => of(dump) !== undefined);
  const other = dumps.find((dump) => of(dump) !== undefined && of(dump) !== of(first!));
  if (!other) return first && of(first);
  const [a, b] = [first!, other].map((dump) => `${hex(of(dump)!)} in ${dump.name}`);
  throw new Exit(FINDINGS, `${what} is ${a} and ${b}`);
}

/**
 * The registers of a call from what sessions show of them. Where the session was stopped nobody
 * knows: at a function the number's register is not yet loaded, so it is not looked at.
 */
function shownRegisters(
  dumps: readonly MemoryDump[],
  abi: Abi,
  hypercall: number | undefined,
): string | undefined {
  const names = hypercallRegisters[abi.name]?.arguments ?? [];
  const most =
    (hypercall ?? hypercalls.memory_op) === hypercalls.memory_op ? MEMORY_OP_ARGUMENTS : 5;
  const shown: string[] = [];
  for (const name of names.slice(0, most)) {
    const value = agreed(dumps, name, ({ registers }) => registers.get(name));
    if (value === undefined) break;
    shown.push(`${name}=${hex(value)}`);
  }
  return shown.length > 0 ? shown.join(',') : undefined;
}

interface Asked {
  readonly abi: Abi;
  readonly interface: InterfaceName;
  readonly before: readonly MemoryDump[];
}

function registersOf(given: Given, { abi, interface: name, before }: Asked): CallRegisters {
  const hypercall = hypercallOption(given);
  const told = given.text('args');
  const args = told ?? shownRegisters(before, abi, hypercall);
  if (args === undefined)
    throw usage('capture needs --args, or a --memory with the registers of a session in it');
  if (told === undefined) say(`xenabi: registers as the session shows them: ${args}`);
  return callInWords({ args, hypercall, abi, interface: name }, (problem) =>
    usage(`--args ${problem}`),
  );
}

/** A result as a session prints it, signed or not. */
const asRegister = (value: bigint, abi: Abi): bigint => BigInt.asIntN(abi.sizes.long * 8, value);

/** The call that the options and their files describe. */
async function callOf(given: Given, asked: Asked): Promise<Call> {
  const { before } = asked;
  const after = await dumpsOf('after', given);
  const registers = registersOf(given, asked);
  const later = before.flatMap((dump) =>
    dump.later.length > 0 ? [{ name: dump.name, fragments: dump.later }] : [],
  );
  const { memory, unseen } = puttingTogether(() => changesOf(before, [...later, ...after]));
  const shown = agreed([...before, ...after], 'the result', (dump) => dump.result);
  const result = resultOption(given, asked.abi) ?? (shown && asRegister(shown, asked.abi));
  if (result !== undefined && unseen.length > 0) {
    const [{ address, end }] = unseen as [(typeof unseen)[0]];
    const more = unseen.length > 1 ? ` and ${unseen.length - 1} more` : '';
    say(
      `xenabi: taken for unchanged, since nothing shows it after the call: ${hex(address)} to ${hex(end - 1n)}${more}`,
    );
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

/** Whether the argument is in no dump; a session's registers alone are not believed then. */
function checkArgument(call: Call, given: Given, { abi, interface: name }: Asked): void {
  const header = { abi: abi.name as ArchitectureName, interface: name };
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
    interface: { type: 'string', value: 'I', meaning: 'xen-4.17 (the default) or pin-v4' },
    from: { type: 'string', value: 'F', meaning: 'the notation of all dumps; auto by default' },
    strict: { type: 'boolean', meaning: 'refuse a dump whose notation is a guess' },
  },
  examples: [
    'xenabi capture --abi arm64 --args x0=1,x1=0x40001000 --memory test/samples/decrease.xp',
    'xenabi capture --abi x86_64 --args rdi=0xb,rsi=0x403040 --memory test/samples/exchange.before --after test/samples/exchange.after --result 0',
  ],
  async run(given) {
    if (given.operands.length > 0)
      throw usage(`capture takes files with --memory and --after, not as ${given.operands[0]}`);
    const abiName = given.text('abi');
    if (abiName === undefined) throw usage('capture needs --abi (xenabi list abis names them)');
    const abi = abiNamed(abiName);
    const file = given.text('append');
    const told = given.text('interface');
    const open = file === undefined ? undefined : await openCapture(file, abi, told);
    const name = open?.interface ?? interfaceNamed(told);
    const asked = { abi, interface: name, before: await dumpsOf('memory', given) };
    const call = await callOf(given, asked);
    checkArgument(call, given, asked);
    const header = headerLine({ abi: abi.name as ArchitectureName, interface: name });
    const lines = `${open?.hasHeader === true ? '' : `${header}\n`}${callLine(call)}\n`;
    if (file === undefined) await print(lines);
    else appendTo(file, `${open?.isCut === true ? '\n' : ''}${lines}`);
    return OK;
  },
};
