import { describe, expect, it } from 'vitest';
import { readPasted, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf } from './fixtures.js';

/** Fragments as text: `0x1000: 00 10 00 40`. */
const read = (...lines: string[]): string[] =>
  readPasted(bytesOf(lines.join('\n')), 'hexdump').fragments.map(
    ({ address, bytes }) =>
      `0x${address.toString(16)}: ${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')}`,
  );

describe('where lines lie', () => {
  it('joins lines that touch and keeps gaps', () =>
    expect(read('1000: 00 01', '1002: 02 03', '1005: 05 06')).toEqual([
      '0x1000: 00 01 02 03',
      '0x1005: 05 06',
    ]));

  it('sorts lines that go backwards', () =>
    expect(read('1002: 02 03', '1000: 00 01')).toEqual(['0x1000: 00 01 02 03']));

  it('takes lines that overlap and agree', () =>
    expect(read('1000: 00 01 02 03', '$ xxd', '1002: 02 03 04 05', '$ xxd', '1001: 01 02')).toEqual(
      ['0x1000: 00 01 02 03 04 05'],
    ));

  it('joins what touches a line within another', () =>
    expect(read('1000: 00 01 02 03', '$ xxd', '1001: 01', '1003: 03 04')).toEqual([
      '0x1000: 00 01 02 03 04',
    ]));

  it('reads up to the last address', () =>
    expect(read('0xfffffffffffffff8:\t0x0000000000000001')).toEqual([
      '0xfffffffffffffff8: 01 00 00 00 00 00 00 00',
    ]));

  it('reads several prints of one debugger', () =>
    expect(
      read('(gdb) x/1xw 0x10', '0x10:\t0x40001000', '(gdb) x/2xb 0x14', '0x14:\t0x01\t0x02'),
    ).toEqual(['0x10: 00 10 00 40 01 02']));

  it('reads data that follows a prompt on its line', () =>
    expect(read('(gdb) 0x10:\t0x40001000', '(gdb) ')).toEqual(['0x10: 00 10 00 40']));

  it('finds nothing in nothing', () => {
    expect(read('')).toEqual([]);
    expect(() => read('(gdb) x/0x 0')).toThrow('this is not hexdump');
    expect(() => read('00000000')).toThrow('this is not hexdump');
  });
});

describe('lines that * stands for', () => {
  it('are the line before it, up to the next address', () =>
    expect(read('00000000: 00 01', '*', '00000006: 06 07')).toEqual([
      '0x0: 00 01 00 01 00 01 06 07',
    ]));

  it('may reach to the end', () =>
    expect(read('0000000 ab', '*', '0000005')).toEqual(['0x0: ab ab ab ab ab']));

  it.each<[lines: string[], message: string]>([
    [['*', '00000000: 00'], 'line 1, column 1: '],
    [['00000000: 00', '*', '*', '00000004: 00'], "line 3, column 1: '*' repeats no line"],
    [
      ['00000000: 00', ' *'],
      "line 2, column 2: no address after '*' says how many lines it stands for",
    ],
    [
      ['00000000: 00 01', '*', '00000005: 00'],
      "line 2, column 1: '*' stands for 3 bytes, no whole number of lines of 2",
    ],
    [
      ['00000008: 00 01', '*', '00000000: 00'],
      "line 2, column 1: '*' stands for -10 bytes, no whole number of lines of 2",
    ],
    [
      ['00000000: 00', '*', '1000000000000000: 00'],
      "line 2, column 1: '*' stands for 1152921504606846975 bytes; " +
        'at most 4194304 (4 MiB) of a dump are filled in',
    ],
    // Each is within the limit; together they are not.
    [
      ['00000000: 00', '*', '00200000: 00', '*', '00400000: 00', '*', '00400009: 00'],
      "line 6, column 1: '*' stands for 8 bytes; at most 4194304 (4 MiB)",
    ],
  ])('%j: %s', (lines, message) => {
    expect(() => read(...lines)).toThrow(SourceError);
    expect(() => read(...lines)).toThrow(message);
  });
});

describe('byte order', () => {
  it('is likelier by the zeros of small numbers, where the text column says nothing', () => {
    const guessed = (line: string) => readPasted(bytesOf(line));
    const [little, written] = ['00000000: 00000009  ....', '00000000: 09000000  ....'];
    expect(read(little)).toEqual(['0x0: 09 00 00 00']);
    expect(read(written)).toEqual(['0x0: 09 00 00 00']);
    expect(guessed(little).guess).toContain('words-be:4 forces the other order');
    expect(guessed(written).guess).toContain('words-le:4 forces the other order');
    expect(() => read('00000000: 01000009  ....')).toThrow('words-le:4 or words-be:4 says it');
  });

  it('is what the text column says', () => {
    expect(read('00000000: 40001000  ...@')).toEqual(['0x0: 00 10 00 40']);
    expect(read('00000000: 40001000  @...')).toEqual(['0x0: 40 00 10 00']);
  });

  it('is that of words where a short group is set right', () => {
    expect(read('00000000: 01000000       02  .....')).toEqual(['0x0: 00 00 00 01 02']);
    expect(read('00000000:     0201                             ..')).toEqual(['0x0: 01 02']);
  });

  // Behind the groups only a text column as long as all bytes makes `65` a group of its own.
  it('is not taken from what looks like a short group set right', () => {
    expect(read('00000000: 2036 3520 2078 0000   65  x..')).toEqual([
      '0x0: 20 36 35 20 20 78 00 00',
    ]);
    expect(() => read('00000000: 01000000  02  .....')).toThrow('no text column of their 4 bytes');
    expect(() => read('00001000:    0102030405060708  ........')).toThrow(
      'words-le:8 or words-be:8',
    );
  });

  it('is not taken from the column of the first of several groups', () =>
    expect(read('00001000:   010203 04  ....')).toEqual(['0x1000: 01 02 03 04']));

  it('is told by a text column that begins with a space', () =>
    expect(read('00000000: 63626120   abc')).toEqual(['0x0: 20 61 62 63']));

  it('is not taken from a text column that may have been moved', () => {
    const space = ' '.repeat(29);
    expect(read(`00000000: 61626320${space}abc`)).toEqual(['0x0: 61 62 63 20']);
    expect(read(`00000000: 20616263${space} abc`)).toEqual(['0x0: 20 61 62 63']);
    expect(() => read(`00000000: 6162${space}ab <- ba`)).toThrow('no text column of their 2 bytes');
  });

  it('is that of words in U-Boot and print_hex_dump, by their text columns', () => {
    expect(read('40001000: 40001000 00000001    ...@....')).toEqual([
      '0x40001000: 00 10 00 40 01 00 00 00',
    ]);
    expect(read('ffff888003c0be20: 0000000040001000 0000000000000001  ...@............')).toEqual([
      '0xffff888003c0be20: 00 10 00 40 00 00 00 00 01 00 00 00 00 00 00 00',
    ]);
  });
});

// From the help page of crash's rd.
describe('crash rd', () => {
  it.each([
    'c0226a6c:  35312d352e322e32                    2.2.5-15',
    'c0226a6c:  2e322e32 35312d35                     2.2.5-15',
    'c0226a6c:  2e32 2e32 2d35 3531                       2.2.5-15',
    'c0226a6c:  32 2e 32 2e 35 2d 31 35                           2.2.5-15',
    '        c0226a6c:  35312d352e322e32 ',
  ])('%s', (line) => expect(read(line)).toEqual(['0xc0226a6c: 32 2e 32 2e 35 2d 31 35']));
});

describe('the radix of addresses', () => {
  it.each<[lines: string[], fragments: string[]]>([
    // Where both would do, hexdump, which prints words of two bytes, counts in hex, od in octal.
    [['0000010 01 02'], ['0x8: 01 02']],
    [['0000010 0201'], ['0x10: 01 02']],
    [['000010 01 02'], ['0x10: 01 02']],
    [['0000018 01 02'], ['0x18: 01 02']],
    [['0000010 0201', '0000012'], ['0x10: 01 02']],
    [['0000016 0201', '0000020'], ['0xe: 01 02']],
    [['0000006 01 02', '0000010'], ['0x6: 01 02']],
    [['0000000 01 01 01', '*', '0000012'], ['0x0: ' + Array(12).fill('01').join(' ')]],
    [['0000008 01 02', '0000010'], ['0x8: 01 02']],
    [['0000008 01 02', '000000a'], ['0x8: 01 02']],
    [['00000008: 0102', '00000010: 0304'], ['0x8: 01 02 03 04']],
  ])('%j', (lines, fragments) => expect(read(...lines)).toEqual(fragments));
});

describe('what is refused', () => {
  it.each<[lines: string[], message: string]>([
    [['00000000: 00', '0000000g: 00'], "line 2, column 8: 'g' does not belong in an address"],
    [['00000000: 00', '00000001: '], 'line 2, column 11: no hex digits follow the address'],
    [['00000000: 00 0g'], "line 1, column 15: 'g' is no hex digit"],
    [['00000000: 000 10'], 'line 1, column 11: a group of 3 digits is no whole number of bytes'],
    [['00000000: 0010 40 0000'], 'line 1, column 16: a group of 2 digits among groups of 4'],
    [['00000000: 00 1000'], 'line 1, column 14: a group of 4 digits among groups of 2'],
    [['0x10:\t0x00\t00'], 'line 1, column '],
    [['0x10:\t0x401136 <main>'], 'line 1, column 7: a group of 6 digits is no byte or word'],
    [['0x10:\tCannot access memory'], 'line 1, column '],
    [['ffffffffffffffff: 0001'], 'line 1, column 1: the line ends past the last 64-bit address'],
    [['0x10:\t0x0001\t0x01'], 'line 1, column 14: a group of 2 digits among groups of 4'],
    [['0000000 00', '0000001', '*', '0000005'], "line 3, column 1: '*' repeats no line"],
    [
      ['0000000 00 01 02', '0000001'],
      'line 2, column 1: the dump ends at 0x1, its last line at 0x3',
    ],
    [['0000000 00 01', '0000020'], 'line 2, column 1: the dump ends at 0x10, its last line at 0x2'],
    [
      ['1000: 00 01', '', '2000: 00', '1001: 02 03'],
      'line 4, column 1: address 0x1001 is 0x02 here and 0x01 on line 1',
    ],
    [
      ['1001: 02 03', '1000: 00 01'],
      'line 2, column 1: address 0x1001 is 0x01 here and 0x02 on line 1',
    ],
    [
      ['1000: 01', '*', '1008: 00', '1004: 02'],
      'line 4, column 1: address 0x1004 is 0x02 here and 0x01 on line 2',
    ],
  ])('%j: %s', (lines, message) => {
    expect(() => read(...lines)).toThrow(SourceError);
    expect(() => read(...lines)).toThrow(message);
  });
});

// They were read as hex: x/2dw of 0xbc614e and 0x5397fb1 gave two other words.
it.each(['0x1000:\t10\t20\t30\t40', '0x1000 <list+4>:\t12345678\t-87654321', '0x1000:\t7'])(
  'gdb’s decimals are no hex, and of one line their width is not said: %j',
  (line) => {
    expect(() => read(line)).toThrow(SourceError);
    expect(() => readPasted(bytesOf(`${line}\n`))).toThrow(
      'the width of these numbers is not said',
    );
  },
);

it('lines that are no dump are passed over and counted', () => {
  const pasted = readPasted(bytesOf('the struct:\n00000000: 00 01\nand so on\n00000002: 02 03\n'));
  expect(pasted.fragments).toHaveLength(1);
  expect(pasted.said).toEqual(['2 lines that are no dump skipped']);
});
