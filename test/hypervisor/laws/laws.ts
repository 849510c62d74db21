import { errno } from '../../../abi/index.js';
import { brokenInvariants } from '../../support/invariants.js';
import { isExchange } from './calls.js';
import { ARGUMENT } from './issue.js';
import { isPlain, outcomes } from './chunks.js';
import { progressField, type Snapshot, type Step } from './step.js';

/** A law: what is wrong with a step, or nothing. */
type Law = (step: Step) => string | undefined;

const first = (problems: readonly string[]): string | undefined => problems[0];
const isNative = ({ world, call }: Step): boolean =>
  world.machines.get(call.caller)!.abi.name !== 'x86_32';

/** Calls that neither give nor take pages, whatever comes of them. */
const KEEPS_COUNT = new Set([
  'exchange',
  'exchange_and_pin',
  'unpin',
  'remove_from_physmap',
  'claim_pages',
]);

const invariants: Law = ({ world }) => first(brokenInvariants(world.host, world.held));

const pinnedStays: Law = ({ call, before, after }) => {
  if (call.op === 'unpin') return undefined;
  for (const [domid, { pins }] of before.domains) {
    const now = after.domains.get(domid);
    if (!now) continue;
    for (const [page, mfn] of pins) {
      if (now.pins.get(page) !== mfn) return `domain ${domid}: page ${page} lost its pin`;
      if (now.p2m.size > 0 && now.p2m.get(page)?.mfn !== mfn)
        return `domain ${domid}: pinned page ${page} moved`;
      if (after.frames[Number(mfn)]?.token !== before.frames[Number(mfn)]?.token)
        return `domain ${domid}: the content of pinned page ${page} changed`;
    }
  }
  return undefined;
};

const neverHandedOut: Law = ({ world }) => first(world.seams.stolen);

/**
 * Reservations do not fail, but for the compat layer's: one that is preempted before a number
 * that cannot be told is lost, and has taken its pages.
 */
const isLostContinuation = (step: Step): boolean => {
  const { call, result } = step;
  if (isNative(step)) return false;
  if (call.op === 'increase_reservation' && result === -BigInt(errno.EFAULT)) return true;
  const takes = call.op === 'increase_reservation' || call.op === 'populate_physmap';
  return takes && result === -BigInt(errno.ENOSYS);
};

const countStays: Law = (step) => {
  const { call, result, before, after } = step;
  const mayCount = call.op.startsWith('add_to_physmap') || isLostContinuation(step);
  const failed = result !== undefined && result < 0n && !mayCount;
  if (!KEEPS_COUNT.has(call.op) && !failed) return undefined;
  for (const [domid, { totPages }] of before.domains)
    if (after.domains.get(domid)?.totPages !== totPages)
      return `domain ${domid}: totPages ${totPages} became ${after.domains.get(domid)?.totPages}`;
  return undefined;
};

/** A dying domain is the exception that Xen makes; none of these is dying. */
const zeroMeansAll: Law = (step) => {
  const { call, told, result, plan } = step;
  if (!isExchange(call) || !told || !plan?.ins) return undefined;
  const all = BigInt(plan.ins.values.length);
  if (result === 0n)
    return told[1] === all ? undefined : `0, and ${told[1]} of ${all} extents exchanged`;
  // Told in full although it failed: as the guest had it; a copy-back that faults (compat).
  if (told[1] < all || told[1] === told[0]) return undefined;
  const isCopyBack = !isNative(step) && result === -BigInt(errno.EFAULT);
  return isCopyBack ? undefined : `${result}, and all extents exchanged`;
};

/** A frame has what it had, or what nobody has seen: a token above all that there were. */
const isMoved = (before: Snapshot, after: Snapshot): string | undefined => {
  const newest = Math.max(...before.frames.map((frame) => frame?.token ?? -Infinity));
  for (const [mfn, now] of after.frames.entries())
    if (now && now.token !== before.frames[mfn]?.token && now.token <= newest)
      return `frame ${mfn} has the content that another had`;
  return undefined;
};

const contentGoes: Law = (step) => {
  const moved = isMoved(step.before, step.after);
  if (moved) return moved;
  if (!isPlain(step) || step.result !== 0n) return undefined;
  return outcomes(step).includes('kept') ? 'a chunk is told as exchanged and was not' : undefined;
};

/** Chunks are exchanged whole, from the first on; all told ones, and one more after a fault. */
const chunksAreWhole: Law = (step) => {
  if (!isPlain(step) || !step.told) return undefined;
  const all = outcomes(step);
  const done = all.filter((outcome) => outcome === 'exchanged').length;
  const isRun = all.every((outcome, i) => outcome === (i < done ? 'exchanged' : 'kept'));
  if (!isRun) return `chunks ${all.join(', ')}`;
  // A 32-bit caller is not told what a failing call did.
  if (!isNative(step)) return undefined;
  const counted = Number(step.told[1]) / (step.plan!.ins!.values.length / all.length);
  const isFault = step.result === -BigInt(errno.EFAULT);
  // A fault past the commit of a chunk leaves that one uncounted; one in nr_exchanged itself
  // leaves there what was, or what the last preemption told.
  const most = !isFault ? counted : step.hasLastFaulted ? all.length : counted + 1;
  const isRight = counted <= done && done <= most;
  return isRight ? undefined : `${done} chunks exchanged, ${counted} told, result ${step.result}`;
};

const writesOnlyItsOwn: Law = (step) => {
  const { world, before, after, plan, call, told } = step;
  const [offset, width] = progressField(step);
  const mayWrite = (domid: number, address: bigint): boolean =>
    domid === call.caller &&
    ((told !== undefined &&
      address >= ARGUMENT + BigInt(offset) &&
      address < ARGUMENT + BigInt(offset + width)) ||
      (plan?.writable ?? []).some(
        ({ at, size, values }) => address >= at && address < at + BigInt(size * values.length),
      ));
  for (const [domid, { memory }] of before.domains)
    for (const [r, { start, bytes }] of memory.entries()) {
      const now = after.domains.get(domid)?.memory[r]?.bytes;
      if (!now || Buffer.compare(now, bytes) === 0) continue;
      const at = now.findIndex(
        (byte, i) => byte !== bytes[i] && !mayWrite(domid, start + BigInt(i)),
      );
      if (at >= 0) return `domain ${domid}: wrote at 0x${(start + BigInt(at)).toString(16)}`;
      // What a PV guest's tables map of the hypervisor is not the guest's; at those addresses a
      // translated guest has its own.
      if (r === 1 || (r > 1 && !world.host.domains.get(domid)?.p2m))
        return `domain ${domid}: wrote where it must not`;
    }
  return undefined;
};

const unpinIsExact: Law = ({ call, result, plan, before, after }) => {
  if (call.op !== 'unpin' || !plan) return undefined;
  const { target, ins } = plan;
  const pages = new Set<bigint>();
  if (result === 0n)
    for (const base of ins?.values ?? [])
      for (let i = 0n; i < 1n << BigInt(call.order); i++) pages.add(base + i);
  for (const [domid, { pins, p2m }] of before.domains) {
    const now = after.domains.get(domid)!;
    const left = [...pins.keys()].filter((page) => domid !== target?.domid || !pages.has(page));
    if ([...now.pins.keys()].join() !== left.join())
      return `domain ${domid}: pinned ${[...now.pins.keys()].join()}, not ${left.join()}`;
    for (const [gfn, { mfn }] of p2m)
      if (now.p2m.get(gfn)?.mfn !== mfn) return `domain ${domid}: page ${gfn} moved`;
  }
  if (result === 0n && target)
    for (const page of pages)
      if (!before.domains.get(target.domid)!.pins.has(page)) return `${page} was not pinned`;
  return undefined;
};

const pinsWhatItTold: Law = (step) => {
  const { call, plan, result, before, after } = step;
  if (call.op !== 'exchange_and_pin' || result !== 0n || !plan?.target || !plan.outs)
    return undefined;
  if (call.nrExchanged > 0 || (call.outs === 'shared' && call.inOrder !== call.outOrder))
    return undefined;
  if (call.inPlace !== 'ram' || call.outPlace !== 'ram') return undefined;
  const { pins } = after.domains.get(plan.target.domid)!;
  const { at, size, values } = plan.outs;
  const list = after.domains.get(call.caller)!.memory[0]!;
  for (const [i, gfn] of values.entries()) {
    const mfn = numberAt(list.bytes, Number(at - list.start) + i * size, size);
    if (mfn % (1n << BigInt(call.outOrder)) !== 0n) return `frame ${mfn} is not aligned`;
    for (let k = 0n; k < 1n << BigInt(call.outOrder); k++) {
      if (before.frames[Number(mfn + k)]?.owner === plan.target.domid && values.length === 1)
        return `frame ${mfn + k} was the domain's before`;
      // Page numbers wrap.
      if (pins.get(BigInt.asUintN(64, (plan.target.p2m ? gfn : mfn) + k)) !== mfn + k)
        return `page ${gfn + k} is not pinned to frame ${mfn + k}, which was told`;
    }
  }
  return undefined;
};

const numberAt = (bytes: Uint8Array, at: number, size: number): bigint =>
  bytes.slice(at, at + size).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

const claimIsExact: Law = ({ call, plan, result, before, after }) => {
  let claimed = 0n;
  for (const [domid, { claim = 0n, totPages }] of after.domains) {
    claimed += claim;
    const was = before.domains.get(domid)!;
    if (call.op !== 'claim_pages' || result === undefined) {
      // As long as anything is left of it, a claim and the pages are one sum.
      const claimedBefore = was.claim ?? 0n;
      const left = claimedBefore === 0n ? 0n : claimedBefore + was.totPages! - totPages!;
      const expected = left > 0n ? left : 0n;
      if (claim !== expected) return `domain ${domid}: a claim of ${claim}, not ${expected}`;
      continue;
    }
    const isStaked = result === 0n && domid === plan?.target?.domid;
    const left = BigInt(call.pages) - totPages!;
    const expected = !isStaked ? was.claim : call.pages === 0 ? 0n : left;
    if (claim !== expected) return `domain ${domid}: a claim of ${claim}, not ${expected}`;
  }
  return claimed > after.free ? `${claimed} pages claimed of ${after.free} free` : undefined;
};

const entryIsTold: Law = ({ entered }) => {
  if (!entered) return undefined;
  const { outer, own, told } = entered;
  if (outer !== 0n) {
    // A preempted entry that cannot be told so is lost, and the multicall with it.
    const isKnown = outer === -BigInt(errno.EFAULT) || outer === -BigInt(errno.ENOSYS);
    return isKnown ? undefined : `a multicall: ${outer}`;
  }
  return told === own ? undefined : `an entry was told ${told}, not ${own}`;
};

const endReturnsAll: Law = ({ call, world, before, after, ended }) => {
  if (call.op !== 'destroy' || !before.domains.has(call.caller)) return undefined;
  if (after.domains.has(call.caller)) return 'the domain is still there';
  if (!ended || ended.pins.size > 0) return 'the domain has pins still';
  if (ended.claim !== 0n) return 'the domain has its claim still';
  for (const [mfn, frame] of after.frames.entries())
    if (frame?.owner === call.caller && frame.references === 0)
      return `frame ${mfn} is still the domain's`;
  const lost = before.frames.filter(
    (frame, mfn) => frame?.owner === call.caller && !after.frames[mfn],
  ).length;
  return world.host.heap!.size() < before.free + BigInt(lost) ? 'frames are lost' : undefined;
};

/** Every law by its name. */
export const LAWS: Readonly<Record<string, Law>> = {
  'a frame has one owner, and P2M, M2P, pins, references, totPages and the heap agree': invariants,
  'a pinned page keeps its frame and content until it is unpinned': pinnedStays,
  'no frame is handed out that is owned or pinned': neverHandedOut,
  'exchange, exchange_and_pin, unpin and failed calls leave totPages alone': countStays,
  'an exchange returns 0 just when nr_exchanged is in.nr_extents': zeroMeansAll,
  'a chunk is exchanged whole or not at all; a fault past its commit leaves it uncounted':
    chunksAreWhole,
  'the content of an exchanged page is gone, and content never moves': contentGoes,
  'a call writes nr_exchanged and the elements that it may write, and no other byte':
    writesOnlyItsOwn,
  'unpin undoes exactly what was pinned, or nothing': unpinIsExact,
  'exchange_and_pin pins every page that it told, aligned to its order': pinsWhatItTold,
  'a claim is what was staked, and with the pages one sum; all claims can be met': claimIsExact,
  'an entry of a multicall is told what it came to': entryIsTold,
  'the end of a domain returns its frames and its pins': endReturnsAll,
};
