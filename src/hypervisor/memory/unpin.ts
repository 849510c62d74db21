import { xen_unpin } from '../../../abi/index.js';
import { type Context, copyIn, domainOf, error, guestList, mayTarget } from '../guest/call.js';
import { isListOkay } from '../guest/handles.js';
import { maxOrder, ULONG_MAX } from './limits.js';
import { pagesOf } from '../state/pages.js';
import { isPinned } from '../state/pins.js';

/**
 * XENMEM_unpin of the 2013 proposal: all pages are unpinned, or none, for the struct has no
 * field to tell progress. The mapping stays; nothing is written to the guest.
 */
export function unpin(context: Context): bigint {
  if (context.startExtent !== 0n) return error('EINVAL');
  const value = copyIn(context, xen_unpin)?.in;
  if (!value) return error('EFAULT');
  const { extent_order: order, nr_extents, extent_start } = value;
  if (order > maxOrder(context.caller)) return error('EPERM');
  if (nr_extents > ULONG_MAX >> BigInt(order)) return error('EINVAL');
  if (nr_extents === 0n) return 0n;
  const list = guestList(context, extent_start);
  if (!isListOkay(context, extent_start, 0n, nr_extents, list.size)) return error('EFAULT');
  const domain = domainOf(context, value.domid);
  if (!domain) return error('ESRCH');
  if (!mayTarget(context, domain)) return error('EPERM');
  const pages = new Set<bigint>();
  for (let i = 0n; i < nr_extents; i++) {
    const first = list.get(i);
    if (first === undefined) return error('EFAULT');
    for (const page of pagesOf(first, order)) {
      // A page that is named twice is not pinned the second time.
      if (!isPinned(domain, page) || pages.has(page)) return error('EINVAL');
      pages.add(page);
    }
  }
  for (const page of pages) domain.pins.delete(page);
  return 0n;
}
