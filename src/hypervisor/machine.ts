import { type Command, type InterfaceName, interfaces } from '../../abi/index.js';
import type { CodecFor } from '../codec/index.js';
import { type Abi, architectures } from '../layout/index.js';
import type { Choices } from './oracle.js';
import type { Asked } from './guest/call.js';
import type { Domain } from './state/domain.js';
import type { Host } from './state/host.js';

/** A hypercall as the guest's registers have it. */
export interface Issued {
  readonly caller: Domain;
  readonly number: number;
  readonly args: readonly bigint[];
  /** Where guest memory has it, if it is an entry of a multicall. */
  readonly entry?: bigint;
  /** Told that a preempted entry does not go on. */
  readonly lose?: () => void;
}

/** A hypervisor with its guests. */
export interface Machine {
  readonly host: Host;
  readonly abi: Abi;
  readonly codec: CodecFor;
  readonly commands: ReadonlyMap<number, Command>;
  /** Where each call's free choices come from. */
  choicesFor(asked: Asked, command: Command): Choices;
}

export function createMachine(
  host: Host,
  header: { readonly abi: string; readonly interface: string },
  codec: CodecFor,
  choicesFor: Machine['choicesFor'],
): Machine {
  return {
    host,
    abi: architectures[header.abi as keyof typeof architectures],
    codec,
    commands: new Map(interfaces[header.interface as InterfaceName].map((c) => [c.number, c])),
    choicesFor,
  };
}
