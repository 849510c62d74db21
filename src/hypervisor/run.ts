import { hypercalls } from '../../abi/index.js';
import { type Call, type CaptureHeader, createCallDecoder, toHex } from '../capture/index.js';
import { type CodecFor, hex, numberToJson } from '../codec/index.js';
import { heapChoices } from './oracle.js';
import { forget } from './memory/forget.js';
import type { Domain } from './state/domain.js';
import type { Host } from './state/host.js';
import { hypercall } from './hypercall.js';
import { createMachine, type Issued } from './machine.js';
import { isUnknown, known, UnknownFact } from './state/unknown.js';
import { setUp } from './header/setup.js';

type Line = Readonly<Record<string, unknown>>;

/** A call of a capture with what the model did: a line of a capture again. */
export interface Ran {
  readonly line: Line;
  /** Why the outcome cannot be told, and then there is no result. */
  readonly reason?: string;
  /** Whether that is so of every call from this one on. */
  readonly isLast?: boolean;
  /** Of a multicall: its entries' lines, but for `parent`, in place of those that it had. */
  readonly entries?: readonly Ran[];
}

/** M2P entries of one call that are told. */
const MOST = 4096;

/** The call's fragments with their bytes after it, where they changed; unknown keys are kept. */
function memoryOf({ memory, raw }: Call, caller: Domain): Line[] {
  return memory.map(({ address, before }, i) => {
    const written = (raw['memory'] as readonly Line[] | undefined)?.[i] ?? {};
    const { struct: _s, value: _v, list: _l, values: _w, after: _a, ...kept } = written;
    const now = caller.memory.peek(address, before.length);
    const isKnown = now.length === before.length;
    const [was, after] = [toHex(before), toHex(now)];
    return {
      ...kept,
      address: hex(address),
      before: was,
      ...(isKnown && after !== was && { after }),
    };
  });
}

/** The M2P entries of the frames that lists name, as far as the model knows them. */
function m2pOf(host: Host, lists: readonly (readonly unknown[] | undefined)[]) {
  const frames = new Set(lists.flatMap((list) => list?.slice(0, MOST) ?? []));
  return [...frames].slice(0, MOST).flatMap((mfn) => {
    const frame = typeof mfn === 'bigint' ? host.frames.get(mfn) : undefined;
    const pfn = frame?.pfn;
    return pfn === undefined ? [] : [[hex(mfn as bigint), pfn === null ? null : hex(pfn)]];
  });
}

/**
 * Executes the calls of a capture on the model, one after the other. A call whose outcome
 * cannot be told changes nothing.
 * @throws FactError for a header that cannot be
 */
export function createRunner(
  header: CaptureHeader,
  codec: CodecFor,
): (call: Call, entries?: readonly Call[]) => Ran {
  const host = setUp(header.raw, { heap: true, undo: true });
  const { budget } = host.journal!;
  const [first = 0] = host.domains.keys();
  const nothing = (): void => undefined;
  /** Doubts what the call at hand may have done. */
  let doubt = nothing;
  const machine = createMachine(host, header, codec, (context, command) => {
    doubt = () => forget(context, command, `what ${command.name} did is not known`);
    return host.heap
      ? heapChoices(host.heap)
      : { allocate: () => known<bigint>(undefined, 'host.maxPage') };
  });

  /** The lists of a call, before and after it. */
  function listsOf(call: Call, { memory }: Domain) {
    const fragments = call.memory.map(({ address, before }) => ({
      address,
      before,
      after: memory.peek(address, before.length),
    }));
    return createCallDecoder(header, codec)({ ...call, memory: fragments }).lists;
  }

  function observe(call: Call, caller: Domain, execute: () => bigint): Ran {
    const { result: _result, observed: _observed, memory: _memory, ...kept } = call.raw;
    for (const f of call.memory) caller.memory.show(f.address, f.before);
    const was = caller.totPages;
    const isPv = caller.mode === 'pv' && call.hypercall === hypercalls.memory_op;
    const before = isPv
      ? m2pOf(
          host,
          listsOf(call, caller).map((list) => list.before),
        )
      : [];
    host.journal!.begin();
    doubt = nothing;
    try {
      const result = budget.during(execute);
      const lists = isPv ? listsOf(call, caller) : [];
      const after = m2pOf(
        host,
        lists.map((list) => list.after ?? list.before),
      );
      const observed = {
        ...(was !== undefined && { totPages: [was, caller.totPages ?? was].map(numberToJson) }),
        ...(before.length + after.length > 0 && { m2p: { before, after } }),
      };
      const memory = memoryOf(call, caller);
      const isObserved = Object.keys(observed).length > 0;
      const line = {
        ...kept,
        memory,
        result: numberToJson(result),
        ...(isObserved && { observed }),
      };
      return { line };
    } catch (error) {
      if (!isUnknown(error)) throw error;
      host.journal!.rollback();
      // As the call found it: what it may have touched is forgotten next.
      const memory = memoryOf(call, caller);
      doubt();
      const line = { ...kept, memory };
      return { line, reason: error.message, ...(budget.end !== undefined && { isLast: true }) };
    }
  }

  function multicall(call: Call, caller: Domain, lines: readonly Call[]): Ran {
    for (const line of lines.toReversed())
      for (const f of line.memory) caller.memory.show(f.address, f.before);
    const entries: Ran[] = [];
    const ran = observe(call, caller, () =>
      hypercall(machine, { caller, ...registers(call) }, (i, entry) => {
        const args = entry.args.map((arg) => hex(arg));
        const raw = { kind: 'call', hypercall: entry.number, args };
        const line = lines[i] ?? { ...call, memory: [], raw };
        let own: bigint | undefined;
        const { hypercall: _, args: __, ...rest } = line.raw;
        const { kind = 'call', ...others } = rest;
        const written = { kind, hypercall: entry.number, args, ...others };
        const ran = observe(
          { ...line, hypercall: entry.number, args: entry.args, raw: written },
          caller,
          () => (own = hypercall(machine, entry)),
        );
        entries.push(ran);
        if (own === undefined) throw new UnknownFact(`entry ${i}: ${ran.reason}`);
        return own;
      }),
    );
    const rest = lines.slice(entries.length).map((line) => ({ line: line.raw }));
    return { ...ran, entries: [...entries, ...rest] };
  }

  const registers = ({ hypercall: number, args }: Call): Pick<Issued, 'number' | 'args'> => ({
    number,
    args,
  });

  return (call, entries = []) => {
    const { result: _result, observed: _observed, ...line } = call.raw;
    if (budget.end !== undefined) return { line, reason: budget.end, isLast: true };
    for (const each of [call, ...entries]) budget.earn(each);
    const caller = host.domains.get(call.domid ?? first);
    if (!caller) return { line, reason: `domain ${call.domid} is not in the header` };
    if (call.hypercall === hypercalls.multicall) return multicall(call, caller, entries);
    return observe(call, caller, () => hypercall(machine, { caller, ...registers(call) }));
  };
}
