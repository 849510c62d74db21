/** io/vscsiif.h. */
import {
  array,
  int32_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const scsiif_request_segment = struct('scsiif_request_segment', {
  gref: grant_ref_t,
  offset: uint16_t,
  length: uint16_t,
});
export type ScsiifRequestSegment = Infer<typeof scsiif_request_segment>;

export const vscsiif_request = struct('vscsiif_request', {
  rqid: uint16_t,
  act: uint8_t,
  cmd_len: uint8_t,
  cmnd: array(uint8_t, 16),
  timeout_per_command: uint16_t,
  channel: uint16_t,
  id: uint16_t,
  lun: uint16_t,
  ref_rqid: uint16_t,
  sc_data_direction: uint8_t,
  nr_segments: uint8_t,
  seg: array(scsiif_request_segment, 26),
  reserved: array(uint32_t, 3),
});
export type VscsiifRequest = Infer<typeof vscsiif_request>;

export const vscsiif_sg_list = struct('vscsiif_sg_list', {
  rqid: uint16_t,
  act: uint8_t,
  nr_segments: uint8_t,
  seg: array(scsiif_request_segment, 31),
});
export type VscsiifSgList = Infer<typeof vscsiif_sg_list>;

export const vscsiif_response = struct('vscsiif_response', {
  rqid: uint16_t,
  act: uint8_t,
  sense_len: uint8_t,
  sense_buffer: array(uint8_t, 96),
  rslt: int32_t,
  residual_len: uint32_t,
  reserved: array(uint32_t, 36),
});
export type VscsiifResponse = Infer<typeof vscsiif_response>;

/** What a backend keeps of the ring for itself. */
export const vscsiif_back_ring = backRing('vscsiif_back_ring');
export type VscsiifBackRing = Infer<typeof vscsiif_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const vscsiif_front_ring = frontRing('vscsiif_front_ring');
export type VscsiifFrontRing = Infer<typeof vscsiif_front_ring>;

/** A slot of the ring. */
export const vscsiif_sring_entry = sringEntry(
  'vscsiif_sring_entry',
  vscsiif_request,
  vscsiif_response,
);
export type VscsiifSringEntry = Infer<typeof vscsiif_sring_entry>;

/** The ring. */
export const vscsiif_sring = sring('vscsiif_sring', vscsiif_sring_entry);
export type VscsiifSring = Infer<typeof vscsiif_sring>;
