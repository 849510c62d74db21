import { hypercalls } from '../../abi/index.js';
import type { Call, CaptureHeader } from '../capture/index.js';
import type { CodecFor } from '../codec/index.js';
import { setUp } from '../hypervisor/header/setup.js';
import { hypercall } from '../hypervisor/hypercall.js';
import type { Domain } from '../hypervisor/state/domain.js';
import { createJudge } from './judge.js';
import { createMulticallJudge } from './multicall.js';
import { skip, type Verdict } from './verdict.js';

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
  const { budget } = host.journal!;
  const judge = createJudge(host, header, codec);
  const judgeMulticall = createMulticallJudge(judge, codec);
  /** Verdicts of entries' lines, which come after their multicall's. */
  const verdicts = new Map<Call, Verdict>();

  /** A multicall, and of its entries' lines those that it did not get to. */
  function multicall(call: Call, caller: Domain, entries: readonly Call[]): Verdict {
    for (const line of entries) verdicts.set(line, skip(line, 'its multicall did not get there'));
    const verdict = judgeMulticall(call, caller, entries, (line, own) => verdicts.set(line, own));
    // What it read of its entries may not be what they were.
    if (verdict.verdict === 'skip')
      for (const line of entries)
        if (verdicts.get(line)?.verdict === 'differ')
          verdicts.set(line, skip(line, verdict.reason ?? ''));
    return verdict;
  }

  return (call, entries = []) => {
    const verdict = verdicts.get(call);
    if (verdict) {
      verdicts.delete(call);
      return verdict;
    }
    if (budget.end !== undefined) return { ...skip(call, budget.end), isLast: true };
    for (const each of [call, ...entries]) budget.earn(each);
    judge.memory.begin();
    // Domains come and go without a capture saying so.
    host.others.clear();
    const { hypercall: number, args, domid = first } = call;
    const caller = host.domains.get(domid);
    if (!caller) return skip(call, `domain ${domid} is not in the header`);
    if (number === hypercalls.multicall) return multicall(call, caller, entries);
    const issue = (): bigint =>
      budget.during(() => hypercall(judge.machine, { caller, number, args }));
    return judge.judge({ call, caller, issue }).verdict;
  };
}
