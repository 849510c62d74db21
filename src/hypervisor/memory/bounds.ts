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
  /** What the guest is told of a number that is not there. */
  readonly refusal: bigint;
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
  { number, slot, unknown, refusal, isSaid }: Question,
): boolean {
  const settle = (isThere: boolean) => (): void => {
    domain[which] = narrowed(domain[which], number, isThere);
  };
  const told = choices.told?.(slot);
  if (told === undefined) throw new Doubt(unknown, [settle(true), settle(false)]);
  const isThere = told !== refusal;
  if (isThere || isSaid) settle(isThere)();
  return isThere;
}

/**
 * Whether a grant table has no status frames, as one of version 1 has none.
 * @throws Doubt where nobody can tell
 */
export function isStatusRefused({ choices }: Context, domain: Domain, { slot }: Mapping): boolean {
  if (domain.grantVersion !== undefined) return domain.grantVersion === 1;
  const settle = (version: 1 | 2) => () => void (domain.grantVersion = version);
  const told = choices.told?.(slot);
  if (told === undefined)
    throw new Doubt('the header does not say domain.grantVersion', [settle(1), settle(2)]);
  settle(told === error('EINVAL') ? 1 : 2)();
  return domain.grantVersion === 1;
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
    isShown(context, domain, 'grants', { number, slot, unknown, refusal: error('EINVAL'), isSaid })
  );
}

const UNTOLD_GFNS = 'how far guest page numbers go is a fact of the host';

/** Whether the P2M reaches a page number, where no answer of its own tells. @throws Doubt */
export function isReached(domain: Domain, number: bigint): boolean {
  const isThere = isWithin(domain.gfns, number);
  if (isThere !== undefined) return isThere;
  const settle = (is: boolean) => () => void (domain.gfns = narrowed(domain.gfns, number, is));
  throw new Doubt(UNTOLD_GFNS, [settle(true), settle(false)]);
}

/** Whether the P2M reaches a page number. @throws Doubt where nobody can tell */
export function isGuestFrame(
  context: Context,
  domain: Domain,
  { gpfn: number, slot }: Pick<Mapping, 'gpfn' | 'slot'>,
): boolean {
  const unknown = UNTOLD_GFNS;
  const refusal = error(isX86(context) ? 'ENOENT' : 'EINVAL');
  return (
    isWithin(domain.gfns, number) ??
    isShown(context, domain, 'gfns', { number, slot, unknown, refusal, isSaid: true })
  );
}
