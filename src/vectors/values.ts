import fc from 'fast-check';
import {
  type CompoundLayout,
  type FlexibleLayout,
  type Layout,
  type MemberLayout,
  isCompound,
} from '../layout/index.js';
import { byte } from './bytes.js';
import { floatOf } from './floats.js';
import { integerOf, limitsOf } from './integers.js';

type Value = Readonly<Record<string, unknown>>;
type Members = readonly MemberLayout[];

/** The decoded form of a union of which one member is given: every reading of its bytes. */
export type Settle = (union: CompoundLayout, given: Value) => unknown;

const text = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(0, 0x41, 0xe9, 0xff), byte), { maxLength: length, size: 'max' })
    .map((codes) => String.fromCharCode(...codes).replace(/\0+$/, ''));

/** Values as `decode` returns them. */
export function valuesOf(layout: Layout, settle: Settle): fc.Arbitrary<unknown> {
  switch (layout.kind) {
    case 'int':
      return integerOf(layout);
    case 'float':
      return floatOf(layout);
    case 'chars':
      return text(layout.size);
    case 'array': {
      const { element, length } = layout;
      const exactly = { minLength: length, maxLength: length, size: 'max' } as const;
      return fc.array(valuesOf(element, settle), exactly);
    }
    case 'flexible':
      return fc.array(valuesOf(layout.element, settle), { maxLength: 4 });
    case 'union':
      return fc
        .oneof(...layout.members.map((member) => fieldsOf(member, settle)))
        .map((given) => settle(layout, given));
    case 'struct':
      return structOf(layout, settle);
  }
}

/** A member as fields of its parent: one, or those of an anonymous member. */
const fieldsOf = ({ name, layout, bits }: MemberLayout, settle: Settle): fc.Arbitrary<Value> => {
  const values = layout.kind === 'int' ? integerOf(layout, bits) : valuesOf(layout, settle);
  return values.map((value) => (name === null ? (value as Value) : { [name]: value }));
};

const merged = (all: readonly Value[]): Value =>
  Object.fromEntries(all.flatMap((fields) => Object.entries(fields)));

function structOf({ members }: CompoundLayout, settle: Settle): fc.Arbitrary<Value> {
  const tail = members.at(-1);
  if (tail?.layout.kind !== 'flexible' || tail.layout.count === undefined)
    return fc.tuple(...members.map((member) => fieldsOf(member, settle))).map(merged);
  const head = fc
    .tuple(...members.slice(0, -1).map((member) => fieldsOf(member, settle)))
    .map(merged);
  return countedOf(head, members, { name: tail.name!, layout: tail.layout }, settle);
}

/** A struct's flexible array, and the field that counts it made right. */
function countedOf(
  head: fc.Arbitrary<Value>,
  members: Members,
  { name, layout: { element, count } }: { readonly name: string; readonly layout: FlexibleLayout },
  settle: Settle,
): fc.Arbitrary<Value> {
  const counter = find(members, count!);
  const most = counter?.layout.kind === 'int' ? limitsOf(counter.layout, counter.bits)[1] : 0n;
  const list = fc.array(valuesOf(element, settle), { maxLength: most < 4n ? Number(most) : 4 });
  return fc
    .tuple(head, list)
    .map(([fields, items]) =>
      merged([fields, counted(members, fields, count!, items.length, settle), { [name]: items }]),
    );
}

/** A field by its name, be it an anonymous member's. */
function find(members: Members, name: string): MemberLayout | undefined {
  for (const member of members) {
    if (member.name === name) return member;
    const inner =
      member.name === null && isCompound(member.layout)
        ? find(member.layout.members, name)
        : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** The fields that change when the counting one does: itself, and those of a union around it. */
function counted(
  members: Members,
  fields: Value,
  count: string,
  length: number,
  settle: Settle,
): Value {
  const holder = members.find((member) => find([member], count));
  if (!holder) return {};
  if (holder.name !== null)
    return { [count]: typeof fields[count] === 'bigint' ? BigInt(length) : length };
  const inside = holder.layout as CompoundLayout;
  const changed = counted(inside.members, fields, count, length, settle);
  if (inside.kind === 'struct') return changed;
  const its = inside.members.find((member) => find([member], count))!;
  if (its.name !== null) return settle(inside, changed) as Value;
  const kept = Object.entries(fields).filter(([key]) => find([its], key));
  return settle(inside, merged([Object.fromEntries(kept), changed])) as Value;
}
