import { describe, expect, it } from 'vitest';
import { xen_sysctl_cputopoinfo, xen_sysctl_getcpuinfo } from '../../../abi/sysctl.js';
import { warningsOf } from '../../../src/capture/warnings/index.js';
import { codec, createLazyDecoder, type Warning } from '../../../src/index.js';
import { architectures } from '../../../src/layout/index.js';
import type { CompoundType } from '../../../src/schema/index.js';

const AT = 0x1000n;

interface Asked {
  readonly hypercall: number;
  readonly args: readonly bigint[];
  /** Hexadecimal; the rest of 256 bytes is zero. */
  readonly bytes?: string;
  readonly abi?: 'x86_64' | 'arm64';
  readonly interface?: string;
}

async function warned({
  hypercall,
  args,
  bytes = '',
  abi = 'x86_64',
  interface: name = 'xen-4.17',
}: Asked): Promise<Warning[]> {
  const header = { abi, interface: 'xen-4.17', raw: { interface: name } } as const;
  const decode = createLazyDecoder(header, codec);
  const before = new Uint8Array(256);
  before.set(Buffer.from(bytes, 'hex'));
  const { warnings } = await decode({
    kind: 'call',
    index: 0,
    line: 1,
    hypercall,
    args,
    memory: [{ address: AT, before }],
    raw: {},
  });
  return [...warnings];
}

const said = async (asked: Asked): Promise<string[]> =>
  (await warned(asked)).map(({ code, message }) => `${code}: ${message}`);

const le = (value: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes.toString('hex');
};

describe('the interface version of an argument', () => {
  const pause = (version: number, name = 'xen-4.17'): Asked => ({
    hypercall: 36,
    args: [AT],
    bytes: le(3) + le(version),
    interface: name,
  });

  it.each([
    ['xen-4.17', 0x15],
    ['xen-4.13', 0x12],
    ['xen-4.22', 0x18],
  ])('of %s is %i', async (name, version) => {
    expect(await warned(pause(version, name))).toEqual([]);
  });

  it.each([
    [0x17, 'interface_version is 0x17, of Xen 4.19, and the caller’s release is 4.17.7'],
    [
      0x99,
      'interface_version is 0x99, of no release that is known, and the caller’s release is 4.17.7',
    ],
  ])('%i is not that of 4.17', async (version, message) => {
    const [first, ...others] = await warned(pause(version));
    expect(others).toEqual([]);
    expect(first).toEqual({
      code: 'interface-version',
      path: 'interface_version',
      offset: 4,
      address: '0x1000',
      message: message.replace('’', "'"),
    });
  });
});

describe('what a release or an architecture has not', () => {
  it.each<[string, Asked, string]>([
    [
      'a hypercall of another architecture',
      { hypercall: 0, args: [AT], abi: 'arm64' },
      'unknown-hypercall: set_trap_table is no hypercall on arm64',
    ],
    [
      'a number between two operations',
      { hypercall: 32, args: [99n, AT] },
      'unknown-operation: 99 is no operation of event_channel_op; 14 is EVTCHNOP_reset_cont',
    ],
    [
      'an operation that is gone',
      { hypercall: 31, args: [0n, AT], interface: 'xen-4.22' },
      'unknown-hypercall: xenoprof_op is not in Xen 4.22.0: it is there up to 4.21',
    ],
  ])('%s', async (_, asked, message) => {
    expect(await said(asked)).toContain(message);
  });
});

describe('what has to be zero', () => {
  it.each<[string, Asked, string[]]>([
    [
      'a register',
      { hypercall: 17, args: [7n, AT] },
      ['must-be-zero: arg is 0x1000, and XENVER_pagesize wants zero'],
    ],
    ['a register that is', { hypercall: 17, args: [7n, 0n] }, []],
    [
      'a field behind the selected member',
      // secs is 8 bytes from offset 8 on, nsecs 4 bytes, mbz the 4 behind them.
      { hypercall: 7, args: [AT], bytes: le(62) + le(0x03000001) + '00'.repeat(12) + le(5) },
      ['must-be-zero: u.settime64.mbz is 0x5, and XENPF_settime64 wants zero'],
    ],
    [
      'an element of an array',
      // livepatch_op: cmd and pad, a NULL name of no bytes, and the three words behind its length.
      {
        hypercall: 35,
        args: [AT],
        bytes: le(27) + le(0x15) + '00'.repeat(16) + '0000000005000000',
      },
      [
        'must-be-zero: u.livepatch.u.upload.name.pad[1] is 0x5, and XEN_SYSCTL_LIVEPATCH_UPLOAD wants zero',
      ],
    ],
    [
      'a field that a later release uses',
      {
        hypercall: 35,
        args: [AT],
        bytes: le(27) + le(0x16) + le(0) + le(1),
        interface: 'xen-4.22',
      },
      [],
    ],
  ])('%s', async (_, asked, messages) => {
    expect(await said(asked)).toEqual(messages);
  });
});

describe('bits of a flags word that have no name', () => {
  it.each<[string, Asked, string[]]>([
    [
      'in what a call reads',
      // val_a and val_b, sleep_state, flags.
      { hypercall: 7, args: [AT], bytes: le(51) + le(0x03000001) + le(0) + le(3) + le(8) },
      ['unknown-flags: u.enter_acpi_sleep.flags has unknown flag bits 0x8'],
    ],
    [
      'in what it only writes',
      { hypercall: 35, args: [AT], bytes: le(3) + le(0x15) + 'ff'.repeat(128) },
      [],
    ],
  ])('%s', async (_, asked, messages) => {
    expect(await said(asked)).toEqual(messages);
  });
});

describe('a handle that is NULL', () => {
  const codes = (type: CompoundType, value: Record<string, unknown>): string[] => {
    const { encode } = codec(type, architectures.x86_64);
    const bytes = encode(value as never);
    return warningsOf({ type, abi: architectures.x86_64, bytes, value }).map(({ code }) => code);
  };

  it('has no list, whatever its length', () => {
    expect(codes(xen_sysctl_getcpuinfo, { max_cpus: 4, info: 0n, nr_cpus: 0 })).toEqual([
      'handle-null',
    ]);
  });

  it('asks for a number, where it may', () => {
    expect(codes(xen_sysctl_cputopoinfo, { num_cpus: 4, cputopo: 0n })).toEqual([]);
  });
});
