import { describe, expect, it } from 'vitest';
import { readPasted, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf, hexOf } from './fixtures.js';

const readHex = (text: string, size?: number): { hex: string; guess: boolean; at: bigint } => {
  const { fragments, guess } = readPasted(bytesOf(text), undefined, size);
  expect(fragments).toHaveLength(1);
  const [{ address, bytes } = { address: 0n, bytes: new Uint8Array() }] = fragments;
  return { hex: hexOf(bytes), guess: guess !== undefined, at: address };
};

const zeros = (count: number): string => '00'.repeat(count);

/** Each was read as other bytes without a word once. */
const read: readonly (readonly [title: string, text: string, hex: string])[] = [
  [
    "objdump's groups are bytes",
    ' 0000 01000000 00000000 00000000 00000000  ................\n',
    `01${zeros(15)}`,
  ],
  [
    "readelf's groups are bytes",
    '  0x00403000 f07f0000 01000000 02000000 00000000 ................\n',
    `f07f00000100000002${zeros(7)}`,
  ],
  ['/bits/ 8 cells are bytes', 'data = /bits/ 8 <0x3e 0x06 0x25>;', '3e0625'],
  [
    "hexyl's star in a box",
    '│00000000│ 01 00 00 00 00 00 00 00 ┊ 00 00 00 00 00 00 00 00 │•0000000┊00000000│\n' +
      '│00000010│ 00 00 00 00 00 00 00 00 ┊ 00 00 00 00 00 00 00 00 │00000000┊00000000│\n' +
      '│*       │                         ┊                         │        ┊        │\n' +
      '│00000040│                         ┊                         │        ┊        │\n',
    `01${zeros(63)}`,
  ],
  [
    'a star among decimals',
    '0000000   1   0   0   0 173 222   0   0   0   0   0   0   0   0   0   0\n' +
      '0000016   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0\n*\n0000064\n',
    `01000000adde${zeros(58)}`,
  ],
  [
    'decimals of two bytes in columns',
    '0000000  1598  2597 40383 12973 31485  8794 38515 62316\n0000020\n',
    '3e06250abf9dad32fd7a5a2273966cf3',
  ],
  [
    '-1 in columns is a byte',
    `0000000${'   -1'.repeat(16)}\n0000020   -1   -1   -1   -1   -1   -1   -1   -1\n0000030\n`,
    'ff'.repeat(24),
  ],
  [
    'decimals of eight bytes without addresses',
    ' '.repeat(9) + '726693593029\n',
    'c53f5032a9000000',
  ],
  [
    'decimals without addresses, the first far from the second',
    '           4295000048     4483808418075188\n',
    'f07f0000010000003412000000ee0f00',
  ],
  [
    'words with 0x, a line each',
    '0x0000000000000001\n0x0000000000000002\n',
    `01${zeros(7)}02${zeros(7)}`,
  ],
  [
    'lines that a terminal broke at 60 columns',
    '0000000    be20    03c0    8880    ffff    0004    0000    0\n000    0000\n' +
      '0000010    7ff0    0000    0000    0000    0000    0000    0\n000    0000\n0000020\n',
    `20bec0038088ffff04${zeros(7)}f07f${zeros(14)}`,
  ],
  ['indexes', 'buf[0] = 0x40\nbuf[1] = 0x02\n', '4002'],
  [
    'offsets with a plus',
    '+00: 0x0000000000000001\n+08: 0x0000000000007ff0\n',
    `01${zeros(7)}f07f${zeros(6)}`,
  ],
  ["a logger's name before bytes", '[   12.345678] xen: arg=d6:ff:b4:bf\n', 'd6ffb4bf'],
  ['a map of bpftrace', '@buf: \\xf0\\x7f\n', 'f07f'],
  ['characters that gcc -S writes', '\t.string\t"\\360\\177"\n\t.ascii\t"A"\n', 'f07f0041'],
  ['bytes behind a name, twice', '[  1.0] xen: arg=01:00\n\n[  1.0] xen: arg=02:00\n', '01000200'],
  [
    'a stack trace of one word',
    '(XEN) Xen stack trace from rsp=00007ffe12345670:\n(XEN)    0000000000000004\n',
    `04${zeros(7)}`,
  ],
  [
    'many bytes in decimals',
    `[${Array.from({ length: 24 }, (_, i) => i * 10).join(', ')}]\n`,
    Array.from({ length: 24 }, (_, i) => (i * 10).toString(16).padStart(2, '0')).join(''),
  ],
  [
    'groups that a terminal put on a line of their own',
    '00000000  c05c 30f4 325a aeb4 5fff 54aa \n9e8f 4d9c\n00000010  181e 7757 87dc 17ce\n',
    '5cc0f4305a32b4aeff5faa548f9e9c4d1e185777dc87ce17',
  ],
  ['plain od', '0000000 000100 040000 000000 000000\n0000010\n', '4000004000000000'],
  [
    'octal words of which the last is filled up',
    '0000000 00777757277 00000000003\n0000005\n',
    'bfdeff0703',
  ],
  ['octal words without addresses', ' 077760 000001\n', 'f07f0100'],
  [
    'octal words of eight bytes without addresses',
    ' 0312554733741211203076 1715544547144226475375\n',
    '3e06250abf9dad32fd7a5a2273966cf3',
  ],
  ['bytes behind a # are a comment', 'f0 7f\n# ab cd\n', 'f07f'],
  ['a row behind a #', '00000000: 0100 0200\n# 00000004: 0506 0708\n', '01000200'],
  [
    "rows of WinDbg's !dq",
    '#  1aa000 00000000`00000004 00000000`00007ff0\n',
    `04${zeros(7)}f07f${zeros(6)}`,
  ],
  ['physical words of WinDbg', '#1da9c63c 9f93cafe 00000001\n', 'feca939f01000000'],
  [
    'addresses of a kernel as words of four bytes',
    '03c0b000 ffff8880 00000004 00000000\n',
    `00b0c0038088ffff04${zeros(7)}`,
  ],
  [
    'addresses of a kernel as groups of four bytes',
    '00b0c003 8088ffff 04000000 00000000\n',
    `00b0c0038088ffff04${zeros(7)}`,
  ],
  ["addresses of a kernel's text", '82a03d00 ffffffff\n', '003da082ffffffff'],
  [
    "addresses of Xen's",
    'ffff82d040201000\n00000000fee00000\n',
    '00102040d082ffff0000e0fe00000000',
  ],
  ['xxd whose text is all dots', '00000000: f07f 0100  ....\n', 'f07f0100'],
  ['a directive of an assembler', 'DB 0F0h, 07Fh\n', 'f07f'],
  ['words of NASM', 'dq 0xffff888003c0be20 ; start\ndq 4\n', `20bec0038088ffff04${zeros(7)}`],
  [
    'what gcc -S writes',
    '\t.globl\tex\n\t.align 8\nex:\n\t.quad\t-131391576556000\n\t.value\t32752\n\t.zero\t6\n\t.ident\t"GCC"\n',
    `20bec0038088fffff07f${zeros(6)}`,
  ],
  ['binary numbers', '0b11110000 0b01111111\n', 'f07f'],
  ['octal escapes without quotes', '\\360\\177\n', 'f07f'],
  ["numpy's type", 'array([240, 127], dtype=uint8)\n', 'f07f'],
  [
    "numpy's words",
    'array([18446612682132995616,                    4], dtype=uint64)\n',
    `20bec0038088ffff04${zeros(7)}`,
  ],
  ['bytes of a device tree', 'data = [40 40 00];\n', '404000'],
  [
    'what strace shows',
    ' | 00000  40 40 00 00 00 00 00 00  04 00 00 00 00 00 00 00  @@.............. |\n' +
      ' | 00010  f0 7f                                             ..               |\n',
    `4040${zeros(6)}04${zeros(7)}f07f`,
  ],
  [
    'a dump in UTF-16 with boxes',
    '\ufeff00000000  20 30 40 00  16 00 00 00│ 0@·│····│\n00000008\n',
    '2030400016000000',
  ],
  [
    'lines of a log that were indented',
    '    (XEN) 00001000: 0000000000000001\n\t(XEN) 00001008: 0000000000000002\n',
    `01${zeros(7)}02${zeros(7)}`,
  ],
  [
    'physical words that are numbered and indented',
    '      1 #  1aa000 00000000`00000004\n      2 #  1aa008 00000000`00000012\n',
    `04${zeros(7)}12${zeros(7)}`,
  ],
  [
    'characters that gdb repeats',
    String.raw`$1 = "\001\002a\n", '\000' <repeats 11 times>, "\003"`,
    `0102610a${zeros(11)}03`,
  ],
];

const refused: readonly (readonly [title: string, text: string])[] = [
  [
    'octal words of QEMU',
    '0000000000000000: 000000077760 000000000001 000000011064 000003767000\n',
  ],
  ['decimals of QEMU', '0000000000000000: 32752     0     1     0  4660     0 60928    15\n'],
  // It was an internal error.
  ['words of several widths without addresses', 'dq 0x0000000000000001\ndq 0x00\n+0x01\n'],
  [
    'offsets, the last line cut',
    '+00: 00000000000123c7\n+08: 0000000000012437\n+10: 000000000001\n',
  ],
  ['decimals that are numbered', '0    98\n1    35\n2    1\n'],
  [
    'rows that are numbered behind what a logger put there',
    '(XEN)       1 +00: da3ad4e84316446a\n(XEN)       2 +08: 704292f297825be6\n',
  ],
  [
    'numbers of one length, a line each and indented',
    '    b8d15908c40c894\n    f36701f76ccc849\n    44079a6c0005733\n',
  ],
  [
    'rows that a terminal wrapped, of other lengths, before their text',
    '00001000:  4f e1 75 b8 00 01\n 00 00   O.u.....\n',
  ],
  [
    'two lines in one, whose first byte looks like an instruction',
    '0x804b020: ae 02 ff ad 0x804b024: 25 b8 5d 85\n0x804b028: 49 e3 2e 6d\n',
  ],
  [
    'a command of gdb joined with its first line',
    '(gdb) x/4xw $rdi 0x804b020:\t0x00000200\t0x6bd70608\n0x804b028:\t0x00001000\t0x14d926b0\n',
  ],
  [
    'offsets of which two are in one line',
    '+00: 0000000000000001 +08: 0000000000000002\n+10: 0000000000000003\n',
  ],
  [
    'pointers whose addresses have one space behind them, and the first two lines in one',
    '00000000`7fe4c000 00000000`00000001 00000000`7fe4c008 00000000`00000020\n' +
      '00000000`7fe4c010 00000000`00000003\n00000000`7fe4c018 00000000`00000001\n' +
      '00000000`7fe4c020 00000000`00000007\n',
  ],
  [
    'rows of pointers that are numbered',
    'kernel: 1:00000000`00403040  00000000`00000000\nkernel: 2:00000000`00403048  00000069`00000016\n',
  ],
  ['bytes of an assembler that are cut', 'db 0x20, 0x00, 0x03\ndb 0x40, 0x22, 0x4\n'],
  ['cells that a terminal wrapped', 'reg = <0x0 0x2000000\n0 0xc000000>;\n'],
  ['half a word of a stack', '(XEN) Xen stack trace from rsp=000000000804b020:\n(XEN)    00007f\n'],
  ['a word that is cut to eleven zeros', '0x40001000: 00000000000\n'],
  [
    'two rows of pointers of a log in one line',
    '(XEN) ffff8300`7fe4c000  00000000`1201e000 (XEN) ffff8300`7fe4c008  00000000`02d28000\n',
  ],
  [
    'physical rows that are numbered twice',
    '1:1:# 12aa000 000000ff 00000100\n2:2:# 12aa008 000000ff\n',
  ],
  ['two decimals of QEMU', '0000000000000000: 63009  3512\n'],
  ['bytes with a sign', '0x0:\t33\t-10\t-72\t13\n'],
  ['a star that nothing ends', ' 000000 000000 000000 000000 000000 000000 000000 000000\n*\n'],
  [
    'decimals of 20 digits',
    '0x0: 10808474204305879403 1826080968093023452\n0x20: 17578142873507838216 14915776761829428308\n',
  ],
  ['a list that a terminal wrapped within a number', '[]byte{0x0, 0xe0, 0x5\n0, 0x3e, 0x8d}\n'],
  ['what Node left out', '<Buffer 40 22 14 83 ... 22 more bytes>\n'],
  ['what numpy left out', 'array([0, 1, 2, ..., 3], dtype=uint8)\n'],
  ['a type of numpy that is no integer', 'array([1, 2], dtype=float64)\n'],
  [
    'a header joined with its first line',
    '(XEN) Guest stack trace from rsp=0000000040001000: (XEN)   0000000000000200 0000000000000000\n' +
      '(XEN)   0000000000000001 0000000000000002\n',
  ],
  [
    'a ruler joined with its first line',
    '- offset -   0 1  2 3  4 5  6 7  0x1000  00c0 26d0 0000 0000\n0x1010  0200 0000 00d0 30c0\n',
  ],
  [
    'a command joined with its first line',
    '$ xxd x 00000000: fd6a 150a 5f7d 0455 7bdc\n00000010: a557 9ce6 7893 cb58\n',
  ],
  [
    'a physical row of WinDbg that a terminal wrapped',
    '# 12aa000 a4d13dc4\n71730572 1446d354 6f2a4585\n',
  ],
  ['words cut off at the end', '0x20001000: 00000000 00000001 00038b\n'],
  [
    'words of a log, the last of them cut',
    '(XEN) d0v1 00000000002e6a5c\n(XEN) d0v1 000000000028a91d\n(XEN) d0v1 0000000000\n',
  ],
  [
    'a row whose number is before the prefix',
    '1:0x40003000: ffff8880c2044ae8\n2:0x40003008: 0000000000000100 x\n',
  ],
  [
    'two rows of pointers in one',
    '00000000`00001000  00000000`00007ff0 00000000`00001008  00000000`00038b6d\n',
  ],
  ['bytes with dashes that a terminal wrapped', '00-00-00-0\n0-00-00-00\n00-00-00-\n'],
  ['zeros in base64', `${'A'.repeat(32)}\n`],
  [
    'octal words that a terminal wrapped',
    '0x403000:\t036400\t0101240\n\t06\t0\n0x403010:\t01\t0\n',
  ],
  ['an address behind which nothing stands', '00000000\n00001000: 0000000000000001\n'],
  ['characters that gdb left out', '$1 = "\\001", \'\\000\' <repeats 14 times>...\n'],
];

describe('what was misread in silence', () => {
  it.each(read)('%s', (_, text, hex) => {
    expect(readHex(text, hex.length / 2)).toMatchObject({ hex, guess: false });
  });

  it.each(refused)('%s: refused', (_, text) => {
    expect(() => readPasted(bytesOf(text))).toThrow(SourceError);
  });

  it.each([
    ['bits are no groups of words', '00007ff0 00000001 00001234 000fee00\n'],
    ['nor those that a logger printed', '(XEN) d0v1 0000000000000001 0000000000000000\n'],
  ])('%s', (_, text) => {
    const { hex, at } = readHex(text);
    expect(at).toBe(0n);
    expect(hex).toHaveLength(32);
  });

  it('hex of digits alone is no decimals', () => {
    const text =
      '00000000: 41128110 94615265 38331494 12624319\n00000010: 32112142 28172019 95808351 34496651\n';
    expect(() => readPasted(bytesOf(text))).toThrow('nothing tells the byte order');
  });

  it.each([
    ['text before escapes', 'arg: \\xf0\\x7f\n', 'text stands before the escapes'],
    ['one binary number', '0b01101111\n', 'binary or hex'],
    ['a listing of an assembler', '.data:00403000 dq 0Fh\n', 'assembler'],
  ])('%s is no hex', (_, text, message) => {
    expect(() => readPasted(bytesOf(text))).toThrow(message);
  });

  it.each([
    ['00000000: 4140 4240  A@B@\n00000004: 4140 4240  A@X@\n', 'line 2, column 22'],
    [
      'ffff888003c0be20:  0000000000000041 0000000000000042   B.......B.......\n',
      'line 1, column 56',
    ],
    ['403000 41424344 41424344 41424344 41424344  ABCDABCDABCDAB.D\n', 'line 1, column 45'],
  ])('a text column that disagrees is blamed, and its row: %j', (text, at) => {
    expect(() => readPasted(bytesOf(text))).toThrow(`${at}: the text column of this row disagrees`);
  });

  it('what a terminal broke is a guess where no next address shows that it is whole', () => {
    const text =
      '00001000:  4f e1 75 b8 00 01 00 00 f3 39 63 c9 09 00\n 00 00   O.u......9c.....\n';
    expect(readHex(text)).toEqual({
      hex: '4fe175b800010000f33963c909000000',
      guess: true,
      at: 0x1000n,
    });
  });

  it('one group of sixteen digits may be a word', () => {
    expect(readHex('663e5bc5000000ff\n').guess).toBe(true);
    expect(readHex('ffff888003c0be20\n')).toMatchObject({ hex: '20bec0038088ffff', guess: true });
    expect(readHex('f07f000000000000\n').guess).toBe(false);
  });

  it('a last byte that a terminal put on a line of its own is not lost', () => {
    const text = '00000000: 6c00 0000 a600 0000 9500 0000 \n69         l...........i\n';
    expect(readHex(text)).toMatchObject({ hex: '6c000000a60000009500000069', guess: true });
  });

  it('a list that nothing closes is a guess', () => {
    expect(readHex('[]uint64{0xc1234\n')).toMatchObject({ guess: true });
    expect(readHex('{ 0x40, 0x22,\n')).toMatchObject({ hex: '4022', guess: true });
  });

  it('one group of a log is a guess', () => {
    expect(readHex('(XEN) d0v1 318b08f41d507b5b\n').guess).toBe(true);
    expect(readHex('(XEN) d0v1 0ceb\n').guess).toBe(true);
  });

  it('the zero that gdb leaves out is a guess where no size tells', () => {
    const text = String.raw`$1 = "\001", '\000' <repeats 14 times>`;
    expect(readHex(text, 16)).toMatchObject({ hex: `01${zeros(15)}`, guess: false });
    expect(readHex(text)).toMatchObject({ hex: `01${zeros(15)}`, guess: true });
  });
});
