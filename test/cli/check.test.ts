import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { structs, xen_memory_exchange } from '../../abi/index.js';
import { verb } from '../../src/cli/check.js';
import { Exit } from '../../src/cli/exit.js';
import { helpOf, parse } from '../../src/cli/verb.js';
import { architectures, layoutOf } from '../../src/layout/index.js';
import { btfOf } from '../check/write-layout.js';
import { at, baseType, memberDie, structDie, unitDie } from '../check/dies.js';
import { writeBtf } from '../check/write-btf.js';
import { writeDwarf } from '../check/write-dwarf.js';
import { cString, joined, writeElf } from '../check/write-elf.js';
import { captureOutput } from './captured.js';
import { temporaryFiles } from './in-process.js';
import { jsonLines, type Ran, root, shell, xenabi } from './run.js';

/** Runs the verb in this process. */
async function check(...args: string[]): Promise<Ran> {
  const captured = captureOutput(() => undefined);
  try {
    const status = await verb.run(parse(verb, args));
    return { status, stdout: captured.stdout, stderr: captured.stderr };
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    const { stdout, stderr } = captured;
    return { status: error.status, stdout, stderr: `${stderr}xenabi: ${error.message}\n` };
  } finally {
    captured.release();
  }
}

const objects = join(root, 'test/objects');
const object = (name: string): string => join(objects, name);
const file = temporaryFiles();

const GOOD = object('good/x86_64-gcc-dwarf5.o');
const WRONG = object('wrong/x86_64-gcc-dwarf4-swapped.o');
const BTF = object('btf/x86_64.btf');
const CUT = object('nothing/truncated.o');
const NOTHING = object('nothing/no-structs.o');

/** One line of `check --json`. */
interface Row {
  readonly struct: string;
  readonly abi: string;
  readonly object: string;
  readonly verdict: 'match' | 'differ' | 'absent';
  readonly differences: readonly {
    path: string;
    what: string;
    expected: unknown;
    actual: unknown;
  }[];
  readonly notes: readonly string[];
}

/** The numbers of the line that sums up. */
function counts(stderr: string): Record<'compared' | 'match' | 'differ' | 'absent', number> {
  const [, compared, match, differ, absent] =
    /^(\d+) compared: (\d+) match, (\d+) differ; (\d+) absent$/m.exec(stderr) ?? [];
  return {
    compared: Number(compared),
    match: Number(match),
    differ: Number(differ),
    absent: Number(absent),
  };
}

describe('check in words', () => {
  it('names the structs that match, and sums up', async () => {
    const { status, stdout, stderr } = await check(GOOD);
    expect(status).toBe(0);
    const [first, ...lines] = stdout.trimEnd().split('\n');
    expect(first).toBe(`${GOOD}  (x86_64, DWARF 5)`);
    expect(lines).toContain('  match   xen_memory_exchange');
    expect(lines.filter((line) => /^ {2}\S/.test(line) && !line.startsWith('  match '))).toEqual(
      [],
    );
    expect(counts(stderr)).toMatchObject({
      compared: lines.filter((line) => /^ {2}m/.test(line)).length,
      differ: 0,
    });
  });

  it('says what differs, and what the mistake usually is', async () => {
    const { status, stdout, stderr } = await check(WRONG);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ {2}differ {2}xen_\w+\n(?: {12}.*\n)+/m);
    expect(stdout).toMatch(/^ {12}\w+ at \d+, should be \d+$/m);
    expect(stdout).toMatch(/^ {12}\(\w+ and \w+ are swapped\)$/m);
    expect(counts(stderr).differ).toBeGreaterThan(0);
  });

  it('tells a file of which nothing was compared', async () => {
    const { status, stdout, stderr } = await check(NOTHING);
    expect(status).toBe(1);
    expect(stdout).toBe(`${NOTHING}  (x86_64, DWARF 5)\n`);
    expect(stderr).toContain(
      `xenabi: ${NOTHING}: nothing was compared: it has none of the structs\n`,
    );
    expect(counts(stderr)).toMatchObject({ compared: 0 });
  });
});

describe('check --json', () => {
  it('prints a line for each struct of the ABI, with these keys', async () => {
    const { status, stdout } = await check(GOOD, '--json');
    const rows = jsonLines<Row>(stdout);
    expect(status).toBe(0);
    for (const row of rows)
      expect(Object.keys(row)).toEqual([
        'struct',
        'abi',
        'object',
        'verdict',
        'differences',
        'notes',
      ]);
    const own = structs
      .filter(({ abis }) => abis?.includes('x86_64') ?? true)
      .map(({ name }) => name!);
    const named = rows.map(({ struct }) => struct);
    expect(new Set(named).size).toBe(named.length);
    // Those of every header: nobody said which.
    expect(named).toEqual(expect.arrayContaining([...own, 'xen_domctl', 'blkif_request']));
    expect(rows.find(({ struct }) => struct === 'xen_memory_exchange')).toEqual({
      struct: 'xen_memory_exchange',
      abi: 'x86_64',
      object: GOOD,
      verdict: 'match',
      differences: [],
      notes: [],
    });
  });

  it('has each difference as path, what, expected, actual', async () => {
    const rows = jsonLines<Row>((await check(WRONG, '--json')).stdout);
    const wrong = rows.filter(({ verdict }) => verdict === 'differ');
    expect(wrong.length).toBeGreaterThan(0);
    for (const { differences, verdict } of rows)
      expect(differences.length > 0).toBe(verdict === 'differ');
    for (const one of wrong.flatMap(({ differences }) => differences)) {
      expect(Object.keys(one)).toEqual(['path', 'what', 'expected', 'actual']);
      expect(one.expected).not.toBe(one.actual);
    }
  });

  it('has what cannot be read as an error, with its place', async () => {
    const { status, stdout, stderr } = await check(CUT, '--json');
    expect(status).toBe(1);
    const [{ error, object }] = jsonLines<{ error: object; object: string }>(stdout) as [
      { error: { message: string }; object: string },
    ];
    expect(object).toBe(CUT);
    expect(error).toEqual({
      code: 'truncated',
      section: '',
      offset: expect.any(Number),
      message: expect.any(String),
    });
    expect(stderr).toContain(`xenabi: ${CUT}: ${error.message}\n`);
  });
});

describe('several files', () => {
  it('are all checked, though one is bad', async () => {
    const { status, stdout, stderr } = await check(GOOD, CUT, WRONG, '--json');
    expect(status).toBe(1);
    const rows = jsonLines<Partial<Row>>(stdout);
    expect([...new Set(rows.map((row) => row.object))]).toEqual([GOOD, CUT, WRONG]);
    const verdicts = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
    expect(counts(stderr)).toEqual({
      compared: verdicts('match') + verdicts('differ'),
      match: verdicts('match'),
      differ: verdicts('differ'),
      absent: verdicts('absent'),
    });
  });

  it('match all: 0; one has nothing to compare: 1', async () => {
    expect((await check(GOOD, object('good/arm32-clang-dwarf4.o'))).status).toBe(0);
    expect((await check(GOOD, NOTHING)).status).toBe(1);
  });
});

describe('check --struct', () => {
  it('compares that struct alone', async () => {
    const { status, stdout } = await check(GOOD, '--struct', 'xen_memory_exchange', '--json');
    expect(status).toBe(0);
    expect(jsonLines<Row>(stdout).map(({ struct, verdict }) => [struct, verdict])).toEqual([
      ['xen_memory_exchange', 'match'],
    ]);
  });

  it('takes the tag as C writes it, and several', async () => {
    const { stdout } = await check(
      GOOD,
      '--struct',
      'struct xen_memory_exchange',
      '--struct',
      'xen_memory_reservation',
      '--json',
    );
    expect(jsonLines<Row>(stdout).map(({ struct }) => struct)).toEqual([
      'xen_memory_exchange',
      'xen_memory_reservation',
    ]);
  });

  it('takes another name in the object', async () => {
    const layout = layoutOf(xen_memory_exchange, architectures.x86_64);
    const types = btfOf(layout).map((type) =>
      type.name === 'xen_memory_exchange' ? { ...type, name: 'my_exchange' } : type,
    );
    const mine = file('mine.btf', writeBtf(types));
    const { status, stdout } = await check(
      mine,
      '--abi',
      'x86_64',
      '--struct',
      'my_exchange=xen_memory_exchange',
      '--json',
    );
    expect(status).toBe(0);
    expect(jsonLines<Row>(stdout)).toMatchObject([
      { struct: 'xen_memory_exchange', verdict: 'match', notes: ['it is called my_exchange here'] },
    ]);
    const other = await check(
      mine,
      '--abi',
      'x86_64',
      '--struct',
      'my_exchange=xen_memory_reservation',
      '--json',
    );
    expect(other.status).toBe(1);
    expect(jsonLines<Row>(other.stdout)).toMatchObject([
      { struct: 'xen_memory_reservation', verdict: 'differ' },
    ]);
  });

  it('that is absent is a finding', async () => {
    const { status, stdout } = await check(NOTHING, '--struct', 'xen_memory_exchange', '--json');
    expect([status, jsonLines<Row>(stdout).map(({ verdict }) => verdict)]).toEqual([1, ['absent']]);
  });
});

describe('wrong use', () => {
  it.each<[string[], string]>([
    [[], 'check needs an object file'],
    [
      [GOOD, '--struct', 'xen_memory_exchang'],
      'xen_memory_exchang is no struct; did you mean xen_memory_exchange?',
    ],
    [
      [GOOD, '--struct', 'mine=xen_memory_exchang'],
      'xen_memory_exchang is no struct; did you mean xen_memory_exchange?',
    ],
    [[GOOD, '--struct', 'a=b=c'], '--struct a=b=c: say THEIRS or THEIRS=OURS'],
    [
      [GOOD, '--struct', '=xen_memory_exchange'],
      '--struct =xen_memory_exchange: say THEIRS or THEIRS=OURS',
    ],
    [
      [GOOD, '--struct', 'xen_memory_exchange='],
      '--struct xen_memory_exchange=: say THEIRS or THEIRS=OURS',
    ],
    [[GOOD, '--abi', 'amd64'], 'amd64 is no architecture; it is x86_64 here'],
    [[GOOD, '--abbi', 'x86_64'], 'check has no option --abbi; did you mean --abi?'],
    [[BTF], `${BTF}: BTF does not name its architecture: --abi is missing`],
  ])('%j', async (args, why) => {
    const { status, stdout, stderr } = await check(...args);
    expect([status, stdout, stderr]).toEqual([2, '', `xenabi: ${why}\n`]);
  });

  it('a missing file, a folder, and a missing base: 3', async () => {
    expect(await check('no/such.o')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('xenabi: no/such.o: no such file\n'),
    });
    // The other files are compared nevertheless.
    const both = await check('no/such.o', GOOD);
    expect(both).toMatchObject({ status: 3, stdout: expect.stringContaining('  match   ') });
    expect((await check(objects)).status).toBe(3);
    expect((await check(BTF, '--abi', 'x86_64', '--btf-base', 'no/such.btf')).status).toBe(3);
  });
});

describe('BTF', () => {
  it('raw, with an architecture', async () => {
    const { status, stdout } = await check(BTF, '--abi', 'x86_64');
    expect([status, stdout.split('\n')[0]]).toEqual([0, `${BTF}  (x86_64, BTF)`]);
    expect((await check(BTF, '--abi', 'x86_32')).status).toBe(1);
  });

  it('split, with its base and without', async () => {
    const [module, base] = [object('btf/split-module.btf'), object('btf/split-base.btf')];
    expect((await check(module, '--abi', 'x86_64', '--btf-base', base)).status).toBe(0);
    const alone = await check(module, '--abi', 'x86_64');
    expect([alone.status, alone.stderr]).toEqual([
      1,
      expect.stringContaining('split BTF: its base has to be given'),
    ]);
  });
});

describe('split DWARF', () => {
  const skeleton = object('split/x86_64-gcc-dwarf5.o');

  it('is found beside the object', async () => expect((await check(skeleton)).status).toBe(0));

  it('that is missing is named, and exits with 1', async () => {
    const alone = file('alone.o', readFileSync(skeleton));
    const { status, stderr } = await check(alone);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^xenabi: .*alone\.o: \.debug_info at 0x[\da-f]+: the debug info is in \S+\.dwo, which was not found/m,
    );
  });
});

// dwz names the file that a package's objects share by where it is installed.
it('a shared file of an absolute name is found where the package was unpacked', async () => {
  const strings = '/usr/lib/debug/.dwz/t.debug';
  const struct = structDie('xen_memory_domain', 2, [memberDie('domid', baseType(2), at(0))]);
  const link = { name: '.gnu_debugaltlink', bytes: joined(cString(strings), new Uint8Array(20)) };
  const folder = dirname(file('anchor', ''));
  const put = (path: string, bytes: Uint8Array): string => {
    const whole = join(folder, 'unpacked', path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, bytes);
    return whole;
  };
  const own = 'usr/lib/debug/.build-id/ab/cd.debug';
  const object = put(own, writeDwarf(unitDie([]), { others: [link] }));
  const alone = await check(object);
  expect([alone.status, alone.stderr]).toEqual([
    1,
    expect.stringContaining(`part of the debug info is in ${strings}, which was not found`),
  ]);
  put(strings, writeDwarf(unitDie([struct])));
  const { status, stdout } = await check(object);
  expect([status, stdout.split('\n')[1]]).toEqual([0, '  match   xen_memory_domain']);
});

it('debug information of the form CTF alone is told', async () => {
  const object = file('ctf.o', writeElf([{ name: '.ctf', bytes: new Uint8Array(4) }]));
  const { status, stderr } = await check(object);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining('debug info of the form CTF alone'),
  ]);
});

describe('the process', () => {
  it('says the same as the verb', async () => {
    expect(xenabi(['check', WRONG, '--json'])).toEqual(await check(WRONG, '--json'));
    expect(xenabi(['check', 'no/such.o']).status).toBe(3);
    expect(xenabi(['check']).status).toBe(2);
  });

  it('reads standard input and pipes', () => {
    const here = xenabi(['check', '-'], { input: readFileSync(GOOD) });
    expect([here.status, here.stdout.split('\n')[0]]).toEqual([0, '-  (x86_64, DWARF 5)']);
    expect(shell(`cat '${GOOD}' | xenabi check /dev/stdin`).status).toBe(0);
    const short = shell(`xenabi check '${GOOD}' --json | head -n 1`);
    expect([short.stdout.split('\n').length, short.stderr]).toEqual([
      2,
      expect.not.stringContaining('internal'),
    ]);
  });
});

it('has its forms and options in its help', () => {
  const help = helpOf(verb);
  expect(help).toContain('usage: xenabi check FILE|-…');
  for (const option of ['--abi', '--struct', '--btf-base', '--json'])
    expect(help).toContain(option);
});

it('has examples that work as printed', async () => {
  for (const example of verb.examples) {
    const [, , ...args] = example.split(' ');
    expect([example, (await check(...args)).status]).toEqual([example, expect.toBeOneOf([0, 1])]);
  }
});

// They say that they have no bytes, and were taken for empty files.
it('reads files of /proc', () => {
  expect(xenabi(['check', '/proc/version']).stderr).toContain('/proc/version: neither ELF nor BTF');
});
