import { dotted, holdsCompound, isCompound, paddingOf } from '../layout/index.js';
import type { CompoundLayout, Layout, MemberLayout, PaddingSpan, Path } from '../layout/index.js';
import { type FieldNotes, typeName } from '../schema/index.js';

/** A line of the table: a field, a struct above its fields, or padding where it lies. */
export interface Row {
  readonly kind: 'field' | 'struct' | 'padding';
  /** The same for the same line in the table of another architecture. */
  readonly key: string;
  readonly depth: number;
  readonly name: string;
  readonly type: string;
  /** Bytes from the start of the outermost struct. */
  readonly offset: number;
  /** Bytes; of a bit-field, bits. */
  readonly size: number;
  /** Of a bit-field, its first bit within the byte at `offset`. */
  readonly bit?: number;
  readonly notes: FieldNotes;
}

const firstBit = ({ offset, mask }: PaddingSpan): number =>
  offset * 8 + (mask === undefined ? 0 : Math.log2(mask & -mask));

/** The padding of one struct, and how much of it has its rows. */
interface Queue {
  readonly spans: PaddingSpan[];
  done: number;
}

/** The padding of each struct by its path. */
function queuesOf(layout: CompoundLayout): ReadonlyMap<string, Queue> {
  const queues = new Map<string, Queue>();
  for (const span of paddingOf(layout)) {
    const path = dotted(span.owner);
    const queue = queues.get(path);
    if (queue) queue.spans.push(span);
    else queues.set(path, { spans: [span], done: 0 });
  }
  return queues;
}

/** Tells apart what has no name of its own: the first of a key has it as it is. */
function distinct(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count === 0 ? key : `${key} ${count}`;
  };
}

/** Everything inside a struct or union, in the order of the declaration, with its padding. */
export function rowsOf(layout: CompoundLayout): readonly Row[] {
  const rows: Row[] = [];
  const queues = queuesOf(layout);
  const queueOf = (path: Path): Queue => queues.get(dotted(path)) ?? { spans: [], done: 0 };
  const keyed = distinct();
  /** The key of the last row that is no padding. */
  let after = '';

  function put(row: Row): void {
    rows.push(row);
    if (row.kind !== 'padding') after = row.key;
  }

  /** The padding of one struct that starts before `bit`. */
  function pad(queue: Queue, bit: number, depth: number, name: string): void {
    for (; queue.done < queue.spans.length; queue.done++) {
      const span = queue.spans[queue.done]!;
      if (firstBit(span) >= bit) return;
      const { offset, size, owner, mask } = span;
      const bits = mask === undefined ? '' : ` bits 0x${mask.toString(16)}`;
      const key = keyed(`padding of ${dotted(owner)} after ${after}${bits}`);
      const text = `/* ${name}${bits} */`;
      put({ kind: 'padding', key, depth, name: text, type: '', offset, size, notes: {} });
    }
  }

  function field(m: MemberLayout, base: number, path: Path, depth: number, queue: Queue): void {
    const { name, layout, bits, member: notes } = m;
    const offset = base + m.offset;
    const inner = name === null ? path : [...path, name];
    if (bits) {
      const type = `${typeName(layout.type)} : ${bits.width}`;
      const place = { offset, size: bits.width, bit: bits.start % 8 };
      put({
        kind: 'field',
        key: dotted(inner),
        depth,
        name: name ?? '',
        type,
        ...place,
        notes,
      });
    } else if (name === null) {
      const key = keyed(`anonymous ${dotted(path)}`);
      const { type, size } = layout;
      put({
        kind: 'struct',
        key,
        depth,
        name: '(anonymous)',
        type: typeName(type),
        offset,
        size,
        notes,
      });
      members(layout as CompoundLayout, offset, path, depth + 1, queue);
    } else value(layout, offset, inner, depth, notes);
  }

  function value(
    layout: Layout,
    offset: number,
    path: Path,
    depth: number,
    notes: FieldNotes,
  ): void {
    const last = path.at(-1)!;
    const name = typeof last === 'number' ? `[${last}]` : last;
    const element = layout.kind === 'array' && holdsCompound(layout) ? layout.element : undefined;
    const kind = element || isCompound(layout) ? 'struct' : 'field';
    const { size } = layout;
    put({
      kind,
      key: dotted(path),
      depth,
      name,
      type: typeName(layout.type),
      offset,
      size,
      notes,
    });
    if (isCompound(layout)) members(layout, offset, path, depth + 1, queueOf(path));
    if (layout.kind === 'array' && element)
      for (let i = 0; i < layout.length; i++)
        value(element, offset + i * element.size, [...path, i], depth + 1, {});
  }

  function members(
    at: CompoundLayout,
    base: number,
    path: Path,
    depth: number,
    queue: Queue,
  ): void {
    for (const m of at.members) {
      const bit = m.bits ? base * 8 + m.bits.start : (base + m.offset) * 8;
      if (at.kind === 'struct') pad(queue, bit, depth, 'hole');
      field(m, base, path, depth, queue);
    }
    pad(queue, (base + at.size) * 8, depth, 'tail padding');
  }

  members(layout, 0, [], 0, queueOf([]));
  return rows;
}
