import { type Command, xen_add_to_physmap_batch, xen_ulong_t } from '../../abi/index.js';
import { type Context, copyIn, error, guestList } from './guest/call.js';
import { isListOkay } from './guest/handles.js';

/** Commands whose argument the compat layer copies before the native call looks at the extent. */
const COPIED_FIRST: ReadonlySet<string> = new Set([
  'XENMEM_add_to_physmap',
  'XENMEM_add_to_physmap_batch',
  'XENMEM_remove_from_physmap',
  'XENMEM_get_vnumainfo',
]);

/** Entries of a physmap batch that are handed on at once: an area of 8192 bytes, less the struct. */
const BATCH = (8192n - 32n) / 16n;

/** Whether a batch's lists are the guest's, and those of its first part can be read. */
function areListsOkay(context: Context): boolean {
  const value = copyIn(context, xen_add_to_physmap_batch);
  if (!value) return false;
  const size = BigInt(value.size);
  for (const list of [value.idxs, value.gpfns, value.errs])
    if (!isListOkay(context, list, 0n, size, 4)) return false;
  const { startExtent: start } = context;
  const end = start + BATCH < size ? start + BATCH : size;
  const idxs = guestList(context, value.idxs, xen_ulong_t);
  const gpfns = guestList(context, value.gpfns);
  for (let i = start; i < end; i++)
    if (idxs.get(i) === undefined || gpfns.get(i) === undefined) return false;
  return true;
}

/**
 * What a 32-bit caller's command comes to before the native call sees it (compat/memory.c, and
 * measured); nothing where it goes on. Reservations, exchanges and resources have their own.
 */
export function refuseCompat(context: Context, { name, argument }: Command): bigint | undefined {
  if (!COPIED_FIRST.has(name) || !argument) return undefined;
  const isOkay =
    copyIn(context, argument) && (name !== 'XENMEM_add_to_physmap_batch' || areListsOkay(context));
  return isOkay ? undefined : error('EFAULT');
}
