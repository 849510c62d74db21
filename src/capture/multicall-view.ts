import { hypercalls, type MulticallEntry, xen_ulong_t } from '../../abi/index.js';
import { hex } from '../codec/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import { errnoName } from './decode-call.js';
import type { DecodedCall } from './decoded.js';
import { counted } from '../words/text.js';

/** A hypercall by its name in xen.h. */
export const hypercallWords = (number: number): string =>
  Object.entries(hypercalls).find(([, known]) => known === number)?.[0] ?? `hypercall ${number}`;

/** A result with its error's name: `-22 EINVAL`. */
export function resultWords(result: bigint): string {
  const name = errnoName(result);
  return `${result}${name === undefined ? '' : ` ${name}`}`;
}

/** One entry as a call; zeros at the end of its registers are left out. */
function entryWords({ op, result, args }: MulticallEntry, abi: Abi, isDone: boolean): string {
  const last = args.findLastIndex((arg) => arg !== 0n);
  const registers = args.slice(0, last + 1).map((arg) => hex(arg));
  const { size } = layoutOf(xen_ulong_t, abi) as Layout;
  const outcome = isDone ? ` = ${resultWords(BigInt.asIntN(size * 8, result))}` : '';
  return `${hypercallWords(Number(op))}(${registers.join(', ')})${outcome}`;
}

/** The entries of a multicall, a row each, as they are after it; `*` marks the changed ones. */
export function multicallLines({ call, abi, lists }: DecodedCall, most: number): string[] {
  return lists.flatMap(({ length, address, before = [], after = before }) => {
    const isDone = call.result !== undefined || after !== before;
    const words = (entry: unknown): string => entryWords(entry as MulticallEntry, abi, isDone);
    const have = BigInt(after.length) === length ? '' : `${after.length} of `;
    const left = after.length - most;
    return [
      `  ${have}${counted(length, 'entry', 'entries')} at ${hex(address)}`,
      ...after.slice(0, most).map((entry, i) => {
        const isChanged = before[i] !== undefined && words(before[i]) !== words(entry);
        return `  ${isChanged ? '*' : ' '} [${i}] ${words(entry)}`;
      }),
      ...(left > 0 ? [`    … ${left} more`] : []),
    ];
  });
}
