/** A capture: what a guest asked of a hypervisor, and what came back. */
import type { InterfaceName } from '../../abi/index.js';
import type { ArchitectureName } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { printable } from '../words/text.js';

/** A capture's first line; what it does not say is unknown to the recorder. */
export interface CaptureHeader {
  readonly abi: ArchitectureName;
  /** Which meaning the command numbers have. */
  readonly interface: InterfaceName;
  readonly source?: string;
  /** The caller where a call names none. */
  readonly domid?: number;
  /** The line as it was written: keys that are not ours are kept. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The interface as a header names it: `xen-4.20.3`. */
export function interfaceTold({
  interface: commands,
  raw,
}: Pick<CaptureHeader, 'interface'> & Partial<Pick<CaptureHeader, 'raw'>>): string {
  const told = raw?.['interface'];
  return typeof told === 'string' ? told : commands;
}

/** Guest memory that a call could see: bytes before it, and after it where they changed. */
export interface Fragment {
  readonly address: bigint;
  readonly before: Uint8Array;
  readonly after?: Uint8Array;
  /** The struct that it was written as, by value. */
  readonly struct?: string;
}

export interface Call {
  readonly kind: 'call';
  /** From 0, among the calls of the file; a line that could not be read is one of them. */
  readonly index: number;
  /** Of the file, from 1. */
  readonly line: number;
  readonly label?: string;
  readonly hypercall: number;
  /** Argument registers. */
  readonly args: readonly bigint[];
  readonly memory: readonly Fragment[];
  readonly result?: bigint;
  /** The caller. */
  readonly domid?: number;
  /** Of an entry of a multicall: the index of the multicall's line. */
  readonly parent?: number;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A vector of one struct, to be decoded by itself. */
export interface StructVector {
  readonly kind: 'struct';
  /** From 0, among the vectors of the file. */
  readonly index: number;
  readonly line: number;
  readonly struct: string;
  readonly abi: ArchitectureName;
  /** The declaration, as the release of the header before it has it; without one, 4.17. */
  readonly type: CompoundType;
  readonly bytes: Uint8Array;
}

/** A line that is no JSON, one that is no line of a capture, or one that the file breaks off in. */
export type CaptureErrorCode = 'json' | 'capture' | 'truncated';

/** A line that is no line of a capture: which, and what in it. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly code: CaptureErrorCode;
  /** Of the file, from 1. */
  readonly line: number;
  /** Where in the line: `memory[1].before`; empty for the whole. */
  readonly path: string;
  /** Bytes from the start of the file to the line. */
  readonly offset: number;

  constructor(code: CaptureErrorCode, line: number, offset: number, path: string, problem: string) {
    super(`line ${line}${path === '' ? '' : `, ${printable(path)}`}: ${printable(problem)}`);
    this.code = code;
    this.line = line;
    this.path = path;
    this.offset = offset;
  }
}
