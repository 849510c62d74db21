import type { Fields } from '../../codec/live.js';
import { type Abi, dotted, entriesOf, layoutOf } from '../../layout/index.js';
import type { CompoundType, FieldType, Member } from '../../schema/index.js';
import type { Memory } from '../memory.js';
import { littleEndian } from '../../codec/index.js';

/** A field of a value, with its declaration. */
export interface Field {
  readonly type: FieldType;
  readonly value: unknown;
  readonly member?: Member;
}

function membersOf(type: FieldType): readonly Member[] {
  if (type.kind === 'alias' || type.kind === 'anonymous') return membersOf(type.type);
  if (type.kind !== 'struct' && type.kind !== 'union') return [];
  return type.members.flatMap((m) => (m.type.kind === 'anonymous' ? membersOf(m.type) : [m]));
}

const step = ({ type, value }: Field, name: string): Field | undefined => {
  const member = membersOf(type).find((one) => one.name === name);
  return member && { type: member.type, value: (value as Fields)[name], member };
};

/** The field of a type that a dotted path names. */
export const memberAt = (type: FieldType, path: string): Member | undefined => {
  let found: Member | undefined;
  for (const name of path.split('.')) {
    found = membersOf(found?.type ?? type).find((one) => one.name === name);
    if (!found) return undefined;
  }
  return found;
};

/** The field that a dotted path names, from `from` on. */
export const fieldAt = (from: Field, path: string): Field | undefined =>
  path === ''
    ? from
    : path.split('.').reduce<Field | undefined>((at, name) => at && step(at, name), from);

/** What a path says in the nearest of values: the innermost stands first. */
export function numberAt(path: string, scopes: readonly unknown[]): bigint | undefined {
  for (const scope of scopes) {
    let at: unknown = scope;
    for (const name of path.split('.'))
      at =
        typeof at === 'object' && at !== null && Object.hasOwn(at, name)
          ? (at as Fields)[name]
          : undefined;
    if (typeof at === 'bigint' || typeof at === 'number') return BigInt(at);
  }
  return undefined;
}

/** The number in one field of a struct in memory, as far as its bytes are known. */
export function numberInMemory(
  memory: Memory,
  { type, path, address }: { type: CompoundType; path: string; address: bigint },
  abi: Abi,
): bigint | undefined {
  for (const entry of entriesOf(layoutOf(type, abi))) {
    if (dotted(entry.path) !== path || entry.bits) continue;
    const bytes = memory.read(address + BigInt(entry.offset), entry.size);
    if (bytes.length < entry.size) return undefined;
    return littleEndian(bytes);
  }
  return undefined;
}
