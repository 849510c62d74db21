import { readPasted, SourceError } from '../../src/capture/index.js';
import type { Dump } from './tool.js';

/**
 * What became of a text: its very bytes at their addresses; a refusal; other bytes, told to be a
 * guess (`--strict` refuses it); or other bytes as if they were certain. `untold`: words as the tool's
 * style has them, where it had been asked for the other byte order and its print shows no trace of
 * that, which docs/sources.md tells.
 */
export type Verdict = 'read' | 'refused' | 'guessed' | 'misread' | 'untold';

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

/** Whether all that was read is there, where the dump was not whole. */
function isPart({ fragments, hasAddresses }: Read, bytes: string, address: string): boolean {
  const whole = Buffer.from(bytes, 'hex');
  return fragments.every((one) => {
    const part = Buffer.from(one.bytes);
    if (!hasAddresses) return whole.includes(part);
    const start = Number(one.address - BigInt(address));
    return start >= 0 && whole.subarray(start, start + part.length).equals(part);
  });
}

/** What a tool was asked for, and prints alike without it. */
const untold = /^od .*--endian=big/;

/** The bytes with their words turned round, for each width of words. */
const turned = (bytes: string): string[] =>
  [2, 4, 8].map((width) =>
    bytes.replace(new RegExp(`(?:..){1,${width}}`, 'g'), (word) =>
      Buffer.from(Buffer.from(word, 'hex').toReversed()).toString('hex'),
    ),
  );

/**
 * Reads a dump as `decode` does. What is no dump may not be read, however cautiously. Of one that
 * lost some of its lines, a part may be read.
 */
export function judge(
  { how, text, bytes, address }: Omit<Dump, 'of'>,
  lost: 'nothing' | 'lines' = 'nothing',
): Judgement {
  try {
    const read = readPasted(new TextEncoder().encode(text));
    const got = shown(read);
    const at = read.hasAddresses ? `${address}: ` : '';
    const said = read.guess === undefined ? read.style : `${read.style} (a guess: ${read.guess})`;
    const isRight = (right: string): boolean =>
      (got === at + right && read.after === undefined) ||
      (lost === 'lines' && isPart(read, right, address));
    if (bytes !== null && isRight(bytes)) return { verdict: 'read', said };
    if (bytes !== null && untold.test(how) && turned(bytes).some(isRight))
      return { verdict: read.guess === undefined ? 'untold' : 'guessed', said, got };
    return { verdict: read.guess === undefined ? 'misread' : 'guessed', said, got };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { verdict: 'refused', said: error.message };
  }
}
