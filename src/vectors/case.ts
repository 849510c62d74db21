import { type ErrnoName, xen_pfn_t } from '../../abi/index.js';
import type { Fragment } from '../capture/index.js';
import { bindCodecs } from '../codec/index.js';
import { array, type StructType, type Type } from '../schema/index.js';
import type { Guest } from './guest.js';
import { type Place, placed } from './place.js';
import type { Random } from './random.js';
import type { Site } from './site.js';

const codec = bindCodecs();

/** A call to be made: its argument, and the lists that this points to. */
export interface Draft {
  readonly type: StructType | null;
  /** The argument's value, given the addresses of the lists. */
  value(addresses: readonly bigint[]): object;
  readonly lists?: readonly ListDraft[];
  readonly at?: Place;
  /** The extent in the command word. */
  readonly startExtent?: number;
  /** The domain that calls. */
  readonly caller?: number;
}

export interface ListDraft {
  readonly values: readonly (bigint | number)[];
  /** Of an element; frame numbers unless said. */
  readonly type?: Type;
  readonly at?: Place;
}

/** One thing that vectors of a command show. */
export interface Case {
  readonly kind: 'valid' | 'boundary' | 'invalid';
  readonly what: string;
  /** Of an invalid call: its error, or of a reservation the extents that are done. */
  readonly expect?: ErrnoName | number;
  draft(site: Site): Draft;
}

type Make = Case['draft'];
export const valid = (what: string, draft: Make): Case => ({ kind: 'valid', what, draft });
export const boundary = (what: string, draft: Make): Case => ({ kind: 'boundary', what, draft });
export const invalid = (what: string, expect: ErrnoName | number, draft: Make): Case => ({
  kind: 'invalid',
  what,
  expect,
  draft,
});

/** The sentence that tells what a call is, and of one that fails what comes of it. */
export function labelOf({ kind, what, expect }: Case): string {
  const end = typeof expect === 'number' ? `${expect} done` : expect;
  return `${kind}: ${what}${end === undefined ? '' : ` -> ${end}`}`;
}

/** A draft in the guest's memory. */
export interface Laid {
  readonly argument: bigint;
  readonly memory: readonly Fragment[];
}

/** Puts lists and argument where the draft wants them. */
export function lay(guest: Guest, draft: Draft, random: Random): Laid {
  const { abi } = guest;
  const shift = (): number => 8 * random(64);
  const lists = (draft.lists ?? []).map(({ values, type = xen_pfn_t, at = 'readWrite' }, i) => {
    const bytes =
      values.length === 0
        ? new Uint8Array()
        : codec<Type>(array(type, values.length), abi).encode(values);
    return placed(guest, at, bytes, i + 1, shift());
  });
  if (!draft.type) return { argument: BigInt(random(0x10000)), memory: [] };
  const value = draft.value(lists.map(({ address }) => address));
  const bytes = codec<StructType>(draft.type, abi).encode(value as never);
  const argument = placed(guest, draft.at ?? 'readWrite', bytes, 0, shift());
  const memory = [argument, ...lists].flatMap((part) => part.memory);
  return { argument: argument.address, memory };
}
