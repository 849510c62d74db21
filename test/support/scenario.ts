import { expect } from 'vitest';
import { type InterfaceName, interfaces } from '../../abi/index.js';
import {
  type AllocationRequest,
  type CallFacts,
  createMachine,
  type Domain,
  heapChoices,
  hold,
  type Host,
  hypercall,
  release,
  scenario,
  type ScenarioFacts,
  setUp,
} from '../../src/hypervisor/index.js';
import { codec, dotted, entriesOf, type Layout, layoutOf, type Type } from '../../src/index.js';
import {
  checkResult,
  checkWrites,
  fieldAt,
  type Fields,
  keepsPages,
  watch,
  writable,
  type Write,
} from './call-checks.js';
import { brokenInvariants } from './invariants.js';

/** What came of a call. */
export interface Done {
  readonly result: bigint;
  /** A field of the argument, by dotted path, after the call. */
  field(path: string): unknown;
  /** The elements of a list, by the path of its handle, after the call. */
  list(path: string, count: number): bigint[];
}

/** Faults to inject; nothing fails by itself. */
export interface Seams {
  allow?: (size: number, isWrite: boolean) => number;
  refuse?: (request: AllocationRequest) => boolean;
  preempt?: (done: bigint) => boolean;
}

/** A model with guests, which checks after every call what must always hold. */
export interface Bench {
  readonly host: Host;
  readonly seams: Seams;
  domain(domid?: number): Domain;
  call(command: string, facts?: CallFacts): Done;
  /** A reference of nobody in particular: a grant that is mapped elsewhere. */
  hold(mfn: bigint): void;
  release(mfn: bigint): void;
  /** All state of the model, to compare. */
  state(): unknown;
}

/** Everything in a model that can change, guest memory apart. */
function stateOf(host: Host): unknown {
  return {
    domains: [...host.domains.values()].map((d) => ({
      domid: d.domid,
      totPages: d.totPages,
      claim: d.claim,
      anonymous: d.anonymous,
      p2m: [...(d.p2m?.entries() ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)),
      pins: [...d.pins],
      xenPages: [...d.xenPages],
    })),
    frames: Array.from({ length: Number(host.maxPage) }, (_, mfn) => {
      const frame = host.frames.get(BigInt(mfn));
      return frame?.owner === undefined ? undefined : frame;
    }),
    free: host.heap?.size(),
  };
}

/** @param facts the scenario; `host.maxPage` is needed */
export function bench(facts: ScenarioFacts): Bench {
  const { header, call } = scenario(facts);
  const seams: Seams = {};
  const allow = (size: number, isWrite: boolean): number => seams.allow?.(size, isWrite) ?? size;
  const host = setUp(header.raw, { heap: true, allow });
  const first = host.domains.values().next().value!;
  const writes: Write[] = [];
  for (const domain of host.domains.values()) watch(domain, writes);
  const held = new Map<bigint, number>();
  const machine = createMachine(host, header, codec, () => {
    const choices = heapChoices(host.heap!, (done) => seams.preempt?.(done) ?? false);
    return {
      ...choices,
      allocate: (request) =>
        seams.refuse?.(request) === true ? undefined : choices.allocate(request),
    };
  });

  function issue(name: string, callFacts: CallFacts = {}): Done {
    const issued = call(name, callFacts);
    const caller = host.domains.get(issued.domid ?? first.domid)!;
    const command = interfaces[header.interface as InterfaceName].find((c) => c.name === name)!;
    for (const f of issued.memory) caller.memory.show(f.address, f.before);
    const argument = issued.args[1] ?? 0n;
    const decode = (bytes: Uint8Array): Fields =>
      command.argument ? (codec(command.argument, machine.abi).decode(bytes) as Fields) : {};
    const start = BigInt(callFacts.startExtent ?? 0);
    const before = { ...(issued.memory[0] && decode(issued.memory[0].before)), start };
    const isDying = [...host.domains.values()].some((d) => d.isDying);
    const pages = [...host.domains.values()].map((d) => d.totPages);
    writes.length = 0;
    const result = hypercall(machine, { caller, number: issued.hypercall, args: issued.args });
    const size = issued.memory[0]?.before.length ?? 0;
    const after = decode(caller.memory.peek(argument, size));
    expect(brokenInvariants(host, held), name).toEqual([]);
    const ranges = command.argument ? writable(command, header.abi, argument, before) : [];
    checkWrites(writes, ranges, name);
    checkResult(command, { ...before, isDying }, after, result);
    if (keepsPages(command) && !isDying)
      expect([...host.domains.values()].map((d) => d.totPages)).toEqual(pages);
    return {
      result,
      field: (path) => fieldAt(after, path),
      list(path, count) {
        const { type } = [...entriesOf(layoutOf(command.argument!, machine.abi) as Layout)].find(
          (entry) => dotted(entry.path) === path,
        )!.layout;
        const target = type.kind === 'handle' ? type.target : undefined;
        const { size: each } = layoutOf(target as Type, machine.abi) as Layout;
        const bytes = caller.memory.peek(fieldAt(after, path) as bigint, each * count);
        return Array.from({ length: count }, (_, i) =>
          BigInt(codec(target as Type, machine.abi).decode(bytes, i * each) as number | bigint),
        );
      },
    };
  }

  return {
    host,
    seams,
    domain: (domid = first.domid) => host.domains.get(domid)!,
    call: issue,
    hold(mfn) {
      hold(host, mfn);
      held.set(mfn, (held.get(mfn) ?? 0) + 1);
    },
    release(mfn) {
      release(host, mfn);
      held.set(mfn, held.get(mfn)! - 1);
    },
    state: () => stateOf(host),
  };
}
