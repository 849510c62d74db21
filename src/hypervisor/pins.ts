import type { Domain } from './domain.js';

/** Whether any page of an extent is pinned. */
export function isAnyPinned({ pins }: Domain, gmfn: bigint, order: number): boolean {
  if (pins.size === 0) return false;
  for (let i = 0n; i < 1n << BigInt(order); i++) if (pins.has(gmfn + i)) return true;
  return false;
}
