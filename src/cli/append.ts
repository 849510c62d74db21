import { appendFileSync, existsSync, statSync } from 'node:fs';
import { type CaptureHeader, interfaceTold, readCapture } from '../capture/index.js';
import type { Abi } from '../layout/index.js';
import { Exit, FINDINGS, SYSTEM, usage } from './exit.js';
import { chunksOf, systemReason } from './io.js';
import { interfaceNamed, type NamedInterface } from '../words/interface.js';

/** A capture that calls can be added to. */
interface OpenCapture {
  /** What its header says; nothing where it has none yet. */
  readonly interface?: NamedInterface;
  /** Whether its last line lacks its end. */
  readonly isCut: boolean;
}

const NEWLINE = 0x0a;

/** The chunks of a file, and whether the last of them ended in the middle of a line. */
async function* watched(file: string, end: { isCut: boolean }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunksOf(file)) {
    if (chunk.length > 0) end.isCut = chunk.at(-1) !== NEWLINE;
    yield chunk;
  }
}

/** Looks whether a call of this architecture fits into a capture. @throws Exit */
export async function openCapture(file: string, abi: Abi): Promise<OpenCapture> {
  const fresh = { isCut: false };
  if (!existsSync(file)) return fresh;
  // Not a pipe: reading it would take what its writer has for others.
  if (!statSync(file).isFile()) throw usage(`--append ${file} is no plain file`);
  if (statSync(file).size === 0) return fresh;
  const end = { isCut: false };
  let header: CaptureHeader | undefined;
  for await (const record of readCapture(watched(file, end))) {
    if (record.kind === 'capture') header = record;
    else if (record.kind === 'error' && (!header || record.error.code === 'truncated'))
      throw new Exit(FINDINGS, `${file}: ${record.error.message}: nothing is appended`);
  }
  if (!header) throw new Exit(FINDINGS, `${file} is no capture: nothing is appended`);
  if (header.abi !== abi.name)
    throw usage(`${file} is a capture of ${header.abi}, and --abi says ${abi.name}`);
  return { interface: interfaceNamed(interfaceTold(header))!, isCut: end.isCut };
}

/** Adds text to a file in one piece, or makes the file. @throws Exit (3) */
export function appendTo(file: string, text: string): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw new Exit(SYSTEM, `${file}: ${systemReason(error)}`);
  }
}
