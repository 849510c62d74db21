import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { root, shell, verbs, xenabi } from './run.js';

describe('help', () => {
  it('names the verbs', () => {
    expect(verbs()).toEqual(
      expect.arrayContaining(['decode', 'encode', 'layout', 'explain', 'list']),
    );
    expect(xenabi(['help'])).toEqual(xenabi(['--help']));
  });

  it.each(verbs())('of %s begins with its purpose and ends with examples', (verb) => {
    const { status, stdout, stderr } = xenabi([verb, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^[A-Z].*\.$/);
    expect(lines[1]).toBe('');
    expect(lines[2]).toContain(`usage: xenabi ${verb}`);
    expect(lines.at(-3)).toBe('examples:');
    for (const example of lines.slice(-2)) {
      expect(example).toContain(`xenabi ${verb} `);
    }
  });

  it('is the same for -h, and for help VERB', () => {
    expect(xenabi(['layout', '-h'])).toEqual(xenabi(['layout', '--help']));
    expect(xenabi(['help', 'layout'])).toEqual(xenabi(['layout', '--help']));
  });
});

describe('wrong use', () => {
  test('nothing at all', () => {
    const { status, stdout, stderr } = xenabi([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('usage: xenabi VERB');
  });

  test.each([
    [['layuot'], 'xenabi: layuot is no verb; did you mean layout?\n'],
    [['constructor'], 'xenabi: constructor is no verb; xenabi --help names the verbs\n'],
    [['layout', '--al'], 'xenabi: layout has no option --al; did you mean --abi?\n'],
    [['list', '-x'], 'xenabi: list has no option -x\n'],
    [['layout', '--abi'], "xenabi: Option '--abi <value>' argument missing\n"],
    [['decode', '--abi', 'arm32', '--abi=arm64'], 'xenabi: --abi is given twice\n'],
    [['list', '--json=1'], "xenabi: Option '--json' does not take an argument\n"],
  ])('%j', (args, stderr) => {
    expect(xenabi(args)).toEqual({ status: 2, stdout: '', stderr });
  });
});

test('--version prints that of the package', () => {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  expect(xenabi(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

describe('output', () => {
  it.each([
    'xenabi layout --abi all | head -1',
    'xenabi layout --abi all --json | head -1',
    'xenabi list | true',
  ])('%s ends quietly', (line) => {
    // The status of the first command, as a shell without pipefail cannot tell it.
    const first = line.replace(' |', '; echo "status $?" >&2; } |');
    expect(shell(`{ ${first}`)).toMatchObject({ status: 0, stderr: 'status 0\n' });
  });

  it('waits for a slow reader', () => {
    const all = xenabi(['layout', '--abi', 'all', '--json']);
    expect(shell('xenabi layout --abi all --json | (sleep 0.3; cat)')).toEqual(all);
    expect(all.stdout.length).toBeGreaterThan(1 << 16);
  });

  it.runIf(process.platform === 'linux')('that cannot be written is an error of the system', () => {
    const { status, stderr } = shell('xenabi list > /dev/full');
    expect(status).toBe(3);
    expect(stderr).toMatch(/^xenabi: standard output: ENOSPC.*\n$/);
  });
});

describe('start', () => {
  /** The modules that a run reads before it does anything: imports that are not `import()`. */
  function modules(file: string, seen = new Set<string>()): Set<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, from = ''] of text.matchAll(/^(?:import|export|\}).*? from '(.+)';$/gm)) {
      if (from.startsWith('.')) modules(join(dirname(file), from), seen);
      else seen.add(from);
    }
    return seen;
  }
  const read = (file: string): string[] => [...modules(file)].map((m) => relative(root, m));
  const main = join(root, 'dist/src/cli/main.js');
  const verb = (name: string): string => join(root, 'dist/src/cli', `${name}.js`);

  it('reads the frame alone for --help', () => {
    expect(read(main).filter((m) => /restructure|abi\/|layout\/|codec\//.test(m))).toEqual([]);
    expect(read(main).length).toBeLessThan(15);
  });

  it.each(['layout', 'list', 'explain'])('of %s reads no codec', (name) => {
    expect(read(verb(name)).filter((m) => /restructure|codec\/|generated\//.test(m))).toEqual([]);
  });

  it('of decode reads nothing that prints codecs or runs calls', () => {
    const of = read(verb('decode'));
    expect(
      of.filter((m) => /codec\/print(?!ed)|hypervisor\/|vectors\/|check\/|export\//.test(m)),
    ).toEqual([]);
  });

  it.each(['decode-capture', 'decode-one-call', 'decode-structs'])(
    'of %s reads no generated codec',
    (name) => {
      expect(read(verb(name)).filter((m) => /generated\/|xen-codec/.test(m))).toEqual([]);
    },
  );

  it('takes little longer than that of Node itself', () => {
    // The best of each is compared, and rounds alternate: a busy machine delays the answer, and
    // does not change it.
    const decode = ['decode', '--struct', 'xen_memory_domain', '--abi', 'x86_64', 'f07f'];
    const time = (args: readonly string[]): number => {
      const start = performance.now();
      expect(spawnSync(process.execPath, args, { cwd: root }).status).toBe(0);
      return performance.now() - start;
    };
    for (const args of [['--help'], ['list', 'abis'], decode]) {
      const best = { node: Infinity, xenabi: Infinity };
      for (let round = 0; round < 40 && !(best.xenabi / best.node < 3); round++) {
        best.node = Math.min(best.node, time(['-e', '0']));
        best.xenabi = Math.min(best.xenabi, time(['dist/lib/cli.js', ...args]));
      }
      expect(best.xenabi / best.node, args.join(' ')).toBeLessThan(3);
    }
  });
});
