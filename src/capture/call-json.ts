import { hex, type Json, toJson } from '../codec/index.js';
import { typeName, unaliased } from '../schema/index.js';
import type { DecodedCall, DecodedList, DecodedRequest } from './decoded.js';
import { errnoName } from './decode-call.js';
import { hypercallName, operationName } from './request-words.js';

/** A JSON number where it is safe, else a decimal string: no bit is lost. */
const number = (value: bigint): Json =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value);

const elements = ({ type, unit }: DecodedList, values: readonly unknown[] | undefined): Json =>
  type && values ? values.map((value) => toJson(type, value, unit)) : null;

/** The struct of a call: its argument, or that of the list which its registers name. */
function structName({ hypercall, operation, lists }: DecodedRequest): string | null {
  const argument = hypercall?.struct ?? operation?.argument;
  if (argument)
    return argument.kind === 'oneOf' ? typeName(argument).replace(/^\w+ /, '') : argument.name;
  const [type] = lists.map((list) => list.type && unaliased(list.type));
  return type?.kind === 'struct' ? type.name : null;
}

/** A list, with those of a multicall's entries under their entry's path. */
const listToJson = (list: DecodedList, path = list.path): Json => ({
  path,
  address: hex(list.address),
  before: elements(list, list.before),
  after: elements(list, list.after),
});

/** A decoded call as `decode --json` prints it. */
export function callToJson(decoded: DecodedCall): Json {
  const { call, hypercall, operation, above, registers, argument, lists, warnings } = decoded;
  const { result } = call;
  const { noun, above: rest } = hypercall?.operations ?? {};
  return {
    call: call.index,
    label: call.label ?? null,
    hypercall: hypercallName(decoded) ?? null,
    operation: operationName(decoded) ?? null,
    arguments: Object.fromEntries(
      registers.map(({ member, value }) => [member.name, toJson(member.type, value, member.unit)]),
    ),
    command: noun === 'command' ? (operation?.name ?? null) : null,
    startExtent: rest === 'extent' ? number(above) : 0,
    struct: structName(decoded),
    argument: argument
      ? {
          address: hex(argument.address),
          before: argument.before ? toJson(argument.type, argument.before.value) : null,
          after: argument.after ? toJson(argument.type, argument.after.value) : null,
        }
      : null,
    lists: [
      ...lists.map((list) => listToJson(list)),
      ...(decoded.entries ?? []).flatMap((entry, i) =>
        entry.lists.map((list) =>
          listToJson(list, `${hypercall!.entries!.list}[${i}].${list.path}`),
        ),
      ),
    ],
    result: result === undefined ? null : number(result),
    errno: result === undefined ? null : (errnoName(result) ?? null),
    warnings: warnings.map((warning) => ({ ...warning })),
  };
}
