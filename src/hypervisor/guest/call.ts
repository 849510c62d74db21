import { DOMID_SELF, errno as numbers, type ErrnoName, xen_pfn_t } from '../../../abi/index.js';
import type { CodecFor } from '../../codec/index.js';
import { type Abi, type CompoundLayout, type Layout, layoutOf } from '../../layout/index.js';
import type { Infer, InferInput, StructType, Type } from '../../schema/index.js';
import type { Choices, Slot } from '../oracle.js';
import { type Domain, isControlDomain } from '../state/domain.js';
import type { Host } from '../state/host.js';
import { Doubt, UnknownFact, UnknownMemory } from '../state/unknown.js';
import { unsignedLong } from '../state/width.js';

/** What a hypercall asks: who calls, with what, on which host. */
export interface Asked {
  readonly host: Host;
  readonly caller: Domain;
  readonly abi: Abi;
  readonly codec: CodecFor;
  /** The extent at which the command word says to begin. */
  readonly startExtent: bigint;
  /** The guest address of the argument. */
  readonly argument: bigint;
}

/** A hypercall on its way: what it asks, and what the hypervisor chooses for it. */
export interface Context extends Asked {
  readonly choices: Choices;
}

/** A preempted call: it is issued again, from this extent on. */
export interface Continuation {
  readonly startExtent: bigint;
  /**
   * What becomes of the call where what it did could not be told: the compat layer cannot take the
   * continuation back. An entry of a multicall goes on all the same (measured).
   */
  readonly lost?: bigint | undefined;
}
/** What a command returns to the guest, unless it was preempted. */
export type Outcome = bigint | Continuation;

/** A call that ends its caller: nobody is told anything any more. */
export class DomainCrash extends Error {}

/** A negative error number: what a failing call returns. */
export const error = (name: ErrnoName): bigint => -BigInt(numbers[name]);

/** Where a struct at an address has a field. */
export function fieldSlot(type: StructType, name: string, abi: Abi, at: bigint): Slot {
  const { members } = layoutOf(type, abi) as CompoundLayout;
  const { offset, layout } = members.find((member) => member.name === name)!;
  return { address: at + BigInt(offset), size: layout.size };
}

/** The argument struct as far as it is known, whatever the hypervisor may reach. */
export function peekIn<T extends StructType>(asked: Asked, type: T): Infer<T> | undefined {
  const { size, decode } = asked.codec(type, asked.abi);
  const bytes = asked.caller.memory.peek(asked.argument, size);
  return bytes.length < size ? undefined : decode(bytes);
}

/** The argument struct copied in, or nothing when a byte of it faults. */
export function copyIn<T extends StructType>(context: Context, type: T): Infer<T> | undefined {
  const codec = context.codec(type, context.abi);
  const bytes = context.caller.memory.read(context.argument, codec.size);
  return bytes && codec.decode(bytes);
}

/** The argument's fields copied back, padding left alone; tells whether no byte faulted. */
export function copyOut<T extends StructType>(
  context: Context,
  type: T,
  value: InferInput<T>,
): boolean {
  const codec = context.codec(type, context.abi);
  const bytes = context.caller.memory.peek(context.argument, codec.size);
  if (bytes.length < codec.size) return false;
  codec.encodeInto(value, bytes);
  return context.caller.memory.write(context.argument, bytes);
}

/** One field of the argument copied back; tells whether no byte of it faulted. */
export function copyOutField<T extends StructType>(
  context: Context,
  type: T,
  name: string,
  value: bigint,
): boolean {
  const { address, size } = fieldSlot(type, name, context.abi, context.argument);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return context.caller.memory.write(address, bytes.subarray(0, size));
}

/** Whether the hypervisor is x86's: the other is Arm's. */
export const isX86 = ({ abi }: Pick<Asked, 'abi'>): boolean => abi.name.startsWith('x86');

/** The domain that a domid names to this caller; XSM is asked apart. */
export const domainOf = (
  { host, caller }: Pick<Asked, 'host' | 'caller'>,
  domid: number,
): Domain | undefined => (domid === DOMID_SELF ? caller : domainNumbered({ host }, domid));

/**
 * A domain of which nothing is known but its number and its mode: whoever may not touch it is told
 * so, and of any other call nobody can say what it comes to.
 */
function unknownDomain(like: Domain, domid: number, mode: Domain['mode']): Domain {
  const isUnknown = (): never => {
    throw new UnknownFact(`domain ${domid} is not in the header`);
  };
  return new Proxy(like, {
    get: (_, key) => (key === 'domid' ? domid : key === 'mode' ? mode : isUnknown()),
    set: isUnknown,
  });
}

/** The outcome depends on a domain that no header describes: it may be there. */
export class AbsentDomain extends Doubt {
  constructor({ others, domains }: Host, domid: number) {
    const [like] = domains.values();
    const is = (domain: Domain | undefined) => () => void others.set(domid, domain);
    const ways = (['pv', 'translated'] as const).map((mode) =>
      is(unknownDomain(like!, domid, mode)),
    );
    super(`domain ${domid} is not in the header`, [is(undefined), ...ways]);
  }
}

/** The domain that has a number, which DOMID_SELF is none of. @throws AbsentDomain */
export function domainNumbered({ host }: Pick<Asked, 'host'>, domid: number): Domain | undefined {
  const domain = host.domains.get(domid);
  // The numbers from DOMID_SELF on are no domain's.
  if (!domain && host.mayHaveOthers && domid < DOMID_SELF) {
    if (!host.others.has(domid)) throw new AbsentDomain(host, domid);
    return host.others.get(domid);
  }
  if (domain?.isLost) throw new UnknownFact(`what was done to domain ${domid} is not recorded`);
  return domain;
}

/** XSM's TARGET rule: oneself, or the control domain. */
export const mayTarget = ({ caller }: Context, target: Domain): boolean =>
  target === caller || isControlDomain(caller);

/** A list of unsigned integers behind a guest handle: frame numbers, indexes. */
export interface GuestList {
  /** One element, or nothing when it faults. @throws UnknownMemory */
  get(index: bigint): bigint | undefined;
  /** One element that may be unknown, or nothing when it faults. */
  look(index: bigint): bigint | 'unknown' | undefined;
  /** Tells whether the element could be written. */
  set(index: bigint, value: bigint): boolean;
  /** Has a number written that nobody knows; tells whether the element could be written. */
  blur(index: bigint): boolean;
  addressOf(index: bigint): bigint;
  /** Bytes of an element. */
  readonly size: number;
}

export function guestList(
  { host, caller, abi }: Pick<Asked, 'host' | 'caller' | 'abi'>,
  start: bigint,
  element: Type = xen_pfn_t,
): GuestList {
  const { size } = layoutOf(element, abi) as Layout;
  const addressOf = (index: bigint): bigint => {
    const at = unsignedLong(host, start) + index * BigInt(size);
    return BigInt.asUintN(host.longBits ?? 64, at);
  };
  // One integer at a time, a million times: through the same eight bytes.
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  const item = bytes.subarray(0, size);
  const list: GuestList = {
    size,
    addressOf,
    look(index) {
      try {
        return list.get(index);
      } catch (error) {
        // Memory that is not told to be mapped may fault, too.
        if (!(error instanceof UnknownMemory) || !caller.memory.isMapped(error.address))
          throw error;
        return 'unknown';
      }
    },
    get(index) {
      const read = caller.memory.read(addressOf(index), size);
      if (!read) return undefined;
      item.set(read);
      if (size === 4) return BigInt(view.getUint32(0, true));
      return unsignedLong(host, view.getBigUint64(0, true));
    },
    blur: (index) => caller.memory.blur(addressOf(index), size),
    set(index, value) {
      view.setBigUint64(0, value, true);
      return caller.memory.write(addressOf(index), item);
    },
  };
  return list;
}
