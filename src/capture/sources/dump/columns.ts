import type { DumpStyle } from './styles.js';

/** What a line has between two spaces, and where. */
export interface Group {
  readonly at: number;
  readonly text: string;
}

interface Columns {
  readonly groups: readonly Group[];
  /** What follows the last group, the text column included. */
  readonly rest: string;
  readonly isSetRight: boolean;
}

/**
 * Parts the groups from the text column, which may look like groups itself: by the style's
 * character, or by its spaces, never by what the characters look like.
 */
export function groupsOf(style: DumpStyle, body: string): Columns {
  const { text } = style;
  if (typeof text !== 'number') {
    const end = text === null ? -1 : body.indexOf(text);
    const cut = end < 0 ? body.length : end;
    return { groups: split(body.slice(0, cut)), rest: body.slice(cut), isSetRight: false };
  }
  const indent = /^ */.exec(body)![0].length;
  const gap = body.slice(indent).search(text === 2 ? / {2}/ : / {3}/);
  const cut = gap < 0 ? body.length : indent + gap;
  const groups = split(body.slice(0, cut));
  const rest = body.slice(cut);
  if (style.digits !== null) return { groups, rest, isSetRight: false };
  const short = shortGroup(groups, rest);
  if (!short) return { groups, rest, isSetRight: groups.length > 0 && isOnlyShort(groups, rest) };
  return {
    groups: [...groups, { at: cut + short.at, text: short.text }],
    rest: rest.slice(short.at + short.text.length),
    isSetRight: true,
  };
}

function split(body: string): Group[] {
  const groups = [];
  let at = 0;
  for (const text of body.split(/\s/)) {
    if (text !== '') groups.push({ at, text });
    at += text.length + 1;
  }
  return groups;
}

/**
 * `xxd -e` sets a last group of fewer bytes right, so that it lies behind more than one space, as
 * the text column does. It is a group only if a text column as long as all the bytes follows it.
 */
function shortGroup(groups: readonly Group[], rest: string): Group | undefined {
  const match = /^( +)((?:[0-9a-f]{2})+) {2}/i.exec(rest);
  const width = groups[0]?.text.length;
  if (!match || width === undefined) return undefined;
  const [, spaces = '', text = ''] = match;
  const bytes = (groups.length * width + text.length) / 2;
  const fits =
    spaces.length + text.length === width + 1 &&
    rest.length >= spaces.length + text.length + 2 + bytes;
  return fits ? { at: spaces.length, text } : undefined;
}

/** The same where the line has no group before it: spaces and digits together make a full one. */
function isOnlyShort(groups: readonly Group[], rest: string): boolean {
  const [{ at, text }, ...others] = groups as readonly [Group, ...Group[]];
  const isFull = [4, 8, 16].includes(at + text.length);
  return others.length === 0 && at > 0 && isFull && rest.length >= 2 + text.length / 2;
}

/**
 * The text column, one character a byte. It follows its gap at once, on a short line after more
 * spaces. A line whose last spaces were trimmed may leave doubt where it begins: then none.
 */
export function textOfLine(style: DumpStyle, rest: string, bytes: number): string {
  const { text } = style;
  if (typeof text !== 'number') return rest.slice(1, 1 + bytes);
  if (/\S/.test(rest.charAt(text)) || rest.length === text + bytes)
    return rest.slice(text, text + bytes);
  const start = rest.search(/\S/);
  return start === rest.length - bytes ? rest.slice(start) : '';
}
