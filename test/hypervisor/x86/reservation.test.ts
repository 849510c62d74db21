import { describe, expect, it } from 'vitest';
import {
  FIRST,
  header,
  hex,
  type Line,
  LIST,
  list,
  numbers,
  pages,
  reserve,
  RO,
  side,
  verdicts,
} from './lines.js';

it('an integer that crosses into a page that faults is not written in part', async () => {
  const at = RO - 4;
  const told = (after: string) =>
    reserve(0, side(at, 1), [{ address: hex(at), before: 'eeeeeeee', after }], {
      result: 0,
      observed: pages(64, 65),
    });
  expect(await verdicts([header('x86_64'), told('eeeeeeee')])).toEqual(['match']);
  expect(await verdicts([header('x86_64'), told('00020000')])).toEqual(['differ']);
});

it('a claim grows with what is given up under it', async () => {
  const claim = (nr: number, result: number) =>
    reserve(24, side(0, nr, { domid: 0 }), [], { result });
  const give = reserve(1, side(LIST, 4), [list('x86_64', LIST, [128, 129, 130, 131])], {
    result: 4,
  });
  const take = reserve(0, side(0, 6), [], { result: 6 });
  const lines = [header('x86_64'), claim(68, 0), give, take];
  expect(await verdicts([...lines, claim(70, -22)])).toEqual(Array(4).fill('match'));
  expect(await verdicts([...lines, claim(70, 0)])).toEqual([...Array(3).fill('match'), 'differ']);
});

it('pages of an extent that failed go as far as the page count says, untold ones among them', async () => {
  const run = (count: number) => Array.from({ length: count }, (_, i) => FIRST + i);
  const decreased = (after: number) => [
    header('x86_64'),
    reserve(1, side(LIST, 4), [list('x86_64', LIST, run(4))], { result: 4 }),
    reserve(0, side(0, 2), [], { result: 2 }),
    reserve(1, side(LIST, 1, { extent_order: 3 }), [list('x86_64', LIST, [FIRST])], {
      result: 0,
      observed: pages(62, after),
    }),
  ];
  expect(await verdicts(decreased(62))).toEqual(['match', 'match', 'match']);
  expect(await verdicts(decreased(60))).toEqual(['match', 'match', 'match']);
  // Whether each page stayed is known only where the count shows it: of one too many nothing is said.
  expect(await verdicts(decreased(59))).toEqual(['match', 'match', 'match']);
  expect(await verdicts(decreased(63))).toEqual(['match', 'match', 'differ']);
});

describe('a reservation of a 32-bit caller that is preempted before a number that cannot be told', () => {
  const lost = (command: number, at: number, result: number): Line =>
    reserve(
      command,
      side(at, 3),
      at < RO ? [list('x86_32', at, [1], [512])] : [list('x86_32', at, [1, 2, 3])],
      { result, observed: pages(64, 66) },
    );
  it.each([
    ['increase, the first', 0, RO, -14],
    ['increase, the second', 0, RO - 4, -38],
    ['populate, the first', 6, RO, -38],
  ] as const)('%s', async (_, command, at, result) => {
    expect(await verdicts([header('x86_32'), lost(command, at, result)])).toEqual(['match']);
    expect(await verdicts([header('x86_32'), lost(command, at, -52 - result)])).toEqual(['differ']);
  });
});

it('page numbers of a 32-bit guest wrap in the table that it sees', async () => {
  const populated = (second: string): Line =>
    reserve(
      6,
      side(LIST, 1, { extent_order: 2 }),
      [{ address: hex(LIST), before: 'feffffff', after: numbers('x86_32', [512]) }],
      {
        result: 1,
        observed: {
          m2p: {
            before: [],
            after: [
              ['0x201', null],
              ['0x202', second],
            ],
          },
        },
      },
    );
  expect(await verdicts([header('x86_32'), populated('0x0')])).toEqual(['match']);
  expect(await verdicts([header('x86_32'), populated('0x100000000')])).toEqual(['differ']);
});
