import { type Command, xen_memory_exchange } from '../../../abi/index.js';
import { type Call, type CaptureHeader, createMemory, type Memory } from '../../capture/index.js';
import type { CodecFor } from '../../codec/index.js';
import { applyRecording } from './apply-recording.js';
import { targetsOf } from './absent-domain.js';
import { RESERVATIONS } from './command-sets.js';
import { compare, type Difference } from './compare.js';
import type { Context } from '../commands/context.js';
import type { Domain } from '../state/domain.js';
import { UnknownMemory } from '../state/guest-memory.js';
import type { Host } from '../state/host.js';
import { createMachine, type Machine } from '../hypercall.js';
import { locator } from './locate.js';
import { believe, observedOf } from './observed.js';
import { UnknownFact } from '../commands/queries.js';
import { BARE, type Finds, recordedChoices, type Recording } from './recorded-choices.js';
import { afterOf, whole } from './recorded-memory.js';
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
   * @param outer what the multicall's own line says of memory after it
   * @param issue executes the call, and tells what it returns
   */
  judge(call: Call, caller: Domain, outer: readonly Memory[], issue: () => bigint): Verdict;
}

/** Whether a line tells a question alone, as those of a scenario do. */
const isBare = ({ result, memory, raw }: Call, outer: readonly Memory[]): boolean =>
  result === undefined &&
  outer.length === 0 &&
  (raw['observed'] ?? undefined) === undefined &&
  memory.every(({ after }) => after === undefined);

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
  function follow(call: Call, { verdict, differences }: Verdict, caller: Domain): void {
    const { totPages, m2p } = observedOf(call).after;
    if (verdict === 'match') return;
    const { issued, recording } = scene!;
    // What issued no command changed nothing; a multicall's entries have followed already.
    if (!issued) return;
    const isExchange = issued.command.argument === xen_memory_exchange;
    const isSeen = isExchange ? m2p.length > 0 : totPages !== undefined;
    if (verdict === 'differ' && !isAstray(differences, isSeen)) return;
    host.journal!.rollback();
    const { context, command } = issued;
    const isKnown = applyRecording(context, command, recording);
    if (!isKnown && verdict === 'skip') lostAt ??= call.index;
    if (verdict !== 'skip' || !RESERVATIONS.has(command.name)) return;
    for (const target of targetsOf(issued))
      if (target !== caller || totPages === undefined) target.totPages = undefined;
  }

  /** One hypercall: a call of the file, or an entry of a multicall. */
  function judge(
    call: Call,
    caller: Domain,
    outer: readonly Memory[],
    issue: () => bigint,
  ): Verdict {
    const { before, after } = observedOf(call);
    const [was, is] = [before.totPages, after.totPages];
    const previous = scene;
    const recorded = [afterOf(call), ...outer];
    show(call, caller, 'before');
    believe(before, caller, host);
    const recording = {
      result: call.result,
      isBare: isBare(call, outer),
      pages: was !== undefined && is !== undefined ? is - was : undefined,
      before: whole(memoryOf(caller)),
      after: whole(...recorded),
    };
    scene = { recording, illegal: [], unknown: [] };
    const { anonymous } = caller;
    const owned = after.m2p.filter(([mfn]) => host.frames.get(mfn)?.owner !== undefined);
    const wasOwned = new Set(owned.map(([mfn]) => mfn));
    host.journal!.begin();
    let verdict: Verdict;
    try {
      const result = issue();
      if (scene.recording.isBare) return bare(call, caller, previous);
      const { illegal } = scene;
      let locate: ReturnType<typeof locator> | undefined;
      const find = () =>
        (locate ??= locator(header, machine.abi, codec, call, argumentOf(call, caller)));
      const found: Difference[] = [];
      const differences = compare({
        call,
        caller,
        host,
        result,
        illegal,
        after,
        wasOwned,
        anonymous,
        locator: find,
      });
      for (const difference of differences) if (found.push(difference) > MOST) break;
      verdict = verdictOf(call, found, scene.issued, lostAt);
    } catch (error) {
      if (!(error instanceof UnknownMemory || error instanceof UnknownFact)) throw error;
      verdict = skip(call, error.message);
    }
    follow(call, verdict, caller);
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
