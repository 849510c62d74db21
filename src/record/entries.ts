import { hypercallRegisters } from '../../abi/index.js';
import { type Abi, architectures } from '../layout/index.js';
import { RecordError } from './record-error.js';

/** Symbols of a hypervisor or of a guest's kernel, with their addresses. */
export type Symbols = ReadonlyMap<string, bigint>;

/** How an architecture's functions are called, and how they return (its psABI). */
export interface Convention {
  readonly counter: string;
  readonly stack: string;
  /** Where the return address is; on the stack, where no register has it. */
  readonly link?: string;
  /** Of a C function. */
  readonly arguments: readonly string[];
  readonly result: string;
  /** Bytes of a word. */
  readonly word: 4 | 8;
  /** Callers of the same machine, each with what stands before a hypercall's name in Xen. */
  readonly callers: Readonly<Record<string, string>>;
}

/** By what target descriptions call them. Of i386 no function's arguments are in registers. */
const CONVENTIONS: Readonly<Record<string, Convention>> = {
  'i386:x86-64': {
    counter: 'rip',
    stack: 'rsp',
    arguments: ['rdi', 'rsi', 'rdx', 'rcx', 'r8', 'r9'],
    result: 'rax',
    word: 8,
    callers: { x86_64: 'do', x86_32: 'compat' },
  },
  i386: {
    counter: 'eip',
    stack: 'esp',
    arguments: [],
    result: 'eax',
    word: 4,
    callers: { x86_32: 'do' },
  },
  aarch64: {
    counter: 'pc',
    stack: 'sp',
    link: 'x30',
    arguments: ['x0', 'x1', 'x2', 'x3', 'x4'],
    result: 'x0',
    word: 8,
    callers: { arm64: 'do', arm32: 'do' },
  },
  arm: {
    counter: 'pc',
    stack: 'sp',
    link: 'lr',
    arguments: ['r0', 'r1', 'r2', 'r3'],
    result: 'r0',
    word: 4,
    callers: { arm32: 'do' },
  },
};

/** @throws RecordError for an architecture that Xen does not run on */
export function conventionOf(architecture: string): Convention {
  const convention = Object.hasOwn(CONVENTIONS, architecture)
    ? CONVENTIONS[architecture]
    : undefined;
  if (convention) return convention;
  const known = Object.keys(CONVENTIONS).join(', ');
  throw new RecordError(
    'refused',
    `the target is ${architecture.slice(0, 64)}; hypercalls are known of ${known}`,
  );
}

/** The architecture of a caller where nobody says it: the target's own. */
export const callerOf = ({ callers }: Convention): Abi =>
  architectures[Object.keys(callers)[0] as keyof typeof architectures];

/** Where a hypercall begins. */
export interface Entry {
  readonly hypercall: number;
  readonly symbol: string;
  readonly address: bigint;
  /** Registers that have the arguments there. */
  readonly arguments: readonly string[];
}

/** Bytes between two stubs of Linux's hypercall page. */
const STUB = 32n;

/**
 * The places where hypercalls begin: of Xen the functions `do_memory_op` or, for 32-bit callers of
 * a 64-bit hypervisor, `compat_memory_op`; of a guest's kernel its stubs, where the hypercall's own
 * registers are loaded. Without a symbol a hypercall has none.
 */
export function entriesOf(
  symbols: Symbols,
  hypercalls: Readonly<Record<string, number>>,
  convention: Convention,
  abi: Abi,
): Entry[] {
  const prefix = convention.callers[abi.name];
  if (prefix === undefined) {
    const known = Object.keys(convention.callers).join(', ');
    throw new RecordError('refused', `callers of this target are ${known}, not ${abi.name}`);
  }
  const own = hypercallRegisters[abi.name]?.arguments ?? [];
  const page = symbols.get('hypercall_page');
  return Object.entries(hypercalls).flatMap(([name, hypercall]): Entry[] => {
    const inXen = convention.arguments.length > 0 ? [`${prefix}_${name}`] : [];
    const inGuest = [`xen_hypercall_${name}`, `HYPERVISOR_${name}`];
    const found = [...inXen, ...inGuest].find((symbol) => symbols.has(symbol));
    if (found !== undefined) {
      const isXen = inXen.includes(found);
      const registers = isXen ? convention.arguments : own;
      return [{ hypercall, symbol: found, address: symbols.get(found)!, arguments: registers }];
    }
    return page === undefined
      ? []
      : [
          {
            hypercall,
            symbol: `hypercall_page+${BigInt(hypercall) * STUB}`,
            address: page + BigInt(hypercall) * STUB,
            arguments: own,
          },
        ];
  });
}
