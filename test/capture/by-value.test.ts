import { describe, expect, it } from 'vitest';
import {
  at,
  call,
  decodeAll,
  header,
  le,
  linesOf,
  reservation,
  reservation32,
} from './decoding.js';

const A = '0x1000';

describe('fragments by value', () => {
  const value = {
    extent_start: '0x2000',
    nr_extents: 2,
    extent_order: 0,
    mem_flags: 0,
    domid: '0x7ff0',
  };

  it.each([
    ['x86_64', reservation(0x2000, 2), le(8, 5, 6)],
    ['x86_32', reservation32(0x2000, 2), le(4, 5, 6)],
  ])('are the bytes that the value has on %s', async (abi, struct, list) => {
    const [byValue] = await linesOf([
      header(abi),
      call(
        ['0x6', A],
        [
          { address: A, struct: 'xen_memory_reservation', value },
          { address: '0x2000', list: 'xen_pfn_t', values: ['0x5', 6] },
        ],
      ),
    ]);
    const [byBytes] = await linesOf([
      header(abi),
      call(['0x6', A], [at(A, struct), at('0x2000', list)]),
    ]);
    expect(byValue).toEqual(byBytes);
  });

  it('may have an after, in bytes', async () => {
    const [line] = await linesOf([
      header(),
      call(
        ['0x6', A],
        [
          { address: A, struct: 'xen_memory_reservation', value },
          { address: '0x2000', list: 'xen_pfn_t', values: [5, 6], after: le(8, 7, 8) },
        ],
      ),
    ]);
    expect(line!.lists[0]).toMatchObject({ before: ['0x5', '0x6'], after: ['0x7', '0x8'] });
  });

  it.each([
    ['xen_ulong_t', [1], 8],
    ['domid_t', [1, 2, 3], 6],
    ['uint64_aligned_t', ['1'], 8],
    ['uint8_t', [1, 255], 2],
    ['int', [-22, 0], 8],
    ['unsigned int', [1], 4],
    ['uint64_t', ['18446744073709551615'], 8],
    ['xenmem_access_t', [1], 1],
    ['e820entry', [{ addr: 0, size: '0x1000', type: 1 }], 20],
    ['xen_pfn_t', [], 0],
  ])('lists of %s', async (list, values, size) => {
    const bytes = await linesOf([
      header(),
      // Read back as the bytes of a page: paging_op's buffer is 4096 of them.
      call(
        ['0x14', A],
        [
          {
            address: A,
            struct: 'xen_mem_paging_op',
            value: { op: 2, domain: 1, buffer: 0x3000, gfn: 5 },
          },
          { address: '0x3000', list, values },
        ],
      ),
    ]);
    expect(bytes[0]!.lists[0]!.before ?? []).toHaveLength(size);
  });

  it('may be structs and scalars of any header, as the release has them', async () => {
    const fragment = (struct: string, value: object) =>
      call(['0x0', A], [{ address: A, struct, value }], { hypercall: 20 });
    const release = (name: string) => ({ ...header(), interface: name });
    const { calls, errors } = await decodeAll([
      release('xen-4.17'),
      fragment('gnttab_unmap_grant_ref', { host_addr: 1, dev_bus_addr: 2, handle: 3, status: 4 }),
      call(['0x0'], [{ address: A, list: 'evtchn_port_t', values: [5, 6] }]),
      { kind: 'struct', struct: 'xen_hypfs_direntry', abi: 'x86_64', bytes: '00'.repeat(16) },
      release('xen-4.13'),
      { kind: 'struct', struct: 'xen_hypfs_direntry', abi: 'x86_64', bytes: '00'.repeat(16) },
    ]);
    expect(calls.map(({ call: { memory } }) => memory[0]!.before.length)).toEqual([24, 8]);
    expect(errors.map(({ error }) => error.message)).toEqual([
      'line 6, struct: xen_hypfs_direntry exists since 4.14, and not in 4.13.5',
    ]);
  });

  it.each([
    [{ list: 'xen_pfn_t', values: 5 }, 'memory[0].values: is no array'],
    [{ list: 'xen_pfn_t' }, 'memory[0].values: is no array'],
    [{ list: 'xen_pfn', values: [] }, 'memory[0]: "xen_pfn" is no struct and no scalar'],
    [{ list: 'constructor', values: [] }, 'memory[0]: "constructor" is no struct and no scalar'],
    [{ struct: {}, value: {} }, 'memory[0]: an object is no struct and no scalar'],
    [{ struct: 'xen_memory_domain' }, 'memory[0].value: is missing'],
    [{}, 'memory[0]: has no before, and neither struct nor list'],
    [
      { struct: 'xen_memory_domain', value: { domid: 65536 } },
      'memory[0].value.domid: xen_memory_domain.domid (x86_64) at offset 0: expected an integer from 0 to 65535',
    ],
    [
      { list: 'xen_pfn_t', values: [1, '0x10000000000000000'] },
      'memory[0].values[1]: xen_pfn_t[2]',
    ],
    [
      { struct: 'xen_memory_domain', value: { domid: 1 }, after: 'ff' },
      'memory[0].after: has 1 byte, and before has 2',
    ],
  ])('are refused: %j', async (fragment, message) => {
    const { errors } = await decodeAll([header(), call(['0x3', A], [{ address: A, ...fragment }])]);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.error.message).toContain(`line 2, ${message}`);
  });

  it('may be long: 100,000 frames', async () => {
    const values = Array.from({ length: 1e5 }, (_, i) => i);
    const [line] = await linesOf([
      header(),
      call(
        ['0x6', A],
        [at(A, reservation(0x2000, 1e5)), { address: '0x2000', list: 'xen_pfn_t', values }],
      ),
    ]);
    expect(line!.lists[0]!.before!.at(-1)).toBe('0x1869f');
  });
});
