import { errno, hypercalls } from '../../abi/index.js';
import type { Call, CaptureHeader } from '../capture/index.js';
import { type CodecFor, hex } from '../codec/index.js';
import { DomainCrash } from '../hypervisor/guest/call.js';
import { forgetPages, forgetTold } from '../hypervisor/memory/forget.js';
import { createMachine, type Machine } from '../hypervisor/machine.js';
import type { Domain } from '../hypervisor/state/domain.js';
import type { Host } from '../hypervisor/state/host.js';
import { isUnknown } from '../hypervisor/state/unknown.js';
import { type Attempt, createAttempt } from './attempt.js';
import { recordedChoices } from './answers.js';
import { type Owned, ownedBefore } from './compare/compare-m2p.js';
import { compare } from './compare/compare.js';
import { checkContinuation } from './compare/continuation.js';
import { locator } from './compare/locate.js';
import { forgetCall } from './forget.js';
import { believe, type Moments, observedOf } from './observed.js';
import { createRecordedMemory, type RecordedMemory } from './recorded-memory.js';
import { NO_ANSWER, type Outer, type Recording, recordingOf } from './recording.js';
import { skip, type Verdict, verdictOf } from './verdict.js';
import { areEqual, MOST_WRITTEN, watching, type Written } from './footing.js';
import { impossible } from './possible.js';
import { alongCourses, type Judged, type Settled, underDoubt } from './search.js';

/** One hypercall to be judged: a call of the file, or an entry of a multicall. */
export interface Case {
  readonly call: Call;
  readonly caller: Domain;
  /** What the multicall's own line says of its entry. */
  readonly outer?: Outer;
  /** Executes the call, and tells what it returns. */
  issue(): bigint;
}

export interface Judge {
  readonly machine: Machine;
  readonly memory: RecordedMemory;
  judge(one: Case): Settled;
}

const UNTRIED =
  'the lists lie upon each other or upon the argument, and where the call was preempted is not recorded';

const FAULT = -BigInt(errno.EFAULT);

/** A case with what is recorded of it, and what the model knew before it. */
interface Prepared extends Case {
  readonly moments: Moments;
  readonly recording: Recording;
  readonly owned: Owned;
}

/** Compares calls with the model one by one; after each, the model is where the recording is. */
export function createJudge(host: Host, header: CaptureHeader, codec: CodecFor): Judge {
  const memory = createRecordedMemory(host);
  /** The call that is being executed. */
  let current: Attempt | undefined;

  const machine = createMachine(host, header, codec, (asked, command) => {
    current!.issued = { asked, command };
    return recordedChoices(asked, command, current!);
  });

  /** The guest as it was recorded before the call. */
  function prepare(one: Case): Prepared {
    const { call, caller, outer } = one;
    const moments = observedOf(call);
    checkContinuation(call);
    memory.show(call, caller, 'before');
    const recording = recordingOf(host, call, caller, moments, memory.of(caller), outer);
    return { ...one, moments, recording, owned: ownedBefore(moments, caller, host) };
  }

  /** The call executed from its beginning, and what came of it compared with the recording. */
  function attempt(prepared: Prepared, course: number): Verdict {
    const { call, caller, recording } = prepared;
    const made = (current = createAttempt(recording, course));
    const result = outcomeOf(prepared);
    loseCounts(prepared, made);
    made.isAnswered = recording.isQuestion;
    if (made.isAnswered) return skip(call, NO_ANSWER);
    let locate: ReturnType<typeof locator> | undefined;
    const find = () =>
      (locate ??= locator(header, machine.abi, codec, call, argumentOf(made, call, caller)));
    const differences = compare({ ...prepared, host, attempt: made, result, locator: find });
    const verdict = verdictOf(call, differences, made.issued);
    return verdict.verdict === 'differ' && made.isUntried ? skip(call, UNTRIED) : verdict;
  }

  /**
   * How many pages a domain has is not known where some may have stayed. If more went than the
   * model knows of, it is not known which.
   */
  function loseCounts({ caller, moments }: Prepared, made: Attempt): void {
    const { totPages } = moments.after;
    const { totPages: counted } = caller;
    for (const domain of made.miscounted) {
      if (domain === caller && counted !== undefined && totPages !== undefined)
        made.isUncertain ||= totPages < counted;
      domain.totPages = undefined;
    }
  }

  /** What the call returns; that it ends its caller is an outcome, too. */
  function outcomeOf({ issue }: Prepared): bigint | 'crash' {
    try {
      return issue();
    } catch (error) {
      if (error instanceof DomainCrash) return 'crash';
      throw error;
    }
  }

  function argumentOf({ issued }: Attempt, { args }: Call, caller: Domain): Uint8Array {
    const type = issued?.command.argument;
    return memory.of(caller).read(args[1] ?? 0n, type ? codec(type, machine.abi).size : 0);
  }

  /** A verdict that is a difference only where memory that no header tells of cannot have faulted. */
  function onFooting(prepared: Prepared, judge: () => Verdict): Verdict {
    const { call, caller } = prepared;
    const { result, written } = watching(caller, judge);
    if (result.verdict !== 'differ') return result;
    const { stale, isUnregioned } = caller.memory;
    if (stale !== undefined)
      return skip(call, `guest memory at ${hex(stale)} is not recorded with this call`);
    if (!isUnregioned) return result;
    return written.length === MOST_WRITTEN ||
      written.some((write) => mayHaveFaulted(prepared, write))
      ? skip(call, 'the header does not say what memory is mapped, and how')
      : result;
  }

  /**
   * Whether the hypervisor may have failed to write what the model wrote: bytes that the recording
   * does not show, or shows unchanged. Where the model has not changed them either, only the result
   * can show it.
   */
  function mayHaveFaulted({ call, caller, recording }: Prepared, { address, size }: Written) {
    const [was, is] = [recording.before(address, size), recording.after(address, size)];
    if (!was || !is) return true;
    if (!areEqual(was, is)) return false;
    // A number that was told there, and could not have been, was the guest's own.
    const isIllegal = current!.illegal.some((frame) => frame.address === address);
    // Which of a multicall's entries came to a fault is not looked at.
    const isFault = call.result === FAULT || call.hypercall === hypercalls.multicall;
    return isIllegal || isFault || !areEqual(was, caller.memory.peek(address, size));
  }

  /** Somebody has done what nobody recorded, unless the page count before the call is wrong. */
  const forgetUnrecorded = ({ call, caller }: Prepared): void =>
    forgetPages(host, caller, `pages came or went unrecorded before call ${call.index}`);

  /** The verdict of all the ways in which the call can have gone. */
  function decide(prepared: Prepared): Judged {
    const { call } = prepared;
    try {
      // The entries of a multicall have been judged by themselves, and once.
      if (call.hypercall === hypercalls.multicall) {
        if (prepared.recording.isAstray) forgetUnrecorded(prepared);
        believe(prepared.moments.before, prepared.caller, host);
        return { verdict: onFooting(prepared, () => attempt(prepared, 0)), isUndecided: false };
      }
      const work = (restart: () => void): Verdict => {
        const judged = () =>
          alongCourses(
            (course) => attempt(prepared, course),
            () => current!.courses,
            restart,
          );
        return onFooting(prepared, judged);
      };
      const start = (): void => believe(prepared.moments.before, prepared.caller, host);
      const judged = underDoubt(host, work, [start]);
      const { verdict, differences } = judged.verdict;
      if (verdict !== 'differ' || !prepared.recording.isAstray) return judged;
      // That pages came or went changes how many there are after the call as well.
      if (differences.every(({ what }) => what === 'totPages')) return judged;
      return underDoubt(host, work, [() => forgetUnrecorded(prepared), start]);
    } catch (error) {
      if (!isUnknown(error)) throw error;
      return { verdict: skip(call, error.message), isUndecided: false };
    }
  }

  /** A verdict of which nothing can be said but that it cannot have been so. */
  function refuseImpossible(prepared: Prepared, judged: Judged): Judged {
    const { call, caller, moments, recording, outer } = prepared;
    const issued = current?.issued;
    if (judged.verdict.verdict !== 'skip' || outer || !issued || current?.isAnswered) return judged;
    // As it was before the call: nothing of what the model did is kept.
    host.journal!.rollback();
    memory.show(call, caller, 'before');
    const locate = () =>
      locator(header, machine.abi, codec, call, argumentOf(current!, call, caller));
    const differences = [...impossible({ call, issued, moments, recording, locate })];
    if (differences.length === 0) return judged;
    return { ...judged, verdict: { ...judged.verdict, verdict: 'differ', differences } };
  }

  /** A fact of the header that is only supposed may be why a call differs. */
  function unlessSupposed(judged: Judged): Judged {
    const { call, verdict } = judged.verdict;
    if (verdict !== 'differ') return judged;
    const supposed = [...host.domains.values()].find((domain) => domain.supposed !== undefined);
    if (!supposed) return judged;
    return { ...judged, verdict: skip(call, `the header does not say ${supposed.supposed}`) };
  }

  /** The model and the guest as they were recorded after the call: what it did is kept or forgotten. */
  function settle(prepared: Prepared, judged: Judged, made: Attempt): boolean {
    const { call, caller, moments, outer } = prepared;
    const isStale = caller.memory.stale !== undefined;
    const isFollowed = judged.verdict.verdict === 'match' && !judged.isUndecided && !isStale;
    const isKept = isFollowed && !made.isUncertain;
    const reason = `what call ${call.index} did is not known`;
    if (!isFollowed && made.issued) host.journal!.rollback();
    if (prepared.recording.isAstray && judged.verdict.verdict !== 'differ')
      forgetUnrecorded(prepared);
    if (!isKept) {
      // What its lists named before it, it may have written upon.
      if (!outer) memory.show(call, caller, 'before');
      forgetCall(host, call, made.issued, reason);
    }
    memory.forget(made.unrecorded, caller);
    memory.show(call, caller, 'after');
    // Frames that it was told are named only after it.
    if (!isKept && made.issued) forgetTold(made.issued.asked, made.issued.command, reason);
    believe(moments.after, caller, host);
    // Of a page count that is wrong the next one says nothing.
    if (judged.verdict.differences.some(({ what }) => what === 'totPages'))
      caller.totPages = undefined;
    return isFollowed;
  }

  function judge(one: Case): Settled {
    // A multicall's, while its entries are judged.
    const outer = current;
    host.journal!.begin();
    const prepared = prepare(one);
    current = createAttempt(prepared.recording, 0);
    const judged = unlessSupposed(refuseImpossible(prepared, decide(prepared)));
    // What the model did stands, where nothing else is recorded.
    const isScenario = current.isAnswered && one.caller.memory.stale === undefined;
    if (isScenario) memory.keep(one.call, one.caller);
    const isKept = isScenario || settle(prepared, judged, current);
    if (outer && current.isAnonymous) outer.isAnonymous = true;
    const isKnown = judged.verdict.verdict === 'match' && !judged.isUndecided;
    outer?.placed.push(...(isKnown ? current.placed : [undefined]));
    current = outer;
    return { ...judged, isKept };
  }

  return { machine, memory, judge };
}
