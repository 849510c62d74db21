import { describe, expect, it } from 'vitest';
import { readPasted, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf, example, prints, type Print } from './fixtures.js';

/** Where make.sh lays the examples for what looks at memory; what reads a file counts from 0. */
const base = 0xffff888003c0be20n;

const prompts = [
  '(gdb) x/18xw $rdi',
  '(qemu) xp /9xg 0x1000',
  'crash> rd ffff888003c0be20 9',
  '[0]kdb> md 0xffff888003c0be20',
  '[root@dom0 ~]# xxd argument',
  '$ od -tx1 argument',
  '0: kd> dq ffff8880`03c0be20 L9',
];

/** What happens to a print on its way: each must leave the bytes as they are. */
const journeys: Record<string, (text: string) => string> = {
  'as printed': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'without its last line end': (text) => text.replace(/\n$/, ''),
  'with trailing spaces trimmed': (text) => text.replaceAll(/ +$/gm, ''),
  'with no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'with colours': (text) => text.replaceAll(/^\S+/gm, '\u001b[1;32m$&\u001b[0m'),
  'in a fence': (text) => `\`\`\`text\n${text}\`\`\`\n`,
  quoted: (text) => text.replaceAll(/^/gm, '> '),
};

const loggers: Record<string, string> = {
  'by dmesg': '[   12.345678] ',
  'by journald': 'Nov 29 08:20:01 dom0 kernel: ',
  'by rsyslog': '2025-11-29T08:20:01.345678+00:00 dom0 kernel: [   12.345678] ',
  'by Xen': '(XEN) [2025-11-29 08:20:01] ',
};
for (const [how, prefix] of Object.entries(loggers))
  journeys[`logged ${how}`] = (text) => text.replaceAll(/^(?=.)/gm, prefix);

const dumpJourneys: typeof journeys = {
  ...journeys,
  'behind prompts and blank lines': (text) => `\n${prompts.join('\n')}\n\n${text}\n(gdb) \n`,
  'with a word before each line': (text) => text.replaceAll(/^(?=.)/gm, 'xenmem: '),
};

const printsOf = (...names: string[]): (Print & { name: string })[] =>
  names.flatMap((name) => prints(name).map((print) => ({ name, ...print })));

const isDump = ({ command }: Print): boolean => !/^(?:base64|xxd -[pi]|od -An)/.test(command);

describe('what a tool prints is read as its bytes', () => {
  it.each(printsOf('golden', 'tricky', 'sparse', 'odd'))('$name: $command', (print) => {
    const hasAddresses = isDump(print);
    const address = /^(gdb|qemu|crash|kdb)/.test(print.command) ? base : 0n;
    for (const [how, travel] of Object.entries(hasAddresses ? dumpJourneys : journeys)) {
      // base64 and escapes have no lines of their own that a logger could begin.
      if (!hasAddresses && how.startsWith('logged') && !print.command.startsWith('od')) continue;
      const { fragments, ...rest } = readPasted(bytesOf(travel(print.text)));
      expect(fragments, how).toEqual([{ address, bytes: example(print.name) }]);
      expect(rest.hasAddresses, how).toBe(hasAddresses);
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
    expect(() => readPasted(bytesOf(lines.join('\n')))).toThrow(SourceError);
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
        expect(() => readPasted(bytesOf(lost)), lost).toThrow(SourceError);
      }
      at += line.length + 1;
    }
  });
});

// Octal, decimal, bits and characters are read as what they are, or refused; never as hex.
describe.each(['golden', 'tricky'])('%s, not in hex', (name) => {
  it.each(prints(`${name}-refused`))('$command', ({ text }) => {
    expect(readPasted(bytesOf(text)).fragments).toEqual([{ address: 0n, bytes: example(name) }]);
  });
});
