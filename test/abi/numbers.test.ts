import { expect, it } from 'vitest';
import { domid_t, e820_type, errno, hypercalls, phys_map_space, xenmemf } from '../../abi/index.js';
import { namesOf } from '../../src/schema/index.js';

it('has the errors that memory_op returns', () => {
  expect(errno).toMatchObject({
    EPERM: 1,
    ENOENT: 2,
    ESRCH: 3,
    EIO: 5,
    ENXIO: 6,
    E2BIG: 7,
    EAGAIN: 11,
    ENOMEM: 12,
    EACCES: 13,
    EFAULT: 14,
    EBUSY: 16,
    EXDEV: 18,
    ENODEV: 19,
    EINVAL: 22,
    EDOM: 33,
    ERANGE: 34,
    ENOSYS: 38,
    ENODATA: 61,
    EOVERFLOW: 75,
    EILSEQ: 84,
    ERESTART: 85,
    EOPNOTSUPP: 95,
    ENOBUFS: 105,
  });
});

it('gives a number two names only where the header does, the common one first', () => {
  const names = new Map<number, string[]>();
  for (const [name, number] of Object.entries(errno))
    names.set(number, [...(names.get(number) ?? []), name]);
  expect([...names.values()].filter((aliases) => aliases.length > 1)).toEqual([
    ['EAGAIN', 'EWOULDBLOCK'],
    ['EDEADLK', 'EDEADLOCK'],
  ]);
  expect(Object.keys(errno)).toHaveLength(51);
});

it('names the domains that are none, and not domain 0', () => {
  expect(namesOf(domid_t)?.values).toEqual({
    DOMID_SELF: 0x7ff0,
    DOMID_IO: 0x7ff1,
    DOMID_XEN: 0x7ff2,
    DOMID_COW: 0x7ff3,
    DOMID_INVALID: 0x7ff4,
    DOMID_ANY: 0x7ff5,
    DOMID_IDLE: 0x7fff,
  });
});

it('divides mem_flags into an address width, a node and three bits', () => {
  expect(namesOf(xenmemf)).toEqual({
    kind: 'flags',
    values: {
      XENMEMF_populate_on_demand: 0x10000,
      XENMEMF_exact_node_request: 0x20000,
      XENMEMF_vnode: 0x40000,
    },
    parts: {
      address_bits: { shift: 0, width: 8 },
      // The header stores the node plus one, so that 0 is no node.
      node: { shift: 8, width: 8, bias: -1 },
    },
  });
});

it('numbers the map spaces and the kinds of memory', () => {
  expect(Object.values(namesOf(phys_map_space)!.values)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(Object.values(namesOf(e820_type)!.values)).toEqual([1, 2, 3, 4, 5]);
});

it('numbers the hypercalls, 11 and 43 to 47 free', () => {
  expect(hypercalls.memory_op).toBe(12);
  expect(hypercalls.multicall).toBe(13);
  const used = new Set<number>(Object.values(hypercalls));
  expect(used.size).toBe(Object.keys(hypercalls).length);
  const free = Array.from({ length: 56 }, (_, number) => number).filter((n) => !used.has(n));
  expect(free).toEqual([11, 43, 44, 45, 46, 47]);
});
