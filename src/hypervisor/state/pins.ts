import type { Domain } from './domain.js';
import { pagesOf } from './pages.js';

/** Whether a page is pinned: its mapping is guarded, as XSA-378 made others. */
export const isPinned = ({ pins }: Domain, gmfn: bigint): boolean => pins.has(gmfn);

/** Whether any page of an extent is pinned. */
export function isAnyPinned({ pins }: Domain, gmfn: bigint, order: number): boolean {
  if (pins.size === 0) return false;
  for (const page of pagesOf(gmfn, order)) if (pins.has(page)) return true;
  return false;
}
