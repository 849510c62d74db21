/** io/displif.h. */
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

export const xendispl_dbuf_create_req = struct('xendispl_dbuf_create_req', {
  dbuf_cookie: uint64_t,
  width: uint32_t,
  height: uint32_t,
  bpp: uint32_t,
  buffer_sz: uint32_t,
  flags: uint32_t,
  gref_directory: grant_ref_t,
  data_ofs: field(uint32_t, { since: '4.15' }),
});
export type XendisplDbufCreateReq = Infer<typeof xendispl_dbuf_create_req>;

export const xendispl_page_directory = struct('xendispl_page_directory', {
  gref_dir_next_page: grant_ref_t,
  gref: oneOf(
    field(array(grant_ref_t, 1), { until: '4.18' }),
    field(flexible(grant_ref_t), { since: '4.19' }),
  ),
});
export type XendisplPageDirectory = Infer<typeof xendispl_page_directory>;

export const xendispl_dbuf_destroy_req = struct('xendispl_dbuf_destroy_req', {
  dbuf_cookie: uint64_t,
});
export type XendisplDbufDestroyReq = Infer<typeof xendispl_dbuf_destroy_req>;

export const xendispl_fb_attach_req = struct('xendispl_fb_attach_req', {
  dbuf_cookie: uint64_t,
  fb_cookie: uint64_t,
  width: uint32_t,
  height: uint32_t,
  pixel_format: uint32_t,
});
export type XendisplFbAttachReq = Infer<typeof xendispl_fb_attach_req>;

export const xendispl_fb_detach_req = struct('xendispl_fb_detach_req', {
  fb_cookie: uint64_t,
});
export type XendisplFbDetachReq = Infer<typeof xendispl_fb_detach_req>;

export const xendispl_set_config_req = struct('xendispl_set_config_req', {
  fb_cookie: uint64_t,
  x: uint32_t,
  y: uint32_t,
  width: uint32_t,
  height: uint32_t,
  bpp: uint32_t,
});
export type XendisplSetConfigReq = Infer<typeof xendispl_set_config_req>;

export const xendispl_page_flip_req = struct('xendispl_page_flip_req', {
  fb_cookie: uint64_t,
});
export type XendisplPageFlipReq = Infer<typeof xendispl_page_flip_req>;

export const xendispl_get_edid_req = struct(
  'xendispl_get_edid_req',
  {
    buffer_sz: uint32_t,
    gref_directory: grant_ref_t,
  },
  { since: '4.15' },
);
export type XendisplGetEdidReq = Infer<typeof xendispl_get_edid_req>;

export const xendispl_get_edid_resp = struct(
  'xendispl_get_edid_resp',
  {
    edid_sz: uint32_t,
  },
  { since: '4.15' },
);
export type XendisplGetEdidResp = Infer<typeof xendispl_get_edid_resp>;

export const xendispl_pg_flip_evt = struct('xendispl_pg_flip_evt', {
  fb_cookie: uint64_t,
});
export type XendisplPgFlipEvt = Infer<typeof xendispl_pg_flip_evt>;

export const xendispl_req = struct('xendispl_req', {
  id: uint16_t,
  operation: uint8_t,
  reserved: array(uint8_t, 5),
  op: union(null, {
    dbuf_create: xendispl_dbuf_create_req,
    dbuf_destroy: xendispl_dbuf_destroy_req,
    fb_attach: xendispl_fb_attach_req,
    fb_detach: xendispl_fb_detach_req,
    set_config: xendispl_set_config_req,
    pg_flip: xendispl_page_flip_req,
    get_edid: field(xendispl_get_edid_req, { since: '4.15' }),
    reserved: array(uint8_t, 56),
  }),
});
export type XendisplReq = Infer<typeof xendispl_req>;

export const xendispl_resp = struct('xendispl_resp', {
  id: uint16_t,
  operation: uint8_t,
  reserved: uint8_t,
  status: int32_t,
  reserved1: field(array(uint8_t, 56), { until: '4.14' }),
  op: field(
    union(null, {
      get_edid: xendispl_get_edid_resp,
      reserved1: array(uint8_t, 56),
    }),
    { since: '4.15' },
  ),
});
export type XendisplResp = Infer<typeof xendispl_resp>;

export const xendispl_evt = struct('xendispl_evt', {
  id: uint16_t,
  type: uint8_t,
  reserved: array(uint8_t, 5),
  op: union(null, {
    pg_flip: xendispl_pg_flip_evt,
    reserved: array(uint8_t, 56),
  }),
});
export type XendisplEvt = Infer<typeof xendispl_evt>;

export const xendispl_event_page = struct('xendispl_event_page', {
  in_cons: uint32_t,
  in_prod: uint32_t,
  reserved: array(uint8_t, 56),
});
export type XendisplEventPage = Infer<typeof xendispl_event_page>;

/** What a backend keeps of the ring for itself. */
export const xen_displif_back_ring = backRing('xen_displif_back_ring');
export type XenDisplifBackRing = Infer<typeof xen_displif_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const xen_displif_front_ring = frontRing('xen_displif_front_ring');
export type XenDisplifFrontRing = Infer<typeof xen_displif_front_ring>;

/** A slot of the ring. */
export const xen_displif_sring_entry = sringEntry(
  'xen_displif_sring_entry',
  xendispl_req,
  xendispl_resp,
);
export type XenDisplifSringEntry = Infer<typeof xen_displif_sring_entry>;

/** The ring. */
export const xen_displif_sring = sring('xen_displif_sring', xen_displif_sring_entry);
export type XenDisplifSring = Infer<typeof xen_displif_sring>;
