/** A capture's lines as they are written; `read.ts` reads them. */
import { hex } from '../codec/index.js';
import type { Call, CaptureHeader } from './capture.js';
import { toHex } from './hex.js';

/** The first line of a capture, without a line end. */
export const headerLine = (header: {
  readonly abi: CaptureHeader['abi'];
  /** As `interfaceTold` gives it. */
  readonly interface: string;
}): string =>
  JSON.stringify({
    kind: 'capture',
    version: 1,
    abi: header.abi,
    interface: header.interface,
  });

/** Numbers past 2^53 are strings, so that no reader of JSON rounds them. */
const integer = (value: bigint): number | string =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value);

/** The line of a call, without a line end. */
export const callLine = ({
  label,
  hypercall,
  args,
  memory,
  result,
}: Pick<Call, 'label' | 'hypercall' | 'args' | 'memory' | 'result'>): string =>
  JSON.stringify({
    kind: 'call',
    ...(label !== undefined && { label }),
    hypercall,
    args: args.map((arg) => hex(arg)),
    memory: memory.map(({ address, before, after }) => ({
      address: hex(address),
      before: toHex(before),
      ...(after && { after: toHex(after) }),
    })),
    ...(result !== undefined && { result: integer(result) }),
  });
