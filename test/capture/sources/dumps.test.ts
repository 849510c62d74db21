import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../scripts/dumps/judge.js';
import { afterJourneys } from '../../../scripts/dumps/journeys.js';
import type { Dump } from '../../../scripts/dumps/tool.js';

const folder = new URL('dumps/', import.meta.url);
const lines = (file: string): string[] =>
  readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n');

/** What `npm run dumps` made, by tool. */
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => ({
    tool: file.replace('.jsonl', ''),
    dumps: lines(file)
      .slice(1)
      .map((line) => JSON.parse(line) as Dump),
  }));

const total = files.reduce((sum, { dumps }) => sum + dumps.length, 0);
it('there are hundreds of dumps, by many tools', () => {
  expect(files.length).toBeGreaterThan(15);
  expect(total).toBeGreaterThan(1000);
});

describe.each(files)('$tool', ({ tool, dumps }) => {
  // The right bytes at their addresses, or a sentence; never other bytes.
  it('none is misread', () => {
    const misread = dumps.flatMap((dump) => {
      const { verdict, said, got } = judge(dump);
      const name = `${tool}: ${dump.how} of ${dump.of}`;
      return verdict === 'misread' ? [{ name, said, got, ...dump }] : [];
    });
    expect(misread).toEqual([]);
  });

  it('a refusal is one sentence', () => {
    for (const dump of dumps) {
      const { verdict, said } = judge(dump);
      if (verdict === 'refused') expect(said).toMatch(/^line \d+, column \d+: [^\n]+$/);
    }
  });

  // Quoted, fenced, behind a prompt, with lines lost: each dump after some journeys.
  it('none is misread after a journey', () => {
    const misread = dumps.flatMap((dump, number) => {
      const name = `${tool}: ${dump.how} of ${dump.of}`;
      return afterJourneys(dump, number).flatMap((one) =>
        one.verdict === 'misread' ? [{ name, ...one }] : [],
      );
    });
    expect(misread).toEqual([]);
  });
});
