import { describe, expect, it } from 'vitest';
import { jsonLines, xenabi } from './run.js';

type Line = Readonly<Record<string, unknown>>;

const header = {
  kind: 'capture',
  version: 1,
  abi: 'x86_64',
  host: { maxPage: 4096 },
  domain: { domid: 0, mode: 'pv', privileged: true, totPages: 64, maxPages: 128 },
  regions: [{ start: '0x10000', end: '0x20000' }],
  frames: [{ mfn: '0x100', count: 64, pfn: 0 }],
};
const query = { address: '0x10000', struct: 'xen_memory_domain', value: { domid: 0x7ff0 } };
const text = (...lines: unknown[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const call = (args: string[], memory: unknown[] = [], more: object = {}) => ({
  kind: 'call',
  hypercall: 12,
  args,
  memory,
  ...more,
});

function run(...lines: unknown[]) {
  const { status, stdout, stderr } = xenabi(['run', '-'], { input: text(...lines) });
  const replayed = xenabi(['replay', '-'], { input: stdout });
  return { status, stderr, replayed, lines: jsonLines<Line>(stdout) };
}

describe('run', () => {
  it('takes names and writes numbers', () => {
    const named = { ...query, value: { domid: 'DOMID_SELF' } };
    const { status, stderr, lines } = run(header, {
      ...call(['XENMEM_current_reservation', '0x10000'], [named]),
      hypercall: 'memory_op',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines[1]).toMatchObject({
      hypercall: 12,
      args: ['0x3', '0x10000'],
      memory: [{ address: '0x10000', before: 'f07f' }],
      result: 64,
    });
    expect(JSON.stringify(lines)).not.toMatch(/DOMID|XENMEM|memory_op/);
  });

  it('warns of a struct that the command does not take', () => {
    const { status, stderr } = run(header, call(['0x1a', '0x10000'], [query]));
    expect(status).toBe(0);
    expect(stderr).toContain(
      'xenabi: standard input: line 2: warning: xen_memory_domain is written at 0x10000, and XENMEM_get_vnumainfo of xen-4.17 takes xen_vnuma_topology_info (fragment-struct)\n',
    );
  });

  it('prints the header, then bytes and results; unknown keys stay', () => {
    const { status, stderr, lines, replayed } = run(
      header,
      call(['0x3', '0x10000'], [{ ...query, note: 1 }], { x: [1], result: 5 }),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines).toEqual([
      header,
      {
        ...call(['0x3', '0x10000']),
        x: [1],
        memory: [{ note: 1, address: '0x10000', before: 'f07f' }],
        result: 64,
        observed: { totPages: [64, 64] },
      },
    ]);
    expect(replayed).toMatchObject({ status: 0, stdout: '' });
  });

  it('answers an address outside every region with -EFAULT', () => {
    expect(run(header, call(['0x3', '0x5000'])).lines[1]).toMatchObject({ result: -14 });
  });

  it('gives no result, but a sentence, where the outcome cannot be told', () => {
    const { status, stderr, lines, replayed } = run(
      header,
      call(['0x3', '0x10000']),
      call(['0x3', '0x5000']),
    );
    expect(status).toBe(0);
    expect(lines[1]).not.toHaveProperty('result');
    expect(lines[2]).toHaveProperty('result', -14);
    expect(stderr).toBe(
      'xenabi: standard input: line 2 has no result: the content of guest memory at 0x10000 is unknown\n',
    );
    expect(replayed.stderr).toContain('2 calls: 1 match, 0 differ, 1 skip');
  });

  const entry = (op: number, ...args: (number | string)[]) => ({
    op,
    result: 0,
    args: [...args, 0, 0, 0, 0, 0, 0].slice(0, 6),
  });
  const multicall = {
    kind: 'call',
    hypercall: 13,
    args: ['0x11000', '0x2'],
    memory: [
      { address: '0x11000', list: 'multicall_entry', values: [] },
      { address: '0x11000', struct: 'multicall_entry', value: entry(12, 3, 0x10000) },
      { address: '0x11040', struct: 'multicall_entry', value: entry(12, 3, 0x5000) },
      query,
    ],
  };

  it('makes a line for each entry of a multicall', () => {
    const { lines, replayed } = run(header, multicall, call(['0x3', '0x10000'], [query]));
    expect(lines.map(({ result, parent }) => [result, parent])).toEqual([
      [undefined, undefined],
      [0, undefined],
      [64, 0],
      [-14, 0],
      [64, undefined],
    ]);
    expect(replayed).toMatchObject({ status: 0, stderr: '4 calls: 4 match, 0 differ, 0 skip\n' });
  });

  it('takes the memory of an entry from its own line', () => {
    const own = { ...multicall, memory: multicall.memory.slice(0, 3) };
    const line = { ...call(['0x3', '0x10000'], [query]), parent: 0, label: 'mine' };
    const { lines, replayed } = run(header, own, line);
    expect(lines[2]).toMatchObject({ label: 'mine', result: 64, parent: 0 });
    expect(lines).toHaveLength(4);
    expect(replayed.stderr).toBe('3 calls: 3 match, 0 differ, 0 skip\n');
  });

  it('knows several domains', () => {
    const { domain, regions, frames, ...rest } = header;
    const domains = [
      { ...domain, regions, frames },
      {
        domid: 1,
        mode: 'translated',
        totPages: 8,
        maxPages: 9,
        regions,
        frames: [{ gfn: 0, count: 8 }],
      },
    ];
    const list = { address: '0x11000', list: 'xen_pfn_t', values: ['0x3', '0x30'] };
    const reservation = {
      address: '0x10000',
      struct: 'xen_memory_reservation',
      value: {
        extent_start: '0x11000',
        nr_extents: 2,
        extent_order: 0,
        mem_flags: 0,
        domid: 0x7ff0,
      },
    };
    const { lines, replayed } = run(
      { ...rest, domains },
      call(['0x1', '0x10000'], [reservation, list], { domid: 1 }),
      call(['0x6', '0x10000'], [reservation, { ...list, values: ['0x40', '0x41'] }], { domid: 1 }),
      call(['0x1', '0x10000'], [reservation, { ...list, values: ['0x41', '0x40'] }], { domid: 1 }),
      call(['0x3', '0x10000'], [{ ...query, value: { domid: 1 } }], { domid: 0 }),
      call(['0x3', '0x10000'], [query], { domid: 7 }),
    );
    expect(lines.slice(1).map(({ result }) => result)).toEqual([1, 2, 2, 7, undefined]);
    expect(replayed).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('4 match, 0 differ, 1 skip'),
    });
  });
});
