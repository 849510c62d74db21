/** io/cameraif.h. */
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
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

export const xencamera_config_req = struct('xencamera_config_req', {
  pixel_format: uint32_t,
  width: uint32_t,
  height: uint32_t,
});
export type XencameraConfigReq = Infer<typeof xencamera_config_req>;

export const xencamera_frame_rate_req = struct('xencamera_frame_rate_req', {
  frame_rate_numer: uint32_t,
  frame_rate_denom: uint32_t,
});
export type XencameraFrameRateReq = Infer<typeof xencamera_frame_rate_req>;

export const xencamera_buf_request = struct('xencamera_buf_request', {
  num_bufs: uint8_t,
});
export type XencameraBufRequest = Infer<typeof xencamera_buf_request>;

export const xencamera_buf_create_req = struct('xencamera_buf_create_req', {
  index: uint8_t,
  reserved: array(uint8_t, 3),
  plane_offset: array(uint32_t, 4),
  gref_directory: grant_ref_t,
});
export type XencameraBufCreateReq = Infer<typeof xencamera_buf_create_req>;

export const xencamera_page_directory = struct('xencamera_page_directory', {
  gref_dir_next_page: grant_ref_t,
  gref: oneOf(
    field(array(grant_ref_t, 1), { until: '4.18' }),
    field(flexible(grant_ref_t), { since: '4.19' }),
  ),
});
export type XencameraPageDirectory = Infer<typeof xencamera_page_directory>;

export const xencamera_index = struct('xencamera_index', {
  index: uint8_t,
});
export type XencameraIndex = Infer<typeof xencamera_index>;

export const xencamera_ctrl_value = struct('xencamera_ctrl_value', {
  type: uint8_t,
  reserved: array(uint8_t, 7),
  value: int64_t,
});
export type XencameraCtrlValue = Infer<typeof xencamera_ctrl_value>;

export const xencamera_get_ctrl_req = struct('xencamera_get_ctrl_req', {
  type: uint8_t,
});
export type XencameraGetCtrlReq = Infer<typeof xencamera_get_ctrl_req>;

export const xencamera_config_resp = struct('xencamera_config_resp', {
  pixel_format: uint32_t,
  width: uint32_t,
  height: uint32_t,
  colorspace: uint32_t,
  xfer_func: uint32_t,
  ycbcr_enc: uint32_t,
  quantization: uint32_t,
  displ_asp_ratio_numer: uint32_t,
  displ_asp_ratio_denom: uint32_t,
  frame_rate_numer: uint32_t,
  frame_rate_denom: uint32_t,
});
export type XencameraConfigResp = Infer<typeof xencamera_config_resp>;

export const xencamera_buf_get_layout_resp = struct('xencamera_buf_get_layout_resp', {
  num_planes: uint8_t,
  reserved: array(uint8_t, 3),
  size: uint32_t,
  plane_size: array(uint32_t, 4),
  plane_stride: array(uint32_t, 4),
});
export type XencameraBufGetLayoutResp = Infer<typeof xencamera_buf_get_layout_resp>;

export const xencamera_ctrl_enum_resp = struct('xencamera_ctrl_enum_resp', {
  index: uint8_t,
  type: uint8_t,
  reserved: array(uint8_t, 2),
  flags: uint32_t,
  min: int64_t,
  max: int64_t,
  step: int64_t,
  def_val: int64_t,
});
export type XencameraCtrlEnumResp = Infer<typeof xencamera_ctrl_enum_resp>;

export const xencamera_frame_avail_evt = struct('xencamera_frame_avail_evt', {
  index: uint8_t,
  reserved: array(uint8_t, 3),
  used_sz: uint32_t,
  seq_num: uint32_t,
});
export type XencameraFrameAvailEvt = Infer<typeof xencamera_frame_avail_evt>;

export const xencamera_req = struct('xencamera_req', {
  id: uint16_t,
  operation: uint8_t,
  reserved: array(uint8_t, 5),
  req: union(null, {
    config: xencamera_config_req,
    frame_rate: xencamera_frame_rate_req,
    buf_request: xencamera_buf_request,
    buf_create: xencamera_buf_create_req,
    index: xencamera_index,
    ctrl_value: xencamera_ctrl_value,
    get_ctrl: xencamera_get_ctrl_req,
    reserved: array(uint8_t, 56),
  }),
});
export type XencameraReq = Infer<typeof xencamera_req>;

export const xencamera_resp = struct('xencamera_resp', {
  id: uint16_t,
  operation: uint8_t,
  reserved: uint8_t,
  status: int32_t,
  resp: union(null, {
    config: xencamera_config_resp,
    buf_layout: xencamera_buf_get_layout_resp,
    buf_request: xencamera_buf_request,
    ctrl_enum: xencamera_ctrl_enum_resp,
    ctrl_value: xencamera_ctrl_value,
    reserved1: array(uint8_t, 56),
  }),
});
export type XencameraResp = Infer<typeof xencamera_resp>;

export const xencamera_evt = struct('xencamera_evt', {
  id: uint16_t,
  type: uint8_t,
  reserved: array(uint8_t, 5),
  evt: union(null, {
    frame_avail: xencamera_frame_avail_evt,
    ctrl_value: xencamera_ctrl_value,
    reserved: array(uint8_t, 56),
  }),
});
export type XencameraEvt = Infer<typeof xencamera_evt>;

export const xencamera_event_page = struct('xencamera_event_page', {
  in_cons: uint32_t,
  in_prod: uint32_t,
  reserved: array(uint8_t, 56),
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
