import { describe, expect, it } from 'vitest';
import { readSource, recognise, type SourceFormat } from '../../../src/capture/sources/index.js';
import { bytesOf, example } from './fixtures.js';

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

describe('recognise', () => {
  it.each<[text: string, format: SourceFormat]>([
    ['', 'raw'],
    ['\n', 'hex'],
    ['{"kind":"capture","version":1,"abi":"x86_64"}\n', 'capture'],
    ['\ufeff\r\n {\n "kind": "capture"}', 'capture'],
    ['{}', 'capture'],
    ['{ 0x12, 0x34 }', 'hex'],
    ['00100040', 'hex'],
    ['0x00100040', 'hex'],
    ['deadbeef', 'hex'],
    ['0x12, 0x34', 'hex'],
    [String.raw`"\x12\x34"`, 'hex'],
    // So that the error says what is left over.
    ['0010004', 'hex'],
    // So that the error says which character is stray, although the alphabet of base64 has it.
    ['00100040000000000100000g00000000', 'hex'],
    ['00 10 00 4g', 'hex'],
    ['00:10:00:40', 'hex'],
    ['f00dO123', 'hex'],
    // Words of one width are no dump, nor is a field of each width.
    ['40001000 00000000 00000001 00000000', 'hex'],
    ['0000000040001000 00000001 00000009 0000 7ff0', 'hex'],
    ['00001000 00 10 00 40', 'hex'],
    ['0010004 00000000 01000000 00000000', 'hex'],
    ['0010000 00000000 0100', 'hex'],
    ['001000 400000 000001', 'hex'],
    ['00000000 00000000 00000000 00000000\n'.repeat(4), 'hex'],
    // Counting up is a dump, whatever the width.
    ['38000000 00 10 00 40\n38000004 00 00 00 00', 'hexdump'],
    ['38000000 40001000 00000000\n38000008 00000001 00000000\n38000010', 'hexdump'],
    ['0000020 09 00 00 00', 'hexdump'],
    ['000010 0009 0000', 'hexdump'],
    ['12345670 00 10  >..<', 'hexdump'],
    ['00001000  00 10 00 40', 'hexdump'],
    ['0x1000: 00 10 00 40', 'hexdump'],
    ['00000000: zz', 'hexdump'],
    ['AQID', 'base64'],
    ['AQ==', 'base64'],
    ['AQI', 'base64'],
    ['1234zzzz', 'base64'],
    ['AQ ID', 'raw'],
    ['hello', 'raw'],
    ['What is this?', 'raw'],
    ['not base64 either', 'raw'],
    ['naïve', 'raw'],
    ['12\u000034', 'raw'],
    ['12\u001b34', 'raw'],
  ])('%j is %s', (text, format) => expect(recognise(bytesOf(text))).toBe(format));

  it.each(['golden', 'tricky', 'sparse', 'odd'])('%s in base64 is no mistyped hex', (name) => {
    const text = base64(example(name));
    expect(recognise(bytesOf(text))).toBe('base64');
    expect(recognise(bytesOf(text.replaceAll(/.{64}/g, '$&\r\n')))).toBe('base64');
    expect(recognise(bytesOf(text.replace(/=+$/, '')))).toBe('base64');
  });

  it('takes bytes that are no text as they are', () => {
    expect(recognise(example('golden'))).toBe('raw');
    expect(recognise(Uint8Array.of(0x31, 0xff))).toBe('raw');
  });

  // Only the beginning is looked at, wherever the sample cuts a line, a character or a group.
  it.each<[unit: string, format: SourceFormat]>([
    ['00100040\n', 'hex'],
    ['0x12, 0x34,\n', 'hex'],
    ['AQIDBAUG\n', 'base64'],
    ['ééééé', 'raw'],
    ['\u0000', 'raw'],
  ])('a long %j is %s', (unit, format) =>
    expect(recognise(bytesOf(unit.repeat(300_000)))).toBe(format),
  );

  it('a long capture is a capture', () =>
    expect(recognise(bytesOf(`{"ab":"${'é'.repeat(2 ** 20)}"}`))).toBe('capture'));

  it('a long od is a hexdump', () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, i) => `${(0x38000000 + i * 4).toString(16)} 00 10 00 40`,
    );
    expect(recognise(bytesOf(lines.join('\n')))).toBe('hexdump');
  });

  // PowerShell writes what it redirects so; it was taken for raw bytes.
  it.each(['utf-16le', 'utf-16be'])('a text in %s, which its byte order mark tells', (encoding) => {
    const inUtf16 = (text: string): Uint8Array =>
      new Uint8Array(
        [...`\ufeff${text}`].flatMap((char) => {
          const [low, high] = [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8];
          return encoding === 'utf-16le' ? [low, high] : [high, low];
        }),
      );
    const dump = '00000000: f07f 0000  ....\r\n';
    expect(recognise(inUtf16(dump))).toBe('hexdump');
    expect(readSource(inUtf16(dump), 'hexdump')).toEqual(readSource(bytesOf(dump), 'hexdump'));
    // A struct may begin with the mark, too.
    expect(recognise(new Uint8Array([0xff, 0xfe, 0, 0, 0, 0, 0, 0]))).toBe('raw');
    expect(recognise(new Uint8Array([0xfe, 0xff]))).toBe('raw');
  });
});
