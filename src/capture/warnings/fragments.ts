import { commandHypercall, type Hypercall, type Operation } from '../../../abi/index.js';
import { bindCodecs, hex } from '../../codec/index.js';
import { architectures } from '../../layout/index.js';
import type { Call, CaptureHeader } from '../capture.js';
import { operationsOf } from '../hypercall/choose.js';
import { numberAt } from '../hypercall/fields.js';
import { readRequest, type Request } from '../hypercall/read.js';
import { createMemory } from '../memory.js';
import type { Warning } from './warning.js';

/** Where the number means an operation that takes this struct. */
function elsewhere(struct: string, { operations }: Hypercall, { number }: Operation): string {
  if (!operations) return '';
  const names = ['xen-4.17', ...Object.keys(operations.elsewhere ?? {})];
  const [found] = names.flatMap((name) =>
    operationsOf(operations, name)
      .filter(
        (one) =>
          one.number === number && one.argument?.kind === 'struct' && one.argument.name === struct,
      )
      .map((one) => `; in ${name} ${number} is ${one.name}, which does`),
  );
  return found ?? '';
}

/** A struct written by value where the operation reads its argument, and takes another, or none. */
export function fragmentWarnings(
  { memory }: Call,
  { hypercall, operation, registers, argument }: Request,
  interfaceName: string,
): Warning[] {
  if (!hypercall?.argument || !operation) return [];
  const values = Object.fromEntries(registers.map(({ member, value }) => [member.name, value]));
  const address = argument?.address ?? numberAt(hypercall.argument, [values]);
  const takes = argument ? `takes ${argument.type.name}` : 'takes no struct';
  return memory.flatMap(({ address: at, struct }): Warning[] => {
    if (struct === undefined || at !== address || struct === argument?.type.name) return [];
    const message = `${struct} is written at ${hex(at)}, and ${operation.name} of ${interfaceName} ${takes}${elsewhere(struct, hypercall, operation)}`;
    return [{ code: 'fragment-struct', path: '', offset: 0, message, address: hex(at) }];
  });
}

const codec = bindCodecs();

/** The same of a memory command that nobody decodes. */
export function fragmentWarningsOf(
  header: Pick<CaptureHeader, 'abi' | 'interface'>,
  call: Call,
): Warning[] {
  const look = {
    memory: createMemory(),
    abi: architectures[header.abi],
    where: { abi: header.abi },
    codec,
    own: () => [],
    written: () => [],
    remembered: { left: 0 },
    isDone: false,
  };
  const tables = new Map([[commandHypercall.number, commandHypercall]]);
  const reader = { look, tables, interface: header.interface };
  const request = readRequest(reader, { number: BigInt(call.hypercall), args: call.args });
  return fragmentWarnings(call, request, header.interface);
}
