import { expect, test } from 'vitest';
import type { Call } from '../../src/index.js';
import { prober } from './falsify.js';
import { recording } from '../hypervisor/lines.js';

const recorded = await recording('test/corpus/linux-boot-x86_64.jsonl');
type Entries = readonly (readonly [word: string, result: number])[];
const entriesOf = (call: Call): Entries =>
  ((call.raw['observed'] ?? {}) as { readonly entries?: Entries }).entries ?? [];

/** What the replay of the boot says of one call, told otherwise. */
function told(index: number, change: Partial<Call>) {
  const { judge, probe } = prober(recorded);
  for (const call of recorded.calls) {
    if (call.index !== index) judge(call);
    else return probe({ ...call, ...change });
  }
  throw new Error(`no call ${index}`);
}
const observing = (entries: unknown, registerAfter?: string): Partial<Call> => ({
  raw: { observed: { entries, registerAfter } },
});

/** Entries 0x1, 0x31c1, 0x40c1, 0x4101 of XENMEM_decrease_reservation, 512 extents. */
const PREEMPTED = 270;
const entries = entriesOf(recorded.calls[PREEMPTED]!);

test('the recording has continuations, and they are legal', () => {
  expect(recorded.calls.filter((call) => entriesOf(call).length > 1)).toHaveLength(13);
  expect(entries.map(([word]) => word)).toEqual(['0x1', '0x31c1', '0x40c1', '0x4101']);
  expect(told(PREEMPTED, {})).toMatchObject({ verdict: 'match' });
  expect(told(PREEMPTED, observing(undefined, '0x4101'))).toMatchObject({ verdict: 'match' });
});

test.each([
  ['of another command', 1, '0x31c6', 'command 1 from extent 0 to 512'],
  ['that goes back', 3, '0x3fc1', 'command 1 from extent 259 to 512'],
  ['past what was done', 3, '0x8041', 'command 1 from extent 259 to 512'],
])('a continuation %s differs', (_, at, word, expected) => {
  const change = observing(entries.with(at, [word, entries[at]![1]]));
  expect(told(PREEMPTED, change)).toMatchObject({
    verdict: 'differ',
    differences: [{ what: 'result', path: `observed.entries[${at}]`, expected, actual: word }],
  });
});

test('a register that shows no such continuation differs', () => {
  expect(told(PREEMPTED, observing(undefined, '0x8041'))).toMatchObject({
    verdict: 'differ',
    differences: [{ path: 'observed.registerAfter', actual: '0x8041' }],
  });
});

// On a recording without page counts, a decrease could have ended anywhere.
test('a result that is not the last of the inner results differs', () => {
  expect(told(PREEMPTED, { result: 300n })).toMatchObject({
    verdict: 'differ',
    differences: [{ what: 'result', path: 'observed.entries[3]', expected: 300, actual: 512 }],
  });
});
