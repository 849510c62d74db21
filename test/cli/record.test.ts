import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createStub, littleEndian, type StubOptions, writeHex } from '../record/stub.js';
import { jsonLines, main, type Ran, root, xenabi } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'xenabi-'));
afterAll(() => rmSync(folder, { recursive: true }));
const map = join(folder, 'System.map');
const ENTRY = 0xffff82d040221d80n;
writeFileSync(map, `${ENTRY.toString(16)} T do_memory_op\n`);

const REGISTERS = ['rax', 'rcx', 'rdx', 'rsi', 'rdi', 'rsp', 'r8', 'r9', 'rip'];
const STACK = 0x7f00n;
const ARGUMENT = 0x4000n;
const options: StubOptions = {
  architecture: 'i386:x86-64',
  registers: REGISTERS,
  counter: 'rip',
  memory: { '0x4000': 'f07f' },
  steps: [0, 1].flatMap((i) => [
    {
      counter: ENTRY,
      act(machine) {
        machine.registers.set('rdi', 3n).set('rsi', ARGUMENT).set('rsp', STACK);
        writeHex(machine, STACK, littleEndian(0x9000n));
      },
    },
    {
      counter: 0x9000n,
      act: (machine) => void machine.registers.set('rax', BigInt(i)).set('rsp', STACK + 8n),
    },
  ]),
};

/** Runs the verb against what listens in this process. */
async function recordAt(
  serve: (socket: Socket) => void,
  args: readonly string[],
  reads = true,
): Promise<Ran> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const child = spawn(
    process.execPath,
    [main, 'record', '--gdb', `:${port}`, '--symbols', map, ...args],
    { cwd: root },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += String(data)));
  child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
  if (!reads) child.stdout.destroy();
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  server.close();
  return { status, stdout, stderr };
}

/** The same against a stub, with what it was asked. */
async function against(stubOptions: StubOptions, args: readonly string[], reads = true) {
  let asked: readonly string[] = [];
  const serve = (socket: Socket): void => {
    const stub = createStub(stubOptions);
    asked = stub.asked;
    socket.on('data', (chunk) => stub.send(chunk));
    void (async () => {
      for await (const chunk of stub.chunks) socket.write(chunk);
      socket.destroy();
    })();
  };
  const ran = await recordAt(serve, args, reads);
  return { ...ran, asked };
}

const lines = [
  { kind: 'capture', version: 1, abi: 'x86_64', interface: 'xen-4.17' },
  ...[0, 1].map((result) => ({
    kind: 'call',
    hypercall: 12,
    args: ['0x3', '0x4000'],
    memory: [{ address: '0x4000', before: 'f07f' }],
    result,
  })),
];

describe('record', () => {
  it('writes a capture', async () => {
    const { status, stdout, stderr } = await against(options, []);
    expect(stderr).toBe(
      'xenabi: recording at do_memory_op\nxenabi: 2 calls recorded: the target has ended\n',
    );
    expect(status).toBe(0);
    expect(jsonLines(stdout)).toEqual(lines);
  });

  it('writes a new file, and decode reads it', async () => {
    const file = join(folder, 'new.jsonl');
    const { status } = await against(options, ['--out', file, '--count', '1']);
    expect(status).toBe(0);
    expect(jsonLines(readFileSync(file, 'utf8'))).toEqual(lines.slice(0, 2));
    expect(xenabi(['decode', file]).stdout).toContain('XENMEM_current_reservation = 0');
    const again = await against(options, ['--out', file]);
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('not written over') });
    // Whoever connects has stopped the target.
    expect(again.asked.at(-1)).toBe('D');
  });

  it('ends with a whole file where the stub hangs up', async () => {
    const file = join(folder, 'cut.jsonl');
    const { status, stderr } = await against({ ...options, hangsUpAt: 3 }, ['--out', file]);
    expect(status).toBe(3);
    expect(stderr).toContain('xenabi: 1 call recorded until then\nxenabi: the stub hung up\n');
    expect(jsonLines(readFileSync(file, 'utf8'))).toEqual(lines.slice(0, 2));
  });

  it.each<[string, string[], number, RegExp]>([
    ['no stub', ['--gdb', ':1', '--symbols', map], 3, /127\.0\.0\.1:1: connect ECONNREFUSED/],
    ['no address', ['--symbols', map], 2, /needs --gdb HOST:PORT/],
    ['no port', ['--gdb', 'here', '--symbols', map], 2, /--gdb here is no HOST:PORT/],
    ['no symbols', ['--gdb', ':1'], 2, /needs --symbols FILE/],
    ['no such file', ['--gdb', ':1', '--symbols', 'no.map'], 3, /no\.map: no such file/],
    ['symbols of nothing', ['--gdb', ':1', '--symbols', 'README.md'], 1, /no symbol of a hyperc/],
    // A timer of Node's that is longer ends at once.
    [
      'more seconds than a timer has',
      ['--gdb', ':1', '--symbols', map, '--seconds', '3000000'],
      2,
      /--seconds 3000000 is no whole number from 1 to 2147483/,
    ],
    [
      'an unknown hypercall',
      ['--gdb', ':1', '--symbols', map, '--hypercalls', 'memry_op'],
      2,
      /memry_op is no hypercall; did you mean memory_op\?/,
    ],
  ])('refuses %s', (_, args, status, message) => {
    const ran = xenabi(['record', ...args]);
    expect(ran.stderr).toMatch(message);
    expect(ran.status).toBe(status);
  });

  // The target was left as it stood: a guest under QEMU for ever.
  it('lets the target go where nobody reads on', async () => {
    const { status, asked } = await against(options, [], false);
    expect(status).toBe(0);
    expect(asked.at(-1)).toBe('D');
  });

  // The socket stayed open, and the process with it.
  it('ends where something else listens', async () => {
    const serve = (socket: Socket): void => void socket.on('data', () => socket.write('$OK#00'));
    const { status, stderr } = await recordAt(serve, []);
    expect(status).toBe(3);
    expect(stderr).toBe('xenabi: a packet of the stub arrived broken\n');
  });

  it('ends after its seconds, and lets the target go', async () => {
    const steps = [...options.steps, { counter: 0x1000n }];
    const { status, stderr, asked } = await against({ ...options, steps, idles: true }, [
      '--seconds',
      '1',
    ]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^xenabi: \d calls? recorded$/m);
    expect(asked.at(-1)).toBe('D');
  });

  it('lets no control character of a stub through', async () => {
    const { status, stderr } = await against({ ...options, architecture: '\x1b[2J\x9b' }, []);
    expect(status).toBe(3);
    expect(stderr).toContain('the target is \\u{1b}[2J\\u{9b}; hypercalls are known of');
  });

  it('says which hypercalls have no entry', async () => {
    const { stderr } = await against(options, ['--hypercalls', 'memory_op,sched_op']);
    expect(stderr).toContain('xenabi: not recorded, since --symbols has no entry: sched_op\n');
    const none = await against(options, ['--hypercalls', 'sched_op']);
    expect(none).toMatchObject({
      status: 1,
      stderr: 'xenabi: --symbols has no entry of sched_op\n',
    });
  });
});
