import { describe, expect, it } from 'vitest';
import {
  all,
  call,
  ESRCH,
  grantFrame,
  hex,
  type Line,
  LIST,
  list,
  P,
  remove,
  SELF,
  sharedInfo,
  struct,
  verdicts,
} from './lines.js';

describe('guest memory', () => {
  const at = 0x12000n;
  /** A batch of nothing that can be mapped, its answers put where the page is. */
  const answers = (result: number): Line => {
    const value = {
      domid: SELF,
      space: 2,
      size: 1,
      u: { foreign_domid: 0 },
      idxs: hex(LIST),
      gpfns: hex(LIST + 8n),
      errs: hex(at << 12n),
    };
    return call(23, [struct('xen_add_to_physmap_batch', value), list(LIST, [1, 2])], result);
  };
  it("is where a page of Xen's own is mapped, beside the regions", async () => {
    const lines = [answers(-14), grantFrame(0n, at, 0), answers(0), remove(at, 0), answers(-14)];
    expect(await verdicts(lines)).toEqual(all('match', lines));
  });
  it("has unknown bytes where a page of Xen's own took the place of known ones", async () => {
    const known = { address: hex(P << 12n), before: '00'.repeat(32) };
    const asked = { ...call(3, [known], ESRCH), args: ['0x3', hex(P << 12n)] };
    const again = { ...asked, memory: [] };
    const lines = [{ ...asked, result: 64 }, again, sharedInfo(P, 0), again];
    expect((await verdicts(lines)).at(-1)).toBe('skip');
  });
});
