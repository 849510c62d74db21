import type { Path } from '../layout/index.js';
import {
  type FieldType,
  type FloatValue,
  integerOf,
  type Member,
  type Unit,
} from '../schema/index.js';
import { hex } from '../schema/number-text.js';
import { type Fields, get, isFields, set } from './fields.js';
import { meant } from './meant.js';

/** The JSON value form: no bit is lost, and frame numbers and handles read as engineers do. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const FRAMES: ReadonlySet<Unit | undefined> = new Set(['GFN', 'MFN', 'PFN'] as const);

function integerToJson(value: bigint | number, unit: Unit | undefined): Json {
  if (FRAMES.has(unit) && value >= 0) return hex(value);
  return typeof value === 'bigint' ? String(value) : value;
}

/** Calls `visit` for each field of a compound, those of anonymous members among them. */
function eachField(members: readonly Member[], visit: (member: Member) => void): void {
  for (const member of members) {
    if (member.type.kind === 'anonymous') eachField(member.type.type.members, visit);
    else if (!(member.type.kind === 'bits' && member.type.unnamed)) visit(member);
  }
}

/**
 * A decoded value as JSON: 64-bit-class integers are decimal strings; handles, pointers and
 * what has the unit GFN, MFN or PFN are hexadecimal strings; smaller integers are numbers, and so
 * is a float, but for `"-0"`, `"NaN"`, `"Infinity"`, `"-Infinity"` and the bits of other NaNs.
 */
export function toJson(type: FieldType, value: unknown, unit?: Unit): Json {
  switch (type.kind) {
    case 'alias':
      return toJson(type.type, value, unit);
    case 'bits':
      return toJson(type.storage, value, unit);
    case 'anonymous':
      return toJson(type.type, value);
    case 'oneOf':
      return toJson(meant(type, value), value, unit);
    case 'handle':
    case 'pointer':
      return hex(value as bigint);
    case 'float':
      return floatToJson(value as FloatValue);
    case 'chars':
      return value as string;
    case 'array':
    case 'flexible':
      return (value as readonly unknown[]).map((item) => toJson(type.element, item, unit));
    case 'struct':
    case 'union': {
      const out: { [key: string]: Json } = {};
      eachField(type.members, (m) => {
        const held = (value as Fields)[m.name];
        if (held !== undefined) set(out, m.name, toJson(m.type, held, m.unit));
      });
      return out;
    }
    default:
      return integerToJson(value as bigint | number, unit);
  }
}

/** Longer than any integer is; no conversion and no message is to grow with it. */
const MOST_DIGITS = 80;
/** As many characters as a double in full may have (2^-1074 has 1,076), and no more. */
const MOST_FLOAT = 1100;

function integerFromJson(json: unknown, value: 'number' | 'bigint'): unknown {
  if (typeof json !== 'string' || json.length > MOST_DIGITS) return json;
  if (!/^-?(\d+|0x[\da-f]+)$/i.test(json)) return json;
  const integer = json.startsWith('-') ? -BigInt(json.slice(1)) : BigInt(json);
  return value === 'bigint' ? integer : Number(integer);
}

/** JSON has neither NaN nor infinities, and writes -0 as 0: these are strings. */
const floatToJson = (value: FloatValue): Json =>
  Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value);

/** What `Number` reads as what it says; JavaScript's NaN has no sign, and is spelt in one way. */
const FLOAT = /^(?:NaN|[+-]?(?:Infinity|\d+(?:\.\d+)?(?:[eE][+-]?\d{1,4})?))$/;

const floatFromJson = (json: unknown): unknown =>
  typeof json === 'string' && json.length <= MOST_FLOAT && FLOAT.test(json) ? Number(json) : json;

/** The value of one scalar; what is none stays as it is. */
export function scalarFromJson(type: FieldType, json: unknown): unknown {
  switch (type.kind) {
    case 'alias':
      return scalarFromJson(type.type, json);
    case 'bits':
      return integerFromJson(json, integerOf(type.storage)!.value);
    case 'handle':
    case 'pointer':
      return integerFromJson(json, 'bigint');
    case 'int':
    case 'perAbi':
      return integerFromJson(json, type.value);
    case 'float':
      return floatFromJson(json);
    default:
      return json;
  }
}

/** Where in a document a scalar stands, and what its field is noted to count. */
interface JsonPlace {
  readonly path: Path;
  readonly unit?: Unit | undefined;
}

/** How a scalar is read, be it behind a typedef. */
type ScalarReader = (type: FieldType, json: unknown, place: JsonPlace) => unknown;

/** A value from JSON, its scalars as `scalar` reads them. */
export function readJson(
  type: FieldType,
  json: unknown,
  scalar: ScalarReader,
  place: JsonPlace = { path: [] },
): unknown {
  const { path, unit } = place;
  switch (type.kind) {
    case 'alias':
      return integerOf(type) ? scalar(type, json, place) : readJson(type.type, json, scalar, place);
    case 'anonymous':
      return readJson(type.type, json, scalar, place);
    case 'oneOf':
      return readJson(meant(type, json), json, scalar, place);
    case 'array':
    case 'flexible':
      return Array.isArray(json)
        ? json.map((item, i) => readJson(type.element, item, scalar, { path: [...path, i], unit }))
        : json;
    case 'struct':
    case 'union': {
      if (!isFields(json)) return json;
      const out: Record<string, unknown> = {};
      for (const [key, value] of Object.entries(json)) set(out, key, value);
      eachField(type.members, (m) => {
        const value = get(json, m.name);
        if (value === undefined) return;
        const inner = { path: [...path, m.name], unit: m.unit };
        // JSON has no undefined: null is what programs write for what they do not know.
        set(out, m.name, value === null ? undefined : readJson(m.type, value, scalar, inner));
      });
      return out;
    }
    default:
      return scalar(type, json, place);
  }
}

/**
 * A value for `encode` from JSON: every integer may be a number, a decimal or a `0x` string.
 * What is none of these stays as it is, for `encode` to refuse with path and offset.
 */
export const fromJson = (type: FieldType, json: unknown): unknown =>
  readJson(type, json, scalarFromJson);
