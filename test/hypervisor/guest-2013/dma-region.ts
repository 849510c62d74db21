import {
  DOMID_SELF,
  hypercalls,
  xen_memory_exchange,
  xen_unpin,
  XENMEM_exchange_and_pin,
  XENMEM_unpin,
} from '../../../abi/index.js';
import { codec, type InferInput, type StructType } from '../../../src/index.js';
import { type Domain, hypercall, type Machine } from '../../../src/hypervisor/index.js';

/**
 * What a guest of August 2013 does with the pin calls: the two functions by which the swiotlb
 * of Arm got memory that a device can reach, and gave it up again.
 */

/** A bug of the hypervisor's, as the guest sees it: where Linux has BUG_ON. */
export class Bug extends Error {}

export interface DmaGuest {
  readonly machine: Machine;
  readonly domain: Domain;
  /** Two pages of its memory that both calls use: the argument, and the lists. */
  readonly scratch: { readonly argument: bigint; readonly lists: bigint };
}

const PAGE_SHIFT = 12n;

function call<T extends StructType>(
  { machine, domain, scratch }: DmaGuest,
  command: number,
  type: T,
  argument: InferInput<T>,
): bigint {
  domain.memory.show(scratch.argument, codec(type, machine.abi).encode(argument));
  const args = [BigInt(command), scratch.argument];
  return hypercall(machine, { caller: domain, number: hypercalls.memory_op, args });
}

/** The guest puts a page number into a list of one. */
function writeList({ domain }: DmaGuest, at: bigint, gfn: bigint): bigint {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigUint64(0, gfn, true);
  domain.memory.show(at, new Uint8Array(bytes.buffer));
  return at;
}

/**
 * Makes 2^order pages from a GFN on contiguous for devices, below 2^addressBits bytes, and pins
 * them: one extent in, one of the same order out, at the same GFN.
 * @returns the address to give to the device, or the error
 * @throws Bug when the hypervisor tells of a failure and of progress, or of neither
 */
export function createContiguousRegion(
  guest: DmaGuest,
  gfn: bigint,
  order: number,
  addressBits: number,
): { readonly dmaAddress: bigint } | { readonly error: bigint } {
  const { machine, domain, scratch } = guest;
  const extent = { nr_extents: 1n, extent_order: order, domid: DOMID_SELF };
  const out = writeList(guest, scratch.lists + 8n, gfn);
  const result = call(guest, XENMEM_exchange_and_pin, xen_memory_exchange, {
    in: { ...extent, extent_start: writeList(guest, scratch.lists, gfn), mem_flags: 0 },
    out: { ...extent, extent_start: out, mem_flags: addressBits },
    nr_exchanged: 0n,
  });
  const { size, decode } = codec(xen_memory_exchange, machine.abi);
  const { nr_exchanged } = decode(domain.memory.peek(scratch.argument, size));
  const isDone = nr_exchanged === 1n;
  if (!isDone && (nr_exchanged !== 0n || result === 0n))
    throw new Bug(`not exchanged: nr_exchanged ${nr_exchanged}, result ${result}`);
  if (isDone && result !== 0n) throw new Bug(`exchanged: result ${result}`);
  if (!isDone) return { error: result };
  const [frame] = new BigUint64Array(domain.memory.peek(out, 8).slice().buffer);
  return { dmaAddress: frame! << PAGE_SHIFT };
}

/**
 * Gives the promise up: the pages stay where they are, and may be moved from now on.
 * @returns what the hypervisor returns; anything but 0 is worth a warning
 */
export function destroyContiguousRegion(guest: DmaGuest, gfn: bigint, order: number): bigint {
  const extent_start = writeList(guest, guest.scratch.lists, gfn);
  return call(guest, XENMEM_unpin, xen_unpin, {
    in: { extent_start, nr_extents: 1n, extent_order: order, mem_flags: 0, domid: DOMID_SELF },
  });
}
