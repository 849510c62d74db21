import { beforeEach, describe, expect, test } from 'vitest';
import {
  DOMID_SELF,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
  XENMAPSPACE_grant_table,
} from '../../abi/index.js';
import { type Call, codec } from '../../src/index.js';
import { type CallFacts, scenario, type Scenario, setUp } from '../../src/hypervisor/index.js';
import { createReplayer, type Verdict } from '../../src/replay/index.js';

/** What a call may have done that was skipped is in doubt for the calls after it. */

/** Where a call's third list lies: those of a batch are idxs, gpfns, errs. */
const ERRS = 0x103000n;

function world() {
  const made = scenario({
    abi: 'x86_64',
    host: { maxPage: 0x1000 },
    domains: [
      {
        domid: 0,
        mode: 'translated',
        privileged: true,
        frames: [{ mfn: 0x100, count: 16, gfn: 0x1000 }],
      },
      { domid: 2, mode: 'translated', frames: [{ mfn: 0x200, count: 16, gfn: 0x10 }] },
    ],
  });
  const host = setUp(made.header.raw, { heap: false, undo: true });
  return {
    ...made,
    host,
    guest: host.domains.get(0)!,
    judge: createReplayer(made.header, codec, host),
  };
}
let model: ReturnType<typeof world>;
beforeEach(() => void (model = world()));

const judged = (
  command: Parameters<Scenario['call']>[0],
  facts: CallFacts,
  result: bigint,
): Verdict['verdict'] => model.judge({ ...model.call(command, facts), result }).verdict;

/** A call with what its errs are afterwards. */
const told = (call: Call, errs: readonly number[], result: bigint): Call => ({
  ...call,
  result,
  memory: call.memory.map((f) =>
    f.address === ERRS ? { ...f, after: new Uint8Array(new Int32Array(errs).buffer) } : f,
  ),
});

/** A batch of one entry more than was recorded: the model cannot tell what came of it. */
function batch(
  space: number,
  { u = { res0: 0 }, idxs, was = idxs.map(() => 1) }: BatchFacts,
  errs: readonly number[],
  result = 0n,
): void {
  const gpfns = idxs.map((_, i) => 0x2000 + i);
  const value = { domid: DOMID_SELF, space, u, size: idxs.length + 1 };
  const lists = { idxs, gpfns, errs: was };
  const call = model.call('XENMEM_add_to_physmap_batch', { value, lists });
  expect(model.judge(told(call, errs, result)).verdict).toBe('skip');
}
interface BatchFacts {
  readonly idxs: readonly number[];
  readonly u?: Readonly<Record<string, number>>;
  readonly was?: readonly number[];
}

const remove = (gpfn: number, result: bigint) =>
  judged('XENMEM_remove_from_physmap', { value: { domid: DOMID_SELF, gpfn } }, result);
const decrease = (gpfn: number, result: bigint) =>
  judged(
    'XENMEM_decrease_reservation',
    { value: { domid: DOMID_SELF }, lists: { extent_start: [gpfn] } },
    result,
  );

describe('add_to_physmap_batch', () => {
  test("Xen's own pages are where errs says so", () => {
    batch(XENMAPSPACE_grant_table, { idxs: [1, 99] }, [0, -22]);
    expect([remove(0x2000, 0n), remove(0x2001, -2n)]).toEqual(['match', 'match']);
  });

  test('pages of the domain itself are moved', () => {
    batch(XENMAPSPACE_gmfn, { idxs: [0x1000, 0x1001] }, [0, -13]);
    expect([decrease(0x1000, 0n), decrease(0x2000, 1n)]).toEqual(['match', 'match']);
    expect([decrease(0x2001, 0n), decrease(0x1001, 1n)]).toEqual(['match', 'match']);
  });

  test('a page that was moved was there, though the model had none', () => {
    batch(XENMAPSPACE_gmfn, { idxs: [0x3000] }, [0]);
    expect([decrease(0x2000, 1n), decrease(0x3000, 0n)]).toEqual(['match', 'match']);
  });

  test("another domain's page is held while it is mapped", () => {
    const facts = { idxs: [0x10, 0x11], u: { foreign_domid: 2 } };
    batch(XENMAPSPACE_gmfn_foreign, facts, [0, -22]);
    expect([remove(0x2000, 0n), remove(0x2001, -2n)]).toEqual(['match', 'match']);
  });

  test('of a call that failed, what it has written', () => {
    batch(XENMAPSPACE_grant_table, { idxs: [1, 2, 3], was: [1, 0, 1] }, [0, 0, 1], -14n);
    expect([remove(0x2000, 0n), remove(0x2001, 0n)]).toEqual(['match', 'match']);
    expect(remove(0x2002, -2n)).toBe('match');
  });
});

describe('add_to_physmap', () => {
  const add = (fields: Readonly<Record<string, number>>, result: bigint) =>
    judged('XENMEM_add_to_physmap', { value: { domid: DOMID_SELF, ...fields } }, result);

  test('a page that was moved, which the model refused', () => {
    // It was made a page of Xen's, whatever its space.
    model.guest.p2m!.set(0x1000n, { mfn: 0x100n, type: 'ro' });
    const move = { space: XENMAPSPACE_gmfn, idx: 0x1000, gpfn: 0x2000 };
    expect(add(move, 0n)).toBe('differ');
    expect([decrease(0x1000, 0n), decrease(0x2000, 1n)]).toEqual(['match', 'match']);
  });

  test('all pages of a range', () => {
    model.guest.p2m!.set(0x1001n, { mfn: 0x101n, type: 'ro' });
    const range = { space: XENMAPSPACE_gmfn_range, idx: 0x1000, gpfn: 0x2000, size: 2 };
    expect(add(range, 0n)).toBe('differ');
    expect([remove(0x1000, -2n), remove(0x1001, -2n)]).toEqual(['match', 'match']);
    expect([remove(0x2000, 0n), remove(0x2001, 0n)]).toEqual(['match', 'match']);
  });
});

test('claim_pages: what was staked is not known until it is dropped', () => {
  const claim = (pages: number, result: bigint) =>
    judged('XENMEM_claim_pages', { value: { domid: 2, nr_extents: pages } }, result);
  // Without maxPages in the header nobody can tell what is allowed.
  expect(claim(20, 0n)).toBe('skip');
  expect([claim(21, -22n), claim(0, 0n)]).toEqual(['skip', 'match']);
  expect(model.host.domains.get(2)!.claim).toBe(0n);
  expect(claim(21, -22n)).toBe('skip');
});
