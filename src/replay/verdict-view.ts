import { hypercalls, type InterfaceName, interfaces, MEMOP_CMD_MASK } from '../../abi/index.js';
import { type Call, type CaptureHeader, errnoName, printable } from '../capture/index.js';
import { hex, type Json } from '../codec/index.js';
import type { Difference } from './compare/difference.js';
import type { Verdict } from './verdict.js';

/** A verdict as `replay --json` prints it. */
export const verdictToJson = ({ call, verdict, differences, reason }: Verdict): Json => ({
  call: call.index,
  label: call.label ?? null,
  verdict,
  differences: differences.map(({ what, path, address, offset, expected, actual }) => ({
    what,
    path,
    address: address === undefined ? null : hex(address),
    offset: offset ?? null,
    expected,
    actual,
  })),
  reason: reason ?? null,
});

function nameOf({ hypercall, args }: Call, header: CaptureHeader): string {
  const [word] = args;
  const name = Object.entries(hypercalls).find(([, number]) => number === hypercall)?.[0];
  if (hypercall !== hypercalls.memory_op || word === undefined)
    return name ?? `hypercall ${hypercall}`;
  const number = Number(word & BigInt(MEMOP_CMD_MASK));
  const commands = interfaces[header.interface as InterfaceName];
  return commands.find((c) => c.number === number)?.name ?? `memory_op command ${number}`;
}

/** A value of a difference in words: a result with its error's name, an invalid M2P entry. */
function words(what: Difference['what'], value: Json): string {
  if (value === null) return what === 'm2p' ? 'an invalid entry' : 'nothing';
  if (what !== 'result' || typeof value !== 'number') return String(value);
  const name = errnoName(BigInt(value));
  return `${value}${name === undefined ? '' : ` ${name}`}`;
}

function differenceLine({ what, path, address, offset, expected, actual }: Difference): string {
  const subject =
    what === 'm2p'
      ? `M2P of ${path}`
      : path || (address === undefined ? what : `bytes at ${hex(address)}`);
  const at = offset === undefined ? '' : `offset ${offset}, `;
  const where = path && address !== undefined ? ` (${at}${hex(address)})` : '';
  return `    ${subject}: expected ${words(what, expected)}, recorded ${words(what, actual)}${where}`;
}

/** A verdict for people: a line for the call, one for each difference. */
export function verdictLines(judged: Verdict, header: CaptureHeader): string[] {
  const { call, verdict, differences, reason } = judged;
  const label = call.label === undefined ? '' : `  ${printable(call.label)}`;
  const name = `#${call.index} ${nameOf(call, header)}`;
  const head = { match: 'matches', differ: 'differs', skip: `skipped: ${reason}` }[verdict];
  const more = verdict === 'differ' && reason !== undefined ? [`    … ${reason}`] : [];
  return [`${name} ${head}${label}`, ...differences.map(differenceLine), ...more];
}
