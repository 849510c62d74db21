import type { Token } from './row.js';

const token =
  /([ \t]*(?:(?:-|[│┊|]|: )[ \t]*)?)(?:(0x)([0-9a-f]+)|([0-9a-f]{1,8})`([0-9a-f]{8})|([0-9a-f]+))(h?)(?:(?: \+[\w.]+)?(?: <[^>]*>))?(?=[ \t│┊|]|-(?:[0-9a-f]|\s)|: |$)/iy;

/** Groups at the start of a line's body that may be digits, and whether each had 0x. */
export function tokensOf(text: string, from: number): { tokens: Token[]; isNumber: boolean } {
  const tokens: Token[] = [];
  let isNumber: boolean | undefined;
  token.lastIndex = from;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [whole, space = '', prefix, hex, high, low, plain] = match;
    if (whole === '') break;
    const hasPrefix = prefix !== undefined;
    if (isNumber !== undefined && hasPrefix !== isNumber) break;
    // `0x10 0x1008: 0x20` are two lines that were joined.
    if (hasPrefix && space.includes(':')) break;
    isNumber = hasPrefix;
    const digits = hex ?? (high === undefined ? plain! : high.padStart(8, '0') + low!);
    const at = match.index + space.length;
    const blanks = space.replace(/[^ \t]/g, '');
    tokens.push({
      digits,
      at,
      end: match.index + whole.length,
      gap: blanks.length,
      mark: blanks.length < space.length,
    });
  }
  return { tokens, isNumber: isNumber === true };
}
