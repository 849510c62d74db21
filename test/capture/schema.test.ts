import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { interfaceMeaning, interfaces, lastPoints } from '../../abi/index.js';
import { architectures } from '../../src/index.js';
import { at, call, decodeAll, header, le, reservation } from './decoding.js';

const schema = JSON.parse(
  readFileSync(new URL('../../src/capture/capture.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown> & { $defs: Record<string, Record<string, unknown>> };
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const check = ajv.compile(schema);

const errorsOf = (line: unknown): string =>
  check(line) ? '' : ajv.errorsText(check.errors, { separator: '\n' });

describe('every line of', () => {
  it.each([
    'real-xen-x86_64',
    'real-xen-x86_32',
    'real-xen-arm64',
    'linux-boot-x86_64',
    'exchange',
  ])('%s is one', (name) => {
    const text = readFileSync(new URL(`../corpus/${name}.jsonl`, import.meta.url), 'utf8');
    const lines = text.trim().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const [i, line] of lines.entries())
      expect(errorsOf(JSON.parse(line)), `line ${i + 1}`).toBe('');
  });
});

const A = '0x1000';
const vector = { kind: 'struct', struct: 'xen_memory_domain', abi: 'arm32', bytes: '0100' };
const domain = { struct: 'xen_memory_domain', value: { domid: 1 } };

const GOOD: readonly object[] = [
  { kind: 'call', hypercall: 'memory_op', args: ['XENMEM_exchange', A] },
  { kind: 'call', hypercall: 12, args: ['XENMEM_populate_physmap+0x5', A], result: '-EINVAL' },
  { kind: 'call', hypercall: '12', args: ['populate_physmap + 5'], result: '-22 EINVAL' },
  header(),
  header('ppc64', { interface: 'pin-v4', source: '', note: [1] }),
  header('x86_64', {
    interface: null,
    source: null,
    host: null,
    domain: null,
    domains: null,
    regions: null,
    frames: null,
  }),
  header('x86_64', {
    domain: { domid: 0, mode: 'pv', privileged: true, totPages: 65536, maxPages: null, later: 1 },
  }),
  header('arm64', {
    domains: [{ domid: 0 }, { domid: 1, mode: 'translated', directMapped: true, maxGpfn: 5 }],
  }),
  header('x86_64', {
    regions: [
      { start: '0xffffffff80000000', end: '0x10000000000000000', access: 'ro' },
      { start: '0x0', end: '0x1' },
    ],
  }),
  header('x86_64', { frames: [{ mfn: '0x38000', count: 16384, pfn: '0x901f', mapped: false }] }),
  header('arm64', {
    frames: [
      { gfn: '0x60000', count: 1 },
      { gfn: '0x0', count: 1, mfn: null },
    ],
  }),
  call([]),
  call(['0xb', '0xffffffff80401000'], [], { label: 'a', result: -22, domid: 5, parent: 0 }),
  call(['0x2'], [], { result: '9007199254740993', observed: null, other: {} }),
  call(['0x6', A], [at(A, reservation(0x2000, 1), reservation(0x2000, 1)), at('0x2000', le(8, 1))]),
  call(
    ['0x6', A],
    [
      { address: A, ...domain },
      { address: A, list: 'int', values: [], after: '' },
    ],
  ),
  call(['0x6', A], [{ address: A, before: '', after: null, struct: null }]),
  call(['0x2'], [], {
    observed: {
      totPages: [1, 2],
      m2p: { before: [['0x1', '0x2']], after: [['0x1', null]] },
      registerAfter: '0x41',
      entries: [['0x1', 12]],
      console: ['d0v0'],
    },
  }),
  vector,
  { ...vector, value: { domid: 1 }, error: null },
  { ...vector, bytes: '01', error: { code: 'length', path: [], offset: 0 } },
];

/** Each with the path of what is wrong. */
const BAD: readonly (readonly [unknown, string])[] = [
  [5, ''],
  [{}, ''],
  [{ kind: 'cal' }, '/kind'],
  [{ kind: 'capture', abi: 'x86_64' }, ''],
  [header('amd64'), '/abi'],
  [header('x86_64', { version: 2 }), '/version'],
  [header('x86_64', { interface: 'xen-4.4' }), '/interface'],
  [header('x86_64', { domain: { domid: 65536 } }), '/domain/domid'],
  [header('x86_64', { domain: { mode: 'hvm' } }), '/domain/mode'],
  [header('x86_64', { domain: {}, domains: [] }), ''],
  [header('x86_64', { regions: [{ start: '0x0', end: '0x10000000000000001' }] }), '/regions/0/end'],
  [header('x86_64', { regions: [{ start: '0x0' }] }), '/regions/0'],
  [header('x86_64', { frames: [{ count: 1 }] }), '/frames/0'],
  [header('x86_64', { frames: [{ mfn: '0x1' }] }), '/frames/0'],
  [{ kind: 'call', hypercall: 12 }, ''],
  [{ kind: 'call', args: [] }, ''],
  [{ ...call([]), hypercall: -1 }, '/hypercall'],
  [call(['11']), '/args/0'],
  [call(['0x10000000000000000']), '/args/0'],
  [call([], [], { result: 1.5 }), '/result'],
  [call([], [], { result: 'ok' }), '/result'],
  [call([], [{ before: '00' }]), '/memory/0'],
  [call([], [at(A, '0')]), '/memory/0/before'],
  [call([], [at(A, 'FF')]), '/memory/0/before'],
  [call([], [at('4096', '')]), '/memory/0/address'],
  [call([], [{ address: A }]), '/memory/0'],
  [call([], [{ address: A, struct: 'x' }]), '/memory/0'],
  [call([], [{ address: A, list: 'x', values: {} }]), '/memory/0/values'],
  [call([], [], { observed: { totPages: [1] } }), '/observed/totPages'],
  [call([], [], { observed: { entries: [[1, 1]] } }), '/observed/entries/0/0'],
  [{ ...vector, bytes: undefined }, ''],
  [{ ...vector, value: 1, error: { code: 'length', path: '', offset: 0 } }, ''],
  [{ ...vector, error: { code: 'oops', path: '', offset: 0 } }, '/error/code'],
];

it.each(GOOD.map((line) => [JSON.stringify(line), line] as const))('%s', async (_, line) => {
  expect(errorsOf(JSON.parse(JSON.stringify(line)))).toBe('');
  // The reader takes what the schema takes.
  const before = 'args' in line ? [header()] : [];
  const { errors } = await decodeAll([...before, line]);
  expect(errors).toEqual([]);
});

it.each(BAD.map(([line, path]) => [JSON.stringify(line), line, path] as const))(
  'not %s',
  (_, line, path) => {
    const errors = errorsOf(JSON.parse(JSON.stringify(line)));
    expect(errors).not.toBe('');
    expect(check.errors!.map(({ instancePath }) => instancePath)).toContain(path);
  },
);

it('names the architectures, interfaces and keys that the reader knows', () => {
  const { abi, header, call } = schema.$defs;
  expect(abi!['enum']).toEqual(Object.keys(architectures));
  const { interface: names } = header!['properties'] as {
    interface: { anyOf: [unknown, { pattern: string }] };
  };
  const pattern = new RegExp(names.anyOf[1].pattern);
  for (const name of Object.keys(interfaces)) expect(name).toMatch(pattern);
  for (const minor of Object.keys(lastPoints))
    expect([`xen-4.${minor}`, `xen-4.${minor}.1`].every((name) => pattern.test(name))).toBe(true);
  for (const wrong of ['xen-4.12', 'xen-4.23', 'xen-4.17.', 'xen-4', 'pin'])
    expect(interfaceMeaning(wrong) ?? pattern.test(wrong)).toBe(false);
  expect(Object.keys(call!['properties'] as object)).toEqual([
    'kind',
    'label',
    'hypercall',
    'args',
    'memory',
    'result',
    'domid',
    'parent',
    'observed',
  ]);
});
