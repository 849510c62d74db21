import { describe, expect, test } from 'vitest';
import { xen_mem_sharing_op, xen_vnuma_topology_info } from '../../abi/index.js';
import {
  array,
  bits,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { hex, refusal, subjects, only } from '../support/engines.js';

const all = await subjects({
  plain: struct('plain', {
    u: union(null, { a: uint32_t, b: uint16_t, c: array(uint8_t, 3) }),
    z: uint8_t,
  }),
  gaps: struct('gaps', {
    u: union(null, {
      p: struct('p', { a: uint8_t, b: uint16_t }),
      q: struct('q', { a: uint8_t, pad: uint8_t }),
    }),
  }),
  bitten: struct('bitten', {
    u: union(null, {
      low: bits(uint8_t, 4),
      all: uint8_t,
      two: struct('two', { a: bits(uint8_t, 2), b: bits(uint8_t, 4) }),
    }),
  }),
  listed: struct('listed', {
    list: array(union('either', { n: uint16_t, b: array(uint8_t, 2) }), 2),
  }),
  sharing: xen_mem_sharing_op,
  vnuma: xen_vnuma_topology_info,
});

describe.each(all.filter(only('plain')))('a union on $abi, $engine', ({ codec }) => {
  test("decodes to every member's reading of the same bytes", () => {
    const value = codec.decode(Uint8Array.of(1, 2, 3, 4, 9, 0, 0, 0));
    expect(value).toEqual({ u: { a: 0x04030201, b: 0x0201, c: [1, 2, 3] }, z: 9 });
  });

  test('is encoded from one member, with zeros where it has none', () => {
    expect(hex(codec.encode({ u: { a: 0x04030201 }, z: 9 }))).toBe('0102030409000000');
    expect(hex(codec.encode({ u: { b: 0x0201 }, z: 9 }))).toBe('0102000009000000');
    expect(hex(codec.encode({ u: { c: [1, 2, 3] }, z: 9 }))).toBe('0102030009000000');
  });

  test('is encoded from several members that agree', () => {
    expect(hex(codec.encode({ u: { b: 0x0201, c: [1, 2, 3] }, z: 9 }))).toBe('0102030009000000');
    expect(hex(codec.encode({ u: { a: 0x04030201, b: 0x0201, c: undefined }, z: 9 }))).toBe(
      '0102030409000000',
    );
  });

  test.each([
    [{ a: 0x04030201, b: 0x0200 }, 0, 'b to agree with a on byte 0 of u', '0x00 and 0x01'],
    [{ a: 0x04030201, b: 0x0301 }, 1, 'b to agree with a on byte 1 of u', '0x03 and 0x02'],
    [{ b: 0x0201, c: [1, 3, 3] }, 1, 'c to agree with b on byte 1 of u', '0x03 and 0x02'],
    [
      { a: 0x04030201, b: 0x0201, c: [1, 2, 4] },
      2,
      'c to agree with a, b on byte 2 of u',
      '0x04 and 0x03',
    ],
  ])('refuses %j, which disagree', (u, offset, expected, actual) => {
    const error = refusal(() => codec.encode({ u, z: 9 }));
    expect(error).toMatchObject({ code: 'union', path: ['u'], offset, expected, actual });
  });

  test('encodeInto writes the given members only', () => {
    const bytes = new Uint8Array(8).fill(0xee);
    codec.encodeInto({ u: { b: 0x0201 }, z: 9 }, bytes);
    expect(hex(bytes)).toBe('0102eeee09eeeeee');
  });
});

describe.each(all.filter(only('gaps')))(
  'padding of union members on $abi, $engine',
  ({ codec }) => {
    test('is nothing to agree on', () => {
      // Byte 1 is padding of `p` and a field of `q`.
      expect(hex(codec.encode({ u: { p: { a: 1, b: 2 }, q: { a: 1, pad: 7 } } }))).toBe('01070200');
      expect(
        refusal(() => codec.encode({ u: { p: { a: 1, b: 2 }, q: { a: 2, pad: 7 } } })).code,
      ).toBe('union');
    });

    test('of the member that is given stays as it is', () => {
      const bytes = new Uint8Array(4).fill(0xee);
      codec.encodeInto({ u: { p: { a: 1, b: 2 } } }, bytes);
      expect(hex(bytes)).toBe('01ee0200');
    });
  },
);

describe.each(all.filter(only('bitten')))('bit-fields in a union on $abi, $engine', ({ codec }) => {
  test('agree bit by bit', () => {
    expect(hex(codec.encode({ u: { low: 0b0101, two: { a: 1, b: 0b1101 } } }))).toBe('35');
    expect(refusal(() => codec.encode({ u: { low: 0b0101, two: { a: 1, b: 0 } } }))).toMatchObject({
      code: 'union',
      offset: 0,
    });
    expect(refusal(() => codec.encode({ u: { low: 5, all: 0xf6 } })).expected).toBe(
      'all to agree with low on byte 0 of u',
    );
  });

  test('leave the bits beside them', () => {
    const bytes = Uint8Array.of(0xff);
    codec.encodeInto({ u: { low: 0 } }, bytes);
    expect(hex(bytes)).toBe('f0');
    codec.encodeInto({ u: { two: { a: 1, b: 0 } } }, bytes);
    expect(hex(bytes)).toBe('c1');
  });
});

describe.each(all.filter(only('listed')))('an array of unions on $abi, $engine', ({ codec }) => {
  test('chooses a member per element', () => {
    expect(hex(codec.encode({ list: [{ n: 0x0201 }, { b: [3, 4] }] }))).toBe('01020304');
    const error = refusal(() => codec.encode({ list: [{ n: 1 }, { n: 1, b: [1, 1] }] }));
    expect(error).toMatchObject({ code: 'union', path: ['list', 1], offset: 3 });
  });
});

describe.each(all.filter(only('sharing')))("Xen's largest union on $abi, $engine", ({ codec }) => {
  test('is encoded from a member of a member', () => {
    const bytes = codec.encode({ op: 3, domain: 1, u: { debug: { u: { gref: 7 } } } });
    expect(codec.decode(bytes)).toMatchObject({
      u: { debug: { u: { gfn: 7n, gref: 7 } }, nominate: { u: { grant_ref: 7 }, handle: 0n } },
    });
  });

  test('names the path of members that disagree inside', () => {
    const u = { debug: { u: { gref: 7, gfn: 8 } } };
    const error = refusal(() => codec.encode({ op: 3, domain: 1, u }));
    expect(error).toMatchObject({ code: 'union', path: ['u', 'debug', 'u'], offset: 8 });
  });
});

describe.each(all.filter(only('vnuma')))(
  'a handle beside its room on $abi, $engine',
  ({ codec, abi }) => {
    test('may be all that is given', () => {
      const empty = { domid: 0, pad: 0, nr_vnodes: 0, nr_vcpus: 0, nr_vmemranges: 0 };
      const before = new Uint8Array(codec.size).fill(0xee);
      codec.encodeInto(
        { ...empty, vdistance: { h: 1 }, vcpu_to_vnode: { h: 2 }, vmemrange: { pad: 3n } },
        before,
      );
      const value = codec.decode(before) as {
        vdistance: { pad: bigint };
        vmemrange: { h: bigint };
      };
      expect(value.vdistance.pad).toBe(abi === 'x86_32' ? 0xeeeeeeee00000001n : 1n);
      expect(value.vmemrange.h).toBe(3n);
    });
  },
);

test('uint64_t in unions is what the fast path writes through scratch words', async () => {
  const [subject] = await subjects({
    wide: struct('wide', { u: union(null, { a: uint64_t, b: array(uint32_t, 2) }) }),
  });
  expect(
    hex(subject!.codec.encode({ u: { a: 0x0807060504030201n, b: [0x04030201, 0x08070605] } })),
  ).toBe('0102030405060708');
});
