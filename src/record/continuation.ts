import { createMemory, toHex } from '../capture/index.js';
import type { Recorded } from './recorded.js';

/** Whether a call finds memory as another left it, which changed some. */
function findsChanges(call: Recorded, next: Recorded): boolean {
  const now = createMemory();
  for (const { address, before } of next.memory) now.write(address, before);
  const changes = call.memory.filter(({ after }) => after);
  return (
    changes.length > 0 &&
    changes.every(({ address, after }) => toHex(now.read(address, after!.length)) === toHex(after!))
  );
}

/** Whether an argument points further on into a list of the call's, as a multicall's does. */
const isFurtherOn = ({ args, memory }: Recorded, next: Recorded): boolean =>
  memory.some(({ address, before }) =>
    args.some((arg, i) => {
      const now = next.args[i] ?? 0n;
      return arg === address && now > address && now < address + BigInt(before.length);
    }),
  );

/**
 * Whether a call goes on with one that gave back its own number, which may be a count as well: a
 * continuation has some argument of its call, and registers or memory tell how far that came.
 */
export const goesOn = (call: Recorded, next: Recorded): boolean =>
  call.hypercall === next.hypercall &&
  (isFurtherOn(call, next) ||
    (call.args.some((arg, i) => arg !== 0n && arg === next.args[i]) &&
      (call.args.some((arg, i) => arg !== next.args[i]) || findsChanges(call, next))));
