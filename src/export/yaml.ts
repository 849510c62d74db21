import { words } from './names.js';

/** What a YAML document of ours is made of; `undefined` is left out. */
export type Yaml = string | number | readonly Yaml[] | { readonly [key: string]: Yaml | undefined };

/** Plain scalars that some YAML reader takes for something else than a string. */
const special = words('false n no null off on true y yes');
const isPlain = (text: string): boolean => /^[a-z]\w*$/.test(text) && !special.has(text);

/** A JSON string is a YAML scalar (YAML 1.2, 1.3): what is no plain word is written so. */
const scalar = (value: string | number): string =>
  typeof value === 'number' || isPlain(value) ? String(value) : JSON.stringify(value);

/** A YAML document in block style, two spaces a level. */
export function yaml(value: Yaml, indent = ''): string {
  if (typeof value !== 'object') return `${indent}${scalar(value)}\n`;
  if (Array.isArray(value))
    return (value as readonly Yaml[])
      .map((item) => `${indent}- ${yaml(item, `${indent}  `).slice(indent.length + 2)}`)
      .join('');
  return Object.entries(value)
    .map(([key, item]) => {
      if (item === undefined) return '';
      if (typeof item !== 'object') return `${indent}${key}: ${scalar(item)}\n`;
      return `${indent}${key}:\n${yaml(item, `${indent}  `)}`;
    })
    .join('');
}
