import type { Abi, Layout } from '../../layout/index.js';
import { array, compound, integer, MOST_BYTES, opaque } from '../object-layout.js';
import { ObjectError } from '../object-error.js';
import { malformed, numberOf } from './attributes.js';
import { AT, TAG } from './constants.js';
import { childrenOf, type Entry } from './entry.js';
import type { LowerBounds } from './lower-bound.js';

/** No language has arrays of more dimensions (Fortran: 15). */
const MOST_DIMENSIONS = 32;
/** Elements smaller than a byte that are told one by one: as many as a guest has events. */
const MOST_BITS = 4096;

const isDimension = ({ tag }: Entry): boolean =>
  tag === TAG.subrange_type || tag === TAG.enumeration_type;

const unsupported = ({ unit, at }: Entry, why: string): ObjectError =>
  new ObjectError('unsupported', unit.section.name, at, why);

/** A constant; what a program computes is refused, for it says nothing of the size. */
function constantOf(entry: Entry, attribute: number): number | undefined {
  const value = numberOf(entry, attribute);
  if (value === undefined && entry.values.has(attribute))
    throw unsupported(entry, 'an array whose length is known only when a program runs');
  return value;
}

function enumeratorsOf(dimension: Entry): number {
  let count = 0;
  for (const { tag } of childrenOf(dimension)) if (tag === TAG.enumerator) count++;
  return count;
}

/** Elements of one dimension (DWARF 5, 5.13); `null` where no bound is given. */
function lengthOf(dimension: Entry, bounds: LowerBounds): number | null {
  const count = constantOf(dimension, AT.count);
  if (count !== undefined) return Math.max(count, 0);
  const upper = constantOf(dimension, AT.upper_bound);
  if (upper === undefined)
    return dimension.tag === TAG.enumeration_type && dimension.hasChildren
      ? enumeratorsOf(dimension)
      : null;
  // GNU's arrays of no elements end at -1, in as many bits as it likes.
  if (upper === 0xffff_ffff) return 0;
  const lower = constantOf(dimension, AT.lower_bound) ?? bounds.of(dimension.unit);
  if (lower === undefined)
    throw unsupported(
      dimension,
      'where an array begins is left to the language, and the unit does not say which',
    );
  return Math.max(upper - lower + 1, 0);
}

/** An element with the bytes that it takes in an array whose elements are further apart. */
function widened(element: Layout, size: number, abi: Abi): Layout {
  return element.kind === 'int' && [1, 2, 4, 8].includes(size)
    ? integer('array element', size, element.signed, abi)
    : compound('struct', null, size, [{ name: null, offset: 0, layout: element }]);
}

/** Elements of less than their bytes, as bit-fields; of too many only the size is kept. */
function packed(element: Layout, count: number, stride: number, size: number): Layout {
  if (count > MOST_BITS) return opaque(`${count} elements of ${stride} bits`, size);
  const fields = Array.from({ length: count }, (_, i) => ({
    name: String(i),
    offset: Math.floor((i * stride) / 8),
    layout: element,
    bits: { start: i * stride, width: stride },
  }));
  return compound('struct', null, size, fields);
}

/** Bits from one element to the next, where an attribute says so (DWARF 5, 5.5 and 5.13). */
function strideOf(entry: Entry, innermost: Entry | undefined): number | undefined {
  for (const one of innermost ? [entry, innermost] : [entry]) {
    const bits = constantOf(one, AT.bit_stride);
    if (bits !== undefined) return bits;
    const bytes = constantOf(one, AT.byte_stride);
    if (bytes !== undefined) return bytes * 8;
  }
  return undefined;
}

/** The layout of an array. @throws ObjectError for one whose size is not a constant */
export function arrayOf(entry: Entry, element: Layout, bounds: LowerBounds, abi: Abi): Layout {
  if (entry.values.has(AT.data_location))
    throw unsupported(entry, 'an array that is kept elsewhere, behind a descriptor');
  const dimensions: Entry[] = [];
  for (const child of childrenOf(entry)) {
    if (!isDimension(child)) continue;
    dimensions.push(child);
    if (dimensions.length > MOST_DIMENSIONS)
      throw malformed(entry, `an array of more than ${MOST_DIMENSIONS} dimensions`);
  }
  const lengths = dimensions.map((one) => lengthOf(one, bounds));
  const whole = numberOf(entry, AT.byte_size);
  const stride = strideOf(entry, dimensions.at(-1));
  const count = lengths.reduce<number>((product, length) => product * (length ?? 0), 1);
  let layout = element;
  if (stride !== undefined && stride !== element.size * 8 && stride > 0) {
    const size = whole ?? Math.ceil((count * stride) / 8);
    if (count * stride > MOST_BYTES) throw malformed(entry, 'an array too large');
    if (stride < element.size * 8 || stride % 8 !== 0) return packed(element, count, stride, size);
    layout = widened(element, stride / 8, abi);
  }
  for (const length of lengths.toReversed()) {
    if (layout.size * (length ?? 0) > MOST_BYTES) throw malformed(entry, 'an array too large');
    layout = array(layout, length);
  }
  if (dimensions.length === 0) layout = array(layout, null);
  // Nothing says where its elements are, then.
  if (whole !== undefined && whole !== layout.size && layout.kind === 'array')
    return opaque(`array of ${count}`, whole);
  return layout;
}
