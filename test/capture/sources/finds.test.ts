import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { argumentsOf, readPasted, SourceError } from '../../../src/capture/sources/index.js';
import { bytesOf, example, prints } from './fixtures.js';

const folder = new URL('fixtures/', import.meta.url);
const text = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const found = example('finds');

/** Texts that several readings explain, of which the likeliest is right. */
const guessed = new Set(['od-An-tx2', 'py-list-hex64']);

describe('a struct of 72 bytes, printed by many tools', () => {
  it.each(prints('finds'))('$command', ({ command, text: printed }) => {
    if (command === 'crash-rd-s') {
      // A symbol stands where its address was.
      expect(() => readPasted(bytesOf(printed))).toThrow(SourceError);
      return;
    }
    const { fragments, guess, said } = readPasted(bytesOf(printed), undefined, found.length);
    const isCut = command === 'gdb-x_9gx-fail';
    expect(fragments.map(({ bytes }) => hex(bytes))).toEqual([
      hex(isCut ? found.subarray(0, 48) : found),
    ]);
    expect(guess !== undefined, guess).toBe(guessed.has(command));
    if (isCut) expect(said).toEqual(['the debugger could not read all of the memory']);
  });
});

/** What is right of each; nothing where it is refused. */
const pastes: Readonly<Record<string, string | undefined>> = {
  'c-decimal.txt': '2013131e',
  'c-words.txt': '02000000000000000010004000000000',
  'dashes.txt': '01020304',
  'e820.txt':
    '000000000000000000fc0900000000000100000000fc09000000000000040000000000000200000000000f0000000000' +
    '00000100000000000200000000001000000000000000ee7f00000000010000000000fe7f000000000000020000000000' +
    '0200000000c0fffe000000000040000000000000020000000000fcff0000000000000400000000000200000000000000' +
    '010000000000008000000000' +
    '01000000',
  'od-Ad.txt': '02000000000000000900000000080000',
  'od-decimal.txt': undefined,
  'od-x.txt': '00'.repeat(160),
  'openocd-mdw.txt': '02000000000000000900000000080000',
  'prose.txt': undefined,
  'two-lines-in-one.txt': undefined,
  'uboot-md.txt': '02000000000000000900000000080000',
  'windbg-dd.txt': '20bec0038088ffff0200000000000000',
};

describe('a paste that was misread', () => {
  it.each(readdirSync(new URL('pastes/', folder)))('%s', (name) => {
    const right = pastes[name];
    if (right === undefined) expect(() => readPasted(text(`pastes/${name}`))).toThrow(SourceError);
    else
      expect(readPasted(text(`pastes/${name}`)).fragments.map(({ bytes }) => hex(bytes))).toEqual([
        right,
      ]);
  });

  it('is said to be a guess where it is one', () => {
    expect(readPasted(text('pastes/od-x.txt')).guess).toContain('576 or 240 bytes');
    expect(readPasted(text('pastes/c-decimal.txt')).guess).toContain('taken for bytes');
  });

  it('is refused with what is known, and how it begins', () =>
    expect(() => readPasted(text('pastes/prose.txt'))).toThrow(
      /^line 1, column 1: 'hello world\.' begins no notation of bytes that is known: hex, base64/,
    ));
});

describe('a whole session of gdb', () => {
  it.each([
    ['g64', 'x86_64', 0x403040n, 72, 5],
    ['g32', 'x86_32', 0x804b020n, 44, 3],
    ['ga32', 'arm32', 0x11178n, 72, 6],
    ['ga64', 'arm64', 0x420010n, 72, 6],
  ] as const)('%s', (name, abi, address, size, skipped) => {
    const pasted = readPasted(text(`sessions/${name}.txt`));
    expect(argumentsOf(pasted, abi)?.args).toEqual([0xbn, address]);
    expect(
      pasted.fragments.some(
        (f) => f.address <= address && address + BigInt(size) <= f.address + BigInt(f.bytes.length),
      ),
    ).toBe(true);
    expect(pasted.said).toEqual([`${skipped} lines that are no dump skipped`]);
  });

  it('shows memory before and after the call', () => {
    const { fragments, after, result, registers } = readPasted(text('sessions/g64.txt'));
    expect(fragments.map(({ address }) => address)).toEqual([0x403000n, 0x403020n]);
    expect(after?.map(({ address }) => address)).toEqual([0x403000n, 0x403040n]);
    expect(hex(after![0]!.bytes)).toBe('c001000000000000');
    expect(result).toBe(0n);
    expect(registers.get('rsi')).toBe(0x403040n);
  });
});
