import { bytesView, structLines, type Warning, warningLine } from '../capture/index.js';
import { AbiError, toJson } from '../codec/index.js';
import { dotted, type Abi } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import type { Show } from './decode.js';
import { printJson, printLines, say } from './io.js';
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
    printJson({
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
  printLines(
    [
      `${type.name} (${abi.name})${where}, ${bytes.length} bytes`,
      ...lines.map((line) => `  ${line}`),
      ...warnings.map((warning) => `  ${warningLine(warning)}`),
    ],
    tones.call,
  );
}

/** Tells why bytes are no struct. */
export async function showFault(error: AbiError, index: number, json: boolean): Promise<void> {
  const { code, path, offset, message } = new AbiError({ ...error, index });
  if (json) printJson({ error: { code, path: dotted(path), offset, message }, index });
  say(`xenabi: ${message}`);
}
