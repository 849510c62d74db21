import {
  type BadLine,
  callToJson,
  callView,
  codec,
  createCallDecoder,
  type DecodedCall,
  readCapture,
  type StructVector,
  type ViewOptions,
  type Warning,
} from '../../src/index.js';

export interface ListLine {
  readonly path: string;
  readonly address: string;
  readonly before: readonly unknown[] | null;
  readonly after: readonly unknown[] | null;
}

/** A line of `decode --json` for a call. */
export interface CallLine {
  readonly call: number;
  readonly label: string | null;
  readonly hypercall: string | null;
  readonly operation: string | null;
  readonly arguments: Readonly<Record<string, number | string>>;
  readonly command: string | null;
  readonly startExtent: number | string;
  readonly struct: string | null;
  readonly argument: { address: string; before: unknown; after: unknown } | null;
  readonly lists: readonly ListLine[];
  readonly result: number | string | null;
  readonly errno: string | null;
  readonly warnings: readonly Warning[];
}

export interface Decoded {
  readonly calls: readonly DecodedCall[];
  readonly lines: readonly CallLine[];
  readonly vectors: readonly StructVector[];
  readonly errors: readonly BadLine[];
}

export const header = (abi = 'x86_64', more: object = {}): object => ({
  kind: 'capture',
  version: 1,
  abi,
  ...more,
});

export const call = (
  args: readonly string[],
  memory: readonly object[] = [],
  more: object = {},
): object => ({ kind: 'call', hypercall: 12, args, memory, ...more });

/** A fragment of guest memory. */
export const at = (address: string, before: string, after?: string): object => ({
  address,
  before,
  ...(after !== undefined && { after }),
});

/** Little-endian hex of integers: `le(8, 1, 2)` is two 64-bit words. */
export const le = (size: number, ...values: readonly (number | bigint)[]): string =>
  values
    .map((value) =>
      Array.from({ length: size }, (_, i) =>
        Number((BigInt.asUintN(64, BigInt(value)) >> BigInt(8 * i)) & 0xffn)
          .toString(16)
          .padStart(2, '0'),
      ).join(''),
    )
    .join('');

/** A xen_memory_reservation's bytes for architectures other than x86_32. */
export const reservation = (
  list: number | bigint,
  nr: number | bigint,
  { order = 0, flags = 0, domid = 0x7ff0, padding = '000000000000' } = {},
): string => le(8, list, nr) + le(4, order, flags) + le(2, domid) + padding;

/** The same for x86_32. */
export const reservation32 = (
  list: number,
  nr: number,
  { order = 0, flags = 0, domid = 0x7ff0, padding = '0000' } = {},
): string => le(4, list, nr, order, flags) + le(2, domid) + padding;

const textOf = (lines: readonly (object | string)[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');

/** Everything that a capture, given as text, bytes or lines, decodes to. */
export async function decodeAll(
  input: string | Uint8Array | readonly (object | string)[],
): Promise<Decoded> {
  const text = typeof input === 'string' || input instanceof Uint8Array ? input : textOf(input);
  const calls: DecodedCall[] = [];
  const vectors: StructVector[] = [];
  const errors: BadLine[] = [];
  let decode: ReturnType<typeof createCallDecoder> | undefined;
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for await (const record of readCapture([bytes])) {
    if (record.kind === 'capture') decode = createCallDecoder(record, codec);
    else if (record.kind === 'call') calls.push(decode!(record));
    else if (record.kind === 'struct') vectors.push(record);
    else errors.push(record);
  }
  const lines = calls.map((decoded) => callToJson(decoded) as unknown as CallLine);
  return { calls, lines, vectors, errors };
}

/** The lines of `decode --json` of a capture that has no bad line. */
export async function linesOf(lines: readonly (object | string)[]): Promise<readonly CallLine[]> {
  const { lines: decoded, errors } = await decodeAll(lines);
  if (errors.length > 0) throw errors[0]!.error;
  return decoded;
}

/** What people see of a capture's calls. */
export async function viewOf(
  lines: readonly (object | string)[],
  options: Partial<ViewOptions> = {},
): Promise<string> {
  const { calls } = await decodeAll(lines);
  return calls.map((c) => callView(c, { view: 'fields', most: 8, ...options })).join('\n');
}
