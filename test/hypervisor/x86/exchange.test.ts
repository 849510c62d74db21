import { describe, expect, it } from 'vitest';
import {
  A,
  call,
  END,
  exchange,
  header,
  hex,
  type Line,
  LIST,
  list,
  numbers,
  OUT,
  pages,
  reserve,
  RO,
  SELF,
  side,
  verdicts,
} from './lines.js';

describe('a 32-bit exchange that fails', () => {
  const failed = (moved: number): Line =>
    exchange({
      frames: [128, 129, 0x3fff],
      out: OUT,
      memory: [list('x86_32', LIST, [128, 129, 0x3fff]), list('x86_32', OUT, [0, 1, 2])],
      more: {
        result: -22,
        observed: { m2p: { before: [], after: [[hex(128), moved === 0 ? '0x0' : null]] } },
      },
    });
  it('has done its first chunks, and tells nothing of them', async () => {
    expect(await verdicts([header('x86_32'), failed(1)])).toEqual(['match']);
  });

  it('leaves it open which frames went, where it may have got past one that was not told', async () => {
    const [a, b, c] = [128, 129, 130];
    const lines = (next: number) => [
      header('x86_32'),
      reserve(1, side(LIST, 1), [list('x86_32', LIST, [a])], { result: 1 }),
      reserve(0, side(0, 1), [], { result: 1 }),
      exchange({
        frames: [a, b, 0x3fff],
        out: OUT,
        memory: [list('x86_32', LIST, [a, b, 0x3fff]), list('x86_32', OUT, [0, 1, 2])],
        more: { result: -22 },
      }),
      reserve(0, side(LIST, 1), [list('x86_32', LIST, [0], [next])], { result: 1 }),
    ];
    expect((await verdicts(lines(b))).at(-1)).toBe('match');
    expect((await verdicts(lines(c))).at(-1)).toBe('differ');
  });
});

it('of a 32-bit exchange whose first number cannot be told no later one is', async () => {
  const at = END - 4;
  const { regions: _, ...facts } = header('x86_32');
  const regions = [
    { start: hex(A), end: hex(RO) },
    { start: hex(RO), end: hex(END), access: 'ro' },
    { start: hex(END), end: hex(END + 0x1000) },
  ];
  const told = (third: number): Line =>
    exchange({
      frames: [128, 129],
      out: at,
      memory: [list('x86_32', LIST, [128, 129]), list('x86_32', at, [0, 0x300], [0, third])],
      more: { result: -14, observed: pages(64, 64) },
    });
  const done = (line: Line): Line => ({
    ...line,
    memory: [...(line['memory'] as Line[]).slice(1), { address: hex(A), ...whole }],
  });
  const before = numbers('x86_32', [LIST, 2, 0, 0, SELF, at, 2, 0, 0, SELF, 0]);
  const whole = { before, after: before.slice(0, -8) + numbers('x86_32', [2]) };
  expect(await verdicts([{ ...facts, regions }, done(told(0x300))])).toEqual(['match']);
});

describe('nr_exchanged is written last, upon whatever the out list has there', () => {
  const argument = (upper: number): Line => {
    const one = (at: number): number[] => [at, 0, 1, 0, 0, 0, SELF, 0];
    const words = [...one(LIST), ...one(A + 60), 0, 0];
    const bytes = Buffer.alloc(72);
    for (const [i, word] of words.entries()) bytes.writeUInt32LE(word, i * 4);
    const after = Buffer.from(bytes);
    after.writeBigUInt64LE(0x201n, 60);
    after.writeBigUInt64LE(1n, 64);
    after.writeUInt32LE(upper, 68);
    return call(
      11,
      [
        { address: hex(A), before: bytes.toString('hex'), after: after.toString('hex') },
        list('x86_64', LIST, [128]),
      ],
      { result: 0, observed: { m2p: { before: [], after: [['0x201', '0x0']] } } },
    );
  };
  it('and the frame number is what is left of it', async () => {
    expect(await verdicts([header('x86_64'), argument(0)])).toEqual(['match']);
    expect(await verdicts([header('x86_64'), argument(1)])).toEqual(['differ']);
  });
});

describe('a 32-bit exchange whose out list lies upon its in list, one further', () => {
  const question = numbers('x86_32', [LIST, 2, 0, 0, SELF, LIST + 4, 2, 0, 0, SELF, 0]);
  const told = (done: number, result: number, after: readonly number[]): Line =>
    call(
      11,
      [
        {
          address: hex(A),
          before: question,
          after: question.slice(0, -8) + numbers('x86_32', [done]),
        },
        list('x86_32', LIST, [128, 0x300, 0x301], after),
      ],
      { result, observed: { m2p: { before: [], after: [[hex(128), null]] } } },
    );
  it('gives up what it was just told, if it was preempted in between', async () => {
    expect(await verdicts([header('x86_32'), told(2, 0, [128, 512, 513])])).toEqual(['match']);
    expect(await verdicts([header('x86_32'), told(1, 0, [128, 512, 513])])).toEqual(['differ']);
  });
  it('fails at a page number, if it was not', async () => {
    expect(await verdicts([header('x86_32'), told(0, -22, [128, 0x300, 0x301])])).toEqual([
      'match',
    ]);
  });
});
