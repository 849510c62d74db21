import { assign, map, requestOf, unmap } from './allocate.js';
import type { Allocation } from './choices.js';
import { error } from './context.js';
import { frameAt } from './domain.js';
import type { Exchange } from './exchange.js';
import { adopt, freeFrame } from './host.js';
import { isNodeAbsent, readFlags } from './limits.js';

/** Page numbers that a chunk gives up, and the frames behind them. */
type Stolen = ReadonlyMap<bigint, bigint>;

/** Why a page cannot leave its domain (steal_page; for pins the proposal), or nothing. */
function refuseSteal(
  { context, domain, pin }: Exchange,
  chunk: bigint,
  gmfn: bigint,
  frames: ReadonlySet<bigint>,
): bigint | undefined {
  const mfn = frameAt(domain, gmfn);
  if (mfn !== undefined && context.choices.owns?.(chunk)) adopt(context.host, domain, mfn);
  const frame = mfn === undefined ? undefined : context.host.frames.get(mfn);
  if (frame?.owner !== domain.domid || domain.pins.has(gmfn)) return error('EINVAL');
  if (domain.p2m) {
    // Plain exchange of a translated domain has answered so since XSA-217.
    if (!pin) return error('EOPNOTSUPP');
    if (domain.p2m.get(gmfn)?.type !== 'rw') return error('EINVAL');
  }
  const isFree = frame.isAllocated && !frame.inUse && frame.references === 0;
  return isFree && !frames.has(mfn!) ? undefined : error('EINVAL');
}

/** The pages of a chunk's input extents, or the error of the first that cannot be had. */
function steal(work: Exchange, chunk: bigint): Stolen | bigint {
  const { input, inChunk, value, domain } = work;
  const stolen = new Map<bigint, bigint>();
  const frames = new Set<bigint>();
  for (let j = 0n; j < inChunk; j++) {
    const first = input.get(chunk * inChunk + j);
    if (first === undefined) return error('EFAULT');
    for (let i = 0n; i < 1n << BigInt(value.in.extent_order); i++) {
      const refused = refuseSteal(work, chunk, first + i, frames);
      if (refused !== undefined) return refused;
      const mfn = frameAt(domain, first + i)!;
      stolen.set(first + i, mfn);
      frames.add(mfn);
    }
  }
  return stolen;
}

/** Whether an output would move a pinned page: one that is not given up by the chunk itself. */
function hitsPin(
  { domain, output, outChunk, value }: Exchange,
  chunk: bigint,
  stolen: Stolen,
): boolean {
  if (!domain.p2m || domain.pins.size === 0) return false;
  for (let j = 0n; j < outChunk; j++) {
    // An element that faults is found out after the commit, as in a plain exchange.
    const gfn = output.get(chunk * outChunk + j);
    if (gfn === undefined) continue;
    for (let i = 0n; i < 1n << BigInt(value.out.extent_order); i++)
      if (domain.pins.has(gfn + i) && !stolen.has(gfn + i)) return true;
  }
  return false;
}

/** A chunk's output extents; nothing, and none of them taken, when one cannot be had. */
function allocate(
  { context, value, output, outChunk }: Exchange,
  chunk: bigint,
): Allocation[] | undefined {
  const flags = readFlags(value.out.mem_flags);
  const request = requestOf(context, value.out.extent_order, flags.addressBits);
  if (!request || isNodeAbsent(flags)) return undefined;
  const allocations: Allocation[] = [];
  for (let j = 0n; j < outChunk; j++) {
    const slot = { address: output.addressOf(chunk * outChunk + j), size: output.size };
    const first = context.choices.allocate({ ...request, index: chunk, slot });
    if (first === undefined) {
      for (const taken of allocations)
        if (typeof taken === 'bigint')
          for (let i = 0n; i < 1n << BigInt(request.order); i++) context.host.heap?.put(taken + i);
      return undefined;
    }
    allocations.push(first);
  }
  return allocations;
}

/** Hands over one new extent: to the domain, to its place, pinned, and its number to the guest. */
function handOver(work: Exchange, index: bigint, first: bigint | 'anonymous'): boolean {
  const { context, domain, value, output, pin } = work;
  const order = value.out.extent_order;
  assign(context, domain, first, order);
  const pfn = output.get(index);
  if (pfn === undefined) return false;
  map(context, domain, first, order, pfn);
  if (pin && first !== 'anonymous')
    for (let i = 0n; i < 1n << BigInt(order); i++)
      domain.pins.set((domain.p2m ? pfn : first) + i, first + i);
  return output.set(index, first === 'anonymous' ? 0n : first);
}

/**
 * One chunk: all of it happens or, before its commit, nothing does. A fault after the commit
 * leaves it exchanged and fails it nevertheless.
 * @returns 0 or the negative error
 */
export function exchangeChunk(work: Exchange, chunk: bigint): bigint {
  const { context, domain, outChunk, pin } = work;
  if (pin && domain.isDying) return error('EINVAL');
  const stolen = steal(work, chunk);
  if (typeof stolen === 'bigint') return stolen;
  if (hitsPin(work, chunk, stolen)) return error('EINVAL');
  // The input frames are still the domain's: what is allocated is none of them.
  const allocations = allocate(work, chunk);
  if (!allocations) return error('ENOMEM');
  for (const [gmfn, mfn] of stolen) {
    unmap(context, domain, gmfn);
    freeFrame(context.host, mfn);
  }
  let result = 0n;
  for (const [j, first] of allocations.entries())
    if (!handOver(work, chunk * outChunk + BigInt(j), first!)) result = error('EFAULT');
  return result;
}
