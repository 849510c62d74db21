import { hypercalls, multicall_entry } from '../../../abi/index.js';
import type { Call, CaptureHeader, Memory } from '../../capture/index.js';
import { type CodecFor, hex, type Json } from '../../codec/index.js';
import type { Difference } from './compare.js';
import type { Domain } from '../state/domain.js';
import { hypercall, type Hypercall } from '../hypercall.js';
import { createJudge } from './judge.js';
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
      if (line === lines[i]) entryVerdicts.set(line, entryVerdict(verdict, line, number, args));
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
    if (!caller) return skip(call, `domain ${call.domid} is not in the header`);
    if (call.hypercall === hypercalls.multicall) return judgeMulticall(call, caller, entries);
    const { hypercall: number, args } = call;
    return judge(call, caller, [], () => hypercall(machine, { caller, number, args }));
  };
}
