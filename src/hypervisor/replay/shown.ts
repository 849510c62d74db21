import type { Infer, StructType, Type } from '../../schema/index.js';
import { assign, map, unmap } from '../commands/allocate.js';
import { type Context, guestList } from '../commands/context.js';
import { type Domain, frameAt } from '../state/domain.js';
import { adopt, freeFrame } from '../state/host.js';
import { pagesOf } from '../state/pages.js';
import type { Recording } from './recording.js';

/** A call of which the model knows only what the recording shows. */
export interface Shown {
  readonly context: Context;
  readonly recording: Recording;
  readonly result: bigint;
}

export function argument<T extends StructType>(
  { context, recording }: Shown,
  type: T,
  when: 'before' | 'after' = 'before',
): Infer<T> | undefined {
  const codec = context.codec(type, context.abi);
  const bytes = recording[when](context.argument, codec.size);
  return bytes && codec.decode(bytes);
}

/** An element of a list as the recording has it. */
export function element(
  { context, recording }: Shown,
  start: bigint,
  when: 'before' | 'after',
  type?: Type,
) {
  const { addressOf, size } = guestList(context, start, type);
  return (index: bigint): bigint | undefined =>
    recording[when](addressOf(index), size)?.reduceRight(
      (value, byte) => (value << 8n) | BigInt(byte),
      0n,
    );
}

/** Takes an extent from a domain; tells whether its frames are known. */
export function give(up: Shown, domain: Domain, first: bigint | undefined, order: number): boolean {
  const { host } = up.context;
  if (first === undefined) return false;
  for (const page of pagesOf(first, order)) {
    domain.p2m?.settle(page);
    const mfn = frameAt(domain, page);
    if (mfn !== undefined) adopt(host, domain, mfn);
    const frame = mfn === undefined ? undefined : host.frames.get(mfn);
    domain.pins.delete(page);
    unmap(up.context, domain, page);
    if (mfn === undefined || frame?.owner !== domain.domid || domain.isDirectMapped) continue;
    if (frame.inUse || frame.references > 0) host.frames.change(mfn, { isAllocated: false });
    else freeFrame(host, mfn);
  }
  return true;
}

/**
 * Gives a domain a new extent, at its page numbers where they are known.
 * @returns its first frame
 */
export function take(
  { context }: Shown,
  domain: Domain,
  mfn: bigint | undefined,
  pfn: bigint | undefined,
  order: number,
): bigint | 'anonymous' {
  const first = assign(context, domain, mfn ?? 'anonymous', order);
  if (pfn !== undefined) map(context, domain, first, order, pfn);
  return first;
}
