import type { Hypercall, Operation } from '../../../abi/index.js';
import { type Abi, type Layout, layoutOf } from '../../layout/index.js';
import {
  declaredAt,
  type Member,
  type StructType,
  type Type,
  type Where,
} from '../../schema/index.js';

/** A register of a call with what it says. */
export interface RegisterRead {
  readonly member: Member;
  readonly value: bigint | number;
}

/** The registers of a call on an architecture, by the names of Xen's prototype. */
export const prototypeOf = (
  { registers, compat }: Hypercall,
  operation: Operation | undefined,
  where: Where,
): StructType =>
  declaredAt(
    operation?.registers ?? (where.abi === 'x86_32' && compat ? compat : registers),
    where,
  );

/** What the low bits of a register say that its type has. */
function valueOf(type: Type, word: bigint, abi: Abi): bigint | number {
  const layout = layoutOf(type, abi) as Layout;
  const signed = layout.kind === 'int' && layout.signed;
  const bits = Math.min(layout.size, abi.sizes.long) * 8;
  const value = signed ? BigInt.asIntN(bits, word) : BigInt.asUintN(bits, word);
  return layout.kind === 'int' && layout.value === 'number' ? Number(value) : value;
}

/** The registers that a call has, each with its value; what is past the prototype is ignored. */
export const readRegisters = (
  type: StructType,
  args: readonly bigint[],
  abi: Abi,
): readonly RegisterRead[] =>
  type.members.slice(0, args.length).map((member, i) => ({
    member,
    value: valueOf(member.type as Type, args[i]!, abi),
  }));
