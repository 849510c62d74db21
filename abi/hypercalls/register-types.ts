/** What registers hold besides plain numbers. */
import {
  enumeration,
  field,
  flags,
  namesOf,
  uint64_t,
  unsigned_int,
  unsigned_long,
} from '../../src/schema/index.js';
import { domid_t } from '../xen.js';
import type { LengthRule, List } from './types.js';

/** An address, or another number that people read in hex. */
export const address = field(unsigned_long, { unit: 'address' });
export const machineAddress = field(uint64_t, { unit: 'address' });
export const descriptor = field(uint64_t, { unit: 'address' });
export const pageTableEntry = field(uint64_t, { unit: 'address' });
/** Half of one of these, where a register has 32 bits. */
export const word = field(unsigned_int, { unit: 'address' });

/** Whose pages are meant: a domain, and above 16 bits one whose page tables, plus one. */
export const foreignDomain = enumeration('foreigndom', unsigned_int, namesOf(domid_t)!.values);

/** A count whose top bit says that the call goes on where it was preempted. */
export const resumedCount = flags(
  'count',
  unsigned_int,
  { MMU_UPDATE_PREEMPTED: 0x80000000 },
  { '': { shift: 0, width: 31 } },
);
export const resumed: LengthRule = { kind: 'bits', of: 'count', width: 31 };

/** VMASST_TYPE_*, for vm_assist. */
export const assist = enumeration('assist', unsigned_int, {
  VMASST_TYPE_4gb_segments: 0,
  VMASST_TYPE_4gb_segments_notify: 1,
  VMASST_TYPE_writable_pagetables: 2,
  VMASST_TYPE_pae_extended_cr3: 3,
  VMASST_TYPE_architectural_iopl: 4,
  VMASST_TYPE_runstate_update_flag: 5,
  VMASST_TYPE_m2p_strict: 32,
});

/**
 * Which TLBs to flush of what: none, all, or one address; on this CPU, on all (4), or, where the
 * rest is an address, on those of a bitmap of vCPUs.
 */
export const mappingFlags = flags('uvmf', unsigned_long, {
  UVMF_TLB_FLUSH: 1,
  UVMF_INVLPG: 2,
  UVMF_ALL: 4,
});

/** A bitmap of vCPUs. It has as many words as the domain's vCPUs need; no call says how many. */
export const vcpus: List = {
  direction: 'in',
  length: 1,
  element: unsigned_long,
  isBitmap: true,
};
/** The same, behind the flags of a mapping. */
export const vcpuMask: List = {
  ...vcpus,
  mask: ~3n,
  when: { by: 'flags', mask: -8, is: 0, not: true },
};
