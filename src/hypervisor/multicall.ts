import { multicall_entry } from '../../abi/index.js';
import { register } from '../layout/register.js';
import type { Abi } from '../layout/index.js';
import type { Slot } from './oracle.js';
import { error, fieldSlot } from './guest/call.js';
import { isCompat, isListOkay } from './guest/handles.js';
import type { Issued, Machine } from './machine.js';
import type { Domain } from './state/domain.js';

/** Where an entry of a multicall has its result. */
export const resultSlot = (abi: Abi, entry: bigint): Slot =>
  fieldSlot(multicall_entry, 'result', abi, entry);

/** Of an entry only its result is written: the call may have changed the rest. */
function writeResult({ abi }: Machine, caller: Domain, at: bigint, result: bigint): boolean {
  const { address, size } = resultSlot(abi, at);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, result, true);
  return caller.memory.write(address, bytes.subarray(0, size));
}

/** Issues one entry of a multicall. */
export type IssueEntry = (index: number, entry: Issued & { readonly entry: bigint }) => bigint;

/** How many entries a multicall has: 32 bits of the register, or all of them. */
export const countOf = ({ abi, host }: Machine, word: bigint = 0n): bigint =>
  host.rules.countsCallsLong ? register(abi, word) : BigInt.asUintN(32, word);

/** A multicall: its entries one after the other, each result written to its entry. */
export function multicall(machine: Machine, { caller, args }: Issued, issue: IssueEntry): bigint {
  const list = register(machine.abi, args[0]);
  const count = countOf(machine, args[1]);
  const { abi, codec } = machine;
  const entries = codec(multicall_entry, abi);
  // On 32-bit guests' handles nothing is refused here (measured).
  const isOkay =
    isCompat({ abi, caller }) || isListOkay({ abi, caller }, list, 0n, count, entries.size);
  if (!isOkay) return error('EFAULT');
  let isLost = false;
  const lose = (): void => void (isLost = true);
  for (let i = 0; BigInt(i) < count; i++) {
    const at = list + BigInt(i * entries.size);
    const bytes = caller.memory.read(at, entries.size);
    if (!bytes) return error('EFAULT');
    const { op, args: own } = entries.decode(bytes);
    const result = issue(i, { caller, number: Number(op), args: own, entry: at, lose });
    // The preempted call's error is then taken for the number of the next one (measured).
    if (!writeResult(machine, caller, at, result)) return error(isLost ? 'ENOSYS' : 'EFAULT');
  }
  return 0n;
}
