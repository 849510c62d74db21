import { xen_memory_exchange, type XenMemoryExchange } from '../../../abi/index.js';
import { requestOf } from '../state/pages-of-domains.js';
import {
  type Context,
  copyIn,
  copyOutField,
  domainOf,
  error,
  type GuestList,
  guestList,
  mayTarget,
  type Outcome,
} from '../guest/call.js';
import type { Domain } from '../state/domain.js';
import { exchangeChunk } from './exchange-chunk.js';
import { isListOkay } from '../guest/handles.js';
import { isNodeAbsent, isNodeRefused, maxOrder, readFlags } from './limits.js';
import type { Host } from '../state/host.js';
import { checkChanged } from '../state/unknown.js';
import { isTooLong } from '../state/width.js';

/** An exchange that passed the checks. A chunk is the smallest amount that both sides divide. */
export interface Exchange {
  readonly context: Context;
  readonly domain: Domain;
  readonly value: XenMemoryExchange;
  readonly input: GuestList;
  readonly output: GuestList;
  /** Input extents of a chunk, and output extents of one. */
  readonly inChunk: bigint;
  readonly outChunk: bigint;
  /** What each output extent asks for; nothing when none can be had. */
  readonly request: ReturnType<typeof requestOf>;
  /** Whether the new pages are pinned: XENMEM_exchange_and_pin. */
  readonly pin: boolean;
}

/** Whether in and out cannot be of one size. @remarks XSA-31: orders are bounded before shifts. */
function isMismatched(host: Host, { in: from, out: to, nr_exchanged }: XenMemoryExchange): boolean {
  const pages = from.nr_extents << BigInt(from.extent_order);
  return (
    nr_exchanged > from.nr_extents ||
    from.domid !== to.domid ||
    pages !== to.nr_extents << BigInt(to.extent_order) ||
    isTooLong(host, pages)
  );
}

/** Input and output extents of a chunk; the compat layer's shifts are modulo 32 (measured). */
export function chunkSizes({
  in: from,
  out: to,
}: Pick<XenMemoryExchange, 'in' | 'out'>): readonly [bigint, bigint] {
  const delta = to.extent_order - from.extent_order;
  const extents = (order: number): bigint => 1n << BigInt(Math.max(order, 0) & 31);
  return [extents(delta), extents(-delta)];
}

/** Whom and which node the exchange is about: the last checks, native and compat. */
export function refuseTarget(context: Context, value: XenMemoryExchange): Domain | bigint {
  if (isNodeRefused(context, readFlags(value.out.mem_flags))) return error('EINVAL');
  const domain = domainOf(context, value.in.domid);
  if (!domain) return error('ESRCH');
  return mayTarget(context, domain) ? domain : error('EPERM');
}

/** What every output extent of an exchange asks for; nothing when none can be had. */
export function outputRequest(context: Context, { out }: XenMemoryExchange): Exchange['request'] {
  const flags = readFlags(out.mem_flags);
  return isNodeAbsent(flags) ? undefined : requestOf(context, out.extent_order, flags.addressBits);
}

/** XENMEM_exchange of a caller of the hypervisor's own width (memory.c of 4.17, and measured). */
export function exchange(context: Context, { pin }: { readonly pin: boolean }): Outcome {
  if (context.startExtent !== 0n) return error('EINVAL');
  const value = copyIn(context, xen_memory_exchange);
  if (!value) return error('EFAULT');
  const tell = (nr_exchanged: bigint): boolean =>
    copyOutField(context, xen_memory_exchange, 'nr_exchanged', nr_exchanged);
  const end = (result: bigint, nr_exchanged: bigint = value.nr_exchanged): bigint =>
    tell(nr_exchanged) ? result : error('EFAULT');
  const { in: from, out: to, nr_exchanged } = value;
  if (Math.max(from.extent_order, to.extent_order) > maxOrder(context.caller))
    return end(error('EPERM'));
  if (isMismatched(context.host, value)) return end(error('EINVAL'));
  if (nr_exchanged === from.nr_extents) return 0n;
  const [inChunk, outChunk] = chunkSizes(value);
  const input = guestList(context, from.extent_start);
  const output = guestList(context, to.extent_start);
  const first = nr_exchanged / inChunk;
  // XSA-212: the subrange that is really accessed is what is checked.
  if (
    !isListOkay(context, from.extent_start, nr_exchanged, from.nr_extents, input.size) ||
    !isListOkay(context, to.extent_start, first * outChunk, to.nr_extents, output.size)
  )
    return end(error('EFAULT'));
  const domain = refuseTarget(context, value);
  if (typeof domain === 'bigint') return end(domain);
  const request = outputRequest(context, value);
  const work: Exchange = { context, domain, value, input, output, inChunk, outChunk, request, pin };
  const { result, chunks } = exchangeChunks(work, first, from.nr_extents / inChunk);
  if (result === 'preempted') return tell(chunks * inChunk) ? { startExtent: 0n } : error('EFAULT');
  return end(result, chunks * inChunk);
}

/** How far a run of chunks came, and why it ended. */
export interface Progress {
  readonly result: bigint | 'preempted';
  /** Chunks done, counted from the start of the lists. */
  readonly chunks: bigint;
}

/** Chunks one after the other, up to the first that fails or is preempted. */
export function exchangeChunks(work: Exchange, first: bigint, end: bigint): Progress {
  const { context, value, inChunk } = work;
  const pages = inChunk << BigInt(value.in.extent_order);
  for (let chunk = first; chunk < end; chunk++) {
    if (chunk > first && context.choices.preempt?.(chunk * inChunk))
      return { result: 'preempted', chunks: chunk };
    checkChanged(Number((chunk - first + 1n) * pages));
    const result = exchangeChunk(work, chunk);
    // The end of its domain ends a call, and is no error (memory.c).
    if (result === 'dying') return { result: 0n, chunks: chunk };
    if (result !== 0n) return { result, chunks: chunk };
  }
  return { result: 0n, chunks: end };
}
