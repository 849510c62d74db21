import type { Entries } from '../../../abi/index.js';
import { type Layout, layoutOf } from '../../layout/index.js';
import { register } from '../../layout/register.js';
import { type CompoundType, type Type, unaliased } from '../../schema/index.js';
import type { DecodedEntry } from '../decoded.js';
import { fieldAt } from './fields.js';
import { type Reader, readRequest, type Request } from './read.js';

/** An entry with all that the warnings need. */
export type Entry = Request & DecodedEntry;

type Fields = Readonly<Record<string, unknown>>;

/** The entries of a multicall, each as a call; a multicall in a multicall is not looked into. */
export function readEntries(
  reader: Reader,
  { list: name, number, args, result }: Entries,
  request: Request,
): readonly Entry[] {
  const { look } = reader;
  const list = request.lists.find(({ path }) => path === name);
  const type = list?.type && (unaliased(list.type) as CompoundType);
  if (!list?.before || !type) return [];
  const its = fieldAt({ type, value: {} }, result)!.type as Type;
  const bits = (layoutOf(its, look.abi) as Layout).size * 8;
  const isDone = look.isDone || list.after !== undefined;
  return list.before.map((element, i) => {
    const was = element as Fields;
    const now = (list.after?.[i] ?? element) as Fields;
    const asked = {
      number: register(look.abi, was[number] as bigint),
      args: was[args] as readonly bigint[],
      ...(isDone && { result: BigInt.asIntN(bits, now[result] as bigint) }),
    };
    const isNested = asked.number === request.number;
    return {
      ...(isNested
        ? { number: asked.number, above: 0n, registers: [], lists: [] }
        : readRequest(reader, asked)),
      ...asked,
      isChanged: was[result] !== now[result],
    };
  });
}
