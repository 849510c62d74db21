import {
  xen_mem_acquire_resource,
  XENMEM_resource_grant_table,
  XENMEM_resource_grant_table_id_shared,
  XENMEM_resource_grant_table_id_status,
  XENMEM_resource_ioreq_server,
  XENMEM_resource_vmtrace_buf,
  type XenMemAcquireResource,
} from '../../../abi/index.js';
import {
  type Context,
  copyIn,
  copyOutField,
  domainNumbered,
  DomainCrash,
  error,
  guestList,
  isX86,
  type Outcome,
} from '../guest/call.js';
import { isCompat } from '../guest/handles.js';
import { type Domain, isControlDomain, putPage } from '../state/domain.js';
import { unmap } from '../state/pages-of-domains.js';
import { known, UnknownFact } from '../state/unknown.js';
import { isReached } from './bounds.js';
import { mayHoldForeign } from './foreign.js';
import { MAX_EXTENTS } from './limits.js';

const UINT_MAX = 0xffffffffn;
/** Entries of version 2 in a frame of the grant table, and status words in one of those. */
const [GRANTS, STATUSES] = [256n, 2048n];

const UNTOLD = "another domain's resources is a fact of the host";

/** How many frames a resource has, or the error that it does not exist with. */
function sizeOfResource(context: Context, owner: Domain, asked: XenMemAcquireResource): bigint {
  const { type, id } = asked;
  const { rules } = context.host;
  if (type === XENMEM_resource_grant_table) {
    const frames = (): bigint => known(owner.grantFrames, 'domain.grantFrames');
    if (id === XENMEM_resource_grant_table_id_shared) return frames();
    if (id === XENMEM_resource_grant_table_id_status)
      return (frames() * GRANTS + STATUSES - 1n) / STATUSES;
    return error('EINVAL');
  }
  if (type === XENMEM_resource_ioreq_server) {
    if (owner.mode === 'pv') return error('EINVAL');
    throw new UnknownFact(UNTOLD);
  }
  if (type === XENMEM_resource_vmtrace_buf) throw new UnknownFact(UNTOLD);
  // An error was for long taken for a size (9b87082900).
  return rules.refusesUnknownResources ? error('EINVAL') : error('EOPNOTSUPP') & UINT_MAX;
}

/** Frames that a 32-bit caller's native call is for: an area of 8192 bytes, less the struct. */
const COMPAT_FRAMES = (8192 - 32) / 8;

/** XENMEM_acquire_resource: its checks, the size of a resource, and a grant table's frames. */
export function acquireResource(context: Context): Outcome {
  // Whoever cannot count references to others' pages gets none, whatever it asks for (XSA-334).
  if (!isCompat(context) && !mayHoldForeign(context, context.caller)) return error('EACCES');
  const value = copyIn(context, xen_mem_acquire_resource);
  if (!value) return error('EFAULT');
  if (!isCompat(context) || value.frame_list === 0n || value.nr_frames === 0)
    return acquire(context, value);
  // The compat layer passes on a part of the list, and hides where it starts (measured).
  const { startExtent: start } = context;
  if (start >= BigInt(value.nr_frames)) return error('EINVAL');
  const nr_frames = Math.min(value.nr_frames - Number(start), COMPAT_FRAMES);
  // A translated caller's part is copied before anything else is looked at (measured).
  const list = guestList(context, value.frame_list);
  for (let i = start; context.caller.p2m && i < start + BigInt(nr_frames); i++)
    if (list.look(i) === undefined) return error('EFAULT');
  const frame = BigInt.asUintN(64, value.frame + start);
  return acquire(
    { ...context, startExtent: 0n },
    {
      ...value,
      nr_frames,
      frame,
      frame_list: list.addressOf(start),
    },
  );
}

function acquire(context: Context, value: XenMemAcquireResource): bigint {
  const { pad, frame, nr_frames, domid, frame_list } = value;
  const { startExtent: start, host } = context;
  if (!mayHoldForeign(context, context.caller)) return error('EACCES');
  if (pad !== 0) return error('EINVAL');
  if (!host.rules.tellsResourceSize) throw new UnknownFact(UNTOLD);
  if (frame + BigInt(nr_frames) > UINT_MAX) return error('EINVAL');
  // A remote look-up by number: DOMID_SELF names nobody, and the caller's own is refused.
  const owner = domainNumbered(context, domid);
  if (!owner) return error('ESRCH');
  if (owner === context.caller || !isControlDomain(context.caller)) return error('EPERM');
  const size = sizeOfResource(context, owner, value);
  if (size <= 0n) return error('EINVAL');
  if (frame_list === 0n) {
    if (nr_frames !== 0 || start !== 0n) return error('EINVAL');
    return copyOutField(context, xen_mem_acquire_resource, 'nr_frames', size)
      ? 0n
      : error('EFAULT');
  }
  if (start >= BigInt(nr_frames) || BigInt(nr_frames) > MAX_EXTENTS) return error('EINVAL');
  return hand(context, owner, value);
}

/** Frames of the resource at the page numbers that the caller lists: a translated one is told none. */
function hand(context: Context, owner: Domain, value: XenMemAcquireResource): bigint {
  const { type, id, frame, nr_frames } = value;
  const { caller, startExtent: start } = context;
  if (type !== XENMEM_resource_grant_table) return error('EOPNOTSUPP');
  if (id === XENMEM_resource_grant_table_id_status)
    throw new UnknownFact('the version of a grant table is not known');
  const frames = known(owner.grantFrames, 'domain.grantFrames');
  // Strides of 32 frames: of each the whole is asked for first.
  for (let i = start; i < BigInt(nr_frames); i++) {
    const stride = (i - start) % 32n === 0n;
    const end = i + 32n < BigInt(nr_frames) ? i + 32n : BigInt(nr_frames);
    if (stride && frame + end > frames) return error('EINVAL');
    if (caller.mode === 'pv') throw new UnknownFact(UNTOLD);
    const gfn = guestList(context, value.frame_list).get(i);
    if (gfn === undefined) return error('EFAULT');
    if (!isReached(caller, gfn)) return error(stride ? 'ENOENT' : 'EIO');
    place(context, gfn);
  }
  return 0n;
}

/** A page of a resource takes the place of plain memory; where another is, the caller ends. */
function place(context: Context, gfn: bigint): void {
  const { caller } = context;
  const entry = caller.p2m!.get(gfn);
  if (isX86(context) && entry && ['foreign', 'grant', 'mmio'].includes(entry.type))
    throw new DomainCrash(`GFN 0x${gfn.toString(16)} is no memory of the domain's`);
  unmap(context, caller, gfn);
  putPage(caller, gfn, { mfn: -1n, type: 'foreign' });
}
