/** Guest memory as dumps show it before and after a call, put together. */
import { hex } from '../codec/index.js';
import type { Fragment } from './capture.js';

/** Bytes that lie together, from an address on. */
interface Bytes {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

/** A dump, and what people call it. */
export interface Dump {
  readonly name: string;
  readonly fragments: readonly Bytes[];
}

/** Dumps that contradict each other, or show what a capture cannot say. */
export class DumpError extends Error {
  override readonly name = 'DumpError';
}

const endOf = ({ address, bytes }: Bytes): bigint => address + BigInt(bytes.length);
const byAddress = (a: Bytes, b: Bytes): number =>
  a.address < b.address ? -1 : Number(a.address > b.address);

type Named = Bytes & { readonly from: string };

function join(run: readonly Named[], end: bigint): Bytes {
  const { address } = run[0]!;
  const bytes = new Uint8Array(Number(end - address));
  let known = 0;
  for (const piece of run) {
    const start = Number(piece.address - address);
    for (let at = start; at < Math.min(known, start + piece.bytes.length); at++)
      if (bytes[at] !== piece.bytes[at - start])
        throw disagreement(run, piece, address + BigInt(at));
    bytes.set(piece.bytes, start);
    known = Math.max(known, start + piece.bytes.length);
  }
  return { address, bytes };
}

function disagreement(run: readonly Named[], piece: Named, at: bigint): DumpError {
  // Every piece before this one agreed so far: the first that has the byte will do.
  const other = run.find((one) => one.address <= at && at < endOf(one))!;
  const [a, b] = [other, piece].map(({ bytes, address }) => hex(bytes[Number(at - address)]!));
  return new DumpError(
    `${other.from} and ${piece.from} differ at address ${hex(at)}: ${a} and ${b}`,
  );
}

/**
 * The memory of several dumps in the order of its addresses; what touches or overlaps is joined.
 * @throws DumpError where two dumps disagree, with the byte, or one runs past the last address.
 */
export function joinDumps(dumps: readonly Dump[]): Bytes[] {
  const pieces = dumps
    .flatMap(({ name, fragments }) => fragments.map((piece) => ({ ...piece, from: name })))
    .filter(({ bytes }) => bytes.length > 0)
    .sort(byAddress);
  const joined: Bytes[] = [];
  let run: Named[] = [];
  let end = 0n;
  for (const piece of pieces) {
    if (endOf(piece) > 1n << 64n)
      throw new DumpError(`${piece.from} runs past the end of the address space`);
    if (run.length > 0 && piece.address > end) {
      joined.push(join(run, end));
      run = [];
    }
    end = run.length > 0 && end > endOf(piece) ? end : endOf(piece);
    run.push(piece);
  }
  if (run.length > 0) joined.push(join(run, end));
  return joined;
}

export interface Changes {
  readonly memory: readonly Fragment[];
  /** Where memory is that no dump shows after the call: a capture says that it is unchanged. */
  readonly unseen: readonly { readonly address: bigint; readonly end: bigint }[];
}

/**
 * The memory of a call from dumps before and after it. Bytes that no dump shows afterwards are
 * taken for unchanged, as a capture's reader does; they are told in `unseen`.
 * @throws DumpError where dumps disagree, or where one shows memory after the call that none
 *   shows before it: a capture has no place for it.
 */
export function changesOf(before: readonly Dump[], after: readonly Dump[]): Changes {
  const later = joinDumps(after);
  const unseen: { address: bigint; end: bigint }[] = [];
  const beyond = (address: bigint): DumpError =>
    new DumpError(
      `${nameAt(after, address)} shows ${hex(address)} after the call, and no dump shows it before: give both`,
    );
  let next = 0;
  const memory = joinDumps(before).map((known) => {
    const { address, bytes } = known;
    const changed = bytes.slice();
    let at = address;
    for (; next < later.length && later[next]!.address < endOf(known); next++) {
      const piece = later[next]!;
      if (piece.address < address) throw beyond(piece.address);
      if (endOf(piece) > endOf(known)) throw beyond(endOf(known));
      changed.set(piece.bytes, Number(piece.address - address));
      if (piece.address > at) unseen.push({ address: at, end: piece.address });
      at = endOf(piece);
    }
    if (at < endOf(known)) unseen.push({ address: at, end: endOf(known) });
    const isSame = changed.every((byte, i) => byte === bytes[i]);
    return { address, before: bytes, ...(!isSame && { after: changed }) };
  });
  if (next < later.length) throw beyond(later[next]!.address);
  return { memory, unseen };
}

/** The dump that has an address. */
function nameAt(dumps: readonly Dump[], address: bigint): string | undefined {
  const has = (one: Bytes): boolean => one.address <= address && address < endOf(one);
  return dumps.find(({ fragments }) => fragments.some(has))?.name;
}
