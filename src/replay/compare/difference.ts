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

export const resultDifference = (expected: bigint, actual: bigint): Difference => ({
  what: 'result',
  path: '',
  expected: numberToJson(expected),
  actual: numberToJson(actual),
});
