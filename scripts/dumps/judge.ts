import { readPasted, SourceError } from '../../src/capture/index.js';
import type { Dump } from './tool.js';

/** What became of a text: its very bytes at their addresses, a refusal, or anything else. */
export type Verdict = 'read' | 'refused' | 'misread';

export interface Judgement {
  readonly verdict: Verdict;
  /** How it was read, or the sentence of the refusal. */
  readonly said: string;
  /** The bytes that a misreading made of it, in hex, each run behind its address. */
  readonly got?: string;
}

type Read = ReturnType<typeof readPasted>;

const shown = ({ fragments, hasAddresses }: Pick<Read, 'fragments' | 'hasAddresses'>): string =>
  fragments
    .map(({ address, bytes }) => {
      const at = hasAddresses ? `0x${address.toString(16)}: ` : '';
      return at + Buffer.from(bytes).toString('hex');
    })
    .join('; ');

/** Reads a dump as `decode` does. What is no dump may not be read, however cautiously. */
export function judge({ text, bytes, address }: Omit<Dump, 'how' | 'of'>): Judgement {
  try {
    const read = readPasted(new TextEncoder().encode(text));
    const got = shown(read);
    const at = read.hasAddresses ? `${address}: ` : '';
    const said = read.guess === undefined ? read.style : `${read.style} (a guess: ${read.guess})`;
    return bytes !== null && got === at + bytes && read.after === undefined
      ? { verdict: 'read', said }
      : { verdict: 'misread', said, got };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { verdict: 'refused', said: error.message };
  }
}
