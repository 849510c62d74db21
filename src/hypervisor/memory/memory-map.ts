import { e820entry, xen_foreign_memory_map, xen_memory_map } from '../../../abi/index.js';
import { type Context, copyIn, copyOut, domainOf, error, mayTarget } from '../guest/call.js';
import { isMissing, sizeOf } from './unanswered.js';
import { writeList } from '../guest/handles.js';
import { known } from '../state/unknown.js';

/** memory_map: the caller's E820 as set_memory_map left it, cut to the room there is. */
export function memoryMap(context: Context): bigint {
  if (isMissing(context)) return error('ENOSYS');
  const value = copyIn(context, xen_memory_map);
  if (!value) return error('EFAULT');
  const map = known(context.caller.memoryMap, "a domain's memory map");
  if (map.length === 0) return error('ENOSYS');
  const size = sizeOf(e820entry, context);
  const nr_entries = Math.min(value.nr_entries, map.length / size);
  const isCopied =
    writeList(context, value.buffer, map.subarray(0, nr_entries * size), size) &&
    copyOut(context, xen_memory_map, { ...value, nr_entries });
  return isCopied ? 0n : error('EFAULT');
}

/** set_memory_map; a list that cannot be read leaves the old map. */
export function setMemoryMap(context: Context): bigint {
  if (isMissing(context)) return error('ENOSYS');
  const value = copyIn(context, xen_foreign_memory_map);
  if (!value) return error('EFAULT');
  if (value.map.nr_entries > 1024) return error('EINVAL');
  const domain = domainOf(context, value.domid);
  if (!domain) return error('ESRCH');
  if (!mayTarget(context, domain)) return error('EPERM');
  const size = value.map.nr_entries * sizeOf(e820entry, context);
  const map = context.caller.memory.read(value.map.buffer, size);
  if (!map) return error('EFAULT');
  domain.memoryMap = map;
  return 0n;
}
