/** io/blkif.h. */
import {
  array,
  field,
  int16_t,
  struct,
  type Infer,
  uint16_t,
  uint64_t,
  uint8_t,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const blkif_request_segment = struct('blkif_request_segment', {
  gref: grant_ref_t,
  first_sect: uint8_t,
  last_sect: uint8_t,
});
export type BlkifRequestSegment = Infer<typeof blkif_request_segment>;

export const blkif_request = struct('blkif_request', {
  operation: uint8_t,
  nr_segments: uint8_t,
  handle: uint16_t,
  id: uint64_t,
  sector_number: uint64_t,
  seg: array(blkif_request_segment, 11),
});
export type BlkifRequest = Infer<typeof blkif_request>;

export const blkif_request_discard = struct('blkif_request_discard', {
  operation: uint8_t,
  flag: uint8_t,
  handle: uint16_t,
  id: uint64_t,
  sector_number: uint64_t,
  nr_sectors: uint64_t,
});
export type BlkifRequestDiscard = Infer<typeof blkif_request_discard>;

export const blkif_request_indirect = struct('blkif_request_indirect', {
  operation: uint8_t,
  indirect_op: uint8_t,
  nr_segments: uint16_t,
  id: uint64_t,
  sector_number: uint64_t,
  handle: uint16_t,
  indirect_grefs: array(grant_ref_t, 8),
  pad: field(uint64_t, { abis: ['x86_32'] }),
});
export type BlkifRequestIndirect = Infer<typeof blkif_request_indirect>;

export const blkif_response = struct('blkif_response', {
  id: uint64_t,
  operation: uint8_t,
  status: int16_t,
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
