import { xen_pfn_t } from '../../../abi/index.js';
import { type Abi, layoutOf } from '../../../src/index.js';
import type { Domain } from '../../../src/hypervisor/index.js';
import type { Extents, Pick, Place } from './calls.js';
import { HYPERVISOR, RAM, READ_ONLY, type World } from './world.js';

/** Pages by what they are, and lists of them in guest memory. */

/** A list of a call: where it is, and what is in it before the call. */
export interface List {
  readonly at: bigint;
  readonly size: number;
  readonly values: readonly bigint[];
}

/** Who calls, about whom, and how wide it is. */
export interface Site {
  readonly world: World;
  readonly caller: Domain;
  readonly target: Domain | undefined;
  readonly domid: number;
  readonly abi: Abi;
}

const sizeOf = (type: Parameters<typeof layoutOf>[0], abi: Abi): number => {
  const layout = layoutOf(type, abi);
  return 'size' in layout ? Number(layout.size) : 0;
};

/** The pages that a domain names as its own, but that of its calls: GFNs, or MFNs of a PV domain. */
export function ownPages({ host }: World, domain: Domain): bigint[] {
  const all = domain.p2m
    ? [...domain.p2m.entries()].flatMap(([gfn, { type }]) =>
        type === 'rw' && !(domain.isDirectMapped && gfn === RAM.start >> 12n) ? [gfn] : [],
      )
    : [...host.frames.ownedBy(domain.domid)];
  return all.sort((a, b) => (a < b ? -1 : 1));
}

export function find(world: World, domain: Domain | undefined, { from, n }: Pick): bigint {
  const nth = (list: readonly bigint[]): bigint => list[n % list.length] ?? 0n;
  if (from === 'hole' || !domain) return BigInt(0x380 + n);
  if (from === 'own') return nth(ownPages(world, domain));
  if (from === 'frame') return nth([...world.host.frames.ownedBy(domain.domid)]);
  if (from === 'pinned') return nth([...domain.pins.keys()]);
  const others = [...world.host.domains.values()].filter((d) => d !== domain);
  if (from === 'other') return nth(others.flatMap((d) => ownPages(world, d)));
  return [0n, 0x3ffn, 0xffffffffn, (1n << 52n) - 1n, (1n << 64n) - 1n][n % 5]!;
}

export function numbers(
  world: World,
  domain: Domain | undefined,
  { first, odd, isRepeated }: Extents,
  count: number,
  order: number,
): bigint[] {
  const start = find(world, domain, first);
  return Array.from({ length: count }, (_, i) =>
    odd?.at === i
      ? find(world, domain, odd.page)
      : start + (isRepeated ? 0n : BigInt(i * 2 ** Math.min(order, 20))),
  );
}

function placed(at: bigint, place: Place, abi: Abi, count: number, size: number): bigint {
  if (place === 'null') return 0n;
  if (place === 'read-only') return READ_ONLY.start;
  if (place === 'hypervisor') return HYPERVISOR[abi.name === 'x86_32' ? 'x86_32' : 'x86_64'].start;
  return place === 'edge' ? RAM.end - BigInt(Math.ceil(count / 2) * size) : at;
}

/** A guest writes its list; where it has no memory the values go nowhere. */
export function put({ caller, abi }: Site, at: bigint, place: Place, values: bigint[]): List {
  const size = sizeOf(xen_pfn_t, abi);
  const start = placed(at, place, abi, values.length, size);
  const bytes = new DataView(new ArrayBuffer(8));
  for (const [i, value] of values.entries()) {
    const address = start + BigInt(i * size);
    bytes.setBigUint64(0, value, true);
    if (place !== 'null' && !(place === 'edge' && address >= RAM.end))
      caller.memory.show(address, new Uint8Array(bytes.buffer.slice(0, size)));
  }
  return { at: start, size, values };
}
