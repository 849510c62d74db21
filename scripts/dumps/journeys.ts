import { judge, type Judgement } from './judge.js';
import type { Dump } from './tool.js';

/** What happens to a dump on its way to a reader: quoted in a mail, cut from a terminal, shortened. */

interface Journey {
  readonly name: string;
  readonly travel: (text: string, command: string) => string;
  /** Lines are missing afterwards, so that only a part can be read; of texts with so many lines. */
  readonly losesOf?: number;
}

const eachLine = (text: string, change: (line: string) => string): string =>
  text.replace(/\n$/, '').split('\n').map(change).concat('').join('\n');

function expandTabs(line: string): string {
  let expanded = '';
  for (const character of line)
    expanded += character === '\t' ? ' '.repeat(8 - (expanded.length % 8)) : character;
  return expanded;
}

const journeys: readonly Journey[] = [
  { name: 'with CRLF', travel: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'with a byte order mark', travel: (text) => `\ufeff${text}` },
  { name: 'without its last line end', travel: (text) => text.replace(/\n$/, '') },
  { name: 'with trailing spaces trimmed', travel: (text) => text.replaceAll(/[ \t]+$/gm, '') },
  { name: 'with no-break spaces', travel: (text) => text.replaceAll(' ', '\u00a0') },
  { name: 'with tabs expanded', travel: (text) => eachLine(text, expandTabs) },
  { name: 'indented', travel: (text) => eachLine(text, (line) => `    ${line}`) },
  { name: 'quoted', travel: (text) => eachLine(text, (line) => `> ${line}`) },
  { name: 'fenced', travel: (text) => `\`\`\`\n${text.replace(/\n$/, '')}\n\`\`\`\n` },
  { name: 'coloured', travel: (text) => eachLine(text, (line) => `\x1b[32m${line}\x1b[0m`) },
  { name: 'behind a prompt', travel: (text, command) => `$ ${command}\n${text}$ \n` },
  { name: 'within words', travel: (text) => `Here is what it printed:\n\n${text}\nThanks!\n` },
  {
    name: 'without its first line',
    travel: (text) => text.slice(text.indexOf('\n') + 1),
    losesOf: 4,
  },
  {
    name: 'without its last line',
    travel: (text) => text.replace(/[^\n]*\n$/, ''),
    losesOf: 4,
  },
];

/**
 * What becomes of a dump after some of the journeys: others for each of its tool's dumps, by number,
 * so that every journey is made by dumps of every tool.
 */
export function afterJourneys(
  dump: Dump,
  number: number,
): (Judgement & { readonly journey: string; readonly text: string })[] {
  const lines = dump.text.split('\n').length;
  // What fills a last word is known by the line behind it alone.
  const isWhole = (dump.bytes ?? '').length % 16 === 0;
  const fits = ({ losesOf }: Journey): boolean =>
    losesOf === undefined || (lines >= losesOf && isWhole);
  return journeys
    .filter((journey, i) => (i + number) % 4 === 0 && fits(journey))
    .map(({ name, travel, losesOf }) => {
      const text = travel(dump.text, dump.how);
      const lost = losesOf === undefined ? 'nothing' : 'lines';
      return { journey: name, text, ...judge({ ...dump, text }, lost) };
    });
}
