import { describe, expect, it } from 'vitest';
import { readPasted, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf, hexOf } from './fixtures.js';

const first = '20bec0038088ffff04000000000000000030400000000000';
const all = `${first}61626364656667682536000100010203`;

/** What each shows, and where; as the tools print it. */
const read: readonly (readonly [title: string, text: string, hex: string, at: bigint])[] = [
  [
    "GEF's hexdump of eight bytes a line, with symbols",
    '0x0000000000403000│+0x0000   <ex+0000> 0xffff888003c0be20   \n' +
      '0x0000000000403008│+0x0008   <ex+0008> 0x0000000000000004   \n' +
      '0x0000000000403010│+0x0010   <ex+0010> 0x0000000000403000   \n',
    first,
    0x403000n,
  ],
  [
    "GEF's hexdump, in reverse",
    '0x0000000000403008│+0x0008   <ex+0008> 0x0000000000000004   \n' +
      '0x0000000000403000│+0x0000   <ex+0000> 0xffff888003c0be20   \n',
    first.slice(0, 32),
    0x403000n,
  ],
  [
    "GEF's hexdump of two bytes a line, with their text",
    '0x0000000000403000│+0x0000   <ex+0000> 0xbe20    .\n' +
      '0x0000000000403002│+0x0002   <ex+0002> 0x03c0   ..\n' +
      '0x0000000000403004│+0x0004   <ex+0004> 0x8880   ..\n',
    first.slice(0, 12),
    0x403000n,
  ],
  [
    "GEF's hexdump of bytes",
    '0x0000000000403000 <ex+0000>    20 be c0 03 80 88 ff ff 04 00 00 00 00 00 00 00      ...............\n' +
      '0x0000000000403010 <ex+0010>    00 30 40 00 00 00 00 00 61 62 63 64 65 66 67 68     .0@.....abcdefgh\n' +
      '0x0000000000403020 <ex+0020>    25 36 00 01 00 01 02 03                             %6......\n',
    all,
    0x403000n,
  ],
  [
    "GEF's telescope",
    '0x0000000000403000│+0x0000: 0xffff888003c0be20\n' +
      '0x0000000000403008│+0x0008: 0x0000000000000004\t ← $rsp\n' +
      '0x0000000000403010│+0x0010: 0x0000000000403000  →  0xffff888003c0be20\n',
    first,
    0x403000n,
  ],
  [
    "pwndbg's telescope, whose numbers have no zeros in front",
    '00:0000│ rsp 0x7fffffffe6e0 ◂— 1\n' +
      "01:0008│-008 0x7fffffffe6e8 —▸ 0x7fffffffe9dd ◂— 0x6b726f772f /* '/work' */\n" +
      '02:0010│     0x7fffffffe6f0 ◂— 0\n' +
      '... ↓        2 skipped\n' +
      '05:0028│     0x7fffffffe708 —▸ 0x401136 (main) ◂— push rbp\n',
    `0100000000000000dde9ffffff7f0000${'00'.repeat(24)}3611400000000000`,
    0x7fffffffe6e0n,
  ],
  [
    'hexyl in a box of ASCII',
    '+--------+-------------------------+-------------------------+--------+--------+\n' +
      '|00000000| 20 be c0 03 80 88 ff ff | 04 00 00 00 00 00 00 00 | ××•××××|•0000000|\n' +
      '|00000010| 00 30 40 00 00 00 00 00 | 61 62 63 64 65 66 67 68 |00@00000|abcdefgh|\n' +
      '|00000020| 25 36 00 01 00 01 02 03 |                         |%60•0•••|        |\n' +
      '+--------+-------------------------+-------------------------+--------+--------+\n',
    all,
    0n,
  ],
  [
    'hexyl without a box',
    ' 00000000  20 be c0 03 80 88 ff ff   04 00 00 00 00 00 00 00   ××•×××× •0000000 \n' +
      ' 00000010  00 30 40 00 00 00 00 00   61 62 63 64 65 66 67 68  00@00000 abcdefgh \n' +
      ' 00000020  25 36 00 01 00 01 02 03   04                       %60•0••• •        \n',
    `${all}04`,
    0n,
  ],
  [
    'hexyl without characters',
    '┌────────┬─────────────────────────┬─────────────────────────┐\n' +
      '│00000000│ 20 be c0 03 80 88 ff ff ┊ 04 00 00 00 00 00 00 00 │\n' +
      '└────────┴─────────────────────────┴─────────────────────────┘\n',
    first.slice(0, 32),
    0n,
  ],
  [
    "radare2's pxr, with what it knows of a word",
    '0x0000000b 0x01010101  .... 16843009\n0x0000000f 0x01010101  .... 16843009\n',
    '01'.repeat(8),
    11n,
  ],
  [
    "radare2's px with a comment",
    '- offset -   0 1  2 3  4 5  6 7  8 9  A B  C D  E F  0123456789ABCDEF\n' +
      '0x00000000  20be c003 8088 ffff 0400 0000 0000 0000   ...............  ; section..data\n',
    first.slice(0, 32),
    0n,
  ],
  [
    'a Buffer of Node as JSON',
    '{"type":"Buffer","data":[32,190,192,3,128,136,255,255]}\n',
    first.slice(0, 16),
    0n,
  ],
  [
    'IDA, with the name of a segment',
    '.data:0000000000403000 20 BE C0 03 80 88 FF FF  04 00 00 00 00 00 00 00   ...............\n',
    first.slice(0, 32),
    0x403000n,
  ],
  [
    'a big-endian target of gdb',
    'The target is set to big endian.\n0x403000:\t0x20bec003\t0x8088ffff\t0x04000000\t0x00000000\n',
    first.slice(0, 32),
    0x403000n,
  ],
  [
    'decimals of a big-endian target',
    'The target is set to big endian.\n0x403000:\t1\t2\n0x403008:\t3\t4\n',
    '00000001000000020000000300000004',
    0x403000n,
  ],
  [
    'decimal addresses',
    '0000  20 be c0 03 80 88 ff ff 04 00 00 00 00 00 00 00\n0016  00 30 40 00 00 00 00 00\n',
    first,
    0n,
  ],
  [
    'octal addresses before words',
    '000000  be20 03c0 8880 ffff 0004 0000 0000 0000\n000020  3000 0040 0000 0000 0001 0000 0000 0000\n' +
      '000040  0001 0000 0000 0000 0001 0000 0000 0000\n000060  0001 0000 0000 0000 0001 0000 0000 0000\n' +
      '000100  0001 0000 0000 0000\n',
    first + '0100000000000000'.repeat(6),
    0n,
  ],
];

const refused: readonly (readonly [title: string, text: string, why: string])[] = [
  [
    "a string in GEF's telescope",
    '0x0000000000403010│+0x0010: 0x0000000000403000\n0x0000000000403018│+0x0018: "abcdefgh%6"\n',
    'line 2, column 1: this telescope shows a string or code in place of a word',
  ],
  [
    'a word of pwndbg whose width nothing says',
    '00:0000│ esp 0xffffd000 ◂— 1\n',
    'the width of these words is not said',
  ],
  ['od -a', '0000000 nul soh   a   b  sp del\n0000006\n', 'od -a leaves out'],
  [
    'crash rd -s',
    'ffffffff82a03d00:  discontig_frames 0000000000000040\n',
    'rd -s shows symbols in place of numbers',
  ],
  ['booleans of lldb', '0x00403000: true\n0x00403001: false\n', 'of booleans no bytes are left'],
  ['lines of assembler', '.data:0000000000403000 dq 0FFFF888003C0BE20h\n', 'assembler'],
  ['a listing', '00403000 20 be c0 03     undefined4 03C0BE20h\n', 'listing'],
  ['a string of gdb', '0x403000:\t"abc"\n', 'a string is no dump'],
  ['base32', 'EC7AJ5IIAAAAAAAAAAACAAAAADYH6AAA\n', 'this may be base32'],
  ['addresses as short as bytes', '10 00 00 00 00\n14 00 bf c0 03\n', 'counts up'],
  ['decimals of 64 bits', '18446744073709551615 16301158599407376445\n', 'may be decimals'],
  ['words in brackets', '[0000000000000001, f0debc9a78563412]\n', 'words-le:8 or hex says it'],
  ['addresses before words of a memory file', '000000:20BE\n000001:C003\n', 'line 1'],
  ['bytes between sums', '10 0000:20 BE C0 03 04AB\n', 'line 1'],
  [
    'a list at the end of a session',
    '(lldb) run\nProcess 1 stopped\nstatus = 9 (0x00000009)\n',
    'this is no list',
  ],
  [
    'a session whose byte order changes',
    '0x0:\t0x00000001\t0x00000002\nThe target is set to big endian.\n0x8:\t0x00000001\n',
    'the byte order changes here',
  ],
];

const guessed: readonly (readonly [title: string, text: string, hex: string])[] = [
  ['two digits in each group and no letter', '10 20 30 40\n', '10203040'],
  ['one number', '0x7ff0\n', 'f07f'],
  ['a string without quotes', ' \\xbe\\x04 \\x00 a\n', 'be0420002061'],
  [
    'words whose zeros are behind',
    '0000000 02000000 09000000 20000000\n0000014\n',
    '000000020000000900000020',
  ],
  ['octal or hex addresses, one line', '2743000 00 00 00 01\n', '00000001'],
];

describe('notations that people have', () => {
  it.each(read)('%s', (_, text, hex, at) => {
    const { fragments, guess } = readPasted(bytesOf(text));
    expect(fragments.map(({ address, bytes }) => [address, hexOf(bytes)])).toEqual([[at, hex]]);
    expect(guess).toBeUndefined();
  });

  it.each(refused)('%s: refused', (_, text, why) => {
    expect(() => readPasted(bytesOf(text))).toThrow(SourceError);
    expect(() => readPasted(bytesOf(text))).toThrow(why);
  });

  it.each(guessed)('%s: a guess', (_, text, hex) => {
    const { fragments, guess } = readPasted(bytesOf(text));
    expect(fragments.map(({ bytes }) => hexOf(bytes))).toEqual([hex]);
    expect(guess).toBeDefined();
  });

  it('words in brackets are read where their order is said', () => {
    const text = bytesOf('[0000000000000001, f0debc9a78563412]\n');
    const hex = (from: string): string => hexOf(readPasted(text, from).fragments[0]!.bytes);
    expect(hex('words-le:8')).toBe('0100000000000000123456789abcdef0');
    expect(hex('words-be:8')).toBe('0000000000000001f0debc9a78563412');
  });
});
