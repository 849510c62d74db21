import { xen_memory_exchange } from '../../../abi/index.js';
import type { Domain } from '../../hypervisor/state/domain.js';
import type { Host } from '../../hypervisor/state/host.js';
import { isUnknown } from '../../hypervisor/state/unknown.js';
import { withSomeWidth } from '../../hypervisor/state/width.js';
import type { Attempt } from '../attempt.js';
import { type IssuedCommand, RESERVATIONS, targetsOf } from '../issued-command.js';
import type { Observed } from '../observed.js';
import type { Recording } from '../recording.js';
import { isAstray } from '../verdict.js';
import type { Judged } from '../search.js';
import { doubtInputs, exchanged } from './exchange.js';
import { answered, claimed, memoryMapSet, unpinned } from './others.js';
import { mapped, mappedBatch, unmapped } from './physmap.js';
import { reserved } from './reservation.js';
import type { Shown } from './shown.js';

/** What each command did, by what is recorded of it; false where frames are known no more. */
const EFFECTS: Readonly<Record<string, (shown: Shown) => boolean | void>> = {
  XENMEM_increase_reservation: reserved('increase'),
  XENMEM_decrease_reservation: reserved('decrease'),
  XENMEM_populate_physmap: reserved('populate'),
  XENMEM_exchange: exchanged({ pin: false }),
  XENMEM_exchange_and_pin: exchanged({ pin: true }),
  XENMEM_unpin: unpinned,
  XENMEM_claim_pages: claimed,
  XENMEM_set_memory_map: memoryMapSet,
  XENMEM_maximum_gpfn: answered,
  XENMEM_add_to_physmap: mapped,
  XENMEM_add_to_physmap_batch: mappedBatch,
  XENMEM_remove_from_physmap: unmapped,
};

/** What following tells; false, and nothing is done, where the model cannot follow. */
function isDone(host: Host, work: () => boolean): boolean {
  try {
    return work();
  } catch (error) {
    if (!isUnknown(error)) throw error;
    host.journal!.rollback();
    return false;
  }
}

/**
 * Does to the model what a recording shows of a call that the model did not follow: extents
 * that were told as done are freed, and those that were handed out are owned. Of more pages
 * than the model changes nothing is done.
 * @returns whether the frames of the domain are still known
 */
function apply({ asked, command }: IssuedCommand, recording: Recording): boolean {
  const { result } = recording;
  const effect = EFFECTS[command.name];
  if (!effect) return true;
  if (result === undefined) return false;
  const shown: Shown = { asked, recording, result, followed: { pages: 0 } };
  return isDone(asked.host, () => withSomeWidth(asked.host, () => effect(shown) !== false));
}

/** Doubts the inputs of an exchange from a chunk on; tells whether they are not too many. */
function isDoubted(call: Pick<Shown, 'asked' | 'recording'>, chunk: bigint): boolean {
  const shown = { ...call, result: call.recording.result ?? 0n, followed: { pages: 0 } };
  try {
    doubtInputs(shown, chunk);
    return true;
  } catch (error) {
    if (!isUnknown(error)) throw error;
    return false;
  }
}

/**
 * After a skip, after a difference that leaves the model elsewhere, and after a match that left a
 * doubt open: what the model did is taken back, and what the recording shows is done instead.
 * @param after what was observed after the call
 * @returns whether the model still knows which frames are its PV domains'
 */
export function follow(
  host: Host,
  { verdict: { verdict, differences, call }, isUndecided }: Judged,
  { issued, recording, doubtFrom }: Attempt,
  caller: Domain,
  after: Observed,
): boolean {
  // What issued no command changed nothing; a multicall's entries have been followed already.
  if (!issued) return true;
  const { asked, command } = issued;
  const isSeen =
    command.argument === xen_memory_exchange ? after.m2p.length > 0 : after.totPages !== undefined;
  const isFollowed =
    verdict === 'match' ? !isUndecided : verdict === 'differ' && !isAstray(differences, isSeen);
  let isKnown = true;
  if (!isFollowed) {
    host.journal!.rollback();
    isKnown = apply(issued, recording);
  }
  if (verdict === 'match' && doubtFrom !== undefined)
    return isDoubted({ asked, recording }, doubtFrom);
  if (verdict !== 'skip' && !isUndecided) return true;
  const targets = targetsOf(issued);
  if (RESERVATIONS.has(command.name))
    for (const target of targets)
      if (target !== caller || after.totPages === undefined) target.totPages = undefined;
  if (isKnown || verdict !== 'skip') return true;
  for (const target of targets) {
    target.p2m?.doubtAll(`what is mapped is unknown since call ${call.index}`);
    target.maxGpfn = undefined;
  }
  return targets.every(({ p2m }) => p2m);
}
