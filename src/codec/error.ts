import { dotted, type Path } from '../layout/index.js';

/** What was wrong; the table in README says what each means. */
export type AbiErrorCode =
  | 'length'
  | 'missing'
  | 'type'
  | 'range'
  | 'count'
  | 'union'
  | 'unknown'
  | 'padding';

/** Where and what, as data; the message is one sentence made from it. */
export interface AbiErrorData {
  readonly code: AbiErrorCode;
  /** Field names and array indexes from the outermost struct on. */
  readonly path: Path;
  /** Bytes from the start of the input. */
  readonly offset: number;
  /** The outermost declaration's name. */
  readonly struct: string;
  readonly abi: string;
  readonly expected: string;
  readonly actual: unknown;
  /** In a sequence of structs, which one, from 0. */
  readonly index?: number;
}

/** Codes whose `actual` is the caller's own value, and not our words. */
const theirs = /^(type|range|unknown)$/;

function shown(value: unknown, code: AbiErrorCode): string {
  if (typeof value === 'string') {
    const text = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    return theirs.test(code) ? JSON.stringify(text) : text;
  }
  // `5n` is no answer to "expected an integer" without its n.
  if (typeof value === 'bigint' && code === 'type') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) ? `an array of ${value.length}` : 'an object';
}

/** The one error that bytes or values can cause. */
export class AbiError extends Error implements AbiErrorData {
  override readonly name = 'AbiError';
  declare readonly code: AbiErrorCode;
  declare readonly path: Path;
  declare readonly offset: number;
  declare readonly struct: string;
  declare readonly abi: string;
  declare readonly expected: string;
  declare readonly actual: unknown;
  declare readonly index?: number;

  constructor(data: AbiErrorData) {
    const where = dotted([data.struct, ...data.path]);
    const which = data.index === undefined ? '' : ` #${data.index}`;
    super(
      `${where}${which} (${data.abi}) at offset ${data.offset}: ` +
        `expected ${data.expected}, got ${shown(data.actual, data.code)}`,
    );
    Object.assign(this, data);
  }
}
