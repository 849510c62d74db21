import {
  array,
  bits,
  chars,
  type CompoundType,
  enumeration,
  type Field,
  flags,
  flexible,
  handle,
  integerOf,
  type Member,
  namedMembers,
  struct,
  type StructType,
  type Type,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';

const elements: readonly Type[] = [
  uint8_t,
  uint64_t,
  chars(3),
  array(uint16_t, 2),
  struct('item', { a: uint8_t, b: uint32_t, c: bits(uint16_t, 5) }),
  union('either', { a: uint8_t, b: array(uint16_t, 3) }),
  struct('tight', { a: uint8_t, b: uint64_t }, { packed: true }),
];

function optionsOf({ packed, align }: CompoundType) {
  return { ...(packed !== undefined && { packed }), ...(align !== undefined && { align }) };
}

/**
 * A random struct with what C compilers know nothing of, or print otherwise: named values,
 * lengths of lists, selectors of unions, and a flexible array at its end. The random structs
 * themselves stay as they are, because test/golden keeps what compilers said of them.
 */
export function enriched(type: StructType, choose: (options: number) => number): StructType {
  const integersIn = (members: readonly Member[]): string[] =>
    members
      .filter(({ type: of }) =>
        of.kind === 'bits' ? true : of.kind !== 'anonymous' && integerOf(of) !== undefined,
      )
      .map(({ name }) => name);
  const integers = integersIn(namedMembers(type));
  const counter = (among = integers): string | undefined => among[choose(among.length + 1)];

  function richer(field: Field): Field {
    if (field.kind === 'int') {
      const way = choose(3);
      if (way === 0) return field;
      if (way === 1) return enumeration('named', field, { NONE: 0, SOME: 1 });
      return flags('named', field, { LOW: 1 }, { part: { shift: 1, width: 3, bias: -1 } });
    }
    const by = counter();
    if (by === undefined) return field;
    if (field.kind === 'handle') return handle(field.name, field.target, field.storage, by);
    if (field.kind !== 'union' || field.selector) return field;
    const live = { [choose(3)]: namedMembers(field)[0]!.name };
    return union(field.name, field.fields, { ...optionsOf(field), selector: { by, live } });
  }

  const fields = Object.entries(type.fields).map(([key, f]): [string, Field] => [key, richer(f)]);
  if (choose(2) === 1) {
    // A member of an anonymous union may be left out of a value; a length may not.
    const own = integersIn(type.members.filter((m) => m.type.kind !== 'bits' || !m.type.unnamed));
    const element = elements[choose(elements.length)]!;
    fields.push(['the_list', flexible(element, counter(own))]);
  }
  return struct(type.name, Object.fromEntries(fields), optionsOf(type));
}
