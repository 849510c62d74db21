import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { errno, hypercalls, interfaces, structs } from '../../abi/index.js';
import { inProcess } from './in-process.js';
import { jsonLines, xenabi } from './run.js';

interface Reading {
  word: string;
  kind: string;
  name: string | null;
  value: number | string | null;
  meaning: string;
}

const explain = (...args: string[]): Reading[] => {
  const { status, stdout, stderr } = xenabi(['explain', '--json', ...args]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return jsonLines<Reading>(stdout);
};
const kinds = (...args: string[]): string[] => explain(...args).map(({ kind }) => kind);

describe('a number', () => {
  it('has every meaning that it can have, each with its kind', () => {
    expect(explain('2').map(({ kind, name }) => [kind, name])).toEqual([
      ['command', 'XENMEM_maximum_ram_page'],
      ['mem_flags', null],
      ['errno', 'ENOENT'],
      ['domid', null],
      ['hypercall', '__HYPERVISOR_set_gdt'],
      ['pvclock flags', null],
      ['map space', 'XENMAPSPACE_gmfn'],
      ['paging_op', 'XENMEM_paging_op_prep'],
      ['access', 'XENMEM_access_w'],
      ['fork flags', null],
      ['sharing_op', 'XENMEM_sharing_op_share'],
      ['resource', 'XENMEM_resource_vmtrace_buf'],
      ['e820 type', 'E820_RESERVED'],
    ]);
  });

  it('can be a command word with the first extent above the command', () => {
    const [first] = explain('0x146');
    expect(first).toMatchObject({ kind: 'command', name: 'XENMEM_populate_physmap', value: 326 });
    const { stdout } = xenabi(['explain', '0x146']);
    expect(stdout).toMatch(/^command +XENMEM_populate_physmap \(6\), from extent 5 on: /);
  });

  it('is nothing that it is out of range for', () => {
    expect(kinds('0x7ff6')).toEqual(['mem_flags']);
    expect(kinds('0x100000006')).toEqual(['command']);
    expect(kinds('8')).not.toContain('command');
  });

  it('below zero is an errno alone, also as a register has it', () => {
    for (const word of ['-22', '-0x16', '0xffffffffffffffea', '18446744073709551594'])
      expect(explain(word)).toEqual([
        { word, kind: 'errno', name: 'EINVAL', value: -22, meaning: 'an argument is not valid' },
      ]);
    expect(explain('0xffffffea')).toContainEqual(
      expect.objectContaining({ kind: 'errno', name: 'EINVAL' }),
    );
  });

  it('of a domain may be reserved', () => {
    expect(explain('domid=0x7ff0')).toMatchObject([
      { name: 'DOMID_SELF', value: 0x7ff0, meaning: 'the calling domain' },
    ]);
    expect(explain('domid=7')).toMatchObject([{ name: null, value: 7 }]);
  });

  it('of mem_flags has its parts, and says which bits mean nothing', () => {
    const [word] = explain('mem_flags=0x80030220');
    expect(word!.meaning).toBe(
      'address_bits 32 (below 4 GiB), node 1, ' +
        'XENMEMF_populate_on_demand (pages come when the domain first touches them), ' +
        'XENMEMF_exact_node_request (memory of the given node or none), 0x80000000 means nothing',
    );
    expect(explain('mem_flags=0')[0]!.meaning).toBe('no flag, no limit');
  });

  it('is an order only when it is called one', () => {
    expect(kinds('9')).not.toContain('order');
    for (const words of [['order=9'], ['order', '9'], ['order 9']])
      expect(explain(...words)).toMatchObject([{ kind: 'order', meaning: '512 frames, 2 MiB' }]);
    expect(explain('order=0')[0]!.meaning).toBe('1 frame, 4 KiB');
  });
});

// Each `=` was a call of its own, until there was no room for another.
it('is said of a word of thousands of =, which nothing is called', async () => {
  const { status, stderr } = await inProcess('explain', ['a='.repeat(30_000) + '1']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^xenabi: nothing is called a=a=/);
});

describe('the interface', () => {
  it('decides on 26 and 27, and is named', () => {
    const [modern] = explain('26');
    expect(modern!.name).toBe('XENMEM_get_vnumainfo');
    expect(modern!.meaning).toContain('(xen-4.17; in pin-v4 this is XENMEM_exchange_and_pin)');
    const [pin] = explain('27', '--interface', 'pin-v4');
    expect(pin!.name).toBe('XENMEM_unpin');
    expect(pin!.meaning).toContain(
      '(pin-v4; in xen-4.17 this is XENMEM_reserved_device_memory_map)',
    );
  });

  it('is the other one for a name that only that has', () => {
    expect(explain('exchange_and_pin')[0]!.meaning).toContain('(pin-v4;');
    expect(kinds('exchange', '--interface', 'pin-v4')).toEqual(['command']);
  });
});

it('of an operation is not that of a struct that is called so in another case', () => {
  expect(explain('XEN_DOMCTL_max_mem')).toMatchObject([{ kind: 'operation', value: 11 }]);
  expect(explain('xen_domctl_max_mem')).toMatchObject([{ kind: 'struct' }]);
});

it('of a constant is its number; a bit has its place and its value', () => {
  expect(explain('GTF_readonly')).toMatchObject([{ kind: 'constant', value: 4 }]);
  expect(explain('XENFEAT_dom0').map(({ value }) => value)).toEqual([0x800, 11]);
  const { status, stderr } = xenabi(['explain', 'GTF_readonlx']);
  expect(status).toBe(2);
  expect(stderr).toContain('did you mean GTF_readonly?');
});

describe('a name', () => {
  it.each([
    ['exchange', 'command', 'XENMEM_exchange', 11],
    ['xenmem_EXCHANGE', 'command', 'XENMEM_exchange', 11],
    ['einval', 'errno', 'EINVAL', -22],
    ['-EINVAL', 'errno', 'EINVAL', -22],
    ['XEN_EINVAL', 'errno', 'EINVAL', -22],
    ['EWOULDBLOCK', 'errno', 'EAGAIN', -11],
    ['self', 'domid', 'DOMID_SELF', 0x7ff0],
    ['memory_op', 'hypercall', '__HYPERVISOR_memory_op', 12],
    ['__HYPERVISOR_multicall', 'hypercall', '__HYPERVISOR_multicall', 13],
    ['gmfn_foreign', 'map space', 'XENMAPSPACE_gmfn_foreign', 4],
    ['vnode', 'mem_flags', 'XENMEMF_vnode', 1 << 18],
    ['rx2rw', 'access', 'XENMEM_access_rx2rw', 8],
    ['sharing_op_audit', 'sharing_op', 'XENMEM_sharing_op_audit', 7],
    ['ram', 'e820 type', 'E820_RAM', 1],
    ['xen_memory_exchange', 'struct', 'xen_memory_exchange', null],
    ['xen_memory_exchange_t', 'struct', 'xen_memory_exchange', null],
    ['struct xen_unpin', 'struct', 'xen_unpin', null],
    ['extent_order', 'field', 'xen_memory_reservation.extent_order', null],
  ])('%s is the %s %s', (word, kind, name, value) => {
    expect(explain(word)).toEqual([expect.objectContaining({ word, kind, name, value })]);
  });

  it('of a struct tells its size, its fields and the commands that use it', () => {
    const meaning = (word: string): string => explain(word)[0]!.meaning;
    expect(meaning('xen_memory_exchange')).toBe(
      '11 fields, 44 bytes on x86_32, 72 elsewhere; argument of XENMEM_exchange (xen-4.17)',
    );
    expect(meaning('xen_memory_reservation')).toMatch(
      /; argument of XENMEM_increase_reservation, .*; part of the argument of XENMEM_exchange \(/,
    );
    expect(meaning('e820entry')).toMatch(
      /^3 fields, 20 bytes; list element of XENMEM_memory_map, /,
    );
    expect(meaning('multicall_entry')).toContain('; list element of multicall (xen-4.17)');
    expect(meaning('xencons_interface')).toContain('; no hypercall uses it');
  });

  it('of a struct is one of any header, and of the release that is named', () => {
    const meaning = (...words: string[]): string => explain(...words)[0]!.meaning;
    expect(meaning('xen_domctl_getdomaininfo')).toMatch(
      /bytes.*; member of the argument of XEN_DOMCTL_getdomaininfo; list element of XEN_SYSCTL_getdomaininfolist \(xen-4\.17\)$/,
    );
    expect(meaning('xen_domctl')).toMatch(/; argument of domctl \(/);
    expect(meaning('xen_memory_exchange', '--interface', 'xen-4.20.3')).toContain(
      'argument of XENMEM_exchange (xen-4.20.3)',
    );
    const { status, stderr } = xenabi([
      'explain',
      'xen_hypfs_direntry',
      '--interface',
      'xen-4.13.5',
    ]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'xenabi: xen_hypfs_direntry exists since 4.14, and not in 4.13.5: name another with --interface\n',
    });
  });

  it('of a field of any header is found when nothing else is called so', () => {
    expect(explain('outstanding_pages').map(({ kind, name }) => [kind, name])).toEqual([
      ['field', 'xen_domctl_getdomaininfo.outstanding_pages'],
      ['field', 'xen_sysctl_physinfo.outstanding_pages'],
    ]);
  });

  it('can have several meanings', () => {
    expect(kinds('memory_map')).toEqual(['command', 'struct']);
  });

  it('is known for everything that the headers name', () => {
    const commands = Object.values(interfaces).flat();
    const names = [
      ...commands.map(({ name }) => name),
      ...Object.keys(errno),
      ...Object.keys(hypercalls).map((name) => `__HYPERVISOR_${name}`),
      ...structs.map(({ name }) => name!),
    ];
    expect(new Set(explain(...names).map(({ word }) => word))).toEqual(new Set(names));
  });
});

test('several words have a head each', () => {
  const { stdout } = xenabi(['explain', '-14', 'DOMID_IO']);
  expect(stdout).toMatch(
    /^-14\nerrno {2}EFAULT \(-14\): .*\n\nDOMID_IO\ndomid {2}DOMID_IO \(0x7ff1\): .*\n$/,
  );
});

test('a word that nobody knows keeps no other from being explained', () => {
  const { status, stdout, stderr } = xenabi(['explain', 'nonsense', '-14', 'drivel', 'DOMID_IO']);
  expect(status).toBe(2);
  expect(stdout).toMatch(/^-14\nerrno .*\n\nDOMID_IO\ndomid .*\n$/);
  expect(stderr).toMatch(
    /^xenabi: nothing is called nonsense\nxenabi: nothing is called drivel.*\n$/,
  );
});

test.each([
  [['EINVLA'], 'nothing is called EINVLA; did you mean EINVAL?'],
  [['exchagne'], 'nothing is called exchagne; did you mean exchange'],
  [['0x100000008'], 'nothing is known that 0x100000008 could mean'],
  [['order=99'], 'nothing is known that order=99 could mean'],
  [['errno=9999'], 'nothing is known that errno=9999 could mean'],
  [['99999999999999999999'], 'nothing is known that 99999999999999999999 could mean'],
  [['order'], 'order needs a number, as in order=9'],
  [[], 'explain needs a word: a number or a name'],
  [
    ['1', '--interface', 'linux'],
    'linux is no interface; there are xen-4.13 to xen-4.22, with or without a point release, and pin-v4',
  ],
])('wrong use: %j', (args, message) => {
  const { status, stdout, stderr } = xenabi(['explain', ...args]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`xenabi: ${message}`);
});

// `explain handle-unaligned` said that nothing is called so.
test('the code of each warning is explained, as the documents do', () => {
  const table = /## Warnings of `decode`([^]*?)\n## /.exec(
    readFileSync('docs/contracts.md', 'utf8'),
  )![1]!;
  const rows = [...table.matchAll(/^\| `([a-z-]+)` +\| (.*?) +\|$/gm)];
  expect(rows.length).toBeGreaterThan(15);
  const found = explain(...rows.map(([, code]) => code!)).filter(({ kind }) => kind === 'warning');
  expect(found.map(({ name, meaning }) => [name, meaning])).toEqual(
    rows.map(([, code, meaning]) => [code, meaning!.replaceAll('`', '')]),
  );
});
