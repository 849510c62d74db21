import { cleanLines, type CleanLine } from '../lines/clean.js';
import { bytesReading, littleEndian, type Reading } from '../reading.js';
import { SourceError } from '../source-error.js';

/** Bytes of an item: of gcc's output by GNU's names, and of NASM, MASM and IDA. */
const widths: Readonly<Record<string, number>> = {
  '.byte': 1,
  '.1byte': 1,
  '.short': 2,
  '.value': 2,
  '.hword': 2,
  '.2byte': 2,
  '.long': 4,
  '.int': 4,
  '.4byte': 4,
  '.quad': 8,
  '.8byte': 8,
  '.xword': 8,
  '.dword': 8,
  db: 1,
  dw: 2,
  dd: 4,
  dq: 8,
};

const fills = new Set(['.zero', '.skip', '.space']);
const strings: Readonly<Record<string, string>> = { '.ascii': '', '.asciz': '\0', '.string': '\0' };

/** What says nothing of bytes, where it stands before the first of them or behind the last. */
const silent =
  /^\s*(?:[\w.$?@]+:\s*$|\.(?:file|text|data|bss|section|globl|global|local|type|size|align|balign|p2align|ident|weak|hidden|loc|cfi_\w+)\b|(?:section|segment|bits|align|default|global)\b|[\w.$?@]+:\s*(?:[#;]|\/\/|@))/i;

const directive =
  /^\s*(?:[\w.$?@]{1,200}:?\s+)?(\.(?:[1248]?byte|short|value|hword|long|int|quad|xword|dword|zero|skip|space|ascii|asciz|string)|d[bwdq])\s+(\S.*)$/i;

/** An item: a number of C, of an assembler (`0FFh`, `$ff`), or characters in quotes. */
const item =
  /\s*(?:(-?)(?:0x([0-9a-f]{1,16})|([0-9][0-9a-f]{0,16})h|0b([01]{1,64})|(0[0-7]{1,22})|(0|[1-9][0-9]{0,19}))|'([^'\\]{1,200})'|"((?:[^"\\]|\\.){0,400})")\s*(,|$)/iy;

/** More bytes than this a directive may not fill. */
const mostFill = 2 ** 20;

/** Nobody writes longer lines by hand, and a compiler does not. */
const mostLine = 2 ** 16;

/** Remarks, alone or behind items: `# 4`, `; 4`, `// 4`. */
const remark = /(?:#|;|\/\/)/;
const isRemark = (text: string): boolean => text.trimStart().search(remark) === 0;

function numberOf(match: RegExpExecArray, isGnu: boolean, width: number): bigint | undefined {
  const [, sign, hex, suffixed, binary, octal, decimal] = match;
  // NASM and MASM read 010 as ten, GNU as eight.
  if (octal !== undefined && !isGnu) return undefined;
  const digits = hex ?? suffixed;
  const value =
    digits !== undefined
      ? BigInt(`0x${digits}`)
      : binary !== undefined
        ? BigInt(`0b${binary}`)
        : octal !== undefined
          ? BigInt(`0o${octal}`)
          : BigInt(decimal!);
  const signed = sign === '-' ? -value : value;
  const fits = signed >= -(1n << BigInt(8 * width - 1)) && signed < 1n << BigInt(8 * width);
  return fits ? signed : undefined;
}

const named: Readonly<Record<string, number>> = {
  b: 8,
  t: 9,
  n: 10,
  f: 12,
  r: 13,
  '\\': 92,
  '"': 34,
};
const character = /\\([0-7]{1,3})|\\(.)|([ -~])|([^])/g;

/** GNU's escapes are octal, or of a letter; others have none. `undefined`: no byte. */
function charactersOf(text: string, isGnu: boolean): number[] | undefined {
  const bytes: number[] = [];
  for (const [, octal, name, plain] of text.matchAll(character)) {
    const byte =
      octal !== undefined
        ? parseInt(octal, 8)
        : name !== undefined
          ? named[name]
          : plain?.charCodeAt(0);
    if (byte === undefined || byte > 255 || (plain === undefined && !isGnu)) return undefined;
    bytes.push(byte);
  }
  return bytes;
}

/** The bytes of one line of data. @throws SourceError where an item is no number. */
function bytesOf(line: CleanLine, name: string, rest: string): Uint8Array {
  const fail = (problem: string): never => {
    throw new SourceError('order', line, problem);
  };
  const behind = /["']/.test(rest) ? -1 : rest.search(remark);
  const body = (behind < 0 ? rest : rest.slice(0, behind)).trimEnd();
  const end = strings[name];
  const fill = fills.has(name);
  const width = fill || end !== undefined ? 1 : widths[name]!;
  const out: number[] = [];
  item.lastIndex = 0;
  for (let isOver = false; !isOver;) {
    const match = item.exec(body);
    if (!match) return fail('this is no number: an assembler knows more than its text says');
    isOver = match.at(-1) !== ',';
    const text = match[7] ?? match[8];
    if (text !== undefined) {
      const bytes = charactersOf(text, name.startsWith('.'));
      if (width > 1 || fill || !bytes)
        return fail('characters in a word, or none of ASCII, are not read');
      out.push(...bytes);
      if (end === '\0') out.push(0);
      continue;
    }
    if (end !== undefined) return fail('this is no string in quotes');
    const value = numberOf(match, name.startsWith('.'), fill ? 4 : width);
    if (value === undefined)
      return fail(`a number is wider than ${8 * width} bits, or may be octal`);
    if (!fill) out.push(...littleEndian(value, width));
    else if (out.length > 0 || !isOver || value < 0n || value > mostFill)
      return fail('how much is filled up, and with what, is not read');
    else return new Uint8Array(Number(value));
  }
  return Uint8Array.from(out);
}

/** Hex that is filled up with zeros, and fewer digits at the very end. @throws SourceError */
function refuseCut(text: string): void {
  const last = /0x([0-9a-f]{1,16})\s*$/i.exec(text.slice(-64));
  const [first, ...more] = [...text.matchAll(/\b0x([0-9a-f]{1,16})\b/gi)].map(
    ([, digits]) => digits!.length,
  );
  if (last && more.length > 1 && more.slice(0, -1).every((length) => length === first))
    if (last[1]!.length < first! && /\b0x0/i.test(text))
      throw new SourceError(
        'order',
        { line: 1, column: 1 },
        'the last number has fewer digits than the others: it may be cut',
      );
}

/**
 * The data directives of an assembler, as `gcc -S` writes them and as people write them by hand.
 * `undefined`: none. @throws SourceError where something else stands among them.
 */
export function readAssembler(text: string): Reading | undefined {
  const pieces: Uint8Array[] = [];
  let isOver = false;
  for (const line of cleanLines(text)) {
    if (line.text.length > mostLine) return undefined;
    const [, word, rest = ''] = directive.exec(line.text) ?? [];
    const name = word?.toLowerCase();
    if (name === undefined) {
      if (isRemark(line.text)) continue;
      if (!silent.test(line.text)) return undefined;
      isOver = pieces.length > 0;
      continue;
    }
    if (isOver)
      throw new SourceError('order', line, 'data behind another label are of another kind');
    pieces.push(bytesOf(line, name, rest));
  }
  if (pieces.length === 0) return undefined;
  refuseCut(text);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const piece of pieces) {
    bytes.set(piece, length);
    length += piece.length;
  }
  return bytesReading('data of an assembler, little-endian', bytes);
}
