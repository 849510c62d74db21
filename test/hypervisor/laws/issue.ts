import {
  DOMID_SELF,
  hypercalls,
  type InterfaceName,
  interfaces,
  xen_add_to_physmap,
  xen_add_to_physmap_batch,
  xen_memory_exchange,
  xen_memory_reservation,
  xen_remove_from_physmap,
  xen_unpin,
  XENMAPSPACE_gmfn_foreign,
} from '../../../abi/index.js';
import type { InferInput, StructType } from '../../../src/index.js';
import { type Domain, hypercall } from '../../../src/hypervisor/index.js';
import type {
  ClaimCall,
  ExchangeCall,
  Extents,
  Hypercall,
  PhysmapCall,
  ReservationCall,
} from './calls.js';
import { find, type List, numbers, put, type Site } from './pages.js';
import { guestOf, RAM, type World } from './world.js';

/** A call as it is issued. */
export interface Plan {
  readonly caller: Domain;
  readonly target: Domain | undefined;
  readonly ins: List | undefined;
  readonly outs: List | undefined;
  /** The bytes that the call may write, beside the argument's progress field. */
  readonly writable: readonly List[];
  readonly bytes: Uint8Array;
}

/** The argument lies askew, as a guest's stack may have it. */
export const ARGUMENT = RAM.start + 0x14n;
const AT = {
  in: RAM.start + 0x100n,
  out: RAM.start + 0x500n,
  errs: RAM.start + 0x900n,
  entry: RAM.start + 0xa00n,
};

const masked = (values: bigint[], { abi }: Site): bigint[] =>
  abi.name === 'x86_32' ? values.map((v) => BigInt.asUintN(32, v)) : values;

function encode<T extends StructType>(site: Site, type: T, value: InferInput<T>): Uint8Array {
  return site.world.machines.get(site.caller.domid)!.codec(type, site.abi).encode(value);
}

function planExchange(site: Site, call: ExchangeCall): Plan {
  const { world, caller, target, domid } = site;
  const [low, high] = [call.inOrder, call.outOrder].map((o) => Math.min(o, 20));
  const counts = [
    call.chunks * 2 ** Math.max(0, Math.min(high! - low!, 5)),
    call.chunks * 2 ** Math.max(0, Math.min(low! - high!, 5)),
  ] as const;
  const list = (extents: Extents, count: number, order: number): bigint[] =>
    masked(numbers(world, target, extents, count, order), site);
  const inValues = list(call.ins, counts[0], call.inOrder);
  const isOwn = typeof call.outs === 'object';
  const outValues = list(isOwn ? (call.outs as Extents) : call.ins, counts[1], call.outOrder);
  const ins = put(site, AT.in, call.inPlace, inValues);
  const outs = call.outs === 'shared' ? ins : put(site, AT.out, call.outPlace, outValues);
  const part = (at: bigint, nr: number | bigint, extent_order: number, mem_flags: number) => ({
    extent_start: at,
    nr_extents: BigInt(nr),
    extent_order,
    mem_flags,
    domid,
  });
  const bytes = encode(site, xen_memory_exchange, {
    in: part(ins.at, call.length ?? counts[0], call.inOrder, 0xffff),
    out: part(outs.at, call.length ?? counts[1], call.outOrder, call.outFlags),
    nr_exchanged: BigInt(call.nrExchanged),
  });
  const writable = [{ ...outs, values: outValues }];
  return { caller, target, ins, outs: writable[0], writable, bytes };
}

function planReservation(site: Site, call: ReservationCall): Plan {
  const { world, caller, target, domid } = site;
  const values = masked(numbers(world, target, call.extents, call.count, call.order), site);
  const ins = put(site, AT.in, call.place, values);
  const value = {
    extent_start: ins.at,
    nr_extents: BigInt(call.count),
    extent_order: call.order,
    mem_flags: call.flags,
    domid,
  };
  const bytes =
    call.op === 'unpin'
      ? encode(site, xen_unpin, { in: value })
      : encode(site, xen_memory_reservation, value);
  const isWritten = call.op === 'increase_reservation' || call.op === 'populate_physmap';
  return { caller, target, ins, outs: undefined, writable: isWritten ? [ins] : [], bytes };
}

function planClaim(site: Site, { pages }: ClaimCall): Plan {
  const { caller, target, domid } = site;
  const bytes = encode(site, xen_memory_reservation, {
    extent_start: 0n,
    nr_extents: BigInt(pages),
    extent_order: 0,
    mem_flags: 0,
    domid,
  });
  return { caller, target, ins: undefined, outs: undefined, writable: [], bytes };
}

function planPhysmap(site: Site, call: PhysmapCall): Plan {
  const { world, caller, target, domid } = site;
  const { space, size, op } = call;
  const [idx, gpfn] = masked(
    [find(world, target, call.idx), find(world, target, call.gpfn)],
    site,
  ) as [bigint, bigint];
  const none = { caller, target, ins: undefined, outs: undefined, writable: [] };
  if (op === 'remove_from_physmap')
    return { ...none, bytes: encode(site, xen_remove_from_physmap, { domid, gpfn }) };
  if (op === 'add_to_physmap')
    return { ...none, bytes: encode(site, xen_add_to_physmap, { domid, size, space, idx, gpfn }) };
  const owner = world.host.domains.get(call.foreign);
  const isForeign = space === XENMAPSPACE_gmfn_foreign;
  const source = isForeign ? find(world, owner, call.idx) : idx;
  const run = (first: bigint): bigint[] =>
    masked(
      Array.from({ length: size }, (_, i) => first + BigInt(i)),
      site,
    );
  const idxs = put(site, AT.in, 'ram', run(source));
  const gpfns = put(site, AT.out, 'ram', run(gpfn));
  const errs = { at: AT.errs, size: 4, values: run(0n) };
  const u = isForeign ? { foreign_domid: call.foreign } : { res0: 0 };
  const lists = { idxs: idxs.at, gpfns: gpfns.at, errs: errs.at };
  const bytes = encode(site, xen_add_to_physmap_batch, { domid, space, size, u, ...lists });
  return { ...none, writable: [errs], bytes };
}

/** Puts the call's bytes into the caller's memory. */
export function plan(world: World, call: Hypercall): Plan {
  const caller = guestOf(world, call.caller);
  const target = call.target === undefined ? caller : world.host.domains.get(call.target);
  const { abi } = world.machines.get(call.caller)!;
  const site = { world, caller, target, domid: call.target ?? DOMID_SELF, abi };
  const planned =
    'chunks' in call
      ? planExchange(site, call)
      : 'extents' in call
        ? planReservation(site, call)
        : 'pages' in call
          ? planClaim(site, call)
          : planPhysmap(site, call);
  caller.memory.show(ARGUMENT, planned.bytes);
  return planned;
}

/** Every command by name: the number under the interface that has it. */
export const numberOf = (op: string): bigint => {
  for (const api of ['pin-v4', 'xen-4.17'] satisfies InterfaceName[]) {
    const command = interfaces[api].find(({ name }) => name === `XENMEM_${op}`);
    if (command) return BigInt(command.number);
  }
  throw new Error(`there is no XENMEM_${op}`);
};

/** Issues what `plan` put there. */
export const issue = (world: World, { caller }: Plan, op: Hypercall['op']): bigint =>
  hypercall(world.machines.get(caller.domid)!, {
    caller,
    number: hypercalls.memory_op,
    args: [numberOf(op), ARGUMENT],
  });
