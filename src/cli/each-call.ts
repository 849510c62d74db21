import {
  type BadLine,
  type Call,
  CaptureError,
  type CaptureHeader,
  readCapture,
} from '../capture/index.js';
import { grouped } from '../capture/grouped.js';
import { FactError } from '../hypervisor/index.js';
import { FINDINGS, OK, usage } from './exit.js';
import { type Input, inputOf } from './input.js';
import { printJson, say } from './io.js';
import type { Given } from './verb.js';

/** The one file that a verb takes, or - for standard input. */
export function fileOf({ operands }: Given, verb: string): Input {
  const [file, another] = operands;
  if (file === undefined) throw usage(`${verb} needs a file, or - for standard input`);
  if (another !== undefined) throw usage(`${verb} takes one file, and ${another} is another`);
  return inputOf(file);
}

/** What a verb does with a capture. */
interface Doing {
  readonly json: boolean;
  /** Called with each header; what it returns is called with each call. @throws FactError */
  begin(header: CaptureHeader): Promise<(call: Call, entries: readonly Call[]) => Promise<void>>;
}

/** Reads a capture call by call; tells the exit status of what was wrong in it. */
export async function eachCall(input: Input, { json, begin }: Doing): Promise<number> {
  let status = OK;
  let judge: Awaited<ReturnType<Doing['begin']>> | undefined;
  let isEmpty = true;
  const refuse = async ({ error, index }: Omit<BadLine, 'kind'>): Promise<void> => {
    const { code, path, offset, line, message } = error;
    if (json) printJson({ error: { code, path, offset, line, message }, index });
    say(`xenabi: ${input.name}: ${message}`);
    status = FINDINGS;
  };
  /** Facts that cannot be are an error of their line. */
  async function attempt(
    { line, offset = 0 }: { line: number; offset?: number },
    index: number,
    act: () => Promise<void>,
  ) {
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof FactError)) throw error;
      const { path, problem } = error;
      await refuse({ error: new CaptureError('capture', line, offset, path, problem), index });
      return false;
    }
  }
  for await (const { record, entries } of grouped(readCapture(input.chunks))) {
    isEmpty = false;
    if (record.kind === 'capture') {
      judge = undefined;
      const isFine = await attempt(record, 0, async () => {
        judge = await begin(record);
      });
      if (!isFine) return FINDINGS;
    } else if (record.kind === 'call') {
      await attempt(record, record.index, () => judge!(record, entries));
    } else if (record.kind === 'error') {
      await refuse(record);
    }
  }
  if (isEmpty) {
    say(`xenabi: ${input.name} is empty`);
    status = FINDINGS;
  }
  return status;
}
