import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { jsonLines, root, shell, xenabi } from './run.js';

interface Line {
  readonly call: number;
  readonly label: string | null;
  readonly verdict: string;
  readonly differences: readonly Record<string, unknown>[];
  readonly reason: string | null;
}

const scenario = readFileSync(join(root, 'test/samples/scenario.jsonl'), 'utf8');
const ran = xenabi(['run', 'test/samples/scenario.jsonl']).stdout;
const replay = (input: string, ...options: string[]) =>
  xenabi(['replay', '-', ...options], { input });
const json = (input: string): Line[] => jsonLines<Line>(replay(input, '--json').stdout);

describe('what agrees', () => {
  it('is not shown, but for --all', () => {
    const summary = '4 calls: 4 match, 0 differ, 0 skip\n';
    expect(replay(ran)).toEqual({ status: 0, stdout: '', stderr: summary });
    const all = replay(ran, '--all');
    expect(all).toMatchObject({ status: 0, stderr: summary });
    expect(all.stdout).toContain('#1 XENMEM_decrease_reservation matches  balloon out\n');
  });

  it('is a line of JSON each', () => {
    expect(json(ran)[0]).toEqual({
      call: 0,
      label: 'two pages become one extent',
      verdict: 'match',
      differences: [],
      reason: null,
    });
  });

  it('of a recording is all but facts of the host', () => {
    const { status, stdout, stderr } = xenabi(['replay', 'test/corpus/real-xen-arm64.jsonl']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^#\d+ XENMEM_\w+ skipped: .+ {2}\w+\n/);
    expect(stderr).toMatch(/^460 calls: \d+ match, 0 differ, \d skip\n( {2}\d skipped: .+\n)+$/);
  });
});

describe('what differs', () => {
  it('is told in words, with offset and address', () => {
    const { status, stdout, stderr } = replay(
      ran.replace('0200000000000000"},', '0000000000000000"},'),
    );
    expect(status).toBe(1);
    expect(stdout).toBe(
      [
        '#0 XENMEM_exchange differs  two pages become one extent',
        '    nr_exchanged: expected 2, recorded 0 (offset 64, 0x10040)',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('4 calls: 3 match, 1 differ, 0 skip\n');
  });

  it('has the contract’s form', () => {
    const wrong = ran
      .replace(
        '"result":2,"observed":{"totPages":[64,62]',
        '"result":-22,"observed":{"totPages":[64,61]',
      )
      .replace('["0x110",null]', '["0x110","0x7"]');
    const [, line] = json(wrong);
    expect(line).toMatchObject({ call: 1, verdict: 'differ', reason: null });
    expect(line!.differences).toEqual([
      { what: 'result', path: '', address: null, offset: null, expected: 2, actual: -22 },
      { what: 'totPages', path: '', address: null, offset: null, expected: 62, actual: 61 },
      { what: 'm2p', path: '0x110', address: null, offset: null, expected: null, actual: '0x7' },
    ]);
  });

  it('may be a frame that could not be handed out', () => {
    const [line] = json(ran.replaceAll('"after":"0200000000000000"', '"after":"4101000000000000"'));
    expect(line!.differences[0]).toEqual({
      what: 'memory',
      path: 'out.extent_start[0]',
      address: '0x12000',
      offset: 0,
      expected: 'a frame aligned to order 1',
      actual: '0x141',
    });
  });
});

describe('exit status 1', () => {
  const header = scenario.slice(0, scenario.indexOf('\n') + 1);

  test.each([
    ['a file cut off', ran.slice(0, -40), /line 5: the file ends in the middle/],
    ['nothing compared', header, /nothing was compared/],
    ['an empty file', '', /is empty/],
    ['calls without a header', scenario.slice(header.length), /line 1, kind: /],
    [
      'fragments that overlap and disagree',
      ran.replace('"address":"0x11000"', '"address":"0x10008"'),
      /line 2, memory\[1\]: has 0x\w+ at 0x10009 before the call/,
    ],
    [
      'an observation that is none',
      ran.replace('"totPages":[64,64]', '"totPages":[64,-1]'),
      /line 2, observed.totPages.1: -1 is no whole number/,
    ],
  ])('for %s', (_, input, message) => {
    const { status, stderr } = replay(input);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('internal error');
  });

  const change = (from: string, to: string): string => {
    expect(header).toContain(from);
    return header.replace(from, to) + ran.slice(ran.indexOf('\n') + 1);
  };

  test.each([
    ['"mode": "pv"', '"mode": "hvm"', 'domain.mode: "hvm" is neither pv nor translated'],
    ['"end": "0x20000"', '"end": "0x1"', 'regions[0]: ends before it starts'],
    ['"count": 64', '"count": 0', 'frames[0].count: is 0: a run has at least one frame'],
    ['"totPages": 64', '"totPages": -1', 'domain.totPages: -1 is no whole number'],
    ['"domid": 0', '"domid": []', 'domain.domid: an array is no whole number'],
    ['"frames": [', '"frames": 7, "x": [', 'frames: 7 is no array'],
    [
      '"frames": [',
      '"frames": [{"mfn": 319},',
      'frames[0]: frame 0x13f is owned twice: it is in frames[1] too',
    ],
    [
      '"regions": [',
      '"regions": [{"start": 0, "end": 65537},',
      'regions[1]: overlaps regions[0] at 0x10000',
    ],
    ['"maxPage": "0x1000"', '"maxPage": 300', 'frames[0]: reaches past host.maxPage, 0x12c'],
    ['"host": {', '"interface": "xen-9", "host": {', 'interface: "xen-9" is unknown'],
  ])('for a header with %s -> %s', (from, to, message) => {
    for (const verb of ['replay', 'run']) {
      const { status, stderr } = xenabi([verb, '-'], { input: change(from, to) });
      expect({ verb, status }).toEqual({ verb, status: 1 });
      expect(stderr).toContain(`xenabi: standard input: line 1, ${message}`);
    }
  });
});

test('wrong use is 2, a missing file 3', () => {
  for (const verb of ['replay', 'run']) {
    expect(xenabi([verb]).status).toBe(2);
    expect(xenabi([verb, 'a', 'b']).status).toBe(2);
    expect(xenabi([verb, '-', '--abi', 'x']).status).toBe(2);
    expect(xenabi([verb, 'no/such/file']).status).toBe(3);
  }
});

test('a reader that goes away ends it quietly', () => {
  const line = 'xenabi replay test/corpus/real-xen-x86_64.jsonl --all | head -1';
  expect(shell(line)).toMatchObject({ status: 0, stderr: expect.not.stringContaining('error') });
});

test('the point release that an open interface is taken for is said where rules depend on it', () => {
  const open = scenario.replace('"abi"', '"interface": "xen-4.20", "abi"');
  const said =
    'xenabi: xen-4.20 is taken for 4.20.4: rules of it changed in 4.20.1, 4.20.3, 4.20.4\n';
  const { stdout, stderr } = xenabi(['run', '-'], { input: open });
  expect(stderr).toContain(said);
  expect(replay(stdout).stderr).toContain(said);
  expect(replay(ran).stderr).not.toContain('is taken for');
});
