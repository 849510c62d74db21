import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BitRange, Layout, Path } from '../../src/layout/index.js';
import { hex, refusal, type Subject } from '../support/engines.js';
import { decoded, limitsOf, runs } from '../support/values.js';

/** A place in a value where something can be put instead, and what must come of it. */
interface Fault {
  readonly code: string;
  /** Where to put it. */
  readonly at: Path;
  readonly put: unknown;
  /** What the error names: an unknown key is no place of the layout. */
  readonly path: Path;
  readonly offset: number;
}

/** Every fault of one place, and of those inside it; unions are not looked into. */
function* faultsOf(layout: Layout, path: Path, offset: number, bits?: BitRange): Generator<Fault> {
  const fault = (code: string, put: unknown): Fault => ({ code, at: path, put, path, offset });
  if (path.length > 0) yield fault('missing', undefined);
  yield fault('type', null);
  if (layout.kind === 'int') {
    const own = (n: bigint): number | bigint => (layout.value === 'bigint' ? n : Number(n));
    const [min, max] = limitsOf(layout, bits);
    yield fault('range', own(min - 1n));
    yield fault('range', own(max + 1n));
    for (const put of ['5', 0.5, NaN, true, layout.value === 'bigint' ? 2 ** 53 : 5n])
      yield fault('type', put);
  } else if (layout.kind === 'float') {
    if (layout.size === 4) yield fault('range', 1e39);
    for (const put of ['5', 'NaN', 'NaN(0x0)', true, 5n]) yield fault('type', put);
  } else if (layout.kind === 'chars') {
    yield fault('range', '\u0100');
    yield fault('count', 'x'.repeat(layout.size + 1));
    yield fault('type', 5);
  } else if (layout.kind === 'array') {
    yield fault('count', []);
    yield fault('type', {});
    for (let i = 0; i < layout.length; i++)
      yield* faultsOf(layout.element, [...path, i], offset + i * layout.element.size);
  } else if (layout.kind === 'struct') {
    yield fault('type', []);
    yield { ...fault('unknown', 1), at: [...path, 'stray key'], path: [...path, 'stray key'] };
    yield* faultsInside(layout, path, offset);
  } else if (layout.kind === 'union') {
    yield { ...fault('missing', {}) };
    yield { ...fault('unknown', 1), at: [...path, 'stray key'], path: [...path, 'stray key'] };
  }
}

function* faultsInside(layout: Layout, path: Path, offset: number): Generator<Fault> {
  if (layout.kind !== 'struct') return;
  for (const m of layout.members) {
    if (m.name === null) yield* faultsInside(m.layout, path, offset + m.offset);
    else yield* faultsOf(m.layout, [...path, m.name], offset + m.offset, m.bits);
  }
}

/** Replaces what is at a place of a value. */
function putAt(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
  if (step === undefined) return put;
  const inner = Object.getOwnPropertyDescriptor(value, step)?.value as unknown;
  const replaced = { value: putAt(inner, rest, put), enumerable: true, writable: true };
  return Object.defineProperty(Array.isArray(value) ? [...value] : { ...(value as object) }, step, {
    ...replaced,
    configurable: true,
  });
}

/** The law of errors, for values with one fault. `times`: runs of the property. */
export function describeFaults(subjects: readonly Subject[], times: number): void {
  describe.each(subjects)('$name on $abi, $engine', ({ codec, layout }) => {
    test('one fault is refused by its code, path and offset, and nothing is written', () => {
      const faults = [...faultsOf(layout, [], 0)];
      fc.assert(
        fc.property(
          decoded(layout),
          fc.constantFrom(...faults),
          fc.nat({ max: 5 }),
          (value, fault, at) => {
            const bytes = new Uint8Array(layout.size + 5).fill(0xa5);
            const wrong = putAt(value, fault.at, fault.put);
            const error = refusal(() => codec.encodeInto(wrong, bytes, at));
            const { code, path, offset } = fault;
            expect(error).toMatchObject({ code, path, offset: at + offset, abi: codec.abi.name });
            expect(hex(bytes)).toMatch(/^(a5)*$/);
          },
        ),
        runs(times),
      );
    });
  });
}
