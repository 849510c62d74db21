import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inProcess, temporaryFiles } from './in-process.js';
import { jsonLines, xenabi } from './run.js';

const file = temporaryFiles();
const folder = mkdtempSync(join(tmpdir(), 'xenabi-'));
afterAll(() => rmSync(folder, { recursive: true }));

const x86 = ['--abi', 'x86_64'];
const before = ['--memory', 'samples/exchange.before'];
const after = ['--after', 'samples/exchange.after'];
const named = ['--args', 'rdi=0xb,rsi=0x404060'];

interface CallLine {
  readonly hypercall: number;
  readonly args: readonly string[];
  readonly memory: readonly { address: string; before: string; after?: string }[];
  readonly result?: number;
  readonly label?: string;
}

describe('capture', () => {
  it('writes a capture that decode and replay read', () => {
    const ran = xenabi(['capture', ...x86, ...named, ...before, ...after, '--result', '0']);
    expect(ran.status).toBe(0);
    expect(ran.stderr).not.toContain('taken for unchanged');
    const [header, call] = jsonLines<CallLine>(ran.stdout);
    expect(header).toEqual({ kind: 'capture', version: 1, abi: 'x86_64', interface: 'xen-4.17' });
    expect(call).toMatchObject({
      kind: 'call',
      hypercall: 12,
      args: ['0xb', '0x404060'],
      result: 0,
    });
    const decoded = xenabi(['decode', '-'], { input: ran.stdout });
    expect(decoded.stdout).toContain('* nr_exchanged      0 → 4');
    expect(decoded.stdout).toContain('[1] 0x40 → 0x1c0');
    const replayed = xenabi(['replay', '-'], { input: ran.stdout });
    expect(replayed.status).toBe(0);
    expect(replayed.stderr).toContain('1 match, 0 differ, 0 skip');
  });

  it.each([
    ['0', 0],
    ['-22', -22],
    ['-EINVAL', -22],
    ['0xffffffffffffffea', -22],
    ['18446744073709551594', -22],
    ['0x4', 4],
  ])('takes %s for a result', async (text, result) => {
    const ran = await inProcess('capture', ['--abi=x86_64', '--args=5,0', '--result', text]);
    expect(jsonLines<CallLine>(ran.stdout)[1]).toMatchObject({ result });
  });

  it('has no result where none is given, and 32 bits where there are 32', async () => {
    const none = await inProcess('capture', ['--abi=x86_64', '--args=5,0']);
    expect(jsonLines<CallLine>(none.stdout)[1]).not.toHaveProperty('result');
    const narrow = await inProcess('capture', [
      '--abi=x86_32',
      '--args=5,0',
      '--result=0xffffffea',
    ]);
    expect(jsonLines<CallLine>(narrow.stdout)[1]).toMatchObject({ result: -22 });
  });

  it('names the hypercall, the label and the interface', async () => {
    const args = ['--abi=arm64', '--hypercall=console_io', '--args=0,5', '--label=x'];
    const ran = await inProcess('capture', [...args, '--interface=pin-v4']);
    const [header, call] = jsonLines<CallLine>(ran.stdout);
    expect(header).toMatchObject({ abi: 'arm64', interface: 'pin-v4' });
    expect(call).toMatchObject({ hypercall: 18, label: 'x', args: ['0x0', '0x5'] });
    const number = await inProcess('capture', ['--abi=arm64', '--args=x16=18,x0=0,x1=5']);
    expect(jsonLines<CallLine>(number.stdout)[1]).toMatchObject({ hypercall: 18 });
  });

  it('may be of any release, by whose rules it is judged', async () => {
    const args = ['--abi=arm64', '--args=2', '--result=5', '--interface=xen-4.20'];
    const ran = await inProcess('capture', args);
    expect(jsonLines<object>(ran.stdout)[0]).toMatchObject({ interface: 'xen-4.20' });
    expect(ran.stderr).toContain('xen-4.20 is read as xen-4.20.4');
    const wrong = await inProcess('capture', [...args.slice(0, 3), '--interface=xen-4.99']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('is no interface')]);
  });

  it('leaves out what is the same afterwards', async () => {
    const same = ['--after', 'samples/exchange.before'];
    const ran = await inProcess('capture', [...x86, ...named, ...before, ...same, '--result=0']);
    const [, call] = jsonLines<CallLine>(ran.stdout);
    expect(call!.memory.some((fragment) => 'after' in fragment)).toBe(false);
  });

  it('takes dumps of files at addresses', async () => {
    const raw = file('exchange.hex', '0041000000000000');
    const xxd = file(
      'exchange.xxd',
      '00000000: 0041 0000 0000 0000                      .A......\n',
    );
    for (const dump of [`${raw}@0x404060`, `${xxd}@0x404060`]) {
      const ran = await inProcess('capture', [...x86, ...named, '--memory', dump]);
      expect(jsonLines<CallLine>(ran.stdout)[1]!.memory).toEqual([
        { address: '0x404060', before: '0041000000000000' },
      ]);
    }
  });

  it('takes a session as it is: arguments, memory before and after, the result', async () => {
    const sessions = ['--memory', 'samples/exchange.before', ...after];
    const ran = await inProcess('capture', [...x86, ...sessions]);
    expect(ran.stderr).toContain('arguments by samples/exchange.before: rdi=0xb, rsi=0x404060');
    const told = await inProcess('capture', [...x86, ...named, ...sessions, '--result=0']);
    expect(ran.stdout).toBe(told.stdout);
  });

  it.each([
    ['x86_32', 'g32', ['0xb', '0x804b020'], undefined],
    ['x86_64', 'g64', ['0xb', '0x403040'], 0],
    ['arm32', 'ga32', ['0xb', '0x11178'], undefined],
    ['arm64', 'ga64', ['0xb', '0x420010'], undefined],
  ])('takes a session of %s', async (abi, name, args, result) => {
    const session = `test/cli/sessions/${name}.session`;
    const ran = await inProcess('capture', ['--abi', abi, '--memory', session]);
    expect(ran.status).toBe(0);
    const [, call] = jsonLines<CallLine>(ran.stdout);
    expect(call).toMatchObject({ hypercall: 12, args });
    expect(call!.result).toBe(result);
    expect(call!.memory.some((fragment) => 'after' in fragment)).toBe(result !== undefined);
    const decoded = xenabi(['decode', '-'], { input: ran.stdout });
    expect(decoded.stdout).toContain('[4] 0x102..0x105');
  });

  it("writes nothing when a session's registers point to none of its memory", async () => {
    const lost = file(
      'lost',
      'rdi            0xb                 11\nrsi            0x9000              36864\n0x1000:\t0x0000000000000001\t0x0000000000000002\n',
    );
    const ran = await inProcess('capture', [...x86, '--memory', lost]);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toContain('no --memory has the argument at 0x9000: say with --args');
  });

  it('says when no dump has the argument', async () => {
    const ran = await inProcess('capture', [...x86, '--args=0xb,0x9000', ...before]);
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain('xenabi: no --memory has the argument at 0x9000\n');
  });
});

describe('capture --append', () => {
  const call = [...x86, ...named, ...before, ...after];
  const append = (name: string, more: readonly string[] = []) =>
    inProcess('capture', [...call, '--append', join(folder, name), ...more]);
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const HEADER = '{"kind":"capture","version":1,"abi":"x86_64","interface":"xen-4.17"}\n';

  it('begins a file, and adds to it', async () => {
    for (let i = 0; i < 3; i++)
      expect(await append('new.jsonl')).toMatchObject({ status: 0, stdout: '' });
    const [first, ...calls] = text('new.jsonl').trimEnd().split('\n');
    expect(`${first}\n`).toBe(HEADER);
    expect(new Set(calls).size).toBe(1);
    expect(calls).toHaveLength(3);
  });

  it('begins an empty file', async () => {
    writeFileSync(join(folder, 'empty.jsonl'), '');
    await append('empty.jsonl');
    expect(text('empty.jsonl').startsWith(HEADER)).toBe(true);
  });

  it('completes a last line that lacks its end', async () => {
    writeFileSync(join(folder, 'cut.jsonl'), HEADER.trimEnd());
    await append('cut.jsonl');
    expect(text('cut.jsonl').startsWith(`${HEADER}{"kind":"call"`)).toBe(true);
  });

  it("takes the file's interface", async () => {
    const pins = HEADER.replace('xen-4.17', 'pin-v4');
    writeFileSync(join(folder, 'pins.jsonl'), pins);
    const ran = await inProcess('capture', [
      ...x86,
      '--args',
      'exchange_and_pin,0x404060',
      ...before,
      '--append',
      join(folder, 'pins.jsonl'),
    ]);
    expect(ran).toMatchObject({ status: 0 });
    expect(text('pins.jsonl')).toContain('"args":["0x1a","0x404060"]');
  });

  it('takes another name of the same release', async () => {
    writeFileSync(join(folder, 'point.jsonl'), HEADER.replace('4.17', '4.17.7'));
    expect(await append('point.jsonl', ['--interface=xen-4.17'])).toMatchObject({ status: 0 });
  });

  it.each([
    [
      'another architecture',
      HEADER.replace('x86_64', 'arm64'),
      [],
      2,
      'is a capture of arm64, and --abi says x86_64',
    ],
    [
      'another interface',
      HEADER,
      ['--interface=pin-v4'],
      2,
      'is a capture of xen-4.17, and --interface says pin-v4',
    ],
    [
      'another release',
      HEADER.replace('4.17', '4.20.4'),
      ['--interface=xen-4.17'],
      2,
      'is a capture of xen-4.20.4, and --interface says xen-4.17',
    ],
    [
      'a line that breaks off',
      `${HEADER}{"kind":"call","hyper`,
      [],
      1,
      'the file ends in the middle of this line',
    ],
    [
      'a header that breaks off',
      HEADER.slice(0, 30),
      [],
      1,
      'the file ends in the middle of this line',
    ],
    ['no capture', 'words\n', [], 1, 'is no JSON'],
    [
      'no header',
      '{"kind":"call","hypercall":12,"args":[]}\n',
      [],
      1,
      'a call comes after a header',
    ],
    ['blank lines', '\n\n', [], 1, 'is no capture: nothing is appended'],
  ] as const)('leaves %s as it was', async (_, content, more, status, problem) => {
    writeFileSync(join(folder, 'other.jsonl'), content);
    const ran = await append('other.jsonl', more);
    expect(ran).toMatchObject({ status, stdout: '' });
    expect(ran.stderr).toContain(problem);
    expect(text('other.jsonl')).toBe(content);
  });

  it('writes nothing when the call is refused', async () => {
    const ran = await inProcess('capture', [
      ...x86,
      '--args=rbx=1',
      '--append',
      join(folder, 'no.jsonl'),
    ]);
    expect(ran.status).toBe(2);
    expect(existsSync(join(folder, 'no.jsonl'))).toBe(false);
  });

  it('takes no folder', async () => {
    const ran = await inProcess('capture', [...call, '--append', folder]);
    expect(ran).toMatchObject({ status: 2 });
    expect(ran.stderr).toContain('is no plain file');
  });
});

describe('wrong use', () => {
  const raw = file('bytes.hex', '00112233');
  it.each<[readonly string[], number, string]>([
    [[], 2, 'capture needs --abi'],
    [[...x86], 2, 'no --memory has a session that says the arguments: give --args'],
    [[...x86, ...after], 2, 'no --memory has a session that says the arguments'],
    [
      [...x86, ...named, 'dump.txt'],
      2,
      'capture takes files with --memory and --after, not as dump.txt',
    ],
    [
      [...x86, ...named, '--result', 'EINVAL'],
      2,
      '--result EINVAL is no whole number and no error',
    ],
    [['--abi=x86_32', '--args=5', '--result', '0x100000000'], 2, 'does not fit 32 bits'],
    [[...x86, ...named, '--memory', raw], 2, `says no addresses: give --memory ${raw}@ADDRESS`],
    [[...x86, ...named, ...before, '--after', raw], 2, `give --after ${raw}@ADDRESS`],
    [
      [...x86, ...named, '--memory', 'test/samples/decrease.xp@0x1000'],
      2,
      'begins at 0x40001000 by its own addresses, not at 0x1000',
    ],
    [
      [...x86, ...named, ...before, '--after', `${raw}@0x9000`],
      1,
      'shows 0x9000 after the call, and no dump shows it before',
    ],
    [
      [...x86, ...named, ...before, '--memory', `${raw}@0x404060`],
      1,
      'differ at address 0x404060: 0x40 and 0x0',
    ],
    [[...x86, ...named, '--memory', 'no/such'], 3, 'no/such: no such file'],
  ])('%j', async (args, status, problem) => {
    const ran = await inProcess('capture', args);
    expect(ran).toMatchObject({ status, stdout: '' });
    expect(ran.stderr).toContain(problem);
  });
});
