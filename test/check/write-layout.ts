import { KIND } from '../../src/check/btf/blob.js';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import { isCompound, type Layout, type MemberLayout } from '../../src/layout/index.js';
import { arrayDie, at, baseType } from './dies.js';
import { type BtfSpec, btfInt, btfStruct } from './write-btf.js';
import { type Attribute, die, type Die } from './write-dwarf.js';

const SIGNED = 5;
const UNSIGNED = 7;

/** How the writer says where a bit-field lies. */
export type BitStyle = 'from-start' | 'from-top';

function bitAttributes({ offset, layout, bits }: MemberLayout, style: BitStyle): Attribute[] {
  if (!bits) return [at(offset)];
  const width: Attribute = [AT.bit_size, FORM.udata, bits.width];
  if (style === 'from-start') return [width, [AT.data_bit_offset, FORM.udata, bits.start]];
  // A packed one may straddle two units: then the count from the top is negative.
  const unit = Math.floor(bits.start / 8 / layout.size) * layout.size;
  const fromTop = layout.size * 8 - bits.width - (bits.start - unit * 8);
  return [width, at(unit), [AT.bit_offset, FORM.sdata, fromTop]];
}

const FLOAT = 4;

/** Floating point of no size that we have is bytes under that name. */
const isFloat = ({ type }: Layout): boolean => type.kind === 'alias' && type.name === 'float';

/** The entry of a layout, as a compiler writes it. */
export function dieOf(layout: Layout, style: BitStyle): Die {
  if (layout.kind === 'int')
    return baseType(layout.size, 'number', layout.signed ? SIGNED : UNSIGNED);
  if (layout.kind === 'float' || isFloat(layout)) return baseType(layout.size, 'float', FLOAT);
  if (layout.kind === 'chars') return arrayDie(baseType(1), [[AT.count, FORM.udata, layout.size]]);
  if (layout.kind === 'array')
    return arrayDie(dieOf(layout.element, style), [
      [AT.upper_bound, FORM.sdata, layout.length - 1],
    ]);
  if (layout.kind === 'flexible') return arrayDie(dieOf(layout.element, style), []);
  const { type } = layout;
  const tag = layout.kind === 'struct' ? TAG.structure_type : TAG.union_type;
  const name = 'name' in type ? type.name : null;
  const members = layout.members.map((member) =>
    die(TAG.member, [
      ...(member.name === null ? [] : [[AT.name, FORM.string, member.name] satisfies Attribute]),
      [AT.type, FORM.ref4, dieOf(member.layout, style)],
      ...bitAttributes(member, style),
    ]),
  );
  return die(
    tag,
    [
      ...(name === null ? [] : [[AT.name, FORM.string, name] satisfies Attribute]),
      [AT.byte_size, FORM.udata, layout.size],
    ],
    members,
  );
}

/** The types of a layout in BTF; the layout itself is the last. */
export function btfOf(layout: Layout): BtfSpec[] {
  const types: BtfSpec[] = [];
  const add = (type: BtfSpec): number => types.push(type);
  function put(one: Layout): number {
    if (one.kind === 'int') return add(btfInt(one.size, one.signed));
    if (one.kind === 'float' || isFloat(one))
      return add({ kind: KIND.FLOAT, name: 'float', sizeOrType: one.size });
    if (isCompound(one)) {
      const members = one.members.map(
        ({ name, offset, bits, layout }) =>
          [name ?? '', put(layout), bits?.start ?? offset * 8, bits?.width ?? 0] as const,
      );
      const name = 'name' in one.type ? (one.type.name ?? '') : '';
      return add(
        btfStruct(name, one.size, members, one.kind === 'struct' ? KIND.STRUCT : KIND.UNION),
      );
    }
    const element = one.kind === 'chars' ? add(btfInt(1)) : put(one.element);
    const count = one.kind === 'chars' ? one.size : one.kind === 'array' ? one.length : 0;
    return add({ kind: KIND.ARRAY, data: [element, element, count] });
  }
  put(layout);
  return types;
}

/** The same, with character arrays as the arrays of bytes that debug information has. */
export function asBytes(layout: Layout): Layout {
  if (layout.kind === 'chars') {
    const { type, size } = layout;
    const element: Layout = {
      kind: 'int',
      type,
      size: 1,
      align: 1,
      signed: false,
      value: 'number',
    };
    return { kind: 'array', type, element, length: size, size, align: 1 };
  }
  if (layout.kind === 'array') return { ...layout, element: asBytes(layout.element) };
  if (!isCompound(layout)) return layout;
  return { ...layout, members: layout.members.map((m) => ({ ...m, layout: asBytes(m.layout) })) };
}
