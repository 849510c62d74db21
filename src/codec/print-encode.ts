import {
  type CompoundLayout,
  type IntLayout,
  isCompound,
  type Layout,
  type MemberLayout,
} from '../layout/index.js';
import { keysOf } from './fields.js';
import { noRoom, takeBytes } from './print-decode.js';
import { intLeaf, isWide, type Leaf, refuseLeaf, type Target, writeLeaf } from './print-leaf.js';

/** A leaf whose value has been read into the local `x`. */
interface Held {
  readonly x: string;
  readonly leaf: Leaf;
}
/** The leaves of one union member that is written when the local `given` is true. */
interface Branch {
  readonly given: string;
  readonly held: Held[];
}

interface Printed {
  /** Declarations of what is assigned only where a union member is given. */
  readonly lets: string[];
  readonly reads: string[];
  readonly held: Held[];
  readonly branches: Branch[];
  names: number;
}

/** The object at hand: its local, and where its leaves go. */
interface Scope {
  readonly object: string;
  readonly branch: Branch | undefined;
}

const getter = (object: string, name: string): string =>
  name in Object.prototype ? `get(${object}, '${name}')` : `${object}.${name}`;

function readInteger(out: Printed, leaf: Leaf, from: string, branch: Branch | undefined): void {
  const x = `x${out.names++}`;
  const local = branch ? `t${x}` : x;
  if (leaf.kind === 'bigint')
    out.reads.push(
      `let ${local} = ${from};`,
      `if (typeof ${local} === 'number' && Number.isSafeInteger(${local})) ${local} = BigInt(${local});`,
    );
  else out.reads.push(`const ${local} = ${from};`);
  out.reads.push(`if (${refuseLeaf(leaf, local)}) break fast;`);
  if (branch) {
    out.lets.push(`let ${x} = ${{ number: '0', bigint: '0n', chars: "''" }[leaf.kind]};`);
    out.reads.push(`${x} = ${local};`);
  }
  (branch ? branch.held : out.held).push({ x, leaf });
}

function readValue(
  out: Printed,
  layout: Layout,
  base: number,
  from: string,
  branch?: Branch,
): void {
  if (layout.kind === 'int') readInteger(out, intLeaf(layout, base), from, branch);
  else if (layout.kind === 'chars')
    readInteger(
      out,
      { offset: base, size: layout.size, kind: 'chars', signed: false },
      from,
      branch,
    );
  else if (layout.kind === 'array') {
    const v = `v${out.names++}`;
    out.reads.push(
      `const ${v} = elements(${from}, ${layout.length});`,
      `if (${v} === undefined) break fast;`,
    );
    for (let i = 0; i < layout.length; i++)
      readValue(out, layout.element, base + i * layout.element.size, `${v}[${i}]`, branch);
  } else if (isCompound(layout)) {
    const v = `v${out.names++}`;
    out.reads.push(
      `const ${v} = ${from} as Fields;`,
      `if (typeof ${v} !== 'object' || ${v} === null) break fast;`,
      // An array, or an instance that may hide keys, is left to the other engine.
      isCounted(layout)
        ? `if (${v}.constructor !== Object) break fast;`
        : `if (Array.isArray(${v})) break fast;`,
    );
    readMembers(out, layout, base, { object: v, branch });
    out.reads.push(...printKeyCheck(layout, v));
  }
}

/** Whether every key is always given, and none is in the way of telling a plain object. */
const isCounted = (layout: CompoundLayout): boolean =>
  layout.kind === 'struct' &&
  layout.members.every(({ name }) => name !== null && name !== 'constructor');

/**
 * That the object `v` has no key but the fields. Of a plain object whose fields have all been
 * read a count of the keys tells, and is the fastest way; unions need not give all members.
 */
function printKeyCheck(layout: CompoundLayout, v: string): string[] {
  const keys = keysOf(layout);
  if (isCounted(layout))
    return [
      `let n${v} = 0;`,
      `for (const _ in ${v}) n${v}++;`,
      `if (n${v} !== ${keys.length}) break fast;`,
    ];
  const known = keys.map((name) => `case '${name}':`);
  return [
    `for (const key in ${v}) switch (key) { ${known.join(' ')} break; default: break fast; }`,
  ];
}

function readMembers(out: Printed, layout: CompoundLayout, base: number, scope: Scope): void {
  if (layout.kind === 'union') return readUnion(out, layout, base, scope);
  for (const m of layout.members) {
    if (m.name === null) {
      readMembers(out, m.layout as CompoundLayout, base + m.offset, scope);
      continue;
    }
    readMember(out, m, base, scope.object, scope.branch);
  }
}

function readMember(
  out: Printed,
  m: MemberLayout,
  base: number,
  object: string,
  branch?: Branch,
): void {
  const at = base + m.offset;
  const from = getter(object, m.name!);
  if (m.bits) {
    const bits = { start: base * 8 + m.bits.start, width: m.bits.width };
    readInteger(out, intLeaf(m.layout as IntLayout, at, bits), from, branch);
  } else readValue(out, m.layout, at, from, branch);
}

function readUnion(out: Printed, layout: CompoundLayout, base: number, scope: Scope): void {
  const flags: string[] = [];
  for (const m of layout.members) {
    const given = `g${out.names++}`;
    flags.push(given);
    const branch: Branch = { given, held: [] };
    const present =
      m.name === null
        ? anyOf(m.layout as CompoundLayout, scope.object)
        : `${getter(scope.object, m.name)} !== undefined`;
    out.lets.push(`let ${given} = false;`);
    out.reads.push(`${given} = ${present};`, `if (${given}) {`);
    if (m.name === null) {
      readMembers(out, m.layout as CompoundLayout, base + m.offset, { ...scope, branch });
    } else {
      readMember(out, m, base, scope.object, branch);
    }
    out.reads.push('}');
    out.branches.push(branch);
  }
  out.reads.push(`if (!(${flags.join(' || ')})) break fast;`);
}

const anyOf = (layout: CompoundLayout, object: string): string =>
  layout.members
    .map((m) =>
      m.name === null
        ? anyOf(m.layout as CompoundLayout, object)
        : `${getter(object, m.name)} !== undefined`,
    )
    .join(' || ');

/** Runs of bytes that the leaves cover, as [start, end) pairs. */
function spansOf(held: readonly Held[], size: number): [number, number][] {
  const covered = new Uint8Array(size);
  for (const { leaf } of held) covered.fill(1, leaf.offset, leaf.offset + leaf.size);
  const spans: [number, number][] = [];
  for (let at = 0; at < size; at++) {
    if (covered[at] === 0) continue;
    const last = spans.at(-1);
    if (last && last[1] === at) last[1]++;
    else spans.push([at, at + 1]);
  }
  return spans;
}

const BYTES: Target = { bytes: 'bytes', view: 'view', base: 'offset' };
const SCRATCH: Target = { bytes: 'V8', view: 'V', base: '0' };

/** Writes of one set of leaves: the wide ones into scratch words first, then all. */
function printLeaves(held: readonly Held[], to: Target): string[] {
  const wide = held.filter(({ leaf }) => isWide(leaf));
  return [
    ...wide.map(({ x, leaf }, slot) => `${leaf.signed ? 'I64' : 'U64'}[${slot}] = ${x};`),
    ...held.map((h) => writeLeaf(h.leaf, h.x, wide.indexOf(h), to)),
  ];
}

function printWrites(out: Printed, { size }: Layout): string[] {
  const united: string[] = [];
  for (const { given, held } of out.branches) {
    if (held.length === 0) continue;
    united.push(`if (${given}) {`, ...printLeaves(held, SCRATCH));
    for (const [start, end] of spansOf(held, size))
      united.push(`if (!merge(U8, M8, V8, ${start}, ${end - start})) break fast;`);
    united.push('}');
  }
  const all = spansOf(
    out.branches.flatMap(({ held }) => held),
    size,
  );
  const direct = printLeaves(out.held, BYTES);
  return [
    ...(united.length > 0 ? [`M8.fill(0, 0, ${size});`, ...united] : []),
    takeBytes(direct.join(), 'break fast'),
    ...direct,
    ...all.map(
      ([start, end]) =>
        `for (let i = ${start}; i < ${end}; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;`,
    ),
  ];
}

/** The encodeInto function: every field read and checked into locals, then written. */
export function printEncode(layout: Layout): { readonly code: string; readonly words: number } {
  const out: Printed = { lets: [], reads: [], held: [], branches: [], names: 0 };
  readValue(out, layout, 0, 'value');
  // Bits inside unions share bytes with each other: that is left to the other engine.
  if (out.branches.some(({ held }) => held.some(({ leaf }) => leaf.bits)))
    return { code: 'encodeInto: slow.encodeInto,', words: 0 };
  const code = `encodeInto(value, bytes, offset = 0) {
    fast: {
      if (${noRoom(layout.size)}) break fast;
      ${[...out.lets, ...out.reads, ...printWrites(out, layout)].join('\n      ')}
      return;
    }
    slow.encodeInto(value, bytes, offset);
  },`;
  const sets = [out.held, ...out.branches.map(({ held }) => held)];
  return {
    code,
    words: Math.max(...sets.map((held) => held.filter(({ leaf }) => isWide(leaf)).length)),
  };
}
