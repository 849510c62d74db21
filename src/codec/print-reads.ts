import type { CompoundLayout, Layout, MemberLayout } from '../layout/index.js';
import { bitsLeaf, type Leaf, leafAt, refuseLeaf } from './print-leaf.js';
import { printGet, printIsGiven, printKeyCheck, printObjectCheck } from './print-object.js';

/** A leaf whose value has been read into the local `x`. */
export interface Held {
  readonly x: string;
  readonly leaf: Leaf;
}
/** The leaves of one union member that is written when the local `given` is true. */
interface Branch {
  readonly given: string;
  readonly held: Held[];
}

/** The statements that read and check a value, and what is in their locals afterwards. */
export interface Reads {
  /** Declarations of what is assigned only where a union member is given. */
  readonly lets: string[];
  readonly lines: string[];
  readonly held: Held[];
  readonly branches: Branch[];
  names: number;
}

/** The object at hand: its local, and where its leaves go if it is in a union. */
interface Scope {
  readonly object: string;
  readonly branch: Branch | undefined;
}

function readLeaf(out: Reads, leaf: Leaf, from: string, branch: Branch | undefined): void {
  const x = `x${out.names++}`;
  const local = branch ? `t${x}` : x;
  if (leaf.kind === 'bigint')
    out.lines.push(
      `let ${local} = ${from};`,
      `if (typeof ${local} === 'number' && Number.isSafeInteger(${local})) ${local} = BigInt(${local});`,
    );
  else out.lines.push(`const ${local} = ${from};`);
  out.lines.push(`if (${refuseLeaf(leaf, local)}) break fast;`);
  if (branch) {
    out.lets.push(
      `let ${x}${{ number: ' = 0', bigint: ' = 0n', chars: " = ''", float: '' }[leaf.kind]};`,
    );
    out.lines.push(`${x} = ${local};`);
  }
  (branch ?? out).held.push({ x, leaf });
}

function readValue(
  out: Reads,
  layout: Layout,
  base: number,
  from: string,
  branch: Branch | undefined,
): void {
  switch (layout.kind) {
    case 'int':
    case 'float':
    case 'chars':
      readLeaf(out, leafAt(layout, base), from, branch);
      break;
    case 'array': {
      const v = `v${out.names++}`;
      out.lines.push(
        `const ${v} = elements(${from}, ${layout.length});`,
        `if (${v} === undefined) break fast;`,
      );
      for (let i = 0; i < layout.length; i++)
        readValue(out, layout.element, base + i * layout.element.size, `${v}[${i}]`, branch);
      break;
    }
    case 'flexible':
      throw new Error('a flexible array is interpreted');
    default: {
      const v = `v${out.names++}`;
      out.lines.push(`const ${v} = ${from} as Fields;`, ...printObjectCheck(layout, v));
      readMembers(out, layout, base, { object: v, branch });
      out.lines.push(...printKeyCheck(layout, v));
    }
  }
}

function readMembers(out: Reads, layout: CompoundLayout, base: number, scope: Scope): void {
  if (layout.kind === 'union') readUnion(out, layout, base, scope);
  else for (const m of layout.members) readMember(out, m, base, scope);
}

function readMember(out: Reads, m: MemberLayout, base: number, scope: Scope): void {
  const at = base + m.offset;
  if (m.name === null) return readMembers(out, m.layout as CompoundLayout, at, scope);
  const from = printGet(scope.object, m.name);
  const bits = bitsLeaf(m, base);
  if (bits) readLeaf(out, bits, from, scope.branch);
  else readValue(out, m.layout, at, from, scope.branch);
}

function readUnion(out: Reads, layout: CompoundLayout, base: number, { object }: Scope): void {
  const flags: string[] = [];
  for (const m of layout.members) {
    const given = `g${out.names++}`;
    flags.push(given);
    const branch: Branch = { given, held: [] };
    out.lets.push(`let ${given} = false;`);
    out.lines.push(`${given} = ${printIsGiven(object, m)};`, `if (${given}) {`);
    readMember(out, m, base, { object, branch });
    out.lines.push('}');
    out.branches.push(branch);
  }
  out.lines.push(`if (!(${flags.join(' || ')})) break fast;`);
}

/** Every field of `value`, read and checked into locals; what is not plain breaks from `fast`. */
export function printReads(layout: Layout): Reads {
  const out: Reads = { lets: [], lines: [], held: [], branches: [], names: 0 };
  readValue(out, layout, 0, 'value', undefined);
  return out;
}
