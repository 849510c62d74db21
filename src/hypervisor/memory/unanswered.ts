import {
  xen_machphys_mfn_list,
  xen_memory_map,
  xen_pod_target,
  xen_reserved_device_memory,
  xen_reserved_device_memory_map,
  XENMEM_RDM_ALL,
} from '../../../abi/index.js';
import { type Layout, layoutOf } from '../../layout/index.js';
import type { Type } from '../../schema/index.js';
import { type Context, copyIn, copyOut, domainOf, error, guestList, isX86 } from '../guest/call.js';
import { isListOkay } from '../guest/handles.js';
import { UnknownFact } from '../state/unknown.js';
import { isControlDomain } from '../state/domain.js';

/**
 * Commands that answer with facts of the host or of Xen's build, which no header describes.
 * Their checks are modelled; where only the fact is left, nothing can be said.
 */

/** Commands of the architecture match the whole command word: with an extent there is none. */
export const isMissing = (context: Context): boolean =>
  !isX86(context) || context.startExtent !== 0n;

const fact = (what: string): never => {
  throw new UnknownFact(`${what} is a fact of the host`);
};

export const sizeOf = (type: Type, { abi }: Context): number =>
  (layoutOf(type, abi) as Layout).size;

export function machineMemoryMap(context: Context): bigint {
  const isThere = context.caller.mode === 'pv' || context.host.rules.mapsMachineForTranslated;
  if (isMissing(context) || !isThere) return error('ENOSYS');
  if (!isControlDomain(context.caller)) return error('EPERM');
  const value = copyIn(context, xen_memory_map);
  if (!value) return error('EFAULT');
  return fact("the host's memory map");
}

export function machphysMfnList(context: Context): bigint {
  if (isMissing(context)) return error('ENOSYS');
  const value = copyIn(context, xen_machphys_mfn_list);
  if (!value) return error('EFAULT');
  if (value.max_extents === 0)
    return copyOut(context, xen_machphys_mfn_list, { ...value, nr_extents: 0 })
      ? 0n
      : error('EFAULT');
  const { addressOf, size } = guestList(context, value.extent_start);
  const isOkay = isListOkay(context, value.extent_start, 0n, 1n, size);
  return isOkay && context.caller.memory.isWritable(addressOf(0n), size)
    ? fact("the M2P's place")
    : error('EFAULT');
}

export function machphysMapping(context: Context): bigint {
  if (isMissing(context) || context.caller.mode === 'translated') return error('ENOSYS');
  // A part of the struct is written, too, where the rest of it faults.
  return context.caller.memory.isWritable(context.argument, 1)
    ? fact("the M2P's place")
    : error('EFAULT');
}

export function machphysCompatMfnList(context: Context): bigint {
  return isMissing(context) ? error('ENOSYS') : fact('whether there are 32-bit guests');
}

export function podTarget(context: Context): bigint {
  if (isMissing(context)) return error('ENOSYS');
  const value = copyIn(context, xen_pod_target);
  if (!value) return error('EFAULT');
  const domain = domainOf(context, value.domid);
  if (!domain) return error('ESRCH');
  if (domain.mode === 'pv' && context.host.rules.refusesTargetsOfPv) return error('EINVAL');
  if (domain.mode === 'translated' && !isControlDomain(context.caller)) return error('EPERM');
  return fact('populate on demand');
}

/** Sharing is not modelled: no page is shared, none was freed by it. */
export const sharedPages = ({ startExtent }: Context): bigint =>
  startExtent === 0n ? 0n : error('ENOSYS');

export function buildOption(what: string): (context: Context) => bigint {
  return (context) => (isMissing(context) ? error('ENOSYS') : fact(what));
}

/** The one command that uses the extent's bits for itself. */
export const accessOp = (context: Context): bigint =>
  isX86(context) ? fact('whether Xen was built with mem_access') : error('ENOSYS');

export function reservedDeviceMemoryMap(context: Context): bigint {
  if (context.startExtent !== 0n) return error('EINVAL');
  const value = copyIn(context, xen_reserved_device_memory_map);
  if (!value) return error('EFAULT');
  const size = sizeOf(xen_reserved_device_memory, context);
  if (!isListOkay(context, value.buffer, 0n, BigInt(value.nr_entries), size))
    return error('EFAULT');
  return (value.flags & ~XENMEM_RDM_ALL) === 0 ? fact('what devices reserve') : error('EINVAL');
}
