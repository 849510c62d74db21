import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { le, reservation } from '../capture/decoding.js';
import { inProcess, temporaryFiles } from './in-process.js';
import { jsonLines, root, shell, xenabi } from './run.js';

const file = temporaryFiles();
const raw = (name: string, hex: string): string => file(name, Buffer.from(hex, 'hex'));

const CALL = ['decode', '--json', '--abi', 'arm64', '--args', '0x1,0x40001000'];

/** What the sample, a dump with addresses, says. */
const DECREASE = {
  call: 0,
  label: null,
  hypercall: 'memory_op',
  operation: 'XENMEM_decrease_reservation',
  arguments: { cmd: '1', arg: '0x40001000' },
  command: 'XENMEM_decrease_reservation',
  startExtent: 0,
  struct: 'xen_memory_reservation',
  argument: {
    address: '0x40001000',
    before: {
      extent_start: '0x40002000',
      nr_extents: '2',
      extent_order: 0,
      mem_flags: 0,
      domid: 0x7ff0,
    },
    after: null,
  },
  lists: [
    { path: 'extent_start', address: '0x40002000', before: ['0x60441', '0x60442'], after: null },
  ],
  result: null,
  errno: null,
  warnings: [],
};

const struct = reservation(0x40002000, 2);
const list = le(8, 0x60441, 0x60442);
const structFile = raw('struct.bin', struct);
const listFile = raw('list.bin', list);
const both = file('both.txt', `# both\n`);

describe('one call whose memory is in', () => {
  const xxd = `00000000: ${struct}\n00001000: ${list}\n`;
  it.each<[string, readonly string[], string?]>([
    ['a dump with its addresses', ['test/samples/decrease.xp']],
    ['raw dumps at addresses', [`${structFile}@0x40001000`, `${listFile}@1073750016`]],
    ['a dump of a file that is moved', [`${file('moved.xxd', xxd)}@0x40001000`]],
    ['dumps that overlap and agree', ['test/samples/decrease.xp', `${listFile}@0x40002000`]],
    ['hex on standard input', ['-@0x40001000', `${listFile}@0x40002000`], struct],
    [
      'a file whose name has an @',
      [file('a@b.xp', readFileSync(join(root, 'test/samples/decrease.xp')))],
    ],
  ])('%s', (_, dumps, input) => {
    const args = [...CALL, ...dumps.map((dump) => `--memory=${dump}`)];
    const ran = xenabi(args, input === undefined ? {} : { input });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
    expect(jsonLines(ran.stdout)).toEqual([DECREASE]);
  });

  it('a whole session, which says the arguments and what changed', () => {
    const session = 'test/capture/sources/fixtures/sessions/g64.txt';
    const ran = xenabi(['decode', '--json', '--abi', 'x86_64', '--memory', session]);
    expect(ran.stderr).toBe(`xenabi: arguments by ${session}: 0xb, 0x403040, of the frame\n`);
    expect(jsonLines(ran.stdout)).toMatchObject([
      {
        command: 'XENMEM_exchange',
        argument: { before: { nr_exchanged: '0' }, after: { nr_exchanged: '4' } },
        lists: [
          { path: 'in.extent_start', before: ['0x102', '0x103', '0x104', '0x105'] },
          { path: 'out.extent_start', before: ['0x40'], after: ['0x1c0'] },
        ],
        result: 0,
      },
    ]);
    const none = xenabi(['decode', '--abi', 'arm64', '--memory', 'test/samples/decrease.xp']);
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('no --memory has a session that says the arguments');
  });

  it('a dump of another place than is said', () => {
    const ran = xenabi([...CALL, '--memory', 'test/samples/decrease.xp@0x1000']);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('begins at 0x40001000 by its own addresses, not at 0x1000');
  });

  // Taken for a row of one-letter options.
  it('standard input, as a word of its own', () => {
    const dumps = ['--memory', '-@0x40001000', '--memory', `${listFile}@0x40002000`];
    const ran = xenabi([...CALL, ...dumps], { input: struct });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
    expect(jsonLines(ran.stdout)).toEqual([DECREASE]);
  });

  // A wrong address is the commonest mistake, and passed without a word.
  it.each([
    [[], 0],
    [['--strict'], 1],
  ] as const)('a dump of another address, %j', (more, status) => {
    const args = ['--abi', 'x86_64', '--args', '0xb,0x9000', '--memory', `${structFile}@0x1000`];
    const ran = xenabi(['decode', ...args, ...more]);
    expect(ran.status).toBe(status);
    expect(ran.stdout).toContain('not in the capture');
    expect(ran.stderr).toBe('read as: raw bytes\nxenabi: no --memory has the argument at 0x9000\n');
  });

  it('nothing: the registers alone', () => {
    const { stdout } = xenabi(['decode', '--abi', 'x86_64', '--args', '0x146, 0x1000']);
    expect(stdout).toBe(
      '#0 XENMEM_populate_physmap from extent 5\n  xen_memory_reservation at 0x1000: not in the capture\n',
    );
  });

  // The first version did not look at --from here.
  it('text that is to be taken as raw bytes', () => {
    const text = file('text', 'f07f');
    const args = ['--abi', 'x86_64', '--args', '3,0', '--memory', `${text}@0`];
    expect(xenabi(['decode', ...args]).stdout).toContain('domid  DOMID_SELF (0x7ff0)\n');
    expect(xenabi(['decode', '--from', 'raw', ...args]).stdout).toContain('domid  12390\n');
  });

  it('the release of an interface', () => {
    const xenoprof = ['--abi', 'x86_64', '--hypercall', '31', '--args', '1', '--interface'];
    expect(xenabi(['decode', ...xenoprof, 'xen-4.13']).stdout).not.toContain('warning');
    expect(xenabi(['decode', ...xenoprof, 'xen-4.22']).stdout).toContain('not in Xen 4.22.0');
  });

  it('the meaning of an interface, or another hypercall', () => {
    const args = [
      'decode',
      '--json',
      '--abi',
      'arm64',
      '--args',
      '0x1b,0x40001000',
      '--memory',
      'test/samples/decrease.xp',
    ];
    const [modern] = jsonLines<object>(xenabi(args).stdout);
    expect(modern).toMatchObject({ command: 'XENMEM_reserved_device_memory_map' });
    const [pins] = jsonLines<object>(xenabi([...args, '--interface', 'pin-v4']).stdout);
    expect(pins).toMatchObject({
      command: 'XENMEM_unpin',
      struct: 'xen_unpin',
      lists: [{ path: 'in.extent_start', before: ['0x60441', '0x60442'] }],
    });
    const other = xenabi(['decode', '--abi', 'x86_64', '--args', '0,5', '--hypercall', '18']);
    expect(other.stdout).toBe('#0 console_io CONSOLEIO_write(count=5)\n');
  });

  it('--strict makes its warnings findings', () => {
    const args = [...CALL, '--memory', `${structFile}@0x40001000`];
    expect(xenabi(args).status).toBe(0);
    expect(xenabi([...args, '--strict']).status).toBe(1);
  });
});

describe('wrong use', () => {
  const arm = ['--abi', 'arm64'];
  const args = ['--args', '0x1,0x40001000'];
  it.each<[readonly string[], number, string]>([
    [args, 2, '--args needs --abi'],
    [[...arm, '--args', ''], 2, '--args (nothing) is no whole number'],
    [[...arm, '--args', '0xb,x'], 2, '--args x is no whole number'],
    [
      [...arm, '--args', '0x10000000000000000'],
      2,
      '--args 0x10000000000000000 does not fit 64 bits',
    ],
    [[...arm, ...args, 'f07f'], 2, '--args takes its memory from --memory, not from f07f'],
    [[...arm, ...args, '--memory', structFile], 2, `give --memory ${structFile}@ADDRESS`],
    [[...arm, ...args, '--memory', `${structFile}@here`], 2, 'the address here is no whole number'],
    [[...arm, ...args, '--memory', `${structFile}@0xfffffffffffffff0`], 2, 'runs past the end'],
    [
      [...arm, ...args, '--memory', 'test/samples/decrease.xp@0x5000'],
      2,
      'begins at 0x40001000 by its own addresses, not at 0x5000',
    ],
    [[...arm, ...args, '--memory', 'test@0'], 3, 'is a directory'],
    [[...arm, ...args, '--memory', 'no/such/file@0'], 3, 'no/such/file: no such file'],
    [[...arm, ...args, '--memory', 'test/corpus/exchange.jsonl'], 1, 'is a capture'],
    [
      [...arm, ...args, '--memory', `${file('odd', '00 00 0g')}@0`],
      1,
      "odd: line 1, column 8: 'g'",
    ],
    [
      [
        ...arm,
        ...args,
        '--memory',
        'test/samples/decrease.xp',
        '--memory',
        `${structFile}@0x40002000`,
      ],
      1,
      'differ at address 0x40002000',
    ],
    [[...arm, ...args, '--interface', 'pin-v5'], 2, 'pin-v5 is no interface; did you mean pin-v4?'],
    [[...arm, ...args, '--hypercall', 'x'], 2, '--hypercall x is no hypercall'],
    [
      ['--memory', both, '--abi', 'arm64', '--struct', 'xen_unpin'],
      2,
      '--struct does not go with --memory',
    ],
  ])('%j', async (given, status, message) => {
    const ran = await inProcess('decode', given);
    expect(ran).toMatchObject({ status, stdout: '' });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

it('README and --help say how', () => {
  const line = 'xenabi decode --abi arm64 --args 0x1,0x40001000 --memory test/samples/decrease.xp';
  const stderr = 'read as: qemu, 8-byte words, little-endian\n';
  expect(shell(line)).toMatchObject({ status: 0, stderr });
});

// One print in decimals cost the whole session.
it('a session of which one dump cannot be read is a call', async () => {
  const session = file(
    'one-unreadable.txt',
    "(gdb) x/2c 0x402000\n0x402000:\t34567 'x'\n(gdb) info registers rdi rsi\n" +
      'rdi            0x13                19\nrsi            0x403040            4206656\n' +
      '(gdb) x/8db 0x402040\n0x402040:\t1\t2\t3\t4\t5\t6\t7\t8\n0x402048:\t9\n' +
      '(gdb) x/hx 0x403040\n0x403040:\t0x7ff0\n',
  );
  const ran = await inProcess('decode', ['--abi', 'x86_64', '--memory', session]);
  expect(ran.stdout).toContain('XENMEM_');
  expect(ran.stderr).toContain('read as: gdb, 2-byte words, little-endian; decimals, bytes\n');
  expect(ran.stderr).toContain('a dump that cannot be read is skipped: line 2, column 1: ');
});

describe('names on the command line', () => {
  const named = (...args: string[]) => inProcess('decode', ['--json', '--abi', 'arm64', ...args]);

  it.each<[string, readonly string[]]>([
    ['a command', ['--args', 'XENMEM_decrease_reservation,0x40001000']],
    ['a command without its prefix', ['--args', 'decrease_reservation,0x40001000']],
    ['a hypercall', ['--hypercall', 'memory_op', '--args', '0x1,0x40001000']],
  ])('%s', async (_, args) => {
    const { status, stdout, stderr } = await named(...args, '--memory=test/samples/decrease.xp');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(DECREASE);
  });

  it.each<[string, readonly string[], string]>([
    ['an extent', ['--args', 'XENMEM_exchange+3,0x0'], 'XENMEM_exchange'],
  ])('%s', async (_, args, command) => {
    const { stdout } = await named(...args);
    expect(JSON.parse(stdout)).toMatchObject({ command, startExtent: 3 });
  });

  it.each<[readonly string[], string]>([
    [
      ['--args', 'XENMEM_exchnage,0x1'],
      '--args XENMEM_exchnage is no command of xen-4.17; did you mean XENMEM_exchange?',
    ],
    [
      ['--args', 'XENMEM_unpin,0x1'],
      '--args XENMEM_unpin is no command of xen-4.17; interface pin-v4 has it',
    ],
    [['--args', ''], '--args (nothing) is no whole number'],
    [['--args', '0x1,'], '--args (nothing) is no whole number'],
    [['--args', '-1'], '--args -1 is no whole number'],
    [
      ['--hypercall', 'mempry_op', '--args', '0x1'],
      '--hypercall mempry_op is no hypercall; did you mean memory_op?',
    ],
    [
      ['--hypercall', 'xen_version', '--args', 'XENMEM_exchange'],
      '--args XENMEM_exchange is no cmd of xen_version',
    ],
  ])('%s', async (args, message) => {
    const { status, stderr } = await named(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

it.each([
  ['amd64', 'x86_64'],
  ['i386', 'x86_32'],
  ['armhf', 'arm32'],
  ['aarch64', 'arm64'],
])('%s is suggested as %s', async (theirs, ours) => {
  const { status, stderr } = await inProcess('decode', ['--abi', theirs, '--args', '0x2']);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `xenabi: ${theirs} is no architecture; it is ${ours} here\n`,
  });
});
