import type { InterfaceName } from '../../abi/index.js';
import { type Call, createLazyDecoder, createMemory, type Fragment } from '../capture/index.js';
import type { CodecFor } from '../codec/index.js';
import type { Abi, ArchitectureName } from '../layout/index.js';
import type { Client } from './client.js';
import { readMemory } from './memory.js';
import { wantedBy } from './wanted.js';

/** A call as it is recorded; one that did not come back has no result. */
export type Recorded = Pick<Call, 'hypercall' | 'args' | 'memory' | 'result'>;

/** What says which memory a call names. */
export interface Callers {
  readonly client: Client;
  /** Of the callers. */
  readonly abi: Abi;
  readonly interface: InterfaceName;
  readonly codec: CodecFor;
}

/** Bytes of memory that are read for one call, at most. */
const MOST = 2 ** 20;
/** How often a call is looked at again for what the memory that was read names. */
const ROUNDS = 64;

/**
 * A call that begins, with all memory that it names, as far as that can be read.
 * @param values of the registers that can have arguments
 */
export async function recordBefore(
  { client, abi, codec, interface: commands }: Callers,
  hypercall: number,
  values: readonly bigint[],
): Promise<Recorded> {
  const header = { abi: abi.name as ArchitectureName, interface: commands };
  const known = createMemory();
  const memory: Fragment[] = [];
  const asked = new Set<bigint>();
  let left = MOST;
  let registers = values.length;
  for (let round = 0; round < ROUNDS; round++) {
    const place = { kind: 'call', index: 0, line: 1, raw: {} } as const;
    const call: Call = { ...place, hypercall, args: values, memory };
    const decoded = await createLazyDecoder(header, codec)(call);
    // What other registers hold is nothing of the call's.
    if (decoded.hypercall) registers = decoded.registers.length;
    const wanted = wantedBy(decoded).filter(({ address }) => !asked.has(address));
    if (wanted.length === 0 || left === 0) break;
    for (const { address, size } of wanted) {
      if (asked.has(address) || left === 0) continue;
      asked.add(address);
      const most = Number(size < BigInt(left) ? size : BigInt(left));
      if (known.read(address, most).length === most) continue;
      const before = await readMemory(client, address, most);
      if (before.length === 0) continue;
      left -= before.length;
      known.write(address, before);
      memory.push({ address, before });
    }
  }
  return { hypercall, args: values.slice(0, registers), memory };
}

/** The same call when it has come back. */
export async function recordAfter(
  client: Client,
  call: Recorded,
  result: bigint,
): Promise<Recorded> {
  const memory: Fragment[] = [];
  for (const { address, before } of call.memory) {
    const now = await readMemory(client, address, before.length);
    const isSame = now.length < before.length || now.every((byte, i) => byte === before[i]);
    memory.push(isSame ? { address, before } : { address, before, after: now });
  }
  return { ...call, memory, result };
}
