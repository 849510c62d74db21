/** An independent reader of captures: offset arithmetic on hex, nothing of the library. */
import { COMMANDS, ERRNO, LAYOUTS, SCALARS } from './oracle-table.js';

type Json = null | number | string | Json[] | { [key: string]: Json };
interface Recorded {
  readonly label?: string;
  readonly hypercall: number;
  readonly args: readonly string[];
  readonly memory: readonly { address: string; before: string; after?: string }[];
  readonly result?: number;
}
interface Place {
  readonly path: string;
  readonly offset: number;
  readonly size: number;
  readonly form: string;
}
interface Struct {
  readonly size: number;
  readonly fields: readonly Place[];
}
type Bytes = Map<bigint, number>;

const rows = (text: string): string[] => text.trim().split('\n');

/** The structs of one column of the table: 0 is x86_32. */
function structsOf(column: 0 | 1): ReadonlyMap<string, Struct> {
  const structs = new Map<string, { size: number; fields: Place[] }>();
  let fields: Place[] = [];
  for (const row of rows(LAYOUTS)) {
    const words = row.trim().split(' ');
    if (!row.startsWith(' '))
      structs.set(words[0]!, { size: Number(words[1 + column]), fields: (fields = []) });
    else {
      const [offset, size] = words[1 + column]!.split(':').map(Number);
      fields.push({ path: words[0]!, offset: offset!, size: size!, form: words[3]! });
    }
  }
  return structs;
}

function read(view: DataView, offset: number, size: number, form: string): Json {
  if (form.includes('*')) {
    const [each, count] = form.split('*');
    const width = size / Number(count);
    return Array.from({ length: Number(count) }, (_, i) =>
      read(view, offset + i * width, width, each!),
    );
  }
  let value = 0n;
  for (let i = size - 1; i >= 0; i--) value = value * 256n + BigInt(view.getUint8(offset + i));
  if (form === 's') return view.getInt32(offset, true);
  if (form === 'n') return Number(value);
  return form === 'd' ? value.toString() : `0x${value.toString(16)}`;
}

function readStruct(struct: Struct, view: DataView, base: number): { [key: string]: Json } {
  const value: { [key: string]: Json } = {};
  for (const { path, offset, size, form } of struct.fields) {
    const steps = path.split('.');
    let into = value;
    for (const step of steps.slice(0, -1)) into = (into[step] ??= {}) as { [key: string]: Json };
    into[steps.at(-1)!] = read(view, base + offset, size, form);
  }
  return value;
}

const numberAt = (value: Json, path: string): bigint =>
  /^\d+$/.test(path)
    ? BigInt(path)
    : BigInt(
        path.split('.').reduce((v, step) => (v as { [key: string]: Json })[step]!, value) as string,
      );

/** The known bytes from an address on, `size` at the most. */
function known(memory: Bytes, address: bigint, size: bigint): DataView {
  const bytes: number[] = [];
  for (let at = address; BigInt(bytes.length) < size; at++) {
    const byte = memory.get(at);
    if (byte === undefined) break;
    bytes.push(byte);
  }
  return new DataView(Uint8Array.from(bytes).buffer);
}

const differ = (a: DataView, b: DataView): boolean =>
  Buffer.compare(new Uint8Array(a.buffer), new Uint8Array(b.buffer)) !== 0;

function store(memory: Bytes, address: string, hex: string): void {
  const start = BigInt(address);
  for (let i = 0; i < hex.length; i += 2)
    memory.set(start + BigInt(i / 2), parseInt(hex.slice(i, i + 2), 16));
}

const commands = new Map(rows(COMMANDS).map((row) => [Number(row.split(' ')[0]), row.split(' ')]));

/** What `decode --json` must print of each line of a recording, but for its warnings. */
export function* expectedOf(recording: string): Generator<{ [key: string]: Json }> {
  const [header, ...lines] = rows(recording).map((line) => JSON.parse(line) as unknown);
  const column = (header as { abi: string }).abi === 'x86_32' ? 0 : 1;
  const structs = structsOf(column);
  const memory: Bytes = new Map();
  for (const [call, line] of (lines as Recorded[]).entries()) {
    for (const { address, before } of line.memory) store(memory, address, before);
    const word = BigInt(line.args[0]!);
    const [, name, struct, ...lists] = commands.get(Number(word % 64n)) ?? [];
    const at = BigInt(line.args[1] ?? 0);
    const layout = structs.get(struct ?? '');
    const look = (): DataView => known(memory, at, BigInt(layout?.size ?? 0));
    const before = look();
    const value =
      layout && before.byteLength === layout.size ? readStruct(layout, before, 0) : null;
    const places = (value ? lists : []).map((list) => {
      const [path, element, length] = list.split(':') as [string, string, string];
      const count = length.split('*').reduce((n, field) => n * numberAt(value!, field), 1n);
      const scalar = SCALARS[element];
      const size = scalar ? scalar[column] : structs.get(element)!.size;
      const address = numberAt(value!, path);
      const bytes = (): DataView => known(memory, address, count * BigInt(size));
      const elements = (view: DataView): Json =>
        Array.from({ length: Math.floor(view.byteLength / size) }, (_, i) =>
          scalar
            ? read(view, i * size, size, scalar[2])
            : readStruct(structs.get(element)!, view, i * size),
        );
      return { path, address, count, bytes, elements, before: bytes() };
    });
    for (const { address, after } of line.memory) if (after) store(memory, address, after);
    const after = look();
    yield {
      call,
      label: line.label ?? null,
      hypercall: 'memory_op',
      operation: name === undefined ? null : `XENMEM_${name}`,
      arguments: {
        cmd: String(word),
        ...(line.args.length > 1 && { arg: `0x${at.toString(16)}` }),
      },
      command: name === undefined ? null : `XENMEM_${name}`,
      startExtent: word / 64n < 2n ** 53n ? Number(word / 64n) : String(word / 64n),
      struct: layout ? struct! : null,
      argument: layout
        ? {
            address: `0x${at.toString(16)}`,
            before: value,
            after: value && differ(before, after) ? readStruct(layout, after, 0) : null,
          }
        : null,
      lists: places.map((p) => {
        const then = p.bytes();
        return {
          path: p.path,
          address: `0x${p.address.toString(16)}`,
          before: p.count > 0n && p.before.byteLength === 0 ? null : p.elements(p.before),
          after: differ(p.before, then) ? p.elements(then) : null,
        };
      }),
      result: line.result ?? null,
      errno: line.result !== undefined && line.result < 0 ? (ERRNO[-line.result] ?? '?') : null,
    };
  }
}
