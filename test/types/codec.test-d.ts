import { describe, expectTypeOf, test } from 'vitest';
import {
  xen_add_to_physmap_batch,
  xen_memory_exchange,
  xen_memory_reservation,
  xen_vnuma_topology_info,
  type XenMemoryExchange,
  type XenMemoryReservation,
} from '../../abi/index.js';
import {
  codec,
  layoutOf,
  struct,
  toRestructure,
  uint32_t,
  x86_64,
  type Codec,
  type CompoundLayout,
  type CompoundType,
  type InferInput,
  type Layout,
  type Type,
} from '../../src/index.js';

const exchange = codec(xen_memory_exchange, x86_64);

describe('a codec', () => {
  test('decodes to the type of its declaration', () => {
    expectTypeOf(exchange.decode(new Uint8Array(72))).toEqualTypeOf<XenMemoryExchange>();
    expectTypeOf<XenMemoryReservation>().toEqualTypeOf<{
      extent_start: bigint;
      nr_extents: bigint;
      extent_order: number;
      mem_flags: number;
      domid: number;
    }>();
    expectTypeOf<XenMemoryExchange>().toEqualTypeOf<{
      in: XenMemoryReservation;
      out: XenMemoryReservation;
      nr_exchanged: bigint;
    }>();
  });

  test('encodes what it decodes, to bytes of its own', () => {
    expectTypeOf(exchange.encode).toBeCallableWith({} as XenMemoryExchange);
    expectTypeOf(exchange.encode).returns.toEqualTypeOf<Uint8Array<ArrayBuffer>>();
    expectTypeOf(exchange.encodeInto).returns.toEqualTypeOf<void>();
    expectTypeOf(exchange.encodeInto).parameter(1).toEqualTypeOf<Uint8Array>();
  });

  test('has the layout of a compound', () => {
    expectTypeOf(exchange.layout).toEqualTypeOf<CompoundLayout>();
    expectTypeOf(layoutOf(xen_memory_exchange, x86_64)).toEqualTypeOf<CompoundLayout>();
    expectTypeOf(codec(uint32_t, x86_64).layout).toEqualTypeOf<Layout>();
    expectTypeOf(codec(uint32_t, x86_64).decode).returns.toEqualTypeOf<number>();
  });

  test('of whatever declaration is a Codec', () => {
    expectTypeOf(exchange).toExtend<Codec>();
    expectTypeOf(exchange).toExtend<Codec<CompoundType>>();
    expectTypeOf(codec(uint32_t, x86_64)).toExtend<Codec>();
  });

  test('of an unknown declaration decodes to something unknown, and takes anything', () => {
    const any = codec(xen_memory_exchange as Type, x86_64);
    expectTypeOf(any.decode).returns.toEqualTypeOf<unknown>();
    expectTypeOf(any.encode).parameter(0).toEqualTypeOf<unknown>();
  });
});

test('toRestructure has the same types', () => {
  const it = toRestructure(xen_memory_exchange, x86_64);
  expectTypeOf(it.fromBuffer).returns.toEqualTypeOf<XenMemoryExchange>();
  expectTypeOf(it.toBuffer).parameter(0).toEqualTypeOf<InferInput<typeof xen_memory_exchange>>();
});

test('wrong values are type errors', () => {
  const { encode } = codec(xen_memory_reservation, x86_64);
  const right = { extent_start: 1, nr_extents: 1n, extent_order: 0, mem_flags: 0, domid: 0 };
  encode(right);
  // @ts-expect-error domid is missing
  encode({ extent_start: 1, nr_extents: 1, extent_order: 0, mem_flags: 0 });
  // @ts-expect-error extent_order is no bigint
  encode({ ...right, extent_order: 0n });
  // @ts-expect-error nr_extents is no string
  encode({ ...right, nr_extents: '1' });
  // @ts-expect-error domid is no null
  encode({ ...right, domid: null });
  // @ts-expect-error domid is not undefined
  encode({ ...right, domid: undefined });
  // @ts-expect-error no such field
  encode({ extent_start: 1, nr_extents: 1, extent_order: 0, mem_flags: 0, domid: 0, dom: 0 });
  // @ts-expect-error bytes are no text
  exchange.decode('00');
  // @ts-expect-error no such choice
  exchange.decode(new Uint8Array(72), 0, { padding: 'warn' });
  // @ts-expect-error no such engine
  codec(xen_memory_exchange, x86_64, { engine: 'fast' });
  // @ts-expect-error an architecture is an object
  codec(xen_memory_exchange, 'x86_64');
  // @ts-expect-error its value is a struct
  struct('s', { a: 5 });
});

test('members of unions are checked', () => {
  const { encode } = codec(xen_add_to_physmap_batch, x86_64);
  const right = { domid: 0, space: 0, size: 0, idxs: 0, gpfns: 0, errs: 0 };
  encode({ ...right, u: { res0: 0 } });
  encode({ ...right, u: { res0: 0, foreign_domid: 0 } });
  // @ts-expect-error one member at least
  encode({ ...right, u: {} });
  // @ts-expect-error no such member
  encode({ ...right, u: { res1: 0 } });
  // @ts-expect-error wrong type
  encode({ ...right, u: { res0: 0n } });
  type Vnuma = InferInput<typeof xen_vnuma_topology_info>;
  expectTypeOf<{ h: number }>().toExtend<Vnuma['vdistance']>();
});

test('what was decoded cannot be taken for another struct', () => {
  const decoded = codec(xen_memory_reservation, x86_64).decode(new Uint8Array(32));
  // @ts-expect-error it has no in and out
  exchange.encode(decoded);
  // @ts-expect-error no such field
  expectTypeOf(decoded.nr_exchanged);
});
