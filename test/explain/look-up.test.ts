import { expect, it, test } from 'vitest';
import { interfaceNamed } from '../../src/words/interface.js';
import {
  everyReading,
  knownNames,
  nameReadings,
  numberReadings,
} from '../../src/explain/look-up.js';

const AT = interfaceNamed('xen-4.17')!;
const kinds = (n: bigint) => numberReadings(n, AT).map(({ kind }) => kind);

it('a negative number is an errno or nothing', () => {
  expect(kinds(-22n)).toEqual(['errno']);
  expect(kinds(-5000n)).toEqual([]);
});

test.each([
  ['of 64 bits', (1n << 64n) - 22n],
  ['of 32 bits', (1n << 32n) - 22n],
])('a register %s may hold an errno', (_, n) => {
  const errno = numberReadings(n, AT).find(({ kind }) => kind === 'errno');
  expect(errno).toMatchObject({ name: 'EINVAL', value: -22n });
});

it('a command word has the first extent above the command', () => {
  const [command] = numberReadings(0x146n, AT);
  expect(command).toMatchObject({ kind: 'command', name: 'XENMEM_populate_physmap' });
  expect(command!.label).toMatch(/from extent 5 on$/);
  expect(kinds((1n << 64n) + 6n)).not.toContain('command');
});

test.each([
  ['XENMEM_exchange', 'command XENMEM_exchange'],
  ['xenmem_EXCHANGE', 'command XENMEM_exchange'],
  ['exchange', 'command XENMEM_exchange'],
  ['EINVAL', 'errno EINVAL'],
  ['-einval', 'errno EINVAL'],
  ['xen_einval', 'errno EINVAL'],
  ['__HYPERVISOR_memory_op', 'hypercall __HYPERVISOR_memory_op'],
  ['memory_op', 'hypercall __HYPERVISOR_memory_op'],
  ['memory_exchange', 'struct xen_memory_exchange'],
  ['struct xen_memory_exchange', 'struct xen_memory_exchange'],
  ['xen_memory_exchange_t', 'struct xen_memory_exchange'],
  ['xen_domctl_getdomaininfo', 'struct xen_domctl_getdomaininfo'],
  ['domctl', 'struct xen_domctl'],
  ['cpu_user_regs_t', 'struct cpu_user_regs'],
])('%s is found', async (word, found) => {
  expect((await nameReadings(word, AT)).map(({ kind, name }) => `${kind} ${name}`)).toContain(
    found,
  );
});

it('a field is found in each struct that has it', async () => {
  const names = (await nameReadings('nr_exchanged', AT)).map(({ kind, name }) => [kind, name]);
  expect(names).toContainEqual(['field', 'xen_memory_exchange.nr_exchanged']);
});

it('what nothing is called is nothing; known names have their short forms', async () => {
  expect(await nameReadings('no_such_name', AT)).toEqual([]);
  expect(await everyReading('no_such_name', AT)).toEqual([]);
  expect(await knownNames(AT)).toEqual(
    expect.arrayContaining(['XENMEM_exchange', 'exchange', 'xen_domctl']),
  );
});

it('fields of all headers are found where they are asked for', async () => {
  const names = (await everyReading('outstanding_pages', AT)).map(({ name }) => name);
  expect(names).toContain('xen_domctl_getdomaininfo.outstanding_pages');
});
