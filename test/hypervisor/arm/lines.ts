import * as lines from '../lines.js';
import { hex, type Line, list, reservation, SELF } from '../lines.js';

export { hex, type Line, list, SELF };

/*
 * Small captures of a translated, directly mapped dom0 on Arm: a call a line, by what it asks for
 * and what it is said to have come to.
 */

/** RAM of 64 pages, of which the guest keeps the last for its structs and lists. */
export const RAM = 0x60000n;
export const A = (RAM + 63n) << 12n;
export const LIST = A + 0x100n;
export const ERRS = A + 0x800n;
export const [ENOENT, ESRCH, EBUSY, EINVAL, ENOSYS, EOPNOTSUPP] = [-2, -3, -16, -22, -38, -95];

export const header: Line = lines.header({
  abi: 'arm64',
  host: { maxPage: 0x80000 },
  domain: {
    domid: 0,
    mode: 'translated',
    directMapped: true,
    privileged: true,
    totPages: 64,
    maxPages: 64,
    maxGpfn: '0xfffffff',
  },
  regions: [{ start: hex(RAM << 12n), end: hex((RAM + 64n) << 12n), access: 'rw' }],
  frames: [{ gfn: hex(RAM), count: 64, mfn: hex(RAM) }],
});

export const call = (command: bigint | number, memory: readonly Line[], result: unknown): Line =>
  lines.call(command, memory, { result }, A);
export const struct = (name: string, value: Line): Line => lines.struct(name, value, A);
const reserve =
  (command: number) =>
  (gfns: readonly bigint[], result: number, extent_order = 0): Line =>
    lines.reserve(
      command,
      reservation(LIST, gfns.length, { extent_order }),
      [list(LIST, gfns)],
      { result },
      A,
    );
export const decrease = reserve(1);
export const populate = reserve(6);
export const add = (space: number, idx: bigint, gpfn: bigint, result: number): Line =>
  call(
    7,
    [struct('xen_add_to_physmap', { domid: SELF, size: 0, space, idx: hex(idx), gpfn: hex(gpfn) })],
    result,
  );
export const sharedInfo = (gpfn: bigint, result: number): Line => add(0, 0n, gpfn, result);
export const grantFrame = (idx: bigint, gpfn: bigint, result: number): Line =>
  add(1, idx, gpfn, result);
export const device = (idx: bigint, gpfn: bigint, result: number): Line =>
  add(5, idx, gpfn, result);
export const remove = (gpfn: bigint, result: number): Line =>
  call(15, [struct('xen_remove_from_physmap', { domid: SELF, gpfn: hex(gpfn) })], result);
export const exchange = (gfn: bigint, result: number): Line => {
  const side = reservation(LIST, 1);
  const value = { in: side, out: side, nr_exchanged: 0 };
  return call(11, [struct('xen_memory_exchange', value), list(LIST, [gfn])], result);
};
export const maximum = (result: bigint): Line =>
  call(14, [struct('xen_memory_domain', { domid: SELF })], Number(result));
export const words = (values: readonly number[]): string =>
  Buffer.from(Int32Array.from(values).buffer).toString('hex');
export const foreign = (of: number, gfn: bigint, result: number): Line => {
  const value = {
    domid: SELF,
    space: 4,
    size: 1,
    u: { foreign_domid: of },
    idxs: hex(LIST),
    gpfns: hex(LIST + 8n),
    errs: hex(ERRS),
  };
  const errs = { address: hex(ERRS), before: words([77]), after: words([result]) };
  return call(
    23,
    [struct('xen_add_to_physmap_batch', value), list(LIST, [gfn, gfn + 1n]), errs],
    0,
  );
};

export const verdicts = (calls: readonly Line[], first: Line = header): Promise<string[]> =>
  lines.verdicts([first, ...calls]);
export const all = (verdict: string, { length }: readonly unknown[]): string[] =>
  Array.from({ length }, () => verdict);

export const [P, Q] = [RAM, RAM + 1n];

/** The results of a run, nothing for a call of which the model cannot tell. */
export async function results(calls: readonly Line[], first: Line = header): Promise<unknown[]> {
  const [, ...ran] = await lines.run([first, ...calls]);
  return ran.map((line) => line['result']);
}
