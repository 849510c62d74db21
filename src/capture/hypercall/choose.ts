import type {
  Hypercall,
  InterfaceVersion,
  Operation,
  Operations,
  Selected,
} from '../../../abi/index.js';
import { type Abi, whyAbsent } from '../../layout/index.js';
import {
  type CompoundType,
  declaredAt,
  existsAt,
  type Type,
  type Where,
} from '../../schema/index.js';
import { memberAt, numberAt } from './fields.js';

/** What a call's selectors say: of its registers, and of the struct that its operations share. */
export interface Chosen {
  readonly operation?: Operation;
  /** What the operation's own selector says. */
  readonly step?: Operation;
  /** The number in the selector. */
  readonly selected?: bigint;
  /** What stands above that number. */
  readonly above: bigint;
  /** What the argument register points to. */
  readonly struct?: CompoundType;
  /** The version in the argument, where it is another than that of the caller's release. */
  readonly version?: { readonly number: bigint; readonly meant?: InterfaceVersion };
  /** The path of the only live member of its unions, `null` where none is; else all are. */
  readonly member?: string | null;
}

export interface Selectors {
  readonly abi: Abi;
  readonly where: Where;
  /** The name of the interface that the caller speaks. */
  readonly interface: string;
  readonly registers: readonly unknown[];
  /** What a field of the argument says, as far as its bytes are known. */
  readonly field: (struct: CompoundType, path: string) => bigint | undefined;
}

export const existsOn = (abi: Abi, { abis }: { readonly abis?: readonly string[] }): boolean =>
  abis?.includes(abi.name) ?? true;

/** A declaration, unless the architecture has none of that name. */
export const present = <T extends Type>(type: T | undefined, abi: Abi): T | undefined =>
  type && whyAbsent({ name: '', type }, abi) === undefined ? type : undefined;

const low = ({ mask }: Selected, word: bigint): bigint =>
  mask === undefined ? word : word & BigInt(mask);

/** The operation that a number selects. */
export function selectedBy(selected: Selected, word: bigint | undefined): Operation | undefined {
  if (word === undefined) return undefined;
  const number = low(selected, word);
  return selected.operations.find((one) => BigInt(one.number) === number);
}

/** Those that an interface has. */
export const operationsOf = (all: Operations, name: string): readonly Operation[] =>
  all.elsewhere?.[name] ?? all.operations;

const joined = (...names: readonly (string | undefined)[]): string =>
  names.filter((name) => name !== undefined).join('.');

/** The path of the member that an operation uses: nothing where its table says nothing of that. */
function memberOf(
  { union }: Selected,
  operation: Operation | undefined,
  base?: string,
): string | null | undefined {
  const { member } = operation ?? {};
  if (member === undefined) return union === undefined ? undefined : null;
  return member === null ? null : joined(base, union, member);
}

/**
 * The version that an argument says its interface has, where it is not that of the release: its
 * declarations are then those of the last release that has it.
 */
function versionOf(
  { versions, struct }: Hypercall,
  { abi, where, field }: Selectors,
): { readonly number: bigint; readonly meant?: InterfaceVersion } | undefined {
  const own = versions && present(struct, abi);
  const number = own && field(own, 'interface_version');
  if (number === undefined) return undefined;
  const meant = versions!.find((one) => BigInt(one.number) === number);
  const usual = versions!.findLast(({ since }) => existsAt({ since }, where.release!));
  if (meant && meant === usual) return undefined;
  return { number, ...(meant && { meant }) };
}

/** The operation of a call, and the member of its argument that it uses. */
export function choose(table: Hypercall, from: Selectors): Chosen {
  const { operations } = table;
  const version = versionOf(table, from);
  const release = version?.meant?.last ?? from.where.release;
  const where = { ...from.where, ...(release !== undefined && { release }) };
  const shared = present(table.struct && declaredAt(table.struct, where), from.abi);
  if (!operations) return { above: 0n, ...(shared && { struct: shared }) };
  const word = shared ? from.field(shared, operations.by) : numberAt(operations.by, from.registers);
  if (word === undefined) return { above: 0n, ...(shared && { struct: shared, member: null }) };
  const all = { ...operations, operations: operationsOf(operations, from.interface) };
  const found = selectedBy(all, word);
  const operation = found && existsOn(from.abi, found) ? found : undefined;
  const own = operation?.argument ?? undefined;
  const struct =
    shared ?? present(own && (declaredAt(own as Type, where) as CompoundType), from.abi);
  const member = memberOf(all, operation);
  const base = member ?? undefined;
  const next = operation?.next;
  const step =
    next && struct ? selectedBy(next, from.field(struct, joined(base, next.by))) : undefined;
  const deeper = step && memberOf(next!, step, base);
  // Of a release that lacks the operation, the struct lacks its member.
  const isThere = (path: string | null | undefined): boolean =>
    !path || !struct || memberAt(struct, path) !== undefined;
  const live = [deeper ?? member, member, null].find(isThere);
  const unsigned = BigInt.asUintN(64, word);
  return {
    selected: low(all, word),
    above: all.mask === undefined ? 0n : unsigned >> BigInt(all.mask.toString(2).length),
    ...(version && { version }),
    ...(operation && { operation }),
    ...(step && { step }),
    ...(struct && { struct }),
    ...(live !== undefined && { member: live }),
  };
}
