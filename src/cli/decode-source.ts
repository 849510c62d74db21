import { type Pasted, readPasted, SourceError } from '../capture/index.js';
import type { Show } from './decode.js';
import { drain, type Input } from './input.js';
import { printJson, say } from './io.js';

/** Bytes from the start of a text to a line and column, both from 1. */
function offsetOf(input: Uint8Array, line: number, column: number): number {
  let start = input[0] === 0xef && input[1] === 0xbb && input[2] === 0xbf ? 3 : 0;
  for (let i = 1; i < line; i++) {
    const end = input.indexOf(0x0a, start);
    if (end < 0) break;
    start = end + 1;
  }
  // No more than the line's beginning is decoded: a line may be the whole of a large input.
  const text = new TextDecoder().decode(input.subarray(start, start + column * 4));
  return start + new TextEncoder().encode(text.slice(0, column - 1)).length;
}

/** Why an input cannot be read, as a record and as a sentence. */
export async function tellProblem(
  name: string,
  bytes: Uint8Array,
  error: SourceError,
  show: Show,
): Promise<void> {
  const { code, line, column, message } = error;
  const offset = offsetOf(bytes, line, column);
  if (show.json) printJson({ error: { code, path: '', offset, line, column, message }, index: 0 });
  say(`xenabi: ${name}: ${message}`);
}

/**
 * Tells what an input was read as: to people on standard error, to programs that ask for it in a
 * first object. A guess is a warning. @returns whether it may be used: --strict takes no guess.
 */
export async function tellReading(name: string, pasted: Pasted, show: Show): Promise<boolean> {
  const { style, said, guess } = pasted;
  if (show.json) {
    if (show.verbose)
      printJson({ input: { name, style, hasAddresses: pasted.hasAddresses, said } });
  } else {
    say(`read as: ${style}`);
    for (const sentence of said) say(`xenabi: ${name}: ${sentence}`);
  }
  if (guess === undefined) return true;
  const message = `input-guessed: ${guess}`;
  if (show.strict) {
    if (show.json)
      printJson({
        error: { code: 'input-guessed', path: '', offset: 0, message: guess },
        index: 0,
      });
    say(`xenabi: ${name}: ${message}`);
    return false;
  }
  if (show.json) printJson({ warning: { code: 'input-guessed', message: guess } });
  else say(`xenabi: ${name}: warning: ${message}`);
  return true;
}

/** An input read whole, or nothing after the sentence and record of why it could not be. */
export async function sourceOf(
  input: Input,
  from: string | undefined,
  size: number,
  show: Show,
): Promise<Pasted | undefined> {
  const bytes = await drain(input);
  try {
    const pasted = readPasted(bytes, from, size);
    return (await tellReading(input.name, pasted, show)) ? pasted : undefined;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    await tellProblem(input.name, bytes, error, show);
    return undefined;
  }
}
