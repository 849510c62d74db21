import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at, call, header, le, reservation } from '../capture/decoding.js';
import { inProcess, temporaryFiles } from './in-process.js';
import { jsonLines, root, xenabi } from './run.js';

const file = temporaryFiles();
const capture = (...lines: readonly (object | string)[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
const decode = (input: string, ...args: string[]) =>
  inProcess('decode', [file('input', input), ...args]);

describe('a capture', () => {
  it('is headlines, arguments and warnings; npm start shows the sample', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    expect(scripts.start).toContain('decode test/corpus/exchange.jsonl');
    const { status, stdout } = xenabi(['decode', 'test/corpus/exchange.jsonl']);
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^x86_64, xen-4.17: Xen 4\.17/);
    expect(lines.filter((line) => line.startsWith('#'))).toEqual([
      '#0 XENMEM_exchange = -12 ENOMEM',
      '#1 XENMEM_exchange = 0',
    ]);
    expect(lines.filter((line) => line.startsWith('  * '))).toEqual([
      '  * out.extent_start  0xffffffff82a03d68  [1] 0x1ae00 → 0x1c0',
      '  * nr_exchanged      0 → 64',
    ]);
  });

  it('comes from standard input too, and --from says it where it must', async () => {
    const text = capture(header(), call(['0x2'], [], { result: 5 }));
    const expected = 'x86_64, xen-4.17\n#0 XENMEM_maximum_ram_page = 5\n';
    for (const args of [[], ['-'], ['-', '--from', 'capture']]) {
      const ran = xenabi(['decode', ...args], { input: text });
      expect(ran).toEqual({ status: 0, stdout: expected, stderr: '' });
    }
    expect((await decode(text)).stdout).toBe(expected);
    expect((await decode(text.replaceAll('\n', '\r\n'))).stdout).toBe(expected);
    expect((await decode(`\ufeff${text}`)).stdout).toBe(expected);
    expect((await decode(text.trimEnd())).stdout).toBe(expected);
  });

  it('of two hosts is decoded as each header says', async () => {
    const text = capture(
      header('x86_32'),
      call(['0x2']),
      header('arm64', { interface: 'pin-v4' }),
      call(['0x1b']),
    );
    expect((await decode(text)).stdout).toBe(
      'x86_32, xen-4.17\n#0 XENMEM_maximum_ram_page\narm64, pin-v4\n#1 XENMEM_unpin\n',
    );
  });

  it('--all shows all of a list, --view bytes the bytes', async () => {
    const values = Array.from({ length: 20 }, (_, i) => i * 2);
    const text = capture(
      header(),
      call(
        ['0x6', '0x1000'],
        [at('0x1000', reservation(0x2000, 20)), at('0x2000', le(8, ...values))],
      ),
    );
    expect((await decode(text)).stdout).toContain('… 12 more');
    expect((await decode(text, '--all')).stdout).toContain('0x24 0x26\n');
    expect((await decode(text, '--view', 'bytes')).stdout).toContain(
      '    0008  14 00 00 00 00 00 00 00  nr_extents = 20\n',
    );
  });

  it('with warnings is all right, but for --strict', async () => {
    const text = capture(header(), call(['0x1', '0x1000'], [at('0x1000', reservation(0, 1))]));
    expect((await decode(text)).status).toBe(0);
    expect((await decode(text, '--strict')).status).toBe(1);
    expect((await decode(text, '--strict', '--json')).status).toBe(1);
  });
});

describe('a capture with a fault', () => {
  it('cut off: what is whole is printed, and where it ends is told', () => {
    const whole = readFileSync(join(root, 'test/corpus/exchange.jsonl'));
    const cut = file('cut.jsonl', whole.subarray(0, whole.length - 100));
    const start = whole.subarray(0, -1).lastIndexOf(10) + 1;
    const message = `line 3: the file ends in the middle of this line, at byte ${whole.length - 100}`;
    const ran = xenabi(['decode', '--json', cut]);
    expect(ran).toMatchObject({ status: 1, stderr: `xenabi: ${cut}: ${message}\n` });
    expect(jsonLines(ran.stdout)).toMatchObject([
      { call: 0, errno: 'ENOMEM' },
      { error: { code: 'truncated', path: '', offset: start, line: 3, message }, index: 1 },
    ]);
  });

  it('a bad line is told, and the next follows', async () => {
    const ran = await decode(capture(header(), 'oops', { kind: 'call' }, call(['0x2'])), '--json');
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(
      /^xenabi: \S+: line 2: is no JSON: .*\nxenabi: \S+: line 3, hypercall: is missing\n$/,
    );
    const records = jsonLines<Record<string, unknown>>(ran.stdout);
    expect(records).toMatchObject([{ index: 0 }, { index: 1 }, { call: 2 }]);
    for (const { error } of records.slice(0, 2))
      expect(Object.keys(error as object)).toEqual(['code', 'path', 'offset', 'line', 'message']);
  });

  it.each<[string, string, readonly string[], number, string]>([
    ['nothing', '', [], 1, 'xenabi: standard input is empty\n'],
    ['empty lines', '\n \n', [], 1, 'xenabi: standard input is empty\n'],
    ['nothing', '', ['--from', 'capture'], 1, 'xenabi: standard input is empty\n'],
    [
      'no header',
      capture(call(['0x2']), call(['0x3'])),
      [],
      1,
      'xenabi: standard input: line 1, kind: a call comes after a header (kind capture), and there is none\n',
    ],
    [
      'another version',
      capture(header('x86_64', { version: 9 }), call(['0x2'])),
      [],
      1,
      'xenabi: standard input: line 1, version: is 9; this reader knows 1\n',
    ],
    [
      'an unknown architecture',
      capture(header('sparc')),
      [],
      1,
      'xenabi: standard input: line 1, abi: "sparc" is no architecture; there are x86_32, x86_64, arm32, arm64, riscv64, ppc64\n',
    ],
  ])('%s: %j %j', async (_, input, args, status, stderr) => {
    expect(await decode(input, ...args)).toEqual({
      status,
      stdout: '',
      stderr: stderr.replace('standard input', file('input', input)),
    });
  });

  it('a program is no capture', async () => {
    const ran = await inProcess('decode', ['--from', 'capture', process.execPath]);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/^xenabi: \S+: line 1: is no JSON: \P{C}+\n$/u);
  });
});

describe('vectors of structs', () => {
  const vector = (bytes: string, more: object = {}): object => ({
    kind: 'struct',
    struct: 'xen_memory_domain',
    abi: 'x86_64',
    bytes,
    ...more,
  });

  it('are decoded with or without a header; index counts them', async () => {
    const lines = [
      vector('f07f'),
      vector('01'),
      vector('010203'),
      vector('0100', { abi: 'arm32' }),
    ];
    const ran = await decode(capture(header(), ...lines), '--json');
    expect(ran.status).toBe(1);
    expect(jsonLines(ran.stdout)).toMatchObject([
      { struct: 'xen_memory_domain', abi: 'x86_64', index: 0, offset: 0, value: { domid: 32752 } },
      { error: { code: 'length', offset: 0 }, index: 1 },
      // The first version did not look at what was too much.
      { error: { code: 'length', offset: 2 }, index: 2 },
      { abi: 'arm32', index: 3, value: { domid: 1 } },
    ]);
    expect((await decode(capture(...lines), '--json')).stdout).toBe(ran.stdout);
  });

  it.each([
    [{ struct: 'xen_foo' }, 'struct: "xen_foo" is no struct'],
    [{ struct: undefined }, 'struct: is missing'],
    [{ abi: undefined }, 'abi: is missing'],
    [{ bytes: '0' }, 'bytes: has an odd number of digits (1)'],
    [{ bytes: undefined }, 'bytes: is no string of hexadecimal digits'],
  ])('%j', async (more, message) => {
    const ran = await decode(
      capture(vector('0100'), vector('0100', more), vector('0200')),
      '--json',
    );
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain(`line 2, ${message}`);
    expect(jsonLines(ran.stdout)).toMatchObject([
      { index: 0 },
      { error: { code: 'capture' }, index: 1 },
      { index: 2 },
    ]);
  });
});
