import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Every `$` line of README's console blocks prints what README says; UPDATE=1 writes it there. */

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = `${root}README.md`;
const BLOCK = /```console\n([\s\S]*?)```/g;

function output(command: string): string {
  const xenabi = `xenabi() { "${process.execPath}" dist/src/cli/main.js "$@"; }`;
  return execFileSync('bash', ['-c', `${xenabi}\n${command}`], { cwd: root, encoding: 'utf8' });
}

const commandsOf = (block: string): string[] =>
  block.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));

const printed = (block: string): string =>
  commandsOf(block)
    .map((command) => `$ ${command}\n${output(command)}`)
    .join('');

function update(text: string): string {
  const updated = text.replaceAll(
    BLOCK,
    (_, block: string) => `\`\`\`console\n${printed(block)}\`\`\``,
  );
  writeFileSync(readme, updated);
  return updated;
}

const written = readFileSync(readme, 'utf8');
const text = process.env['UPDATE'] === '1' ? update(written) : written;

test.each([...text.matchAll(BLOCK)].map(([, block = '']) => [commandsOf(block).join('; '), block]))(
  'README: %s',
  (_, block) => {
    expect(printed(block)).toBe(block);
  },
);
