import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { call, header } from '../capture/decoding.js';
import { main, root, shell } from './run.js';

/** Runs a shell line and says the exit status of the `xenabi` in it on standard error. */
const piped = (line: string, rest: string) =>
  shell(`{ xenabi ${line}; echo "status $?" >&2; } | ${rest}`);

describe('a reader that goes away', () => {
  it.each([
    ['decode test/corpus/real-xen-x86_64.jsonl', 'head -1'],
    ['decode --json test/corpus/real-xen-x86_64.jsonl', 'head -1'],
    [
      'decode --struct xen_memory_domain --abi x86_64 --from raw test/corpus/real-xen-x86_64.jsonl',
      'head -1',
    ],
    ['decode test/corpus/real-xen-x86_64.jsonl', 'true'],
  ])('ends %s quietly', (line, rest) => {
    const { stdout, stderr } = piped(line, rest);
    expect(stderr).toBe('status 0\n');
    expect(stdout.split('\n')).toHaveLength(rest === 'true' ? 1 : 2);
  });

  it('ends encode quietly', () => {
    const many = `yes '{"domid":1}' | head -100000`;
    const ran = shell(
      `${many} | { xenabi encode --struct xen_memory_domain --abi x86_64; echo "status $?" >&2; } | head -1`,
    );
    expect(ran).toMatchObject({ stdout: '0100\n', stderr: 'status 0\n' });
  });
});

it('a disk that is full is an error of the system', () => {
  const { status, stderr } = shell('xenabi decode test/corpus/real-xen-x86_64.jsonl > /dev/full');
  expect(status).toBe(3);
  expect(stderr).toMatch(/^xenabi: standard output: [^\n]*ENOSPC[^\n]*\n$/);
});

it('talk that nobody reads is none', () => {
  const { status, stdout } = shell(
    `printf 'f07f0' | xenabi decode --json --struct xen_memory_domain --abi x86_64 2>&-`,
  );
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'odd' } });
});

// The first version read 64 KiB before it looked at what a pipe had brought.
it('a capture that is still being written is decoded as it comes', async () => {
  const child = spawn(process.execPath, [main, 'decode', '-'], { cwd: root });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await lines.next()).value);
  const write = (line: object): void => {
    child.stdin.write(`${JSON.stringify(line)}\n`);
  };
  try {
    write(header('x86_64', { source: 'a guest that is still running' }));
    expect(await next()).toBe('x86_64, xen-4.17: a guest that is still running');
    for (let i = 0; i < 3; i++) {
      write(call(['0x2'], [], { result: i }));
      expect(await next()).toBe(`#${i} XENMEM_maximum_ram_page = ${i}`);
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
  } finally {
    child.kill();
  }
});
