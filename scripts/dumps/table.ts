import type { Judgement } from './judge.js';
import type { Dump } from './tool.js';

export interface Row {
  readonly tool: string;
  readonly version: string;
  readonly read: number;
  readonly refused: number;
  readonly guessed: number;
  readonly untold: number;
  readonly misread: number;
  /** Lines that make dumps none of which was read. */
  readonly never: readonly string[];
}

export function rowOf(tool: string, version: string, dumps: readonly (Dump & Judgement)[]): Row {
  const count = (verdict: Judgement['verdict']): number =>
    dumps.filter((dump) => dump.verdict === verdict).length;
  const read = new Set(dumps.flatMap(({ verdict, how }) => (verdict === 'read' ? [how] : [])));
  const never = dumps.flatMap(({ how, bytes }) => (bytes !== null && !read.has(how) ? [how] : []));
  return {
    tool,
    version,
    read: count('read'),
    refused: count('refused'),
    guessed: count('guessed'),
    untold: count('untold'),
    misread: count('misread'),
    never: [...new Set(never)],
  };
}

/** Markdown, as the formatter of this repository lays it out. */
export function tableOf(rows: readonly Row[]): string {
  const sum = (of: (row: Row) => number): number => rows.reduce((n, row) => n + of(row), 0);
  const cells = [
    ['tool', 'read', 'refused', 'guessed', 'untold', 'misread', 'version'],
    ...rows.map((r) => [
      r.tool,
      `${r.read}`,
      `${r.refused}`,
      `${r.guessed}`,
      `${r.untold}`,
      `${r.misread}`,
      r.version,
    ]),
    [
      'all',
      `${sum((r) => r.read)}`,
      `${sum((r) => r.refused)}`,
      `${sum((r) => r.guessed)}`,
      `${sum((r) => r.untold)}`,
      `${sum((r) => r.misread)}`,
      '',
    ],
  ];
  const widths = cells[0]!.map((_, i) => Math.max(3, ...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [
    '# Dumps by real tools',
    '',
    'Made by `npm run dumps`, which also makes this table. Each dump shows bytes that are known: it',
    'is _read_ when those very bytes come of it, at their addresses, and _refused_ when a sentence',
    'does. Texts that are no dump are refused. _Guessed_: the text has several readings, and the one',
    'that was told to be a guess is not what the tool meant; `--strict` refuses it. _Untold_: od was',
    'asked for big-endian words, prints them as it prints others, and they are read as those.',
    '',
    line(cells[0]!),
    line(widths.map((width) => '-'.repeat(width))),
    ...cells.slice(1).map(line),
    '',
    '## Never read',
    '',
    'What was refused whatever bytes it showed:',
    '',
    ...rows
      .filter(({ never }) => never.length > 0)
      .flatMap(({ tool, never }) => [`### ${tool}`, '', '```', ...never, '```', ''])
      .slice(0, -1),
    '',
  ].join('\n');
}
