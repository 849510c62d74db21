import {
  type CompoundLayout,
  coverBits,
  dotted,
  isCompound,
  type Layout,
  type Path,
} from '../layout/index.js';
import { type Fault, shownByte } from './fault.js';
import { type Fields, isGiven, valueOf } from './fields.js';
import { encodeMember } from './leaves.js';

/** Marks in `mask` the bits of every field that the value gives; of unions, of given members. */
export function markGiven(layout: Layout, value: unknown, base: number, mask: Uint8Array): void {
  if (layout.kind === 'array' || layout.kind === 'flexible') {
    const { element } = layout;
    for (const [i, item] of (value as readonly unknown[]).entries())
      markGiven(element, item, base + i * element.size, mask);
  } else if (isCompound(layout)) {
    const fields = value as Fields;
    for (const m of layout.members) {
      if (layout.kind === 'union' && !isGiven(m, fields)) continue;
      if (m.bits) coverBits(base * 8 + m.bits.start, m.bits.width, mask);
      else markGiven(m.layout, valueOf(m, fields), base + m.offset, mask);
    }
  } else mask.fill(0xff, base, base + layout.size);
}

const nameOf = (member: CompoundLayout['members'][number]): string =>
  member.name ?? `the anonymous ${member.layout.kind}`;

/** The first byte on which two given members of a union disagree, as a fault naming both. */
export function agree(
  union: CompoundLayout,
  value: Fields,
  base: number,
  path: Path,
): Fault | undefined {
  const bytes = new Uint8Array(union.size);
  const mask = new Uint8Array(union.size);
  const given = union.members.filter((m) => isGiven(m, value));
  for (const m of given) {
    const its = encodeMember(union, m, value);
    const itsMask = new Uint8Array(union.size);
    if (m.bits) coverBits(m.bits.start, m.bits.width, itsMask);
    else markGiven(m.layout, valueOf(m, value), m.offset, itsMask);
    for (let i = 0; i < union.size; i++) {
      if (((bytes[i]! ^ its[i]!) & mask[i]! & itsMask[i]!) !== 0) {
        const others = given.slice(0, given.indexOf(m)).map(nameOf).join(', ');
        const where = dotted(path) === '' ? 'the union' : dotted(path);
        return {
          code: 'union',
          path,
          offset: base + i,
          expected: `${nameOf(m)} to agree with ${others} on byte ${i} of ${where}`,
          actual: `${shownByte(its[i]!)} and ${shownByte(bytes[i]!)}`,
        };
      }
      bytes[i]! |= its[i]!;
      mask[i]! |= itsMask[i]!;
    }
  }
  return undefined;
}
