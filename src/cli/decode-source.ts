import { readSource, type Source, SourceError, type SourceFormat } from '../capture/index.js';
import { drain, type Input } from './input.js';
import { printJson, say } from './io.js';

/** Bytes from the start of a text to a line and column, both from 1. */
function offsetOf(input: Uint8Array, line: number, column: number): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input);
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const ends = [...text.matchAll(/\r\n|\n|\r/g)];
  const end = ends[line - 2];
  const start = end ? end.index + end[0].length : mark;
  return Buffer.byteLength(text.slice(0, start + column - 1));
}

/** A source read, or the sentence and record of why it could not be. */
export async function sourceOf(
  input: Input,
  format: SourceFormat,
  json: boolean,
): Promise<Source | undefined> {
  const bytes = await drain(input);
  try {
    return readSource(bytes, format as Source['format']);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { code, line, column, message } = error;
    const offset = offsetOf(bytes, line, column);
    if (json)
      await printJson({ error: { code, path: '', offset, line, column, message }, index: 0 });
    say(`xenabi: ${input.name}: ${message}`);
    return undefined;
  }
}
