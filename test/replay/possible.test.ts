import { describe, expect, it } from 'vitest';
import { xen_memory_exchange, xen_memory_reservation } from '../../abi/index.js';
import { codec, type Verdict, x86_64 } from '../../src/index.js';
import {
  A,
  bytesHex,
  hex,
  header,
  type Line,
  list,
  replay,
  reservation,
  reserve,
  SELF,
  struct,
} from '../hypervisor/lines.js';

/*
 * Calls whose outcome depends on what nobody recorded are skipped; but what no such call can come to
 * differs all the same.
 */

/** Where a list is that no line shows. */
const UNSHOWN = A + 0x8000;

const verdictOf = async (call: Line, facts: Line = {}): Promise<Verdict> =>
  (await replay([header(facts), call]))[0]!;

/** What differs first, if anything. */
const told = ({ verdict, differences: [first] }: Verdict): unknown =>
  verdict === 'differ' ? [first!.what, first!.path] : verdict;

/** A fragment that has other bytes after the call. */
const changed = (address: number, before: Uint8Array, after: Uint8Array): Line => ({
  address: hex(address),
  before: bytesHex(before),
  after: bytesHex(after),
});
const numbers = (values: readonly bigint[]): Uint8Array =>
  new Uint8Array(new BigUint64Array(values).buffer);

/** A decrease of frames that no line shows, of extents of two pages. */
const decrease = (more: Line, count = 3): Line =>
  reserve(1, reservation(UNSHOWN, count, { extent_order: 1 }), [], more);

describe('a reservation of an unknown list', () => {
  it.each([
    [{ result: 0 }, 'skip'],
    [{ result: 3 }, 'skip'],
    [{ result: 4 }, ['result', '']],
    [{ result: -14 }, ['result', '']],
    [{ result: 2, observed: { totPages: [64, 58] } }, 'skip'],
    [{ result: 2, observed: { totPages: [64, 57] } }, ['totPages', '']],
    [{ result: 2, observed: { totPages: [64, 65] } }, ['totPages', '']],
  ])('of %j: %j', async (more, expected) => {
    expect(told(await verdictOf(decrease(more)))).toEqual(expected);
  });

  it('is begun where its command word says', async () => {
    const from = (result: number): Line => ({
      ...decrease({ result }),
      args: [hex(1 + 2 * 64), hex(A)],
    });
    expect(told(await verdictOf(from(2)))).toBe('skip');
    expect(told(await verdictOf(from(1)))).toEqual(['result', '']);
  });

  it('leaves its argument as it was', async () => {
    const value = {
      extent_start: BigInt(UNSHOWN),
      nr_extents: 3n,
      extent_order: 1,
      mem_flags: 0,
      domid: SELF,
    };
    const { encode } = codec(xen_memory_reservation, x86_64);
    const argument = changed(A, encode(value), encode({ ...value, mem_flags: 7 }));
    const line = { ...decrease({ result: 3 }), memory: [argument] };
    expect(told(await verdictOf(line))).toEqual(['memory', 'mem_flags']);
  });
});

describe('an exchange of an unknown list', () => {
  const side = (at: number) => ({
    extent_start: BigInt(at),
    nr_extents: 2n,
    extent_order: 0,
    mem_flags: 0,
    domid: SELF,
  });
  const exchange = (nr_exchanged: number, more: Line): Line => {
    const bytes = (progress: bigint): Uint8Array =>
      codec(xen_memory_exchange, x86_64).encode({
        in: side(UNSHOWN),
        out: side(A + 0x100),
        nr_exchanged: progress,
      });
    const memory = [changed(A, bytes(0n), bytes(BigInt(nr_exchanged))), list(A + 0x100, [5, 6])];
    return { kind: 'call', hypercall: 12, args: ['0xb', hex(A)], memory, ...more };
  };

  it.each([
    [2, { result: 0 }, 'skip'],
    [1, { result: -22 }, 'skip'],
    [1, { result: -21 }, ['result', '']],
    [2, { result: 1 }, ['result', '']],
    [3, { result: -22 }, ['memory', 'nr_exchanged']],
    [1, { result: -12, observed: { totPages: [64, 63] } }, ['totPages', '']],
  ])('that came to %i, with %j: %j', async (progress, more, expected) => {
    expect(told(await verdictOf(exchange(progress, more)))).toEqual(expected);
  });
});

describe('a question about a domain that may be there', () => {
  const ask = (result: number, privileged: boolean): Promise<Verdict> => {
    const domain = { domid: 1, mode: 'pv', privileged, totPages: 64, maxPages: 96 };
    const frames = [{ mfn: 128, count: 64, pfn: 0 }];
    const domid = { address: hex(A), before: '0500' };
    const call = { kind: 'call', hypercall: 12, args: ['0x3', hex(A)], memory: [domid], result };
    return verdictOf(call, { domain: null, frames: null, domains: [{ ...domain, frames }] });
  };

  it.each([
    [-3, true, 'match'],
    [9, true, 'skip'],
    [-2, true, ['result', '']],
    [-3, false, 'match'],
    [-1, false, 'match'],
    [9, false, ['result', '']],
    [-22, false, ['result', '']],
  ])('that returns %i to a caller that may ask (%j): %j', async (result, isAllowed, expected) => {
    expect(told(await ask(result, isAllowed))).toEqual(expected);
  });
});

describe('the M2P entry of a frame that may have been handed out without a number', () => {
  /** An exchange of one page whose out element cannot be written. */
  const exchange = (pfn: string | null): Line => ({
    kind: 'call',
    hypercall: 12,
    args: ['0xb', hex(A)],
    memory: [
      struct('xen_memory_exchange', {
        in: reservation(A + 0x80, 1),
        out: reservation(A + 0x2000, 1),
        nr_exchanged: 0,
      }),
      list(A + 0x80, [130]),
      list(A + 0x2000, [7]),
    ],
    result: -14,
    observed: { totPages: [64, 64], m2p: { before: [['0x82', '0x2']], after: [['0x82', pfn]] } },
  });
  const regions = [
    { start: hex(A), end: hex(A + 0x2000) },
    { start: hex(A + 0x2000), end: hex(A + 0x3000), access: 'ro' },
  ];

  it.each([
    [null, 'match'],
    ['0x7', 'match'],
    ['0x8', ['m2p', '0x82']],
    ['0x2', ['m2p', '0x82']],
  ])('is none, or where those were put: %j', async (pfn, expected) => {
    expect(told(await verdictOf(exchange(pfn), { regions }))).toEqual(expected);
  });
});

it('a number that could be written and was not is none', async () => {
  const numbersTold = changed(
    A + 0x80,
    numbers([1n, 2n, 0x5000n]),
    numbers([0x1000n, 0x1001n, 0x5000n]),
  );
  const increase = (pages: number): Line =>
    reserve(0, reservation(A + 0x80, 3), [numbersTold], {
      result: 2,
      observed: { totPages: [64, 64 + pages] },
    });
  const facts = { domain: { domid: 0, mode: 'pv', privileged: true, totPages: 64 } };
  expect(told(await verdictOf(increase(2), facts))).toBe('match');
  expect((await verdictOf(increase(3), facts)).verdict).toBe('differ');
});
