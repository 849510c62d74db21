import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess, temporaryFiles } from './in-process.js';
import { metered } from '../support/growth.js';
import { jsonLines, main, root, shell, xenabi } from './run.js';

const DOMAIN = ['--struct', 'xen_memory_domain', '--abi', 'x86_64'];
const POD = ['--struct', 'xen_pod_target', '--abi', 'x86_32'];
const file = temporaryFiles();
const encode = (input: string, ...args: string[]) =>
  inProcess('encode', [file('input', input), ...args]);

const pod = (target_pages: unknown): string =>
  JSON.stringify({ target_pages, tot_pages: 0, pod_cache_pages: 0, pod_entries: 0, domid: 0 });

describe('values come as', () => {
  it.each<[string, string, string]>([
    ['one document', '{"domid":1}', '0100\n'],
    ['one over several lines', '{\n  "domid":\n  1\n}\n', '0100\n'],
    ['an array', '[{"domid":1},\r\n{"domid":2}]', '0100\n0200\n'],
    ['an empty array', '[]', ''],
    ['JSON Lines', '{"domid":1}\r\n\r\n{"domid":2}', '0100\n0200\n'],
    ['a byte order mark first', '\ufeff{"domid":1}', '0100\n'],
    [
      'a line of decode --json',
      '{"struct":"xen_memory_domain","abi":"arm64","index":0,"offset":0,"value":{"domid":3},"warnings":[]}',
      '0300\n',
    ],
    [
      'a vector of a capture',
      '{"kind":"struct","struct":"xen_memory_domain","abi":"arm64","bytes":"0300","value":{"domid":3}}',
      '0300\n',
    ],
    ['hex', '{"domid":"0x7FF0"}', 'f07f\n'],
    ['decimal', '{"domid":"32752"}', 'f07f\n'],
    ['a name', '{"domid":"DOMID_SELF"}', 'f07f\n'],
    ['a name and its number', '{"domid":"DOMID_SELF (0x7ff0)"}', 'f07f\n'],
  ])('%s', async (_, input, stdout) => {
    expect(await encode(input, ...DOMAIN)).toEqual({ status: 0, stdout, stderr: '' });
  });

  it('integers of 64 bits, none of which is lost', async () => {
    const values = ['"18446744073709551615"', '"0xffffffffffffffff"', '9007199254740991', '0'];
    const input = values.map((value) => pod(JSON.parse(value)));
    const rest = '00'.repeat(28);
    const { stdout } = await encode(input.join('\n'), ...POD);
    expect(stdout.split('\n')).toEqual([
      `${'ff'.repeat(8)}${rest}`,
      `${'ff'.repeat(8)}${rest}`,
      `ffffffffffff1f00${rest}`,
      `${'00'.repeat(8)}${rest}`,
      '',
    ]);
  });
});

it('a name that is none is refused with its place, and with the nearest', async () => {
  const { status, stdout, stderr } = await encode('{"domid":"DOMID_SLEF"}', ...DOMAIN, '--json');
  const message =
    'xen_memory_domain.domid (x86_64) at offset 0: expected a number or a name; did you mean DOMID_SELF?, got "DOMID_SLEF"';
  expect(JSON.parse(stdout)).toEqual({
    error: { code: 'type', path: 'domid', offset: 0, message },
    index: 0,
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: `xenabi: value 0: ${message}\n` });
});

describe('a value that is refused', () => {
  const refused: readonly (readonly [input: string, error: object])[] = [
    [pod(0).replace('0', '9007199254740993'), { code: 'type', path: 'target_pages', offset: 0 }],
    [pod('0x10000000000000000'), { code: 'range', path: 'target_pages', offset: 0 }],
    [pod('-1'), { code: 'range', path: 'target_pages', offset: 0 }],
    [pod('9'.repeat(1e5)), { code: 'type', path: 'target_pages', offset: 0 }],
    [pod('5 pages'), { code: 'type', path: 'target_pages', offset: 0 }],
    [pod(1.5), { code: 'type', path: 'target_pages', offset: 0 }],
    [pod(null), { code: 'missing', path: 'target_pages', offset: 0 }],
    [pod(0).replace('"domid":0', '"domid":65536'), { code: 'range', path: 'domid', offset: 32 }],
    [pod(0).replace('"domid"', '"dom"'), { code: 'missing', path: 'domid', offset: 32 }],
    [pod(0).replace('}', ',"extra":1}'), { code: 'unknown', path: 'extra', offset: 0 }],
    [pod(0).replace('}', ',"__proto__":1}'), { code: 'unknown', path: '__proto__', offset: 0 }],
    ['5', { code: 'type', path: '', offset: 0 }],
    ['null', { code: 'type', path: '', offset: 0 }],
    ['{"error":{"code":"length"},"index":4}', { code: 'json', path: '', offset: 0 }],
    ['{"domid":', { code: 'json', path: '', offset: 0 }],
    ['{\n"domid": oops,\n"tot_pages": 0\n}', { code: 'json', path: '', offset: 0 }],
    [`${'['.repeat(1e5)}1${']'.repeat(1e5)}`, { code: 'json', path: '', offset: 0 }],
  ];

  it.each(refused.map(([input, error]) => [input.slice(0, 60), input, error] as const))(
    '%s',
    async (_, input, error) => {
      const { status, stdout, stderr } = await encode(input, '--json', ...POD);
      expect(status).toBe(1);
      const [record, ...others] = jsonLines<{ error: { message: string } }>(stdout);
      expect(record).toMatchObject({ error, index: 0 });
      expect(others).toEqual([]);
      expect(Object.keys(record!.error)).toEqual(['code', 'path', 'offset', 'message']);
      expect(stderr).toMatch(/^xenabi: value 0:? [^\n]{1,300}\n$/);
    },
  );

  it('has its place in what it lies in', async () => {
    const input = readFileSync(join(root, 'test/samples/unpin.json'), 'utf8');
    const args = ['--struct', 'xen_unpin', '--abi'];
    const wide = input.replace('"0x40002000"', '"0x140002000"');
    expect(await encode(wide, ...args, 'arm32')).toMatchObject({ status: 0 });
    expect(await encode(wide, ...args, 'x86_32')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'xenabi: value 0: xen_unpin.in.extent_start (x86_32) at offset 0: expected an integer from 0 to 4294967295, got 5368717312\n',
    });
  });

  it('among others does not keep them from being encoded', async () => {
    const input = '{"domid":1}\noops\n{"domid":-1}\n{"domid":4}\n';
    const { status, stdout, stderr } = xenabi(['encode', ...DOMAIN], { input });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '0100\n0400\n' });
    expect(stderr).toMatch(/^xenabi: value 1 is no JSON: .*\nxenabi: value 2: .*\n$/);
    const json = await encode(input, '--json', ...DOMAIN);
    expect(jsonLines(json.stdout)).toMatchObject([
      { struct: 'xen_memory_domain', abi: 'x86_64', index: 0, bytes: '0100' },
      { error: {}, index: 1 },
      { error: {}, index: 2 },
      { index: 3, bytes: '0400' },
    ]);
  });
});

describe('bytes go', () => {
  const sample = ['encode', 'test/samples/unpin.json', '--struct', 'xen_unpin', '--abi', 'x86_32'];
  const hex = '00200040010000000900000000000000f07f0000';

  it('as hex, raw, and as an initialiser in C', () => {
    expect(xenabi(sample).stdout).toBe(`${hex}\n`);
    expect(xenabi([...sample, '--to', 'hex']).stdout).toBe(`${hex}\n`);
    const bytes = hex.match(/../g)!.map((byte) => `0x${byte}`);
    expect(xenabi([...sample, '--to', 'c']).stdout).toBe(`{ ${bytes.join(', ')} }\n`);
    const dump = shell(
      `xenabi ${sample.join(' ')} --to raw | xenabi decode - --json --struct xen_unpin --abi x86_32`,
    );
    expect(jsonLines(dump.stdout)).toMatchObject([{ value: { in: { nr_extents: '1' } } }]);
  });

  it.each([
    [['--struct', 'xen_unpin'], 2, 'encode needs --abi'],
    [['--abi', 'arm64', 'no/such/calls'], 3, 'no/such/calls: no such file'],
    [['--struct', 'xen_unpn', '--abi', 'arm64'], 2, 'did you mean xen_unpin?'],
    [[...DOMAIN, '--to', 'rust'], 2, '--to is hex, raw or c, not rust'],
    [[...DOMAIN, 'a', 'b'], 2, 'encode takes one input, and b is another'],
    [[...DOMAIN, 'no/such/file'], 3, 'no/such/file: no such file'],
    [[...DOMAIN, '.'], 3, '.: is a directory'],
    [[...DOMAIN, file('empty', ' \n')], 1, 'empty is empty'],
  ])('nowhere with %j', async (args, status, message) => {
    const ran = await inProcess('encode', args);
    expect(ran).toMatchObject({ status, stdout: '' });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('decode | encode', () => {
  it.each([
    [
      'xen_memory_exchange',
      'x86_64',
      '001000400000000001000000000000000900000000000000f07f000000000000081000400000000001000000000000000900000020000000f07f0000000000000000000000000000',
    ],
    [
      'xen_memory_exchange',
      'x86_32',
      '001000c1010000000900000000000000f07f0000041000c1010000000900000020000000f07f000000000000',
    ],
    [
      'xen_add_to_physmap_batch',
      'arm64',
      'f07f040002000100001000000000000000200000000000000030000000000000',
    ],
    [
      'xen_mem_sharing_op',
      'arm32',
      `0000${'ff'.repeat(2)}${'00'.repeat(4)}${'7f'.repeat(34)}${'00'.repeat(6)}`,
    ],
  ])('gives the same bytes of %s on %s', (struct, abi, hex) => {
    const args = `--struct ${struct} --abi ${abi}`;
    const ran = shell(`xenabi decode --json ${args} ${hex}${hex} | xenabi encode ${args}`);
    expect(ran).toEqual({ status: 0, stdout: `${hex}\n${hex}\n`, stderr: '' });
  });
});

describe('values that come as lines', () => {
  const args = ['encode', '--struct', 'xen_memory_domain', '--abi', 'x86_64'];

  it('are written as they come', async () => {
    const child = spawn(process.execPath, [main, ...args]);
    child.stdin.write('{"domid":1}\n');
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(String(first)).toBe('0100\n');
    child.stdin.end('{"domid":2}');
    const [second] = (await once(child.stdout, 'data')) as [Buffer];
    expect(String(second)).toBe('0200\n');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('take hardly more memory the more they are', () => {
    const [some, many] = [20_000, 320_000].map((count) =>
      metered(args, { input: '{"domid":4660}\n'.repeat(count) }),
    );
    expect(many!.stdout).toBe('3412\n'.repeat(320_000));
    expect(many!.peak / some!.peak).toBeLessThan(2.5);
  });

  it.each<[input: string, stdout: string, stderr: string]>([
    ['{"domid":1,"x":INNER}\n{"domid":2}\n', '0200\n', 'value 0 x is nested more than 100 deep'],
    ['[{"domid":1},{"x":INNER}]', '', 'value 0 [1].x is nested more than 100 deep'],
    ['{"domid":1}\noops\n{"domid":2}\n', '0100\n0200\n', 'value 1 is no JSON: Unexpected token'],
    ['oops\n{"domid":2}\n', '0200\n', 'value 0 is no JSON: Unexpected token'],
    ['{\n "domid": 1\n}\n', '0100\n', ''],
    ['[{"domid":1},\n{"domid":2}]\n', '0100\n0200\n', ''],
  ])('%j', (input, stdout, stderr) => {
    const ran = xenabi(args, {
      input: input.replace('INNER', `${'['.repeat(5e4)}${']'.repeat(5e4)}`),
    });
    expect(ran.stdout).toBe(stdout);
    expect(ran.stderr).toContain(stderr);
    expect(ran.status).toBe(stderr === '' ? 0 : 1);
  });
});

describe('calls, as decode --json says them', () => {
  const capture = 'test/corpus/exchange.jsonl';
  it('are a capture again', async () => {
    const words = xenabi(['decode', '--json', capture]).stdout;
    const again = await encode(words, '--abi', 'x86_64');
    expect({ ...again, stdout: '' }).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(again.stdout).toMatch(
      /^\{"kind":"capture","version":1,"abi":"x86_64","interface":"xen-4.17"\}\n/,
    );
    expect(jsonLines(xenabi(['decode', '--json', file('again', again.stdout)]).stdout)).toEqual(
      jsonLines(words),
    );
  });

  it('that are none are told, and the others are written', async () => {
    const yields = '{"hypercall":"sched_op","arguments":{"cmd":"SCHEDOP_yield"}}';
    const { status, stdout, stderr } = await encode(
      `${yields}\n{"domid":1}\n{"hypercall":"shed_op"}\n${yields}\n`,
      '--abi',
      'arm64',
    );
    expect(status).toBe(1);
    expect(stdout.split('\n').slice(1)).toEqual([
      '{"kind":"call","hypercall":29,"args":["0x0"],"memory":[]}',
      '{"kind":"call","hypercall":29,"args":["0x0"],"memory":[]}',
      '',
    ]);
    expect(stderr).toMatch(
      /^xenabi: call 1 is no call: it has no hypercall .*\nxenabi: call 2, hypercall: shed_op is no hypercall; did you mean sched_op/,
    );
  });
});
