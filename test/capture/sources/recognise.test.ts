import { describe, expect, it } from 'vitest';
import { kindOf, readPasted, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf, example } from './fixtures.js';

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const styleOf = (text: string): string => readPasted(bytesOf(text)).style.split(',')[0]!;

describe('the beginning of an input shows', () => {
  it.each([
    ['', 'raw'],
    ['\n', 'text'],
    ['{"kind":"capture","version":1,"abi":"x86_64"}\n', 'capture'],
    ['\ufeff\r\n {\n "kind": "capture"}', 'capture'],
    ['{}', 'capture'],
    ['{ 0x12, 0x34 }', 'text'],
    ['naïve', 'text'],
    ['12\u000034', 'raw'],
    // Colours are text; what is no text is no short text either.
    ['\u001b[31m12\u001b[0m', 'text'],
    ['12\u000734', 'raw'],
    // One control character in a long text is a broken text.
    [`${'00 10 00 40 '.repeat(8)}\u0007`, 'text'],
    [`{"ab":"${'é'.repeat(2 ** 20)}"}`, 'capture'],
  ])('%#: %s', (text, kind) => expect(kindOf(bytesOf(text))).toBe(kind));

  it('bytes that are no text', () => {
    expect(kindOf(example('golden'))).toBe('raw');
    expect(kindOf(Uint8Array.of(0x31, 0xff))).toBe('raw');
    // A struct may begin with a byte order mark, too.
    expect(kindOf(new Uint8Array([0xff, 0xfe, 0, 0, 0, 0, 0, 0]))).toBe('raw');
    expect(kindOf(new Uint8Array([0xfe, 0xff]))).toBe('raw');
  });
});

describe('a text is recognised', () => {
  it.each([
    ['00100040', 'hex'],
    ['deadbeef', 'hex'],
    ['00:10:00:40', 'hex'],
    ['00-10-00-40', 'hex'],
    ['40h 22h 14h', 'hex'],
    ['<Buffer 40 22 14>', 'hex'],
    ['0x00100040', 'a list of numbers'],
    ['0x12, 0x34', 'a list of numbers'],
    ['{ 0x12, 0x34 }', 'a list of numbers'],
    [String.raw`"\x12\x34"`, 'a string with escapes'],
    ['38000000 00 10 00 40\n38000004 00 00 00 00', 'hexdump'],
    ['38000000 40001000 00000000\n38000008 00000001 00000000\n38000010', 'od'],
    ['0000020 09 00 00 00', 'hexdump'],
    ['000010 0009 0000', 'od'],
    ['12345670 00 10  >..<', 'hexdump'],
    ['00001000  00 10 00 40', 'hexdump'],
    ['0x1000: 00 10 00 40', 'hexdump'],
    ['AQID', 'base64'],
    ['AQ==', 'base64'],
    ['1234zzzz', 'base64'],
  ])('%j is %s', (text, style) => expect(styleOf(text)).toBe(style));

  it.each([
    ['hello', "'hello' begins no notation"],
    ['What', "'What' begins no notation"],
    ['What is this?', 'begins no notation'],
    ['not base64 either', 'begins no notation'],
    ['naïve', 'begins no notation'],
    // So that the error says what is left over, or which character is stray.
    ['0010004', "'4' is left over"],
    ['00100040000000000100000g00000000', "'g' is no hex digit"],
    ['00 10 00 4g', "'g' is no hex digit"],
    ['f00dO123', "'O' is no hex digit"],
    ['00000000: zz', "'z' is no hex digit"],
    // An address with a decimal, and bytes that may be hex or decimals.
    ['0000000001001040:                   64', 'the width of these numbers is not said'],
    ['[40 22 14 83]', 'may be hex or decimals'],
    ['0x40221483ffffffff40', 'wider than any word'],
    // Words whose order nothing tells, and fields of several widths.
    ['40001000 00000000 00000001 00000000', 'words-le:4 or words-be:4'],
    ['0000000040001000 00000001 00000009 0000 7ff0', 'groups of several widths'],
  ])('%j is refused', (text, message) => {
    expect(() => readPasted(bytesOf(text))).toThrow(SourceError);
    expect(() => readPasted(bytesOf(text))).toThrow(message);
  });

  it('what gdb repeats is filled in', () => {
    const { fragments } = readPasted(bytesOf('$1 = {0x40, 0x0 <repeats 3 times>}'));
    expect(fragments).toEqual([{ address: 0n, bytes: Uint8Array.of(0x40, 0, 0, 0) }]);
  });

  it.each(['golden', 'tricky', 'sparse', 'odd'])('%s in base64 is no mistyped hex', (name) => {
    const text = base64(example(name));
    for (const one of [text, text.replaceAll(/.{64}/g, '$&\r\n'), text.replace(/=+$/, '')]) {
      expect(readPasted(bytesOf(one)).fragments).toEqual([{ address: 0n, bytes: example(name) }]);
      expect(styleOf(one)).toBe('base64');
    }
  });

  it.each([
    ['00100040\n', 'hex'],
    ['0x12, 0x34,\n', 'a list of numbers'],
    ['AQIDBAUGBwgJ\n', 'base64'],
  ])('a long %j is %s', (unit, style) => expect(styleOf(unit.repeat(300_000))).toBe(style));

  it('a long od is a hexdump', () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, i) => `${(0x38000000 + i * 4).toString(16)} 00 10 00 40`,
    );
    expect(styleOf(lines.join('\n'))).toBe('hexdump');
  });

  // PowerShell writes what it redirects so; it was taken for raw bytes.
  it.each(['utf-16le', 'utf-16be'])('a text in %s, with its mark or without', (encoding) => {
    const inUtf16 = (text: string): Uint8Array =>
      new Uint8Array(
        [...text].flatMap((char) => {
          const [low, high] = [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8];
          return encoding === 'utf-16le' ? [low, high] : [high, low];
        }),
      );
    const dump = '00000000: f07f 0001  ....\r\n';
    for (const mark of ['\ufeff', ''])
      expect(readPasted(inUtf16(mark + dump))).toEqual(readPasted(bytesOf(dump)));
  });
});
