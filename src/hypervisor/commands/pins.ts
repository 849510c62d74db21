import type { Domain } from '../state/domain.js';

/** Whether a page is pinned: its mapping is guarded, as XSA-378 made others. */
export const isPinned = ({ pins }: Domain, gmfn: bigint): boolean => pins.has(gmfn);

/** Whether any page of an extent is pinned. */
export function isAnyPinned({ pins }: Domain, gmfn: bigint, order: number): boolean {
  if (pins.size === 0) return false;
  for (let i = 0n; i < 1n << BigInt(order); i++) if (pins.has(gmfn + i)) return true;
  return false;
}
