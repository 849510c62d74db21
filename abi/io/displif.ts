/** io/displif.h: displays. */
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
  enumeration,
  flags,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const XENDISPL_PROTOCOL_VERSION_INT = 2;
export const XENDISPL_PROTOCOL_VERSION = '2';
export const XENDISPL_DRIVER_NAME = 'vdispl';
export const XENDISPL_LIST_SEPARATOR = ',';
export const XENDISPL_RESOLUTION_SEPARATOR = 'x';
export const XENDISPL_FIELD_BE_VERSIONS = 'versions';
export const XENDISPL_FIELD_FE_VERSION = 'version';
export const XENDISPL_FIELD_REQ_RING_REF = 'req-ring-ref';
export const XENDISPL_FIELD_REQ_CHANNEL = 'req-event-channel';
export const XENDISPL_FIELD_EVT_RING_REF = 'evt-ring-ref';
export const XENDISPL_FIELD_EVT_CHANNEL = 'evt-event-channel';
export const XENDISPL_FIELD_RESOLUTION = 'resolution';
export const XENDISPL_FIELD_BE_ALLOC = 'be-alloc';
export const XENDISPL_FIELD_UNIQUE_ID = 'unique-id';
export const XENDISPL_OP_DBUF_CREATE = 16;
export const XENDISPL_OP_DBUF_DESTROY = 17;
export const XENDISPL_OP_FB_ATTACH = 18;
export const XENDISPL_OP_FB_DETACH = 19;
export const XENDISPL_OP_SET_CONFIG = 20;
export const XENDISPL_OP_PG_FLIP = 21;
export const XENDISPL_OP_GET_EDID = 22;
/** What to do with a display. */
export const xendispl_op = enumeration('xendispl_op', uint8_t, {
  XENDISPL_OP_DBUF_CREATE,
  XENDISPL_OP_DBUF_DESTROY,
  XENDISPL_OP_FB_ATTACH,
  XENDISPL_OP_FB_DETACH,
  XENDISPL_OP_SET_CONFIG,
  XENDISPL_OP_PG_FLIP,
  XENDISPL_OP_GET_EDID,
});
export const XENDISPL_EDID_BLOCK_SIZE = 128;
export const XENDISPL_EDID_BLOCK_COUNT = 256;
export const XENDISPL_EDID_MAX_SIZE = 32768;
/** The backend makes the buffer. */
export const XENDISPL_DBUF_FLG_REQ_ALLOC = 1 << 0;
/** Who makes a buffer. */
export const xendispl_dbuf_flg = flags('xendispl_dbuf_flg', uint32_t, {
  XENDISPL_DBUF_FLG_REQ_ALLOC,
});

/** Makes a buffer. */
export const xendispl_dbuf_create_req = struct('xendispl_dbuf_create_req', {
  dbuf_cookie: field(uint64_t, { direction: 'in', doc: 'names it' }),
  width: field(uint32_t, { direction: 'in', doc: 'its size, in pixels' }),
  height: field(uint32_t, { direction: 'in', doc: 'its size, in pixels' }),
  bpp: field(uint32_t, { direction: 'in', doc: 'bits of a pixel' }),
  buffer_sz: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
  flags: field(xendispl_dbuf_flg, { direction: 'in', doc: 'who makes it' }),
  gref_directory: field(grant_ref_t, {
    direction: 'in',
    doc: 'the grant of the first page of its list of grants',
  }),
  data_ofs: field(uint32_t, {
    since: '4.15',
    direction: 'in',
    unit: 'bytes',
    doc: 'where in it the picture begins',
  }),
});
export type XendisplDbufCreateReq = Infer<typeof xendispl_dbuf_create_req>;

/** A page of a list of grants. */
export const xendispl_page_directory = struct('xendispl_page_directory', {
  gref_dir_next_page: field(grant_ref_t, {
    direction: 'inout',
    doc: 'the grant of the next page; 0: there is none',
  }),
  gref: field(
    oneOf(
      field(array(grant_ref_t, 1), { until: '4.18' }),
      field(flexible(grant_ref_t), { since: '4.19' }),
    ),
    { direction: 'inout', doc: "grants of the buffer's pages" },
  ),
});
export type XendisplPageDirectory = Infer<typeof xendispl_page_directory>;

/** Removes a buffer. */
export const xendispl_dbuf_destroy_req = struct('xendispl_dbuf_destroy_req', {
  dbuf_cookie: field(uint64_t, { direction: 'in', doc: 'the buffer' }),
});
export type XendisplDbufDestroyReq = Infer<typeof xendispl_dbuf_destroy_req>;

/** Makes a picture of a buffer. */
export const xendispl_fb_attach_req = struct('xendispl_fb_attach_req', {
  dbuf_cookie: field(uint64_t, { direction: 'in', doc: 'the buffer' }),
  fb_cookie: field(uint64_t, { direction: 'in', doc: 'names the picture' }),
  width: field(uint32_t, { direction: 'in', doc: 'its size, in pixels' }),
  height: field(uint32_t, { direction: 'in', doc: 'its size, in pixels' }),
  pixel_format: field(uint32_t, { direction: 'in', doc: 'four characters, as DRM has them' }),
});
export type XendisplFbAttachReq = Infer<typeof xendispl_fb_attach_req>;

/** Removes a picture. */
export const xendispl_fb_detach_req = struct('xendispl_fb_detach_req', {
  fb_cookie: field(uint64_t, { direction: 'in', doc: 'the picture' }),
});
export type XendisplFbDetachReq = Infer<typeof xendispl_fb_detach_req>;

/** Sets up a display. */
export const xendispl_set_config_req = struct('xendispl_set_config_req', {
  fb_cookie: field(uint64_t, { direction: 'in', doc: 'the picture it shows; 0: it is off' }),
  x: field(uint32_t, { direction: 'in', doc: 'where it is, in pixels' }),
  y: field(uint32_t, { direction: 'in', doc: 'where it is, in pixels' }),
  width: field(uint32_t, { direction: 'in', doc: 'its size, in pixels' }),
  height: field(uint32_t, { direction: 'in', doc: 'its size, in pixels' }),
  bpp: field(uint32_t, { direction: 'in', doc: 'bits of a pixel' }),
});
export type XendisplSetConfigReq = Infer<typeof xendispl_set_config_req>;

/** Shows another picture. */
export const xendispl_page_flip_req = struct('xendispl_page_flip_req', {
  fb_cookie: field(uint64_t, { direction: 'in', doc: 'the picture' }),
});
export type XendisplPageFlipReq = Infer<typeof xendispl_page_flip_req>;

/** Reads the EDID. */
export const xendispl_get_edid_req = struct(
  'xendispl_get_edid_req',
  {
    buffer_sz: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'room for it' }),
    gref_directory: field(grant_ref_t, {
      direction: 'in',
      doc: "the grant of the first page of the buffer's list of grants",
    }),
  },
  { since: '4.15' },
);
export type XendisplGetEdidReq = Infer<typeof xendispl_get_edid_req>;

/** The EDID was read. */
export const xendispl_get_edid_resp = struct(
  'xendispl_get_edid_resp',
  {
    edid_sz: field(uint32_t, { direction: 'out', unit: 'bytes', doc: 'its length' }),
  },
  { since: '4.15' },
);
export type XendisplGetEdidResp = Infer<typeof xendispl_get_edid_resp>;

/** A picture is shown. */
export const xendispl_pg_flip_evt = struct('xendispl_pg_flip_evt', {
  fb_cookie: field(uint64_t, { direction: 'out', doc: 'the picture' }),
});
export type XendisplPgFlipEvt = Infer<typeof xendispl_pg_flip_evt>;

/** Does something with a display. */
export const xendispl_req = struct('xendispl_req', {
  id: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  operation: field(xendispl_op, { direction: 'in', doc: 'what to do' }),
  reserved: field(array(uint8_t, 5), { direction: 'in', doc: 'unused' }),
  op: field(
    union(
      null,
      {
        dbuf_create: field(xendispl_dbuf_create_req, {
          direction: 'in',
          doc: 'XENDISPL_OP_DBUF_CREATE',
        }),
        dbuf_destroy: field(xendispl_dbuf_destroy_req, {
          direction: 'in',
          doc: 'XENDISPL_OP_DBUF_DESTROY',
        }),
        fb_attach: field(xendispl_fb_attach_req, { direction: 'in', doc: 'XENDISPL_OP_FB_ATTACH' }),
        fb_detach: field(xendispl_fb_detach_req, { direction: 'in', doc: 'XENDISPL_OP_FB_DETACH' }),
        set_config: field(xendispl_set_config_req, {
          direction: 'in',
          doc: 'XENDISPL_OP_SET_CONFIG',
        }),
        pg_flip: field(xendispl_page_flip_req, { direction: 'in', doc: 'XENDISPL_OP_PG_FLIP' }),
        get_edid: field(xendispl_get_edid_req, {
          since: '4.15',
          direction: 'in',
          doc: 'XENDISPL_OP_GET_EDID',
        }),
        reserved: field(array(uint8_t, 56), { direction: 'in', doc: 'room for all' }),
      },
      {
        selector: {
          by: 'operation',
          live: {
            [XENDISPL_OP_DBUF_CREATE]: 'dbuf_create',
            [XENDISPL_OP_DBUF_DESTROY]: 'dbuf_destroy',
            [XENDISPL_OP_FB_ATTACH]: 'fb_attach',
            [XENDISPL_OP_FB_DETACH]: 'fb_detach',
            [XENDISPL_OP_SET_CONFIG]: 'set_config',
            [XENDISPL_OP_PG_FLIP]: 'pg_flip',
            [XENDISPL_OP_GET_EDID]: 'get_edid',
          },
        },
      },
    ),
    { direction: 'in', doc: 'depends on that' },
  ),
});
export type XendisplReq = Infer<typeof xendispl_req>;

/** The answer to a request. */
export const xendispl_resp = struct('xendispl_resp', {
  id: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  operation: field(xendispl_op, { direction: 'out', doc: 'that of the request' }),
  reserved: field(uint8_t, { direction: 'out', doc: 'unused' }),
  status: field(int32_t, {
    direction: 'out',
    unit: 'errno',
    doc: 'what came of it: 0 or a negative error',
  }),
  reserved1: field(array(uint8_t, 56), { until: '4.14', direction: 'out', doc: 'unused' }),
  op: field(
    union(
      null,
      {
        get_edid: field(xendispl_get_edid_resp, { direction: 'out', doc: 'XENDISPL_OP_GET_EDID' }),
        reserved1: field(array(uint8_t, 56), { direction: 'out', doc: 'room for all' }),
      },
      { selector: { by: 'operation', live: { [XENDISPL_OP_GET_EDID]: 'get_edid' } } },
    ),
    { since: '4.15', direction: 'out', doc: 'what it gives' },
  ),
});
export type XendisplResp = Infer<typeof xendispl_resp>;

export const XENDISPL_EVT_PG_FLIP = 0;
/** What happened. */
export const xendispl_evt_type = enumeration('xendispl_evt_type', uint8_t, {
  XENDISPL_EVT_PG_FLIP,
});

/** Something happened. */
export const xendispl_evt = struct('xendispl_evt', {
  id: field(uint16_t, { direction: 'out', doc: 'counts events' }),
  type: field(xendispl_evt_type, { direction: 'out', doc: 'what' }),
  reserved: field(array(uint8_t, 5), { direction: 'out', doc: 'unused' }),
  op: field(
    union(
      null,
      {
        pg_flip: field(xendispl_pg_flip_evt, { direction: 'out', doc: 'XENDISPL_EVT_PG_FLIP' }),
        reserved: field(array(uint8_t, 56), { direction: 'out', doc: 'room for all' }),
      },
      { selector: { by: 'type', live: { [XENDISPL_EVT_PG_FLIP]: 'pg_flip' } } },
    ),
    { direction: 'out', doc: 'depends on that' },
  ),
});
export type XendisplEvt = Infer<typeof xendispl_evt>;

export const XENDISPL_EVENT_PAGE_SIZE = 4096;
export const XENDISPL_IN_RING_OFFS = 64;
export const XENDISPL_IN_RING_SIZE = 4032;
export const XENDISPL_IN_RING_LEN = 63;

/** The page of events; they begin 64 bytes in. */
export const xendispl_event_page = struct('xendispl_event_page', {
  in_cons: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'events that the frontend has read',
  }),
  in_prod: field(uint32_t, {
    direction: 'out',
    unit: 'count',
    doc: 'events that the backend has written',
  }),
  reserved: field(array(uint8_t, 56), { direction: 'in', doc: 'unused' }),
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
