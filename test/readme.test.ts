import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Every `$` line of the documents' console blocks prints what they say; UPDATE=1 writes it there. */

const root = fileURLToPath(new URL('..', import.meta.url));
const documents = [
  'README.md',
  ...readdirSync(`${root}docs`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const BLOCK = /```console\n([\s\S]*?)```/g;

function output(command: string): string {
  const xenabi = `xenabi() { "${process.execPath}" dist/lib/cli.js "$@"; }`;
  return execFileSync('bash', ['-c', `${xenabi}\n${command}`], { cwd: root, encoding: 'utf8' });
}

const commandsOf = (block: string): string[] =>
  block.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));

const printed = (block: string): string =>
  commandsOf(block)
    .map((command) => `$ ${command}\n${output(command)}`)
    .join('');

function update(document: string, text: string): string {
  const updated = text.replaceAll(
    BLOCK,
    (_, block: string) => `\`\`\`console\n${printed(block)}\`\`\``,
  );
  writeFileSync(root + document, updated);
  return updated;
}

const blocks = documents.flatMap((document) => {
  const written = readFileSync(root + document, 'utf8');
  const text = process.env['UPDATE'] === '1' ? update(document, written) : written;
  return [...text.matchAll(BLOCK)].map(([, block = '']) => ({
    title: `${document}: ${commandsOf(block).join('; ')}`,
    block,
  }));
});

test.each(blocks)('$title', ({ block }) => {
  expect(printed(block)).toBe(block);
});

test('README has at most 300 lines', () => {
  expect(readFileSync(`${root}README.md`, 'utf8').split('\n').length).toBeLessThanOrEqual(301);
});

test.each(documents)('%s links to files that exist', (document) => {
  const text = readFileSync(root + document, 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g))
    expect(existsSync(join(root, dirname(document), target)), target).toBe(true);
});
