import type { CharsLayout, FloatLayout, IntLayout, MemberLayout } from '../layout/index.js';

/** A scalar or a string at a place in a struct, as the printer sees it. */
export interface Leaf {
  readonly offset: number;
  readonly size: number;
  readonly kind: 'number' | 'bigint' | 'float' | 'chars';
  readonly signed: boolean;
  readonly bits?: { readonly start: number; readonly width: number };
}

export function leafAt(layout: IntLayout | FloatLayout | CharsLayout, offset: number): Leaf {
  const { size } = layout;
  if (layout.kind !== 'int') return { offset, size, kind: layout.kind, signed: false };
  return { offset, size, kind: layout.value, signed: layout.signed };
}

/** The leaf of a bit-field whose struct is at `base`; nothing for a member that is none. */
export const bitsLeaf = ({ layout, offset, bits }: MemberLayout, base: number): Leaf | undefined =>
  bits && {
    ...leafAt(layout as IntLayout, base + offset),
    bits: { start: base * 8 + bits.start, width: bits.width },
  };

/** `offset + 8`, or what stands for offset 0. */
const plus = (base: string, offset: number): string =>
  offset === 0 ? base : base === '0' ? `${offset}` : `${base} + ${offset}`;

/** A 64-bit integer goes through scratch words: V8 does not inline DataView's own access. */
export const isWide = ({ kind, size, bits }: Leaf): boolean =>
  kind === 'bigint' && size === 8 && bits === undefined;

/** The statements that read a wide leaf's halves into scratch word `slot`. */
export const loadWide = ({ offset }: Leaf, slot: number): string =>
  [0, 1]
    .map(
      (half) =>
        `U32[${slot * 2 + half}] = view.getUint32(${plus('offset', offset + half * 4)}, true);`,
    )
    .join(' ');

/** The expression that reads a leaf; `slot` is where a wide one has been loaded. */
export function readLeaf(leaf: Leaf, slot: number): string {
  const { offset, size, kind, signed, bits } = leaf;
  if (kind === 'float') return `readFloat(view, ${plus('offset', offset)}, ${size})`;
  if (kind === 'chars') return `readChars(bytes, ${plus('offset', offset)}, ${size})`;
  if (bits) {
    const raw = `readBits(bytes, offset, ${bits.start}, ${bits.width})`;
    const value = signed ? `BigInt.asIntN(${bits.width}, ${raw})` : raw;
    return kind === 'bigint' ? value : `Number(${value})`;
  }
  if (isWide(leaf)) return `${signed ? 'I64' : 'U64'}[${slot}]!`;
  const order = size === 1 ? '' : ', true';
  const raw = `view.get${signed ? 'Int' : 'Uint'}${size * 8}(${plus('offset', offset)}${order})`;
  return kind === 'bigint' ? `BigInt(${raw})` : raw;
}

/** Where a write goes: the names of the bytes, the view of them and the offset in them. */
export interface Target {
  readonly bytes: string;
  readonly view: string;
  readonly base: string;
}

/** The statement that writes a checked value; a wide one is in scratch word `slot`. */
export function writeLeaf(leaf: Leaf, x: string, slot: number, to: Target): string {
  const { offset, size, kind, bits } = leaf;
  const at = plus(to.base, offset);
  if (kind === 'float') return `writeFloat(${to.view}, ${at}, ${size}, ${x});`;
  if (kind === 'chars') return `writeChars(${to.bytes}, ${at}, ${size}, ${x});`;
  if (bits) {
    const big = kind === 'bigint' ? x : `BigInt(${x})`;
    return `writeBits(${to.bytes}, ${to.base}, ${bits.start}, ${bits.width}, ${big});`;
  }
  if (isWide(leaf)) {
    const halves = [0, 1].map(
      (half) =>
        `${to.view}.setUint32(${plus(to.base, offset + half * 4)}, U32[${slot * 2 + half}]!, true);`,
    );
    return halves.join(' ');
  }
  const order = size === 1 ? '' : ', true';
  return `${to.view}.setUint${size * 8}(${at}, ${kind === 'bigint' ? `Number(${x})` : x}${order});`;
}

/** The condition under which `x` is no value of the leaf. */
export function refuseLeaf({ size, kind, signed, bits }: Leaf, x: string): string {
  if (kind === 'float') return `!isFloat(${x}, ${size})`;
  if (kind === 'chars') return `!isChars(${x}, ${size})`;
  const width = bits?.width ?? size * 8;
  if (kind === 'bigint')
    return `typeof ${x} !== 'bigint' || BigInt.as${signed ? 'Int' : 'Uint'}N(${width}, ${x}) !== ${x}`;
  const up = 32 - width;
  const unsigned = width === 32 ? `${x} >>> 0` : `${x} & 0x${(2 ** width - 1).toString(16)}`;
  const wrapped = signed ? (up === 0 ? `${x} | 0` : `(${x} << ${up}) >> ${up}`) : unsigned;
  return `typeof ${x} !== 'number' || (${wrapped}) !== ${x}`;
}
