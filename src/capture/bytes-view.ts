import {
  type Abi,
  dotted,
  entriesOf,
  isCompound,
  type Layout,
  layoutOf,
  paddingOf,
} from '../layout/index.js';
import type { Type } from '../schema/index.js';
import { rowsOf } from './fields-view.js';

const WIDTH = 8;

interface Line {
  readonly offset: number;
  readonly size: number;
  readonly what: string;
  readonly order: number;
}

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');

/**
 * A struct's bytes with the boundaries of its fields: offset, bytes and what they are, one
 * line for each field and each run of padding. Members of a union follow each other.
 */
export function bytesView(type: Type, abi: Abi, bytes: Uint8Array, value: unknown): string[] {
  const layout: Layout = layoutOf(type, abi);
  const words = new Map(rowsOf(type, value).map(({ path, text }) => [path, text]));
  const lines: Line[] = [];
  for (const entry of entriesOf(layout)) {
    const path = dotted(entry.path);
    const text = words.get(path);
    if (isCompound(entry.layout) || text === undefined) continue;
    const size =
      entry.layout.kind === 'flexible' ? Math.max(0, bytes.length - entry.offset) : entry.size;
    lines.push({
      offset: entry.offset,
      size,
      what: path === '' ? text : `${path} = ${text}`,
      order: lines.length,
    });
  }
  for (const { offset, size, owner, mask } of paddingOf(layout)) {
    const whose = dotted(owner);
    const bits = mask === undefined ? '' : `, bits 0x${hexByte(mask)}`;
    lines.push({
      offset,
      size,
      what: `(padding${whose === '' ? '' : ` of ${whose}`}${bits})`,
      order: lines.length,
    });
  }
  lines.sort((a, b) => a.offset - b.offset || a.order - b.order);
  return lines.flatMap(({ offset, size, what }) => {
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
