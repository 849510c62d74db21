import type { Infer, StructType, Type } from '../../schema/index.js';
import { assign, map, unmap } from '../../hypervisor/state/pages-of-domains.js';
import type { Asked } from '../../hypervisor/guest/call.js';
import { type Domain, frameAt } from '../../hypervisor/state/domain.js';
import { adopt, freeFrame } from '../../hypervisor/state/host.js';
import { pagesOf } from '../../hypervisor/state/pages.js';
import { checkChanged } from '../../hypervisor/state/unknown.js';
import { recordedArgument, type Recording, recordedList } from '../recording.js';

/** A call of which the model knows only what the recording shows. */
export interface Shown {
  readonly asked: Asked;
  readonly recording: Recording;
  readonly result: bigint;
  /** Counts the pages that are followed. */
  readonly followed: { pages: number };
}

/** Counts an extent's pages before they are followed. @throws UnknownFact when they are too many */
export function count({ followed }: Shown, order: number): void {
  followed.pages += 2 ** order;
  checkChanged(followed.pages);
}

/** Its argument, if all of it is recorded. */
export const argument = <T extends StructType>(
  { asked, recording }: Shown,
  type: T,
  when: 'before' | 'after' = 'before',
): Infer<T> | undefined => recordedArgument(asked, recording, type, when);

/** The elements of one of its lists. */
export const elements = (
  { asked, recording }: Shown,
  start: bigint,
  when: 'before' | 'after',
  type?: Type,
): ((index: bigint) => bigint | undefined) => recordedList(asked, recording, start, when, type);

/** Takes an extent from a domain; tells whether its frames are known. */
export function give(
  shown: Shown,
  domain: Domain,
  first: bigint | undefined,
  order: number,
): boolean {
  const { asked } = shown;
  const { host } = asked;
  if (first === undefined) return false;
  count(shown, order);
  for (const page of pagesOf(first, order)) {
    domain.p2m?.settle(page);
    const mfn = frameAt(domain, page);
    if (mfn !== undefined) adopt(host, domain, mfn);
    const frame = mfn === undefined ? undefined : host.frames.get(mfn);
    domain.pins.delete(page);
    unmap(asked, domain, page);
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
  shown: Shown,
  domain: Domain,
  mfn: bigint | undefined,
  pfn: bigint | undefined,
  order: number,
): bigint | 'anonymous' {
  const { asked } = shown;
  count(shown, order);
  const first = assign(asked, domain, mfn ?? 'anonymous', order);
  if (pfn !== undefined) map(asked, domain, first, order, pfn);
  return first;
}
