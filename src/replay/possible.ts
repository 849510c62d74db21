import {
  DOMID_SELF,
  errno,
  type ErrnoName,
  xen_add_to_physmap,
  xen_add_to_physmap_batch,
  xen_mem_acquire_resource,
  xen_memory_exchange,
  xen_memory_reservation,
  XENMAPSPACE_gmfn_range,
} from '../../abi/index.js';
import { type Call, toHex } from '../capture/index.js';
import { elementLayout, listsIn } from '../capture/lists.js';
import { type Json, numberToJson } from '../codec/index.js';
import { isCompat } from '../hypervisor/guest/handles.js';
import { MAX_EXTENTS, MAX_ORDER } from '../hypervisor/memory/limits.js';
import type { Infer, StructType } from '../schema/index.js';
import type { Difference } from './compare/difference.js';
import type { Locate } from './compare/locate.js';
import { type IssuedCommand, RESERVATIONS } from './issued-command.js';
import type { Moments } from './observed.js';
import { progressSlot } from './hints/progress-slot.js';
import { writtenBy } from './later-writes.js';
import { recordedArgument, type Recording } from './recording.js';
import { isUponArgument } from './written-lists.js';

/*
 * What a command can come to at all. Of a call whose outcome depends on what nobody recorded, this
 * is still to be so.
 */

const FEW = ['EPERM', 'ESRCH', 'EFAULT', 'EINVAL'] as const;
const MAPPING = [
  ...FEW,
  'ENOENT',
  'EIO',
  'ENXIO',
  'ENOMEM',
  'EACCES',
  'EBUSY',
  'EEXIST',
  'ENODEV',
  'EDOM',
  'EILSEQ',
  'EOVERFLOW',
  'ENOSYS',
  'EOPNOTSUPP',
] as const;
const CLAIM = [...FEW, 'ENOMEM', 'ENOSYS', 'EOPNOTSUPP'] as const;

/** The errors of commands that return one, or 0. */
const ERRORS: Readonly<Record<string, readonly ErrnoName[]>> = {
  XENMEM_exchange: [...FEW, 'E2BIG', 'ENOMEM', 'EACCES', 'ENOSYS', 'EOPNOTSUPP'],
  XENMEM_add_to_physmap: MAPPING,
  XENMEM_add_to_physmap_batch: MAPPING,
  XENMEM_remove_from_physmap: MAPPING,
  XENMEM_acquire_resource: [...MAPPING, 'E2BIG'],
  XENMEM_claim_pages: CLAIM,
  XENMEM_set_memory_map: [...MAPPING, 'E2BIG'],
  XENMEM_set_pod_target: MAPPING,
  XENMEM_get_pod_target: MAPPING,
};

/** Those of commands that return a number. */
const QUERIES: ReadonlySet<string> = new Set([
  'XENMEM_current_reservation',
  'XENMEM_maximum_reservation',
  'XENMEM_maximum_gpfn',
]);

/** Commands that leave the caller as many pages as it has. */
const KEEPS_PAGES: ReadonlySet<string> = new Set([
  ...QUERIES,
  'XENMEM_exchange',
  'XENMEM_claim_pages',
  'XENMEM_remove_from_physmap',
  'XENMEM_memory_map',
  'XENMEM_set_memory_map',
  'XENMEM_get_pod_target',
  'XENMEM_get_vnumainfo',
]);

/** Those that only a translated domain's pages can go by. */
const MAPS: ReadonlySet<string> = new Set([
  'XENMEM_add_to_physmap',
  'XENMEM_add_to_physmap_batch',
  'XENMEM_acquire_resource',
]);

/** From where to where a number can be. */
interface Range {
  readonly least: bigint;
  readonly most: bigint;
}

const isIn = ({ least, most }: Range, n: bigint): boolean => n >= least && n <= most;

const words = ({ least, most }: Range): Json =>
  least === most ? numberToJson(least) : `${least} to ${most}`;

/** A call of which nothing else can be said. */
export interface Skipped {
  readonly call: Call;
  readonly issued: IssuedCommand;
  readonly moments: Moments;
  readonly recording: Recording;
  readonly locate: () => Locate;
}

/** The command's argument, if it is this struct, is known, and stays the same throughout. */
function argumentIn<T extends StructType>(
  { issued: { asked, command }, recording }: Skipped,
  type: T,
): Infer<T> | undefined {
  // What a call writes upon its own argument, a preemption has it read again.
  return command.argument === type && !isUponArgument(asked, command)
    ? recordedArgument(asked, recording, type, 'before')
    : undefined;
}

function* compareResult(skipped: Skipped): Generator<Difference> {
  const { result } = skipped.call;
  const { asked, command } = skipped.issued;
  const { name } = command;
  if (result === undefined) return;
  const differ = (expected: Json): Difference => ({
    what: 'result',
    path: '',
    expected,
    actual: numberToJson(result),
  });
  const isError = (names: readonly ErrnoName[]): boolean =>
    names.some((one) => result === -BigInt(errno[one]));
  const errors = ERRORS[name];
  if (errors && result !== 0n && !isError(errors)) yield differ('0, or an error that it can have');
  if (QUERIES.has(name) && result < 0n && !isError(FEW))
    yield differ('a number, or an error that it can have');
  if (!RESERVATIONS.has(name) || (isCompat(asked) && isError(['EFAULT', 'ENOSYS']))) return;
  const { startExtent: least } = asked;
  const extents = argumentIn(skipped, xen_memory_reservation)?.nr_extents ?? MAX_EXTENTS;
  const most = extents > MAX_EXTENTS ? MAX_EXTENTS : extents;
  const range = { least, most: most < least ? least : most };
  if (!isIn(range, result)) yield differ(words(range));
}

/** Pages that a caller can have more after a command; nothing where its argument is not known. */
function changeOf(skipped: Skipped): Range | undefined {
  const { asked, command } = skipped.issued;
  const none = { least: 0n, most: 0n };
  const isOwn = ({ domid }: { readonly domid: number }): boolean =>
    domid === DOMID_SELF || domid === asked.caller.domid;
  if (KEEPS_PAGES.has(command.name)) return none;
  const value = argumentIn(skipped, xen_memory_reservation);
  if (value && RESERVATIONS.has(command.name)) {
    const { nr_extents, extent_order } = value;
    if (!isOwn(value) || extent_order > MAX_ORDER) return none;
    const left = nr_extents > asked.startExtent ? nr_extents - asked.startExtent : 0n;
    const pages = left << BigInt(extent_order);
    return command.name === 'XENMEM_decrease_reservation'
      ? { least: -pages, most: 0n }
      : { least: 0n, most: pages };
  }
  if (!asked.caller.p2m) return MAPS.has(command.name) ? none : undefined;
  // What was where a page is mapped goes.
  const one = argumentIn(skipped, xen_add_to_physmap);
  const isRange = one?.space === XENMAPSPACE_gmfn_range;
  if (one) return isOwn(one) ? { least: isRange ? -BigInt(one.size) : -1n, most: 0n } : none;
  const batch = argumentIn(skipped, xen_add_to_physmap_batch);
  if (batch) return isOwn(batch) ? { least: -BigInt(batch.size), most: 0n } : none;
  const acquired = argumentIn(skipped, xen_mem_acquire_resource);
  return acquired && { least: -BigInt(acquired.nr_frames), most: 0n };
}

/** What is changed of the argument, or of a list, and is nothing that the command writes. */
function* compareUnwritten(skipped: Skipped): Generator<Difference> {
  const { call, issued, recording, locate } = skipped;
  const { asked, command } = issued;
  const { abi, codec, caller, argument } = asked;
  const type = command.argument;
  const value = type && argumentIn(skipped, type);
  if (!type || !value) return;
  const read = listsIn(type, value)
    .filter(({ path }) => command.lists?.[path]?.direction === 'in')
    .map(({ handle, address, length }) => ({
      start: address,
      end: address + length * BigInt(elementLayout(handle, abi)?.size ?? 1),
    }));
  read.push({ start: argument, end: argument + BigInt(codec(type, abi).size) });
  const commands = new Map([[command.number, command]]);
  const written = [
    ...writtenBy({ abi, codec, commands }, caller, { args: call.args, result: undefined }),
  ];
  const isAmong = (ranges: typeof read, at: bigint): boolean =>
    ranges.some(({ start, end }) => at >= start && at < end);
  for (const { address, before, after = before } of call.memory)
    for (const [i, byte] of after.entries()) {
      const at = address + BigInt(i);
      if (byte === before[i] || isAmong(written, at) || !isAmong(read, at)) continue;
      const place = locate()(at);
      yield {
        what: 'memory',
        path: place?.path ?? '',
        address: place?.address ?? at,
        offset: place?.offset ?? i,
        expected: place?.value(recording.before) ?? toHex(before.subarray(i, i + 1)),
        actual: place?.value(recording.after) ?? toHex(after.subarray(i, i + 1)),
      };
      return;
    }
}

/** An exchange that says to have come further than there is. */
function* compareProgress({ issued, recording }: Skipped): Generator<Difference> {
  const { asked, command } = issued;
  if (command.argument !== xen_memory_exchange) return;
  const was = recordedArgument(asked, recording, xen_memory_exchange, 'before');
  const is = recordedArgument(asked, recording, xen_memory_exchange, 'after');
  if (!was || !is || is.nr_exchanged === was.nr_exchanged) return;
  const most = was.in.nr_extents;
  if (is.nr_exchanged <= most || isUponArgument(asked, command)) return;
  const { address } = progressSlot(asked);
  yield {
    what: 'memory',
    path: 'nr_exchanged',
    address,
    offset: Number(address - asked.argument),
    expected: words({ least: 0n, most }),
    actual: numberToJson(is.nr_exchanged),
  };
}

/** Everything about a call that cannot be, whatever is unknown. */
export function* impossible(skipped: Skipped): Generator<Difference> {
  const { before, after } = skipped.moments;
  yield* compareResult(skipped);
  yield* compareProgress(skipped);
  yield* compareUnwritten(skipped);
  const change = changeOf(skipped);
  if (!change || before.totPages === undefined || after.totPages === undefined) return;
  const [least, most] = [before.totPages + change.least, before.totPages + change.most];
  if (!isIn({ least, most }, after.totPages))
    yield {
      what: 'totPages',
      path: '',
      expected: words({ least, most }),
      actual: numberToJson(after.totPages),
    };
}
