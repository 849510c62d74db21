import type { Domain } from './domain.js';
import { pagesOf } from './pages.js';
import { Doubt } from './unknown.js';

/** Whether a page is pinned: its mapping is guarded, as XSA-378 made others. @throws Doubt */
export function isPinned({ pins, doubtfulPins }: Domain, gmfn: bigint): boolean {
  if (!doubtfulPins.has(gmfn)) return pins.has(gmfn);
  const settle = (change: () => void) => (): void => {
    doubtfulPins.delete(gmfn);
    change();
  };
  throw new Doubt('which pages are pinned is not recorded', [
    settle(() => pins.delete(gmfn)),
    settle(() => pins.set(gmfn, pins.get(gmfn) ?? gmfn)),
  ]);
}

/** Whether any page of an extent is pinned. @throws Doubt */
export function isAnyPinned(domain: Domain, gmfn: bigint, order: number): boolean {
  if (domain.pins.size === 0 && domain.doubtfulPins.size === 0) return false;
  for (const page of pagesOf(gmfn, order)) if (isPinned(domain, page)) return true;
  return false;
}
