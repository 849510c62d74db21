/** io/sndif.h: sound devices. */
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
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const XENSND_PROTOCOL_VERSION = 2;
export const XENSND_PCM_FORMAT_S8 = 0;
export const XENSND_PCM_FORMAT_U8 = 1;
export const XENSND_PCM_FORMAT_S16_LE = 2;
export const XENSND_PCM_FORMAT_S16_BE = 3;
export const XENSND_PCM_FORMAT_U16_LE = 4;
export const XENSND_PCM_FORMAT_U16_BE = 5;
export const XENSND_PCM_FORMAT_S24_LE = 6;
export const XENSND_PCM_FORMAT_S24_BE = 7;
export const XENSND_PCM_FORMAT_U24_LE = 8;
export const XENSND_PCM_FORMAT_U24_BE = 9;
export const XENSND_PCM_FORMAT_S32_LE = 10;
export const XENSND_PCM_FORMAT_S32_BE = 11;
export const XENSND_PCM_FORMAT_U32_LE = 12;
export const XENSND_PCM_FORMAT_U32_BE = 13;
export const XENSND_PCM_FORMAT_F32_LE = 14;
export const XENSND_PCM_FORMAT_F32_BE = 15;
export const XENSND_PCM_FORMAT_F64_LE = 16;
export const XENSND_PCM_FORMAT_F64_BE = 17;
export const XENSND_PCM_FORMAT_IEC958_SUBFRAME_LE = 18;
export const XENSND_PCM_FORMAT_IEC958_SUBFRAME_BE = 19;
export const XENSND_PCM_FORMAT_MU_LAW = 20;
export const XENSND_PCM_FORMAT_A_LAW = 21;
export const XENSND_PCM_FORMAT_IMA_ADPCM = 22;
export const XENSND_PCM_FORMAT_MPEG = 23;
export const XENSND_PCM_FORMAT_GSM = 24;
/** How a sample is stored. */
export const xensnd_pcm_format = enumeration('xensnd_pcm_format', uint8_t, {
  XENSND_PCM_FORMAT_S8,
  XENSND_PCM_FORMAT_U8,
  XENSND_PCM_FORMAT_S16_LE,
  XENSND_PCM_FORMAT_S16_BE,
  XENSND_PCM_FORMAT_U16_LE,
  XENSND_PCM_FORMAT_U16_BE,
  XENSND_PCM_FORMAT_S24_LE,
  XENSND_PCM_FORMAT_S24_BE,
  XENSND_PCM_FORMAT_U24_LE,
  XENSND_PCM_FORMAT_U24_BE,
  XENSND_PCM_FORMAT_S32_LE,
  XENSND_PCM_FORMAT_S32_BE,
  XENSND_PCM_FORMAT_U32_LE,
  XENSND_PCM_FORMAT_U32_BE,
  XENSND_PCM_FORMAT_F32_LE,
  XENSND_PCM_FORMAT_F32_BE,
  XENSND_PCM_FORMAT_F64_LE,
  XENSND_PCM_FORMAT_F64_BE,
  XENSND_PCM_FORMAT_IEC958_SUBFRAME_LE,
  XENSND_PCM_FORMAT_IEC958_SUBFRAME_BE,
  XENSND_PCM_FORMAT_MU_LAW,
  XENSND_PCM_FORMAT_A_LAW,
  XENSND_PCM_FORMAT_IMA_ADPCM,
  XENSND_PCM_FORMAT_MPEG,
  XENSND_PCM_FORMAT_GSM,
});
export const XENSND_SAMPLE_RATE_MAX_LEN = 11;
export const XENSND_SAMPLE_FORMAT_MAX_LEN = 24;
export const XENSND_DRIVER_NAME = 'vsnd';
export const XENSND_LIST_SEPARATOR = ',';
export const XENSND_FIELD_BE_VERSIONS = 'versions';
export const XENSND_FIELD_FE_VERSION = 'version';
export const XENSND_FIELD_VCARD_SHORT_NAME = 'short-name';
export const XENSND_FIELD_VCARD_LONG_NAME = 'long-name';
export const XENSND_FIELD_RING_REF = 'ring-ref';
export const XENSND_FIELD_EVT_CHNL = 'event-channel';
export const XENSND_FIELD_EVT_RING_REF = 'evt-ring-ref';
export const XENSND_FIELD_EVT_EVT_CHNL = 'evt-event-channel';
export const XENSND_FIELD_DEVICE_NAME = 'name';
export const XENSND_FIELD_TYPE = 'type';
export const XENSND_FIELD_STREAM_UNIQUE_ID = 'unique-id';
export const XENSND_FIELD_CHANNELS_MIN = 'channels-min';
export const XENSND_FIELD_CHANNELS_MAX = 'channels-max';
export const XENSND_FIELD_SAMPLE_RATES = 'sample-rates';
export const XENSND_FIELD_SAMPLE_FORMATS = 'sample-formats';
export const XENSND_FIELD_BUFFER_SIZE = 'buffer-size';
export const XENSND_STREAM_TYPE_PLAYBACK = 'p';
export const XENSND_STREAM_TYPE_CAPTURE = 'c';
export const XENSND_PCM_FORMAT_S8_STR = 's8';
export const XENSND_PCM_FORMAT_U8_STR = 'u8';
export const XENSND_PCM_FORMAT_S16_LE_STR = 's16_le';
export const XENSND_PCM_FORMAT_S16_BE_STR = 's16_be';
export const XENSND_PCM_FORMAT_U16_LE_STR = 'u16_le';
export const XENSND_PCM_FORMAT_U16_BE_STR = 'u16_be';
export const XENSND_PCM_FORMAT_S24_LE_STR = 's24_le';
export const XENSND_PCM_FORMAT_S24_BE_STR = 's24_be';
export const XENSND_PCM_FORMAT_U24_LE_STR = 'u24_le';
export const XENSND_PCM_FORMAT_U24_BE_STR = 'u24_be';
export const XENSND_PCM_FORMAT_S32_LE_STR = 's32_le';
export const XENSND_PCM_FORMAT_S32_BE_STR = 's32_be';
export const XENSND_PCM_FORMAT_U32_LE_STR = 'u32_le';
export const XENSND_PCM_FORMAT_U32_BE_STR = 'u32_be';
export const XENSND_PCM_FORMAT_F32_LE_STR = 'float_le';
export const XENSND_PCM_FORMAT_F32_BE_STR = 'float_be';
export const XENSND_PCM_FORMAT_F64_LE_STR = 'float64_le';
export const XENSND_PCM_FORMAT_F64_BE_STR = 'float64_be';
export const XENSND_PCM_FORMAT_IEC958_SUBFRAME_LE_STR = 'iec958_subframe_le';
export const XENSND_PCM_FORMAT_IEC958_SUBFRAME_BE_STR = 'iec958_subframe_be';
export const XENSND_PCM_FORMAT_MU_LAW_STR = 'mu_law';
export const XENSND_PCM_FORMAT_A_LAW_STR = 'a_law';
export const XENSND_PCM_FORMAT_IMA_ADPCM_STR = 'ima_adpcm';
export const XENSND_PCM_FORMAT_MPEG_STR = 'mpeg';
export const XENSND_PCM_FORMAT_GSM_STR = 'gsm';
export const XENSND_OP_TRIGGER_START = 0;
export const XENSND_OP_TRIGGER_PAUSE = 1;
export const XENSND_OP_TRIGGER_STOP = 2;
export const XENSND_OP_TRIGGER_RESUME = 3;
export const XENSND_OP_OPEN = 0;
export const XENSND_OP_CLOSE = 1;
export const XENSND_OP_READ = 2;
export const XENSND_OP_WRITE = 3;
export const XENSND_OP_SET_VOLUME = 4;
export const XENSND_OP_GET_VOLUME = 5;
export const XENSND_OP_MUTE = 6;
export const XENSND_OP_UNMUTE = 7;
export const XENSND_OP_TRIGGER = 8;
export const XENSND_OP_HW_PARAM_QUERY = 9;
/** What to do with a stream. */
export const xensnd_op = enumeration('xensnd_op', uint8_t, {
  XENSND_OP_OPEN,
  XENSND_OP_CLOSE,
  XENSND_OP_READ,
  XENSND_OP_WRITE,
  XENSND_OP_SET_VOLUME,
  XENSND_OP_GET_VOLUME,
  XENSND_OP_MUTE,
  XENSND_OP_UNMUTE,
  XENSND_OP_TRIGGER,
  XENSND_OP_HW_PARAM_QUERY,
});
/** What becomes of a stream. */
export const xensnd_trigger = enumeration('xensnd_trigger', uint8_t, {
  XENSND_OP_TRIGGER_START,
  XENSND_OP_TRIGGER_PAUSE,
  XENSND_OP_TRIGGER_STOP,
  XENSND_OP_TRIGGER_RESUME,
});

/** Opens a stream. */
export const xensnd_open_req = struct('xensnd_open_req', {
  pcm_rate: field(uint32_t, { direction: 'in', doc: 'samples a second' }),
  pcm_format: field(xensnd_pcm_format, { direction: 'in', doc: 'how a sample is stored' }),
  pcm_channels: field(uint8_t, { direction: 'in', unit: 'count', doc: 'channels' }),
  reserved: field(uint16_t, { direction: 'in', doc: 'unused' }),
  buffer_sz: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'length of the buffer' }),
  gref_directory: field(grant_ref_t, {
    direction: 'in',
    doc: 'the grant of the first page of its list of grants',
  }),
  period_sz: field(uint32_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'after how much the frontend is told; 0: never',
  }),
});
export type XensndOpenReq = Infer<typeof xensnd_open_req>;

/** A page of a list of grants. */
export const xensnd_page_directory = struct('xensnd_page_directory', {
  gref_dir_next_page: field(grant_ref_t, {
    direction: 'in',
    doc: 'the grant of the next page; 0: there is none',
  }),
  gref: field(
    oneOf(
      field(array(grant_ref_t, 1), { until: '4.18' }),
      field(flexible(grant_ref_t), { since: '4.19' }),
    ),
    { direction: 'in', doc: "grants of the buffer's pages" },
  ),
});
export type XensndPageDirectory = Infer<typeof xensnd_page_directory>;

/** Reads or writes samples; of a volume, its values. */
export const xensnd_rw_req = struct('xensnd_rw_req', {
  offset: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'where in the buffer' }),
  length: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'how much' }),
});
export type XensndRwReq = Infer<typeof xensnd_rw_req>;

/** Starts or stops a stream. */
export const xensnd_trigger_req = struct('xensnd_trigger_req', {
  type: field(xensnd_trigger, { direction: 'in', doc: 'what becomes of it' }),
});
export type XensndTriggerReq = Infer<typeof xensnd_trigger_req>;

/** What the hardware can do; the narrowest ranges that are possible come back. */
export const xensnd_query_hw_param = struct('xensnd_query_hw_param', {
  formats: field(uint64_t, { direction: 'inout', doc: 'a bit for each format' }),
  rates: field(
    struct(null, {
      min: field(uint32_t, { direction: 'inout', doc: 'the least and the most' }),
      max: field(uint32_t, { direction: 'inout', doc: 'the least and the most' }),
    }),
    { direction: 'inout', doc: 'samples a second' },
  ),
  channels: field(
    struct(null, {
      min: field(uint32_t, { direction: 'inout', doc: 'the least and the most' }),
      max: field(uint32_t, { direction: 'inout', doc: 'the least and the most' }),
    }),
    { direction: 'inout', doc: 'channels' },
  ),
  buffer: field(
    struct(null, {
      min: field(uint32_t, { direction: 'inout', doc: 'the least and the most' }),
      max: field(uint32_t, { direction: 'inout', doc: 'the least and the most' }),
    }),
    { direction: 'inout', doc: 'frames of the buffer' },
  ),
  period: field(
    struct(null, {
      min: field(uint32_t, { direction: 'inout', doc: 'the least and the most' }),
      max: field(uint32_t, { direction: 'inout', doc: 'the least and the most' }),
    }),
    { direction: 'inout', doc: 'frames after which the frontend is told' },
  ),
});
export type XensndQueryHwParam = Infer<typeof xensnd_query_hw_param>;

/** How far a stream is. */
export const xensnd_cur_pos_evt = struct('xensnd_cur_pos_evt', {
  position: field(uint64_t, {
    direction: 'out',
    unit: 'bytes',
    doc: 'what was played or recorded',
  }),
});
export type XensndCurPosEvt = Infer<typeof xensnd_cur_pos_evt>;

/** Does something with a stream. */
export const xensnd_req = struct('xensnd_req', {
  id: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  operation: field(xensnd_op, { direction: 'in', doc: 'what to do' }),
  reserved: field(array(uint8_t, 5), { direction: 'in', doc: 'unused' }),
  op: field(
    union(
      null,
      {
        open: field(xensnd_open_req, { direction: 'in', doc: 'XENSND_OP_OPEN' }),
        rw: field(xensnd_rw_req, {
          direction: 'in',
          doc: 'READ, WRITE, SET_VOLUME, GET_VOLUME, MUTE, UNMUTE',
        }),
        trigger: field(xensnd_trigger_req, { direction: 'in', doc: 'XENSND_OP_TRIGGER' }),
        hw_param: field(xensnd_query_hw_param, {
          direction: 'in',
          doc: 'XENSND_OP_HW_PARAM_QUERY',
        }),
        reserved: field(array(uint8_t, 56), { direction: 'in', doc: 'room for all' }),
      },
      {
        selector: {
          by: 'operation',
          live: {
            [XENSND_OP_OPEN]: 'open',
            [XENSND_OP_READ]: 'rw',
            [XENSND_OP_WRITE]: 'rw',
            [XENSND_OP_SET_VOLUME]: 'rw',
            [XENSND_OP_GET_VOLUME]: 'rw',
            [XENSND_OP_MUTE]: 'rw',
            [XENSND_OP_UNMUTE]: 'rw',
            [XENSND_OP_TRIGGER]: 'trigger',
            [XENSND_OP_HW_PARAM_QUERY]: 'hw_param',
          },
        },
      },
    ),
    { direction: 'in', doc: 'depends on that; CLOSE needs nothing' },
  ),
});
export type XensndReq = Infer<typeof xensnd_req>;

/** The answer to a request. */
export const xensnd_resp = struct('xensnd_resp', {
  id: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  operation: field(xensnd_op, { direction: 'out', doc: 'that of the request' }),
  reserved: field(uint8_t, { direction: 'out', doc: 'unused' }),
  status: field(int32_t, {
    direction: 'out',
    unit: 'errno',
    doc: 'what came of it: 0 or a negative error',
  }),
  resp: field(
    union(
      null,
      {
        hw_param: field(xensnd_query_hw_param, {
          direction: 'out',
          doc: 'XENSND_OP_HW_PARAM_QUERY',
        }),
        reserved1: field(array(uint8_t, 56), { direction: 'out', doc: 'room for all' }),
      },
      { selector: { by: 'operation', live: { [XENSND_OP_HW_PARAM_QUERY]: 'hw_param' } } },
    ),
    { direction: 'out', doc: 'what it gives' },
  ),
});
export type XensndResp = Infer<typeof xensnd_resp>;

export const XENSND_EVT_CUR_POS = 0;
/** What happened. */
export const xensnd_evt_type = enumeration('xensnd_evt_type', uint8_t, { XENSND_EVT_CUR_POS });

/** Something happened. */
export const xensnd_evt = struct('xensnd_evt', {
  id: field(uint16_t, { direction: 'out', doc: 'counts events' }),
  type: field(xensnd_evt_type, { direction: 'out', doc: 'what' }),
  reserved: field(array(uint8_t, 5), { direction: 'out', doc: 'unused' }),
  op: field(
    union(
      null,
      {
        cur_pos: field(xensnd_cur_pos_evt, { direction: 'out', doc: 'XENSND_EVT_CUR_POS' }),
        reserved: field(array(uint8_t, 56), { direction: 'out', doc: 'room for all' }),
      },
      { selector: { by: 'type', live: { [XENSND_EVT_CUR_POS]: 'cur_pos' } } },
    ),
    { direction: 'out', doc: 'depends on that' },
  ),
});
export type XensndEvt = Infer<typeof xensnd_evt>;

export const XENSND_EVENT_PAGE_SIZE = 4096;
export const XENSND_IN_RING_OFFS = 64;
export const XENSND_IN_RING_SIZE = 4032;
export const XENSND_IN_RING_LEN = 63;

/** The page of events; they begin 64 bytes in. */
export const xensnd_event_page = struct('xensnd_event_page', {
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
