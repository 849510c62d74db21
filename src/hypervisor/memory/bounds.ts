import { isWithin, narrowed } from '../state/bound.js';
import type { Slot } from '../oracle.js';
import { type Context, error, isX86 } from '../guest/call.js';
import type { Domain } from '../state/domain.js';
import { Doubt } from '../state/unknown.js';
import type { Mapping } from './map-page.js';

/*
 * Two ends that a header need not tell: of the grant table's frames, and of the guest's page
 * numbers. What a recording shows of them is believed once, and holds from then on.
 */

interface Question {
  readonly number: bigint;
  readonly slot: Slot | undefined;
  /** What is in doubt, in words. */
  readonly unknown: string;
  /** Whether a refusal says that the number is not there. */
  readonly isSaid: boolean;
}

/**
 * Whether a number is within a bound of which nobody was told: as the guest was answered.
 * @throws Doubt where no answer was recorded
 */
function isShown(
  { choices }: Context,
  domain: Domain,
  which: 'grants' | 'gfns',
  { number, slot, unknown, isSaid }: Question,
): boolean {
  const settle = (isThere: boolean) => (): void => {
    domain[which] = narrowed(domain[which], number, isThere);
  };
  const told = choices.told?.(slot);
  if (told === undefined) throw new Doubt(unknown, [settle(true), settle(false)]);
  const isThere = told !== error('EINVAL');
  if (isThere || isSaid) settle(isThere)();
  return isThere;
}

/** Whether a grant table has a frame. @throws Doubt where nobody can tell */
export function isGrantFrame(
  context: Context,
  domain: Domain,
  { gpfn, slot }: Mapping,
  number: bigint,
): boolean {
  const unknown = 'the header does not say domain.grantFrames';
  // A refusal may be of the place where it was to appear, and then says nothing of the frame.
  const isSaid = isX86(context) || isWithin(domain.gfns, gpfn) === true;
  return (
    isWithin(domain.grants, number) ??
    isShown(context, domain, 'grants', { number, slot, unknown, isSaid })
  );
}

/** Whether the P2M reaches a page number. @throws Doubt where nobody can tell */
export function isGuestFrame(
  context: Context,
  domain: Domain,
  { gpfn: number, slot }: Mapping,
): boolean {
  const unknown = 'how far guest page numbers go is a fact of the host';
  return (
    isWithin(domain.gfns, number) ??
    isShown(context, domain, 'gfns', { number, slot, unknown, isSaid: true })
  );
}
