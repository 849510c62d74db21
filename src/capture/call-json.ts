import { hex, type Json, toJson } from '../codec/index.js';
import { hypercalls } from '../../abi/index.js';
import type { DecodedCall, DecodedList } from './decoded.js';
import { errnoName } from './decode-call.js';

/** A JSON number where it is safe, else a decimal string: no bit is lost. */
const number = (value: bigint): Json =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value);

const elements = ({ type, unit }: DecodedList, values: readonly unknown[] | undefined): Json =>
  type && values ? values.map((value) => toJson(type, value, unit)) : null;

/** A decoded call as `decode --json` prints it. */
export function callToJson(decoded: DecodedCall): Json {
  const { call, command, startExtent, argument, lists, warnings } = decoded;
  const { result } = call;
  const isMulticall = call.hypercall === hypercalls.multicall;
  return {
    call: call.index,
    label: call.label ?? null,
    command: command?.name ?? null,
    startExtent: number(startExtent),
    struct: isMulticall ? 'multicall_entry' : (command?.argument?.name ?? null),
    argument: argument
      ? {
          address: hex(argument.address),
          before: argument.before ? toJson(argument.type, argument.before.value) : null,
          after: argument.after ? toJson(argument.type, argument.after.value) : null,
        }
      : null,
    lists: lists.map((list) => ({
      path: list.path,
      address: hex(list.address),
      before: elements(list, list.before),
      after: elements(list, list.after),
    })),
    result: result === undefined ? null : number(result),
    errno: result === undefined ? null : (errnoName(result) ?? null),
    warnings: warnings.map((warning) => ({ ...warning })),
  };
}
