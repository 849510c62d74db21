import { hypercalls, type MulticallEntry } from '../../abi/index.js';
import { hex } from '../codec/index.js';
import type { Abi } from '../layout/index.js';
import { errnoName } from './decode-call.js';
import type { DecodedList } from './decoded.js';
import { counted } from './words.js';

/** A hypercall by its name in xen.h. */
export const hypercallWords = (number: number): string =>
  Object.entries(hypercalls).find(([, known]) => known === number)?.[0] ?? `hypercall ${number}`;

/** A result with its error's name: `-22 EINVAL`. */
export function resultWords(result: bigint): string {
  const name = errnoName(result);
  return `${result}${name === undefined ? '' : ` ${name}`}`;
}

/** One entry as a call; zeros at the end of its registers are left out. */
function entryWords({ op, result, args }: MulticallEntry, abi: Abi): string {
  const last = args.findLastIndex((arg) => arg !== 0n);
  const registers = args.slice(0, last + 1).map((arg) => hex(arg));
  const width = abi.name === 'x86_32' ? 32 : 64;
  const outcome = resultWords(BigInt.asIntN(width, result));
  return `${hypercallWords(Number(op))}(${registers.join(', ')}) = ${outcome}`;
}

/** The entries of a multicall, a row each, as they are after it; `*` marks the changed ones. */
export function multicallLines(list: DecodedList, abi: Abi, most: number): string[] {
  const { length, address } = list;
  const before = (list.before ?? []) as readonly MulticallEntry[];
  const after = (list.after ?? before) as readonly MulticallEntry[];
  const have = BigInt(after.length) === length ? '' : `${after.length} of `;
  const what = `${have}${counted(length, 'entry', 'entries')}`;
  const left = after.length - most;
  return [
    `  ${what} at ${hex(address)}`,
    ...after.slice(0, most).map((entry, i) => {
      const words = entryWords(entry, abi);
      const isChanged = before[i] !== undefined && entryWords(before[i], abi) !== words;
      return `  ${isChanged ? '*' : ' '} [${i}] ${words}`;
    }),
    ...(left > 0 ? [`    … ${left} more`] : []),
  ];
}
