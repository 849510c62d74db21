import { words } from './names.js';

/** What a YAML document of ours is made of; `undefined` is left out. */
export type Yaml = string | number | readonly Yaml[] | { readonly [key: string]: Yaml | undefined };

/** Plain scalars that some YAML reader takes for something else than a string. */
const special = words('false n no null off on true y yes');
const isPlain = (text: string): boolean => /^[a-z]\w*$/.test(text) && !special.has(text);

const escaped = (c: string): string => {
  const hex = c.codePointAt(0)!.toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
};

/**
 * A JSON string is a YAML scalar (YAML 1.2, 1.3): what is no plain word is written so. What no
 * terminal shows is escaped, here, where it is known that the text is YAML.
 */
const scalar = (value: string | number): string =>
  typeof value === 'number' || isPlain(value)
    ? String(value)
    : JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped);

/** The same for a key, of which digits are a number in Kaitai's tables of cases. */
const keyOf = (key: string): string =>
  /^-?\d+$/.test(key) || isPlain(key.replaceAll('-', '_')) ? key : scalar(key);

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
      if (typeof item !== 'object') return `${indent}${keyOf(key)}: ${scalar(item)}\n`;
      return `${indent}${keyOf(key)}:\n${yaml(item, `${indent}  `)}`;
    })
    .join('');
}
