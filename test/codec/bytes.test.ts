import { describe, expect, test } from 'vitest';
import { xen_memory_reservation } from '../../abi/index.js';
import { codec, x86_64 } from '../../src/index.js';
import { hex, refusal } from '../support/engines.js';

const value = {
  extent_start: 0x1122334455667788n,
  nr_extents: 2n,
  extent_order: 3,
  mem_flags: 4,
  domid: 5,
};
const encoded = codec(xen_memory_reservation, x86_64).encode(value);
const other = { ...value, domid: 6 };

/** Generated code keeps a view of the bytes that it saw last. */
describe.each(['generated', 'interpreted'] as const)('bytes, %s', (engine) => {
  const { decode, encode, encodeInto, size } = codec(xen_memory_reservation, x86_64, { engine });

  test.each([1, 2, 3, 5, 7])('may begin at byte %d of their buffer', (at) => {
    const bytes = new Uint8Array(size + 16).subarray(at);
    encodeInto(value, bytes, 4);
    expect(hex(bytes.subarray(4, 4 + size))).toBe(hex(encoded));
    expect(decode(bytes, 4)).toEqual(value);
    expect(decode(bytes.subarray(4))).toEqual(value);
  });

  test("may be Node's, or shared", () => {
    expect(decode(Buffer.from(encoded))).toEqual(value);
    const shared = new Uint8Array(new SharedArrayBuffer(size));
    encodeInto(value, shared);
    expect(decode(shared)).toEqual(value);
  });

  test('may change between calls, and may be two in turn', () => {
    const [one, two] = [encode(value), encode(other)];
    expect([decode(one), decode(two), decode(one)]).toEqual([value, other, value]);
    encodeInto(other, one);
    encodeInto(value, two);
    expect([decode(two), decode(one)]).toEqual([value, other]);
    one.set(two);
    expect(decode(one)).toEqual(value);
  });

  test('whose buffer was transferred are too short', () => {
    const bytes = encode(value);
    expect(decode(bytes)).toEqual(value);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    expect(refusal(() => decode(bytes)).code).toBe('length');
    expect(refusal(() => encodeInto(value, bytes)).code).toBe('length');
    expect(decode(encode(other))).toEqual(other);
  });

  test('are new ones each time, and so are values', () => {
    expect(encode(value)).not.toBe(encode(value));
    const bytes = encode(value);
    expect(decode(bytes)).not.toBe(decode(bytes));
  });

  test('functions need no `this`', () => {
    expect([decode, encode, encodeInto].map((f) => typeof f)).toEqual(Array(3).fill('function'));
    expect(decode(encode(value))).toEqual(value);
  });
});
