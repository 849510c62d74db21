import { describe, expect, it } from 'vitest';
import { readSource, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf } from './fixtures.js';

/** Fragments as text: `0x1000: 00 10 00 40`. */
const read = (...lines: string[]): string[] =>
  readSource(bytesOf(lines.join('\n')), 'hexdump').fragments.map(
    ({ address, bytes }) =>
      `0x${address.toString(16)}: ${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')}`,
  );

describe('where lines lie', () => {
  it('joins lines that touch and keeps gaps', () =>
    expect(read('1000: 0001', '1002: 0203', '1005: 0506')).toEqual([
      '0x1000: 00 01 02 03',
      '0x1005: 05 06',
    ]));

  it('sorts lines that go backwards', () =>
    expect(read('1002: 0203', '1000: 0001')).toEqual(['0x1000: 00 01 02 03']));

  it('takes lines that overlap and agree', () =>
    expect(read('1000: 0001 0203', '1002: 0203 0405', '1001: 0102')).toEqual([
      '0x1000: 00 01 02 03 04 05',
    ]));

  it('joins what touches a line within another', () =>
    expect(read('1000: 0001 0203', '1001: 01', '1003: 0304')).toEqual(['0x1000: 00 01 02 03 04']));

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
    expect(read('(gdb) x/0x 0')).toEqual([]);
    expect(read('00000000')).toEqual([]);
  });
});

describe('lines that * stands for', () => {
  it('are the line before it, up to the next address', () =>
    expect(read('00000000: 0001', '*', '00000006: 0607')).toEqual([
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
      ['00000000: 0001', '*', '00000005: 00'],
      "line 2, column 1: '*' stands for 3 bytes, no whole number of lines of 2",
    ],
    [
      ['00000008: 0001', '*', '00000000: 00'],
      "line 2, column 1: '*' stands for -10 bytes, no whole number of lines of 2",
    ],
    [
      ['00000000: 00', '*', '1000000000000000: 00'],
      "line 2, column 1: '*' stands for 1152921504606846975 bytes; " +
        'at most 268435456 (256 MiB) of a dump are filled in',
    ],
    // Each is within the limit; together they are not.
    [
      ['00000000: 00', '*', '08000000: 00', '*', '10000000: 00', '*', '10000009: 00'],
      "line 6, column 1: '*' stands for 8 bytes; at most 268435456 (256 MiB)",
    ],
  ])('%j: %s', (lines, message) => {
    expect(() => read(...lines)).toThrow(SourceError);
    expect(() => read(...lines)).toThrow(message);
  });
});

describe('byte order', () => {
  it('is as written where the text column says nothing', () =>
    expect(read('00000000: 40001000  @...'.replace('@', '.'))).toEqual(['0x0: 40 00 10 00']));

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
    expect(read('00000000: 01000000  02  .....')).toEqual(['0x0: 01 00 00 00']);
    expect(read('00001000:    0102030405060708  ........')).toEqual([
      '0x1000: 01 02 03 04 05 06 07 08',
    ]);
  });

  it('is not taken from the column of the first of several groups', () =>
    expect(read('00001000:   010203 04  ....')).toEqual(['0x1000: 01 02 03 04']));

  it('is told by a text column that begins with a space', () =>
    expect(read('00000000: 63626120   abc')).toEqual(['0x0: 20 61 62 63']));

  it('is not taken from a text column that may have been moved', () => {
    const space = ' '.repeat(29);
    expect(read(`00000000: 61626320${space}abc`)).toEqual(['0x0: 61 62 63 20']);
    expect(read(`00000000: 20616263${space} abc`)).toEqual(['0x0: 20 61 62 63']);
    expect(read(`00000000: 6162${space}ab <- ba`)).toEqual(['0x0: 61 62']);
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
    [['0000000 01 01 01', '*', '0000012'], ['0x0: ' + Array(18).fill('01').join(' ')]],
    [['0000008 01 02', '0000010'], ['0x8: 01 02']],
    [['0000008 01 02', '000000a'], ['0x8: 01 02']],
    [['00000008: 0102', '00000010: 0304'], ['0x8: 01 02 03 04']],
  ])('%j', (lines, fragments) => expect(read(...lines)).toEqual(fragments));
});

describe('what is refused', () => {
  it.each<[lines: string[], message: string]>([
    [['the struct:', '00000000: 00'], "line 1, column 1: 't' begins no line of a known"],
    [['00000000: 00', 'Cannot access'], "line 2, column 1: 'C' begins no line as xxd prints it"],
    [['00000000: 00', '0000000g: 00'], "line 2, column 8: 'g' does not belong in an address"],
    [['00000000: 00', '00000001'], 'line 2, column 9: the end of the line does not belong'],
    [['00000000: 00', '00000001: '], 'line 2, column 11: no hex digits follow the address'],
    [['00000000: 00 0g'], "line 1, column 15: 'g' is no hex digit"],
    [['00000000: 000 10'], 'line 1, column 11: a group of 3 digits is no whole number of bytes'],
    [['00000000: 0010 40 0000'], 'line 1, column 16: a group of 2 digits among groups of 4'],
    [['00000000: 00 1000'], 'line 1, column 14: a group of 4 digits among groups of 2'],
    [['0x10:\t0x00\t00'], "line 1, column 12: '0' begins no word with 0x"],
    [['0x10:\t0x401136 <main>'], 'line 1, column 7: a group of 6 digits is no byte or word'],
    [['0x10:\tCannot access memory'], 'line 1, column '],
    [
      ['0x10:\t0x01', '0x11:\tCannot access memory'],
      "line 2, column 7: 'C' begins no word with 0x",
    ],
    [['00000000: 01100100 01100101  de'], 'line 1, column 11: the groups are bits'],
    [['ffffffffffffffff: 0001'], 'line 1, column 1: the line ends past the last 64-bit address'],
    [['0x10:\t0x0001\t0x01'], 'line 1, column 14: a group of 2 digits among groups of 4'],
    [['0000000 00', '0000001', '*', '0000005'], "line 3, column 1: '*' repeats no line"],
    [
      ['0000000 00 01 02', '0000001'],
      'line 2, column 1: the dump ends at 0x1, its last line at 0x3',
    ],
    [['0000000 00 01', '0000020'], 'line 2, column 1: the dump ends at 0x10, its last line at 0x2'],
    [
      ['1000: 0001', '', '2000: 00', '1001: 0203'],
      'line 4, column 1: address 0x1001 is 0x02 here and 0x01 on line 1',
    ],
    [
      ['1001: 0203', '1000: 0001'],
      'line 2, column 1: address 0x1001 is 0x01 here and 0x02 on line 1',
    ],
    [
      ['1000: 0001 0203', '1001: 01', '1003: 0404'],
      'line 3, column 1: address 0x1003 is 0x04 here and 0x03 on line 1',
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
  'gdb’s decimals are refused: %j',
  (line) => {
    const read = () => readSource(new TextEncoder().encode(`${line}\n`), 'hexdump');
    expect(read).toThrow(/^line 1, column \d+: these are decimals/);
  },
);
