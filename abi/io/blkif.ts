/** io/blkif.h: block devices. */
import {
  array,
  field,
  int16_t,
  struct,
  type Infer,
  uint16_t,
  uint64_t,
  uint8_t,
  enumeration,
  flags,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const BLKIF_OP_READ = 0;
export const BLKIF_OP_WRITE = 1;
/** All before it are on the medium before it, and it before all behind it. */
export const BLKIF_OP_WRITE_BARRIER = 2;
export const BLKIF_OP_FLUSH_DISKCACHE = 3;
/** Of old: a command of SCSI. */
export const BLKIF_OP_RESERVED_1 = 4;
/** The contents are no longer needed. */
export const BLKIF_OP_DISCARD = 5;
/** The segments are in pages of their own. */
export const BLKIF_OP_INDIRECT = 6;
/** What to do. */
export const blkif_op = enumeration('blkif_op', uint8_t, {
  BLKIF_OP_READ,
  BLKIF_OP_WRITE,
  BLKIF_OP_WRITE_BARRIER,
  BLKIF_OP_FLUSH_DISKCACHE,
  BLKIF_OP_RESERVED_1,
  BLKIF_OP_DISCARD,
  BLKIF_OP_INDIRECT,
});
export const BLKIF_MAX_SEGMENTS_PER_REQUEST = 11;
export const BLKIF_MAX_INDIRECT_PAGES_PER_REQUEST = 8;

/** A part of a page, in sectors of 512 bytes. */
export const blkif_request_segment = struct('blkif_request_segment', {
  gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page' }),
  first_sect: field(uint8_t, { direction: 'in', doc: 'first sector, 0 to 7' }),
  last_sect: field(uint8_t, { direction: 'in', doc: 'last sector, 0 to 7' }),
});
export type BlkifRequestSegment = Infer<typeof blkif_request_segment>;

/** Reads or writes sectors. */
export const blkif_request = struct('blkif_request', {
  operation: field(blkif_op, { direction: 'in', doc: 'what to do' }),
  nr_segments: field(uint8_t, { direction: 'in', unit: 'count', doc: 'segments' }),
  handle: field(uint16_t, {
    direction: 'in',
    doc: 'the device; for the backend it says nothing new',
  }),
  id: field(uint64_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  sector_number: field(uint64_t, {
    direction: 'in',
    doc: 'first sector of the device, in 512 bytes whatever its own are',
  }),
  seg: field(array(blkif_request_segment, 11), {
    direction: 'in',
    doc: 'the segments; the first nr_segments are used',
  }),
});
export type BlkifRequest = Infer<typeof blkif_request>;

/** The contents can never be read again. */
export const BLKIF_DISCARD_SECURE = 1 << 0;
/** How contents are discarded. */
export const blkif_discard = flags('blkif_discard', uint8_t, { BLKIF_DISCARD_SECURE });

/** Discards sectors. */
export const blkif_request_discard = struct('blkif_request_discard', {
  operation: field(blkif_op, { direction: 'in', doc: 'BLKIF_OP_DISCARD' }),
  flag: field(blkif_discard, { direction: 'in', doc: 'how' }),
  handle: field(uint16_t, { direction: 'in', doc: 'the device' }),
  id: field(uint64_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  sector_number: field(uint64_t, { direction: 'in', doc: 'first sector of the device' }),
  nr_sectors: field(uint64_t, { direction: 'in', unit: 'count', doc: 'sectors of 512 bytes' }),
});
export type BlkifRequestDiscard = Infer<typeof blkif_request_discard>;

/** Reads or writes sectors, with segments in pages of their own. */
export const blkif_request_indirect = struct('blkif_request_indirect', {
  operation: field(blkif_op, { direction: 'in', doc: 'BLKIF_OP_INDIRECT' }),
  indirect_op: field(blkif_op, { direction: 'in', doc: 'read or write' }),
  nr_segments: field(uint16_t, { direction: 'in', unit: 'count', doc: 'segments' }),
  id: field(uint64_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  sector_number: field(uint64_t, { direction: 'in', doc: 'first sector of the device' }),
  handle: field(uint16_t, { direction: 'in', doc: 'the device' }),
  indirect_grefs: field(array(grant_ref_t, 8), {
    direction: 'in',
    doc: 'the grants of the pages of segments, 512 in each',
  }),
  pad: field(uint64_t, { abis: ['x86_32'], direction: 'in', doc: 'unused' }),
});
export type BlkifRequestIndirect = Infer<typeof blkif_request_indirect>;

/** The backend does not know the operation. */
export const BLKIF_RSP_EOPNOTSUPP = -2;
export const BLKIF_RSP_ERROR = -1;
export const BLKIF_RSP_OKAY = 0;
/** What came of a request. */
export const blkif_rsp = enumeration('blkif_rsp', int16_t, {
  BLKIF_RSP_EOPNOTSUPP,
  BLKIF_RSP_ERROR,
  BLKIF_RSP_OKAY,
});

/** The answer to a request. */
export const blkif_response = struct('blkif_response', {
  id: field(uint64_t, { direction: 'out', doc: 'that of the request' }),
  operation: field(blkif_op, { direction: 'out', doc: 'that of the request' }),
  status: field(blkif_rsp, { direction: 'out', doc: 'what came of it' }),
});
export type BlkifResponse = Infer<typeof blkif_response>;

/** What a backend keeps of the ring for itself. */
export const blkif_back_ring = backRing('blkif_back_ring');
export type BlkifBackRing = Infer<typeof blkif_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const blkif_front_ring = frontRing('blkif_front_ring');
export type BlkifFrontRing = Infer<typeof blkif_front_ring>;

/** A slot of the ring. */
export const blkif_sring_entry = sringEntry('blkif_sring_entry', blkif_request, blkif_response);
export type BlkifSringEntry = Infer<typeof blkif_sring_entry>;

/** The ring. */
export const blkif_sring = sring('blkif_sring', blkif_sring_entry);
export type BlkifSring = Infer<typeof blkif_sring>;

/** Of a device in XenStore: a CD-ROM. */
export const VDISK_CDROM = 0x1;
/** Of a device in XenStore: its medium can be removed. */
export const VDISK_REMOVABLE = 0x2;
/** Of a device in XenStore: it cannot be written. */
export const VDISK_READONLY = 0x4;
