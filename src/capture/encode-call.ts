import { type Hypercall, interfaceMeaning, loadHypercall, releaseName } from '../../abi/index.js';
import { AbiError, type CodecFor, littleEndian } from '../codec/index.js';
import { type Abi, architectures, dotted, type Layout, layoutOf } from '../layout/index.js';
import { array, type CompoundType, type StructType, type Type } from '../schema/index.js';
import { registerInWords } from '../words/call.js';
import { fromWords } from '../words/from-words.js';
import { nearest } from '../words/nearest.js';
import { type Call, interfaceTold } from './capture.js';
import type { DecodedHeader } from './decode-call.js';
import type { DecodedCall } from './decoded.js';
import { choose, type Chosen, operationsOf } from './hypercall/choose.js';
import { memberAt } from './hypercall/fields.js';
import { narrowed } from './hypercall/narrowed.js';
import { prototypeOf } from './hypercall/registers.js';
import { createLazyDecoder } from './lazy-decoder.js';
import { at, integer, isRaw, quoted, type Raw, type Refuse, register, text } from './raw.js';
import { hypercallOf, resultInWords } from './records.js';

/** What of memory is known: pieces that have no byte in common. */
interface Piece {
  readonly address: bigint;
  before: Uint8Array;
  after?: Uint8Array;
}

/** Writes bytes into pieces that are there, and keeps what is new as pieces of its own. */
function write(pieces: Piece[], { address, before, after = before }: Piece): void {
  const isNew = new Uint8Array(before.length).fill(1);
  for (const piece of pieces) {
    const from = Number(address - piece.address);
    for (let i = Math.max(0, -from); i < before.length && from + i < piece.before.length; i++) {
      isNew[i] = 0;
      piece.after ??= piece.before.slice();
      piece.before[from + i] = before[i]!;
      piece.after[from + i] = after[i]!;
    }
  }
  for (let from = isNew.indexOf(1); from >= 0;) {
    const to = isNew.indexOf(0, from);
    const end = to < 0 ? isNew.length : to;
    const [own, then] = [before.slice(from, end), after.slice(from, end)];
    pieces.push({ address: address + BigInt(from), before: own, after: then });
    from = isNew.indexOf(1, end);
  }
}

interface Place {
  readonly abi: Abi;
  readonly codec: CodecFor;
  readonly refuse: Refuse;
}

/** The bytes of a value in words. */
function bytesOf(type: Type, json: unknown, path: string, { abi, codec, refuse }: Place) {
  try {
    return codec(type, abi).encode(fromWords(type, json, abi) as never);
  } catch (error) {
    if (!(error instanceof AbiError)) throw error;
    const field = dotted(error.path);
    throw refuse(
      `${path}${field === '' || field.startsWith('[') ? '' : '.'}${field}`,
      error.message,
    );
  }
}

const sizeOf = (type: Type, abi: Abi): number => (layoutOf(type, abi) as Layout).size;

/** The value that a dotted path names. */
const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((all, name) => (isRaw(all) ? at(all, name) : undefined), value);

/** What the words say that a field is, as a number: nothing where they say no number. */
function numberOf(type: CompoundType, path: string, value: unknown, abi: Abi): bigint | undefined {
  const member = memberAt(type, path);
  if (!member || value === undefined) return undefined;
  try {
    const number = fromWords(member.type as Type, value, abi);
    return typeof number === 'number' || typeof number === 'bigint' ? BigInt(number) : undefined;
  } catch (error) {
    if (error instanceof AbiError) return undefined;
    throw error;
  }
}

/** The registers, up to the last that is said. */
function registersOf(raw: Raw, table: Hypercall, prototype: StructType, place: Place) {
  const { abi, refuse } = place;
  const said = at(raw, 'arguments') ?? {};
  if (!isRaw(said)) throw refuse('arguments', 'is no object');
  const names = prototype.members.map(({ name }) => name);
  for (const name of Object.keys(said))
    if (!names.includes(name))
      throw refuse(`arguments.${name}`, `is no register of ${table.name}${nearest(name, names)}`);
  const last = names.findLastIndex((name) => at(said, name) !== undefined);
  return prototype.members.slice(0, last + 1).map(({ name, type }, index) => {
    const path = `arguments.${name}`;
    const value = at(said, name);
    if (value === undefined) throw refuse(path, 'is missing');
    const width = Math.min(sizeOf(type as Type, abi), abi.sizes.long) * 8;
    const number = isSelector(table, name)
      ? register(value, path, refuse, (word) =>
          registerInWords(
            word,
            { hypercall: table.number, index, abi, interface: 'xen-4.17', table },
            (problem) => refuse(path, problem),
          ),
        )
      : littleEndian(bytesOf(type as Type, value, path, place));
    return BigInt.asUintN(width, number);
  });
}

const isSelector = ({ operations, struct }: Hypercall, name: string): boolean =>
  operations !== undefined && !struct && operations.by === name;

/** Struct, member and operation that the words mean. */
function chosenBy(
  raw: Raw,
  table: Hypercall,
  header: DecodedHeader,
  args: readonly bigint[],
): Chosen {
  const abi = architectures[header.abi];
  const release = releaseName(interfaceMeaning(interfaceTold(header))!.release);
  const where = { abi: abi.name, release };
  const value = valueAt(raw, 'argument.before');
  const prototype = prototypeOf(table, undefined, where);
  const registers = Object.fromEntries(prototype.members.map(({ name }, i) => [name, args[i]]));
  return choose(table, {
    abi,
    where,
    interface: header.interface,
    registers: [registers],
    field: (type, path) => numberOf(type, path, valueAt(value, path), abi),
  });
}

/** The operation that is named, for the registers that it has. */
function namedOperation(raw: Raw, { operations }: Hypercall, interfaceName: string) {
  const name = at(raw, 'operation') ?? at(raw, 'command');
  return operations && operationsOf(operations, interfaceName).find((one) => one.name === name);
}

/** The lists of a decoded call, a multicall's entries' too, by the paths that JSON has. */
const listsOf = ({ lists, entries = [], hypercall }: DecodedCall) =>
  new Map([
    ...lists.map((list) => [list.path, list] as const),
    ...entries.flatMap((entry, i) =>
      entry.lists.map((list) => [`${hypercall!.entries!.list}[${i}].${list.path}`, list] as const),
    ),
  ]);

/**
 * A call from its words: the inverse of `callToJson`, for lines of `decode --json` and for those
 * that people write so. Its bytes are those that the words say; what they do not say is zero.
 * Values may be names, as in `encode`.
 * @throws CaptureError with the path of what is wrong
 */
export async function callFromJson(
  raw: Raw,
  header: DecodedHeader,
  codec: CodecFor,
  refuse: Refuse,
): Promise<Pick<Call, 'label' | 'hypercall' | 'args' | 'memory' | 'result'>> {
  const abi = architectures[header.abi];
  const place: Place = { abi, codec, refuse };
  // A line of a capture has bytes and no words: nothing of it would be left.
  for (const key of ['args', 'memory'])
    if (at(raw, key) !== undefined)
      throw refuse(
        key,
        'is of a line that is captured already; words are `arguments` and `argument`',
      );
  const hypercall = hypercallOf(raw, refuse);
  const table = await loadHypercall(hypercall);
  if (!table) throw refuse('hypercall', `${hypercall} has no words that could be bytes`);
  const release = releaseName(interfaceMeaning(interfaceTold(header))!.release);
  const operation = namedOperation(raw, table, header.interface);
  const prototype = prototypeOf(table, operation, { abi: abi.name, release });
  const args = registersOf(raw, table, prototype, place);
  const pieces: Piece[] = [];
  writeArgument(raw, chosenBy(raw, table, header, args), pieces, place);
  const given = at(raw, 'result');
  const result = given === undefined ? undefined : integer(given, 'result', refuse, resultInWords);
  const call = { hypercall, args, ...(result !== undefined && { result }) };
  const memory = (): Call['memory'] =>
    pieces.map(({ address, before, after }) => {
      const isChanged = after?.some((byte, i) => byte !== before[i]);
      return { address, before, ...(isChanged && { after: after! }) };
    });
  await writeLists(
    raw,
    pieces,
    place,
    (pieces) =>
      createLazyDecoder(
        header,
        codec,
      )({
        kind: 'call',
        index: 0,
        line: 1,
        ...call,
        memory: pieces,
        raw: {},
      }),
    memory,
  );
  const label = text(raw, 'label', refuse);
  return { ...(label !== undefined && { label }), ...call, memory: memory() };
}

/** The argument's bytes, as long as the whole struct. */
function writeArgument(raw: Raw, { struct, member }: Chosen, pieces: Piece[], place: Place): void {
  const { abi, refuse } = place;
  const argument = at(raw, 'argument');
  if (argument === undefined) return;
  if (!isRaw(argument)) throw refuse('argument', 'is no object');
  const [before, after] = [at(argument, 'before'), at(argument, 'after')];
  if (before === undefined && after === undefined) return;
  if (!struct) throw refuse('argument', 'this call has none');
  const address = register(at(argument, 'address'), 'argument.address', refuse);
  const type = member === undefined ? struct : narrowed(struct, member, abi);
  const whole = (value: unknown, path: string): Uint8Array => {
    const bytes = bytesOf(type, value, path, place);
    const all = new Uint8Array(Math.max(bytes.length, sizeOf(struct, abi)));
    all.set(bytes);
    return all;
  };
  write(pieces, {
    address,
    before: whole(before ?? after, 'argument.before'),
    ...(after !== undefined && { after: whole(after, 'argument.after') }),
  });
}

/** The lists' bytes: those of outer lists first, for the inner ones lie behind them. */
async function writeLists(
  raw: Raw,
  pieces: Piece[],
  place: Place,
  decode: (memory: Call['memory']) => Promise<DecodedCall>,
  memory: () => Call['memory'],
): Promise<void> {
  const { refuse } = place;
  const lists = at(raw, 'lists') ?? [];
  if (!Array.isArray(lists)) throw refuse('lists', 'is no array');
  let left = lists.map((list: unknown, i) => {
    if (!isRaw(list)) throw refuse(`lists[${i}]`, 'is no object');
    return { list, path: text(list, 'path', refuse) ?? '', where: `lists[${i}]` };
  });
  while (left.length > 0) {
    const there = listsOf(await decode(memory()));
    const next = left.filter(({ path }) => !there.has(path));
    for (const { list, path, where } of left) {
      const found = there.get(path);
      if (!found) continue;
      const [before, after] = [at(list, 'before'), at(list, 'after')];
      const elements = (values: unknown, key: string): Uint8Array => {
        if (!Array.isArray(values)) throw refuse(`${where}.${key}`, 'is no array');
        if (values.length === 0) return new Uint8Array(0);
        if (!found.type) throw refuse(where, `nobody knows what ${path} has`);
        return bytesOf(array(found.type, values.length), values, `${where}.${key}`, place);
      };
      if (before === undefined) continue;
      write(pieces, {
        address: found.address,
        before: elements(before, 'before'),
        ...(after !== undefined && { after: elements(after, 'after') }),
      });
    }
    if (next.length === left.length) {
      const [{ path, where }] = next as [(typeof next)[number]];
      const names = [...there.keys()];
      const hint =
        nearest(path, names) || (names.length > 0 ? `; there are ${names.join(', ')}` : '');
      throw refuse(where, `${quoted(path)} is no list of this call${hint}`);
    }
    left = next;
  }
}
