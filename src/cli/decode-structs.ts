import {
  bytesView,
  type SourceFormat,
  structLines,
  type StructVector,
  type Warning,
  warningLine,
  warningsOf,
} from '../capture/index.js';
import { AbiError, toJson } from '../codec/index.js';
import { codec } from '../xen-codec.js';
import { dotted, type Abi } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { sourceOf } from './decode-source.js';
import type { Show } from './decode.js';
import { FINDINGS, OK, usage } from './exit.js';
import type { Input } from './input.js';
import { printJson, printLines, say } from './io.js';
import { abiNamed, structNamed } from './names.js';
import { numberOption } from './numbers.js';
import type { Given } from './verb.js';

/** One struct at a place in the input. */
interface Found {
  readonly type: CompoundType;
  readonly abi: Abi;
  readonly index: number;
  /** Bytes from the start of the input, or from the first address of a dump. */
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly value: unknown;
  readonly warnings: readonly Warning[];
}

async function showStruct(
  { type, abi, index, offset, bytes, value, warnings }: Found,
  show: Show,
): Promise<void> {
  if (show.json) {
    await printJson({
      struct: type.name,
      abi: abi.name,
      index,
      offset,
      value: toJson(type, value),
      warnings,
    });
    return;
  }
  const where = offset === 0 && index === 0 ? '' : ` #${index} at offset ${offset}`;
  const lines =
    show.view === 'bytes' ? bytesView(type, abi, bytes, value) : structLines(type, value);
  await printLines([
    `${type.name} (${abi.name})${where}, ${bytes.length} bytes`,
    ...lines.map((line) => `  ${line}`),
    ...warnings.map((warning) => `  ${warningLine(warning)}`),
  ]);
}

async function refuse(error: AbiError, index: number, json: boolean): Promise<void> {
  const { code, path, offset, message } = new AbiError({ ...error, index });
  if (json) await printJson({ error: { code, path: dotted(path), offset, message }, index });
  say(`xenabi: ${message}`);
}

/** Decodes structs that lie back to back in each fragment of a source. */
export async function decodeStructs(
  input: Input,
  format: SourceFormat,
  given: Given,
  show: Show,
): Promise<number> {
  const [name, abiName] = [given.text('struct'), given.text('abi')];
  if (name === undefined)
    throw usage(`${format} bytes need --struct (xenabi list structs names them)`);
  if (abiName === undefined)
    throw usage(`${format} bytes need --abi (xenabi list abis names them)`);
  const abi = abiNamed(abiName);
  const type = structNamed(name, abi);
  const skip = numberOption(given, 'offset') ?? 0;
  const source = await sourceOf(input, format, show.json);
  if (!source) return FINDINGS;
  const { size, decode } = codec<CompoundType>(type, abi);
  // No bytes at all are too few for a struct.
  const [first = { address: 0n, bytes: new Uint8Array() }, ...others] = source.fragments;
  const start = first.address;
  let index = 0;
  let status = OK;
  for (const [i, { address, bytes }] of [first, ...others].entries()) {
    const base = Number(address - start);
    // At least once: bytes that end before the first struct are an error, not silence.
    let at = i === 0 ? skip : 0;
    do {
      try {
        const value: unknown = decode(bytes, at);
        const part = bytes.subarray(at, at + size);
        const warnings = warningsOf({ type, abi, bytes: part, value });
        if (show.strict && warnings.length > 0) status = FINDINGS;
        await showStruct(
          { type, abi, index, offset: base + at, bytes: part, value, warnings },
          show,
        );
      } catch (error) {
        if (!(error instanceof AbiError)) throw error;
        await refuse(new AbiError({ ...error, offset: base + error.offset }), index, show.json);
        status = FINDINGS;
      }
      at += size;
      index++;
    } while (at < bytes.length);
  }
  return status;
}

/** Decodes one struct vector of a capture; tells whether it is a finding. */
export async function decodeVector(vector: StructVector, show: Show): Promise<boolean> {
  const { index, bytes } = vector;
  const abi = abiNamed(vector.abi);
  const type = structNamed(vector.struct, abi);
  try {
    const { decode, size } = codec<CompoundType>(type, abi);
    const value: unknown = decode(bytes);
    if (bytes.length > size) throw tooLong(type, abi, size, bytes.length);
    const warnings = warningsOf({ type, abi, bytes, value });
    await showStruct({ type, abi, index, offset: 0, bytes, value, warnings }, show);
    return show.strict && warnings.length > 0;
  } catch (error) {
    if (!(error instanceof AbiError)) throw error;
    await refuse(error, index, show.json);
    return true;
  }
}

/** A vector is one struct; of more bytes than it has, some are not looked at. */
const tooLong = (type: CompoundType, abi: Abi, size: number, length: number): AbiError =>
  new AbiError({
    code: 'length',
    path: [],
    offset: size,
    struct: type.name!,
    abi: abi.name,
    expected: `${size} bytes`,
    actual: `${length} bytes`,
  });
