import { describe, expect, it } from 'vitest';
import { readPasted, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf } from './fixtures.js';

const read = (text: string): number[] =>
  readPasted(bytesOf(text), 'hex').fragments.flatMap(({ bytes }) => [...bytes]);

describe('hex', () => {
  it.each<[text: string, bytes: number[]]>([
    ['', []],
    [' \r\n', []],
    ['00100040', [0, 0x10, 0, 0x40]],
    // Behind 0x an item is a number, whose least significant byte lies first.
    ['0x00100040', [0x40, 0, 0x10, 0]],
    ['0X00100040', [0x40, 0, 0x10, 0]],
    ['0x7ff0', [0xf0, 0x7f]],
    // No number has as many digits.
    [`0x${'0010'.repeat(9)}`, Array.from({ length: 18 }, (_, i) => (i % 2) * 16)],
    ['00:10', [0, 0x10]],
    ['00-10-00-40', [0, 0x10, 0, 0x40]],
    ['0010_0040', [0, 0x10, 0, 0x40]],
    ['40h FFh', [0x40, 0xff]],
    ['00 10\t00\r\n40\n', [0, 0x10, 0, 0x40]],
    ['0 01 00 04 0', [0, 0x10, 0, 0x40]],
    ['aAfF', [0xaa, 0xff]],
    ['0x12, 0x34', [0x12, 0x34]],
    ['0x12,0x34,', [0x12, 0x34]],
    ['12,34', [0x12, 0x34]],
    ['0x40001000 0x00000001', [0, 0x10, 0, 0x40, 1, 0, 0, 0]],
    ['0x0, 0x9, 0xf0', [0, 9, 0xf0]],
    [String.raw`\x12\x34`, [0x12, 0x34]],
    [String.raw`"\x12\x34" "\xab"`, [0x12, 0x34, 0xab]],
    ['{ 0x12, 0x34 }', [0x12, 0x34]],
    ['static const uint8_t in[2] = {\n  0x12, 0x34\n};\n', [0x12, 0x34]],
    ['\ufeff12', [0x12]],
  ])('%j', (text, bytes) => expect(read(text)).toEqual(bytes));

  it.each<[text: string, message: string]>([
    ['00 10\n00 0g', "line 2, column 5: 'g' is no hex digit"],
    ['00 10\r\n00 0g', "line 2, column 5: 'g' is no hex digit"],
    ['\n\n  x1', "line 3, column 3: 'x' is no hex digit"],
    ['0x', "line 1, column 2: 'x' is no hex digit"],
    ['000x12', "line 1, column 4: 'x' is no hex digit"],
    ['0:10', "line 1, column 1: '0' is left over: one digit is no whole number of bytes"],
    ['0x123456', 'line 1, column 1: a number of 6 digits is no word'],
    ['00\u000010', 'line 1, column 3: U+0000 is no hex digit'],
    ['00\u{1f600}', "line 1, column 3: '\u{1f600}' is no hex digit"],
    ['"00"', `line 1, column 1: '"' is no hex digit`],
    ['0010 {00}', "line 1, column 6: '{' is no hex digit"],
    ['00 10 4', "line 1, column 7: '4' is left over: 5 digits are no whole number of bytes"],
    ['0x1', "line 1, column 3: '1' is left over: one digit is no whole number of bytes"],
    ['0x12, 0x123', "line 1, column 11: '3' is left over: 3 digits are no whole number of bytes"],
    ['0x123 , 0x12', "line 1, column 5: '3' is left over: 3 digits are no whole number of bytes"],
    ['1, 0x12', "line 1, column 1: '1' is left over: one digit is no whole number of bytes"],
  ])('%j: %s', (text, message) => {
    expect(() => read(text)).toThrow(SourceError);
    expect(() => read(text)).toThrow(message);
  });

  it('gives the place as data', () => {
    expect.assertions(1);
    try {
      read('00 10\n00 0g');
    } catch (error) {
      expect(error).toMatchObject({ name: 'SourceError', code: 'digit', line: 2, column: 5 });
    }
  });
});

describe('raw', () => {
  it('is the bytes themselves', () => {
    const input = Uint8Array.of(0, 1, 255);
    expect(readPasted(input, 'raw').fragments).toEqual([{ address: 0n, bytes: input }]);
    expect(readPasted(new Uint8Array(), 'raw').fragments).toEqual([]);
  });
});
