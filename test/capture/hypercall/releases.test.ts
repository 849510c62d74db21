import { describe, expect, it } from 'vitest';
import { loadHypercall } from '../../../abi/index.js';
import { callToJson, createLazyDecoder, readCapture } from '../../../src/capture/index.js';
import { codec } from '../../../src/index.js';
import { le } from '../decoding.js';

interface Said {
  operation: string | null;
  argument: { before: Record<string, Record<string, unknown>> } | null;
  lists: { path: string; before: unknown[] }[];
  warnings: string[];
}

/** A call as a release has it: its operation, argument and lists, and the warnings' codes. */
async function said(release: string, call: object): Promise<Said> {
  const lines = [{ kind: 'capture', version: 1, abi: 'x86_64', interface: release }, call];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  let decode: ReturnType<typeof createLazyDecoder> | undefined;
  let found: Said | undefined;
  for await (const record of readCapture([new TextEncoder().encode(text)])) {
    if (record.kind === 'error') throw record.error;
    if (record.kind === 'capture') decode = createLazyDecoder(record, codec);
    if (record.kind === 'call') {
      const decoded = await decode!(record);
      const warnings = decoded.warnings.map(({ code }) => code);
      found = { ...(callToJson(decoded) as unknown as Said), warnings };
    }
  }
  return found!;
}

const A = '0x1000';
/** A domctl or sysctl: its words are of 32 bits. */
const words = (hypercall: number, size: number, ...all: number[]) => ({
  kind: 'call',
  hypercall,
  args: [A],
  memory: [{ address: A, before: le(4, ...all).padEnd(size * 2, '0') }],
});

// The struct of a release that lacks an operation has no member for it: that was an internal error.
describe('an operation of another release', () => {
  it('is named and told, and its member shown where there is one', async () => {
    const call = words(36, 144, 88, 0x17, 1, 0, 9, 1);
    expect(await said('xen-4.20', call)).toMatchObject({
      operation: 'XEN_DOMCTL_gsi_permission',
      argument: { before: { u: { gsi_permission: { gsi: 9, flags: 1 } } } },
      warnings: [],
    });
    const older = await said('xen-4.17', words(36, 144, 88, 0x15, 1, 0, 9, 1));
    expect(older.operation).toBe('XEN_DOMCTL_gsi_permission');
    expect(older.argument!.before).not.toHaveProperty('u');
    expect(older.warnings).toEqual(['unknown-operation']);
  });

  it('may be a step alone', async () => {
    const call = words(35, 136, 12, 0x15, 21, 3, 1, 5, 6, 7);
    expect((await said('xen-4.20', call)).argument!.before['u']!['pm_op']).toMatchObject({
      cmd: 21,
      u: { set_cppc: { minimum: 5, maximum: 6, desired: 7 } },
    });
    const older = await said('xen-4.17', call);
    expect(older.argument!.before['u']!['pm_op']).toMatchObject({ cmd: 21 });
    expect(older.warnings).toEqual(['unknown-operation']);
  });

  it('has its lists', async () => {
    const { argument, lists } = await said('xen-4.20', {
      kind: 'call',
      hypercall: 36,
      args: [A],
      memory: [
        { address: A, before: le(4, 89, 0x17, 1, 0, 2, 0, 0x2000, 0).padEnd(288, '0') },
        { address: '0x2000', before: le(4, 5, 6) },
      ],
    });
    expect(argument!.before['u']!['set_llc_colors']).toMatchObject({ num_llc_colors: 2 });
    expect(lists).toMatchObject([{ path: 'u.set_llc_colors.llc_colors', before: [5, 6] }]);
  });

  it('may be a text in the struct', async () => {
    const { lists } = await said('xen-4.20', {
      kind: 'call',
      hypercall: 17,
      args: ['0xb', A],
      memory: [{ address: A, before: le(4, 4, 0), after: `${le(4, 4)}2d726331` }],
    });
    expect(lists).toMatchObject([{ path: 'buf', after: ['-', 'r', 'c', '1'] }]);
  });
});

it('each operation has a struct that says what its registers do not', async () => {
  const without = [];
  for (const number of [35, 36, 7, 33, 17])
    for (const one of (await loadHypercall(number))!.operations!.operations)
      if ((one.since ?? one.until) && one.argument === undefined && one.member === undefined)
        without.push(one.name);
  expect(without).toEqual([]);
});
