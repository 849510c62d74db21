import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { inProcess, temporaryFiles } from './in-process.js';
import { xenabi } from './run.js';

const file = temporaryFiles();

/** A colour of ours around a piece: `<red:4 -> 8>`. */
const NAMES: Readonly<Record<string, string>> = {
  31: 'red',
  32: 'green',
  33: 'yellow',
  35: 'magenta',
  36: 'cyan',
};
const ESCAPE = '\u001b';
const PIECE = new RegExp(`${ESCAPE}\\[(\\d+)m(.*?)${ESCAPE}\\[39m`, 'g');
const marked = (text: string): string =>
  text.replace(PIECE, (_, code: string, piece) => `<${NAMES[code]}:${piece}>`);

/** Colours, a title and verdicts that a file would like to show. */
const EVIL = 'x\u001b[31m\u009b32m\u001b]0;t\u0007 differs * → warning: matches';
const evil = file(
  'evil.jsonl',
  [
    { xenabi: 1, abi: 'x86_64', interface: 'xen-4.17', source: EVIL },
    { hypercall: 12, args: ['0x5', '0x1000'], label: EVIL, result: 0 },
    { hypercall: 12, args: ['0x2'], label: EVIL, result: 4096 },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join(''),
);

describe('colours', () => {
  const wrong = 'test/objects/wrong/x86_64-gcc-dwarf4-packed.o';
  it.each<[string, string[], string[]]>([
    [
      'what a call changed',
      ['decode', 'samples/exchange.jsonl'],
      [
        '    out.nr_extents    1',
        '  <yellow:* out.extent_start  0xffffffff82a03d68  [1] 0x1ae00 → 0x1c0>',
        '  <yellow:* nr_exchanged      0 → 64>',
      ],
    ],
    [
      'warnings',
      ['decode', '--struct', 'xen_memory_reservation', '--abi', 'x86_64', 'ff'.repeat(32)],
      [expect.stringMatching(/^ {2}<magenta:warning: .*>$/)],
    ],
    [
      'calls that match',
      ['replay', '--all', 'samples/exchange.jsonl'],
      ['#0 XENMEM_exchange <green:matches>'],
    ],
    ['structs that match', ['check', 'samples/guest.o'], ['  <green:match>   xen_memory_exchange']],
    ['structs that differ', ['check', wrong], ['  <red:differ>  xen_memory_map']],
    [
      'values that differ',
      ['layout', '--diff', 'x86_32', 'x86_64', 'xen_memory_map'],
      [
        '  buffer: offset <red:4 -> 8>, size <red:4 -> 8>',
        '  (struct): size <red:8 -> 16>, align <red:4 -> 8>',
        '  (padding): none -> 4 at 4',
      ],
    ],
    [
      'cells that differ',
      ['layout', '--abi', 'x86_32,x86_64', 'xen_memory_map'],
      [
        '     nr_entries         0:4      0:4    unsigned int            inout  count',
        '  *  buffer             <red:4:4>      <red:8:8>    XEN_GUEST_HANDLE(void)  inout',
      ],
    ],
    ['the verdict, not the label', ['replay', '--all', evil], []],
    ['no text of a file', ['decode', evil], []],
  ])('are put on %s, on a forced stream alone', (_, args, lines) => {
    const plain = xenabi(args);
    const forced = xenabi(args, { env: { FORCE_COLOR: '1' } });
    expect(marked(forced.stdout).split('\n')).toEqual(expect.arrayContaining(lines));
    // Colours are all that is added, and each of them ends within its line.
    expect(marked(forced.stdout + forced.stderr)).not.toContain('\u001b');
    expect(stripVTControlCharacters(forced.stdout)).toBe(plain.stdout);
    expect(stripVTControlCharacters(forced.stderr)).toBe(plain.stderr);
    expect(xenabi(args, { env: { FORCE_COLOR: '0' } })).toEqual(plain);
  });

  it('colour the verdict and not the label', () => {
    const { stdout } = xenabi(['replay', '--all', evil], { env: { FORCE_COLOR: '1' } });
    for (const line of marked(stdout)
      .split('\n')
      .filter((one) => one.startsWith('#')))
      expect(line).toMatch(/^#\d XENMEM_\w+ <(green:matches|red:differs|cyan:skipped)>[^<]*$/);
  });

  it('are for a terminal that has them', async () => {
    const args = ['xen_memory_map', '--abi', 'x86_32,x86_64'];
    const plain = await inProcess('layout', args);
    expect(await inProcess('layout', args, { columns: 99, hasColors: false })).toEqual(plain);
    const { stdout } = await inProcess('layout', args, { columns: 99, hasColors: true });
    expect(marked(stdout)).toContain('<red:4:4>');
    expect(stripVTControlCharacters(stdout)).toBe(plain.stdout);
    const json = await inProcess('layout', [...args, '--json'], { columns: 9, hasColors: true });
    expect(json).toEqual(await inProcess('layout', [...args, '--json']));
  });
});

describe('width', () => {
  const words = (text: string): string[] => text.split(/\s+/).toSorted();

  it.each<['list' | 'explain' | 'layout', string[]]>([
    ['list', ['commands']],
    ['list', ['sources']],
    ['explain', ['0x146', 'xen_memory_exchange']],
    ['layout', ['xen_memory_exchange', '--doc']],
  ])('%s %j folds into the terminal and loses no word', async (verb, args) => {
    const plain = await inProcess(verb, args);
    for (const columns of [80, 100, 120]) {
      const { stdout } = await inProcess(verb, args, { columns, hasColors: false });
      const lines = stdout.split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(words(stdout)).toEqual(words(plain.stdout));
    }
  });

  it.each<['list' | 'layout', string[]]>([
    ['list', ['structs']],
    ['list', ['abis']],
    ['layout', ['vcpu_info', '--abi', 'all']],
  ])('%s %j goes on in further tables', async (verb, args) => {
    const plain = await inProcess(verb, args);
    for (const columns of [60, 80]) {
      const { stdout } = await inProcess(verb, args, { columns, hasColors: false });
      const lines = stdout.split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      // No cell is empty where the names of architectures are stacked.
      const table = plain.stdout.replace(/ {2}under an architecture.*/, '  -: not there');
      expect(new Set(words(stdout))).toEqual(new Set(words(table)));
    }
  });
});
