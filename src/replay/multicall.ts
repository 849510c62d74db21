import { errno, MEMOP_EXTENT_SHIFT, multicall_entry } from '../../abi/index.js';
import { type Call, createMemory, type Memory } from '../capture/index.js';
import { type CodecFor, hex, type Json } from '../codec/index.js';
import { hypercall } from '../hypervisor/hypercall.js';
import { forgetAll } from '../hypervisor/memory/forget.js';
import { countOf, type IssueEntry, resultSlot } from '../hypervisor/multicall.js';
import type { Domain } from '../hypervisor/state/domain.js';
import { UnknownFact } from '../hypervisor/state/unknown.js';
import { checkContinuation } from './compare/continuation.js';
import type { Difference } from './compare/difference.js';
import type { Judge } from './judge.js';
import { areEqual } from './footing.js';
import { observedOf } from './observed.js';
import { type Entries, entriesOf } from './later-writes.js';
import { hasAnswer, memoryAfter, type Outer, reader } from './recording.js';
import type { Verdict } from './verdict.js';

const FAULT = -BigInt(errno.EFAULT);

type Entry = Parameters<IssueEntry>[1];

/** What an entry's line says of its registers against what guest memory says of them. */
function* compareRegisters(line: Call, { number, args }: Entry): Generator<Difference> {
  const differ = (path: string, expected: Json, actual: Json): Difference => ({
    what: 'memory',
    path,
    expected,
    actual,
  });
  if (line.hypercall !== number) yield differ('hypercall', number, line.hypercall);
  for (const [i, actual] of line.args.entries()) {
    const expected = args[i] ?? 0n;
    if (actual !== expected) yield differ(`args[${i}]`, hex(expected), hex(actual));
  }
}

/** The verdict of an entry's own line. */
function lineVerdict(verdict: Verdict, call: Call, entry: Entry): Verdict {
  const wrong = [...compareRegisters(call, entry)];
  if (wrong.length === 0) return { ...verdict, call };
  return { ...verdict, call, verdict: 'differ', differences: [...wrong, ...verdict.differences] };
}

/** What is seen of an entry whose result cannot be written: the multicall ends with it. */
function lastEntry(call: Call, { totPages }: Domain): Pick<Outer, 'isLost' | 'pages'> {
  // Its result says whether the entry was preempted, and did not go on.
  if (call.result === undefined) throw new UnknownFact('the result is not recorded');
  const after = observedOf(call).after.totPages;
  const pages = after === undefined || totPages === undefined ? undefined : after - totPages;
  return { isLost: call.result === -38n, pages };
}

/** Judges a multicall: each entry by itself, on what its own line says, whose verdict is told. */
export type MulticallJudge = (
  call: Call,
  caller: Domain,
  lines: readonly Call[],
  tell: (line: Call, verdict: Verdict) => void,
) => Verdict;

export function createMulticallJudge(
  { machine, memory, judge }: Judge,
  codec: CodecFor,
): MulticallJudge {
  const { abi } = machine;
  const entries = codec(multicall_entry, abi);

  /** Whether an entry's result can be written. */
  function isTellable({ entry, caller }: Pick<Entry, 'entry' | 'caller'>): boolean {
    const { address, size } = resultSlot(abi, entry);
    return caller.memory.isWritable(address, size);
  }

  /** What an entry shows after the multicall: its result, and where it was preempted last. */
  function entryShown(
    call: Call,
    after: Pick<Memory, 'read'>,
    { entry, args, caller }: Entry,
  ): { readonly result?: bigint; readonly resumedAt?: bigint } {
    const bytes = reader(after)(entry, entries.size);
    if (!bytes || !isTellable({ entry, caller })) return {};
    // Where nobody said what is mapped, one that did not change may not have been written.
    const { address, size } = resultSlot(abi, entry);
    const isSame = areEqual(caller.memory.peek(address, size), after.read(address, size));
    if (call.result !== 0n && caller.memory.isUnregioned && isSame) return {};
    const shown = entries.decode(bytes);
    const result = BigInt.asIntN(abi.sizes.long * 8, shown.result);
    const isResumed = shown.args.some((arg, i) => arg !== args[i]);
    return {
      result,
      ...(isResumed && { resumedAt: shown.args[0]! >> BigInt(MEMOP_EXTENT_SHIFT) }),
    };
  }

  /**
   * What a skipped entry wrote is as it was recorded: bytes that no other entry has changed. The
   * entries themselves are the multicall's own.
   */
  function believeBeside({ memory: fragments, args }: Call, caller: Domain): void {
    const [start = 0n, count = 0n] = args;
    const end = start + countOf(machine, count) * BigInt(entries.size);
    for (const { address, before, after = before } of fragments) {
      for (const run of caller.memory.runs(address, after.length)) {
        const from = Number(run.address - address);
        const bytes = run.bytes.slice();
        for (const [i, byte] of bytes.entries()) {
          const at = run.address + BigInt(i);
          if (byte === before[from + i] && (at < start || at >= end)) bytes[i] = after[from + i]!;
        }
        caller.memory.show(run.address, bytes);
      }
    }
  }

  return (call, caller, lines, tell) => {
    // Observations that cannot be are found out before anything is executed.
    for (const line of [call, ...lines]) {
      observedOf(line);
      checkContinuation(line);
    }
    for (const line of lines.toReversed()) memory.show(line, caller, 'before');
    // Of one that never came back nothing is known afterwards.
    const isQuestion = !hasAnswer(call, observedOf(call));
    const all = isQuestion ? createMemory() : memoryAfter(call);
    let told: Entries | undefined;
    const skipped: string[] = [];
    /** Whether the model has not done all that was recorded. */
    let isBelieved = false;
    const found: Difference[] = [];
    let issued = 0;
    const issueEntry: IssueEntry = (i, entry) => {
      const { number, args } = entry;
      told ??= entriesOf(machine, caller, call, all);
      const after = told.shownTo(i);
      const { result: shown, resumedAt } = entryShown(call, after, entry);
      const outer = {
        after,
        resumedAt,
        isQuestion,
        ...(!isTellable(entry) && lastEntry(call, caller)),
      };
      const line = lines[i];
      const { result: _, ...rest } = line ?? { ...call, memory: [], raw: {} };
      const result = line ? line.result : shown;
      let own: bigint | undefined;
      issued++;
      const { verdict, isUndecided, isKept } = judge({
        call: { ...rest, hypercall: number, args, ...(result !== undefined && { result }) },
        caller,
        outer,
        issue: () => (own = hypercall(machine, entry)),
      });
      if (line) tell(line, lineVerdict(verdict, line, entry));
      else found.push(...verdict.differences.filter(({ what }) => what === 'memory'));
      const isSkipped = verdict.verdict === 'skip';
      if (isSkipped || isUndecided) isBelieved = true;
      if (isSkipped) {
        skipped.push(`entry ${i}: ${verdict.reason}`);
        memory.forget(told.writtenBy(i), caller);
      }
      if (!isKept) {
        // Where it was preempted, its registers are in guest memory by now.
        const bytes = after.read(entry.entry, entries.size);
        if (bytes.length === entries.size) caller.memory.show(entry.entry, bytes);
      }
      const { address, size } = resultSlot(abi, entry.entry);
      // Whatever it is, where it cannot be written the multicall ends with its entry.
      const isLast = call.result === FAULT && !caller.memory.isWritable(address, size);
      const truth = isSkipped ? (shown ?? result ?? (isLast ? 0n : undefined)) : own;
      if (truth === undefined) throw new UnknownFact(skipped.at(-1));
      return truth;
    };
    const { verdict } = judge({
      call,
      caller,
      issue() {
        const { hypercall: number, args } = call;
        const result = hypercall(machine, { caller, number, args }, issueEntry);
        if (isBelieved) believeBeside(call, caller);
        return result;
      },
    });
    if (verdict.verdict === 'skip' && BigInt(issued) < countOf(machine, call.args[1]))
      forgetAll(machine.host, `what call ${call.index} did is not known`);
    const [reason] = skipped;
    const differences = [...verdict.differences, ...found];
    if (differences.length > 0) return { ...verdict, verdict: 'differ', differences };
    return reason === undefined ? verdict : { ...verdict, verdict: 'skip', reason };
  };
}
