import {
  type Command,
  hypercalls,
  type InterfaceName,
  interfaces,
  MEMOP_EXTENT_SHIFT,
} from '../../../abi/index.js';
import { type Call, CaptureError, type CaptureHeader, toHex } from '../../capture/index.js';
import { readCall, readHeader } from '../../capture/records.js';
import { hex } from '../../codec/index.js';
import { architectures } from '../../layout/index.js';
import { headerLine, type Integer, type ScenarioFacts } from './scenario-header.js';
import { layOut, type ListInput, type Value } from './scenario-memory.js';

/** Scenarios from values: a capture's header and its calls, with nothing laid out by hand. */

export interface CallFacts {
  /** The argument's fields; those that are missing are 0. */
  readonly value?: Value;
  /**
   * Lists by the dotted path of their handle (`in.extent_start`), which is set to where the list
   * lies; so is the field that counts the elements, unless `value` has it.
   */
  readonly lists?: Readonly<Record<string, ListInput>>;
  /** Where the argument lies. */
  readonly at?: Integer;
  readonly startExtent?: Integer;
  /** The caller; the first domain by default. */
  readonly domid?: number;
  readonly label?: string;
}

export interface Scenario {
  readonly header: CaptureHeader;
  /** A call of a memory command by its name, `XENMEM_exchange`. @throws AbiError, RangeError */
  call(command: string, facts?: CallFacts): Call;
}

const SCRATCH = 0x100000n;

const refuse = (path: string, problem: string): CaptureError =>
  new CaptureError('capture', 1, 0, path, problem);

function commandNamed(name: string, commands: readonly Command[]): Command {
  const command = commands.find((c) => c.name === name);
  if (!command) throw new RangeError(`${name} is no command of this interface`);
  return command;
}

/**
 * A scenario: its header, and calls that `createRunner` takes one after the other. Header and
 * calls have the capture's lines in `raw`; `toJsonLines` makes a file of them for `xenabi run`.
 */
export function scenario(facts: ScenarioFacts): Scenario {
  const scratch = BigInt(facts.scratch ?? SCRATCH);
  const abi = architectures[facts.abi];
  const header = readHeader(headerLine(facts, scratch), refuse);
  const commands = interfaces[header.interface as InterfaceName];
  let calls = 0;
  return {
    header,
    call(name, { value = {}, lists = {}, at = scratch, startExtent = 0, domid, label } = {}) {
      const { number, argument } = commandNamed(name, commands);
      const word = (BigInt(startExtent) << BigInt(MEMOP_EXTENT_SHIFT)) | BigInt(number);
      const place = { abi, at: BigInt(at), scratch };
      const memory = argument ? layOut(place, argument, value, lists) : [];
      const line = {
        kind: 'call',
        label: label ?? name,
        hypercall: hypercalls.memory_op,
        args: argument ? [hex(word), hex(at)] : [hex(word)],
        memory: memory.map(({ address, bytes }) => ({
          address: hex(address),
          before: toHex(bytes),
        })),
        ...(domid !== undefined && { domid }),
      };
      calls++;
      return readCall(line, { index: calls - 1, line: calls + 1, header, refuse });
    },
  };
}

/** The text of a capture file: the header's line, then one line a call. */
export const toJsonLines = (header: CaptureHeader, calls: readonly Call[]): string =>
  [header, ...calls].map(({ raw }) => `${JSON.stringify(raw)}\n`).join('');
