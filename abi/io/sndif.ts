/** io/sndif.h. */
import {
  array,
  field,
  flexible,
  int32_t,
  oneOf,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const xensnd_open_req = struct('xensnd_open_req', {
  pcm_rate: uint32_t,
  pcm_format: uint8_t,
  pcm_channels: uint8_t,
  reserved: uint16_t,
  buffer_sz: uint32_t,
  gref_directory: grant_ref_t,
  period_sz: uint32_t,
});
export type XensndOpenReq = Infer<typeof xensnd_open_req>;

export const xensnd_page_directory = struct('xensnd_page_directory', {
  gref_dir_next_page: grant_ref_t,
  gref: oneOf(
    field(array(grant_ref_t, 1), { until: '4.18' }),
    field(flexible(grant_ref_t), { since: '4.19' }),
  ),
});
export type XensndPageDirectory = Infer<typeof xensnd_page_directory>;

export const xensnd_rw_req = struct('xensnd_rw_req', {
  offset: uint32_t,
  length: uint32_t,
});
export type XensndRwReq = Infer<typeof xensnd_rw_req>;

export const xensnd_trigger_req = struct('xensnd_trigger_req', {
  type: uint8_t,
});
export type XensndTriggerReq = Infer<typeof xensnd_trigger_req>;

export const xensnd_query_hw_param = struct('xensnd_query_hw_param', {
  formats: uint64_t,
  rates: struct(null, {
    min: uint32_t,
    max: uint32_t,
  }),
  channels: struct(null, {
    min: uint32_t,
    max: uint32_t,
  }),
  buffer: struct(null, {
    min: uint32_t,
    max: uint32_t,
  }),
  period: struct(null, {
    min: uint32_t,
    max: uint32_t,
  }),
});
export type XensndQueryHwParam = Infer<typeof xensnd_query_hw_param>;

export const xensnd_cur_pos_evt = struct('xensnd_cur_pos_evt', {
  position: uint64_t,
});
export type XensndCurPosEvt = Infer<typeof xensnd_cur_pos_evt>;

export const xensnd_req = struct('xensnd_req', {
  id: uint16_t,
  operation: uint8_t,
  reserved: array(uint8_t, 5),
  op: union(null, {
    open: xensnd_open_req,
    rw: xensnd_rw_req,
    trigger: xensnd_trigger_req,
    hw_param: xensnd_query_hw_param,
    reserved: array(uint8_t, 56),
  }),
});
export type XensndReq = Infer<typeof xensnd_req>;

export const xensnd_resp = struct('xensnd_resp', {
  id: uint16_t,
  operation: uint8_t,
  reserved: uint8_t,
  status: int32_t,
  resp: union(null, {
    hw_param: xensnd_query_hw_param,
    reserved1: array(uint8_t, 56),
  }),
});
export type XensndResp = Infer<typeof xensnd_resp>;

export const xensnd_evt = struct('xensnd_evt', {
  id: uint16_t,
  type: uint8_t,
  reserved: array(uint8_t, 5),
  op: union(null, {
    cur_pos: xensnd_cur_pos_evt,
    reserved: array(uint8_t, 56),
  }),
});
export type XensndEvt = Infer<typeof xensnd_evt>;

export const xensnd_event_page = struct('xensnd_event_page', {
  in_cons: uint32_t,
  in_prod: uint32_t,
  reserved: array(uint8_t, 56),
});
export type XensndEventPage = Infer<typeof xensnd_event_page>;

/** What a backend keeps of the ring for itself. */
export const xen_sndif_back_ring = backRing('xen_sndif_back_ring');
export type XenSndifBackRing = Infer<typeof xen_sndif_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const xen_sndif_front_ring = frontRing('xen_sndif_front_ring');
export type XenSndifFrontRing = Infer<typeof xen_sndif_front_ring>;

/** A slot of the ring. */
export const xen_sndif_sring_entry = sringEntry('xen_sndif_sring_entry', xensnd_req, xensnd_resp);
export type XenSndifSringEntry = Infer<typeof xen_sndif_sring_entry>;

/** The ring. */
export const xen_sndif_sring = sring('xen_sndif_sring', xen_sndif_sring_entry);
export type XenSndifSring = Infer<typeof xen_sndif_sring>;
