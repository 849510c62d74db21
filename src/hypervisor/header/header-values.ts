/** The values of a capture's header, checked one by one. */

/** A header or an observation that contradicts itself, or cannot be: where in it, and what. */
export class FactError extends Error {
  readonly path: string;
  readonly problem: string;

  constructor(path: string, problem: string) {
    super(path === '' ? problem : `${path}: ${problem}`);
    this.path = path;
    this.problem = problem;
  }
}

export type Raw = Readonly<Record<string, unknown>>;

const MOST = (1n << 64n) - 1n;
/** The end of the address space, exclusive. */
export const MOST_END = 1n << 64n;
/** x86 and Arm have physical addresses of at most 52 bits; frame numbers have 12 fewer. */
export const MOST_FRAMES = 1n << 40n;

function quoted(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

export function object(value: unknown, path: string): Raw {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Raw;
  throw new FactError(path, `${quoted(value)} is no object`);
}

export function objects(value: unknown, path: string): readonly Raw[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new FactError(path, `${quoted(value)} is no array`);
  return value.map((item: unknown, i) => {
    if (item === null) throw new FactError(`${path}[${i}]`, 'null is no object');
    return object(item, `${path}[${i}]`);
  });
}

/** A whole number up to `most`: a JSON number, a decimal or a `0x` string. */
export function whole(raw: Raw, key: string, at: string, most = MOST): bigint | undefined {
  const value = raw[key] ?? undefined;
  const path = at === '' ? key : `${at}.${key}`;
  if (value === undefined) return undefined;
  const isNumber = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  const isText = typeof value === 'string' && /^(\d{1,30}|0x[\da-f]{1,30})$/i.test(value);
  if (!isNumber && !isText) throw new FactError(path, `${quoted(value)} is no whole number`);
  const number = BigInt(value as number | string);
  if (number > most) throw new FactError(path, `${quoted(value)} is more than can be`);
  return number;
}

/** Nothing where the header does not say it. */
export function told(raw: Raw, key: string, at: string): boolean | undefined {
  const value = raw[key] ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  throw new FactError(`${at}.${key}`, `${quoted(value)} is neither true nor false`);
}

export const boolean = (raw: Raw, key: string, at: string, otherwise = false): boolean =>
  told(raw, key, at) ?? otherwise;

export function oneOf<T extends string>(
  raw: Raw,
  key: string,
  at: string,
  names: readonly [T, ...T[]],
): T {
  const value = raw[key] ?? names[0];
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw new FactError(`${at}.${key}`, `${quoted(value)} is neither ${names.join(' nor ')}`);
}

export function required(value: bigint | undefined, path: string): bigint {
  if (value === undefined) throw new FactError(path, 'is missing');
  return value;
}

interface Span {
  readonly start: bigint;
  readonly end: bigint;
  readonly path: string;
}

/** Refuses spans that have a number in common. */
export function disjoint(spans: readonly Span[], problem: (at: string, other: string) => string) {
  const sorted = [...spans].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  let last: Span | undefined;
  for (const span of sorted) {
    if (last && span.start < last.end)
      throw new FactError(span.path, problem(`0x${span.start.toString(16)}`, last.path));
    if (!last || span.end > last.end) last = span;
  }
}
