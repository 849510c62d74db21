import type { AliasType, FieldType } from '../schema/index.js';
import { ksySpelling } from './ksy-names.js';
import { scope } from './names.js';
import { enumerationOf, oneLine } from './shapes.js';
import type { Yaml } from './yaml.js';

/** The enumerations that are met, each printed once. */
export function enumerationsOf() {
  const name = scope(ksySpelling.types);
  const found = new Map<AliasType, string>();
  const values = (type: AliasType): Yaml => {
    const word = scope(ksySpelling.fields);
    const entries = new Map<string, { id: string; doc: string }>();
    for (const [key, value] of Object.entries(type.names!.values)) {
      const same = entries.get(`${value}`);
      if (same) same.doc += `, ${oneLine(key)}`;
      else entries.set(`${value}`, { id: word(key), doc: oneLine(key) });
    }
    return Object.fromEntries(entries);
  };
  return {
    nameOf(type: FieldType): string | undefined {
      const declared = enumerationOf(type);
      if (!declared) return undefined;
      if (!found.has(declared)) found.set(declared, name(declared.name));
      return found.get(declared);
    },
    all: (): Yaml | undefined =>
      found.size === 0
        ? undefined
        : Object.fromEntries([...found].map(([type, name]) => [name, values(type)])),
  };
}
export type Enumerations = ReturnType<typeof enumerationsOf>;
