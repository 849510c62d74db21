import { type Call, toHex } from '../../capture/index.js';
import { hex, numberToJson } from '../../codec/index.js';
import type { Domain } from '../../hypervisor/state/domain.js';
import type { Attempt, Illegal } from '../attempt.js';
import { compareM2p, type ComparedM2p } from './compare-m2p.js';
import { compareContinuation } from './continuation.js';
import { type Difference, resultDifference } from './difference.js';
import type { Locate } from './locate.js';

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

/** The model's bytes; the recording's where the model cannot know them. */
function knownBytes({ memory }: Domain, address: bigint, recorded: Uint8Array): Uint8Array {
  const whole = memory.peek(address, recorded.length);
  if (whole.length === recorded.length) return whole;
  const bytes = recorded.slice();
  for (const run of memory.runs(address, bytes.length))
    bytes.set(run.bytes, Number(run.address - address));
  return bytes;
}

/** Every field and element, and every run of bytes without a name, that differs. */
function* compareMemory(call: Call, caller: Domain, locator: () => Locate): Generator<Difference> {
  const whole = (bytes: Uint8Array, size: number) => (bytes.length === size ? bytes : undefined);
  const model = (at: bigint, size: number) => whole(caller.memory.peek(at, size), size);
  const recorded = (at: bigint, size: number) => whole(recordedBytes(call, caller, at, size), size);
  for (const { address, before, after = before } of call.memory) {
    const bytes = knownBytes(caller, address, after);
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

export interface Compared extends ComparedM2p {
  readonly call: Call;
  /** The call as it was executed. */
  readonly attempt: Attempt;
  /** The model's. */
  readonly result: bigint | 'crash';
  readonly locator: () => Locate;
}

/** Every difference between what the model did and what was recorded. */
export function* compare(compared: Compared): Generator<Difference> {
  const { call, attempt, caller, result, moments, locator } = compared;
  const { isCrash } = attempt.recording;
  if ((result === 'crash') !== isCrash && (isCrash || call.result !== undefined))
    yield resultDifference(result, isCrash ? 'crash' : call.result!);
  else if (result !== 'crash' && call.result !== undefined && call.result !== result)
    yield resultDifference(result, call.result);
  yield* compareContinuation(call, attempt.issued);
  for (const frame of attempt.illegal) yield illegalDifference(frame, locator());
  yield* compareMemory(call, caller, locator);
  const [expected, actual] = [caller.totPages, moments.after.totPages];
  if (expected !== undefined && actual !== undefined && expected !== actual)
    yield {
      what: 'totPages',
      path: '',
      expected: numberToJson(expected),
      actual: numberToJson(actual),
    };
  yield* compareM2p(compared);
}
