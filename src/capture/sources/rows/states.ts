import type { Fragment } from '../source.js';
import { SourceError } from '../source-error.js';
import { merge, type Piece } from './merge.js';

/** A session that shows memory in more states than this is no call that somebody watched. */
const mostTries = 32;

/**
 * Memory as a session shows it first, and as it shows it later: where lines disagree, those behind
 * a command or another line between them are of a later state.
 * @throws SourceError `overlap` where lines of one print disagree, or there are three states.
 */
export function statesOf(pieces: readonly Piece[]): [first: Fragment[], later?: Fragment[]] {
  let early = pieces;
  for (let tries = 0; ; tries++) {
    try {
      const first = merge(early);
      return early === pieces ? [first] : [first, merge(pieces.slice(early.length))];
    } catch (error) {
      if (!(error instanceof SourceError) || error.code !== 'overlap') throw error;
      const block = early.find(({ line }) => line === error.line)?.block;
      const start = early.findIndex((piece) => piece.block === block);
      if (start <= 0 || tries === mostTries) throw error;
      early = pieces.slice(0, start);
    }
  }
}
