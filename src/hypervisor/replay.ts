import { type Command, hypercalls, multicall_entry, xen_memory_exchange } from '../../abi/index.js';
import { type Call, type CaptureHeader, createMemory, type Memory } from '../capture/index.js';
import type { CodecFor } from '../codec/index.js';
import { applyRecording } from './apply-recording.js';
import { compare, type Difference } from './compare.js';
import type { Context } from './context.js';
import type { Domain } from './domain.js';
import { UnknownMemory } from './guest-memory.js';
import { createMachine, hypercall, type Hypercall } from './hypercall.js';
import { locator } from './locate.js';
import { believe, observedOf } from './observed.js';
import { UnknownFact } from './queries.js';
import { type Illegal, recordedChoices, type Recording } from './recorded-choices.js';
import { setUp } from './setup.js';
import { absentDomain } from './absent-domain.js';

/** What the model says of one recorded call. */
export interface Verdict {
  readonly call: Call;
  readonly verdict: 'match' | 'differ' | 'skip';
  readonly differences: readonly Difference[];
  /** Why nothing can be said, or how many differences are left out. */
  readonly reason?: string;
}

/** Differences of one call that are told. */
const MOST = 100;

const whole =
  (...memories: readonly Memory[]) =>
  (address: bigint, size: number): Uint8Array | undefined => {
    for (const memory of memories) {
      const bytes = memory.read(address, size);
      if (bytes.length === size) return bytes;
    }
    return undefined;
  };

/** A call while it is judged. */
interface Scene {
  readonly recording: Recording;
  readonly illegal: Illegal[];
  /** What the call turned out to be, once it got that far. */
  issued?: { readonly context: Context; readonly command: Command };
}

/**
 * Whether the model's effects are not those of the recording. A result or a progress alone can
 * be wrong where pages and M2P, if they were seen, are as the model has them.
 */
function isAstray(differences: readonly Difference[], isSeen: boolean): boolean {
  const isTold = ({ what, path }: Difference): boolean =>
    what === 'result' || path === 'nr_exchanged';
  return differences.some(isTold) && !(isSeen && differences.every(isTold));
}

/**
 * Executes the calls of one capture one after the other and compares. Whatever it finds, it
 * goes on from what was recorded.
 * @throws FactError for a header or an observation that cannot be
 */
export function createReplayer(
  header: CaptureHeader,
  codec: CodecFor,
  host = setUp(header.raw, { heap: false, undo: true }),
): (call: Call, entries?: readonly Call[]) => Verdict {
  const [first = 0] = host.domains.keys();
  const memories = new Map<Domain, Memory>();
  const entryVerdicts = new Map<Call, Verdict>();
  /** Since a call that gave up frames whose numbers were not recorded. */
  let lostAt: number | undefined;
  let scene: Scene | undefined;

  const machine = createMachine(host, header, codec, (context, command) => {
    const { recording, illegal } = scene!;
    const isExchange = command.argument === xen_memory_exchange;
    const choices = recordedChoices(context, recording, isExchange, illegal);
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

  const afterOf = ({ memory }: Call): Memory => {
    const after = createMemory();
    for (const f of memory) after.write(f.address, f.after ?? f.before);
    return after;
  };

  function verdictOf(call: Call, caller: Domain, found: readonly Difference[]): Verdict {
    if (found.length === 0) return { call, verdict: 'match', differences: [] };
    const skip = (reason: string): Verdict => ({ call, verdict: 'skip', differences: [], reason });
    const { issued } = scene ?? {};
    const wrong = found.find(({ what }) => what === 'result')?.expected;
    const absent = issued && absentDomain(issued, wrong, call.result);
    if (absent !== undefined) return skip(`domain ${absent} is not in the header`);
    if (lostAt !== undefined && issued && [0, 1, 6, 11, 26].includes(issued.command.number))
      return skip(`which frames domain ${caller.domid} owns is unknown since call ${lostAt}`);
    const differences = found.slice(0, MOST);
    const reason = `${found.length} differences, of which ${MOST} are told`;
    return { call, verdict: 'differ', differences, ...(found.length > MOST && { reason }) };
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
    const isCounted = [0, 1, 6].includes(command.number);
    if (verdict === 'skip' && isCounted && totPages === undefined) caller.totPages = undefined;
  }

  /** One hypercall: a call of the file, or an entry of a multicall. */
  function judge(
    call: Call,
    caller: Domain,
    outer: readonly Memory[],
    issue: () => bigint,
  ): Verdict {
    const { before, after } = observedOf(call);
    const previous = scene;
    const recorded = [afterOf(call), ...outer];
    show(call, caller, 'before');
    believe(before, caller, host);
    const recording = {
      result: call.result,
      before: whole(memoryOf(caller)),
      after: whole(...recorded),
    };
    scene = { recording, illegal: [] };
    const { anonymous } = caller;
    const owned = after.m2p.filter(([mfn]) => host.frames.get(mfn)?.owner !== undefined);
    const wasOwned = new Set(owned.map(([mfn]) => mfn));
    host.journal!.begin();
    let verdict: Verdict;
    try {
      const result = issue();
      const { illegal } = scene;
      let locate: ReturnType<typeof locator> | undefined;
      const find = () =>
        (locate ??= locator(header, machine.abi, codec, call, argumentOf(call, caller)));
      const found = compare({
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
      verdict = verdictOf(call, caller, [...found]);
    } catch (error) {
      if (!(error instanceof UnknownMemory || error instanceof UnknownFact)) throw error;
      verdict = { call, verdict: 'skip', differences: [], reason: error.message };
    }
    follow(call, verdict, caller);
    show(call, caller, 'after');
    believe(after, caller, host);
    scene = previous;
    return verdict;
  }

  function argumentOf(call: Call, caller: Domain): Uint8Array {
    const [, address = 0n] = call.args;
    const size = scene?.issued?.command.argument
      ? codec(scene.issued.command.argument, machine.abi).size
      : 0;
    return memoryOf(caller).read(address, size);
  }

  /** A multicall: each entry is judged by itself, on what its own line says. */
  function judgeMulticall(call: Call, caller: Domain, lines: readonly Call[]): Verdict {
    for (const line of [...lines].reverse()) show(line, caller, 'before');
    const after = afterOf(call);
    const skipped: string[] = [];
    const found: Difference[] = [];
    const issueEntry = (i: number, { number, args }: Hypercall, at: bigint): bigint => {
      const told = entryResult(after, at);
      const line = lines[i] ?? { ...call, memory: [], raw: {}, args, hypercall: number };
      const result = line === lines[i] ? line.result : told;
      const { result: _, ...rest } = line;
      const entry: Call = {
        ...rest,
        hypercall: number,
        args,
        ...(result !== undefined && { result }),
      };
      let own: bigint | undefined;
      const verdict = judge(
        entry,
        caller,
        [after],
        () => (own = hypercall(machine, { caller, number, args })),
      );
      if (line === lines[i]) entryVerdicts.set(line, { ...verdict, call: line });
      else found.push(...verdict.differences.filter(({ what }) => what === 'memory'));
      if (verdict.verdict === 'skip') skipped.push(`entry ${i}: ${verdict.reason}`);
      const truth = verdict.verdict === 'skip' ? (told ?? result) : own;
      if (truth === undefined) throw new UnknownFact(skipped.at(-1));
      return truth;
    };
    const verdict = judge(call, caller, [], () =>
      hypercall(machine, { caller, number: call.hypercall, args: call.args }, issueEntry),
    );
    const [reason] = skipped;
    const differences = [...verdict.differences, ...found];
    if (differences.length > 0) return { ...verdict, verdict: 'differ', differences };
    return reason === undefined ? verdict : { ...verdict, verdict: 'skip', reason };
  }

  function entryResult(after: Memory, at: bigint): bigint | undefined {
    const entries = codec(multicall_entry, machine.abi);
    const bytes = whole(after)(at, entries.size);
    return bytes && BigInt.asIntN(machine.abi.sizes.long * 8, entries.decode(bytes).result);
  }

  return (call, entries = []) => {
    const judged = entryVerdicts.get(call);
    if (judged) {
      entryVerdicts.delete(call);
      return judged;
    }
    const caller = host.domains.get(call.domid ?? first);
    if (!caller) {
      const reason = `domain ${call.domid} is not in the header`;
      return { call, verdict: 'skip', differences: [], reason };
    }
    if (call.hypercall === hypercalls.multicall) return judgeMulticall(call, caller, entries);
    const { hypercall: number, args } = call;
    return judge(call, caller, [], () => hypercall(machine, { caller, number, args }));
  };
}
