import type { InterfaceName } from '../../abi/index.js';
import {
  type Call,
  createLazyDecoder,
  createMemory,
  type Fragment,
  toHex,
} from '../capture/index.js';
import type { CodecFor } from '../codec/index.js';
import type { Abi, ArchitectureName } from '../layout/index.js';
import { createBreakpoints } from './breakpoints.js';
import type { Client, Stop } from './client.js';
import type { Convention, Entry } from './entries.js';
import { readMemory } from './memory.js';
import { RecordError } from './record-error.js';
import { readRegisters, type Registers, type Target } from './target.js';
import { wantedBy } from './wanted.js';

/** A call as it is recorded; one that did not come back has no result. */
export type Recorded = Pick<Call, 'hypercall' | 'args' | 'memory' | 'result'>;

export interface RecordOptions {
  readonly client: Client;
  readonly target: Target;
  readonly convention: Convention;
  readonly entries: readonly Entry[];
  /** Of the callers. */
  readonly abi: Abi;
  readonly interface: InterfaceName;
  readonly codec: CodecFor;
  /** Called when an entry is reached for the first time. @throws RecordError */
  check?(entry: Entry): Promise<unknown>;
  /** Calls after which to stop. */
  readonly count?: number;
  /** Ends the recording; the target goes on. */
  readonly signal?: Stop;
  /** Takes each call when it has come back. */
  write(call: Recorded): void;
}

/** Why a recording ended: it was asked to, has its calls, or the target's program has ended. */
export type RecordEnd = 'asked' | 'count' | 'exited';

/** Bytes of memory that are read for one call, at most. */
const MOST = 2 ** 20;
/** How often a call is looked at again for what the memory that was read names. */
const ROUNDS = 64;

/** A call that has not come back. */
interface Pending {
  readonly call: Recorded;
  readonly thread: string;
  /** Whether its thread has gone on from the entry: a signal's handler may come first. */
  hasBegun: boolean;
}

/** A stop reply's thread and whether the target is still there. */
function stopOf(reply: string): { isOver: boolean; signal: string; thread: string | undefined } {
  return {
    isOver: /^[WX]/.test(reply),
    signal: reply.slice(1, 3),
    thread: /thread:([^;]+)/.exec(reply)?.[1],
  };
}

const TRAP = '05';

/** Whether a call finds memory as another left it, which changed some. */
function findsChanges(call: Recorded, next: Recorded): boolean {
  const now = createMemory();
  for (const { address, before } of next.memory) now.write(address, before);
  const changes = call.memory.filter(({ after }) => after);
  return (
    changes.length > 0 &&
    changes.every(({ address, after }) => toHex(now.read(address, after!.length)) === toHex(after!))
  );
}

/** Whether an argument points further on into a list of the call's, as a multicall's does. */
const isFurtherOn = ({ args, memory }: Recorded, next: Recorded): boolean =>
  memory.some(({ address, before }) =>
    args.some((arg, i) => {
      const now = next.args[i] ?? 0n;
      return arg === address && now > address && now < address + BigInt(before.length);
    }),
  );

/**
 * Whether a call goes on with one that gave back its own number, which may be a count as well: a
 * continuation has some argument of its call, and registers or memory tell how far that came.
 */
const goesOn = (call: Recorded, next: Recorded): boolean =>
  call.hypercall === next.hypercall &&
  (isFurtherOn(call, next) ||
    (call.args.some((arg, i) => arg !== 0n && arg === next.args[i]) &&
      (call.args.some((arg, i) => arg !== next.args[i]) || findsChanges(call, next))));

/**
 * Records hypercalls of a target that stands still, until it is told to end, has its calls, or the
 * target ends. Then all breakpoints are gone and the target goes on without us.
 * @throws RecordError where the stub hangs up or refuses
 */
export async function record(options: RecordOptions): Promise<RecordEnd> {
  const { client, target, convention, abi, signal } = options;
  const breakpoints = createBreakpoints(client, convention.link === undefined ? 1 : 4);
  const entries = new Map(options.entries.map((entry) => [entry.address, entry]));
  const unchecked = new Set(options.entries);
  const pending = new Map<string, Pending>();
  /**
   * By thread and hypercall: calls that may have been preempted, which the thread's next call of
   * the same tells. A multicall is preempted with the call in it.
   */
  const held = new Map<string, Recorded>();
  const heldAt = (thread: string, { hypercall }: Recorded): string => `${thread}:${hypercall}`;
  let written = 0;

  const register = (values: Registers, name: string): bigint => {
    const value = values.get(name);
    if (value !== undefined) return value;
    throw new RecordError('malformed', `the stub's registers lack ${name}`);
  };
  const frameOf = (stack: bigint, returnsTo: bigint): string => `${stack}:${returnsTo}`;

  function write(call: Recorded): void {
    options.write(call);
    written++;
  }

  /** A call with all memory that it names, as far as that can be read. */
  async function shown(hypercall: number, args: readonly bigint[]): Promise<Recorded> {
    const header = { abi: abi.name as ArchitectureName, interface: options.interface };
    const known = createMemory();
    const fragments: Fragment[] = [];
    const asked = new Set<bigint>();
    let left = MOST;
    let registers = args.length;
    for (let round = 0; round < ROUNDS; round++) {
      const call: Call = {
        kind: 'call',
        index: 0,
        line: 1,
        hypercall,
        args,
        memory: fragments,
        raw: {},
      };
      const decoded = await createLazyDecoder(header, options.codec)(call);
      // What other registers hold is nothing of the call's.
      if (decoded.hypercall) registers = decoded.registers.length;
      const wanted = wantedBy(decoded).filter(({ address }) => !asked.has(address));
      if (wanted.length === 0 || left === 0) break;
      for (const { address, size } of wanted) {
        if (asked.has(address) || left === 0) continue;
        asked.add(address);
        const most = Number(size < BigInt(left) ? size : BigInt(left));
        if (known.read(address, most).length === most) continue;
        const before = await readMemory(client, address, most);
        if (before.length === 0) continue;
        left -= before.length;
        known.write(address, before);
        fragments.push({ address, before });
      }
    }
    return { hypercall, args: args.slice(0, registers), memory: fragments };
  }

  async function begin(entry: Entry, values: Registers, thread: string): Promise<Pending> {
    if (unchecked.delete(entry)) await options.check?.(entry);
    const stack = register(values, convention.stack);
    const link = convention.link;
    const bytes = link === undefined ? await readMemory(client, stack, convention.word) : undefined;
    if (bytes && bytes.length < convention.word)
      throw new RecordError('refused', `the stack at 0x${stack.toString(16)} cannot be read`);
    const returnsTo = bytes
      ? BigInt(
          `0x${Array.from(bytes, (b) => b.toString(16).padStart(2, '0'))
            .toReversed()
            .join('')}`,
        )
      : register(values, link!);
    const key = frameOf(stack + BigInt(bytes?.length ?? 0), returnsTo);
    const lost = pending.get(key);
    if (lost?.hasBegun === false) return lost;
    const bits = abi.sizes.long * 8;
    const args = entry.arguments.map((name) => BigInt.asUintN(bits, register(values, name)));
    const call = await shown(entry.hypercall, args);
    const before = held.get(heldAt(thread, call));
    if (before) {
      held.delete(heldAt(thread, call));
      const { result: _, ...preempted } = before;
      write(goesOn(before, call) ? preempted : before);
    }
    // A call that left its frame without coming back.
    if (lost) write(lost.call);
    else await breakpoints.set(returnsTo);
    const begun: Pending = { call, thread, hasBegun: false };
    pending.set(key, begun);
    return begun;
  }

  async function finish(values: Registers, counter: bigint): Promise<void> {
    const key = frameOf(register(values, convention.stack), counter);
    const found = pending.get(key);
    if (!found) return;
    pending.delete(key);
    await breakpoints.clear(counter);
    const memory: Fragment[] = [];
    for (const { address, before } of found.call.memory) {
      const now = await readMemory(client, address, before.length);
      const isSame = now.length < before.length || now.every((byte, i) => byte === before[i]);
      memory.push(isSame ? { address, before } : { address, before, after: now });
    }
    const bits = abi.sizes.long * 8;
    const result = BigInt.asIntN(bits, register(values, convention.result));
    const call: Recorded = { ...found.call, memory, result };
    // What a preempted call gives back is its own number, so that the guest makes it again.
    if (result === BigInt(call.hypercall)) held.set(heldAt(found.thread, call), call);
    else write(call);
  }

  /** Whose registers are read, and who has a signal. */
  async function choose(thread: string): Promise<void> {
    if (thread !== '' && (await client.ask(`Hg${thread}`)).startsWith('E'))
      throw new RecordError('refused', `the stub does not tell of thread ${thread.slice(0, 32)}`);
  }
  const isEnough = (): boolean => options.count !== undefined && written >= options.count;
  const isAsked = (): boolean => signal?.aborted === true;

  /** What happens where a thread stands. @returns the stop that follows at once, if one does */
  async function meet(thread: string): Promise<string | undefined> {
    const values = await readRegisters(client, target);
    const counter = register(values, convention.counter);
    if (!breakpoints.has(counter)) return undefined;
    const entry = entries.get(counter);
    await finish(values, counter);
    const begun = entry && (await begin(entry, values, thread));
    if (isEnough() || isAsked()) return undefined;
    const reply = await breakpoints.stepPast(counter, () =>
      client.resume(thread === '' ? 's' : `vCont;s:${thread}`, signal),
    );
    const stop = stopOf(reply);
    if (stop.isOver || stop.signal !== TRAP) return reply;
    if (begun) begun.hasBegun = true;
    await choose(stop.thread ?? thread);
    const next = register(await readRegisters(client, target), convention.counter);
    return breakpoints.has(next) && next !== counter ? reply : undefined;
  }

  async function run(): Promise<RecordEnd> {
    // Before the breakpoints: QEMU takes the question for a new debugger's, and forgets them.
    let reply = await client.ask('?');
    for (const address of entries.keys()) await breakpoints.set(address);
    for (;;) {
      const { isOver, signal: why, thread = '' } = stopOf(reply);
      if (isOver) return 'exited';
      const isOurs = why === TRAP || why === '00';
      await choose(thread);
      const next = isOurs ? await meet(thread) : undefined;
      if (next === undefined) {
        if (isAsked()) return 'asked';
        if (isEnough()) return 'count';
      }
      // A signal of the program's own is its to have.
      reply = next ?? (await client.resume(isOurs ? 'c' : `C${why}`, signal));
    }
  }

  async function letGo(): Promise<void> {
    await breakpoints.clearAll();
    await client.detach();
  }

  try {
    let end: RecordEnd;
    try {
      end = await run();
    } finally {
      for (const call of held.values()) write(call);
      for (const { call } of pending.values()) write(call);
    }
    if (end !== 'exited') await letGo();
    return end;
  } catch (error) {
    // Whatever went wrong, a target that is still there is not left standing.
    await letGo().catch(() => {});
    throw error;
  }
}
