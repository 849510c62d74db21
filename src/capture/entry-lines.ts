import { hex } from '../codec/index.js';
import { counted } from '../words/text.js';
import type { DecodedCall, DecodedEntry } from './decoded.js';
import { listLines } from './list-lines.js';
import { requestWords, resultWords } from './request-words.js';

/** One entry as a call; of one that no table explains, zeros at the end are left out. */
function entryWords(entry: DecodedEntry): string {
  const { args, result, hypercall } = entry;
  const last = hypercall ? args.length - 1 : args.findLastIndex((arg) => arg !== 0n);
  const outcome = result === undefined ? '' : ` = ${resultWords(result)}`;
  return `${requestWords(entry, args.slice(0, last + 1))}${outcome}`;
}

/** The entries of a multicall, a row each, as they are after it; `*` marks the changed ones. */
export function entryLines(
  { hypercall, lists, entries = [] }: DecodedCall,
  most: number,
): string[] {
  const list = lists.find(({ path }) => path === hypercall?.entries?.list);
  if (!list) return [];
  const have = BigInt(entries.length) === list.length ? '' : `${entries.length} of `;
  const left = entries.length - most;
  return [
    `  ${have}${counted(list.length, 'entry', 'entries')} at ${hex(list.address)}`,
    ...entries
      .slice(0, most)
      .flatMap((entry, i) => [
        `  ${entry.isChanged ? '*' : ' '} [${i}] ${entryWords(entry)}`,
        ...listLines(entry, entry.lists, most, entry.result).map((line) => `    ${line}`),
      ]),
    ...(left > 0 ? [`    … ${left} more`] : []),
  ];
}
