import { unmap } from '../state/pages-of-domains.js';
import { error } from '../guest/call.js';
import { frameAt, isExternallyPaged } from '../state/domain.js';
import type { Exchange } from './exchange.js';
import { isHeldByOwnerOnly } from '../state/frames.js';
import { adopt, countPages, freeFrame, settlePage } from '../state/host.js';
import { pagesOf } from '../state/pages.js';
import { isPinned } from '../state/pins.js';

/** Page numbers that a chunk gives up, and the frames behind them. */
export type Stolen = ReadonlyMap<bigint, bigint>;

/** Why a page cannot leave its domain (steal_page; for pins the proposal), or nothing. */
function refuseSteal(
  { context, domain, pin }: Exchange,
  chunk: bigint,
  gmfn: bigint,
  frames: ReadonlySet<bigint>,
): bigint | undefined {
  const mfn = frameAt(domain, gmfn);
  if (mfn === undefined || isPinned(domain, gmfn)) return error('EINVAL');
  settlePage(context.host, domain, mfn);
  const isOwn = (): boolean => context.choices.owns?.(chunk) ?? false;
  if (!adopt(context.host, domain, mfn, isOwn)) return error('EINVAL');
  // Plain exchange of a translated domain has answered so since XSA-217, whatever is there.
  if (isExternallyPaged(domain) && !pin) return error('EOPNOTSUPP');
  if (domain.p2m && domain.p2m.get(gmfn)!.type !== 'rw') return error('EINVAL');
  const frame = context.host.frames.get(mfn);
  if (frame?.owner !== domain.domid) return error('EINVAL');
  return isHeldByOwnerOnly(frame) && !frames.has(mfn) ? undefined : error('EINVAL');
}

/** Takes the pages of a chunk's input extents; 0, or the error of the first that cannot be had. */
export function steal(work: Exchange, chunk: bigint, stolen: Map<bigint, bigint>): bigint {
  const { input, inChunk, value, domain } = work;
  const frames = new Set<bigint>();
  for (let j = 0n; j < inChunk; j++) {
    const first = input.get(chunk * inChunk + j);
    if (first === undefined) return error('EFAULT');
    for (const page of pagesOf(first, value.in.extent_order)) {
      const refused = refuseSteal(work, chunk, page, frames);
      if (refused !== undefined) return refused;
      const mfn = frameAt(domain, page)!;
      stolen.set(page, mfn);
      frames.add(mfn);
    }
  }
  return 0n;
}

/** The point of no return: the stolen pages leave the domain. */
export function lose({ context, domain }: Exchange, stolen: Stolen): void {
  for (const [gmfn, mfn] of stolen) {
    unmap(context, domain, gmfn);
    freeFrame(context.host, mfn);
  }
}

/** A failed chunk gives back what it stole, except to a dying domain (XSA-159). */
export function giveBack(work: Exchange, stolen: Stolen, result: bigint): bigint {
  if (!work.domain.isDying) return result;
  lose(work, stolen);
  countPages(work.context.host, work.domain, -BigInt(stolen.size));
  return result;
}
