import type { StructSpec } from '../../test/support/declarations.js';
import type { Truth } from './truth.js';

/** One layout, and the architectures that have it. */
export interface RecordedLayout extends Truth {
  readonly abis: readonly string[];
}
export interface RecordedStruct {
  readonly struct: string;
  readonly layouts: readonly RecordedLayout[];
}

/** test/golden/headers.json: the compiler's view of the installed public headers. */
export interface HeadersFile {
  readonly compiler: string;
  readonly headers: string;
  readonly interface: string;
  readonly structs: readonly RecordedStruct[];
}

/** test/golden/random.json: the compiler's view of random declarations. */
export interface RandomFile {
  readonly compiler: string;
  readonly seed: number;
  readonly declarations: readonly {
    readonly spec: StructSpec;
    readonly layouts: readonly RecordedLayout[];
  }[];
}

/** Architectures of equal layout share one record. */
export function grouped(byAbi: ReadonlyMap<string, Truth>): RecordedLayout[] {
  const groups = new Map<string, RecordedLayout>();
  for (const [abi, truth] of byAbi) {
    const key = JSON.stringify(truth);
    groups.set(key, { ...truth, abis: [...(groups.get(key)?.abis ?? []), abi] });
  }
  return [...groups.values()].map(({ abis, ...truth }) => ({ abis, ...truth }));
}

/** The compiler's record of one architecture. */
export const recordedOn = (
  layouts: readonly RecordedLayout[],
  abi: string,
): RecordedLayout | undefined => layouts.find(({ abis }) => abis.includes(abi));

/** JSON in which the list, last of the keys, has one entry a line. */
export function toText(file: HeadersFile | RandomFile): string {
  const lines = Object.entries(file).map(([key, value]) => {
    const text = Array.isArray(value)
      ? `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
