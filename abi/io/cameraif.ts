/** io/cameraif.h: cameras. */
import {
  array,
  field,
  flexible,
  int32_t,
  int64_t,
  oneOf,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
  enumeration,
  flags,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const XENCAMERA_PROTOCOL_VERSION = '1';
export const XENCAMERA_DRIVER_NAME = 'vcamera';
export const XENCAMERA_LIST_SEPARATOR = ',';
export const XENCAMERA_RESOLUTION_SEPARATOR = 'x';
export const XENCAMERA_FRACTION_SEPARATOR = '/';
export const XENCAMERA_FIELD_BE_VERSIONS = 'versions';
export const XENCAMERA_FIELD_FE_VERSION = 'version';
export const XENCAMERA_FIELD_REQ_RING_REF = 'req-ring-ref';
export const XENCAMERA_FIELD_REQ_CHANNEL = 'req-event-channel';
export const XENCAMERA_FIELD_EVT_RING_REF = 'evt-ring-ref';
export const XENCAMERA_FIELD_EVT_CHANNEL = 'evt-event-channel';
export const XENCAMERA_FIELD_MAX_BUFFERS = 'max-buffers';
export const XENCAMERA_FIELD_CONTROLS = 'controls';
export const XENCAMERA_FIELD_FORMATS = 'formats';
export const XENCAMERA_FIELD_FRAME_RATES = 'frame-rates';
export const XENCAMERA_FIELD_BE_ALLOC = 'be-alloc';
export const XENCAMERA_FIELD_UNIQUE_ID = 'unique-id';
export const XENCAMERA_CTRL_BRIGHTNESS_STR = 'brightness';
export const XENCAMERA_CTRL_CONTRAST_STR = 'contrast';
export const XENCAMERA_CTRL_SATURATION_STR = 'saturation';
export const XENCAMERA_CTRL_HUE_STR = 'hue';
export const XENCAMERA_FOURCC_BIGENDIAN_STR = '-BE';
export const XENCAMERA_OP_CONFIG_SET = 0;
export const XENCAMERA_OP_CONFIG_GET = 1;
export const XENCAMERA_OP_CONFIG_VALIDATE = 2;
export const XENCAMERA_OP_FRAME_RATE_SET = 3;
export const XENCAMERA_OP_BUF_GET_LAYOUT = 4;
export const XENCAMERA_OP_BUF_REQUEST = 5;
export const XENCAMERA_OP_BUF_CREATE = 6;
export const XENCAMERA_OP_BUF_DESTROY = 7;
export const XENCAMERA_OP_BUF_QUEUE = 8;
export const XENCAMERA_OP_BUF_DEQUEUE = 9;
export const XENCAMERA_OP_CTRL_ENUM = 10;
export const XENCAMERA_OP_CTRL_SET = 11;
export const XENCAMERA_OP_CTRL_GET = 12;
export const XENCAMERA_OP_STREAM_START = 13;
export const XENCAMERA_OP_STREAM_STOP = 14;
/** What to do with a camera. */
export const xencamera_op = enumeration('xencamera_op', uint8_t, {
  XENCAMERA_OP_CONFIG_SET,
  XENCAMERA_OP_CONFIG_GET,
  XENCAMERA_OP_CONFIG_VALIDATE,
  XENCAMERA_OP_FRAME_RATE_SET,
  XENCAMERA_OP_BUF_GET_LAYOUT,
  XENCAMERA_OP_BUF_REQUEST,
  XENCAMERA_OP_BUF_CREATE,
  XENCAMERA_OP_BUF_DESTROY,
  XENCAMERA_OP_BUF_QUEUE,
  XENCAMERA_OP_BUF_DEQUEUE,
  XENCAMERA_OP_CTRL_ENUM,
  XENCAMERA_OP_CTRL_SET,
  XENCAMERA_OP_CTRL_GET,
  XENCAMERA_OP_STREAM_START,
  XENCAMERA_OP_STREAM_STOP,
});
export const XENCAMERA_CTRL_BRIGHTNESS = 0;
export const XENCAMERA_CTRL_CONTRAST = 1;
export const XENCAMERA_CTRL_SATURATION = 2;
export const XENCAMERA_CTRL_HUE = 3;
/** What can be adjusted. */
export const xencamera_ctrl = enumeration('xencamera_ctrl', uint8_t, {
  XENCAMERA_CTRL_BRIGHTNESS,
  XENCAMERA_CTRL_CONTRAST,
  XENCAMERA_CTRL_SATURATION,
  XENCAMERA_CTRL_HUE,
});
export const XENCAMERA_MAX_CTRL = 4;
export const XENCAMERA_MAX_PLANE = 4;
/** It can be read alone. */
export const XENCAMERA_CTRL_FLG_RO = 1 << 0;
/** It can be set alone. */
export const XENCAMERA_CTRL_FLG_WO = 1 << 1;
/** It changes by itself. */
export const XENCAMERA_CTRL_FLG_VOLATILE = 1 << 2;
/** What holds for what can be adjusted. */
export const xencamera_ctrl_flg = flags('xencamera_ctrl_flg', uint32_t, {
  XENCAMERA_CTRL_FLG_RO,
  XENCAMERA_CTRL_FLG_WO,
  XENCAMERA_CTRL_FLG_VOLATILE,
});
export const XENCAMERA_COLORSPACE_DEFAULT = 0;
export const XENCAMERA_COLORSPACE_SMPTE170M = 1;
export const XENCAMERA_COLORSPACE_REC709 = 2;
export const XENCAMERA_COLORSPACE_SRGB = 3;
export const XENCAMERA_COLORSPACE_OPRGB = 4;
export const XENCAMERA_COLORSPACE_BT2020 = 5;
export const XENCAMERA_COLORSPACE_DCI_P3 = 6;
/** Which colours there are. */
export const xencamera_colorspace = enumeration('xencamera_colorspace', uint32_t, {
  XENCAMERA_COLORSPACE_DEFAULT,
  XENCAMERA_COLORSPACE_SMPTE170M,
  XENCAMERA_COLORSPACE_REC709,
  XENCAMERA_COLORSPACE_SRGB,
  XENCAMERA_COLORSPACE_OPRGB,
  XENCAMERA_COLORSPACE_BT2020,
  XENCAMERA_COLORSPACE_DCI_P3,
});
export const XENCAMERA_XFER_FUNC_DEFAULT = 0;
export const XENCAMERA_XFER_FUNC_709 = 1;
export const XENCAMERA_XFER_FUNC_SRGB = 2;
export const XENCAMERA_XFER_FUNC_OPRGB = 3;
export const XENCAMERA_XFER_FUNC_NONE = 4;
export const XENCAMERA_XFER_FUNC_DCI_P3 = 5;
export const XENCAMERA_XFER_FUNC_SMPTE2084 = 6;
/** How brightness is stored. */
export const xencamera_xfer_func = enumeration('xencamera_xfer_func', uint32_t, {
  XENCAMERA_XFER_FUNC_DEFAULT,
  XENCAMERA_XFER_FUNC_709,
  XENCAMERA_XFER_FUNC_SRGB,
  XENCAMERA_XFER_FUNC_OPRGB,
  XENCAMERA_XFER_FUNC_NONE,
  XENCAMERA_XFER_FUNC_DCI_P3,
  XENCAMERA_XFER_FUNC_SMPTE2084,
});
export const XENCAMERA_YCBCR_ENC_IGNORE = 0;
export const XENCAMERA_YCBCR_ENC_601 = 1;
export const XENCAMERA_YCBCR_ENC_709 = 2;
export const XENCAMERA_YCBCR_ENC_XV601 = 3;
export const XENCAMERA_YCBCR_ENC_XV709 = 4;
export const XENCAMERA_YCBCR_ENC_BT2020 = 5;
export const XENCAMERA_YCBCR_ENC_BT2020_CONST_LUM = 6;
/** How colours are stored. */
export const xencamera_ycbcr_enc = enumeration('xencamera_ycbcr_enc', uint32_t, {
  XENCAMERA_YCBCR_ENC_IGNORE,
  XENCAMERA_YCBCR_ENC_601,
  XENCAMERA_YCBCR_ENC_709,
  XENCAMERA_YCBCR_ENC_XV601,
  XENCAMERA_YCBCR_ENC_XV709,
  XENCAMERA_YCBCR_ENC_BT2020,
  XENCAMERA_YCBCR_ENC_BT2020_CONST_LUM,
});
export const XENCAMERA_QUANTIZATION_DEFAULT = 0;
export const XENCAMERA_QUANTIZATION_FULL_RANGE = 1;
export const XENCAMERA_QUANTIZATION_LIM_RANGE = 2;
/** Which values are used. */
export const xencamera_quantization = enumeration('xencamera_quantization', uint32_t, {
  XENCAMERA_QUANTIZATION_DEFAULT,
  XENCAMERA_QUANTIZATION_FULL_RANGE,
  XENCAMERA_QUANTIZATION_LIM_RANGE,
});

/** Sets or tries a size and a format. */
export const xencamera_config_req = struct('xencamera_config_req', {
  pixel_format: field(uint32_t, { direction: 'in', doc: 'four characters, as V4L2 has them' }),
  width: field(uint32_t, { direction: 'in', doc: 'the size, in pixels' }),
  height: field(uint32_t, { direction: 'in', doc: 'the size, in pixels' }),
});
export type XencameraConfigReq = Infer<typeof xencamera_config_req>;

/** Sets how often pictures are taken. */
export const xencamera_frame_rate_req = struct('xencamera_frame_rate_req', {
  frame_rate_numer: field(uint32_t, { direction: 'in', doc: 'pictures a second, numerator' }),
  frame_rate_denom: field(uint32_t, { direction: 'in', doc: 'pictures a second, denominator' }),
});
export type XencameraFrameRateReq = Infer<typeof xencamera_frame_rate_req>;

/** How many buffers there are. */
export const xencamera_buf_request = struct('xencamera_buf_request', {
  num_bufs: field(uint8_t, { direction: 'inout', unit: 'count', doc: 'wanted, then possible' }),
});
export type XencameraBufRequest = Infer<typeof xencamera_buf_request>;

/** Makes a buffer. */
export const xencamera_buf_create_req = struct('xencamera_buf_create_req', {
  index: field(uint8_t, { direction: 'in', doc: 'names it' }),
  reserved: field(array(uint8_t, 3), { direction: 'in', doc: 'unused' }),
  plane_offset: field(array(uint32_t, 4), {
    direction: 'in',
    unit: 'bytes',
    doc: 'where in it each plane begins',
  }),
  gref_directory: field(grant_ref_t, {
    direction: 'in',
    doc: 'the grant of the first page of its list of grants',
  }),
});
export type XencameraBufCreateReq = Infer<typeof xencamera_buf_create_req>;

/** A page of a list of grants. */
export const xencamera_page_directory = struct('xencamera_page_directory', {
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
export type XencameraPageDirectory = Infer<typeof xencamera_page_directory>;

/** A buffer, or something that can be adjusted, by its number. */
export const xencamera_index = struct('xencamera_index', {
  index: field(uint8_t, { direction: 'in', doc: 'the number' }),
});
export type XencameraIndex = Infer<typeof xencamera_index>;

/** What something is adjusted to. */
export const xencamera_ctrl_value = struct('xencamera_ctrl_value', {
  type: field(xencamera_ctrl, { direction: 'inout', doc: 'what' }),
  reserved: field(array(uint8_t, 7), { direction: 'inout', doc: 'unused' }),
  value: field(int64_t, { direction: 'inout', doc: 'its value' }),
});
export type XencameraCtrlValue = Infer<typeof xencamera_ctrl_value>;

/** Reads what something is adjusted to. */
export const xencamera_get_ctrl_req = struct('xencamera_get_ctrl_req', {
  type: field(xencamera_ctrl, { direction: 'in', doc: 'what' }),
});
export type XencameraGetCtrlReq = Infer<typeof xencamera_get_ctrl_req>;

/** The size and the format in use. */
export const xencamera_config_resp = struct('xencamera_config_resp', {
  pixel_format: field(uint32_t, { direction: 'out', doc: 'four characters, as V4L2 has them' }),
  width: field(uint32_t, { direction: 'out', doc: 'the size, in pixels' }),
  height: field(uint32_t, { direction: 'out', doc: 'the size, in pixels' }),
  colorspace: field(xencamera_colorspace, { direction: 'out', doc: 'which colours there are' }),
  xfer_func: field(xencamera_xfer_func, { direction: 'out', doc: 'how brightness is stored' }),
  ycbcr_enc: field(xencamera_ycbcr_enc, { direction: 'out', doc: 'how colours are stored' }),
  quantization: field(xencamera_quantization, { direction: 'out', doc: 'which values are used' }),
  displ_asp_ratio_numer: field(uint32_t, {
    direction: 'out',
    doc: 'how wide a picture is shown for its height',
  }),
  displ_asp_ratio_denom: field(uint32_t, {
    direction: 'out',
    doc: 'how wide a picture is shown for its height',
  }),
  frame_rate_numer: field(uint32_t, { direction: 'out', doc: 'pictures a second, numerator' }),
  frame_rate_denom: field(uint32_t, { direction: 'out', doc: 'pictures a second, denominator' }),
});
export type XencameraConfigResp = Infer<typeof xencamera_config_resp>;

/** How a buffer is laid out. */
export const xencamera_buf_get_layout_resp = struct('xencamera_buf_get_layout_resp', {
  num_planes: field(uint8_t, { direction: 'out', unit: 'count', doc: 'planes' }),
  reserved: field(array(uint8_t, 3), { direction: 'out', doc: 'unused' }),
  size: field(uint32_t, { direction: 'out', unit: 'bytes', doc: 'length of the buffer' }),
  plane_size: field(array(uint32_t, 4), {
    direction: 'out',
    unit: 'bytes',
    doc: 'length of each plane',
  }),
  plane_stride: field(array(uint32_t, 4), {
    direction: 'out',
    unit: 'bytes',
    doc: 'of each plane, from one line to the next',
  }),
});
export type XencameraBufGetLayoutResp = Infer<typeof xencamera_buf_get_layout_resp>;

/** Something that can be adjusted. */
export const xencamera_ctrl_enum_resp = struct('xencamera_ctrl_enum_resp', {
  index: field(uint8_t, { direction: 'out', doc: 'its number' }),
  type: field(xencamera_ctrl, { direction: 'out', doc: 'what it is' }),
  reserved: field(array(uint8_t, 2), { direction: 'out', doc: 'unused' }),
  flags: field(xencamera_ctrl_flg, { direction: 'out', doc: 'what holds for it' }),
  min: field(int64_t, { direction: 'out', doc: 'its least and its highest value' }),
  max: field(int64_t, { direction: 'out', doc: 'its least and its highest value' }),
  step: field(int64_t, { direction: 'out', doc: 'from one value to the next' }),
  def_val: field(int64_t, { direction: 'out', doc: 'its value by default' }),
});
export type XencameraCtrlEnumResp = Infer<typeof xencamera_ctrl_enum_resp>;

/** A picture is there. */
export const xencamera_frame_avail_evt = struct('xencamera_frame_avail_evt', {
  index: field(uint8_t, { direction: 'out', doc: 'its buffer' }),
  reserved: field(array(uint8_t, 3), { direction: 'out', doc: 'unused' }),
  used_sz: field(uint32_t, { direction: 'out', unit: 'bytes', doc: 'its length' }),
  seq_num: field(uint32_t, { direction: 'out', doc: 'counts pictures' }),
});
export type XencameraFrameAvailEvt = Infer<typeof xencamera_frame_avail_evt>;

/** Does something with a camera. */
export const xencamera_req = struct('xencamera_req', {
  id: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  operation: field(xencamera_op, { direction: 'in', doc: 'what to do' }),
  reserved: field(array(uint8_t, 5), { direction: 'in', doc: 'unused' }),
  req: field(
    union(
      null,
      {
        config: field(xencamera_config_req, {
          direction: 'in',
          doc: 'CONFIG_SET, CONFIG_VALIDATE',
        }),
        frame_rate: field(xencamera_frame_rate_req, { direction: 'in', doc: 'FRAME_RATE_SET' }),
        buf_request: field(xencamera_buf_request, { direction: 'in', doc: 'BUF_REQUEST' }),
        buf_create: field(xencamera_buf_create_req, { direction: 'in', doc: 'BUF_CREATE' }),
        index: field(xencamera_index, {
          direction: 'in',
          doc: 'BUF_DESTROY, BUF_QUEUE, BUF_DEQUEUE, CTRL_ENUM',
        }),
        ctrl_value: field(xencamera_ctrl_value, { direction: 'in', doc: 'CTRL_SET' }),
        get_ctrl: field(xencamera_get_ctrl_req, { direction: 'in', doc: 'CTRL_GET' }),
        reserved: field(array(uint8_t, 56), { direction: 'in', doc: 'room for all' }),
      },
      {
        selector: {
          by: 'operation',
          live: {
            [XENCAMERA_OP_CONFIG_SET]: 'config',
            [XENCAMERA_OP_CONFIG_VALIDATE]: 'config',
            [XENCAMERA_OP_FRAME_RATE_SET]: 'frame_rate',
            [XENCAMERA_OP_BUF_REQUEST]: 'buf_request',
            [XENCAMERA_OP_BUF_CREATE]: 'buf_create',
            [XENCAMERA_OP_BUF_DESTROY]: 'index',
            [XENCAMERA_OP_BUF_QUEUE]: 'index',
            [XENCAMERA_OP_BUF_DEQUEUE]: 'index',
            [XENCAMERA_OP_CTRL_ENUM]: 'index',
            [XENCAMERA_OP_CTRL_SET]: 'ctrl_value',
            [XENCAMERA_OP_CTRL_GET]: 'get_ctrl',
          },
        },
      },
    ),
    { direction: 'in', doc: 'depends on that; others need nothing' },
  ),
});
export type XencameraReq = Infer<typeof xencamera_req>;

/** The answer to a request. */
export const xencamera_resp = struct('xencamera_resp', {
  id: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  operation: field(xencamera_op, { direction: 'out', doc: 'that of the request' }),
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
        config: field(xencamera_config_resp, { direction: 'out', doc: 'CONFIG_*' }),
        buf_layout: field(xencamera_buf_get_layout_resp, {
          direction: 'out',
          doc: 'BUF_GET_LAYOUT',
        }),
        buf_request: field(xencamera_buf_request, { direction: 'out', doc: 'BUF_REQUEST' }),
        ctrl_enum: field(xencamera_ctrl_enum_resp, { direction: 'out', doc: 'CTRL_ENUM' }),
        ctrl_value: field(xencamera_ctrl_value, { direction: 'out', doc: 'CTRL_GET' }),
        reserved1: field(array(uint8_t, 56), { direction: 'out', doc: 'room for all' }),
      },
      {
        selector: {
          by: 'operation',
          live: {
            [XENCAMERA_OP_CONFIG_SET]: 'config',
            [XENCAMERA_OP_CONFIG_GET]: 'config',
            [XENCAMERA_OP_CONFIG_VALIDATE]: 'config',
            [XENCAMERA_OP_BUF_GET_LAYOUT]: 'buf_layout',
            [XENCAMERA_OP_BUF_REQUEST]: 'buf_request',
            [XENCAMERA_OP_CTRL_ENUM]: 'ctrl_enum',
            [XENCAMERA_OP_CTRL_GET]: 'ctrl_value',
          },
        },
      },
    ),
    { direction: 'out', doc: 'what it gives' },
  ),
});
export type XencameraResp = Infer<typeof xencamera_resp>;

export const XENCAMERA_EVT_FRAME_AVAIL = 0;
export const XENCAMERA_EVT_CTRL_CHANGE = 1;
/** What happened. */
export const xencamera_evt_type = enumeration('xencamera_evt_type', uint8_t, {
  XENCAMERA_EVT_FRAME_AVAIL,
  XENCAMERA_EVT_CTRL_CHANGE,
});

/** Something happened. */
export const xencamera_evt = struct('xencamera_evt', {
  id: field(uint16_t, { direction: 'out', doc: 'counts events' }),
  type: field(xencamera_evt_type, { direction: 'out', doc: 'what' }),
  reserved: field(array(uint8_t, 5), { direction: 'out', doc: 'unused' }),
  evt: field(
    union(
      null,
      {
        frame_avail: field(xencamera_frame_avail_evt, {
          direction: 'out',
          doc: 'XENCAMERA_EVT_FRAME_AVAIL',
        }),
        ctrl_value: field(xencamera_ctrl_value, {
          direction: 'out',
          doc: 'XENCAMERA_EVT_CTRL_CHANGE',
        }),
        reserved: field(array(uint8_t, 56), { direction: 'out', doc: 'room for all' }),
      },
      {
        selector: {
          by: 'type',
          live: {
            [XENCAMERA_EVT_FRAME_AVAIL]: 'frame_avail',
            [XENCAMERA_EVT_CTRL_CHANGE]: 'ctrl_value',
          },
        },
      },
    ),
    { direction: 'out', doc: 'depends on that' },
  ),
});
export type XencameraEvt = Infer<typeof xencamera_evt>;

export const XENCAMERA_EVENT_PAGE_SIZE = 4096;
export const XENCAMERA_IN_RING_OFFS = 64;
export const XENCAMERA_IN_RING_SIZE = 4032;
export const XENCAMERA_IN_RING_LEN = 63;

/** The page of events; they begin 64 bytes in. */
export const xencamera_event_page = struct('xencamera_event_page', {
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
export type XencameraEventPage = Infer<typeof xencamera_event_page>;

/** What a backend keeps of the ring for itself. */
export const xen_cameraif_back_ring = backRing('xen_cameraif_back_ring');
export type XenCameraifBackRing = Infer<typeof xen_cameraif_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const xen_cameraif_front_ring = frontRing('xen_cameraif_front_ring');
export type XenCameraifFrontRing = Infer<typeof xen_cameraif_front_ring>;

/** A slot of the ring. */
export const xen_cameraif_sring_entry = sringEntry(
  'xen_cameraif_sring_entry',
  xencamera_req,
  xencamera_resp,
);
export type XenCameraifSringEntry = Infer<typeof xen_cameraif_sring_entry>;

/** The ring. */
export const xen_cameraif_sring = sring('xen_cameraif_sring', xen_cameraif_sring_entry);
export type XenCameraifSring = Infer<typeof xen_cameraif_sring>;
