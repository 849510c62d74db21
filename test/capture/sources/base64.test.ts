import { describe, expect, it } from 'vitest';
import { readPasted, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf } from './fixtures.js';

const read = (text: string): number[] =>
  readPasted(bytesOf(text), 'base64').fragments.flatMap(({ bytes }) => [...bytes]);

describe('base64', () => {
  it.each<[text: string, bytes: number[]]>([
    ['', []],
    ['AQID', [1, 2, 3]],
    ['AQI=', [1, 2]],
    ['AQI', [1, 2]],
    ['AQ==', [1]],
    ['AQ', [1]],
    [' A Q\r\nI\tD\n', [1, 2, 3]],
    ['+/+/', [0xfb, 0xff, 0xbf]],
    ['-_-_', [0xfb, 0xff, 0xbf]],
  ])('%j', (text, bytes) => expect(read(text)).toEqual(bytes));

  it.each<[text: string, message: string]>([
    ['AQ\nI!', "line 2, column 2: '!' is no base64 character"],
    ['AQIé', "line 1, column 4: 'é' is no base64 character"],
    ['A', 'line 1, column 1: a last group of one character is no byte'],
    ['AQIDA', 'line 1, column 5: a last group of one character is no byte'],
    ['AQ=', 'line 1, column 3: padding of 1 where 2 belongs'],
    ['AQID=', 'line 1, column 5: padding of 1 where 0 belongs'],
    ['=', 'line 1, column 1: padding of 1 where 0 belongs'],
    ['AQ==AQ==', "line 1, column 5: 'A' follows the padding"],
    ['AR==', 'line 1, column 4: the last group has bits that belong to no byte'],
    ['AQJ', 'line 1, column 3: the last group has bits that belong to no byte'],
    ['+/\n-_', "line 2, column 1: '-' and '+' are of different base64 alphabets"],
  ])('%j: %s', (text, message) => {
    expect(() => read(text)).toThrow(SourceError);
    expect(() => read(text)).toThrow(message);
  });
});
