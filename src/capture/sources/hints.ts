import { cleanLines } from './lines/clean.js';
import { SourceError } from './source-error.js';

/** Prints that people have and that do not carry their bytes, or not so that they can be told. */
const hints: readonly (readonly [looks: RegExp, sentence: string])[] = [
  [
    /\.\.\. (\d+) more (bytes?|items?)\b/,
    '$1 $2 are not shown: print all of them, as Node does of b.toString("hex")',
  ],
  [
    /[,"'\d}\]]\s*\.{3}(?:[\s,\])}]|$)/,
    "'...' stands for what is not shown: print all of it (gdb: set print elements 0)",
  ],
  [
    /^[0-7]{6,8}(?: +(?:nul|soh|stx|etx|eot|enq|ack|bel|bs|ht|nl|vt|ff|cr|so|si|dle|dc[1-4]|nak|syn|etb|can|em|sub|esc|fs|gs|rs|us|sp|del|[!-~])){2,}\s*$/,
    "od -a leaves out each byte's highest bit: print with od -tx1",
  ],
  [
    /^[0-9a-f]{8,16}: {2}(?:[0-9a-f]{8,16} +)*[a-z_][\w.]*(?:\+\d+)?(?: |$)/i,
    'rd -s shows symbols in place of numbers: print with rd, or rd -64',
  ],
  [/^0x[0-9a-f]+: (?:true|false)$/, 'of booleans no bytes are left: print with -fx -s1'],
  [
    /(?:^|\s)d[bwdq]\s+(?:[0-9][0-9a-f]*h?|'.*')(?:,|\s|$)/i,
    'lines of assembler are not read: copy the bytes in hex',
  ],
  [
    /^[0-9a-f]{6,16}(?: [0-9a-f]{2})+ {2,}(?:undefined|[a-z]+)\d*\b/i,
    'lines of a listing are not read: copy the bytes alone',
  ],
  [
    /^\*$/,
    "'*' stands for lines like the one above it, and no address says for how many: print with -v",
  ],
  [/^0x[0-9a-f]+(?: <[^>]*>)?:\s+["']/, 'a string is no dump: print with x/…xb'],
];

/** Says of a print that cannot be read why, and what can. */
export function hintOf(text: string): SourceError | undefined {
  let looked = 0;
  for (const line of cleanLines(text)) {
    const body = line.text.trim().slice(0, 400);
    const [looks, sentence] = hints.find(([looks]) => looks.test(body)) ?? [];
    if (looks) return new SourceError('line', line, looks.exec(body)![0].replace(looks, sentence!));
    if (++looked === 40) return undefined;
  }
  return undefined;
}
