import {
  type Call,
  callToJson,
  callView,
  captureView,
  createLazyDecoder,
  type DecodedCall,
  readCapture,
} from '../capture/index.js';
import type { Structs } from '../layout/index.js';
import type { Show } from './decode.js';
import { decodeVector } from './decode-vector.js';
import { FINDINGS, OK } from './exit.js';
import type { Input } from './input.js';
import { print, printJson, say } from './io.js';
import { soonCodec } from './soon-codec.js';
import { tones } from './tones.js';

/** Prints one call; tells whether it is a finding. */
export async function showCall(decoded: DecodedCall, show: Show): Promise<boolean> {
  if (show.json) await printJson(callToJson(decoded));
  else await print(`${callView(decoded, show)}\n`, tones.call);
  return show.strict && decoded.warnings.length > 0;
}

/** Decodes a capture as it is read; a line that cannot be read is told, and the next one follows. */
export async function decodeCapture(input: Input, show: Show, structs: Structs): Promise<number> {
  let decode: ((call: Call) => Promise<DecodedCall>) | undefined;
  const codec = soonCodec();
  let status = OK;
  let isEmpty = true;
  const find = (isFinding: boolean): void => {
    if (isFinding) status = FINDINGS;
  };
  for await (const record of readCapture(input.chunks, structs)) {
    if (record.kind === 'capture') {
      decode = createLazyDecoder(record, codec);
      if (!show.json) await print(`${captureView(record)}\n`);
    } else if (record.kind === 'call') find(await showCall(await decode!(record), show));
    else if (record.kind === 'struct') find(await decodeVector(record, codec, structs, show));
    else {
      const { code, path, offset, line, message } = record.error;
      if (show.json)
        await printJson({ error: { code, path, offset, line, message }, index: record.index });
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
