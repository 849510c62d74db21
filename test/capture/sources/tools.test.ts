import { describe, expect, it } from 'vitest';
import { readSource, recognise, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf, example, prints, type Print } from './fixtures.js';

/** Where make.sh lays the examples for what looks at memory; what reads a file counts from 0. */
const base = 0xffff888003c0be20n;

const formatOf = (command: string): 'hex' | 'base64' | 'hexdump' => {
  if (command === 'base64') return 'base64';
  return /^xxd -[pi]$|^od -An/.test(command) ? 'hex' : 'hexdump';
};

const prompts = [
  '(gdb) x/18xw $rdi',
  '(qemu) xp /9xg 0x1000',
  'crash> rd ffff888003c0be20 9',
  '[0]kdb> md 0xffff888003c0be20',
  '[root@dom0 ~]# xxd argument',
  '$ od -tx1 argument',
];

/** What happens to a print on its way: each must leave the bytes as they are. */
const journeys: Record<string, (text: string) => string> = {
  'as printed': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'without its last line end': (text) => text.replace(/\n$/, ''),
  'with trailing spaces trimmed': (text) => text.replaceAll(/ +$/gm, ''),
  'with no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'behind prompts and blank lines': (text) => `\n${prompts.join('\n')}\n\n${text}\n(gdb) \n`,
};

const printsOf = (...names: string[]): (Print & { name: string })[] =>
  names.flatMap((name) => prints(name).map((print) => ({ name, ...print })));

const isDump = ({ command }: Print): boolean => formatOf(command) === 'hexdump';

describe('what a tool prints is read as its bytes', () => {
  it.each(printsOf('golden', 'tricky', 'sparse', 'odd'))('$name: $command', (print) => {
    const format = formatOf(print.command);
    const address = /^(gdb|qemu|crash|kdb)/.test(print.command) ? base : 0n;
    for (const [how, travel] of Object.entries(journeys)) {
      if (format !== 'hexdump' && how === 'behind prompts and blank lines') continue;
      const input = bytesOf(travel(print.text));
      expect(recognise(input), how).toBe(format);
      expect(readSource(input, format), how).toEqual({
        format,
        fragments: [{ address, bytes: example(print.name) }],
        hasAddresses: format === 'hexdump',
      });
    }
  });
});

const manyLines = printsOf('golden', 'tricky', 'sparse').filter(isDump);

describe('a mistake in a dump is found', () => {
  it.each(manyLines)('$name: $command, a stray character', ({ text }) => {
    const lines = text.split('\n');
    const number = lines.findIndex((line, i) => i > 0 && /^\w{6,}.*\s\w/.test(line));
    const line = lines[number]!;
    const column = /^\w+(?: <.*>)?:?\s+(?:0x)?/.exec(line)![0].length;
    lines[number] = `${line.slice(0, column)}g${line.slice(column + 1)}`;
    const input = bytesOf(lines.join('\n'));
    expect(recognise(input)).toBe('hexdump');
    expect(() => readSource(input, 'hexdump')).toThrow(
      `line ${number + 1}, column ${column + 1}: 'g' is no hex digit`,
    );
  });

  // Whatever digit of a group is lost, no bytes come of it: groups of a dump are of one width.
  it.each(manyLines)('$name: $command, a digit lost', ({ text }) => {
    let at = 0;
    for (const line of text.split('\n')) {
      const head = /^\w+(?: <.*>)?:?\s+/.exec(line)?.[0].length ?? line.length;
      const groups = /^(?:(?:0x)?[0-9a-f]+(?: |\t| {4}|$))*/i.exec(line.slice(head))![0];
      for (let i = head; i < head + groups.length; i++) {
        if (/\s/.test(line[i]!)) continue;
        const lost = text.slice(0, at + i) + text.slice(at + i + 1);
        expect(() => readSource(bytesOf(lost), 'hexdump'), lost).toThrow(SourceError);
      }
      at += line.length + 1;
    }
  });
});

describe.each(['golden', 'tricky'])('%s, not in hex', (name) => {
  it.each(prints(`${name}-refused`))('$command is refused', ({ text }) => {
    expect(() => readSource(bytesOf(text), 'hexdump')).toThrow(SourceError);
    expect(() => readSource(bytesOf(text), recognise(bytesOf(text)) as 'hexdump')).toThrow(
      SourceError,
    );
  });
});
