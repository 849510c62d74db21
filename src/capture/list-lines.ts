import { hex } from '../codec/index.js';
import { unaliased } from '../schema/index.js';
import { liveFields } from '../codec/live.js';
import { listWords } from '../words/list.js';
import { counted } from '../words/text.js';
import { inWords } from '../words/value.js';
import { NOT_LIVE } from '../words/fields.js';
import type { Elements, Operation } from '../../abi/index.js';
import type { DecodedList, DecodedRequest } from './decoded.js';

/** In the left margin of what a call changed. */
const MARKS = { changed: '  * ', same: '    ' };

/** The fields of an element by their paths; of an operation, those that it uses. */
function fieldsOf(
  { type }: DecodedList,
  value: unknown,
  operation: Operation | undefined,
  elements: Elements | undefined,
): ReadonlyMap<string, { text: string; isOut: boolean }> {
  const its = unaliased(type!);
  const shown = new Map<string, { text: string; isOut: boolean }>();
  const unions =
    its.kind === 'struct' ? its.members.filter((m) => unaliased(m.type).kind === 'union') : [];
  for (const field of liveFields(its, value, true)) {
    const { path, member } = field;
    const inUnion = unions.some((m) => path.startsWith(`${m.name}.`));
    if (operation && elements) {
      if (path === elements.by && elements.mask === undefined) continue;
      if (inUnion && !operation.fields?.includes(path)) continue;
      // It uses no member: there is nothing to say.
      if (unions.some((m) => path === m.name)) continue;
    }
    const isSelector = operation !== undefined && path === elements?.by;
    const plain =
      isSelector && typeof field.value === 'bigint'
        ? field.value & ~BigInt(elements.mask ?? 0)
        : field.value;
    const text = field.type.kind === 'union' ? NOT_LIVE : inWords(field.type, plain, member?.unit);
    shown.set(path, { text, isOut: member?.direction === 'out' });
  }
  return shown;
}

/** One element on a line: each field, and what became of it. */
function elementWords(
  list: DecodedList,
  i: number,
  elements: Elements | undefined,
): { words: string; isChanged: boolean } {
  const operation = list.operations?.[i];
  const before = fieldsOf(list, list.before![i], operation, elements);
  const after = list.after ? fieldsOf(list, list.after[i], operation, elements) : before;
  let isChanged = false;
  const words = [...new Set([...before.keys(), ...after.keys()])].map((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was?.text === is?.text) return `${path}=${is!.text}`;
    isChanged = true;
    const then = was === undefined || was.isOut ? '' : was.text;
    return `${path}=${then}→${is?.text ?? ''}`;
  });
  const name = list.operations && (operation?.name ?? 'unknown operation');
  return { words: [...(name ? [name] : []), ...words].join(' '), isChanged };
}

function structLines(list: DecodedList, most: number, elements: Elements | undefined): string[] {
  const { path, address, length, before } = list;
  const where = `  ${path} at ${hex(address)}`;
  if (address === 0n) return length === 0n || list.isOptional ? [] : [`  ${path} is NULL`];
  if (!before) return [`${where}, ${counted(length, 'element')}: not in the capture`];
  const have = BigInt(before.length) === length ? '' : `${before.length} of `;
  const all = list.isEndless
    ? `more than ${counted(length - 1n, 'element')}`
    : counted(length, 'element');
  const left = before.length - most;
  return [
    `${where}, ${have}${all}`,
    ...before.slice(0, most).map((_, i) => {
      const { words, isChanged } = elementWords(list, i, elements);
      return `${isChanged ? MARKS.changed : MARKS.same}[${i}] ${words}`;
    }),
    ...(left > 0 ? [`${MARKS.same}… ${left} more`] : []),
  ];
}

/** Whether people see a list as a line for each element. */
const isTall = ({ type }: DecodedList): boolean =>
  type !== undefined && unaliased(type).kind === 'struct';

/** The lists that no field of an argument names: of registers, and inside other lists. */
export function listLines(
  { hypercall }: DecodedRequest,
  lists: readonly DecodedList[],
  most: number,
  result: bigint | undefined,
): string[] {
  return lists.flatMap((list) => {
    if (isTall(list)) return structLines(list, most, hypercall?.elements);
    const mark = list.after ? MARKS.changed : MARKS.same;
    if (list.address === 0n)
      return list.length === 0n || list.isOptional ? [] : [`${mark}${list.path}  NULL`];
    return [`${mark}${list.path}  ${hex(list.address)}  ${listWords(list, most, result)}`];
  });
}
