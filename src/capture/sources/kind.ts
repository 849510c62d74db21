import { encodingOf } from './text.js';

/** JSON shows by its start, whatever follows: its reader tells what is wrong and where. */
const json = /^(?:\ufeff|\xef\xbb\xbf)?\s*\{\s*(?:"|\}|$)/;

/** What `JSON.stringify` makes of Node's `Buffer`: a list of bytes. */
const buffer = /^(?:\ufeff|\xef\xbb\xbf)?\s*\{\s*"type":\s*"Buffer",\s*"data":\s*\[/;

/**
 * What the beginning of an input shows: a capture, text of some notation, or bytes that are no
 * text. Never throws; the first MiB is enough.
 */
export function kindOf(head: Uint8Array): 'capture' | 'raw' | 'text' {
  const start = String.fromCharCode(...head.subarray(0, 256));
  if (buffer.test(start)) return 'text';
  const isObject = json.test(start) && !(head.length > 256 && /\{\s*$/.test(start));
  if (isObject) return 'capture';
  return head.length > 0 && encodingOf(head) ? 'text' : 'raw';
}
