import type { Head } from './row.js';

const address = String.raw`(0x)?([0-9a-f]{1,8}${'`'}[0-9a-f]{8}|[0-9a-f]{1,22})`;

/**
 * Up to the first group: what stands before an address (pwndbg's `+0010 `, kdb's `phys `, the `#`
 * of physical memory), the address, its symbol, and a mark behind it. Boxes are marks.
 */
const head = new RegExp(
  String.raw`^([ \t.]*(?:[│|#] *|\+(?:[0-9a-f]{4,16} +|(?=(?:0x)?[0-9a-f]{2,8}:))|phys )?)${address}(│\+0x[0-9a-f]+)?( {0,4}<[^>]*>)?( ?: ?=| {0,3}[:=│|┃]| -(?= ))?([ \t]*)`,
  'i',
);

/** The head of a line that begins with an address; what follows may be anything. */
export function headOf(text: string): Head | undefined {
  const match = head.exec(text);
  if (!match) return undefined;
  const [whole, before = '', prefix, digits = '', offset, symbol, mark = '', space = ''] = match;
  const next = text[whole.length];
  // An address ends somewhere: at its mark, or at a space.
  if (mark === '' && space === '' && next !== undefined) return undefined;
  return {
    digits: digits.replace('`', ''),
    hasPrefix: prefix !== undefined,
    hasTick: digits.includes('`') || before.includes('#'),
    hasSymbol: symbol !== undefined,
    mark:
      offset !== undefined || /[│|┃]/.test(mark) ? '|' : ((mark.trim()[0] ?? '') as Head['mark']),
    indent: text.length - text.trimStart().length,
    gap: space.length,
    hasTab: space.includes('\t'),
    length: whole.length,
  };
}

/** The head of a line that has no address: its indent. */
export function noHead(text: string): Head {
  const length = text.length - text.trimStart().length;
  return {
    digits: '',
    hasPrefix: false,
    hasTick: false,
    hasSymbol: false,
    mark: '',
    indent: length,
    gap: length,
    hasTab: false,
    length,
  };
}
