import { type Call, type CaptureHeader, toHex } from '../capture/index.js';
import type { CodecFor } from '../codec/index.js';
import { heapChoices } from './choices.js';
import type { Domain } from './domain.js';
import { UnknownMemory } from './guest-memory.js';
import { createMachine, hypercall } from './hypercall.js';
import { UnknownFact } from './queries.js';
import { setUp } from './setup.js';

/** A call of a capture with what the model did: a line of a capture again. */
export interface Ran {
  readonly line: Readonly<Record<string, unknown>>;
  /** Why the outcome cannot be told, and then there is no result. */
  readonly reason?: string;
}

const hexAddress = (address: bigint): string => `0x${address.toString(16)}`;

/** The call's fragments with their bytes after it, where they changed. */
function memoryOf(call: Call, { memory }: Domain): Record<string, unknown>[] {
  return call.memory.map(({ address, before }) => {
    const after = toHex(memory.peek(address, before.length));
    const was = toHex(before);
    return { address: hexAddress(address), before: was, ...(after !== was && { after }) };
  });
}

/** Executes the calls of a capture on the model, one after the other. */
export function createRunner(header: CaptureHeader, codec: CodecFor): (call: Call) => Ran {
  const host = setUp(header.raw, { heap: true });
  const [first = 0] = host.domains.keys();
  const machine = createMachine(host, header, codec, () =>
    host.heap
      ? heapChoices(host.heap)
      : {
          allocate: () => {
            throw new UnknownFact('the header does not say host.maxPage');
          },
        },
  );
  return (call) => {
    const caller = host.domains.get(call.domid ?? first);
    const { result: _result, observed: _observed, memory: _memory, ...kept } = call.raw;
    if (!caller) return { line: kept, reason: `domain ${call.domid} is not in the header` };
    for (const f of call.memory) caller.memory.show(f.address, f.before);
    const was = caller.totPages;
    try {
      const result = hypercall(machine, { caller, number: call.hypercall, args: call.args });
      const pages = [was, caller.totPages].map(Number);
      return {
        line: {
          ...kept,
          memory: memoryOf(call, caller),
          result: Number.isSafeInteger(Number(result)) ? Number(result) : String(result),
          ...(was !== undefined && { observed: { totPages: pages } }),
        },
      };
    } catch (error) {
      if (!(error instanceof UnknownMemory || error instanceof UnknownFact)) throw error;
      return { line: { ...kept, memory: memoryOf(call, caller) }, reason: error.message };
    }
  };
}
