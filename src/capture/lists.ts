import { type Abi, dotted, entriesOf, type Layout, layoutOf } from '../layout/index.js';
import type {
  CompoundType,
  Direction,
  FieldType,
  HandleType,
  ListLength,
  Member,
  Type,
  Unit,
} from '../schema/index.js';

type Fields = Readonly<Record<string, unknown>>;

/** A guest handle in a value: where it points and how long its list claims to be. */
export interface ListReference {
  /** Of the handle: `in.extent_start`. */
  readonly path: string;
  readonly handle: HandleType;
  /** What each element counts or names. */
  readonly unit?: Unit;
  /** Whether the hypervisor reads the list, writes it, or both. */
  readonly direction?: Direction;
  readonly address: bigint;
  /** Elements; not bounded by anything that exists. */
  readonly length: bigint;
}

const numberOf = (value: unknown): bigint =>
  typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : 0n;

/** A length field is a sibling, or a field of a struct further out. */
function lookUp(name: string, scopes: readonly Fields[]): bigint {
  for (const scope of scopes) if (Object.hasOwn(scope, name)) return numberOf(scope[name]);
  return 0n;
}

function lengthOf(length: ListLength | undefined, scopes: readonly Fields[]): bigint {
  if (length === undefined) return 0n;
  if (typeof length === 'number') return BigInt(length);
  if (typeof length === 'string') return lookUp(length, scopes);
  return length.reduce((product, name) => product * lookUp(name, scopes), 1n);
}

/** The members that a value's live bytes are: of a union, the one that its selector names. */
export function liveMembers(type: CompoundType, scopes: readonly Fields[]): readonly Member[] {
  if (type.kind === 'struct' || !type.selector) return type.members;
  const live = type.selector.live[Number(lookUp(type.selector.by, scopes))];
  // A selector that names none leaves nothing to follow; all readings stay in the value.
  return type.members.filter((m) => m.name === live);
}

/** Where the walk is: the path so far, the values around, and the field's notes. */
interface Place {
  readonly path: string;
  readonly scopes: readonly Fields[];
  readonly member?: Member;
}

function visit(type: FieldType, value: unknown, place: Place, out: ListReference[]): void {
  const { path, scopes, member } = place;
  if (type.kind === 'handle') {
    const { unit, direction } = member ?? {};
    out.push({
      path,
      handle: type,
      ...(unit && { unit }),
      ...(direction && { direction }),
      address: value as bigint,
      length: lengthOf(type.length, scopes),
    });
  } else if (type.kind === 'alias') visit(type.type, value, place, out);
  else if (type.kind === 'array' || type.kind === 'flexible')
    for (const [i, item] of (value as readonly unknown[]).entries())
      visit(type.element, item, { ...place, path: `${path}[${i}]` }, out);
  else if (type.kind === 'anonymous') visit(type.type, value, place, out);
  else if (type.kind === 'struct' || type.kind === 'union') {
    const fields = value as Fields;
    const inner = [fields, ...scopes];
    for (const m of liveMembers(type, inner)) {
      const isMerged = m.type.kind === 'anonymous';
      const at = isMerged ? path : path === '' ? m.name : `${path}.${m.name}`;
      visit(m.type, isMerged ? value : fields[m.name], { path: at, scopes: inner, member: m }, out);
    }
  }
}

/** Every live guest handle in a decoded value, in declaration order. */
export function listsIn(type: CompoundType, value: unknown): ListReference[] {
  const out: ListReference[] = [];
  visit(type, value, { path: '', scopes: [] }, out);
  return out;
}

/** The layout of one element of a handle's list, if its target is known. */
export function elementLayout(handle: HandleType, abi: Abi): Layout | undefined {
  return handle.target && layoutOf<Type>(handle.target, abi);
}

/** Bytes from the start of a layout to a field. */
export function offsetOf(layout: Layout, path: string): number {
  for (const entry of entriesOf(layout)) if (dotted(entry.path) === path) return entry.offset;
  return 0;
}
