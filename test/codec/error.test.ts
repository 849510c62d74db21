import { describe, expect, test } from 'vitest';
import { xen_memory_exchange, multicall_entry, xen_add_to_physmap_batch } from '../../abi/index.js';
import {
  AbiError,
  codec,
  x86_32,
  x86_64,
  type Codec,
  type Type,
  type Abi,
} from '../../src/index.js';
import { array, struct, uint16_t, uint8_t, union } from '../../src/schema/index.js';
import { refusal } from '../support/engines.js';

const engines = ['generated', 'interpreted'] as const;

describe.each(engines)('an AbiError of the %s engine', (engine) => {
  const of = (type: Type, abi: Abi): Codec => codec(type, abi, { engine });
  const exchange = of(xen_memory_exchange, x86_64);
  const half = { extent_start: 0, nr_extents: 1, extent_order: 0, mem_flags: 0, domid: 0 };
  const change = (more: object): object => ({
    in: half,
    out: { ...half, ...more },
    nr_exchanged: 0,
  });

  test('has the place in names and in bytes, what was expected and what was there', () => {
    const error = refusal(() =>
      exchange.encodeInto(change({ domid: 65536 }), new Uint8Array(100), 8),
    );
    expect(error).toBeInstanceOf(AbiError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('AbiError');
    expect({ ...error }).toEqual({
      name: 'AbiError',
      code: 'range',
      path: ['out', 'domid'],
      offset: 8 + 56,
      struct: 'xen_memory_exchange',
      abi: 'x86_64',
      expected: 'an integer from 0 to 65535',
      actual: 65536,
    });
  });

  const multicall = of(multicall_entry, x86_32);
  const entry = { op: 12, result: 0, args: [0, 0, 0, 0, 0, 0] };
  const batch = of(xen_add_to_physmap_batch, x86_32);
  const mapped = { domid: 0, space: 0, size: 0, idxs: 0, gpfns: 0, errs: 0 };
  const unnamed = of(struct(null, { a: uint16_t }), x86_32);
  const list = of(array(uint16_t, 3), x86_32);
  const either = of(union('either', { a: uint8_t, b: uint8_t }), x86_32);

  test.each<[what: string, call: () => unknown, message: string]>([
    [
      'a range',
      () => exchange.encode(change({ domid: -1 })),
      'xen_memory_exchange.out.domid (x86_64) at offset 56: expected an integer from 0 to 65535, got -1',
    ],
    [
      'a string for an integer',
      () => exchange.encode(change({ domid: '5' })),
      'xen_memory_exchange.out.domid (x86_64) at offset 56: expected an integer, got "5"',
    ],
    [
      'a bigint for a smaller integer',
      () => exchange.encode(change({ domid: 5n })),
      'xen_memory_exchange.out.domid (x86_64) at offset 56: expected an integer, got 5n',
    ],
    [
      'an unsafe integer for a bigint',
      () => exchange.encode(change({ nr_extents: 2 ** 53 })),
      'xen_memory_exchange.out.nr_extents (x86_64) at offset 40: expected a bigint or a safe integer, got 9007199254740992',
    ],
    [
      'a handle that is too wide for the architecture',
      () => batch.encode({ ...mapped, u: { res0: 0 }, idxs: 2n ** 32n }),
      'xen_add_to_physmap_batch.idxs (x86_32) at offset 8: expected an integer from 0 to 4294967295, got 4294967296',
    ],
    [
      'an element',
      () => multicall.encode({ ...entry, args: [0, 0, 0, null, 0, 0] }),
      'multicall_entry.args[3] (x86_32) at offset 20: expected a bigint or a safe integer, got null',
    ],
    [
      'too few elements',
      () => multicall.encode({ ...entry, args: [0] }),
      'multicall_entry.args (x86_32) at offset 8: expected 6 elements, got 1',
    ],
    [
      'an object for an array',
      () => multicall.encode({ ...entry, args: {} }),
      'multicall_entry.args (x86_32) at offset 8: expected an array, got an object',
    ],
    [
      'an array for an integer',
      () => multicall.encode({ ...entry, op: [12] }),
      'multicall_entry.op (x86_32) at offset 0: expected a bigint or a safe integer, got an array of 1',
    ],
    [
      'a function',
      () => multicall.encode({ ...entry, op: () => 12 }),
      'multicall_entry.op (x86_32) at offset 0: expected a bigint or a safe integer, got a function',
    ],
    [
      'a missing field',
      () => multicall.encode({ ...entry, op: undefined }),
      'multicall_entry.op (x86_32) at offset 0: expected a value, got undefined',
    ],
    [
      'a missing union',
      () => batch.encode({ ...mapped, u: {} }),
      'xen_add_to_physmap_batch.u (x86_32) at offset 6: expected one of foreign_domid, res0, got undefined',
    ],
    [
      'members that disagree',
      () => batch.encode({ ...mapped, u: { foreign_domid: 1, res0: 0x201 } }),
      'xen_add_to_physmap_batch.u (x86_32) at offset 7: ' +
        'expected res0 to agree with foreign_domid on byte 1 of u, got 0x02 and 0x00',
    ],
    [
      'members that disagree of a union that stands alone',
      () => either.encode({ a: 1, b: 2 }),
      'either (x86_32) at offset 0: expected b to agree with a on byte 0 of the union, got 0x02 and 0x01',
    ],
    [
      'a stray key',
      () => multicall.encode({ ...entry, arg: 1 }),
      'multicall_entry.arg (x86_32) at offset 0: expected one of op, result, args, got "arg"',
    ],
    [
      'bytes that end too early',
      () => multicall.decode(new Uint8Array(33), 2),
      'multicall_entry (x86_32) at offset 2: expected 32 bytes, got 31 bytes',
    ],
    [
      'an offset past the end',
      () => multicall.decode(new Uint8Array(33), 40),
      'multicall_entry (x86_32) at offset 40: expected 32 bytes, got 0 bytes',
    ],
    [
      'an offset that is none',
      () => multicall.decode(new Uint8Array(33), 0.5),
      'multicall_entry (x86_32) at offset 0.5: expected an offset that is a whole number of bytes, got 0.5',
    ],
    [
      'bytes that are none',
      () => multicall.decode(new ArrayBuffer(32) as never),
      'multicall_entry (x86_32) at offset 0: expected a Uint8Array, got an object',
    ],
    [
      'padding',
      () => exchange.decode(new Uint8Array(80).fill(1), 8, { padding: 'reject' }),
      'xen_memory_exchange.in (x86_64) at offset 34: expected zero padding, got 0x01',
    ],
    [
      'a struct without a name',
      () => unnamed.decode(new Uint8Array(1)),
      'struct (x86_32) at offset 0: expected 2 bytes, got 1 bytes',
    ],
    [
      'an array that stands alone',
      () => list.encode([1, 2, 65536]),
      'uint16_t[3][2] (x86_32) at offset 4: expected an integer from 0 to 65535, got 65536',
    ],
  ])('is one sentence: %s', (_, call, message) => expect(refusal(call).message).toBe(message));
});

test('an AbiError of a stream of structs says which one', () => {
  const error = new AbiError({
    code: 'length',
    path: [],
    offset: 64,
    struct: 'multicall_entry',
    abi: 'x86_32',
    expected: '32 bytes',
    actual: '3 bytes',
    index: 2,
  });
  expect(error.index).toBe(2);
  expect(error.message).toBe(
    'multicall_entry #2 (x86_32) at offset 64: expected 32 bytes, got 3 bytes',
  );
});

test('an AbiError without an index has none', () => {
  const error = refusal(() => codec(multicall_entry, x86_32).decode(new Uint8Array(0)));
  expect('index' in error).toBe(false);
});
