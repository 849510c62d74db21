import {
  xen_foreign_memory_map,
  xen_memory_domain,
  xen_memory_reservation,
  xen_unpin,
} from '../../../abi/index.js';
import { domainOf } from '../../hypervisor/guest/call.js';
import { MAX_ORDER } from '../../hypervisor/memory/limits.js';
import { pagesOf } from '../../hypervisor/state/pages.js';
import { argument, count, elements, type Shown } from './shown.js';

export function unpinned(shown: Shown): void {
  const value = argument(shown, xen_unpin)?.in;
  const domain = value && domainOf(shown.asked, value.domid);
  if (!domain || shown.result !== 0n || value.extent_order > MAX_ORDER) return;
  const page = elements(shown, value.extent_start, 'before');
  for (let i = 0n; i < value.nr_extents; i++) {
    const first = page(i);
    if (first === undefined) return;
    count(shown, value.extent_order);
    for (const at of pagesOf(first, value.extent_order)) domain.pins.delete(at);
  }
}

export function claimed(shown: Shown): void {
  const value = argument(shown, xen_memory_reservation);
  // By number, as the command itself has it.
  const domain = value && shown.asked.host.domains.get(value.domid);
  if (!domain || shown.result !== 0n) return;
  const { nr_extents: pages } = value;
  domain.claim = pages === 0n ? 0n : pages - (domain.totPages ?? 0n);
}

/** An answer that the model did not know holds from then on. */
export function answered(shown: Shown): void {
  const value = argument(shown, xen_memory_domain);
  const domain = value && domainOf(shown.asked, value.domid);
  if (domain && shown.result >= 0n) domain.maxGpfn ??= shown.result;
}

/** A map that the model could not read: from now on nobody knows it. */
export function memoryMapSet(shown: Shown): void {
  const value = argument(shown, xen_foreign_memory_map);
  const domain = value && domainOf(shown.asked, value.domid);
  const targets = value ? [domain] : shown.asked.host.domains.values();
  if (shown.result === 0n) for (const one of targets) if (one) one.memoryMap = undefined;
}
