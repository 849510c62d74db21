import {
  bytesView,
  structLines,
  type StructVector,
  type Warning,
  warningLine,
  warningsOf,
} from '../capture/index.js';
import { AbiError, type CodecFor, encodedSize, toJson } from '../codec/index.js';
import { dotted, type Abi, type Structs } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import type { Show } from './decode.js';
import { printJson, printLines, say } from './io.js';
import { abiNamed, structNamed } from './names.js';
import { tones } from './tones.js';

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

/** Prints one struct. */
export async function showStruct(
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
  await printLines(
    [
      `${type.name} (${abi.name})${where}, ${bytes.length} bytes`,
      ...lines.map((line) => `  ${line}`),
      ...warnings.map((warning) => `  ${warningLine(warning)}`),
    ],
    tones.call,
  );
}

/** Tells why there is none. */
export async function refuse(error: AbiError, index: number, json: boolean): Promise<void> {
  const { code, path, offset, message } = new AbiError({ ...error, index });
  if (json) await printJson({ error: { code, path: dotted(path), offset, message }, index });
  say(`xenabi: ${message}`);
}

/** Decodes one struct vector of a capture; tells whether it is a finding. */
export async function decodeVector(
  vector: StructVector,
  codec: CodecFor,
  structs: Structs,
  show: Show,
): Promise<boolean> {
  const { index, bytes } = vector;
  const abi = abiNamed(vector.abi);
  const type = structNamed(vector.struct, structs, abi);
  try {
    const { layout, decode } = codec<CompoundType>(type, abi);
    const value: unknown = decode(bytes);
    const size = encodedSize(layout, value);
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
