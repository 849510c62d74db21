import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/cli/completion-words.js';
import { jsonLines, verbs, xenabi } from './run.js';

const script = (shell: string): string => xenabi(['completion', shell]).stdout;

/** What bash offers for a line whose last word is being typed. */
function offered(line: string): string[] {
  const words = line.split(' ');
  const array = words.map((word) => `'${word}'`).join(' ');
  const text = `${script('bash')}
COMP_WORDS=(${array}); COMP_CWORD=${words.length - 1}
_xenabi
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', text], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

describe('bash', () => {
  test.each([
    ['xenabi dec', ['decode']],
    ['xenabi decode --str', ['--struct', '--strict']],
    ['xenabi decode --abi x86', ['x86_32', 'x86_64']],
    ['xenabi decode --struct xen_memory_e', ['xen_memory_exchange']],
    ['xenabi decode --struct xen_domctl_getd', ['xen_domctl_getdomaininfo']],
    ['xenabi layout xen_sysctl_phys', ['xen_sysctl_physinfo']],
    ['xenabi decode --view ', ['fields', 'bytes']],
    ['xenabi layout xen_memory_m', ['xen_memory_map']],
    ['xenabi export --to r', ['rust']],
    ['xenabi completion f', ['fish']],
    ['xenabi vectors --command ex', ['exchange']],
    ['xenabi run sam', []],
  ])('%s', (line, words) => {
    expect(offered(line)).toEqual(expect.arrayContaining(words));
    if (words.length === 0) expect(offered(line)).toEqual([]);
    for (const word of offered(line)) expect(word).toContain(line.split(' ').at(-1)!);
  });

  test('offers every verb, and every option that a verb has', () => {
    expect(offered('xenabi ')).toEqual(expect.arrayContaining([...verbs()]));
    for (const verb of verbs()) {
      const options = [...xenabi([verb, '--help']).stdout.matchAll(/^ {2}(--[\w-]+)/gm)];
      expect(offered(`xenabi ${verb} -`).toSorted()).toEqual(
        options.map(([, name]) => name).toSorted(),
      );
    }
  });
});

describe.each(['zsh', 'fish'])('%s', (shell) => {
  test('has every verb and option', () => {
    const text = script(shell);
    for (const { name, options } of jsonLines<{ name: string; options: { name: string }[] }>(
      xenabi(['completion', shell, '--json']).stdout,
    )) {
      expect(text).toContain(name);
      for (const option of options)
        expect(text).toContain(shell === 'fish' ? `-l ${option.name}` : `--${option.name}`);
    }
  });

  /** Not everywhere. */
  const isThere = spawnSync(shell, ['--version']).status === 0;
  test.skipIf(!isThere)('reads the script', () => {
    const folder = mkdtempSync(join(tmpdir(), 'completion-'));
    writeFileSync(join(folder, 'script'), script(shell));
    const { status, stderr } = spawnSync(shell, ['-n', join(folder, 'script')], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

test.each([
  ['hex (the default), raw, or c: an initialiser of bytes', ['hex', 'raw', 'c']],
  ['xen-4.17 (the default) or pin-v4', []],
  ['fields (the default), or bytes with field boundaries', ['fields', 'bytes']],
  ['bytes to skip before the first struct', []],
  ['where to write them; standard output unless said', []],
])('the words in "%s"', (meaning, words) => {
  expect(wordsIn(meaning)).toEqual(words);
});

test.each([
  [[], 'completion needs a shell: bash, zsh, fish'],
  [['tcsh'], 'tcsh is no shell that is known; there are bash, zsh, fish'],
  [['bash', 'zsh'], 'completion takes one shell, and zsh is another'],
])('%j is a wrong use', (args, sentence) => {
  expect(xenabi(['completion', ...args])).toEqual({
    status: 2,
    stdout: '',
    stderr: `xenabi: ${sentence}\n`,
  });
});
