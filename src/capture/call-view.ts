import { hex } from '../codec/index.js';
import { layoutOf } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { bytesView } from '../words/bytes.js';
import { type CaptureHeader, interfaceTold } from './capture.js';
import type { DecodedArgument, DecodedCall } from './decoded.js';
import { foldedRowsOf, NOT_LIVE, rowsOf } from '../words/fields.js';
import { listWords } from '../words/list.js';
import { entryLines } from './entry-lines.js';
import { listLines } from './list-lines.js';
import { requestWords, resultWords } from './request-words.js';
import type { Warning } from './warnings/index.js';
import { printable, widest } from '../words/text.js';
import { domainWords } from '../words/value.js';

export interface ViewOptions {
  readonly view: 'fields' | 'bytes';
  /** Words of a list that are shown before the rest is counted. */
  readonly most: number;
}

/** In the left margin of what a call changed. */
const CHANGED = '  * ';
const SAME = '    ';

/** The fields of a struct, aligned. */
export function structLines(type: CompoundType, value: unknown): string[] {
  const rows = rowsOf(type, value);
  const width = widest(rows.map(({ path }) => path));
  return rows.map(({ path, text }) => `${path.padEnd(width)}  ${text}`);
}

export const warningLine = ({ code, message }: Warning): string => `warning: ${message} (${code})`;

/** A capture's header for people. */
export const captureView = (header: CaptureHeader): string =>
  `${header.abi}, ${interfaceTold(header)}${header.source ? `: ${printable(header.source)}` : ''}`;

/** The lists of a call in words, by the path of their handle. */
const listsInWords = ({ lists, call }: DecodedCall, most: number): ReadonlyMap<string, string> =>
  new Map(lists.map((list) => [list.path, listWords(list, most, call.result)]));

/** Whether the call only writes a field: what lay there before means nothing. */
function isWritten({ operation, step, member, lists }: DecodedCall, path: string): boolean {
  const direction = step?.direction ?? operation?.direction;
  const isInside = member == null || member === path || path.startsWith(`${member}.`);
  return direction === 'out' && isInside && !lists.some((list) => list.path === path);
}

/** The number of the operation is told by its name, and what was to be written if it was. */
function isTold(decoded: DecodedCall, path: string): boolean {
  const { hypercall, operation, call, argument } = decoded;
  if (operation && hypercall?.struct && path === hypercall.operations?.by) return false;
  const isDone = argument?.after !== undefined || (call.result !== undefined && call.result >= 0n);
  return isDone || !isWritten(decoded, path);
}

/** The fields of an argument; those that the call changed show both values. */
function fieldLines(decoded: DecodedCall, { type, before, after }: DecodedArgument, most: number) {
  const words = listsInWords(decoded, most);
  const written = new Set(decoded.lists.filter((list) => list.after).map(({ path }) => path));
  const rows = (of: unknown) => foldedRowsOf(type, of, most);
  const then = rows((before ?? after)!.value);
  const now = after ? rows(after.value) : then;
  const was = new Map(then.map(({ path, text }) => [path, text]));
  const is = new Map(now.map(({ path, text }) => [path, text]));
  // Another member of a union can be live after the call, or one where there was none.
  const isDead = (path: string): boolean =>
    was.has(path) !== is.has(path) && (was.get(path) ?? is.get(path)) === NOT_LIVE;
  const paths = [...new Set([...was.keys(), ...is.keys()])].filter(
    (path) => isTold(decoded, path) && !isDead(path),
  );
  const width = widest(paths);
  return paths.map((path) => {
    const told = isWritten(decoded, path) ? [is.get(path)] : [was.get(path), is.get(path)];
    const values = [...new Set(told)].filter((text) => text !== undefined);
    const isChanged = was.get(path) !== is.get(path) || written.has(path);
    const list = words.get(path);
    const row = `${path.padEnd(width)}  ${values.join(' → ')}${list ? `  ${list}` : ''}`;
    return `${isChanged ? CHANGED : SAME}${row}`;
  });
}

/** The bytes of an argument, then those rows that the call changed, then the lists. */
function byteLines(decoded: DecodedCall, { type, before, after }: DecodedArgument, most: number) {
  const { abi, lists } = decoded;
  const then = before ? bytesView(type, abi, before.bytes, before.value) : [];
  const now = after ? bytesView(type, abi, after.bytes, after.value) : [];
  const words = listsInWords(decoded, most);
  const width = widest(lists.map(({ path }) => path));
  return [
    ...then.map((row) => `${SAME}${row}`),
    ...now.filter((row) => !then.includes(row)).map((row) => `${CHANGED}${row}`),
    ...lists.map(
      (list) =>
        `${list.after ? CHANGED : SAME}${list.path.padEnd(width)}  ${hex(list.address)}  ${words.get(list.path)}`,
    ),
  ];
}

/** The fields of the argument, which have lines of their own; their lists are told there. */
function fieldsOf({ argument }: DecodedCall): ReadonlySet<string> {
  const { type, before } = argument ?? {};
  return new Set(type && before ? rowsOf(type, before.value).map(({ path }) => path) : []);
}

function argumentLines(decoded: DecodedCall, argument: DecodedArgument, options: ViewOptions) {
  const { type, address, size, known, before, after } = argument;
  const where = `  ${type.name} at ${hex(address)}`;
  if (!before && !after) {
    const least = layoutOf(type, decoded.abi).size;
    const have = known === 0 ? 'not' : `only ${known} of ${least} bytes`;
    return [`${where}: ${have} in the capture`];
  }
  const lines = options.view === 'fields' ? fieldLines : byteLines;
  return [`${where}, ${size} bytes`, ...lines(decoded, argument, options.most)];
}

/** One call for people: a headline, then its argument, lists, entries and warnings. */
export function callView(decoded: DecodedCall, options: ViewOptions): string {
  const { call, hypercall, argument, entries, lists, warnings } = decoded;
  const { index, result, label, domid, parent } = call;
  const isTold = result !== undefined && !hypercall?.isWithoutResult;
  const headline = [
    `#${index} ${requestWords(decoded, call.args)}`,
    ...(isTold ? [`= ${resultWords(result)}`] : []),
    ...(domid === undefined ? [] : [`by domain ${domainWords(domid)}`]),
    ...(parent === undefined ? [] : [`in #${parent}`]),
    ...(label === undefined ? [] : [` ${printable(label)}`]),
  ];
  const fields = fieldsOf(decoded);
  const others = lists.filter(({ path }) => !fields.has(path));
  return [
    headline.join(' '),
    ...(argument ? argumentLines(decoded, argument, options) : []),
    ...(entries
      ? entryLines(decoded, options.most)
      : listLines(decoded, others, options.most, result)),
    ...warnings.map((warning) => `  ${warningLine(warning)}`),
  ].join('\n');
}
