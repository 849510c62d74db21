import type { Type } from '../schema/index.js';
import { liveFields } from '../codec/live.js';
import { inWords } from './value.js';

/** What people are told of bytes that no live member of a union has. */
export const NOT_LIVE = '(not live)';

/** A leaf of a value for people: its dotted path and what it says. */
export interface Row {
  readonly path: string;
  readonly text: string;
}

/** The fields of a value in words, one row each; of a union the live member alone. */
export const rowsOf = (type: Type, value: unknown): Row[] =>
  Array.from(liveFields(type, value, true), ({ path, type, value, member }) => ({
    path,
    text: type.kind === 'union' ? NOT_LIVE : inWords(type, value, member?.unit),
  }));
