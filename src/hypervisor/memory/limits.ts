import { type Context, isX86 } from '../guest/call.js';
import { type Domain, isControlDomain } from '../state/domain.js';

/** xen/config.h: no order is above this on any architecture. */
export const MAX_ORDER = 18;
/** The largest unsigned long; as a page number none: M2P entries of it are invalid. */
export const ULONG_MAX = (1n << 64n) - 1n;
/** Commands count extents in the bits above the command: UINT_MAX >> 6. */
export const MAX_EXTENTS = 0x3ffffffn;

/** The largest order that a caller may ask for (memory.c; docs: memop-max-order). */
export const maxOrder = (caller: Domain): number => (isControlDomain(caller) ? MAX_ORDER : 9);

/** Bits of the highest machine address: a wider limit is none. */
export function hostWidth({ host }: Context): number | undefined {
  return host.maxPage === undefined ? undefined : (host.maxPage - 1n).toString(2).length + 12;
}

export interface MemoryFlags {
  /** 0 for no limit. */
  readonly addressBits: number;
  /** Nothing when none was given. */
  readonly node: number | undefined;
  readonly isExact: boolean;
  readonly isVirtualNode: boolean;
  readonly isOnDemand: boolean;
}

/** memory.h: address bits 7..0, node plus one 15..8, then bits 16 to 18. */
export function readFlags(word: number): MemoryFlags {
  const node = (word >> 8) & 0xff;
  return {
    addressBits: word & 0xff,
    node: node === 0 ? undefined : node - 1,
    isOnDemand: (word & (1 << 16)) !== 0,
    isExact: (word & (1 << 17)) !== 0,
    isVirtualNode: (word & (1 << 18)) !== 0,
  };
}

/** XSA-30: nobody marks its own memory populate-on-demand. */
export const isOnDemandRefused = ({ caller }: Context, target: Domain): boolean =>
  target === caller;

/** How many NUMA nodes the hypervisor was built for (x86: 64, Arm: 1), and the host has one. */
const maxNodes = (context: Context): number => (isX86(context) ? 64 : 1);

/** XSA-231: a node that cannot be, or one demanded by a domain that may not. */
export function isNodeRefused(context: Context, { node, isExact }: MemoryFlags): boolean {
  if (node === undefined) return false;
  return isControlDomain(context.caller) ? node >= maxNodes(context) : isExact;
}

/** A demand for a node that the host lacks: an allocation that always fails. */
export const isNodeAbsent = ({ node, isExact }: MemoryFlags): boolean =>
  isExact && node !== undefined && node > 0;
