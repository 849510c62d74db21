import { describe, expect, it } from 'vitest';
import { changesOf, type Dump, DumpError, fromHex, toHex } from '../../src/capture/index.js';

const dump = (name: string, ...pieces: readonly (readonly [number, string])[]): Dump => ({
  name,
  fragments: pieces.map(([address, hex]) => ({
    address: BigInt(address),
    bytes: fromHex(hex) as Uint8Array,
  })),
});

const shown = (before: readonly Dump[], after: readonly Dump[]) => {
  const { memory, unseen } = changesOf(before, after);
  return {
    memory: memory.map((one) => [
      Number(one.address),
      toHex(one.before),
      ...(one.after ? [toHex(one.after)] : []),
    ]),
    unseen: unseen.map(({ address, end }) => [Number(address), Number(end)]),
  };
};

describe('memory of a call from dumps', () => {
  it('is in the order of its addresses; what touches or overlaps is joined', () => {
    const before = [
      dump('b', [0x30, '0708']),
      dump('a', [0x10, '0102'], [0x11, '0203'], [0x13, '04']),
    ];
    expect(shown(before, [])).toEqual({
      memory: [
        [0x10, '01020304'],
        [0x30, '0708'],
      ],
      unseen: [
        [0x10, 0x14],
        [0x30, 0x32],
      ],
    });
  });

  it('has what changed, and says what nobody showed afterwards', () => {
    const before = [dump('before', [0x10, '01020304'], [0x20, 'aabb'], [0x30, 'cc'])];
    const after = [dump('after', [0x11, '0299'], [0x20, 'aabb'])];
    expect(shown(before, after)).toEqual({
      memory: [
        [0x10, '01020304', '01029904'],
        [0x20, 'aabb'],
        [0x30, 'cc'],
      ],
      unseen: [
        [0x10, 0x11],
        [0x13, 0x14],
        [0x30, 0x31],
      ],
    });
  });

  it('is empty without dumps', () => {
    expect(changesOf([], [])).toEqual({ memory: [], unseen: [] });
    expect(changesOf([dump('empty', [0x10, ''])], [])).toEqual({ memory: [], unseen: [] });
  });

  it('reaches to the last address', () => {
    const last = {
      name: 'last',
      fragments: [{ address: (1n << 64n) - 1n, bytes: new Uint8Array(1) }],
    };
    expect(changesOf([last], []).memory).toHaveLength(1);
    const over = {
      name: 'over',
      fragments: [{ address: (1n << 64n) - 1n, bytes: new Uint8Array(2) }],
    };
    expect(() => changesOf([over], [])).toThrow('over runs past the end of the address space');
  });

  it.each<[string, readonly Dump[], readonly Dump[], string]>([
    [
      'two dumps that disagree',
      [dump('a', [0x10, '010203']), dump('b', [0x11, '0204'])],
      [],
      'a and b differ at address 0x12: 0x3 and 0x4',
    ],
    [
      'two dumps that disagree after the call',
      [dump('a', [0x10, '010203'])],
      [dump('b', [0x10, '0102']), dump('c', [0x11, '03'])],
      'b and c differ at address 0x11: 0x2 and 0x3',
    ],
    [
      'memory after the call alone',
      [dump('a', [0x10, '01'])],
      [dump('b', [0x10, '01'], [0x20, '02'])],
      'b shows 0x20 after the call, and no dump shows it before: give both',
    ],
    [
      'memory after the call alone, further down',
      [dump('a', [0x10, '01'])],
      [dump('b', [0x8, '01'])],
      'b shows 0x8',
    ],
    [
      'memory that reaches further after the call',
      [dump('a', [0x10, '01'])],
      [dump('b', [0x10, '0102'])],
      'b shows 0x11',
    ],
    [
      'memory that begins earlier after the call',
      [dump('a', [0x10, '01'])],
      [dump('b', [0xf, '0102'])],
      'b shows 0xf',
    ],
  ])('%s is refused', (_, before, after, problem) => {
    expect(() => changesOf(before, after)).toThrow(DumpError);
    expect(() => changesOf(before, after)).toThrow(problem);
  });
});
