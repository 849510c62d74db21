import type { Domain } from './domain.js';
import { Doubt } from './unknown.js';

/** In place of a page's name: any of which nothing else is said. */
export const ANY_PAGE = '*';

/** Whether a domain has dropped the one reference that it had to a page of Xen's. @throws Doubt */
export function isDropped({ droppedPages }: Domain, page: string): boolean {
  const dropped = droppedPages.get(page) ?? droppedPages.get(ANY_PAGE) ?? false;
  if (dropped !== 'unknown') return dropped;
  throw new Doubt('whether a page of Xen is held still is not recorded', [
    () => void droppedPages.set(page, false),
    () => void droppedPages.set(page, true),
  ]);
}
