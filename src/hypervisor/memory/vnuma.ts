import { xen_vmemrange, xen_vnuma_topology_info } from '../../../abi/index.js';
import { type Context, copyIn, copyOut, domainOf, error, mayTarget } from '../guest/call.js';
import type { Vnuma } from '../state/domain.js';
import { writeList } from '../guest/handles.js';

function words(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (const [i, value] of values.entries()) view.setUint32(i * 4, value, true);
  return new Uint8Array(view.buffer);
}

function ranges({ codec, abi }: Context, vnuma: Vnuma): Uint8Array {
  const { size, encodeInto } = codec(xen_vmemrange, abi);
  const bytes = new Uint8Array(size * vnuma.ranges.length);
  for (const [i, range] of vnuma.ranges.entries()) encodeInto(range, bytes, i * size);
  return bytes;
}

/** get_vnumainfo: the topology that the header gives a domain, or how much room it takes. */
export function getVnumainfo(context: Context): bigint {
  if (context.startExtent !== 0n) return error('EINVAL');
  const value = copyIn(context, xen_vnuma_topology_info);
  if (!value) return error('EFAULT');
  if (value.pad !== 0) return error('EINVAL');
  const domain = domainOf(context, value.domid);
  if (!domain) return error('ESRCH');
  if (!mayTarget(context, domain)) return error('EPERM');
  const { vnuma } = domain;
  if (!vnuma) return error('EOPNOTSUPP');
  const needed = {
    nr_vnodes: vnuma.nodes,
    nr_vcpus: vnuma.vcpus.length,
    nr_vmemranges: vnuma.ranges.length,
  };
  const isRoom =
    value.nr_vnodes >= needed.nr_vnodes &&
    value.nr_vcpus >= needed.nr_vcpus &&
    value.nr_vmemranges >= needed.nr_vmemranges;
  const isCopied =
    !isRoom ||
    (writeList(context, value.vmemrange.h, ranges(context, vnuma), 24) &&
      writeList(context, value.vdistance.h, words(vnuma.distances), 4) &&
      writeList(context, value.vcpu_to_vnode.h, words(vnuma.vcpus), 4));
  if (!isCopied || !copyOut(context, xen_vnuma_topology_info, { ...value, ...needed }))
    return error('EFAULT');
  return isRoom ? 0n : error('ENOBUFS');
}
