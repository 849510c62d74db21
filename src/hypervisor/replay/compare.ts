import { type Call, toHex } from '../../capture/index.js';
import { hex, type Json } from '../../codec/index.js';
import type { Domain } from '../state/domain.js';
import type { Host } from '../state/host.js';
import { compareContinuation } from './continuation.js';
import { type Difference, resultDifference, numberToJson } from './difference.js';
import type { IssuedCommand } from './absent-domain.js';
import type { Locate } from './locate.js';
import type { Observed } from './observed.js';
import type { Illegal } from './recording.js';

/** The model's bytes with the recording's put over them. */
function recordedBytes(call: Call, { memory }: Domain, address: bigint, size: number) {
  const bytes = memory.peek(address, size).slice();
  for (const { address: start, before, after = before } of call.memory) {
    const from = Number(start - address);
    for (let i = Math.max(0, -from); i < after.length && from + i < bytes.length; i++)
      bytes[from + i] = after[i]!;
  }
  return bytes;
}

/** Every field and element, and every run of bytes without a name, that differs. */
function* compareMemory(call: Call, caller: Domain, locator: () => Locate): Generator<Difference> {
  const whole = (bytes: Uint8Array, size: number) => (bytes.length === size ? bytes : undefined);
  const model = (at: bigint, size: number) => whole(caller.memory.peek(at, size), size);
  const recorded = (at: bigint, size: number) => whole(recordedBytes(call, caller, at, size), size);
  for (const { address, before, after = before } of call.memory) {
    const bytes = caller.memory.peek(address, after.length);
    const differs = (i: number): boolean => i < after.length && bytes[i] !== after[i];
    for (let i = 0; i < after.length; i++) {
      if (!differs(i)) continue;
      const place = locator()(address + BigInt(i));
      const expected = place?.value(model) ?? null;
      const actual = place?.value(recorded) ?? null;
      if (place && expected !== actual) {
        const { path, address: at, offset } = place;
        yield { what: 'memory', path, address: at, offset, expected, actual };
        i = Math.max(i, Number(at - address) + place.size - 1);
        continue;
      }
      let end = i + 1;
      while (differs(end) && !locator()(address + BigInt(end))) end++;
      yield {
        what: 'memory',
        path: '',
        address: address + BigInt(i),
        offset: i,
        expected: toHex(bytes.subarray(i, end)),
        actual: toHex(after.subarray(i, end)),
      };
      i = end - 1;
    }
  }
}

function* compareM2p({
  before,
  after,
  caller,
  host,
  wasOwned,
  anonymous,
  isAnonymous,
}: Compared): Generator<Difference> {
  const seen = new Map(before.m2p);
  for (const [mfn, pfn] of after.m2p) {
    const frame = host.frames.get(mfn);
    if (!frame || host.untold.has(mfn)) continue;
    // A free frame may be among those that were handed out without a number; not one that this
    // call freed, unless it handed out some itself.
    const isFreed = wasOwned.has(mfn) && !isAnonymous;
    const isUnsure = frame.owner === undefined && caller.anonymous > 0n && !isFreed;
    // A call that neither took nor gave up such frames leaves their entries as they were.
    const was =
      isUnsure && !isAnonymous && caller.anonymous === anonymous ? seen.get(mfn) : undefined;
    if (isUnsure && was === undefined) continue;
    const expected = isUnsure ? was! : frame.pfn;
    // The header, or a frame that was found to be the domain's, may have no page number.
    if (frame.owner !== undefined && frame.pfn === null && (host.isOpen || frame.token < 0))
      continue;
    if (expected === pfn) continue;
    const words = (value: bigint | null): Json => (value === null ? null : hex(value));
    yield { what: 'm2p', path: hex(mfn), expected: words(expected), actual: words(pfn) };
  }
}

function illegalDifference({ mfn, expected, address }: Illegal, locate: Locate): Difference {
  const place = locate(address);
  return {
    what: 'memory',
    path: place?.path ?? '',
    address,
    ...(place && { offset: place.offset }),
    expected,
    actual: hex(mfn),
  };
}

export interface Compared {
  readonly call: Call;
  /** What the call turned out to be, if it got that far. */
  readonly issued: IssuedCommand | undefined;
  readonly caller: Domain;
  readonly host: Host;
  /** The model's. */
  readonly result: bigint;
  readonly illegal: readonly Illegal[];
  readonly before: Observed;
  readonly after: Observed;
  /** Of the frames whose M2P entries were seen after the call, those owned before it. */
  readonly wasOwned: ReadonlySet<bigint>;
  /** The caller's pages without a known number before the call. */
  readonly anonymous: bigint;
  /** Whether the call handed out frames whose numbers are not known. */
  readonly isAnonymous: boolean;
  readonly locator: () => Locate;
}

/** Every difference between what the model did and what was recorded. */
export function* compare(compared: Compared): Generator<Difference> {
  const { call, caller, result, illegal, after, locator } = compared;
  if (call.result !== undefined && call.result !== result)
    yield resultDifference(result, call.result);
  yield* compareContinuation(call, compared.issued);
  for (const frame of illegal) yield illegalDifference(frame, locator());
  yield* compareMemory(call, caller, locator);
  if (after.totPages !== undefined && caller.totPages !== undefined)
    if (after.totPages !== caller.totPages)
      yield {
        what: 'totPages',
        path: '',
        expected: numberToJson(caller.totPages),
        actual: numberToJson(after.totPages),
      };
  yield* compareM2p(compared);
}
