import type { Path } from '../layout/index.js';
import type { AbiErrorCode } from './error.js';

/** A fault of a value, before it is an error of some struct on some architecture. */
export interface Fault {
  readonly code: AbiErrorCode;
  readonly path: Path;
  /** Bytes from the start of the value's struct. */
  readonly offset: number;
  readonly expected: string;
  readonly actual: unknown;
}

export function fault(
  code: AbiErrorCode,
  path: Path,
  offset: number,
  expected: string,
  actual: unknown,
): Fault {
  return { code, path, offset, expected, actual };
}

/** A byte as a fault shows it. */
export const shownByte = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;
