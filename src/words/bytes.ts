import { type Abi, dotted, entriesOf, isCompound, type Layout, layoutOf } from '../layout/index.js';
import { paddingIn } from '../codec/index.js';
import { type Type, typeName } from '../schema/index.js';
import { NOT_LIVE, rowsOf } from './fields.js';

const WIDTH = 8;

interface Span {
  readonly offset: number;
  readonly size: number;
  readonly what: string;
}

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');

/** The fields that people are shown, as spans of bytes. */
function fieldSpans(type: Type, layout: Layout, value: unknown, end: number): Span[] {
  const words = new Map(rowsOf(type, value).map(({ path, text }) => [path, text]));
  const spans: Span[] = [];
  for (const entry of entriesOf(layout)) {
    const { offset, layout } = entry;
    const path = dotted(entry.path);
    const text = words.get(path);
    if (layout.kind === 'flexible') spans.push({ offset, size: end - offset, what: `${path}[]` });
    else if (!isCompound(layout) && text !== undefined)
      spans.push({ offset, size: entry.size, what: path === '' ? text : `${path} = ${text}` });
  }
  return spans;
}

/** Padding before a flexible array; that of its elements is among their bytes. */
function paddingSpans(layout: Layout, bytes: Uint8Array): Span[] {
  const spans = Array.from(paddingIn(layout, typeName(layout.type), bytes));
  const end = Array.from(entriesOf(layout)).find((entry) => entry.layout.kind === 'flexible');
  const own = spans.filter(({ offset }) => !end || offset < end.offset);
  return own.map(({ offset, size, owner, mask }) => {
    const whose = dotted(owner);
    const bits = mask === undefined ? '' : `, bits 0x${hexByte(mask)}`;
    return { offset, size, what: `(padding${whose === '' ? '' : ` of ${whose}`}${bits})` };
  });
}

/** The bytes that only members of a union have that are not live. */
function deadSpans(spans: readonly Span[], end: number): Span[] {
  const isShown = new Uint8Array(end);
  for (const { offset, size } of spans) isShown.fill(1, offset, offset + size);
  const dead: Span[] = [];
  for (let at = isShown.indexOf(0); at >= 0;) {
    const next = isShown.indexOf(1, at);
    const size = (next < 0 ? end : next) - at;
    dead.push({ offset: at, size, what: NOT_LIVE });
    at = next < 0 ? -1 : isShown.indexOf(0, next);
  }
  return dead;
}

/**
 * A struct's bytes with the boundaries of its fields: offset, bytes and what they are, one
 * line for each field and each run of padding. Members of a union follow each other.
 */
export function bytesView(type: Type, abi: Abi, bytes: Uint8Array, value: unknown): string[] {
  const layout: Layout = layoutOf(type, abi);
  const shown = [...fieldSpans(type, layout, value, bytes.length), ...paddingSpans(layout, bytes)];
  const spans = [...shown, ...deadSpans(shown, bytes.length)];
  // A stable sort: fields before the padding in their bytes, members of a union in their order.
  spans.sort((a, b) => a.offset - b.offset);
  return spans.flatMap(({ offset, size, what }) => {
    const rows: string[] = [];
    for (let at = 0; at < Math.max(size, 1); at += WIDTH) {
      const part = bytes.subarray(offset + at, offset + Math.min(at + WIDTH, size));
      const hex = Array.from(part, hexByte)
        .join(' ')
        .padEnd(WIDTH * 3 - 1);
      const place = (offset + at).toString(16).padStart(4, '0');
      rows.push(`${place}  ${hex}  ${at === 0 ? what : ''}`.trimEnd());
    }
    return rows;
  });
}
