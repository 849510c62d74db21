import { describe, expect, it } from 'vitest';
import { example, prints } from '../capture/sources/fixtures.js';
import { inProcess, temporaryFiles } from './in-process.js';
import { jsonLines, xenabi } from './run.js';

const file = temporaryFiles();

const DOMAIN = ['--struct', 'xen_memory_domain', '--abi', 'x86_64'];
const EXCHANGE = ['--struct', 'xen_memory_exchange', '--abi', 'x86_64'];
const golden = example('golden');
const goldenHex = Buffer.from(golden).toString('hex');

/** The first golden example of the layouts' reference, as decode --json prints it. */
const GOLDEN = {
  struct: 'xen_memory_exchange',
  abi: 'x86_64',
  index: 0,
  offset: 0,
  value: {
    in: {
      extent_start: '0x40001000',
      nr_extents: '1',
      extent_order: 9,
      mem_flags: 0,
      domid: 32752,
    },
    out: {
      extent_start: '0x40001008',
      nr_extents: '1',
      extent_order: 9,
      mem_flags: 32,
      domid: 32752,
    },
    nr_exchanged: '0',
  },
  warnings: [],
};

/** The lines that decode --json prints of an input that has nothing wrong. */
async function decoded(...args: readonly string[]): Promise<unknown[]> {
  const ran = await inProcess('decode', ['--json', ...args]);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  return jsonLines(ran.stdout);
}

it('reads many structs as it reads few, whichever codec has come by then', async () => {
  const count = 40_000;
  const many = file(
    'many.bin',
    Uint8Array.from(new Uint16Array(count).keys(), (i) => i & 0xff),
  );
  const found = await decoded(...DOMAIN, '--from', 'raw', many);
  const domid = (i: number): number => ((2 * i) & 0xff) | (((2 * i + 1) & 0xff) << 8);
  expect(found).toEqual(
    Array.from({ length: count / 2 }, (_, index) =>
      expect.objectContaining({ index, offset: 2 * index, value: { domid: domid(index) } }),
    ),
  );
});

describe('bytes come', () => {
  const half = goldenHex.length / 2;
  it.each<[string, readonly string[], (string | Uint8Array)?]>([
    ['from a file', [file('golden.bin', golden)]],
    ['from standard input', ['-'], golden],
    ['from standard input, unasked', [], golden],
    ['as hex on the command line', [goldenHex]],
    ['as hex of several words', goldenHex.match(/.{2}/g)!],
    ['as hex in two pieces', [goldenHex.slice(0, half), goldenHex.slice(half)]],
    ['as hex in a file', [file('golden.hex', `${goldenHex}\r\n`)]],
  ])('%s', (_, operands, input) => {
    const args = ['decode', '--json', ...EXCHANGE, ...operands];
    const ran = xenabi(args, input === undefined ? {} : { input });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(jsonLines(ran.stdout)).toEqual([GOLDEN]);
  });

  const tools = new Set(['xxd', 'hexdump -C', 'od -tx1', 'gdb x/9xg', 'base64']);
  const printed = prints('golden').filter(({ command }) => tools.has(command));

  it.each(printed)('as $command prints them, unasked', async ({ text }) => {
    expect(await decoded(...EXCHANGE, file('dump', text))).toEqual([GOLDEN]);
  });

  // The first version took the first 64 KiB for all of a text, and a text that is cut for none.
  it('as much base64, through a pipe', () => {
    const bytes = Uint8Array.from({ length: 3 * 65_536 }, (_, i) => i * 7);
    const text = Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\n');
    const args = ['decode', '--json', '--struct', 'xen_pod_target', '--abi', 'arm64'];
    const { status, stdout } = xenabi(args, { input: text });
    expect(status).toBe(1);
    expect(jsonLines(stdout).at(-1)).toMatchObject({ error: { offset: 40 * 4915 }, index: 4915 });
  });

  it.each([
    ['raw', 'f07f', [0x3066, 0x6637]],
    ['hex', 'f07f', [0x7ff0]],
    ['base64', 'f04=', [0x4e7f]],
    ['hexdump', '0000000 7ff0\n0000002\n', [0x7ff0]],
  ])('in a format that is forced: %s', async (from, input, domids) => {
    const lines = await decoded(...DOMAIN, '--from', from, file('input', input));
    expect(lines).toMatchObject(domids.map((domid) => ({ value: { domid } })));
  });
});

describe('what an input was read as', () => {
  const words = file('words.txt', '0x00007ff0\n0x00000001\n');
  const likely = file('likely.txt', '[240, 127]\n');
  const GUESS = 'input-guessed: the numbers are taken for bytes; words-le:N forces a width of N';

  it('is said to people in one line', async () => {
    const { stderr } = await inProcess('decode', [...DOMAIN, words]);
    expect(stderr).toBe('read as: a list of numbers, 4-byte words, little-endian\n');
    const raw = await inProcess('decode', [...DOMAIN, file('two.bin', Uint8Array.of(0xf0, 0x7f))]);
    expect(raw.stderr).toBe('read as: raw bytes\n');
  });

  // What was typed was hex as it was written, whatever standard input would have taken it for.
  it.each([
    [['f0', '7f'], 0, ['read as: hex, bytes']],
    [['240', '127'], 1, ['read as: a list of numbers, bytes', 'input-guessed']],
    [['0x7ff0'], 1, ['read as: a list of numbers, 2-byte words, little-endian', 'input-guessed']],
    [['0400', '0100'], 1, ['input-guessed: 2-byte groups are taken as bytes in the order']],
    [['f07'], 1, ["line 1, column 3: '7' is left over"]],
  ])('is said of the command line as of a file: %j', async (operands, strict, said) => {
    const typed = await inProcess('decode', [...DOMAIN, '--strict', ...operands]);
    const piped = await inProcess('decode', [
      ...DOMAIN,
      '--strict',
      file('typed', operands.join(' ')),
    ]);
    expect(typed.status).toBe(strict);
    for (const one of said) expect(typed.stderr).toContain(one);
    const unnamed = (text: string): string => text.replace(/^xenabi: .*?: /gm, '');
    expect([typed.stdout, unnamed(typed.stderr)]).toEqual([piped.stdout, unnamed(piped.stderr)]);
  });

  it('is said to programs that ask', async () => {
    const lines = await decoded(...DOMAIN, '--verbose', words);
    expect(lines[0]).toEqual({
      input: {
        name: words,
        style: 'a list of numbers, 4-byte words, little-endian',
        hasAddresses: false,
        said: [],
      },
    });
  });

  it('is a warning where it is a guess, and with --strict refused', async () => {
    const people = await inProcess('decode', [...DOMAIN, likely]);
    expect(people).toMatchObject({ status: 0 });
    expect(people.stderr).toBe(
      `read as: a list of numbers, bytes\nxenabi: ${likely}: warning: ${GUESS}\n`,
    );
    const [warning, value] = await decoded(...DOMAIN, likely);
    expect(warning).toEqual({
      warning: { code: 'input-guessed', message: GUESS.replace('input-guessed: ', '') },
    });
    expect(value).toMatchObject({ value: { domid: 0x7ff0 } });
    const strict = await inProcess('decode', [...DOMAIN, '--strict', likely]);
    expect(strict).toMatchObject({ status: 1, stdout: '' });
    expect(strict.stderr).toContain(`xenabi: ${likely}: ${GUESS}`);
  });

  it.each([
    ['words-be:4', '00000000: 00007ff0  ....', 0],
    ['words-le:4', '00000000: 00007ff0  ....', 0x7ff0],
    ['words-le:2', '7ff0 0001', 0x7ff0],
    ['words-be:2', 'f07f 0001', 0x7ff0],
    ['u-boot', '40001000: 7ff00001    ....', 1],
    ['words-le:2', '[32752, 1]', 0x7ff0],
  ])('may be forced: %s', async (from, input, domid) => {
    const ran = await inProcess('decode', ['--json', ...DOMAIN, '--from', from, file('f', input)]);
    expect(jsonLines(ran.stdout)[0]).toMatchObject({ value: { domid } });
  });

  it('several dumps in a session are not one struct', async () => {
    const session = 'test/capture/sources/fixtures/sessions/g64.txt';
    const ran = await inProcess('decode', [...EXCHANGE, session]);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toContain('the input has 5 dumps (at 0x403040, 0x403020, 0x403000, ');
  });
});

describe('a sequence of structs', () => {
  it('one dump of a session that cannot be read is told, and may be the struct', async () => {
    const text =
      "(gdb) x/2c 0x402000\n0x402000:\t34567 'x'\n(gdb) x/hx 0x403040\n0x403040:\t0x7ff0\n";
    const session = file('unreadable.txt', text);
    const ran = await inProcess('decode', [...DOMAIN, session]);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toContain('may be the struct');
  });

  it('the rest of a last word is told, and is no struct', async () => {
    const words = file(
      'twenty.txt',
      '0x804b020:\t0x000000020804b040\t0x0000000000000000\n0x804b030:\t0xdeadbeef00007ff0\n',
    );
    const args = ['--struct', 'xen_memory_reservation', '--abi', 'x86_32'];
    const ran = await inProcess('decode', [...args, words]);
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.stdout).toContain('extent_start  0x804b040\n  nr_extents    2\n');
    expect(ran.stderr).toBe(
      'read as: gdb, 8-byte words, little-endian\n' +
        'xenabi: the last 4 bytes, of a word of 8, are no struct\n',
    );
    const bytes = file('twenty-four.hex', `${'00'.repeat(20)} deadbeef`);
    expect(await inProcess('decode', [...args, '--from', 'hex', bytes])).toMatchObject({
      status: 1,
    });
  });

  it('has an index and an offset each', async () => {
    expect(await decoded(...DOMAIN, '01', '00', '02', '00', '03', '00')).toMatchObject([
      { index: 0, offset: 0, value: { domid: 1 } },
      { index: 1, offset: 2, value: { domid: 2 } },
      { index: 2, offset: 4, value: { domid: 3 } },
    ]);
    const { stdout } = await inProcess('decode', [...DOMAIN, '01000200']);
    expect(stdout).toBe(
      'xen_memory_domain (x86_64), 2 bytes\n  domid  1\n' +
        'xen_memory_domain (x86_64) #1 at offset 2, 2 bytes\n  domid  2\n',
    );
  });

  it.each(['3', '0x3'])('may begin further on: %s', async (offset) => {
    const lines = await decoded(...DOMAIN, '--offset', offset, 'ffffff0100');
    expect(lines).toMatchObject([{ index: 0, offset: 3, value: { domid: 1 } }]);
  });

  it('that ends within a struct is an error there, and a finding', () => {
    const message = 'xen_memory_domain #1 (x86_64) at offset 2: expected 2 bytes, got 1 bytes';
    const ran = xenabi(['decode', '--json', ...DOMAIN, '010002']);
    expect(ran).toMatchObject({ status: 1, stderr: `xenabi: ${message}\n` });
    expect(jsonLines(ran.stdout)).toEqual([
      expect.objectContaining({ index: 0, value: { domid: 1 } }),
      { error: { code: 'length', path: '', offset: 2, message }, index: 1 },
    ]);
  });

  it.each([
    [['--offset', '9'], '0100', 9],
    [[], '', 0],
  ])('of nothing is an error too: %j', async (args, input, offset) => {
    const given = ['--json', ...DOMAIN, ...args, file('short', input)];
    const ran = await inProcess('decode', given);
    expect(ran.status).toBe(1);
    expect(jsonLines(ran.stdout)).toMatchObject([{ error: { code: 'length', offset }, index: 0 }]);
  });

  it('of a dump with gaps counts from its first address', async () => {
    const dump = file('gaps', '00001000: 01 00 02 00\n00002000: 03 00\n');
    const lines = await decoded(...DOMAIN, dump);
    expect(lines).toMatchObject([{ offset: 0 }, { offset: 2 }, { offset: 0x1000 }]);
    const later = await decoded(...DOMAIN, '--offset', '2', dump);
    expect(later).toMatchObject([{ offset: 2 }, { offset: 0x1000 }]);
    const odd = file('odd-gaps', '00001000: 01 00\n00002000: 03 00 04\n');
    const { stdout } = await inProcess('decode', ['--json', ...DOMAIN, odd]);
    expect(jsonLines(stdout)[2]).toMatchObject({ error: { offset: 0x1002 }, index: 2 });
  });
});

describe('a text that is none says where', () => {
  it.each([
    ['00 1g', [], 'digit', 4, "line 1, column 5: 'g' is no hex digit"],
    ['\ufeff00 1g', [], 'digit', 7, "line 1, column 5: 'g' is no hex digit"],
    ['\ufeff00\r\n1', [], 'odd', 7, 'line 2, column 1'],
    ['AAA*', ['--from', 'base64'], 'base64', 3, 'line 1, column 4'],
    ['éf0', ['--from', 'hex'], 'digit', 0, 'line 1, column 1'],
  ])('%j %j', async (input, args, code, offset, message) => {
    const name = file('text', input);
    const ran = await inProcess('decode', ['--json', ...DOMAIN, ...args, name]);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain(`xenabi: ${name}: ${message}`);
    expect(jsonLines(ran.stdout)).toMatchObject([{ error: { code, offset }, index: 0 }]);
  });
});

it('--strict makes warnings findings', async () => {
  const struct = ['--struct', 'xen_remove_from_physmap', '--abi', 'x86_64'];
  const bytes = [...struct, `f07f01${'00'.repeat(13)}`];
  const { stdout, ...lax } = xenabi(['decode', ...bytes]);
  expect(lax).toEqual({ status: 0, stderr: 'read as: hex, bytes as they are written\n' });
  expect(stdout).toContain('  warning: non-zero padding in the struct: byte 2 is 0x1 (padding)\n');
  expect(xenabi(['decode', '--strict', ...bytes])).toEqual({ ...lax, stdout, status: 1 });
  expect((await inProcess('decode', ['--strict', ...DOMAIN, '0100'])).status).toBe(0);
});

it('--view bytes shows boundaries', async () => {
  const bytes = '001000c10100000009000000000800 00f07f0c00';
  const args = ['--struct', 'xen_memory_reservation', '--abi', 'x86_32', '--view', 'bytes'];
  const { stdout } = await inProcess('decode', [...args, bytes]);
  expect(stdout.split('\n')).toEqual([
    'xen_memory_reservation (x86_32), 20 bytes',
    '  0000  00 10 00 c1              extent_start = 0xc1001000',
    '  0004  01 00 00 00              nr_extents = 1',
    '  0008  09 00 00 00              extent_order = 9 (2 MiB)',
    '  000c  00 08 00 00              mem_flags = node=7',
    '  0010  f0 7f                    domid = DOMID_SELF (0x7ff0)',
    '  0012  0c 00                    (padding)',
    '  warning: non-zero padding in the struct: byte 18 is 0xc (padding)',
    '',
  ]);
});

it.each<[readonly string[], number, string]>([
  [['--struct', 'xen_unpin', 'f07f'], 2, 'pasted bytes need --abi'],
  [['--abi', 'arm64', 'f07f'], 2, 'pasted bytes need --struct'],
  [
    ['--struct', 'xen_memory_exchnge', '--abi', 'arm64', 'f07f'],
    2,
    'did you mean xen_memory_exchange?',
  ],
  [
    ['--struct', 'zzz', '--abi', 'arm64', 'f07f'],
    2,
    'zzz is no struct; xenabi list structs names them',
  ],
  [
    ['--struct', 'xen_unpin', '--abi', 'amd64', 'f07f'],
    2,
    'amd64 is no architecture; it is x86_64 here',
  ],
  [['--struct', 'xen_unpin', '--abi', 'sparc', 'f07f'], 2, 'sparc is no architecture; there are'],
  [[...DOMAIN, '--from', 'hexdmp', 'f07f'], 2, '--from hexdmp is no format; did you mean hexdump?'],
  [
    [...DOMAIN, '--from', 'zzzzzzzz', 'f07f'],
    2,
    '--from zzzzzzzz is no format; xenabi list sources names them',
  ],
  [[...DOMAIN, '--view', 'words', 'f07f'], 2, '--view is fields or bytes, not words'],
  [[...DOMAIN, '--offset', 'x', 'f07f'], 2, '--offset x is no whole number'],
  [[...DOMAIN, '--offset', '1.5', 'f07f'], 2, '--offset 1.5 is no whole number'],
  [[...DOMAIN, 'package.json', 'f07f'], 2, 'decode takes one input, and f07f is another'],
  [[...DOMAIN, '-', 'f07f'], 2, 'decode takes one input, and f07f is another'],
  [[...DOMAIN, 'no/such/file'], 3, 'no/such/file: no such file'],
  [[...DOMAIN, 'test'], 3, 'test: is a directory'],
  [[...DOMAIN, 'package.json/file'], 3, 'package.json/file: '],
  [[file('nothing', '')], 1, 'nothing is empty'],
  [[...DOMAIN, '--from', 'hex', file('odd', '0')], 1, "'0' is left over"],
])('%j is refused', async (args, status, message) => {
  const ran = await inProcess('decode', args);
  expect(ran).toMatchObject({ status, stdout: '' });
  expect(ran.stderr).toContain(message);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
});
