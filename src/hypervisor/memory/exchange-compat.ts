import { xen_memory_exchange, type XenMemoryExchange } from '../../../abi/index.js';
import {
  type Context,
  copyIn,
  copyOutField,
  error,
  type GuestList,
  guestList,
  type Outcome,
} from '../guest/call.js';
import {
  chunkSizes,
  exchangeChunks,
  outputRequest,
  type Progress,
  refuseTarget,
} from './exchange.js';
import { isListOkay } from '../guest/handles.js';
import { maxOrder } from './limits.js';

/** Bytes of the area through which the compat layer hands lists on, after the struct itself. */
const AREA = 8192n - 72n;
const UINT_MAX = 0xffffffffn;

const shift = (order: number): bigint => BigInt(order & 31);
const shifted = (extents: bigint, order: number): bigint =>
  BigInt.asUintN(32, extents << shift(order));

/** What the compat layer checks before it looks at lists; shifts are modulo 32 (measured). */
function isRefused(value: XenMemoryExchange): boolean {
  const { in: from, out: to, nr_exchanged } = value;
  return (
    nr_exchanged > from.nr_extents ||
    nr_exchanged % chunkSizes(value)[0] !== 0n ||
    from.nr_extents > UINT_MAX >> shift(from.extent_order) ||
    to.nr_extents > UINT_MAX >> shift(to.extent_order) ||
    shifted(from.nr_extents, from.extent_order) !== shifted(to.nr_extents, to.extent_order)
  );
}

/** How many input extents go to the native call at once; 0 where not even one chunk fits. */
export function batchSize(value: Pick<XenMemoryExchange, 'in' | 'out'>): bigint {
  const [inChunk, outChunk] = chunkSizes(value);
  return (AREA / (8n * (inChunk + outChunk))) * inChunk;
}

/** A list as the native call sees it: a copy, which the guest's own memory cannot fail. */
function copied(list: GuestList, first: bigint, end: bigint): GuestList | undefined {
  const values = new Map<bigint, bigint | 'unknown'>();
  for (let i = first; i < end; i++) {
    const value = list.look(i);
    if (value === undefined) return undefined;
    values.set(i, value);
  }
  const look: GuestList['look'] = (i) => values.get(i);
  return {
    ...list,
    look,
    get(i) {
      const value = look(i);
      return value === 'unknown' ? list.get(i) : value;
    },
    set: (i, value) => values.set(i, value) === values,
    blur: (i) => values.set(i, 'unknown') === values,
  };
}

const copyBack = (list: GuestList, index: bigint, value: bigint | 'unknown'): boolean =>
  value === 'unknown' ? list.blur(index) : list.set(index, value);

interface Batch {
  readonly context: Context;
  readonly value: XenMemoryExchange;
  readonly input: GuestList;
  readonly output: GuestList;
  /** Input extents, counted from the start of the lists. */
  readonly start: bigint;
  readonly end: bigint;
  readonly pin: boolean;
}

/** The native call on one batch: its checks in their order, then its chunks. */
function callNative(batch: Batch, input: GuestList, output: GuestList): Progress {
  const { context, value, start, end, pin } = batch;
  const [inChunk, outChunk] = chunkSizes(value);
  const fail = (result: bigint): Progress => ({ result, chunks: start / inChunk });
  if (context.startExtent !== 0n) return fail(error('EINVAL'));
  if (Math.max(value.in.extent_order, value.out.extent_order) > maxOrder(context.caller))
    return fail(error('EPERM'));
  if (value.in.domid !== value.out.domid) return fail(error('EINVAL'));
  if (start === end) return { result: 0n, chunks: end / inChunk };
  const domain = refuseTarget(context, value);
  if (typeof domain === 'bigint') return fail(domain);
  const request = outputRequest(context, value);
  const work = { context, domain, value, input, output, inChunk, outChunk, request, pin };
  return exchangeChunks(work, start / inChunk, end / inChunk);
}

/** One batch: what the native call did up to a preemption, or all of it, goes to the guest. */
function exchangeBatch(batch: Batch): Outcome {
  const { context, value, input, output, start, end, pin } = batch;
  const [inChunk, outChunk] = chunkSizes(value);
  const first = (start / inChunk) * outChunk;
  const copyOfIn = copied(input, start, end);
  const copyOfOut = copyOfIn && copied(output, first, (end / inChunk) * outChunk);
  if (!copyOfIn || !copyOfOut) return error('EFAULT');
  const { result, chunks } = callNative(batch, copyOfIn, copyOfOut);
  const failed = result === 0n || result === 'preempted' ? undefined : result;
  // Of a batch that fails nothing is told; but the pin calls promise their progress.
  if (failed !== undefined && !pin) return failed;
  let isTold = true;
  for (let i = first; i < chunks * outChunk && isTold; i++)
    isTold = copyBack(output, i, copyOfOut.look(i)!);
  const done = chunks * inChunk;
  const isWritten = copyOutField(context, xen_memory_exchange, 'nr_exchanged', done);
  if (failed !== undefined) return failed;
  if (!isTold || !isWritten) return error('EFAULT');
  return result === 'preempted' ? { startExtent: 0n } : 0n;
}

/**
 * XENMEM_exchange of a 32-bit caller on a 64-bit hypervisor (compat/memory.c, and measured).
 * Nothing is copied back when a batch fails; what was done up to the last preemption has been.
 */
export function compatExchange(context: Context, { pin }: { readonly pin: boolean }): Outcome {
  const value = copyIn(context, xen_memory_exchange);
  if (!value) return error('EFAULT');
  const order = Math.max(value.in.extent_order, value.out.extent_order);
  if (context.host.rules.refusesCompatOrders && order >= 32) return error('EPERM');
  if (isRefused(value)) return error('EINVAL');
  const { in: from, out: to, nr_exchanged: start } = value;
  const input = guestList(context, from.extent_start);
  const output = guestList(context, to.extent_start);
  if (
    !isListOkay(context, from.extent_start, 0n, from.nr_extents, input.size) ||
    !isListOkay(context, to.extent_start, 0n, to.nr_extents, output.size)
  )
    return error('EFAULT');
  const size = batchSize(value);
  if (size === 0n) return error('E2BIG');
  const end = start + size < from.nr_extents ? start + size : from.nr_extents;
  const outcome = exchangeBatch({ context, value, input, output, start, end, pin });
  if (outcome !== 0n || end >= from.nr_extents) return outcome;
  // A second batch carries its progress in the command word, which the native call refuses: as
  // output extents (compat/memory.c), which only a continuation shows.
  const [inChunk, outChunk] = chunkSizes(value);
  const startExtent = (end / inChunk) * outChunk;
  return context.choices.split?.(end, startExtent) ? { startExtent } : error('EINVAL');
}
