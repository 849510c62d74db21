import { multicall_entry, xen_memory_exchange } from '../../abi/index.js';
import { type Call, type CaptureHeader, createMemory, type Memory } from '../capture/index.js';
import type { CodecFor } from '../codec/index.js';
import { compare, type Difference } from './compare.js';
import { createMachine, hypercall } from './hypercall.js';
import { UnknownMemory } from './guest-memory.js';
import { UnknownFact } from './queries.js';
import { type Illegal, recordedChoices, type Recording } from './recorded-choices.js';
import { setUp } from './setup.js';

/** What the model says of one recorded call. */
export interface Verdict {
  readonly call: Call;
  readonly verdict: 'match' | 'differ' | 'skip';
  readonly differences: readonly Difference[];
  /** Why nothing can be said. */
  readonly reason?: string;
}

const whole =
  (memory: Memory) =>
  (address: bigint, size: number): Uint8Array | undefined => {
    const bytes = memory.read(address, size);
    return bytes.length === size ? bytes : undefined;
  };

/** Executes the calls of one capture one after the other and compares; goes on from the truth. */
export function createReplayer(header: CaptureHeader, codec: CodecFor): (call: Call) => Verdict {
  const host = setUp(header.raw, { heap: false });
  const [first = 0] = host.domains.keys();
  const before = createMemory();
  let after = createMemory();
  let illegal: Illegal[] = [];
  /** The results of a multicall's entries, which lines of their own tell again. */
  const entryResults = new Map<number, (bigint | undefined)[]>();

  const machine = createMachine(host, header, codec, (context, command, { result }) => {
    const recording: Recording = { result, before: whole(before), after: whole(after) };
    const isExchange = command.argument === xen_memory_exchange;
    return recordedChoices(context, recording, isExchange, illegal);
  });

  function entryResult(at: bigint): bigint | undefined {
    const entries = codec(multicall_entry, machine.abi);
    const bytes = whole(after)(at, entries.size);
    return bytes && BigInt.asIntN(machine.abi.sizes.long * 8, entries.decode(bytes).result);
  }

  /** A line that tells of a multicall's entry: it was executed with the multicall. */
  function judgeEntry(call: Call, results: (bigint | undefined)[]): Verdict {
    const expected = results.shift();
    if (expected === undefined || call.result === undefined || expected === call.result)
      return { call, verdict: 'match', differences: [] };
    const result = {
      what: 'result',
      path: '',
      expected: String(expected),
      actual: String(call.result),
    } as const;
    return { call, verdict: 'differ', differences: [result] };
  }

  function judge(call: Call): Verdict {
    const skip = (reason: string): Verdict => ({ call, verdict: 'skip', differences: [], reason });
    const caller = host.domains.get(call.domid ?? first);
    if (!caller) return skip(`domain ${call.domid} is not in the header`);
    const entries = call.parent === undefined ? undefined : entryResults.get(call.parent);
    if (entries) return judgeEntry(call, entries);
    illegal = [];
    const results: (bigint | undefined)[] = [];
    entryResults.set(call.index, results);
    try {
      const issued = { caller, number: call.hypercall, args: call.args, result: call.result };
      const result = hypercall(machine, issued, (_, at) => {
        const told = entryResult(at);
        results.push(told);
        return told;
      });
      const differences = compare(call, result, caller, host, illegal);
      return { call, verdict: differences.length > 0 ? 'differ' : 'match', differences };
    } catch (error) {
      if (error instanceof UnknownMemory || error instanceof UnknownFact)
        return skip(error.message);
      throw error;
    }
  }

  return (call) => {
    const memory = host.domains.get(call.domid ?? first)?.memory;
    after = createMemory();
    for (const f of call.memory) {
      memory?.show(f.address, f.before);
      before.write(f.address, f.before);
      after.write(f.address, f.after ?? f.before);
    }
    const verdict = judge(call);
    for (const f of call.memory) {
      memory?.show(f.address, f.after ?? f.before);
      before.write(f.address, f.after ?? f.before);
    }
    return verdict;
  };
}
