import { bindCodecs } from '../../codec/index.js';
import { type Abi, dotted, entriesOf, layoutOf } from '../../layout/index.js';
import { fromWords } from '../../words/from-words.js';
import { array, type FieldType, type StructType, type Type } from '../../schema/index.js';

/** An argument's fields, nested structs as objects; integers as numbers, bigints or names. */
export type Value = Readonly<Record<string, unknown>>;
/** A list placed where the scenario wants it. */
export interface PlacedList {
  readonly address: number | bigint;
  readonly elements: readonly unknown[];
}
export type ListInput = readonly unknown[] | PlacedList;

/** Bytes of guest memory that a call of a scenario has laid out. */
export interface Laid {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

const codec = bindCodecs();
const PAGE = 4096n;

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with zeros where a struct of it says nothing. */
function complete(type: FieldType, given: unknown, zero: unknown): unknown {
  if (type.kind === 'alias') return complete(type.type, given, zero);
  if (given === undefined) return zero;
  if (type.kind !== 'struct' || !isObject(given)) return given;
  const fields: Record<string, unknown> = { ...(zero as Value), ...given };
  for (const { name, type: of } of type.members)
    if (of.kind !== 'anonymous' && isObject(given[name]))
      fields[name] = complete(of, given[name], (zero as Value)[name]);
  return fields;
}

function encode(type: Type, abi: Abi, given: unknown): Uint8Array {
  const { size, decode, encode } = codec(type, abi);
  const value = fromWords(type, given, abi);
  return encode(complete(type, value, decode(new Uint8Array(size))) as never);
}

function encodeList(type: Type, abi: Abi, values: readonly unknown[]): Uint8Array {
  if (values.length === 0) return new Uint8Array(0);
  const zero = codec(type, abi).decode(new Uint8Array(layoutOf(type, abi).size));
  const list = array(type, values.length);
  const all = fromWords(list, values, abi) as readonly unknown[];
  return codec(list, abi).encode(all.map((v) => complete(type, v, zero)) as never);
}

/** The value with a field set, which it may already have and keep. */
function put(value: Value, [name, ...rest]: readonly string[], to: unknown, keep = false): Value {
  if (name === undefined) return value;
  const inner = value[name];
  if (rest.length > 0)
    return { ...value, [name]: put(isObject(inner) ? inner : {}, rest, to, keep) };
  return keep && inner !== undefined ? value : { ...value, [name]: to };
}

interface ListField {
  readonly element: Type;
  /** The path of the field that counts its elements, where one field alone does. */
  readonly counter: readonly string[] | undefined;
}

/** What the handle at a dotted path leads to. @throws RangeError where there is none */
function listAt(argument: StructType, abi: Abi, path: string): ListField {
  const types = new Map(
    [...entriesOf(layoutOf(argument, abi))].map((entry) => [dotted(entry.path), entry.layout.type]),
  );
  const type = types.get(path);
  if (type?.kind !== 'handle' || !type.target)
    throw new RangeError(`${path} is no list of ${argument.name}`);
  const { target: element, length } = type;
  if (typeof length !== 'string') return { element, counter: undefined };
  // Next to the handle, or further out: a handle can be inside a union.
  const steps = path.split('.');
  while (steps.pop() !== undefined)
    if (types.has([...steps, length].join('.'))) return { element, counter: [...steps, length] };
  return { element, counter: undefined };
}

/** Where a call's argument lies, and the scratch area for its lists. */
export interface Place {
  readonly abi: Abi;
  readonly at: bigint;
  readonly scratch: bigint;
}

/**
 * Lays out a call's argument at its address, and its lists where they say or, each on pages of
 * its own, behind the argument's page of the scratch area.
 */
export function layOut(
  { abi, at, scratch }: Place,
  argument: StructType,
  value: Value,
  lists: Readonly<Record<string, ListInput>>,
): readonly Laid[] {
  const laid: Laid[] = [];
  let next = scratch + PAGE;
  let full = value;
  for (const [path, input] of Object.entries(lists)) {
    const { element, counter } = listAt(argument, abi, path);
    const elements = 'elements' in input ? input.elements : input;
    const bytes = encodeList(element, abi, elements);
    const address = 'elements' in input ? BigInt(input.address) : next;
    if (address === next) next += ((BigInt(bytes.length) + PAGE - 1n) / PAGE) * PAGE;
    if (bytes.length > 0) laid.push({ address, bytes });
    full = put(full, path.split('.'), address);
    if (counter) full = put(full, counter, elements.length, true);
  }
  return [{ address: at, bytes: encode(argument, abi, full) }, ...laid];
}
