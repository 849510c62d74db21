import {
  xen_mem_acquire_resource,
  XENMEM_resource_grant_table,
  XENMEM_resource_grant_table_id_shared,
  XENMEM_resource_ioreq_server,
  type XenMemAcquireResource,
} from '../../../abi/index.js';
import { type Context, copyIn, copyOutField, error } from '../guest/call.js';
import type { Domain } from '../state/domain.js';
import { isCompat } from '../guest/handles.js';
import { MAX_EXTENTS } from './limits.js';
import { known, UnknownFact } from '../state/unknown.js';

const UINT_MAX = 0xffffffffn;

/** How many frames a resource has; 0 for one that the domain cannot have. */
function sizeOfResource(owner: Domain, { type, id }: XenMemAcquireResource): bigint {
  if (type === XENMEM_resource_grant_table && id === XENMEM_resource_grant_table_id_shared)
    return known(owner.grantFrames, 'domain.grantFrames');
  if (type === XENMEM_resource_ioreq_server && owner.mode === 'pv') return 0n;
  throw new UnknownFact("another domain's resources is a fact of the host");
}

/** Frames that a 32-bit caller's native call is for: an area of 8192 bytes, less the struct. */
const COMPAT_FRAMES = (8192 - 32) / 8;

/** XENMEM_acquire_resource: its checks, and the size of a grant table; the frames are Xen's. */
export function acquireResource(context: Context): bigint {
  const value = copyIn(context, xen_mem_acquire_resource);
  if (!value) return error('EFAULT');
  if (!isCompat(context) || value.frame_list === 0n || value.nr_frames === 0)
    return acquire(context, value);
  // The compat layer passes on a part of the list, and hides where it starts (measured).
  const { startExtent: start } = context;
  if (start >= BigInt(value.nr_frames)) return error('EINVAL');
  const nr_frames = Math.min(value.nr_frames - Number(start), COMPAT_FRAMES);
  const frame = BigInt.asUintN(64, value.frame + start);
  return acquire({ ...context, startExtent: 0n }, { ...value, nr_frames, frame });
}

function acquire(context: Context, value: XenMemAcquireResource): bigint {
  const { pad, frame, nr_frames, domid, frame_list } = value;
  if (pad !== 0 || frame + BigInt(nr_frames) > UINT_MAX) return error('EINVAL');
  // A remote look-up by number: DOMID_SELF names nobody, and the caller's own is refused.
  const owner = context.host.domains.get(domid);
  if (!owner) return error('ESRCH');
  if (owner === context.caller || !context.caller.isPrivileged) return error('EPERM');
  const size = sizeOfResource(owner, value);
  if (size === 0n) return error('EINVAL');
  if (frame_list === 0n) {
    if (nr_frames !== 0 || context.startExtent !== 0n) return error('EINVAL');
    return copyOutField(context, xen_mem_acquire_resource, 'nr_frames', size)
      ? 0n
      : error('EFAULT');
  }
  if (context.startExtent >= BigInt(nr_frames) || BigInt(nr_frames) > MAX_EXTENTS)
    return error('EINVAL');
  if (frame + context.startExtent >= size) return error('EINVAL');
  throw new UnknownFact("the frames of another domain's resources is a fact of the host");
}
