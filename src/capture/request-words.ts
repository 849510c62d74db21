import { hypercallNames } from '../../abi/index.js';
import { hex } from '../codec/index.js';
import { inWords } from '../words/value.js';
import { errnoName } from './decode-call.js';
import type { DecodedRequest } from './decoded.js';

/** A hypercall's name: its table's, else that of its number in xen.h. */
export const hypercallName = ({ hypercall, number }: DecodedRequest): string | undefined =>
  hypercall?.name ?? hypercallNames[Number(number)];

/** What is asked for: of a list of operations, what all of them are. */
export function operationName({ operation, lists }: DecodedRequest): string | undefined {
  if (operation) return operation.name;
  const operations = lists.flatMap((list) => list.operations ?? []);
  const [first] = operations;
  return operations.every((one) => one === first) ? first?.name : undefined;
}

/** A result with its error's name: `-22 EINVAL`. */
export function resultWords(result: bigint): string {
  const name = errnoName(result);
  return `${result}${name === undefined ? '' : ` ${name}`}`;
}

/** The registers that hold a value of their own: no selector, no pointer that is followed. */
function scalars({ hypercall, operation, registers, argument, lists }: DecodedRequest): string[] {
  const { operations } = hypercall!;
  const isChosen = operation !== undefined || argument !== undefined;
  return registers.flatMap(({ member, value }) => {
    const { name, type, unit } = member;
    if (isChosen && name === operations?.by && !hypercall!.struct) return [];
    if (type.kind === 'handle') {
      const isFollowed =
        lists.some((list) => list.path === name) || hypercall!.argument?.startsWith(name);
      if (isFollowed || operation?.argument === null || value === 0n) return [];
    }
    return `${name}=${inWords(type, value, unit)}`;
  });
}

/** The name of a request, with its operation and the values in its registers. */
export function requestWords(request: DecodedRequest, args: readonly bigint[]): string {
  const { hypercall, operation, step, selected, above } = request;
  if (!hypercall || args.length === 0)
    return `${hypercallName(request) ?? `hypercall ${request.number}`}(${args.map((arg) => hex(arg)).join(', ')})`;
  const { noun, above: rest } = hypercall.operations ?? {};
  const resumed = rest !== undefined && above > 0n ? ` from ${rest} ${above}` : '';
  if (noun === 'command' && selected !== undefined)
    return `${operation?.name ?? `${hypercall.name} command ${selected}`}${resumed}`;
  const names = [hypercall.name, operationName(request), step?.name];
  const head = names.filter((name) => name !== undefined).join(' ');
  const values = scalars(request);
  return `${head}${resumed}${values.length > 0 ? `(${values.join(', ')})` : ''}`;
}
