import { hypercalls, multicall_entry } from '../../../abi/index.js';
import { hypercall } from '../../../src/hypervisor/index.js';
import type { Hypercall } from './calls.js';
import { ARGUMENT, numberOf, type Plan } from './issue.js';
import { RAM, type World } from './world.js';

/** A call as the one entry of a multicall. */

const AT = RAM.start + 0xa00n;

/** What came of a multicall: its own result, its entry's, and the one that the entry was told. */
export interface Entered {
  readonly outer: bigint;
  readonly own: bigint | undefined;
  readonly told: bigint;
}

/** The same plan with a multicall's one entry in memory, which the call may write. */
export function planEntry(world: World, planned: Plan, op: Hypercall['op']): Plan {
  const { caller } = planned;
  const { abi, codec } = world.machines.get(caller.domid)!;
  const entries = codec(multicall_entry, abi);
  const args = [numberOf(op), ARGUMENT, 0n, 0n, 0n, 0n];
  const bytes = entries.encode({ op: BigInt(hypercalls.memory_op), result: 0n, args });
  caller.memory.show(AT, bytes);
  const entry = { at: AT, size: entries.size, values: [0n] };
  return { ...planned, writable: [...planned.writable, entry] };
}

/** Issues the multicall that `planEntry` put there. */
export function issueEntry(world: World, { caller }: Plan): Entered {
  const machine = world.machines.get(caller.domid)!;
  const entries = machine.codec(multicall_entry, machine.abi);
  let own: bigint | undefined;
  const args = [AT, 1n];
  const outer = hypercall(machine, { caller, number: hypercalls.multicall, args }, (_, entry) => {
    own = hypercall(machine, entry);
    return own;
  });
  const { result } = entries.decode(caller.memory.peek(AT, entries.size));
  return { outer, own, told: BigInt.asIntN(machine.abi.sizes.long * 8, result) };
}
