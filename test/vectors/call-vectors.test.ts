import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { errno, type ErrnoName, type InterfaceName, interfaces } from '../../abi/index.js';
import { createReplayer } from '../../src/replay/index.js';
import { codec, createCallDecoder, readCapture } from '../../src/index.js';
import { architectures } from '../../src/layout/index.js';
import { type CallLine, callVectors, modelled, vectorCommands } from '../../src/vectors/index.js';

type On = keyof typeof architectures;
const names = Object.keys(interfaces) as InterfaceName[];

/** What pin-v4 has beside the others, and what its pins change. */
const isOwn = (name: InterfaceName, command: string): boolean =>
  name === 'xen-4.17' || /exchange|unpin/.test(command);

/** Every command on every architecture: enough calls that each case has its turn. */
const all = names.flatMap((name) =>
  vectorCommands(name)
    .filter((command) => isOwn(name, command.name))
    .flatMap((command) =>
      modelled.map((abi) => {
        const options = { count: 110, seed: 5, interface: name };
        const make = (changed: Partial<typeof options> = {}): CallLine[] => [
          ...callVectors(command, architectures[abi as On], { ...options, ...changed }),
        ];
        return { name: command.name, on: abi, interface: name, make };
      }),
    ),
);

const schema = new URL('../../src/capture/capture.schema.json', import.meta.url);
const isCaptureLine = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
);

const labelOf = (line: CallLine): string => line['label'] as string;
const text = (lines: readonly CallLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** What a label promises; nothing for what may give any count or number. */
function promised(label: string): number | undefined {
  const done = /^invalid: .* -> (\d+) done$/.exec(label)?.[1];
  if (done !== undefined) return Number(done);
  const name = /^invalid: .* -> (E\w+)$/.exec(label)?.[1];
  return name === undefined ? undefined : -errno[name as ErrnoName];
}

describe.each(all)('$name on $on ($interface)', ({ make }) => {
  const [header, ...calls] = make();

  test('each call does what its label says', () => {
    for (const call of calls) {
      const result = call['result'] as number;
      const label = labelOf(call);
      if (label.startsWith('invalid: ')) expect(result, label).toBe(promised(label));
      else if (!label.startsWith('setup: ')) {
        expect(label).toMatch(/^(valid|boundary): [^>]+$/);
        expect(result, label).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('every line is one of a capture', () => {
    for (const line of [header, ...calls]) {
      isCaptureLine(line);
      expect(isCaptureLine.errors, JSON.stringify(line)).toBeNull();
    }
  });

  test('all of it is read, decoded and replayed without a difference', async () => {
    let decode: ReturnType<typeof createCallDecoder> | undefined;
    let judge: ReturnType<typeof createReplayer> | undefined;
    let judged = 0;
    for await (const record of readCapture([new TextEncoder().encode(text([header!, ...calls]))])) {
      if (record.kind === 'capture') {
        decode = createCallDecoder(record, codec);
        judge = createReplayer(record, codec);
      } else if (record.kind === 'call') {
        expect(decode!(record).operation).toBeDefined();
        const { verdict, differences, reason } = judge!(record);
        expect({ verdict, differences, reason }, record.label).toMatchObject({ verdict: 'match' });
        judged++;
      } else throw new Error(record.kind);
    }
    expect(judged).toBe(calls.length);
  });

  test('the same seed gives the same text; a longer run begins as a shorter one', () => {
    const short = make({ count: 40 });
    expect(text(short)).toBe(text([header!, ...calls].slice(0, short.length)));
  });

  test('as many calls as were asked for, and those that they need', () => {
    expect(calls.filter((call) => !labelOf(call).startsWith('setup: '))).toHaveLength(110);
  });
});

const find = (name: string, on: string, interfaceName: InterfaceName) =>
  all.find((each) => each.name === name && each.on === on && each.interface === interfaceName)!;
const labelsOf = (lines: readonly CallLine[]): string[] => [
  ...new Set(lines.slice(1).map(labelOf)),
];

test('another seed gives other calls', () => {
  const { make } = find('XENMEM_exchange', 'x86_64', 'xen-4.17');
  expect(text(make({ seed: 6 }))).not.toBe(text(make({ seed: 7 })));
});

test('exchange shows every check and every way to do it', () => {
  const labels = labelsOf(find('XENMEM_exchange', 'x86_64', 'xen-4.17').make()).join('\n');
  for (const what of [
    'valid: equal orders',
    'valid: small extents for large',
    'valid: large extents for small',
    'valid: progress preset',
    'boundary: nr_extents 0',
    'boundary: address_bits',
    'bad frame in the middle of a chunk',
    'output list read-only',
    'NULL',
    'ESRCH',
    'EPERM',
    'ENOMEM',
    'sizes differ',
    'size overflows',
  ])
    expect(labels).toContain(what);
});

test('a 32-bit PV guest has checks of its own, and a translated domain exchanges nothing', () => {
  expect(labelsOf(find('XENMEM_exchange', 'x86_32', 'xen-4.17').make()).join('\n')).toMatch(
    /E2BIG/,
  );
  const arm = labelsOf(find('XENMEM_exchange', 'arm64', 'xen-4.17').make());
  expect(arm.filter((label) => label.startsWith('valid'))).toEqual([]);
  expect(arm.join('\n')).toMatch(/EOPNOTSUPP/);
});

test('pins of a translated domain are told, kept and dropped', () => {
  const labels = labelsOf(find('XENMEM_unpin', 'arm64', 'pin-v4').make());
  expect(labels).toContain('valid: one page of an extent');
  expect(labels).toContain('invalid: a page that is unpinned already -> EINVAL');
});

test('there are none for a guest that is not modelled, nor of a command that is not', () => {
  const [command] = vectorCommands('xen-4.17');
  const options = { count: 1, seed: 0 };
  expect(() => [...callVectors(command!, architectures.riscv64, options)]).toThrow(RangeError);
  const map = interfaces['xen-4.17'].find(({ name }) => name === 'XENMEM_memory_map')!;
  expect(() => [...callVectors(map, architectures.x86_64, options)]).toThrow(RangeError);
});
