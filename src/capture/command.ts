import { type Command, hypercalls, interfaces, MEMOP_CMD_MASK } from '../../abi/index.js';
import { architectures } from '../layout/index.js';
import { register } from '../layout/register.js';
import type { Call, CaptureHeader } from './capture.js';

/** The memory command of a call, if it is one that has a name. */
export function commandOf(
  { hypercall, args: [word] }: Pick<Call, 'hypercall' | 'args'>,
  header: Pick<CaptureHeader, 'abi' | 'interface'>,
): Command | undefined {
  if (hypercall !== hypercalls.memory_op || word === undefined) return undefined;
  const number = Number(register(architectures[header.abi], word) & BigInt(MEMOP_CMD_MASK));
  return interfaces[header.interface].find((command) => command.number === number);
}
