import {
  type Call,
  callToJson,
  callView,
  captureView,
  createLazyDecoder,
  type DecodedCall,
  readCapture,
  type StructVector,
  warningsOf,
} from '../capture/index.js';
import { AbiError, type CodecFor, encodedSize } from '../codec/index.js';
import { type Abi, architectures } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import type { Show } from './decode.js';
import { FINDINGS, OK } from './exit.js';
import type { Input } from './input.js';
import { print, printJson, say } from './io.js';
import { lazyCodec } from './lazy-codec.js';
import { showFault, showStruct } from './show-struct.js';
import type { FindStructs } from '../words/xen-structs.js';
import { tones } from './tones.js';

/** Prints one call; tells whether it is a finding. */
export async function showCall(decoded: DecodedCall, show: Show): Promise<boolean> {
  if (show.json) printJson(callToJson(decoded));
  else print(`${callView(decoded, show)}\n`, tones.call);
  return show.strict && decoded.warnings.length > 0;
}

/** Decodes one struct vector of a capture; tells whether it is a finding. */
async function decodeVector(vector: StructVector, codec: CodecFor, show: Show): Promise<boolean> {
  const { index, bytes, type } = vector;
  const abi = architectures[vector.abi];
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
    await showFault(error, index, show.json);
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

/** Decodes a capture as it is read; a line that cannot be read is told, and the next one follows. */
export async function decodeCapture(
  input: Input,
  show: Show,
  structs?: FindStructs,
): Promise<number> {
  let decode: ((call: Call) => Promise<DecodedCall>) | undefined;
  const codec = lazyCodec();
  let status = OK;
  let isEmpty = true;
  const find = (isFinding: boolean): void => {
    if (isFinding) status = FINDINGS;
  };
  for await (const record of readCapture(input.chunks, structs)) {
    if (record.kind === 'capture') {
      decode = createLazyDecoder(record, codec);
      if (!show.json) print(`${captureView(record)}\n`);
    } else if (record.kind === 'call') find(await showCall(await decode!(record), show));
    else if (record.kind === 'struct') find(await decodeVector(record, codec, show));
    else {
      const { code, path, offset, line, message } = record.error;
      if (show.json)
        printJson({ error: { code, path, offset, line, message }, index: record.index });
      say(`xenabi: ${input.name}: ${message}`);
      find(true);
    }
    isEmpty = false;
  }
  if (isEmpty) {
    say(`xenabi: ${input.name} is empty`);
    find(true);
  }
  return status;
}
