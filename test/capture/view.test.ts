import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { xen_add_to_physmap_batch_extra, xen_mem_sharing_op } from '../../abi/index.js';
import { codec, structLines, x86_64 } from '../../src/index.js';
import { at, call, header, le, reservation, viewOf } from './decoding.js';

const A = '0x1000';

describe('a call', () => {
  it('is a headline, its argument with what changed marked, and warnings', async () => {
    const was = reservation(0x2000, 3) + reservation(0x3000, 1, { order: 1, flags: 0x120 });
    const view = await viewOf([
      header(),
      call(
        ['0xb', A],
        [
          at(A, was + le(8, 0), was + le(8, 3)),
          at('0x2000', le(8, 7, 8, 9)),
          at('0x3000', le(8, 16), le(8, 64)),
        ],
        { result: 0, label: 'one', domid: 0x7ff0 },
      ),
    ]);
    expect(view.split('\n')).toEqual([
      '#0 XENMEM_exchange = 0 by domain DOMID_SELF (0x7ff0)  one',
      '  xen_memory_exchange at 0x1000, 72 bytes',
      '    in.extent_start   0x2000  [3] 0x7..0x9',
      '    in.nr_extents     3',
      '    in.extent_order   0 (4 KiB)',
      '    in.mem_flags      0',
      '    in.domid          DOMID_SELF (0x7ff0)',
      '  * out.extent_start  0x3000  [1] 0x10 → 0x40',
      '    out.nr_extents    1',
      '    out.extent_order  1 (8 KiB)',
      '    out.mem_flags     address_bits=32 | node=0',
      '    out.domid         DOMID_SELF (0x7ff0)',
      '  * nr_exchanged      0 → 3',
      '  warning: in and out differ in size: 3 extents of order 0, 1 extent of order 1 (size-mismatch)',
    ]);
  });

  it.each<[string, readonly string[], object, string]>([
    ['a failure', ['0x2'], { result: -22 }, '#0 XENMEM_maximum_ram_page = -22 EINVAL'],
    ['no result', ['0x2'], {}, '#0 XENMEM_maximum_ram_page'],
    ['a resumed one', ['0x146'], {}, '#0 XENMEM_populate_physmap from extent 5'],
    [
      'an unknown command',
      ['0x8'],
      { result: -38 },
      '#0 memory_op command 8 = -38 ENOSYS\n  warning: 8 is no command of memory_op; 7 is XENMEM_add_to_physmap, 9 is XENMEM_memory_map (unknown-operation)',
    ],
    ['no registers', [], {}, '#0 memory_op()'],
    ['another hypercall', ['0x0', '0x5'], { hypercall: 18 }, '#0 console_io(0x0, 0x5)'],
    [
      'an unknown one',
      ['0x1'],
      { hypercall: 99 },
      '#0 hypercall 99(0x1)\n  warning: 99 is no hypercall; 49 is paging_domctl_cont (unknown-hypercall)',
    ],
    ['an entry of a multicall', ['0x2'], { parent: 7 }, '#0 XENMEM_maximum_ram_page in #7'],
    [
      'a label of two lines',
      ['0x2'],
      { label: 'a\nb\u001b[0m' },
      '#0 XENMEM_maximum_ram_page  a\\u{a}b\\u{1b}[0m',
    ],
  ])('%s', async (_, args, more, line) => {
    expect(await viewOf([header(), call(args, [], more)])).toBe(line);
  });

  it('whose argument is not whole says how much of it there is', async () => {
    const view = await viewOf([header(), call(['0x6', A], [at(A, '00')]), call(['0x6', '0x9'])]);
    expect(view).toContain('  xen_memory_reservation at 0x1000: only 1 of 32 bytes in the capture');
    expect(view).toContain('  xen_memory_reservation at 0x9: not in the capture');
  });

  it('shows bytes, and of those after the call the rows that changed', async () => {
    const view = await viewOf(
      [
        header(),
        call(['0x11', A], [at(A, le(8, 1, 2, 3, 4, 5), le(8, 1, 9, 3, 4, 5))]),
        call(['0x6', A], [at(A, reservation(0x2000, 1)), at('0x2000', le(8, 5), le(8, 6))]),
      ],
      { view: 'bytes' },
    );
    const lines = view.split('\n');
    expect(lines).toContain('    0008  02 00 00 00 00 00 00 00  tot_pages = 2');
    expect(lines.filter((line) => line.startsWith('  * '))).toEqual([
      '  * 0008  09 00 00 00 00 00 00 00  tot_pages = 9',
      '  * extent_start  0x2000  [1] 0x5 → 0x6',
    ]);
  });
});

describe('a list', () => {
  const listed = async (nr: number, values: readonly number[], most = 8): Promise<string> => {
    const memory = [at(A, reservation(0x2000, nr)), at('0x2000', le(8, ...values))];
    const view = await viewOf([header(), call(['0x6', A], memory)], { most });
    return /\[.*/.exec(view)![0];
  };

  it.each<[number, readonly number[], string]>([
    [0, [], '[0]'],
    [1, [5], '[1] 0x5'],
    [2, [5, 6], '[2] 0x5 0x6'],
    [3, [5, 6, 7], '[3] 0x5..0x7'],
    [4, [0, 0, 0, 1], '[4] 0x0 ×3 0x1'],
    [3, [5, 5, 7], '[3] 0x5 0x5 0x7'],
    [5, [5, 6], '[2 of 5] 0x5 0x6'],
    [9, [1, 3, 5, 7, 9, 11, 13, 15, 17], '[9] 0x1 0x3 0x5 0x7 0x9 0xb 0xd 0xf … 1 more'],
  ])('of %i: %j', async (nr, values, words) => {
    expect(await listed(nr, values)).toBe(words);
  });

  it('is shown whole when asked for', async () => {
    const values = Array.from({ length: 100 }, (_, i) => i * 2);
    expect((await listed(100, values, Infinity)).split(' ')).toHaveLength(101);
  });

  const e820 = (...types: number[]): string =>
    types.map((type) => le(8, 0, 4096) + le(4, type)).join('');
  const map = (nr: number): string => le(4, nr, 0) + le(8, 0x2000);

  it('that is only written shows what was written', async () => {
    const asked = at(A, map(3), map(2));
    const view = await viewOf([
      header(),
      call(['0xa', A], [asked, at('0x2000', e820(9, 9, 9), e820(1, 2, 9))], { result: 0 }),
      call(['0xa', A], [at(A, map(3))], { result: -14 }),
      call(['0xa', A], [at(A, map(3))]),
    ]);
    const one = '{addr=0x0 size=4096 type=E820_RAM (1)}';
    const two = '{addr=0x0 size=4096 type=E820_RESERVED (2)}';
    expect(view.match(/\[3.*/g)).toEqual([`[3 → 2] → ${one} ${two}`, '[3] unchanged', '[3]']);
  });

  // The first version showed one struct of a list when asked for all.
  it('of structs is shown whole too', async () => {
    const memory = [at(A, map(5)), at('0x2000', e820(1, 2, 3, 4, 5))];
    const lines = [header(), call(['0xd', A], [at(A, le(8, 1) + map(5)), memory[1]!])];
    const few = await viewOf(lines);
    expect(few.match(/addr=/g)).toHaveLength(2);
    expect(few).toContain('… 3 more');
    expect((await viewOf(lines, { most: Infinity })).match(/addr=/g)).toHaveLength(5);
  });

  it('of a multicall has a row for each entry', async () => {
    const entry = (op: number, result: number, ...args: number[]): string =>
      le(8, op, result, ...args, ...Array<number>(6 - args.length).fill(0));
    const view = await viewOf([
      header(),
      call(
        [A, '0x3'],
        [at(A, entry(12, 0, 6, 0x2000) + entry(18, 0), entry(12, -14, 6, 0x2000) + entry(18, 0))],
        { hypercall: 13, result: 0 },
      ),
    ]);
    expect(view.split('\n')).toEqual([
      '#0 multicall(nr_calls=3) = 0',
      '  2 of 3 entries at 0x1000',
      '  * [0] XENMEM_populate_physmap = -14 EFAULT',
      '    [1] console_io() = 0',
      '  warning: call_list: the capture has 2 of 3 elements (list-truncated)',
    ]);
  });
});

it('a union of which nothing is live is one row', () => {
  const { decode } = codec(xen_mem_sharing_op, x86_64);
  const audit = structLines(xen_mem_sharing_op, decode(new Uint8Array(48).fill(7)));
  expect(audit).toEqual([
    'op      XENMEM_sharing_op_audit (7)',
    'domain  1799',
    'u       (not live)',
  ]);
});

// The first version took the missing selector for 0.
it('a union by itself is shown with all its members', () => {
  const value = { foreign_domid: 5, res0: 5 };
  expect(structLines(xen_add_to_physmap_batch_extra, value)).toEqual([
    'foreign_domid  5',
    'res0           5',
  ]);
});

it.each(['real-xen-x86_64', 'real-xen-x86_32', 'real-xen-arm64', 'linux-boot-x86_64'])(
  '%s has one headline a call, and no line that is long',
  async (name) => {
    const lines = readFileSync(new URL(`../corpus/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const view = (await viewOf(lines)).split('\n');
    const headlines = view.filter((line) => !line.startsWith(' '));
    expect(headlines.map((line) => parseInt(line.slice(1), 10))).toEqual(
      lines.slice(1).map((_, i) => i),
    );
    expect(Math.max(...view.map((line) => line.length))).toBeLessThan(256);
    expect(view.join('')).not.toMatch(/undefined|NaN|\[object/);
  },
);
