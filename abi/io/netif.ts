/** io/netif.h: network devices. */
import {
  array,
  int16_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
  enumeration,
  flags,
  field,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';
import { backRing, frontRing, sring, sringEntry } from './ring.js';

/** Slots of one packet that every backend takes. */
export const XEN_NETIF_NR_SLOTS_MIN = 18;
export const XEN_NETIF_CTRL_HASH_TYPE_IPV4 = 1;
export const XEN_NETIF_CTRL_HASH_TYPE_IPV4_TCP = 2;
export const XEN_NETIF_CTRL_HASH_TYPE_IPV6 = 4;
export const XEN_NETIF_CTRL_HASH_TYPE_IPV6_TCP = 8;
export const XEN_NETIF_CTRL_HASH_ALGORITHM_NONE = 0;
export const XEN_NETIF_CTRL_HASH_ALGORITHM_TOEPLITZ = 1;
export const XEN_NETIF_CTRL_TYPE_INVALID = 0;
export const XEN_NETIF_CTRL_TYPE_GET_HASH_FLAGS = 1;
export const XEN_NETIF_CTRL_TYPE_SET_HASH_FLAGS = 2;
export const XEN_NETIF_CTRL_TYPE_SET_HASH_KEY = 3;
export const XEN_NETIF_CTRL_TYPE_GET_HASH_MAPPING_SIZE = 4;
export const XEN_NETIF_CTRL_TYPE_SET_HASH_MAPPING_SIZE = 5;
export const XEN_NETIF_CTRL_TYPE_SET_HASH_MAPPING = 6;
export const XEN_NETIF_CTRL_TYPE_SET_HASH_ALGORITHM = 7;
export const XEN_NETIF_CTRL_TYPE_GET_GREF_MAPPING_SIZE = 8;
export const XEN_NETIF_CTRL_TYPE_ADD_GREF_MAPPING = 9;
export const XEN_NETIF_CTRL_TYPE_DEL_GREF_MAPPING = 10;
/** What a frontend asks to be set up. */
export const xen_netif_ctrl_type = enumeration('xen_netif_ctrl_type', uint16_t, {
  XEN_NETIF_CTRL_TYPE_INVALID,
  XEN_NETIF_CTRL_TYPE_GET_HASH_FLAGS,
  XEN_NETIF_CTRL_TYPE_SET_HASH_FLAGS,
  XEN_NETIF_CTRL_TYPE_SET_HASH_KEY,
  XEN_NETIF_CTRL_TYPE_GET_HASH_MAPPING_SIZE,
  XEN_NETIF_CTRL_TYPE_SET_HASH_MAPPING_SIZE,
  XEN_NETIF_CTRL_TYPE_SET_HASH_MAPPING,
  XEN_NETIF_CTRL_TYPE_SET_HASH_ALGORITHM,
  XEN_NETIF_CTRL_TYPE_GET_GREF_MAPPING_SIZE,
  XEN_NETIF_CTRL_TYPE_ADD_GREF_MAPPING,
  XEN_NETIF_CTRL_TYPE_DEL_GREF_MAPPING,
});

/** Asks for something to be set up, or reads it. */
export const xen_netif_ctrl_request = struct('xen_netif_ctrl_request', {
  id: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  type: field(xen_netif_ctrl_type, { direction: 'in', doc: 'what' }),
  data: field(array(uint32_t, 3), {
    direction: 'in',
    doc: 'depends on the type; words that it does not use are 0',
  }),
});
export type XenNetifCtrlRequest = Infer<typeof xen_netif_ctrl_request>;

export const XEN_NETIF_CTRL_STATUS_SUCCESS = 0;
export const XEN_NETIF_CTRL_STATUS_NOT_SUPPORTED = 1;
export const XEN_NETIF_CTRL_STATUS_INVALID_PARAMETER = 2;
export const XEN_NETIF_CTRL_STATUS_BUFFER_OVERFLOW = 3;
/** What came of it. */
export const xen_netif_ctrl_status = enumeration('xen_netif_ctrl_status', uint32_t, {
  XEN_NETIF_CTRL_STATUS_SUCCESS,
  XEN_NETIF_CTRL_STATUS_NOT_SUPPORTED,
  XEN_NETIF_CTRL_STATUS_INVALID_PARAMETER,
  XEN_NETIF_CTRL_STATUS_BUFFER_OVERFLOW,
});

/** The answer. */
export const xen_netif_ctrl_response = struct('xen_netif_ctrl_response', {
  id: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  type: field(xen_netif_ctrl_type, { direction: 'out', doc: 'that of the request' }),
  status: field(xen_netif_ctrl_status, { direction: 'out', doc: 'what came of it' }),
  data: field(uint32_t, { direction: 'out', doc: 'depends on the type' }),
});
export type XenNetifCtrlResponse = Infer<typeof xen_netif_ctrl_response>;

/** The backend reads the page alone. */
export const XEN_NETIF_CTRLF_GREF_readonly = 1 << 0;
/** How a page that stays granted is used. */
export const xen_netif_ctrlf_gref = flags('xen_netif_ctrlf_gref', uint16_t, {
  XEN_NETIF_CTRLF_GREF_readonly,
});
/** The same, as narrow as a page's. */
export const xen_netif_ctrl_status_u16 = enumeration('xen_netif_ctrl_status_u16', uint16_t, {
  XEN_NETIF_CTRL_STATUS_SUCCESS,
  XEN_NETIF_CTRL_STATUS_NOT_SUPPORTED,
  XEN_NETIF_CTRL_STATUS_INVALID_PARAMETER,
  XEN_NETIF_CTRL_STATUS_BUFFER_OVERFLOW,
});

/** A page that stays granted. */
export const xen_netif_gref = struct('xen_netif_gref', {
  ref: field(grant_ref_t, { direction: 'in', doc: 'the grant' }),
  flags: field(xen_netif_ctrlf_gref, { direction: 'in', doc: 'how it is used' }),
  status: field(xen_netif_ctrl_status_u16, {
    direction: 'out',
    doc: 'what came of adding or removing it',
  }),
});
export type XenNetifGref = Infer<typeof xen_netif_gref>;

/** The checksum is still to be made. */
export const NETTXF_csum_blank = 1 << 0;
/** The checksum is right. */
export const NETTXF_data_validated = 1 << 1;
/** The packet goes on in the next slot. */
export const NETTXF_more_data = 1 << 2;
/** The next slot says more of the packet. */
export const NETTXF_extra_info = 1 << 3;
/** What holds for a packet that is sent. */
export const nettxf = flags('nettxf', uint16_t, {
  NETTXF_csum_blank,
  NETTXF_data_validated,
  NETTXF_more_data,
  NETTXF_extra_info,
});
export const XEN_NETIF_MAX_TX_SIZE = 0xffff;

/** Sends a packet, or a part of it. */
export const netif_tx_request = struct('netif_tx_request', {
  gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page' }),
  offset: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'where in the page it begins' }),
  flags: field(nettxf, { direction: 'in', doc: 'what holds for it' }),
  id: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  size: field(uint16_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'of the first slot of a packet all of it, of others their part',
  }),
});
export type NetifTxRequest = Infer<typeof netif_tx_request>;

export const XEN_NETIF_EXTRA_TYPE_NONE = 0;
export const XEN_NETIF_EXTRA_TYPE_GSO = 1;
export const XEN_NETIF_EXTRA_TYPE_MCAST_ADD = 2;
export const XEN_NETIF_EXTRA_TYPE_MCAST_DEL = 3;
export const XEN_NETIF_EXTRA_TYPE_HASH = 4;
export const XEN_NETIF_EXTRA_TYPE_MAX = 5;
/** What else is said of a packet. */
export const xen_netif_extra_type = enumeration('xen_netif_extra_type', uint8_t, {
  XEN_NETIF_EXTRA_TYPE_NONE,
  XEN_NETIF_EXTRA_TYPE_GSO,
  XEN_NETIF_EXTRA_TYPE_MCAST_ADD,
  XEN_NETIF_EXTRA_TYPE_MCAST_DEL,
  XEN_NETIF_EXTRA_TYPE_HASH,
  XEN_NETIF_EXTRA_TYPE_MAX,
});
/** The next slot says still more. */
export const XEN_NETIF_EXTRA_FLAG_MORE = 1 << 0;
/** What follows. */
export const xen_netif_extra_flag = flags('xen_netif_extra_flag', uint8_t, {
  XEN_NETIF_EXTRA_FLAG_MORE,
});
export const XEN_NETIF_GSO_TYPE_NONE = 0;
export const XEN_NETIF_GSO_TYPE_TCPV4 = 1;
export const XEN_NETIF_GSO_TYPE_TCPV6 = 2;
/** What a long packet is cut into. */
export const xen_netif_gso_type = enumeration('xen_netif_gso_type', uint8_t, {
  XEN_NETIF_GSO_TYPE_NONE,
  XEN_NETIF_GSO_TYPE_TCPV4,
  XEN_NETIF_GSO_TYPE_TCPV6,
});

/** What else is said of a packet, in a slot of its own. */
export const netif_extra_info = struct('netif_extra_info', {
  type: field(xen_netif_extra_type, { direction: 'inout', doc: 'what' }),
  flags: field(xen_netif_extra_flag, { direction: 'inout', doc: 'what follows' }),
  u: field(
    union(
      null,
      {
        gso: field(
          struct(null, {
            size: field(uint16_t, { direction: 'inout', unit: 'bytes', doc: 'data of each piece' }),
            type: field(xen_netif_gso_type, { direction: 'inout', doc: 'into what' }),
            pad: field(uint8_t, { direction: 'inout', doc: 'unused' }),
            features: field(uint16_t, {
              direction: 'inout',
              doc: 'what the frontend needs of it; none is defined',
            }),
          }),
          { direction: 'inout', doc: 'EXTRA_TYPE_GSO: it is to be cut' },
        ),
        mcast: field(
          struct(null, {
            addr: field(array(uint8_t, 6), { direction: 'inout', doc: 'the group' }),
          }),
          {
            direction: 'inout',
            doc: "EXTRA_TYPE_MCAST_*: the frontend wants a group's packets, or no longer",
          },
        ),
        hash: field(
          struct(null, {
            type: field(uint8_t, {
              direction: 'inout',
              doc: 'one bit of XEN_NETIF_CTRL_HASH_TYPE_*',
            }),
            algorithm: field(uint8_t, {
              direction: 'inout',
              doc: 'XEN_NETIF_CTRL_HASH_ALGORITHM_*',
            }),
            value: field(array(uint8_t, 4), { direction: 'inout', doc: 'the hash' }),
          }),
          { direction: 'inout', doc: "EXTRA_TYPE_HASH: the packet's hash" },
        ),
        pad: field(array(uint16_t, 3), {
          direction: 'inout',
          doc: 'room for what is still to come',
        }),
      },
      {
        selector: {
          by: 'type',
          live: {
            [XEN_NETIF_EXTRA_TYPE_GSO]: 'gso',
            [XEN_NETIF_EXTRA_TYPE_MCAST_ADD]: 'mcast',
            [XEN_NETIF_EXTRA_TYPE_MCAST_DEL]: 'mcast',
            [XEN_NETIF_EXTRA_TYPE_HASH]: 'hash',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the type' },
  ),
});
export type NetifExtraInfo = Infer<typeof netif_extra_info>;

export const NETIF_RSP_DROPPED = -2;
export const NETIF_RSP_ERROR = -1;
export const NETIF_RSP_OKAY = 0;
/** The slot said more of a packet, and has no answer. */
export const NETIF_RSP_NULL = 1;
/** What came of a packet. */
export const netif_rsp = enumeration('netif_rsp', int16_t, {
  NETIF_RSP_DROPPED,
  NETIF_RSP_ERROR,
  NETIF_RSP_OKAY,
  NETIF_RSP_NULL,
});

/** The answer to sending. */
export const netif_tx_response = struct('netif_tx_response', {
  id: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  status: field(netif_rsp, { direction: 'out', doc: 'what came of it' }),
});
export type NetifTxResponse = Infer<typeof netif_tx_response>;

/** Gives a page for packets that come. */
export const netif_rx_request = struct('netif_rx_request', {
  id: field(uint16_t, {
    direction: 'inout',
    doc: "the frontend's own, which the response gives back",
  }),
  pad: field(uint16_t, { direction: 'in', doc: 'unused' }),
  gref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page' }),
});
export type NetifRxRequest = Infer<typeof netif_rx_request>;

/** The checksum is right. */
export const NETRXF_data_validated = 1 << 0;
/** The checksum is still to be made. */
export const NETRXF_csum_blank = 1 << 1;
/** The packet goes on in the next slot. */
export const NETRXF_more_data = 1 << 2;
/** The next slot says more of the packet. */
export const NETRXF_extra_info = 1 << 3;
/** The slot is no data: it says into what size the packet is cut. */
export const NETRXF_gso_prefix = 1 << 4;
/** What holds for a packet that came. */
export const netrxf = flags('netrxf', uint16_t, {
  NETRXF_data_validated,
  NETRXF_csum_blank,
  NETRXF_more_data,
  NETRXF_extra_info,
  NETRXF_gso_prefix,
});

/** A packet that came, or a part of it. */
export const netif_rx_response = struct('netif_rx_response', {
  id: field(uint16_t, { direction: 'out', doc: 'that of the request' }),
  offset: field(uint16_t, { direction: 'out', unit: 'bytes', doc: 'where in the page it begins' }),
  flags: field(netrxf, { direction: 'out', doc: 'what holds for it' }),
  status: field(int16_t, { direction: 'out', doc: 'its length in bytes; negative: NETIF_RSP_*' }),
});
export type NetifRxResponse = Infer<typeof netif_rx_response>;

/** What a backend keeps of the ring for itself. */
export const netif_rx_back_ring = backRing('netif_rx_back_ring');
export type NetifRxBackRing = Infer<typeof netif_rx_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const netif_rx_front_ring = frontRing('netif_rx_front_ring');
export type NetifRxFrontRing = Infer<typeof netif_rx_front_ring>;

/** A slot of the ring. */
export const netif_rx_sring_entry = sringEntry(
  'netif_rx_sring_entry',
  netif_rx_request,
  netif_rx_response,
);
export type NetifRxSringEntry = Infer<typeof netif_rx_sring_entry>;

/** The ring. */
export const netif_rx_sring = sring('netif_rx_sring', netif_rx_sring_entry);
export type NetifRxSring = Infer<typeof netif_rx_sring>;

/** What a backend keeps of the ring for itself. */
export const netif_tx_back_ring = backRing('netif_tx_back_ring');
export type NetifTxBackRing = Infer<typeof netif_tx_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const netif_tx_front_ring = frontRing('netif_tx_front_ring');
export type NetifTxFrontRing = Infer<typeof netif_tx_front_ring>;

/** A slot of the ring. */
export const netif_tx_sring_entry = sringEntry(
  'netif_tx_sring_entry',
  netif_tx_request,
  netif_tx_response,
);
export type NetifTxSringEntry = Infer<typeof netif_tx_sring_entry>;

/** The ring. */
export const netif_tx_sring = sring('netif_tx_sring', netif_tx_sring_entry);
export type NetifTxSring = Infer<typeof netif_tx_sring>;

/** What a backend keeps of the ring for itself. */
export const xen_netif_ctrl_back_ring = backRing('xen_netif_ctrl_back_ring');
export type XenNetifCtrlBackRing = Infer<typeof xen_netif_ctrl_back_ring>;

/** What a frontend keeps of the ring for itself. */
export const xen_netif_ctrl_front_ring = frontRing('xen_netif_ctrl_front_ring');
export type XenNetifCtrlFrontRing = Infer<typeof xen_netif_ctrl_front_ring>;

/** A slot of the ring. */
export const xen_netif_ctrl_sring_entry = sringEntry(
  'xen_netif_ctrl_sring_entry',
  xen_netif_ctrl_request,
  xen_netif_ctrl_response,
);
export type XenNetifCtrlSringEntry = Infer<typeof xen_netif_ctrl_sring_entry>;

/** The ring. */
export const xen_netif_ctrl_sring = sring('xen_netif_ctrl_sring', xen_netif_ctrl_sring_entry);
export type XenNetifCtrlSring = Infer<typeof xen_netif_ctrl_sring>;
