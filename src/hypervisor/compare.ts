import type { Call } from '../capture/index.js';
import { hex } from '../codec/index.js';
import type { Domain } from './domain.js';
import type { Host } from './host.js';
import type { Illegal } from './recorded-choices.js';

/** Where the model and the recording disagree. */
export interface Difference {
  readonly what: 'result' | 'memory' | 'totPages' | 'm2p' | 'frame';
  readonly path: string;
  readonly address?: bigint;
  readonly offset?: number;
  /** The model's. */
  readonly expected: string;
  /** The recording's. */
  readonly actual: string;
}

const byte = (value: number | undefined): string =>
  value === undefined ? 'unknown' : value.toString(16).padStart(2, '0');

function compareMemory(call: Call, caller: Domain): Difference[] {
  return call.memory.flatMap(({ address, before, after = before }): Difference[] => {
    const model = caller.memory.peek(address, before.length);
    const offset = after.findIndex((value, i) => value !== model[i]);
    if (offset < 0) return [];
    return [
      {
        what: 'memory',
        path: '',
        address,
        offset,
        expected: byte(model[offset]),
        actual: byte(after[offset]),
      },
    ];
  });
}

type Pairs = readonly (readonly [string, string | null])[];

function compareM2p(call: Call, caller: Domain, host: Host): Difference[] {
  const observed = call.raw['observed'] as
    | { readonly m2p?: { readonly after?: Pairs } }
    | undefined;
  return (observed?.m2p?.after ?? []).flatMap(([mfn, pfn]): Difference[] => {
    const frame = host.frames.get(BigInt(mfn));
    // Of a frame that was never seen nothing is known, nor of a free one that may be among
    // those that were handed out without a number.
    const isKnown = frame?.owner !== undefined || (frame && caller.anonymous === 0n);
    if (!frame || !isKnown) return [];
    const actual = pfn === null ? null : BigInt(pfn);
    if (frame.pfn === actual) return [];
    const words = (value: bigint | null): string => (value === null ? 'invalid' : hex(value));
    return [
      { what: 'm2p', path: `m2p[${mfn}]`, expected: words(frame.pfn), actual: words(actual) },
    ];
  });
}

export function compare(
  call: Call,
  result: bigint,
  caller: Domain,
  host: Host,
  illegal: readonly Illegal[],
): Difference[] {
  const differences: Difference[] = [];
  if (call.result !== undefined && call.result !== result)
    differences.push({
      what: 'result',
      path: '',
      expected: String(result),
      actual: String(call.result),
    });
  differences.push(...compareMemory(call, caller));
  for (const { mfn, problem } of illegal)
    differences.push({
      what: 'frame',
      path: '',
      expected: 'a free frame as asked for',
      actual: `${hex(mfn)}, which ${problem}`,
    });
  const observed = call.raw['observed'] as { readonly totPages?: readonly number[] } | undefined;
  const pages = observed?.totPages?.[1];
  if (pages !== undefined && caller.totPages !== undefined && BigInt(pages) !== caller.totPages) {
    differences.push({
      what: 'totPages',
      path: '',
      expected: String(caller.totPages),
      actual: String(pages),
    });
    caller.totPages = BigInt(pages);
  }
  return [...differences, ...compareM2p(call, caller, host)];
}
