import { type Json, numberToJson } from '../../codec/index.js';

/** Where the model and the recording disagree. */
export interface Difference {
  readonly what: 'result' | 'memory' | 'totPages' | 'm2p';
  /** Of a field of the argument, an element of a list, or what was observed of the call. */
  readonly path: string;
  readonly address?: bigint;
  /** Bytes from the start of the struct or list; of the fragment where the byte has no name. */
  readonly offset?: number;
  /** The model's, in the JSON value form. */
  readonly expected: Json;
  /** The recording's. */
  readonly actual: Json;
}

type Outcome = bigint | 'crash';
const outcomeToJson = (outcome: Outcome): Json =>
  outcome === 'crash' ? outcome : numberToJson(outcome);

/** Another result; that the call ended its caller is one, too. */
export const resultDifference = (expected: Outcome, actual: Outcome): Difference => ({
  what: 'result',
  path: '',
  expected: outcomeToJson(expected),
  actual: outcomeToJson(actual),
});
