import {
  coverBits,
  coverageOf,
  dotted,
  entriesOf,
  isCompound,
  type Entry,
  type Layout,
} from '../layout/index.js';

/** Bits to put into a struct's bytes, and what they are. */
export interface Edge {
  readonly label: string;
  /** What to set; the other bits that `mask` has are cleared. */
  readonly bits: Uint8Array;
  readonly mask: Uint8Array;
}

function spread(layout: Layout, start: number, width: number): Uint8Array {
  const bytes = new Uint8Array(layout.size);
  coverBits(start, width, bytes);
  return bytes;
}

/** The ends of one field's range, and one. */
function edgesOf(whole: Layout, { path, offset, size, layout, bits }: Entry): Edge[] {
  const { start, width } = bits ?? { start: offset * 8, width: size * 8 };
  const mask = spread(whole, start, width);
  const edge = (what: string, from: number, count: number): Edge => ({
    label: `${dotted(path)} ${what}`,
    bits: spread(whole, from, count),
    mask,
  });
  if (layout.kind === 'float') {
    // The exponent lies between the fraction and the sign.
    const fraction = size === 4 ? 23 : 52;
    return [
      edge('infinite', start + fraction, width - 1 - fraction),
      edge('-0', start + width - 1, 1),
      edge('least', start, 1),
      edge('a NaN', start, width),
    ];
  }
  const isSigned = layout.kind === 'int' && layout.signed;
  return isSigned
    ? [edge('max', start, width - 1), edge('min', start + width - 1, 1), edge('-1', start, width)]
    : [edge('max', start, width), edge('1', start, 1)];
}

/** The bytes at which implementations err: everything zero, everything set, each field's ends. */
export function edgesIn(layout: Layout): Edge[] {
  const all = new Uint8Array(layout.size).fill(0xff);
  const fields = coverageOf(layout);
  const none = new Uint8Array(layout.size);
  const padding = fields.map((byte) => ~byte);
  const leaves = [...entriesOf(layout)].filter((entry) => !isCompound(entry.layout));
  return [
    { label: 'every field 0', bits: none, mask: all },
    { label: 'every bit of every field set', bits: fields, mask: all },
    ...(padding.some((byte) => byte !== 0)
      ? [{ label: 'padding not zero, which decoding ignores', bits: padding, mask: padding }]
      : []),
    ...leaves.flatMap((entry) => edgesOf(layout, entry)),
  ];
}
