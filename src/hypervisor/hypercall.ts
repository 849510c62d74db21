import { hypercalls, x86Hypercalls } from '../../abi/index.js';
import { error } from './guest/call.js';
import type { Issued, Machine } from './machine.js';
import { memoryOp } from './memory/memory-op.js';
import { type IssueEntry, multicall } from './multicall.js';
import { UnknownFact } from './state/unknown.js';

/** public/xen.h: arch_7, one less than this, is the last hypercall. */
const HYPERCALLS = 56;
const ALL = new Set<number>(Object.values(hypercalls));
const ON_X86 = new Set<number>(x86Hypercalls.map((name) => hypercalls[name]));

/** Whether a number has no hypercall, on any architecture or on the guest's. */
const isNobodys = ({ abi, host }: Machine, number: number): boolean =>
  number >= HYPERCALLS ||
  !ALL.has(number) ||
  // Its number is kept; 4.13 was the first release without it.
  number === hypercalls.tmem_op ||
  (host.rules.lacksXenoprof && number === hypercalls.xenoprof_op) ||
  (!host.rules.knowsHypfs && number === hypercalls.hypfs_op) ||
  (!abi.name.startsWith('x86') && ON_X86.has(number));

/**
 * Issues a hypercall and tells what it returns.
 * @param issue what is done with each entry of a multicall
 * @throws UnknownMemory, UnknownFact where the outcome depends on what nobody recorded
 */
export function hypercall(
  machine: Machine,
  issued: Issued,
  issue: IssueEntry = (_, entry) => hypercall(machine, entry),
): bigint {
  if (issued.number === hypercalls.memory_op) return memoryOp(machine, issued);
  if (issued.number === hypercalls.multicall)
    // One inside another is refused.
    return issued.entry === undefined ? multicall(machine, issued, issue) : error('EINVAL');
  if (isNobodys(machine, issued.number)) return error('ENOSYS');
  throw new UnknownFact(`hypercall ${issued.number} is not modelled`);
}
