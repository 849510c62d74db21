import { hypercalls, MEMOP_EXTENT_SHIFT, multicall_entry } from '../../../abi/index.js';
import type { Call, CaptureHeader, Memory } from '../../capture/index.js';
import { type CodecFor, hex, type Json } from '../../codec/index.js';
import type { Difference } from './difference.js';
import type { Domain } from '../state/domain.js';
import { hypercall, type IssueEntry, resultOf } from '../hypercall.js';
import type { Outer } from './call-recording.js';
import { createJudge } from './judge.js';
import { observedOf } from './observed.js';
import { UnknownFact } from '../commands/queries.js';
import { afterOf, whole } from './recorded-memory.js';
import { setUp } from '../header/setup.js';
import { skip, type Verdict } from './verdict.js';

/** What an entry's line says of its registers against what guest memory says of them. */
function* compareRegisters(line: Call, number: number, args: readonly bigint[]) {
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
function entryVerdict(
  verdict: Verdict,
  call: Call,
  number: number,
  args: readonly bigint[],
): Verdict {
  const wrong = [...compareRegisters(call, number, args)];
  if (wrong.length === 0) return { ...verdict, call };
  return { ...verdict, call, verdict: 'differ', differences: [...wrong, ...verdict.differences] };
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
  const { machine, show, judge } = createJudge(host, header, codec);
  const entryVerdicts = new Map<Call, Verdict>();

  /** A multicall: each entry is judged by itself, on what its own line says. */
  function judgeMulticall(call: Call, caller: Domain, lines: readonly Call[]): Verdict {
    for (const line of lines.toReversed()) show(line, caller, 'before');
    const after = afterOf(call);
    const skipped: string[] = [];
    const found: Difference[] = [];
    const issueEntry: IssueEntry = (i, issued) => {
      const { number, args } = issued;
      const told = entryTold(after, issued);
      const lost = told.result === undefined && lostEntry(call, caller);
      const line = lines[i] ?? { ...call, memory: [], raw: {}, args, hypercall: number };
      const result = line === lines[i] ? line.result : told.result;
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
        { after: [after], ...told, ...lost },
        () => (own = hypercall(machine, issued)),
      );
      if (line === lines[i]) entryVerdicts.set(line, entryVerdict(verdict, line, number, args));
      else found.push(...verdict.differences.filter(({ what }) => what === 'memory'));
      if (verdict.verdict === 'skip') skipped.push(`entry ${i}: ${verdict.reason}`);
      const truth = verdict.verdict === 'skip' ? (told.result ?? result) : own;
      if (truth === undefined) throw new UnknownFact(skipped.at(-1));
      return truth;
    };
    const verdict = judge(call, caller, { after: [] }, () => {
      const { hypercall: number, args } = call;
      const result = hypercall(machine, { caller, number, args }, issueEntry);
      if (skipped.length > 0) believeBeside(call, caller);
      return result;
    });
    const [reason] = skipped;
    const differences = [...verdict.differences, ...found];
    if (differences.length > 0) return { ...verdict, verdict: 'differ', differences };
    return reason === undefined ? verdict : { ...verdict, verdict: 'skip', reason };
  }

  /**
   * What a skipped entry wrote is as it was recorded: bytes that no other entry has changed. The
   * entries themselves are the multicall's own.
   */
  function believeBeside({ memory, args }: Call, caller: Domain): void {
    const [start = 0n, count = 0n] = args;
    const { size } = codec(multicall_entry, machine.abi);
    const end = start + BigInt.asUintN(32, count) * BigInt(size);
    for (const { address, before, after = before } of memory) {
      const bytes = caller.memory.peek(address, after.length);
      for (const [i, byte] of bytes.entries()) {
        const at = address + BigInt(i);
        if (byte === before[i] && (at < start || at >= end)) bytes[i] = after[i]!;
      }
      caller.memory.show(address, bytes);
    }
  }

  /** What is seen of an entry whose result cannot be written: the multicall ends with it. */
  function lostEntry(call: Call, { totPages }: Domain): Pick<Outer, 'isLost' | 'pages'> {
    const after = observedOf(call).after.totPages;
    const pages = after === undefined || totPages === undefined ? undefined : after - totPages;
    return { isLost: call.result === -38n, pages };
  }

  /** What an entry shows after the multicall: its result, and where it was preempted last. */
  function entryTold(
    after: Memory,
    { entry, args, caller }: Parameters<IssueEntry>[1],
  ): { readonly result?: bigint; readonly resumedAt?: bigint } {
    const { abi } = machine;
    const entries = codec(multicall_entry, abi);
    const bytes = whole(after)(entry, entries.size);
    const slot = resultOf(machine, entry);
    if (!bytes || !caller.memory.isWritable(slot.address, slot.size)) return {};
    const told = entries.decode(bytes);
    const result = BigInt.asIntN(abi.sizes.long * 8, told.result);
    const isResumed = told.args.some((arg, i) => arg !== args[i]);
    return { result, ...(isResumed && { resumedAt: told.args[0]! >> BigInt(MEMOP_EXTENT_SHIFT) }) };
  }

  return (call, entries = []) => {
    const judged = entryVerdicts.get(call);
    if (judged) {
      entryVerdicts.delete(call);
      return judged;
    }
    const caller = host.domains.get(call.domid ?? first);
    if (!caller) return skip(call, `domain ${call.domid} is not in the header`);
    if (call.hypercall === hypercalls.multicall) return judgeMulticall(call, caller, entries);
    const { hypercall: number, args } = call;
    return judge(call, caller, { after: [] }, () => hypercall(machine, { caller, number, args }));
  };
}
