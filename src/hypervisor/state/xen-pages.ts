import type { Domain } from './domain.js';
import { Doubt } from './unknown.js';

/** Whether a domain has dropped the one reference that it had to a page of Xen's. @throws Doubt */
export function isDropped({ droppedPages }: Domain, page: string): boolean {
  const dropped = droppedPages.get(page);
  if (dropped !== 'unknown') return dropped === true;
  throw new Doubt('whether a page of Xen is held still is not recorded', [
    () => void droppedPages.delete(page),
    () => void droppedPages.set(page, true),
  ]);
}
