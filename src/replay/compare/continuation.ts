import { MEMOP_CMD_MASK, MEMOP_EXTENT_SHIFT } from '../../../abi/index.js';
import type { Call } from '../../capture/index.js';
import { hex, numberToJson } from '../../codec/index.js';
import { FactError, object, whole } from '../../hypervisor/header/header-values.js';
import { type IssuedCommand, RESERVATIONS } from '../issued-command.js';
import type { Difference } from './difference.js';

/** A command word that the hypervisor was entered with, and what it then answered. */
interface Entry {
  readonly path: string;
  readonly word: bigint;
  /** The inner result; nothing for what a register alone shows. */
  readonly result?: bigint;
}

/** What a recorder saw of preemption: each entry of the call, and the register at its end. */
function entriesOf(call: Call): Entry[] {
  const observed = object(call.raw['observed'], 'observed');
  const entries = observed['entries'] ?? [];
  if (!Array.isArray(entries)) throw new FactError('observed.entries', 'is no array');
  const seen = entries.map((entry: unknown, i): Entry => {
    const path = `observed.entries[${i}]`;
    const [word, result] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    const value = whole({ word }, 'word', path);
    if (value === undefined || !Number.isSafeInteger(result))
      throw new FactError(path, 'is no command word with a result');
    return { path, word: value, result: BigInt(result as number) };
  });
  const word = whole(observed, 'registerAfter', 'observed');
  return word === undefined ? seen : [...seen, { path: 'observed.registerAfter', word }];
}

/** Looks at what a line says of preemption before its call is executed. @throws FactError */
export const checkContinuation = (call: Call): void => void entriesOf(call);

/**
 * Where a call was preempted is the hypervisor's choice; but a continuation is of the same
 * command, begins where the one before it ended or later, and not past what was done. The last
 * of the inner results is the call's.
 */
export function* compareContinuation(
  call: Call,
  issued: IssuedCommand | undefined,
): Generator<Difference> {
  const entries = entriesOf(call);
  if (entries.length === 0 || !issued) return;
  const { command } = issued;
  const isDone = RESERVATIONS.has(command.name) && call.result !== undefined && call.result >= 0n;
  const most = isDone ? call.result : undefined;
  let least = issued.asked.startExtent;
  for (const { path, word } of entries) {
    const extent = word >> BigInt(MEMOP_EXTENT_SHIFT);
    const isSame = (word & BigInt(MEMOP_CMD_MASK)) === BigInt(command.number);
    if (!isSame || extent < least || (most !== undefined && extent > most)) {
      const until = most === undefined ? '' : ` to ${most}`;
      const expected = `command ${command.number} from extent ${least}${until}`;
      yield { what: 'result', path, expected, actual: hex(word) };
    } else least = extent;
  }
  const last = entries.findLast(({ result }) => result !== undefined);
  if (last?.result === undefined || call.result === undefined || last.result === call.result)
    return;
  yield {
    what: 'result',
    path: last.path,
    expected: numberToJson(call.result),
    actual: numberToJson(last.result),
  };
}
