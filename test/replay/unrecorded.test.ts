import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/index.js';
import { replayer } from '../hypervisor/lines.js';

type Line = Record<string, unknown>;

/** The verdicts of a recording of the corpus, each of its calls told less by `forget`. */
async function replay(name: string, forget: (call: Line) => void): Promise<Verdict[]> {
  const file = new URL(`../corpus/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const { calls, judge } = await replayer(
    lines.map((text) => {
      const line = JSON.parse(text) as Line;
      if (line['kind'] === 'call') forget(line);
      return line;
    }),
  );
  return calls.map((call) => judge(call));
}

const recordings = ['real-xen-x86_64', 'real-xen-x86_32', 'real-xen-arm64', 'linux-boot-x86_64'];
const shareOf = (verdicts: readonly Verdict[], verdict: string): number =>
  verdicts.filter((v) => v.verdict === verdict).length / verdicts.length;

describe('a call that says nothing of what came back is skipped, not matched', () => {
  it.each(recordings)('%s', async (name) => {
    const verdicts = await replay(name, (call) => {
      delete call['result'];
      delete call['observed'];
      for (const fragment of (call['memory'] ?? []) as Line[]) delete fragment['after'];
    });
    expect(shareOf(verdicts, 'skip')).toBe(1);
    const told = verdicts.filter((v) => v.reason === 'nothing of what came back is recorded');
    // The others follow a skipped call, whose cells are unknown: that is their reason.
    expect(told.length / verdicts.length).toBeGreaterThan(0.75);
  });
});

describe('a call without a result alone is judged by the rest, and differs in nothing', () => {
  it.each(recordings)('%s', async (name) => {
    const verdicts = await replay(name, (call) => delete call['result']);
    expect(verdicts.filter((v) => v.verdict === 'differ')).toEqual([]);
    expect(shareOf(verdicts, 'match')).toBeGreaterThan(0.75);
  });

  // Its allocation failed, which only its progress told; it was taken for one that had handed out frame 0.
  it('ex_out_address_bits_14 of real-xen-x86_64', async () => {
    const verdicts = await replay('real-xen-x86_64', (call) => {
      if (call['label'] === 'ex_out_address_bits_14') delete call['result'];
    });
    const { verdict } = verdicts.find((v) => v.call.label === 'ex_out_address_bits_14')!;
    expect(verdict).toBe('match');
  });
});
