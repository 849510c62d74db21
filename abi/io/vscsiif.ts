/** io/vscsiif.h: SCSI devices. */
import {
  array,
  int32_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  enumeration,
  flags,
  field,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

/** A command. */
export const VSCSIIF_ACT_SCSI_CDB = 1;
/** A command is given up. */
export const VSCSIIF_ACT_SCSI_ABORT = 2;
/** The device is reset. */
export const VSCSIIF_ACT_SCSI_RESET = 3;
/** Segments of the next command. */
export const VSCSIIF_ACT_SCSI_SG_PRESET = 4;
/** What to do. */
export const vscsiif_act = enumeration('vscsiif_act', uint8_t, {
  VSCSIIF_ACT_SCSI_CDB,
  VSCSIIF_ACT_SCSI_ABORT,
  VSCSIIF_ACT_SCSI_RESET,
  VSCSIIF_ACT_SCSI_SG_PRESET,
});
/** Segments of a request. */
export const VSCSIIF_SG_TABLESIZE = 26;
export const VSCSIIF_MAX_COMMAND_SIZE = 16;
export const VSCSIIF_SENSE_BUFFERSIZE = 96;
export const VSCSIIF_PAGE_SIZE = 4096;
export const VSCSIIF_SG_PER_PAGE = 512;
/** A bit of nr_segments: the segments are grants of pages of segments. */
export const VSCSIIF_SG_GRANT = 128;
export const VSCSIIF_SG_LIST_SIZE = 31;

/** A part of a page. */
export const scsiif_request_segment = struct('scsiif_request_segment', {
  gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page' }),
  offset: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'where in the page it begins' }),
  length: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
});
export type ScsiifRequestSegment = Infer<typeof scsiif_request_segment>;

/** How many segments there are; `VSCSIIF_SG_GRANT`: they are grants of pages of segments. */
export const vscsiif_nr_segments = flags(
  'vscsiif_nr_segments',
  uint8_t,
  { VSCSIIF_SG_GRANT },
  { '': { shift: 0, width: 7 } },
);

/** Asks something of a device. */
export const vscsiif_request = struct('vscsiif_request', {
  rqid: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  act: field(vscsiif_act, { direction: 'in', doc: 'what to do' }),
  cmd_len: field(uint8_t, { direction: 'in', unit: 'bytes', doc: 'length of the command' }),
  cmnd: field(array(uint8_t, 16), { direction: 'in', doc: 'the command' }),
  timeout_per_command: field(uint16_t, {
    direction: 'in',
    doc: 'how long it may take, in seconds; 0: as long as by default',
  }),
  channel: field(uint16_t, { direction: 'in', doc: 'the device' }),
  id: field(uint16_t, { direction: 'in', doc: 'the device' }),
  lun: field(uint16_t, { direction: 'in', doc: 'the device' }),
  ref_rqid: field(uint16_t, { direction: 'in', doc: 'ABORT: the request that is given up' }),
  sc_data_direction: field(uint8_t, {
    direction: 'in',
    doc: 'where bytes go: 0 both ways, 1 to the device, 2 from it, 3 nowhere',
  }),
  nr_segments: field(vscsiif_nr_segments, { direction: 'in', doc: 'segments' }),
  seg: field(array(scsiif_request_segment, 26), {
    direction: 'in',
    doc: 'the segments; the first nr_segments are used',
  }),
  reserved: field(array(uint32_t, 3), { direction: 'in', doc: 'unused' }),
});
export type VscsiifRequest = Infer<typeof vscsiif_request>;

/** Segments of the next command; older frontends had it. */
export const vscsiif_sg_list = struct('vscsiif_sg_list', {
  rqid: field(uint16_t, { direction: 'inout', doc: "the frontend's own" }),
  act: field(vscsiif_act, { direction: 'in', doc: 'SG_PRESET' }),
  nr_segments: field(uint8_t, { direction: 'in', unit: 'count', doc: 'segments' }),
  seg: field(array(scsiif_request_segment, 31), { direction: 'in', doc: 'the segments' }),
});
export type VscsiifSgList = Infer<typeof vscsiif_sg_list>;

export const XEN_VSCSIIF_RSLT_HOST_OK = 0;
export const XEN_VSCSIIF_RSLT_HOST_NO_CONNECT = 1;
export const XEN_VSCSIIF_RSLT_HOST_BUS_BUSY = 2;
export const XEN_VSCSIIF_RSLT_HOST_TIME_OUT = 3;
export const XEN_VSCSIIF_RSLT_HOST_BAD_TARGET = 4;
export const XEN_VSCSIIF_RSLT_HOST_ABORT = 5;
export const XEN_VSCSIIF_RSLT_HOST_PARITY = 6;
export const XEN_VSCSIIF_RSLT_HOST_ERROR = 7;
export const XEN_VSCSIIF_RSLT_HOST_RESET = 8;
export const XEN_VSCSIIF_RSLT_HOST_BAD_INTR = 9;
export const XEN_VSCSIIF_RSLT_HOST_PASSTHROUGH = 10;
export const XEN_VSCSIIF_RSLT_HOST_SOFT_ERROR = 11;
export const XEN_VSCSIIF_RSLT_HOST_IMM_RETRY = 12;
export const XEN_VSCSIIF_RSLT_HOST_REQUEUE = 13;
export const XEN_VSCSIIF_RSLT_HOST_TRANSPORT_DISRUPTED = 14;
export const XEN_VSCSIIF_RSLT_HOST_TRANSPORT_FAILFAST = 15;
export const XEN_VSCSIIF_RSLT_HOST_TARGET_FAILURE = 16;
export const XEN_VSCSIIF_RSLT_HOST_NEXUS_FAILURE = 17;
export const XEN_VSCSIIF_RSLT_HOST_ALLOC_FAILURE = 18;
export const XEN_VSCSIIF_RSLT_HOST_MEDIUM_ERROR = 19;
export const XEN_VSCSIIF_RSLT_HOST_TRANSPORT_MARGINAL = 20;
export const XEN_VSCSIIF_RSLT_RESET_SUCCESS = 8194;
export const XEN_VSCSIIF_RSLT_RESET_FAILED = 8195;

/** The answer. */
export const vscsiif_response = struct('vscsiif_response', {
  rqid: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  act: field(uint8_t, { direction: 'out', doc: 'unused' }),
  sense_len: field(uint8_t, { direction: 'out', unit: 'bytes', doc: 'length of the sense data' }),
  sense_buffer: field(array(uint8_t, 96), { direction: 'out', doc: 'the sense data' }),
  rslt: field(int32_t, {
    direction: 'out',
    doc: 'the status of the device in its low byte, XEN_VSCSIIF_RSLT_HOST_* in the bits from 16 on; of ABORT and RESET XEN_VSCSIIF_RSLT_RESET_*',
  }),
  residual_len: field(uint32_t, {
    direction: 'out',
    unit: 'bytes',
    doc: 'what was not transferred',
  }),
  reserved: field(array(uint32_t, 36), { direction: 'out', doc: 'unused' }),
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
