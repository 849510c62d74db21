import { hypercalls, xen_memory_exchange } from '../../abi/index.js';
import type { Call, CaptureHeader } from '../capture/index.js';
import type { CodecFor } from '../codec/index.js';
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
import { follow } from './follow/follow.js';
import { believe, type Moments, observedOf } from './observed.js';
import { createRecordedMemory, type RecordedMemory } from './recorded-memory.js';
import { NO_ANSWER, type Outer, type Recording, recordingOf } from './recording.js';
import { skip, type Verdict, verdictOf } from './verdict.js';
import { type Judged, preemptedOrNot, underDoubt } from './search.js';

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
  judge(one: Case): Verdict;
}

/** A case with what is recorded of it, and what the model knew before it. */
interface Prepared extends Case {
  readonly moments: Moments;
  readonly recording: Recording;
  readonly owned: Owned;
}

/** Compares calls with the model one by one; after each, the model is where the recording is. */
export function createJudge(host: Host, header: CaptureHeader, codec: CodecFor): Judge {
  const memory = createRecordedMemory();
  /** Since the call with this index nobody knows which frames PV domains own; it does not end. */
  let framesLostAt: number | undefined;
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
    believe(moments.before, caller, host);
    const recording = recordingOf(call, moments, memory.of(caller), outer);
    return { ...one, moments, recording, owned: ownedBefore(moments, caller, host) };
  }

  /** The call executed from its beginning, and what came of it compared with the recording. */
  function attempt(prepared: Prepared, isPreempted: boolean): Verdict {
    const { call, caller, recording } = prepared;
    const made = (current = createAttempt(recording, isPreempted));
    const result = prepared.issue();
    made.isAnswered = recording.isQuestion;
    if (made.isAnswered) return skip(call, NO_ANSWER);
    let locate: ReturnType<typeof locator> | undefined;
    const find = () =>
      (locate ??= locator(header, machine.abi, codec, call, argumentOf(made, call, caller)));
    const differences = compare({ ...prepared, host, attempt: made, result, locator: find });
    return verdictOf(call, differences, made.issued, framesLostAt);
  }

  function argumentOf({ issued }: Attempt, { args }: Call, caller: Domain): Uint8Array {
    const type = issued?.command.argument;
    return memory.of(caller).read(args[1] ?? 0n, type ? codec(type, machine.abi).size : 0);
  }

  /** The verdict of all the ways in which the call can have gone. */
  function decide(prepared: Prepared): Judged {
    const { call, caller } = prepared;
    const mayBePreempted = (): boolean =>
      current?.issued?.command.argument === xen_memory_exchange &&
      caller.mode === 'pv' &&
      (call.result ?? 0n) <= 0n;
    try {
      // The entries of a multicall have been judged by themselves, and once.
      if (call.hypercall === hypercalls.multicall)
        return { verdict: attempt(prepared, false), isUndecided: false };
      return underDoubt(host, () =>
        preemptedOrNot(host, (isPreempted) => attempt(prepared, isPreempted), mayBePreempted),
      );
    } catch (error) {
      if (!isUnknown(error)) throw error;
      return { verdict: skip(call, error.message), isUndecided: false };
    }
  }

  /** The model and the guest as they were recorded after the call. */
  function settle({ call, caller, moments }: Prepared, judged: Judged, made: Attempt): void {
    if (!follow(host, judged, made, caller, moments.after)) framesLostAt ??= call.index;
    memory.forget(made.unrecorded, caller);
    memory.show(call, caller, 'after');
    believe(moments.after, caller, host);
  }

  function judge(one: Case): Verdict {
    // A multicall's, while its entries are judged.
    const outer = current;
    const prepared = prepare(one);
    current = createAttempt(prepared.recording, false);
    host.journal!.begin();
    const judged = decide(prepared);
    // What the model did stands, where nothing else is recorded.
    if (current.isAnswered) memory.keep(one.call, one.caller);
    else settle(prepared, judged, current);
    current = outer;
    return judged.verdict;
  }

  return { machine, memory, judge };
}
