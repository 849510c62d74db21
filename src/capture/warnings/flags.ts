import { hex } from '../../codec/index.js';
import { type CompoundLayout, dotted, entriesOf, layoutOf } from '../../layout/index.js';
import { type CompoundType, namesOf } from '../../schema/index.js';
import { liveMembers } from '../lists.js';
import type { Read, Warning } from './warning.js';

type Fields = Readonly<Record<string, unknown>>;

/** The paths of union members that are not live: nothing is said of their bits. */
function deadPrefixes(
  type: CompoundType,
  value: unknown,
  path: string,
  scopes: readonly Fields[],
): string[] {
  const inner = [value as Fields, ...scopes];
  const live = new Set(liveMembers(type, inner));
  return type.members.flatMap((m) => {
    const at = path === '' ? m.name : `${path}.${m.name}`;
    if (!live.has(m)) return [at];
    return m.type.kind === 'struct' || m.type.kind === 'union'
      ? deadPrefixes(m.type, (value as Fields)[m.name], at, inner)
      : [];
  });
}

const at = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<string | number, unknown>>)[step],
    value,
  );

/** Bits of a flags word that have no name. */
export function flagWarnings({ type, abi, value }: Read): Warning[] {
  const layout: CompoundLayout = layoutOf(type, abi);
  const dead = deadPrefixes(type, value, '', []);
  const warnings: Warning[] = [];
  for (const entry of entriesOf(layout)) {
    const names = namesOf(entry.layout.type);
    const path = dotted(entry.path);
    if (names?.kind !== 'flags' || dead.some((d) => path === d || path.startsWith(`${d}.`)))
      continue;
    let unknown = BigInt(at(value, entry.path) as number | bigint);
    for (const bit of Object.values(names.values)) unknown &= ~BigInt(bit);
    for (const part of Object.values(names.parts ?? {}))
      unknown &= ~(((1n << BigInt(part.width)) - 1n) << BigInt(part.shift));
    if (unknown !== 0n)
      warnings.push({
        code: 'unknown-flags',
        path,
        offset: entry.offset,
        message: `${path} has unknown flag bits ${hex(unknown)}`,
      });
  }
  return warnings;
}
