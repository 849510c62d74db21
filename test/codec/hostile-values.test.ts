import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { xen_add_to_physmap, xen_memory_exchange, xen_memory_map } from '../../abi/index.js';
import { AbiError, codec, fromJson, layoutOf, struct, toJson, x86_64 } from '../../src/index.js';
import { array, uint16_t, uint32_t, union } from '../../src/schema/index.js';
import { toRestructure } from '../../src/index.js';

const engines = ['generated', 'interpreted'] as const;
const either = union('either', { a: uint16_t, b: uint32_t });
const united = struct('united', { u: either, x: uint32_t });

const reservation = { extent_start: 1n, nr_extents: 2n, extent_order: 3, mem_flags: 4, domid: 5 };
const exchange = { in: reservation, out: reservation, nr_exchanged: 6n };

/** A value whose last field does something when it is read. */
const whenRead = (act: () => void): typeof exchange => ({
  ...exchange,
  get nr_exchanged() {
    act();
    return 6n;
  },
});

/** Memory that can shrink, which Node has and its types of that year do not. */
const resizable = (size: number): ArrayBuffer & { resize(size: number): void } =>
  Reflect.construct(ArrayBuffer, [size, { maxByteLength: 2 * size }]) as ReturnType<
    typeof resizable
  >;

describe.each(engines)('encodeInto, %s, writes all or nothing', (engine) => {
  const { encodeInto, size } = codec(xen_memory_exchange, x86_64, { engine });

  it.each([71, 72 / 2, 8, 1, 0])('when a getter shrinks the buffer to %s bytes', (left) => {
    const buffer = resizable(size);
    const bytes = new Uint8Array(buffer).fill(0xee);
    const value = whenRead(() => buffer.resize(left));
    expect(() => encodeInto(value, bytes)).toThrow(
      expect.objectContaining({ code: 'length', actual: `${left} bytes` }),
    );
    expect(new Uint8Array(buffer)).toEqual(new Uint8Array(left).fill(0xee));
  });

  it('when a getter shrinks and grows it again', () => {
    const buffer = resizable(size);
    const bytes = new Uint8Array(buffer).fill(0xee);
    encodeInto(
      whenRead(() => {
        buffer.resize(8);
        buffer.resize(size + 8);
      }),
      bytes,
    );
    expect(codec(xen_memory_exchange, x86_64).decode(bytes)).toEqual(exchange);
  });

  it.each([0, 8])('when a getter sends the buffer away, at offset %s', (offset) => {
    const { buffer } = new Uint8Array(size + 8).fill(0xee);
    const bytes = new Uint8Array(buffer);
    let sent: ArrayBuffer | undefined;
    const value = whenRead(() => {
      sent ??= structuredClone(buffer, { transfer: [buffer] });
    });
    expect(() => encodeInto(value, bytes, offset)).toThrow(
      expect.objectContaining({ code: 'length', actual: '0 bytes' }),
    );
    expect(new Uint8Array(sent!)).toEqual(new Uint8Array(size + 8).fill(0xee));
  });

  it('when the buffer was taken away before', () => {
    const { buffer } = new Uint8Array(size);
    const bytes = new Uint8Array(buffer);
    encodeInto(exchange, bytes);
    structuredClone(buffer, { transfer: [buffer] });
    expect(() => encodeInto(exchange, bytes)).toThrow(AbiError);
  });

  it('a struct with a union', () => {
    const { encodeInto: write, size: needed } = codec(united, x86_64, { engine });
    const buffer = resizable(needed);
    const bytes = new Uint8Array(buffer).fill(0xee);
    const value = {
      u: { a: 1 },
      get x() {
        buffer.resize(4);
        return 1;
      },
    };
    expect(() => write(value, bytes)).toThrow(AbiError);
    expect(new Uint8Array(buffer)).toEqual(new Uint8Array(4).fill(0xee));
  });
});

it.each(engines)('decode, %s: who hears of padding may take the bytes away', (engine) => {
  const { decode, size } = codec(xen_memory_map, x86_64, { engine });
  const buffer = resizable(size);
  const bytes = new Uint8Array(buffer).fill(0xff);
  expect(() => decode(bytes, 0, { padding: () => buffer.resize(4) })).toThrow(
    expect.objectContaining({ code: 'length', actual: '4 bytes' }),
  );
});

describe.each(engines)('bytes of another realm, %s', (engine) => {
  const foreign = (size: number): Uint8Array =>
    runInNewContext(`new Uint8Array(${size})`) as Uint8Array;

  it('are bytes', () => {
    const { size, encodeInto, decode } = codec(xen_memory_exchange, x86_64, { engine });
    const bytes = foreign(size);
    expect(bytes).not.toBeInstanceOf(Uint8Array);
    encodeInto(exchange, bytes);
    expect(decode(bytes)).toEqual(exchange);
    expect(decode(bytes, 0, { padding: 'reject' })).toEqual(exchange);
    expect(toRestructure(xen_memory_exchange, x86_64).fromBuffer(bytes)).toEqual(exchange);
  });

  it.each([
    ['an array', []],
    ['a look-alike', Object.create(Uint8Array.prototype)],
    ['one that says so', { length: 72, [Symbol.toStringTag]: 'Uint8Array' }],
    ['wider words', new Uint16Array(72)],
    ['their memory', new ArrayBuffer(72)],
    ['nothing', null],
  ])('%s is none', (_, it) => {
    const { decode, encodeInto } = codec(xen_memory_exchange, x86_64, { engine });
    const length = expect.objectContaining({ code: 'length' }) as Error;
    if (it && Object.getPrototypeOf(it) !== Uint8Array.prototype)
      expect(() => decode(it as Uint8Array)).toThrow(length);
    expect(() => encodeInto(exchange, it as Uint8Array)).toThrow();
  });
});

describe.each(['polluted', 'f0', 'process', 'preEncode', 'extent_start', 'u'])(
  'with an enumerable Object.prototype.%s',
  (key) => {
    /** What a callback gives while every object has one property more. */
    function polluted<T>(act: () => T): T {
      Reflect.defineProperty(Object.prototype, key, {
        value: 1,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      try {
        return act();
      } finally {
        delete (Object.prototype as Record<string, unknown>)[key];
      }
    }

    it.each(engines)('codecs of the engine %s work', (engine) => {
      const value = { domid: 1, size: 2, space: 3, idx: 4n, gpfn: 5n };
      const made = polluted(() => {
        const fresh = struct('fresh', { u: either, x: uint32_t });
        const own = codec(fresh, x86_64, { engine });
        const its = codec(xen_add_to_physmap, x86_64, { engine });
        const composed = toRestructure(struct('c', { u: either, x: array(uint32_t, 2) }), x86_64);
        return {
          size: layoutOf(fresh, x86_64).size,
          union: own.decode(own.encode({ u: { b: 7 }, x: 8 })),
          struct: its.decode(its.encode(value as never)),
          exchange: codec(xen_memory_exchange, x86_64, { engine }).encode(exchange),
          composed: composed.fromBuffer(composed.toBuffer({ u: { b: 7 }, x: [8, 9] } as never)),
          json: toJson(xen_memory_exchange, exchange),
          back: fromJson(xen_memory_exchange, JSON.parse('{"nr_exchanged":"6"}')),
        };
      });
      expect(made).toEqual({
        size: 8,
        union: { u: { a: 7, b: 7 }, x: 8 },
        struct: { domid: 1, size: 2, space: 3, idx: 4n, gpfn: 5n },
        exchange: codec(xen_memory_exchange, x86_64).encode(exchange),
        composed: { u: { a: 7, b: 7 }, x: [8, 9] },
        json: toJson(xen_memory_exchange, exchange),
        back: { nr_exchanged: 6n },
      });
    });
  },
);
