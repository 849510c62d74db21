import type { FieldType, Type, Unit } from '../schema/index.js';
import { liveMembers } from './lists.js';
import { inWords } from './words.js';

type Fields = Readonly<Record<string, unknown>>;

/** A leaf of a value for people: its dotted path and what it says. */
export interface Row {
  readonly path: string;
  readonly text: string;
}

function visit(
  type: FieldType,
  value: unknown,
  path: string,
  unit: Unit | undefined,
  scopes: readonly Fields[],
  rows: Row[],
): void {
  if (
    type.kind === 'alias' &&
    (type.type.kind === 'struct' || type.type.kind === 'union' || type.type.kind === 'array')
  )
    visit(type.type, value, path, unit, scopes, rows);
  else if (type.kind === 'anonymous') visit(type.type, value, path, unit, scopes, rows);
  else if (type.kind === 'array' || type.kind === 'flexible')
    for (const [i, item] of (value as readonly unknown[]).entries())
      visit(type.element, item, `${path}[${i}]`, unit, scopes, rows);
  else if (type.kind === 'struct' || type.kind === 'union') {
    const fields = value as Fields;
    const inner = [fields, ...scopes];
    const live = liveMembers(type, inner);
    // A selector that names no member: every reading is shown.
    for (const m of live.length > 0 ? live : type.members) {
      if (m.type.kind === 'bits' && m.type.unnamed) continue;
      const isMerged = m.type.kind === 'anonymous';
      const at = isMerged ? path : path === '' ? m.name : `${path}.${m.name}`;
      visit(m.type, isMerged ? value : fields[m.name], at, m.unit, inner, rows);
    }
  } else rows.push({ path, text: inWords(type, value, unit) });
}

/** The fields of a value in words, one row each; of a union the live member alone. */
export function rowsOf(type: Type, value: unknown): Row[] {
  const rows: Row[] = [];
  visit(type, value, '', undefined, [], rows);
  return rows;
}
