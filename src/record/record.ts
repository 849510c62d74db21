import { createBreakpoints } from './breakpoints.js';
import type { Stop } from './client.js';
import { goesOn } from './continuation.js';
import type { Convention, Entry } from './entries.js';
import { readWord } from './memory.js';
import { RecordError } from './record-error.js';
import { type Callers, recordAfter, recordBefore, type Recorded } from './recorded.js';
import { readRegisters, type Registers, type Target } from './target.js';

export interface RecordOptions extends Callers {
  readonly target: Target;
  readonly convention: Convention;
  readonly entries: readonly Entry[];
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

/**
 * Records hypercalls of a target that stands still, until it is told to end, has its calls, or the
 * target ends. Then all breakpoints are gone and the target goes on without us.
 * @throws RecordError where the stub hangs up or refuses
 */
export async function record(options: RecordOptions): Promise<RecordEnd> {
  const { client, target, convention, abi, signal } = options;
  const bits = abi.sizes.long * 8;
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

  async function begin(entry: Entry, values: Registers, thread: string): Promise<Pending> {
    if (unchecked.delete(entry)) await options.check?.(entry);
    const stack = register(values, convention.stack);
    const { link, word } = convention;
    const returnsTo =
      link === undefined ? await readWord(client, stack, word) : register(values, link);
    if (returnsTo === undefined)
      throw new RecordError('refused', `the stack at 0x${stack.toString(16)} cannot be read`);
    const key = frameOf(stack + BigInt(link === undefined ? word : 0), returnsTo);
    const lost = pending.get(key);
    if (lost?.hasBegun === false) return lost;
    const words = entry.arguments.map((name) => BigInt.asUintN(bits, register(values, name)));
    const call = await recordBefore(options, entry.hypercall, words);
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
    const result = BigInt.asIntN(bits, register(values, convention.result));
    const call = await recordAfter(client, found.call, result);
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
