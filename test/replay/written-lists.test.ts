import { expect, test } from 'vitest';
import { A, bytesHex, header, hex, type Line, replay } from '../hypervisor/lines.js';

/*
 * A list upon the argument of its own call: a preemption has the argument read again, and where
 * there was one is not recorded. A true call was once called false for it.
 */

/** An increase of `asked` extents whose list begins at its own nr_extents, and what it did. */
function increase(asked: number, done: number, frames: readonly number[]): Line[] {
  const before = new DataView(new ArrayBuffer(8 + 40 * 8));
  before.setBigUint64(0, BigInt(A + 8), true);
  before.setBigUint64(8, BigInt(asked), true);
  before.setUint16(24, 0x7ff0, true);
  const after = new DataView(before.buffer.slice(0));
  for (const [i, mfn] of frames.entries()) after.setBigUint64(8 + 8 * i, BigInt(mfn), true);
  const bytes = ({ buffer }: DataView): string => bytesHex(new Uint8Array(buffer));
  return [
    header(),
    {
      kind: 'call',
      hypercall: 12,
      args: ['0x0', hex(A)],
      memory: [{ address: hex(A), before: bytes(before), after: bytes(after) }],
      observed: { totPages: [64, 64 + frames.length] },
      result: done,
    },
  ];
}

const frames = (n: number): number[] => Array.from({ length: n }, (_, i) => 256 + i);

test('a call that was not preempted does what it was asked', async () => {
  expect((await replay(increase(2, 2, frames(2)))).map(({ verdict }) => verdict)).toEqual([
    'match',
  ]);
});

test('one that was preempted goes on to the frame number that it read', async () => {
  const [verdict] = await replay(increase(2, 32, frames(32)));
  expect(verdict).toMatchObject({ verdict: 'skip', reason: expect.stringContaining('preempted') });
});

test('a single extent cannot be preempted', async () => {
  expect((await replay(increase(1, 2, frames(2)))).map(({ verdict }) => verdict)).toEqual([
    'differ',
  ]);
});
