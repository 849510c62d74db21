import { describe, expect, it } from 'vitest';
import { hypercalls } from '../../abi/index.js';
import { sourceOf } from '../../src/check/index.js';
import { arm64, ppc64, x86_32, x86_64 } from '../../src/layout/index.js';
import {
  checkCode,
  conventionOf,
  createClient,
  entriesOf,
  readSymbols,
} from '../../src/record/index.js';
import { cString, joined, pack, PROGBITS, SYMTAB, writeElf } from '../check/write-elf.js';
import { createStub } from './stub.js';

const text = (of: string) => sourceOf(new TextEncoder().encode(of));
const CODE = Uint8Array.from([0xf3, 0x0f, 0x1e, 0xfa, ...Array.from({ length: 28 }, (_, i) => i)]);
const AT = 0xffff82d040221d80n;

const elf = sourceOf(
  writeElf([
    { name: '.text', bytes: CODE, type: PROGBITS, address: AT },
    {
      name: '.symtab',
      type: SYMTAB,
      link: 3,
      bytes: joined(
        new Uint8Array(24),
        pack([4, 1], [1, 0x12], [1, 0], [2, 1], [8, AT], [8, 32]),
        // Undefined, and of no use.
        pack([4, 14], [1, 0x12], [1, 0], [2, 0], [8, 0], [8, 0]),
        pack([4, 31], [1, 0x12], [1, 0], [2, 1], [8, AT + 8n], [8, 4]),
      ),
    },
    {
      name: '.strtab',
      bytes: joined(
        new Uint8Array(1),
        cString('do_memory_op'),
        cString('compat_memory_op'),
        cString('main'),
      ),
    },
  ]),
);

describe('symbols', () => {
  it('of a map are those of hypercalls', () => {
    const map =
      'ffffffff81001000 T hypercall_page\nffffffff81002000 t do_it_not-\nffff82d040221d80 T do_memory_op\r\n';
    const { symbols } = readSymbols(text(map));
    expect([...symbols.keys()]).toEqual(['hypercall_page', 'do_memory_op']);
  });

  it('of an ELF file come with its code', () => {
    const { symbols, code } = readSymbols(elf);
    expect(symbols).toEqual(new Map([['do_memory_op', AT]]));
    expect(code).toEqual(new Map([[AT, CODE.subarray(0, 16)]]));
  });

  it.each([
    ['ffffffff81000000 T start_kernel\n', /no symbol of a hypercall/],
    ['', /no symbol of a hypercall/],
    ['0000000000000000 T do_memory_op\n', /all addresses are 0/],
  ])('%j are refused', (map, message) => expect(() => readSymbols(text(map))).toThrow(message));
});

describe('entries', () => {
  const x86 = conventionOf('i386:x86-64');
  const one = { memory_op: hypercalls.memory_op };

  it('of Xen have the registers of its functions, of a guest those of the hypercall', () => {
    const inXen = entriesOf(new Map([['do_memory_op', 1n]]), one, x86, x86_64);
    expect(inXen).toMatchObject([{ symbol: 'do_memory_op', address: 1n, hypercall: 12 }]);
    expect(inXen[0]!.arguments[3]).toBe('rcx');
    const inGuest = entriesOf(new Map([['xen_hypercall_memory_op', 1n]]), one, x86, x86_64);
    expect(inGuest[0]!.arguments[3]).toBe('r10');
  });

  it('of a hypercall page are its stubs', () =>
    expect(entriesOf(new Map([['hypercall_page', 0x1000n]]), one, x86, x86_64)).toMatchObject([
      { symbol: 'hypercall_page+384', address: 0x1000n + 384n },
    ]));

  it('of 32-bit callers are the compatibility layer’s', () => {
    const both = new Map([
      ['do_memory_op', 1n],
      ['compat_memory_op', 2n],
    ]);
    expect(entriesOf(both, one, x86, x86_32)).toMatchObject([{ address: 2n }]);
  });

  it('of another machine’s callers there are none', () => {
    expect(() => entriesOf(new Map(), one, x86, arm64)).toThrow(
      'callers of this target are x86_64, x86_32, not arm64',
    );
    expect(() => conventionOf('powerpc:common64')).toThrow(/hypercalls are known of/);
    expect(() => entriesOf(new Map(), one, x86, ppc64)).toThrow(/not ppc64/);
  });
});

describe('the code at an entry', () => {
  const [entry] = entriesOf(
    new Map([['do_memory_op', AT]]),
    { memory_op: 12 },
    conventionOf('i386:x86-64'),
    x86_64,
  );
  const against = async (memory: Record<string, string>) => {
    const stub = createStub({ architecture: '', registers: [], counter: '', steps: [], memory });
    return checkCode(await createClient(stub), readSymbols(elf), entry!);
  };
  const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const at = `0x${AT.toString(16)}`;

  it('is the file’s', async () => expect(await against({ [at]: hexOf(CODE) })).toBe(true));
  // Xen overwrites landing pads that nothing jumps to: the symbols were refused for it.
  it('may lack its landing pad', async () =>
    expect(await against({ [at]: `660f1f00${hexOf(CODE.subarray(4))}` })).toBe(true));
  it('may not be there yet', async () => expect(await against({})).toBeUndefined());
  it('may be another build’s', async () => {
    await expect(against({ [at]: 'cc'.repeat(16) })).rejects.toThrow(
      `the target has other code at do_memory_op (${at}): the symbols are another build's`,
    );
  });
});
