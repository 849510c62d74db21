import {
  type Hypercall,
  interfaceMeaning,
  interfaceNames,
  loadHypercall,
} from '../../abi/index.js';
import { hex } from '../codec/index.js';
import { type ArchitectureName, architectures } from '../layout/index.js';
import { int64_t } from '../schema/index.js';
import { architectureHint } from '../words/architecture.js';
import { hypercallInWords, registerInWords, startsName } from '../words/call.js';
import { integerInWords } from '../words/integer.js';
import { nearest } from '../words/nearest.js';
import { numberInWords } from '../words/number.js';
import type { FindStructs } from '../words/xen-structs.js';
import type { Call, CaptureHeader, StructVector } from './capture.js';
import { fragments, memoryNames, type Named } from './fragments.js';
import {
  at,
  count,
  hexBytes,
  integer,
  isRaw,
  type Naming,
  quoted,
  type Raw,
  type Refuse,
  register,
  text,
} from './raw.js';

function architecture(raw: Raw, refuse: Refuse): ArchitectureName {
  const abi = text(raw, 'abi', refuse);
  if (abi === undefined)
    throw refuse('abi', `is missing; there are ${Object.keys(architectures).join(', ')}`);
  if (Object.hasOwn(architectures, abi)) return abi as ArchitectureName;
  throw refuse('abi', `${quoted(abi)} is no architecture${architectureHint(abi)}`);
}

function domain(raw: Raw, key: string, refuse: Refuse, path = key): number | undefined {
  const domid = count(raw, key, refuse, path);
  if (domid !== undefined && domid > 0xffff) throw refuse(path, `${domid} does not fit 16 bits`);
  return domid;
}

/** The header of a capture from its first line's JSON. */
export function readHeader(raw: Raw, refuse: Refuse): CaptureHeader {
  const version = at(raw, 'version');
  if (version !== 1)
    throw refuse(
      'version',
      `${version === undefined ? 'is missing' : `is ${quoted(version)}`}; this reader knows 1`,
    );
  const abi = architecture(raw, refuse);
  const name = text(raw, 'interface', refuse) ?? 'xen-4.17';
  const meaning = interfaceMeaning(name);
  if (!meaning)
    throw refuse('interface', `${quoted(name)} is unknown; there are ${interfaceNames}`);
  const source = text(raw, 'source', refuse);
  const caller = at(raw, 'domain');
  const domid = isRaw(caller) ? domain(caller, 'domid', refuse, 'domain.domid') : undefined;
  return {
    abi,
    interface: meaning.commands,
    ...(source !== undefined && { source }),
    ...(domid !== undefined && { domid }),
    raw,
  };
}

export const RESULTS = { least: -(1n << 63n), most: (1n << 64n) - 1n };

/** `-EINVAL`, or `-22 EINVAL`, as the decoder says a result. */
export const resultInWords: Naming = (word) => numberInWords(int64_t, word, 'errno');

/** The number or the name of a hypercall. */
export function hypercallOf(raw: Raw, refuse: Refuse): number {
  const given = at(raw, 'hypercall');
  const hypercall =
    typeof given === 'string'
      ? Number(hypercallInWords(given, (problem) => refuse('hypercall', problem)))
      : count(raw, 'hypercall', refuse);
  if (hypercall === undefined) throw refuse('hypercall', 'is missing');
  if (!Number.isSafeInteger(hypercall) || hypercall < 0)
    throw refuse('hypercall', `${quoted(given)} is no whole number`);
  return hypercall;
}

/** A key's value as it was written, or the number of its name. */
const inDigits = (written: unknown, number: bigint): unknown =>
  typeof written === 'string' && integerInWords(written) === undefined ? hex(number) : written;

/** The table by which a call's registers can be names; nothing where none of them is one. */
export async function tableFor(raw: Raw, refuse: Refuse): Promise<Hypercall | undefined> {
  const args = at(raw, 'args');
  const hasNames =
    Array.isArray(args) && args.some((arg: unknown) => typeof arg === 'string' && startsName(arg));
  return hasNames ? loadHypercall(hypercallOf(raw, refuse)) : undefined;
}

/** What a call's line is read with. */
export interface CallPlace {
  readonly index: number;
  readonly line: number;
  readonly header: Pick<CaptureHeader, 'abi' | 'interface'>;
  readonly refuse: Refuse;
  /** By which its registers can be names. */
  readonly table?: Hypercall | undefined;
  /** What its fragments can be. */
  readonly named?: Named;
}

/** A call from its line's JSON. Names are numbers from here on, in `raw` too. */
export function readCall(raw: Raw, place: CallPlace): Call {
  const { index, line, header, refuse, table, named = memoryNames } = place;
  const abi = architectures[header.abi];
  const hypercall = hypercallOf(raw, refuse);
  const args = at(raw, 'args');
  if (!Array.isArray(args)) throw refuse('args', args === undefined ? 'is missing' : 'is no array');
  const label = text(raw, 'label', refuse);
  const given = at(raw, 'result');
  const result = given === undefined ? undefined : integer(given, 'result', refuse, resultInWords);
  if (result !== undefined && (result < RESULTS.least || result > RESULTS.most))
    throw refuse('result', 'does not fit 64 bits');
  const domid = domain(raw, 'domid', refuse);
  const parent = count(raw, 'parent', refuse);
  const registers = args.map((arg: unknown, i) =>
    register(arg, `args[${i}]`, refuse, (word) => {
      if (!startsName(word)) return undefined;
      const place = { hypercall, index: i, abi, interface: header.interface, table };
      return registerInWords(word, place, (problem) => refuse(`args[${i}]`, problem));
    }),
  );
  return {
    kind: 'call',
    index,
    line,
    ...(label !== undefined && { label }),
    hypercall,
    args: registers,
    memory: fragments(raw, { abi, refuse, named }),
    // A register as debuggers print it, 0xfff…ea or 18446744073709551594, is -22.
    ...(result !== undefined && { result: BigInt.asIntN(64, result) }),
    ...(domid !== undefined && { domid }),
    ...(parent !== undefined && { parent }),
    raw: {
      ...raw,
      hypercall: typeof raw['hypercall'] === 'string' ? hypercall : raw['hypercall'],
      args: args.map((arg: unknown, i) => inDigits(arg, registers[i]!)),
    },
  };
}

/** A vector of one struct from its line's JSON. */
export async function readStruct(
  raw: Raw,
  { index, line, refuse, release, find }: VectorPlace,
): Promise<StructVector> {
  const abi = architecture(raw, refuse);
  const struct = text(raw, 'struct', refuse);
  if (struct === undefined) throw refuse('struct', 'is missing');
  const structs = await find([struct], release);
  const type = structs.on(struct, architectures[abi]);
  if (!type) {
    if (structs.find(struct).length > 0)
      throw refuse('struct', `${struct} does not exist on ${abi}`);
    const absence = structs.absence?.(struct);
    throw refuse(
      'struct',
      absence ?? `${quoted(struct)} is no struct${nearest(struct, structs.names)}`,
    );
  }
  const bytes = hexBytes(at(raw, 'bytes'), 'bytes', refuse);
  return { kind: 'struct', index, line, struct, abi, type, bytes };
}

/** What a struct vector's line is read with. */
interface VectorPlace {
  readonly index: number;
  readonly line: number;
  readonly refuse: Refuse;
  readonly release: string;
  readonly find: FindStructs;
}
