import { describe, expect, it, vi } from 'vitest';
import { verb } from '../../src/cli/layout.js';
import { parse } from '../../src/cli/verb.js';
import { type Captured, captureOutput } from './captured.js';

/** A name with a declaration on some architectures only, and not the same on those. */
vi.mock(import('../../abi/index.js'), async (original) => {
  const { struct, uint32_t } = await import('../../src/schema/index.js');
  const structs = [
    struct('some', { a: uint32_t }, { abis: ['x86_64', 'arm64'] }),
    struct('some', { a: uint32_t, b: uint32_t }, { abis: ['arm32'] }),
    struct('other', { a: uint32_t }, { abis: ['arm64'] }),
  ];
  return { ...(await original()), structs };
});

describe('a struct that some architectures lack', () => {
  let written: Captured;
  async function run(...args: string[]): Promise<Captured> {
    written = captureOutput(() => undefined);
    try {
      await verb.run(parse(verb, args));
    } finally {
      written.release();
    }
    return written;
  }

  it('is left out there, with a note', async () => {
    const { stdout } = await run('some', '--abi', 'all');
    expect(stdout.split('\n').map((line) => line.replaceAll(/ +/g, ' ').trim())).toEqual(
      expect.arrayContaining([
        'field x86_64 arm64 arm32 type',
        'a 0:4 0:4 uint32_t',
        '* b - 4:4 uint32_t',
        'some does not exist on x86_32, riscv64, ppc64',
      ]),
    );
    const json = await run('some', '--abi', 'x86_32,arm32', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ struct: 'some', abi: 'arm32', size: 8 });
    expect(json.stderr).toBe('xenabi: some does not exist on x86_32\n');
  });

  it('is named after the structs that are there', async () => {
    const args = ['some', 'other', '--abi', 'arm32'];
    await expect(run(...args)).rejects.toThrow('other does not exist on arm32');
    expect(written.stdout).toMatch(/^struct some {2}\(arm32\)$/m);
    await expect(run(...args, '--json')).rejects.toThrow('other does not exist on arm32');
    expect(JSON.parse(written.stdout)).toMatchObject({ struct: 'some' });
    await expect(run('some', 'other', '--diff', 'arm32', 'x86_64')).rejects.toThrow(
      'other: on none of arm32, x86_64',
    );
    expect(written.stdout).toContain('some  (arm32 -> x86_64)');
  });

  it('differs by being there', async () => {
    const { stdout } = await run('other', '--diff', 'arm64', 'ppc64');
    expect(stdout).toContain('  (struct): not on ppc64\n');
    const { stdout: json } = await run('some', '--diff', 'ppc64', 'arm32', '--json');
    expect(JSON.parse(json)).toMatchObject({
      differences: [{ path: '', what: 'extra', a: null, b: 8 }],
    });
  });

  it('is wrong use where it is asked for on those alone', async () => {
    await expect(run('some', '--abi', 'x86_32')).rejects.toThrow('some does not exist on x86_32');
  });
});
