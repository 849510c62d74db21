import { interfaces, type InterfaceName, structs } from '../../abi/index.js';
import { type Abi, architectures } from '../layout/index.js';
import type { Call, CaptureHeader, StructVector } from './capture.js';
import { fragments } from './fragments.js';
import { at, count, hexBytes, integer, type Raw, type Refuse, register, text } from './raw.js';

/** The header of a capture from its first line's JSON. */
export function readHeader(raw: Raw, refuse: Refuse): CaptureHeader {
  if (at(raw, 'version') !== 1)
    throw refuse('version', `is ${JSON.stringify(raw['version'])}; this reader knows 1`);
  const abi = text(raw, 'abi', refuse);
  if (abi === undefined || !Object.hasOwn(architectures, abi))
    throw refuse(
      'abi',
      `${JSON.stringify(abi ?? null)} is no architecture; there are ${Object.keys(architectures).join(', ')}`,
    );
  const name = text(raw, 'interface', refuse) ?? 'xen-4.17';
  if (!Object.hasOwn(interfaces, name))
    throw refuse(
      'interface',
      `${JSON.stringify(name)} is unknown; there are ${Object.keys(interfaces).join(', ')}`,
    );
  const source = text(raw, 'source', refuse);
  return { abi, interface: name as InterfaceName, ...(source !== undefined && { source }), raw };
}

export function readCall(raw: Raw, index: number, line: number, abi: Abi, refuse: Refuse): Call {
  const hypercall = count(raw, 'hypercall', refuse);
  if (hypercall === undefined) throw refuse('hypercall', 'is missing');
  const args = at(raw, 'args');
  if (!Array.isArray(args)) throw refuse('args', args === undefined ? 'is missing' : 'is no array');
  const label = text(raw, 'label', refuse);
  const result = at(raw, 'result');
  const domid = count(raw, 'domid', refuse);
  const parent = count(raw, 'parent', refuse);
  return {
    kind: 'call',
    index,
    line,
    ...(label !== undefined && { label }),
    hypercall,
    args: args.map((arg, i) => register(arg, `args[${i}]`, refuse)),
    memory: fragments(raw, abi, refuse),
    ...(result !== undefined && { result: integer(result, 'result', refuse) }),
    ...(domid !== undefined && { domid }),
    ...(parent !== undefined && { parent }),
    raw,
  };
}

export function readStruct(raw: Raw, line: number, refuse: Refuse): StructVector {
  const struct = text(raw, 'struct', refuse);
  const abi = text(raw, 'abi', refuse);
  if (struct === undefined || !structs.some((type) => type.name === struct))
    throw refuse('struct', `${JSON.stringify(struct ?? null)} is no struct`);
  if (abi === undefined || !Object.hasOwn(architectures, abi))
    throw refuse('abi', `${JSON.stringify(abi ?? null)} is no architecture`);
  return { kind: 'struct', line, struct, abi, bytes: hexBytes(at(raw, 'bytes'), 'bytes', refuse) };
}
