import { isWithin, narrowed } from '../state/bound.js';
import { type Context, error, isX86 } from './context.js';
import type { Domain } from '../state/domain.js';
import { Doubt } from '../state/unknown.js';
import type { Mapping } from './map-one.js';

/*
 * Two ends that a header need not tell: of the grant table's frames, and of the guest's page
 * numbers. What a recording shows of them is believed once, and holds from then on.
 */

/** Whether a grant table has a frame. @throws UnknownFact where nobody can tell */
export function isGrantFrame(
  context: Context,
  domain: Domain,
  { gpfn, slot }: Mapping,
  frame: bigint,
): boolean {
  const known = isWithin(domain.grants, frame);
  if (known !== undefined) return known;
  const settle = (isThere: boolean) => (): void => {
    domain.grants = narrowed(domain.grants, frame, isThere);
  };
  const told = context.choices.told?.(slot);
  if (told === undefined)
    throw new Doubt('the header does not say domain.grantFrames', [settle(true), settle(false)]);
  const isThere = told !== error('EINVAL');
  // A refusal may be of the place where it was to appear, and then says nothing of the frame.
  if (!isThere && !isX86(context) && !isWithin(domain.gfns, gpfn)) return false;
  settle(isThere)();
  return isThere;
}

/** Whether the P2M reaches a page number. @throws UnknownFact where nobody can tell */
export function isGuestFrame(context: Context, domain: Domain, { gpfn, slot }: Mapping): boolean {
  const known = isWithin(domain.gfns, gpfn);
  if (known !== undefined) return known;
  const settle = (isThere: boolean) => (): void => {
    domain.gfns = narrowed(domain.gfns, gpfn, isThere);
  };
  const told = context.choices.told?.(slot);
  if (told === undefined)
    throw new Doubt('how far guest page numbers go is a fact of the host', [
      settle(true),
      settle(false),
    ]);
  const isThere = told !== error('EINVAL');
  settle(isThere)();
  return isThere;
}
