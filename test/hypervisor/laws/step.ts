import { xen_memory_exchange } from '../../../abi/index.js';
import { codec } from '../../../src/index.js';
import {
  destroy,
  type Domain,
  type Frame,
  hold,
  type P2mEntry,
  release,
  UnknownFact,
} from '../../../src/hypervisor/index.js';
import { type Attempt, type Hypercall, isExchange } from './calls.js';
import { type Entered, issueEntry, planEntry } from './entry.js';
import { ARGUMENT, issue, type Plan, plan } from './issue.js';
import { find } from './pages.js';
import { HYPERVISOR, RAM, READ_ONLY, troubleWith, type World } from './world.js';

/** All that calls may change, at one time. */
export interface Snapshot {
  readonly frames: readonly (Frame | undefined)[];
  readonly free: bigint;
  readonly domains: ReadonlyMap<number, DomainSnapshot>;
}

export interface DomainSnapshot {
  readonly totPages: bigint | undefined;
  readonly p2m: ReadonlyMap<bigint, P2mEntry>;
  readonly pins: ReadonlyMap<bigint, bigint>;
  readonly xenPages: ReadonlyMap<string, readonly bigint[]>;
  readonly claim: bigint | undefined;
  /** Its memory, region by region. */
  readonly memory: readonly { readonly start: bigint; readonly bytes: Uint8Array }[];
}

/** One attempt with what came of it. */
export interface Step extends Attempt {
  readonly world: World;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Of a hypercall. */
  readonly plan?: Plan;
  readonly result?: bigint;
  /** Of an entry of a multicall. */
  readonly entered?: Entered;
  /** Of an exchange whose argument could be read: nr_exchanged before and after. */
  readonly told?: readonly [bigint, bigint];
  readonly hasFaulted: boolean;
  /** Whether the last copy did. */
  readonly hasLastFaulted: boolean;
  /** The domain that has ended. */
  readonly ended?: Domain | undefined;
}

const REGIONS = [RAM, READ_ONLY, HYPERVISOR.x86_64, HYPERVISOR.x86_32];

export function snapshot({ host }: World): Snapshot {
  return {
    frames: Array.from({ length: Number(host.maxPage) }, (_, mfn) => {
      const frame = host.frames.get(BigInt(mfn));
      return frame?.owner === undefined ? undefined : frame;
    }),
    free: host.heap!.size(),
    domains: new Map(
      [...host.domains.values()].map(({ domid, totPages, p2m, pins, xenPages, claim, memory }) => [
        domid,
        {
          totPages,
          p2m: new Map(p2m?.entries() ?? []),
          pins: new Map(pins),
          xenPages: new Map(xenPages),
          claim,
          memory: REGIONS.map(({ start, end }) => ({
            start,
            bytes: memory.peek(start, Number(end - start)),
          })),
        },
      ]),
    ),
  };
}

/** A snapshot as text: equal for equal states. */
export const digest = (state: Snapshot): string =>
  JSON.stringify(state, (_key, value: unknown) =>
    typeof value === 'bigint'
      ? `0x${value.toString(16)}`
      : value instanceof Map
        ? [...(value as Map<unknown, unknown>)].sort()
        : value instanceof Uint8Array
          ? Buffer.from(value).toString('hex')
          : value,
  );

/** Where the argument keeps its progress, and how wide it is. */
export function progressField({
  world,
  call,
}: Pick<Step, 'world' | 'call'>): readonly [number, number] {
  const { abi } = world.machines.get(call.caller)!;
  return [codec(xen_memory_exchange, abi).size - abi.sizes.long, abi.sizes.long];
}

function progress(world: World, call: Hypercall, { caller }: Plan): bigint {
  const exchange = codec(xen_memory_exchange, world.machines.get(call.caller)!.abi);
  return exchange.decode(caller.memory.peek(ARGUMENT, exchange.size)).nr_exchanged;
}

function happen(world: World, { call }: Attempt): void {
  const { host, held } = world;
  const domain = host.domains.get(call.caller);
  if (!('page' in call) || !domain) return;
  if (call.op === 'destroy') destroy(host, domain);
  if (call.op === 'hold') {
    const gmfn = find(world, domain, call.page);
    const mfn = domain.p2m ? domain.p2m.get(gmfn)?.mfn : gmfn;
    if (mfn === undefined || host.frames.get(mfn)?.owner === undefined) return;
    hold(host, mfn);
    held.set(mfn, (held.get(mfn) ?? 0) + 1);
  }
  const last = [...held].at(-1);
  if (call.op !== 'release' || !last) return;
  release(host, last[0]);
  if (last[1] > 1) held.set(last[0], last[1] - 1);
  else held.delete(last[0]);
}

/** What came of it, or nothing where a fact of the host decides; what was done until then stays. */
function attemptOf(
  world: World,
  planned: Plan,
  { call, isEntry }: Attempt & { readonly call: Hypercall },
): Pick<Step, 'result' | 'entered'> | undefined {
  try {
    if (!isEntry) return { result: issue(world, planned, call.op) };
    const entered = issueEntry(world, planned);
    return { result: entered.own ?? entered.outer, entered };
  } catch (error) {
    if (error instanceof UnknownFact) return undefined;
    throw error;
  }
}

/** Tries one thing, and tells what was before and after. */
export function take(world: World, attempt: Attempt): Step {
  const { call, trouble } = attempt;
  const { seams } = world;
  troubleWith(world, {});
  if ('page' in call) {
    const before = snapshot(world);
    const ended = call.op === 'destroy' ? world.host.domains.get(call.caller) : undefined;
    happen(world, attempt);
    const after = snapshot(world);
    return { ...attempt, world, before, after, ended, hasFaulted: false, hasLastFaulted: false };
  }
  const bare = plan(world, call);
  const planned = attempt.isEntry ? planEntry(world, bare, call.op) : bare;
  const before = snapshot(world);
  const was = isExchange(call) ? progress(world, call, planned) : 0n;
  troubleWith(world, trouble);
  const told = attemptOf(world, planned, { ...attempt, call });
  const { hasFaulted, hasLastFaulted } = seams;
  const after = snapshot(world);
  const is = isExchange(call) ? progress(world, call, planned) : 0n;
  return {
    ...attempt,
    world,
    before,
    after,
    plan: planned,
    ...told,
    hasFaulted,
    hasLastFaulted,
    ...(isExchange(call) && { told: [was, is] as const }),
  };
}
