import { hypercalls, MEMOP_CMD_MASK } from '../../abi/index.js';
import { hex } from '../codec/index.js';
import { layoutOf } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { bytesView } from '../words/bytes.js';
import type { CaptureHeader } from './capture.js';
import type { DecodedArgument, DecodedCall } from './decoded.js';
import { rowsOf } from '../words/fields.js';
import { listWords } from '../words/list.js';
import { listsIn } from './lists.js';
import { hypercallWords, multicallLines, resultWords } from './multicall-view.js';
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
  `${header.abi}, ${header.interface}${header.source ? `: ${printable(header.source)}` : ''}`;

/** The lists of a call in words, by the path of their handle. */
function listsInWords(decoded: DecodedCall, most: number): ReadonlyMap<string, string> {
  const { argument, lists, call } = decoded;
  const later = argument?.after ? listsIn(argument.type, argument.after.value) : [];
  const lengths = new Map(later.map(({ path, length }) => [path, length]));
  return new Map(
    lists.map((list) => [
      list.path,
      listWords(list, most, { lengthAfter: lengths.get(list.path), result: call.result }),
    ]),
  );
}

/** The fields of an argument; those that the call changed show both values. */
function fieldLines(decoded: DecodedCall, { type, before, after }: DecodedArgument, most: number) {
  const words = listsInWords(decoded, most);
  const written = new Set(decoded.lists.filter((list) => list.after).map(({ path }) => path));
  const then = rowsOf(type, (before ?? after)!.value);
  const now = after ? rowsOf(type, after.value) : then;
  const was = new Map(then.map(({ path, text }) => [path, text]));
  const is = new Map(now.map(({ path, text }) => [path, text]));
  // Another member of a union can be live after the call.
  const paths = [...new Set([...was.keys(), ...is.keys()])];
  const width = widest(paths);
  return paths.map((path) => {
    const values = [...new Set([was.get(path), is.get(path)])].filter((text) => text !== undefined);
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

function argumentLines(decoded: DecodedCall, argument: DecodedArgument, options: ViewOptions) {
  const { type, address, known, before, after } = argument;
  const { size } = layoutOf(type, decoded.abi);
  const where = `  ${type.name} at ${hex(address)}`;
  if (!before && !after) {
    const have = known === 0 ? 'not' : `only ${known} of ${size} bytes`;
    return [`${where}: ${have} in the capture`];
  }
  const lines = options.view === 'fields' ? fieldLines : byteLines;
  return [`${where}, ${size} bytes`, ...lines(decoded, argument, options.most)];
}

/** The name of a call: its command, with the extent at which it is resumed. */
function callName({ call, command, startExtent }: DecodedCall): string {
  if (call.hypercall === hypercalls.memory_op && call.args[0] !== undefined) {
    const name = command?.name ?? `memory_op command ${call.args[0] & BigInt(MEMOP_CMD_MASK)}`;
    return startExtent === 0n ? name : `${name} from extent ${startExtent}`;
  }
  return `${hypercallWords(call.hypercall)}(${call.args.map((arg) => hex(arg)).join(', ')})`;
}

/** One call for people: a headline, then its argument, lists and warnings. */
export function callView(decoded: DecodedCall, options: ViewOptions): string {
  const { call, argument, warnings } = decoded;
  const { index, result, label, domid, parent } = call;
  const headline = [
    `#${index} ${callName(decoded)}`,
    ...(result === undefined ? [] : [`= ${resultWords(result)}`]),
    ...(domid === undefined ? [] : [`by domain ${domainWords(domid)}`]),
    ...(parent === undefined ? [] : [`in #${parent}`]),
    ...(label === undefined ? [] : [` ${printable(label)}`]),
  ];
  return [
    headline.join(' '),
    ...(argument
      ? argumentLines(decoded, argument, options)
      : multicallLines(decoded, options.most)),
    ...warnings.map((warning) => `  ${warningLine(warning)}`),
  ].join('\n');
}
