import { xen_memory_exchange } from '../../../abi/index.js';
import type { Slot } from '../../hypervisor/oracle.js';
import { type Asked, fieldSlot } from '../../hypervisor/guest/call.js';
import { UnknownFact } from '../../hypervisor/state/unknown.js';

/** Where the hypervisor writes how far an exchange came: its last write. */
export const progressSlot = ({ abi, argument }: Asked): Slot =>
  fieldSlot(xen_memory_exchange, 'nr_exchanged', abi, argument);

/**
 * The frame number that an element told before nr_exchanged was written upon a part of it, or
 * nothing where it is all covered.
 * @param value the element as it was after the call
 * @throws UnknownFact when half a number is left
 */
export function uncovered(
  asked: Asked,
  { address, size }: Slot,
  value: bigint,
): bigint | undefined {
  const last = progressSlot(asked);
  const from = last.address > address ? Number(last.address - address) : 0;
  const end = Number(last.address - address) + last.size;
  if (from >= size || end <= 0) return value;
  const { maxPage } = asked.host;
  const width = maxPage === undefined ? size * 8 : maxPage.toString(2).length;
  if (from * 8 >= width) return BigInt.asUintN(from * 8, value);
  if (from === 0 && end * 8 >= width) return undefined;
  throw new UnknownFact('nr_exchanged lies upon a frame number');
}
