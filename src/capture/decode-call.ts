import { carriedHypercalls, errno, interfaceMeaning, releaseName } from '../../abi/index.js';
import type { CodecFor } from '../codec/index.js';
import { type Abi, architectures } from '../layout/index.js';
import { warningsOfMemory } from './call-warnings.js';
import { type Call, type CaptureHeader, interfaceTold } from './capture.js';
import type { DecodedCall } from './decoded.js';
import { readEntries } from './hypercall/entries.js';
import { readRequest, type Reader, type Tables } from './hypercall/read.js';
import { createMemory, type Memory } from './memory.js';
import type { Look } from './observe.js';
import { overlapping } from './overlapping.js';
import { requestWarnings } from './warnings/calls.js';
import { fragmentWarnings } from './warnings/fragments.js';

/** The name of a negative result, the first where two names share a number. */
export function errnoName(result: bigint): string | undefined {
  return result < 0n
    ? Object.entries(errno).find(([, number]) => BigInt(number) === -result)?.[0]
    : undefined;
}

/** What is needed of a header: the release is that of the line itself. */
export type DecodedHeader = Pick<CaptureHeader, 'abi' | 'interface' | 'domid'> &
  Partial<Pick<CaptureHeader, 'raw'>>;

/**
 * Elements of lists that may be taken from what earlier lines showed, in all; each byte that a line
 * shows is good for sixteen more. Many short calls that name one long list would take as long as
 * the product of both.
 */
const REMEMBERED = 2 ** 22;

/** The tables that are always there: of the hypercalls that carry memory.h's structs. */
const carried: Tables = new Map(carriedHypercalls.map((table) => [table.number, table]));

/**
 * Decodes the calls of one capture in their order: bytes once seen stay known until a call
 * or a later fragment changes them, for each domain by itself.
 * @param tables where the hypercalls are found; by default those that are always there
 */
export function createCallDecoder(
  header: DecodedHeader,
  codec: CodecFor,
  tables: Tables = carried,
): (call: Call) => DecodedCall {
  const abi: Abi = architectures[header.abi];
  const { release } = (interfaceMeaning(interfaceTold(header)) ??
    interfaceMeaning(header.interface))!;
  const where = { abi: abi.name, release: releaseName(release) };
  const memories = new Map<number | undefined, Memory>();
  const remembered = { left: REMEMBERED };

  function memoryOf({ domid = header.domid }: Call): Memory {
    let memory = memories.get(domid);
    if (!memory) memories.set(domid, (memory = createMemory()));
    return memory;
  }

  return (call) => {
    const memory = memoryOf(call);
    for (const { address: at, before } of call.memory) memory.write(at, before);
    const { result } = call;
    const written = call.memory.filter(({ after }) => after);
    const isDone = result !== undefined || written.length > 0;
    for (const { before } of call.memory) remembered.left += before.length * 16;
    const look: Look = {
      memory,
      abi,
      where,
      codec,
      own: overlapping(call.memory),
      written: overlapping(written),
      remembered,
      isDone,
    };
    const reader: Reader = { look, tables, interface: header.interface };
    const request = readRequest(reader, {
      number: BigInt(call.hypercall),
      args: call.args,
      ...(result !== undefined && { result }),
    });
    const { entries: rule } = request.hypercall ?? {};
    const entries = rule && readEntries(reader, rule, request);
    for (const { address: at, after } of written) memory.write(at, after!);
    return {
      call,
      abi,
      ...request,
      ...(entries && { entries }),
      warnings: [
        ...fragmentWarnings(call, request, header.interface),
        ...requestWarnings(request, reader),
        ...warningsOfMemory(abi, request),
        ...(entries ?? []).flatMap((entry, i) =>
          [...requestWarnings(entry, reader), ...warningsOfMemory(abi, entry)].map((one) =>
            inEntry(rule!.list, i, one),
          ),
        ),
      ],
    };
  };
}

/** A warning of a multicall's entry. */
const inEntry = (list: string, i: number, warning: DecodedCall['warnings'][number]) => ({
  ...warning,
  path: `${list}[${i}]${warning.path === '' ? '' : `.${warning.path}`}`,
  message: `${list}[${i}]: ${warning.message}`,
});
