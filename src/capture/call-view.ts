import { type Abi, layoutOf } from '../layout/index.js';
import { hypercalls } from '../../abi/index.js';
import { hex } from '../codec/index.js';
import type { CompoundType, Type } from '../schema/index.js';
import { bytesView } from './bytes-view.js';
import { errnoName } from './decode-call.js';
import type { DecodedCall, DecodedList } from './decoded.js';
import { rowsOf } from './fields-view.js';
import type { Warning } from './warnings/index.js';
import { domainWords, listInWords } from './words.js';

export interface ViewOptions {
  readonly view: 'fields' | 'bytes';
  /** Words of a list that are shown before the rest is counted. */
  readonly most: number;
}

const isScalar = (type: Type): boolean =>
  type.kind === 'alias' ? isScalar(type.type) : type.kind === 'int' || type.kind === 'perAbi';

function elementsInWords(
  { type, unit }: DecodedList,
  values: readonly unknown[],
  most: number,
): string {
  if (!type) return '';
  if (isScalar(type)) return listInWords(type, values, unit, most);
  const shown = values.slice(0, Math.max(1, most >> 2)).map((value) => {
    const fields = rowsOf(type, value).map(({ path, text }) => `${path}=${text}`);
    return `{${fields.join(' ')}}`;
  });
  const left = values.length - shown.length;
  return shown.join(' ') + (left > 0 ? ` … ${left} more` : '');
}

/** A list behind its handle: how many elements, which, and which after the call. */
function listWords(list: DecodedList, most: number): string {
  const { length, before, after } = list;
  const known = before ?? after;
  const have =
    known && BigInt(known.length) !== length ? `${known.length} of ${length}` : String(length);
  if (length === 0n) return '[0]';
  if (!known) return `[${length}] not in the capture`;
  const was = before ? elementsInWords(list, before, most) : '?';
  return `[${have}] ${was}${after ? ` → ${elementsInWords(list, after, most)}` : ''}`;
}

/** The rows of a struct, aligned; those that the call changed show both values. */
export function structLines(
  type: CompoundType,
  before: unknown,
  after: unknown,
  lists: readonly DecodedList[],
  most: number,
): string[] {
  const rows = rowsOf(type, before ?? after);
  const later = after === undefined ? [] : rowsOf(type, after);
  const width = Math.max(...rows.map(({ path }) => path.length));
  return rows.map(({ path, text }, i) => {
    const changed = before !== undefined && later[i] !== undefined && later[i].text !== text;
    const list = lists.find((l) => l.path === path);
    const words = `${text}${changed ? ` → ${later[i]!.text}` : ''}`;
    return `${path.padEnd(width)}  ${words}${list ? `  ${listWords(list, most)}` : ''}`;
  });
}

export const warningLine = ({ code, message }: Warning): string => `warning: ${message} (${code})`;

const bytesLines = (
  type: CompoundType,
  abi: Abi,
  { bytes, value }: { bytes: Uint8Array; value: unknown },
): string[] => bytesView(type, abi, bytes, value);

/** The name of a call: its command, with the extent at which it is resumed. */
function callName({ call, command, startExtent }: DecodedCall): string {
  if (call.hypercall === hypercalls.memory_op) {
    const name = command?.name ?? `memory_op command ${Number((call.args[0] ?? 0n) & 63n)}`;
    return startExtent === 0n ? name : `${name} from extent ${startExtent}`;
  }
  const known = Object.entries(hypercalls).find(([, number]) => number === call.hypercall)?.[0];
  const args = call.args.map((arg) => hex(arg)).join(', ');
  return `${known ?? `hypercall ${call.hypercall}`}(${args})`;
}

/** One call for people: a headline, then its argument, lists and warnings. */
export function callView(decoded: DecodedCall, { view, most }: ViewOptions): string {
  const { call, abi, argument, lists, warnings } = decoded;
  const { result, label, domid } = call;
  const name = result === undefined ? undefined : errnoName(result);
  const outcome = result === undefined ? '' : ` = ${result}${name ? ` ${name}` : ''}`;
  const caller = domid === undefined ? '' : ` by domain ${domainWords(domid)}`;
  const lines = [
    `#${call.index} ${callName(decoded)}${outcome}${caller}${label ? `  ${label}` : ''}`,
  ];
  if (argument) {
    const { type, before, after } = argument;
    const where = `${type.name} at ${hex(argument.address)}`;
    if (!before && !after) lines.push(`  ${where}: not in the capture`);
    else {
      lines.push(`  ${where}, ${layoutOf(type, abi).size} bytes`);
      const rows =
        view === 'fields'
          ? structLines(type, before?.value, after?.value, lists, most)
          : [
              ...(before ? bytesLines(type, abi, before) : []),
              ...(after ? ['after:', ...bytesLines(type, abi, after)] : []),
            ];
      lines.push(...rows.map((row) => `    ${row}`));
      if (view === 'bytes')
        for (const list of lists)
          lines.push(`    ${list.path}  ${hex(list.address)}  ${listWords(list, most)}`);
    }
  } else
    for (const list of lists)
      lines.push(`  ${list.path}  ${hex(list.address)}  ${listWords(list, most)}`);
  lines.push(...warnings.map((warning) => `  ${warningLine(warning)}`));
  return lines.join('\n');
}
