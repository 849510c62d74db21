import { describe, expect, it, test } from 'vitest';
import { interfaces, structs } from '../../abi/index.js';
import { architectures } from '../../src/layout/index.js';
import { jsonLines, xenabi } from './run.js';

interface Line {
  kind: string;
  name: string;
  number?: number;
}

const list = (...args: string[]): string => {
  const { status, stdout, stderr } = xenabi(['list', ...args]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
};
const rows = (...args: string[]): string[] =>
  list(...args)
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' ').trim());

describe('list structs', () => {
  it('has the sizes on each architecture and the header', () => {
    const lines = rows('structs');
    expect(lines[0]).toBe('struct or union x86_32 x86_64 arm32 arm64 riscv64 ppc64 header');
    expect(lines).toContain('struct xen_memory_exchange 44 72 72 72 72 72 memory.h');
    expect(lines).toContain('struct multicall_entry 32 64 64 64 64 64 xen.h');
    expect(lines).toContain('struct physdev_pci_device 4 4 4 4 4 4 physdev.h');
    expect(lines).toContain('struct xen_unpin 20 32 32 32 32 32 in no public header');
    expect(lines.find((line) => line.startsWith('struct shared_info '))).toMatch(
      /^struct shared_info 2344 3136 1088 1088 - - /,
    );
    expect(lines).toContain('struct xen_domctl 144 144 144 144 - - domctl.h');
    expect(lines.length).toBeGreaterThan(620);
  });

  it('has the same in JSON', () => {
    const abis = Object.keys(architectures);
    const lines = jsonLines<Line>(list('structs', '--json'));
    const names = lines.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(structs.map(({ name }) => name!)));
    expect(lines.find(({ name }) => name === 'xen_pod_target')).toEqual({
      kind: 'struct',
      name: 'xen_pod_target',
      header: 'memory.h',
      sizes: { x86_32: 36, x86_64: 40, arm32: 40, arm64: 40, riscv64: 40, ppc64: 40 },
      abis,
    });
    expect(lines.find(({ name }) => name === 'e820entry')).toMatchObject({ header: null });
  });
});

describe('list commands', () => {
  it('has number, name, argument and meaning', () => {
    const lines = rows('commands');
    expect(lines).toContain(
      '11 XENMEM_exchange xen_memory_exchange exchanges pages for others, contiguous or below an address',
    );
    expect(
      lines.find((line) => line.startsWith('2 XENMEM_maximum_ram_page (none) ')),
    ).toBeDefined();
    expect(lines.find((line) => line.startsWith('26 '))).toContain('XENMEM_get_vnumainfo');
  });

  it('follows --interface', () => {
    expect(
      rows('commands', '--interface', 'pin-v4').find((line) => line.startsWith('27 ')),
    ).toContain('XENMEM_unpin xen_unpin');
  });

  it('is in the order of the numbers', () => {
    const lines = jsonLines<Line>(list('commands', '--json'));
    const numbers = interfaces['xen-4.17'].map(({ number }) => number);
    expect(lines.map(({ number }) => number)).toEqual(numbers.toSorted((a, b) => a - b));
    expect(lines.find(({ number }) => number === 7)).toMatchObject({
      kind: 'command',
      interface: 'xen-4.17',
      name: 'XENMEM_add_to_physmap',
      argument: 'xen_add_to_physmap',
      lists: {},
    });
  });
});

test('list abis has the sizes that differ', () => {
  const lines = rows('abis');
  expect(lines).toContain('x86_32 4 4 8, align 4 4, align 4 4, align 4 8, align 8');
  expect(lines).toContain('arm32 4 4 8, align 8 8, align 8 8, align 8 8, align 8');
  const [line] = jsonLines<Line>(list('abis', '--json'));
  expect(line).toMatchObject({
    kind: 'abi',
    name: 'x86_32',
    types: { uint64_t: { size: 8, align: 4 } },
  });
});

test('without an operand all are listed', () => {
  const kinds = jsonLines<Line>(list('--json')).map(({ kind }) => kind);
  expect([...new Set(kinds)]).toEqual(['struct', 'hypercall', 'command', 'abi', 'source']);
  expect(list()).toBe(
    ['structs', 'hypercalls', 'commands', 'abis', 'sources'].map((of) => list(of)).join('\n'),
  );
});

test.each([
  [['struct'], 'struct is no list; did you mean structs?'],
  [['foo'], 'foo is no list; there are structs, hypercalls, commands, abis, sources'],
  [['--interface', 'pin-v5'], 'pin-v5 is no interface; did you mean pin-v4?'],
])('wrong use: %j', (args, message) => {
  expect(xenabi(['list', ...args])).toEqual({
    status: 2,
    stdout: '',
    stderr: `xenabi: ${message}\n`,
  });
});
