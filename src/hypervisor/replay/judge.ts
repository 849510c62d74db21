import { type Command, hypercalls, xen_memory_exchange } from '../../../abi/index.js';
import { type Call, type CaptureHeader, createMemory, type Memory } from '../../capture/index.js';
import type { CodecFor } from '../../codec/index.js';
import { applyRecording } from './apply-recording.js';
import { type IssuedCommand, targetsOf } from './absent-domain.js';
import { RESERVATIONS } from './command-sets.js';
import { callRecording, type Outer } from './call-recording.js';
import { compare } from './compare.js';
import type { Difference } from './difference.js';
import { type Judged, underDoubt } from './doubts.js';
import type { Context } from '../commands/context.js';
import type { Domain } from '../state/domain.js';
import { UnknownMemory } from '../state/guest-memory.js';
import type { Host } from '../state/host.js';
import { createMachine, type Machine } from '../hypercall.js';
import { locator } from './locate.js';
import { believe, observedOf } from './observed.js';
import { UnknownFact } from '../commands/queries.js';
import { preemptedWays } from './preempted-ways.js';
import { recordedChoices } from './recorded-choices.js';
import { BARE, type Finds, type Recording } from './recording.js';
import { doubtInputs } from './untold.js';
import { isAstray, MOST, skip, type Verdict, verdictOf } from './verdict.js';

/** A call while it is judged. */
interface Scene extends Finds {
  readonly recording: Recording;
  /** What the call turned out to be, once it got that far. */
  issued?: { readonly context: Context; readonly command: Command };
}

export interface Judge {
  readonly machine: Machine;
  /** Makes the bytes of a call's line known. */
  show(call: Call, caller: Domain, when: 'before' | 'after'): void;
  /**
   * Judges one hypercall: a call of the file, or an entry of a multicall.
   * @param outer what the multicall's own line says of it
   * @param issue executes the call, and tells what it returns
   */
  judge(call: Call, caller: Domain, outer: Outer, issue: () => bigint): Verdict;
}

/** The verdict, or a skip where it depends on what nobody recorded. */
function skipUnknown(call: Call, judged: () => Judged): Judged {
  try {
    return judged();
  } catch (error) {
    if (!(error instanceof UnknownMemory || error instanceof UnknownFact)) throw error;
    return { verdict: skip(call, error.message), isEither: false };
  }
}

/** Compares calls with the model one by one; after each, the model is where the recording is. */
export function createJudge(host: Host, header: CaptureHeader, codec: CodecFor): Judge {
  const memories = new Map<Domain, Memory>();
  /** Since a call that gave up frames whose numbers were not recorded. */
  let lostAt: number | undefined;
  let scene: Scene | undefined;

  const machine = createMachine(host, header, codec, (context, command) => {
    const { recording } = scene!;
    const isExchange = command.argument === xen_memory_exchange;
    const choices = recordedChoices(context, recording, isExchange, scene!);
    scene!.issued = { context: { ...context, choices }, command };
    return choices;
  });

  function memoryOf(domain: Domain): Memory {
    let memory = memories.get(domain);
    if (!memory) memories.set(domain, (memory = createMemory()));
    return memory;
  }

  function show({ memory }: Call, caller: Domain, when: 'before' | 'after'): void {
    for (const { address, before, after = before } of memory) {
      const bytes = when === 'before' ? before : after;
      caller.memory.show(address, bytes);
      memoryOf(caller).write(address, bytes);
    }
  }

  /** Goes on from what was recorded, where the model did something else or lost its way. */
  function follow(
    call: Call,
    { verdict, differences }: Verdict,
    caller: Domain,
    isEither: boolean,
  ): void {
    const { totPages, m2p } = observedOf(call).after;
    if (verdict === 'match' && !isEither) return;
    const { issued, recording } = scene!;
    // What issued no command changed nothing; a multicall's entries have followed already.
    if (!issued) return;
    const isExchange = issued.command.argument === xen_memory_exchange;
    const isSeen = isExchange ? m2p.length > 0 : totPages !== undefined;
    if (verdict === 'differ' && !isAstray(differences, isSeen)) return;
    host.journal!.rollback();
    const { context, command } = issued;
    const isKnown = applyRecording(context, command, recording);
    if (!isKnown && verdict === 'skip') lose(call.index, issued);
    if (verdict !== 'skip' || !RESERVATIONS.has(command.name)) return;
    for (const target of targetsOf(issued))
      if (target !== caller || totPages === undefined) target.totPages = undefined;
  }

  /** A call did to frames, or to a P2M, what nobody recorded. */
  function lose(index: number, issued: IssuedCommand): void {
    for (const { p2m } of targetsOf(issued))
      if (p2m) p2m.doubtAll(`what is mapped is unknown since call ${index}`);
      else lostAt ??= index;
  }

  /** One hypercall: a call of the file, or an entry of a multicall. */
  function judge(call: Call, caller: Domain, outer: Outer, issue: () => bigint): Verdict {
    const seen = observedOf(call);
    const { before, after } = seen;
    const previous = scene;
    show(call, caller, 'before');
    believe(before, caller, host);
    const recording = callRecording(call, seen, memoryOf(caller), outer);
    scene = { recording, illegal: [], unknown: [] };
    const { anonymous } = caller;
    const owned = after.m2p.filter(([mfn]) => host.frames.get(mfn)?.owner !== undefined);
    const wasOwned = new Set(owned.map(([mfn]) => mfn));
    host.journal!.begin();
    let isBareDone = false;
    const attempt = (isPreempted: boolean): Verdict => {
      scene = { recording: { ...recording, isPreempted }, illegal: [], unknown: [] };
      const result = issue();
      isBareDone = recording.isBare;
      if (isBareDone) return skip(call, BARE);
      const { illegal } = scene;
      let locate: ReturnType<typeof locator> | undefined;
      const find = () =>
        (locate ??= locator(header, machine.abi, codec, call, argumentOf(call, caller)));
      const found: Difference[] = [];
      const differences = compare({
        call,
        issued: scene.issued,
        caller,
        host,
        result,
        illegal,
        before,
        after,
        wasOwned,
        anonymous,
        isAnonymous: scene.isAnonymous ?? false,
        locator: find,
      });
      for (const difference of differences) if (found.push(difference) > MOST) break;
      return verdictOf(call, found, scene.issued, lostAt);
    };
    const mayBePreempted = (): boolean =>
      scene?.issued?.command.argument === xen_memory_exchange &&
      caller.mode === 'pv' &&
      (call.result ?? 0n) <= 0n;
    const attempts = (): Verdict => preemptedWays(host, attempt, mayBePreempted);
    // The entries of a multicall have been judged by themselves, and once.
    const isOuter = call.hypercall === hypercalls.multicall;
    const { verdict, isEither } = skipUnknown(call, () =>
      isOuter ? { verdict: attempt(false), isEither: false } : underDoubt(host, attempts),
    );
    if (isBareDone) return bare(call, caller, previous);
    follow(call, verdict, caller, isEither);
    if (verdict.verdict === 'match' && scene.doubtFrom !== undefined)
      doubtInputs(scene.issued!.context, recording, scene.doubtFrom);
    for (const { address, size } of scene.unknown) {
      caller.memory.forget(address, size);
      memoryOf(caller).forget(address, size);
    }
    show(call, caller, 'after');
    believe(after, caller, host);
    scene = previous;
    return verdict;
  }

  /** Of a call that says nothing of what came back: the model's own effects stand. */
  function bare(call: Call, caller: Domain, previous: Scene | undefined): Verdict {
    for (const { address, before } of call.memory)
      memoryOf(caller).write(address, caller.memory.peek(address, before.length));
    scene = previous;
    return skip(call, BARE);
  }

  function argumentOf(call: Call, caller: Domain): Uint8Array {
    const [, address = 0n] = call.args;
    const size = scene?.issued?.command.argument
      ? codec(scene.issued.command.argument, machine.abi).size
      : 0;
    return memoryOf(caller).read(address, size);
  }

  return { machine, show, judge };
}
