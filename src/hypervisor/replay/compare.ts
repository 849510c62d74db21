import { type Call, toHex } from '../../capture/index.js';
import { hex, type Json } from '../../codec/index.js';
import type { Domain } from '../state/domain.js';
import type { Host } from '../state/host.js';
import type { Locate } from './locate.js';
import type { Observed } from './observed.js';
import type { Illegal } from './recorded-choices.js';

/** Where the model and the recording disagree. */
export interface Difference {
  readonly what: 'result' | 'memory' | 'totPages' | 'm2p';
  /** Of a field of the argument, or an element of a list. */
  readonly path: string;
  readonly address?: bigint;
  /** Bytes from the start of the struct or list; of the fragment where the byte has no name. */
  readonly offset?: number;
  /** The model's, in the JSON value form. */
  readonly expected: Json;
  /** The recording's. */
  readonly actual: Json;
}

/** A JSON number where it is safe, else a decimal string: no bit is lost. */
export const numberToJson = (value: bigint): Json =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value);

export const resultDifference = (expected: bigint, actual: bigint): Difference => ({
  what: 'result',
  path: '',
  expected: numberToJson(expected),
  actual: numberToJson(actual),
});

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
  after,
  caller,
  host,
  wasOwned,
  anonymous,
}: Compared): Generator<Difference> {
  for (const [mfn, pfn] of after.m2p) {
    const frame = host.frames.get(mfn);
    if (!frame) continue;
    // A free frame may be among those that were handed out without a number; not one that this
    // call freed, unless it handed out some itself.
    const isFreed = wasOwned.has(mfn) && caller.anonymous === anonymous;
    if (frame.owner === undefined && caller.anonymous > 0n && !isFreed) continue;
    // The header, or a frame that was found to be the domain's, may have no page number.
    if (frame.owner !== undefined && frame.pfn === null && (host.isOpen || frame.token < 0))
      continue;
    if (frame.pfn === pfn) continue;
    const words = (value: bigint | null): Json => (value === null ? null : hex(value));
    yield { what: 'm2p', path: hex(mfn), expected: words(frame.pfn), actual: words(pfn) };
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
  readonly caller: Domain;
  readonly host: Host;
  /** The model's. */
  readonly result: bigint;
  readonly illegal: readonly Illegal[];
  readonly after: Observed;
  /** Of the frames whose M2P entries were seen after the call, those owned before it. */
  readonly wasOwned: ReadonlySet<bigint>;
  /** The caller's pages without a known number before the call. */
  readonly anonymous: bigint;
  readonly locator: () => Locate;
}

/** Every difference between what the model did and what was recorded. */
export function* compare(compared: Compared): Generator<Difference> {
  const { call, caller, result, illegal, after, locator } = compared;
  if (call.result !== undefined && call.result !== result)
    yield resultDifference(result, call.result);
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
