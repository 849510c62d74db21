import { describe, expect, test } from 'vitest';
import * as xen from '../../abi/index.js';
import { array, type Codec, codec, struct, type Type, uint64_t, x86_64 } from '../../src/index.js';
import { abis, hex } from '../support/engines.js';

/** Examples of `semantics.md` 2.4, the first two compiled from the real headers. */
const DOMID_SELF = 0x7ff0;
const is32 = (abi: string): boolean => abi === 'x86_32';
const list = (start: number | bigint, more: object = {}): object => ({
  extent_start: BigInt(start),
  nr_extents: 1n,
  extent_order: 9,
  mem_flags: 0,
  domid: DOMID_SELF,
  ...more,
});
const exchange = (start: number, step: number): object => ({
  in: list(start),
  out: list(start + step, { mem_flags: 32 }),
  nr_exchanged: 0n,
});
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));

interface Example {
  readonly type: Type;
  readonly wide: readonly [value: object, bytes: string];
  readonly x86_32?: readonly [value: object, bytes: string];
}
const examples: Record<string, Example> = {
  'C1, C2: xen_memory_exchange': {
    type: xen.xen_memory_exchange,
    wide: [
      exchange(0x40001000, 8),
      `00 10 00 40 00 00 00 00 01 00 00 00 00 00 00 00 09 00 00 00 00 00 00 00 f0 7f 00 00 00 00 00 00
       08 10 00 40 00 00 00 00 01 00 00 00 00 00 00 00 09 00 00 00 20 00 00 00 f0 7f 00 00 00 00 00 00
       00 00 00 00 00 00 00 00`,
    ],
    x86_32: [
      exchange(0xc1001000, 4),
      `00 10 00 c1 01 00 00 00 09 00 00 00 00 00 00 00 f0 7f 00 00
       04 10 00 c1 01 00 00 00 09 00 00 00 20 00 00 00 f0 7f 00 00 00 00 00 00`,
    ],
  },
  'C10: xen_unpin, as version 4 has it': {
    type: xen.xen_unpin,
    wide: [
      { in: list(0x40002000) },
      '00 20 00 40 00 00 00 00 01 00 00 00 00 00 00 00 09 00 00 00 00 00 00 00 f0 7f 00 00 00 00 00 00',
    ],
    x86_32: [
      { in: list(0xc1002000) },
      '00 20 00 c1 01 00 00 00 09 00 00 00 00 00 00 00 f0 7f 00 00',
    ],
  },
  xen_add_to_physmap_batch: {
    type: xen.xen_add_to_physmap_batch,
    wide: [
      {
        domid: DOMID_SELF,
        space: 4,
        size: 2,
        u: { foreign_domid: 1, res0: 1 },
        idxs: 0x1000n,
        gpfns: 0x2000n,
        errs: 0x3000n,
      },
      'f0 7f 04 00 02 00 01 00 00 10 00 00 00 00 00 00 00 20 00 00 00 00 00 00 00 30 00 00 00 00 00 00',
    ],
  },
  xen_remove_from_physmap: {
    type: xen.xen_remove_from_physmap,
    wide: [
      { domid: DOMID_SELF, gpfn: 0x38000n },
      'f0 7f 00 00 00 00 00 00 00 80 03 00 00 00 00 00',
    ],
  },
};

const engines = ['generated', 'interpreted'] as const;

describe.each(engines)('golden bytes, %s', (engine) => {
  describe.each(Object.entries(examples))('%s', (_, example) => {
    const known = abis.filter(({ name }) => !is32(name) || example.x86_32);
    test.each(known)('$name', (abi) => {
      const [value, text] = (is32(abi.name) && example.x86_32) || example.wide;
      const it: Codec = codec(example.type, abi, { engine });
      expect(hex(it.encode(value))).toBe(hex(bytes(text)));
      expect(it.decode(bytes(text), 0, { padding: 'reject' })).toEqual(value);
    });
  });

  test.each(abis)('C3: xen_pod_target on $name', (abi) => {
    const it = codec(xen.xen_pod_target, abi, { engine });
    expect(it.size).toBe(is32(abi.name) ? 36 : 40);
    expect(it.decode(new Uint8Array(40).fill(7, 32, 34)).domid).toBe(0x0707);
  });

  test.each(abis)('C4: xen_mem_acquire_resource on $name', (abi) => {
    const it = codec(xen.xen_mem_acquire_resource, abi, { engine });
    expect(it.size).toBe(is32(abi.name) ? 28 : 32);
    expect(it.decode(new Uint8Array(32).fill(7, 16, 24)).frame).toBe(0x0707070707070707n);
  });

  // That its upper half is no address of an arm32 guest is a warning of the decode verb.
  test.each(abis.filter(({ name }) => name === 'arm32'))('C5: a handle on $name', (abi) => {
    const it = codec(xen.xen_memory_reservation, abi, { engine });
    const input = new Uint8Array(32);
    input.set(bytes('00 20 00 40 01 00 00 00'));
    const value = it.decode(input);
    expect(value.extent_start).toBe(0x140002000n);
    expect(hex(it.encode(value))).toBe(hex(input));
  });

  test.each(abis)('C6: multicall_entry on $name', (abi) => {
    expect(codec(xen.multicall_entry, abi, { engine }).size).toBe(is32(abi.name) ? 32 : 64);
  });

  // Older interface versions call the word address_bits; it lies at the same place.
  test('C7: the word at 20 is mem_flags', () => {
    const it = codec(xen.xen_memory_reservation, x86_64, { engine });
    expect(it.decode(new Uint8Array(32).fill(32, 20, 21)).mem_flags).toBe(32);
  });

  test.each(abis)('C8: writing nr_exchanged changes its bytes only, on $name', (abi) => {
    const it = codec(xen.xen_memory_exchange, abi, { engine });
    const [from, to] = is32(abi.name) ? [40, 44] : [64, 72];
    const before = Uint8Array.from({ length: it.size }, (_, i) => i + 1);
    const after = before.slice();
    it.encodeInto({ ...it.decode(before), nr_exchanged: 0 }, after);
    expect(hex(after)).toBe(hex(before.slice().fill(0, from, to)));
  });

  // Linux's struct, which is no part of Xen's headers.
  test.each(abis)('C9: privcmd_hypercall on $name', (abi) => {
    const privcmd_hypercall = struct('privcmd_hypercall', {
      op: uint64_t,
      arg: array(uint64_t, 5),
    });
    const it = codec(privcmd_hypercall, abi, { engine });
    expect(it.size).toBe(48);
    const encoded = it.encode({ op: 12, arg: [11, 0x40001000, 0, 0, 0] });
    expect(hex(encoded)).toBe(
      hex(bytes(`0c${'00'.repeat(7)} 0b${'00'.repeat(7)} 00100040`)) + '00'.repeat(28),
    );
  });
});
