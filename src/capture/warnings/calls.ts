import { hypercallNames, hypercallNumbers } from '../../../abi/index.js';
import { hex } from '../../codec/index.js';
import type { Abi } from '../../layout/index.js';
import { existsAt } from '../../schema/index.js';
import { operationsOf } from '../hypercall/choose.js';
import { numberAt } from '../hypercall/fields.js';
import type { Reader, Request, Tables } from '../hypercall/read.js';
import type { Look } from '../observe.js';
import type { Warning } from './warning.js';

const warning = (code: Warning['code'], path: string, message: string): Warning => ({
  code,
  path,
  offset: 0,
  message,
});

/** The numbers next to one that is none, with their names. */
function beside(number: bigint, names: readonly (readonly [number: number, name: string])[]) {
  const sorted = [...names].sort(([a], [b]) => a - b);
  const below = sorted.findLast(([one]) => BigInt(one) < number);
  const over = sorted.find(([one]) => BigInt(one) > number);
  const words = [below, over].flatMap((one) => (one ? `${one[0]} is ${one[1]}` : []));
  return words.length > 0 ? `; ${words.join(', ')}` : '';
}

/** A number that is nobody's, or not on this architecture. */
function unknownHypercall({ number, hypercall }: Request, abi: Abi, tables: Tables): Warning[] {
  if (hypercall) return [];
  const table = tables.get(Number(number));
  if (table)
    return [warning('unknown-hypercall', '', `${table.name} is no hypercall on ${abi.name}`)];
  if (hypercallNumbers.some((one) => BigInt(one) === number)) return [];
  const names = hypercallNumbers.map((one) => [one, hypercallNames[one]!] as const);
  return [warning('unknown-hypercall', '', `${number} is no hypercall${beside(number, names)}`)];
}

/** A number that selects nothing. */
function unknownOperation(
  { hypercall, operation, selected, lists }: Request,
  interfaceName: string,
): Warning[] {
  const all = hypercall?.operations;
  if (all && selected !== undefined && !operation) {
    const names = operationsOf(all, interfaceName).map((one) => [one.number, one.name] as const);
    const message = `${selected} is no ${all.noun} of ${hypercall.name}${beside(selected, names)}`;
    return [warning('unknown-operation', all.by, message)];
  }
  const { elements } = hypercall ?? {};
  return lists.flatMap(({ path, before, operations = [] }) =>
    operations.flatMap((one, i) => {
      if (one || !elements) return [];
      const at = `${path}[${i}].${elements.by}`;
      const number = numberAt(elements.by, [before![i]]) ?? 0n;
      const kind = elements.mask === undefined ? number : number & BigInt(elements.mask);
      const names = elements.operations.map((its) => [its.number, its.name] as const);
      const message = `${at}: ${kind} is no operation of ${hypercall!.name}${beside(kind, names)}`;
      return [warning('unknown-operation', at, message)];
    }),
  );
}

/** What a path says, by the path of each number: of an array, its elements. */
function numbersAt(path: string, scopes: readonly unknown[]): (readonly [string, bigint])[] {
  const number = numberAt(path, scopes);
  if (number !== undefined) return [[path, number]];
  const all: (readonly [string, bigint])[] = [];
  for (;;) {
    const element = numberAt(`${path}.${all.length}`, scopes);
    if (element === undefined) return all;
    all.push([`${path}[${all.length}]`, element]);
  }
}

/** Registers and fields that the call refuses when they are not zero. */
function notZero({ operation, step, registers, argument }: Request): Warning[] {
  const values = Object.fromEntries(registers.map(({ member, value }) => [member.name, value]));
  const wanted = [...(operation?.zero ?? []), ...(step?.zero ?? [])];
  return wanted
    .flatMap((path) => numbersAt(path, [argument?.value, values]))
    .flatMap(([path, value]) => {
      if (value === 0n) return [];
      const message = `${path} is ${hex(value)}, and ${(step ?? operation)!.name} wants zero`;
      return [warning('must-be-zero', path, message)];
    });
}

/** What a release does not have, or not yet. */
function notOfRelease({ hypercall, operation, step }: Request, { where }: Look): Warning[] {
  const { release } = where;
  return [hypercall, operation, step].flatMap((one) => {
    if (!one || release === undefined || existsAt(one, release)) return [];
    const { since, until } = one;
    const when = [
      ...(since === undefined ? [] : [`from ${since} on`]),
      ...(until === undefined ? [] : [`up to ${until}`]),
    ];
    const code = one === hypercall ? 'unknown-hypercall' : 'unknown-operation';
    return [
      warning(code, '', `${one.name} is not in Xen ${release}: it is there ${when.join(' ')}`),
    ];
  });
}

/** An interface version that is not that of the caller's release. */
function otherVersion({ version, argument }: Request, { where }: Look): Warning[] {
  if (!version) return [];
  const { number, meant } = version;
  const whose = meant ? `of Xen ${meant.since}` : 'of no release that is known';
  const message = `interface_version is ${hex(number)}, ${whose}, and the caller's release is ${where.release}`;
  const at = argument && { address: hex(argument.address) };
  return [{ code: 'interface-version', path: 'interface_version', offset: 4, message, ...at }];
}

/** What is wrong with a call itself: its number, its operation's, its registers. */
export const requestWarnings = (
  request: Request,
  { look, tables, interface: name }: Reader,
): Warning[] => [
  ...unknownHypercall(request, look.abi, tables),
  ...unknownOperation(request, name),
  ...notOfRelease(request, look),
  ...otherVersion(request, look),
  ...notZero(request),
];
