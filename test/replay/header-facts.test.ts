import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCapture } from '../../src/capture/index.js';
import { grouped } from '../../src/capture/grouped.js';
import { codec } from '../../src/index.js';
import { createReplayer } from '../../src/replay/index.js';
import { root } from '../cli/run.js';

type Facts = Record<string, unknown>;
interface Header extends Facts {
  domain?: Facts;
  domains?: Facts[];
}

const without = (facts: Facts, key: string): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name !== key));

/** A header with each of its facts left out by itself, and with all of them left out. */
function poorer(header: Header): [string, Header][] {
  const domains = header.domains ?? (header.domain ? [header.domain] : []);
  const keys = new Set(domains.flatMap((domain) => Object.keys(domain)));
  const own = [...keys].filter((key) => key !== 'domid');
  const top = ['host', 'domain', 'domains', 'regions', 'frames'].filter((key) => key in header);
  return [
    ...top.map((key): [string, Header] => [key, without(header, key)]),
    ...own.map((key): [string, Header] => [
      `domain.${key}`,
      {
        ...header,
        ...(header.domain && { domain: without(header.domain, key) }),
        ...(header.domains && { domains: header.domains.map((one) => without(one, key)) }),
      },
    ]),
    ['all', top.reduce<Header>(without, header)],
  ];
}

async function differing(header: Header, lines: readonly string[]): Promise<string[]> {
  const text = [JSON.stringify(header), ...lines].join('\n');
  const found: string[] = [];
  let judge: ReturnType<typeof createReplayer> | undefined;
  for await (const { record, entries } of grouped(readCapture([new TextEncoder().encode(text)])))
    if (record.kind === 'capture') judge = createReplayer(record, codec);
    else if (record.kind === 'call') {
      const { verdict, differences } = judge!(record, entries);
      if (verdict === 'differ') found.push(`#${record.index} ${differences[0]?.what}`);
    } else found.push(JSON.stringify(record));
  return found;
}

// A domain whose header did not say that it is the control domain was taken for none, one without
// a mode for a PV guest, and an Arm guest for one that is not directly mapped.
it.each([
  'test/corpus/real-xen-x86_32.jsonl',
  'test/corpus/real-xen-arm64.jsonl',
  'test/corpus/linux-boot-x86_64.jsonl',
  'test/replay/recordings/pvh-dom0-own-x86_64.jsonl',
  'test/replay/recordings/pvh-domU-user-x86_64.jsonl',
])('%s: nothing differs whatever its header leaves out', async (file) => {
  const [first, ...lines] = readFileSync(join(root, file), 'utf8').split('\n');
  const few = lines.slice(0, 150);
  const found: Record<string, string[]> = {};
  for (const [name, header] of poorer(JSON.parse(first!) as Header)) {
    const differences = await differing(header, few);
    if (differences.length > 0) found[name] = differences;
  }
  expect(found).toEqual({});
});
