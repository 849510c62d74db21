import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structs } from '../../abi/index.js';
import {
  architectures,
  array,
  callToJson,
  chars,
  codec,
  type CompoundType,
  fromJson,
  paddingOf,
  layoutOf,
  pointer,
  struct,
  toJson,
  type Type,
  typedef,
  uint32_t,
  uint64_t,
} from '../../src/index.js';
import { bytesOf, runs } from '../support/values.js';
import { abisOf } from '../support/engines.js';
import { at, call, decodeAll, header, le, linesOf, reservation } from './decoding.js';

const CALL_KEYS = [
  'call',
  'label',
  'hypercall',
  'operation',
  'arguments',
  'command',
  'startExtent',
  'struct',
  'argument',
  'lists',
  'result',
  'errno',
  'warnings',
];

const recordings = ['real-xen-x86_64', 'real-xen-x86_32', 'real-xen-arm64', 'linux-boot-x86_64'];
const recording = (name: string): Uint8Array =>
  readFileSync(new URL(`../corpus/${name}.jsonl`, import.meta.url));

describe('a call', () => {
  it.each(recordings)('of %s has these keys and no others', async (name) => {
    const { lines } = await decodeAll(recording(name));
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(CALL_KEYS);
      if (line.argument) expect(Object.keys(line.argument)).toEqual(['address', 'before', 'after']);
      for (const list of line.lists)
        expect(Object.keys(list)).toEqual(['path', 'address', 'before', 'after']);
      for (const { code, ...rest } of line.warnings) {
        // A number in a register is at no address.
        const keys = [
          'path',
          'offset',
          'message',
          ...(code === 'unknown-operation' ? [] : ['address']),
        ];
        expect(Object.keys(rest), code).toEqual(keys);
      }
    }
  });

  it.each<[result: unknown, expected: unknown, errno: string | null]>([
    [0, 0, null],
    [-22, -22, 'EINVAL'],
    [-11, -11, 'EAGAIN'],
    [-9999, -9999, null],
    ['-22', -22, 'EINVAL'],
    ['0x10', 16, null],
    [2 ** 53 - 1, 2 ** 53 - 1, null],
    ['9007199254740992', '9007199254740992', null],
    ['-9007199254740993', '-9007199254740993', null],
    // A register of 64 bits, whichever way it is written.
    ['18446744073709551594', -22, 'EINVAL'],
    ['0xffffffffffffffea', -22, 'EINVAL'],
    ['0x7fffffffffffffff', '9223372036854775807', null],
    ['9223372036854775808', '-9223372036854775808', null],
    [null, null, null],
    [undefined, null, null],
  ])('with the result %j', async (result, expected, errno) => {
    const [line] = await linesOf([header(), call(['0x2'], [], { result })]);
    expect(line).toMatchObject({ result: expected, errno });
  });

  it('has hex for handles and frames, strings for 64-bit classes, else numbers', async () => {
    const [line] = await linesOf([
      header(),
      call(
        ['0x6', '0x1000'],
        [
          at('0x1000', reservation(2n ** 64n - 8n, 2n ** 63n + 1n, { order: 2 ** 32 - 1 })),
          at('0xfffffffffffffff8', le(8, 2n ** 64n - 1n)),
        ],
      ),
    ]);
    expect(line!.argument).toEqual({
      address: '0x1000',
      before: {
        extent_start: '0xfffffffffffffff8',
        nr_extents: '9223372036854775809',
        extent_order: 4294967295,
        mem_flags: 0,
        domid: 32752,
      },
      after: null,
    });
    expect(line!.lists[0]!.before).toEqual(['0xffffffffffffffff']);
  });
});

/** The same bytes with zeros for padding. */
function withoutPadding(type: CompoundType, abi: keyof typeof architectures, bytes: Uint8Array) {
  const copy = Uint8Array.from(bytes);
  for (const { offset, size } of paddingOf(layoutOf(type, architectures[abi])))
    copy.fill(0, offset, offset + size);
  return copy;
}

describe('nothing is lost', () => {
  it.each(recordings)('of the structs and lists of %s', async (name) => {
    const { calls } = await decodeAll(recording(name));
    let compared = 0;
    for (const decoded of calls) {
      const { abi, argument, lists } = decoded;
      const line = JSON.parse(JSON.stringify(callToJson(decoded))) as ReturnType<typeof callToJson>;
      const { argument: given, lists: listed } = line as {
        argument: { before: unknown; after: unknown } | null;
        lists: { before: unknown }[];
      };
      for (const when of ['before', 'after'] as const) {
        const read = argument?.[when];
        if (!argument || !read) continue;
        const { type } = argument;
        const value = fromJson(type, given![when]);
        const expected = withoutPadding(type, abi.name as never, read.bytes);
        expect(codec(type, abi).encode(value as never)).toEqual(expected);
        compared++;
      }
      for (const [i, { type, before }] of lists.entries())
        if (type && before && before.length > 0)
          expect(fromJson(array(type, before.length), listed[i]!.before)).toEqual(before);
    }
    expect(compared).toBeGreaterThan(250);
  });

  it.each(structs.map((type) => [type.name!, type] as const))('of any %s', (_, type) => {
    for (const abi of abisOf(type)) {
      const { decode, encode, size } = codec<CompoundType>(type, abi);
      fc.assert(
        fc.property(bytesOf(size), (bytes) => {
          const text = JSON.stringify(toJson(type, decode(bytes)));
          const value = fromJson(type, JSON.parse(text)) as never;
          expect(encode(value)).toEqual(withoutPadding(type, abi.name as never, bytes));
        }),
        runs(8),
      );
    }
  });
});

// fromJson took every alias for an integer: a typedef of a struct lost its 64-bit fields.
it.each<[Type, unknown]>([
  [typedef('pair_t', struct('pair', { a: uint32_t, b: uint64_t })), { a: 1, b: 2n ** 60n }],
  [typedef('pairs_t', array(uint64_t, 2)), [1n, 2n]],
  [typedef('word_t', typedef('word', uint64_t)), 2n ** 63n],
  [typedef('name_t', chars(4)), '12'],
  [typedef('at_t', pointer()), 0xffffn],
])('a typedef, %#', (type, value) => {
  expect(fromJson(type, JSON.parse(JSON.stringify(toJson(type, value))))).toEqual(value);
});
