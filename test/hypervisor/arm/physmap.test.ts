import { describe, expect, it } from 'vitest';
import {
  A,
  all,
  call,
  decrease,
  device,
  EBUSY,
  EINVAL,
  ENOSYS,
  EOPNOTSUPP,
  ESRCH,
  exchange,
  foreign,
  grantFrame,
  hex,
  type Line,
  maximum,
  P,
  Q,
  remove,
  results,
  SELF,
  sharedInfo,
  verdicts,
} from './lines.js';

/** What was wrong before `more-xen-arm64` was recorded. */

const MATCHING: readonly (readonly [string, readonly Line[]])[] = [
  [
    "decrease takes a page of Xen's own out, which then may be mapped again",
    [sharedInfo(P, 0), sharedInfo(Q, EBUSY), decrease([P], 1), sharedInfo(Q, 0)],
  ],
  [
    "pages of Xen's own count in an extent like others",
    [sharedInfo(P, 0), grantFrame(0n, Q, 0), decrease([P], 1, 1), grantFrame(0n, P, 0)],
  ],
  [
    'the highest page number that was ever mapped stays so',
    [
      maximum(0xfffffffn),
      sharedInfo(0x10000000n, 0),
      maximum(0x10000000n),
      remove(0x10000000n, 0),
      maximum(0x10000000n),
    ],
  ],
  [
    'a page number that no P2M reaches is refused after a page that is mapped elsewhere',
    [
      sharedInfo(1n << 36n, EINVAL),
      sharedInfo(P, 0),
      sharedInfo(1n << 36n, EBUSY),
      grantFrame(0n, 1n << 52n, EINVAL),
    ],
  ],
  [
    "an index of the grant table has 32 bits, and status frames are nobody's",
    [
      grantFrame(0x80000000n, P, EINVAL),
      grantFrame(0n, P, 0),
      grantFrame(1n << 32n, Q, EBUSY),
      remove(P, 0),
      grantFrame(1n << 63n, Q, 0),
    ],
  ],
  [
    'a number of its own names no foreign domain to its caller, and DOMID_SELF the target itself',
    [foreign(0, P, ESRCH), foreign(SELF, P, EINVAL), foreign(5, P, ESRCH)],
  ],
  [
    'a frame that no host has is none that Xen shares',
    [foreign(0x7ff2, 0x80000n, EINVAL), foreign(0x7ff2, P, EINVAL)],
  ],
  [
    "a domain's own frame, or one that cannot be, is no device's: nothing is mapped",
    [device(Q, P, 0), exchange(P, EOPNOTSUPP), device(1n << 40n, P, 0), remove(P, 0)],
  ],
  ['sharing has no extents', [call(18, [], 0), call(18 | 64, [], ENOSYS)]],
];

it.each(MATCHING)('%s', async (_, lines) => {
  expect(await verdicts(lines)).toEqual(all('match', lines));
  const wrong = lines.map((line) => ({ ...line, result: Number(line['result']) - 1 }));
  for (const [i, lie] of wrong.entries()) {
    // Batches tell their results elsewhere: there a wrong one is an error of the call.
    const told = await verdicts(lines.with(i, lie));
    expect(told[i], `call ${i}`).toBe('differ');
  }
});

it('a run tells what was recorded of what is determined', async () => {
  for (const [, lines] of MATCHING) {
    const told = await results(lines);
    for (const [i, result] of told.entries())
      if (result !== undefined) expect(result, `call ${i}`).toBe(lines[i]!['result']);
  }
});

describe('hypercalls of a multicall', () => {
  const entry = (number: bigint): string => {
    const value = { op: number, result: 0n, args: [0n, 0n, 0n, 0n, 0n, 0n] };
    return Buffer.from(BigUint64Array.from([value.op, 0n, ...value.args]).buffer).toString('hex');
  };
  const made = (number: bigint, count: bigint): Line => {
    const before = entry(number);
    const after = `${before.slice(0, 16)}daffffffffffffff${before.slice(32)}`;
    const memory = [{ address: hex(A), before, ...(count > 0n && { after }) }];
    return { kind: 'call', hypercall: 13, args: [hex(A), hex(count)], memory, result: 0 };
  };
  it.each([0n, 5n, 40n, 47n, 63n, 1000n])('%d is missing on Arm', async (number) => {
    expect(await verdicts([made(number, 1n)])).toEqual(['match']);
  });
  it('are counted by 32 bits of the register', async () => {
    const [none, one] = [made(40n, 0n), made(40n, 1n)];
    const more = (line: Line, count: bigint): Line => ({ ...line, args: [hex(A), hex(count)] });
    expect(await verdicts([more(none, 1n << 32n)])).toEqual(['match']);
    expect(await verdicts([more(one, (1n << 32n) + 1n)])).toEqual(['match']);
  });
});
