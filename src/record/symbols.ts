import { bytesAtAddress, isElf, type ObjectSource, readElf, symbolsOf } from '../check/index.js';
import type { Client } from './client.js';
import type { Entry, Symbols } from './entries.js';
import { readMemory } from './memory.js';
import { RecordError } from './record-error.js';

/** Symbols, and by address the first bytes of the code that the file has there. */
export interface SymbolFile {
  readonly symbols: Symbols;
  readonly code: ReadonlyMap<bigint, Uint8Array>;
}

/** Bytes of code that are compared. */
const LENGTH = 16;

const isWanted = (name: string): boolean =>
  /^(?:(?:do|compat|xen_hypercall|HYPERVISOR)_\w+|hypercall_page)$/.test(name);

/** `ffffffff81000000 T do_memory_op`, as System.map, /proc/kallsyms and nm write it. */
function symbolsIn(text: string): Symbols {
  const symbols = new Map<string, bigint>();
  for (const [, address, name] of text.matchAll(/^([\da-f]{8,16}) [A-Za-z] (\S+)/gm))
    if (isWanted(name!)) symbols.set(name!, BigInt(`0x${address}`));
  return symbols;
}

/**
 * The symbols of a System.map, or of an ELF file: a vmlinux, xen-syms.
 * @throws RecordError where it names no hypercall. @throws ObjectError for a broken ELF file
 */
export function readSymbols(source: ObjectSource): SymbolFile {
  const elf = isElf(source.read(0, Math.min(source.size, 16))) ? readElf(source) : undefined;
  const symbols = elf
    ? symbolsOf(elf, isWanted)
    : symbolsIn(new TextDecoder().decode(source.read(0, source.size)));
  if (symbols.size === 0)
    throw new RecordError('symbols', 'no symbol of a hypercall (do_memory_op, hypercall_page …)');
  const addresses = new Set(symbols.values());
  if (addresses.size === 1 && addresses.has(0n))
    throw new RecordError('symbols', 'all addresses are 0: the file was read without the right to');
  const code = new Map<bigint, Uint8Array>();
  for (const address of addresses) {
    const bytes = elf && bytesAtAddress(elf, address, LENGTH);
    if (bytes) code.set(address, bytes);
  }
  return { symbols, code };
}

const ENDBR64 = [0xf3, 0x0f, 0x1e, 0xfa];

/**
 * Whether the target has the code that the file has at an entry; nothing where the file has none,
 * or nothing can be read there yet.
 * @throws RecordError where it is another's
 */
export async function checkCode(
  client: Client,
  { code }: SymbolFile,
  { symbol, address }: Entry,
): Promise<boolean | undefined> {
  const expected = code.get(address);
  const actual = expected && (await readMemory(client, address, LENGTH));
  if (!actual || actual.length < LENGTH) return undefined;
  // A hypervisor takes out landing pads that nobody jumps to, when it boots.
  const from = ENDBR64.every((byte, i) => expected[i] === byte) ? ENDBR64.length : 0;
  if (actual.subarray(from).every((byte, i) => byte === expected[from + i])) return true;
  const where = `${symbol} (0x${address.toString(16)})`;
  throw new RecordError(
    'symbols',
    `the target has other code at ${where}: the symbols are another build's`,
  );
}
