/** io/xs_wire.h: the wire of XenStore. */
import {
  c_int,
  chars,
  field,
  pointer,
  struct,
  type Infer,
  typedef,
  uint32_t,
  enumeration,
  flags,
} from '../../src/schema/index.js';

export const XS_CONTROL = 0;
export const XS_DEBUG = XS_CONTROL;
export const XS_DIRECTORY = 1;
export const XS_READ = 2;
export const XS_GET_PERMS = 3;
export const XS_WATCH = 4;
export const XS_UNWATCH = 5;
export const XS_TRANSACTION_START = 6;
export const XS_TRANSACTION_END = 7;
export const XS_INTRODUCE = 8;
export const XS_RELEASE = 9;
export const XS_GET_DOMAIN_PATH = 10;
export const XS_WRITE = 11;
export const XS_MKDIR = 12;
export const XS_RM = 13;
export const XS_SET_PERMS = 14;
export const XS_WATCH_EVENT = 15;
export const XS_ERROR = 16;
export const XS_IS_DOMAIN_INTRODUCED = 17;
export const XS_RESUME = 18;
export const XS_SET_TARGET = 19;
export const XS_RESET_WATCHES = 21;
export const XS_DIRECTORY_PART = 22;
/** From 4.22 on, as are the next. */
export const XS_GET_FEATURE = 23;
export const XS_SET_FEATURE = 24;
export const XS_GET_QUOTA = 25;
export const XS_SET_QUOTA = 26;
/** No type, ever. */
export const XS_INVALID = 0xffff;
/** What a message asks or says. */
export const xsd_sockmsg_type = enumeration('xsd_sockmsg_type', uint32_t, {
  XS_CONTROL,
  XS_DIRECTORY,
  XS_READ,
  XS_GET_PERMS,
  XS_WATCH,
  XS_UNWATCH,
  XS_TRANSACTION_START,
  XS_TRANSACTION_END,
  XS_INTRODUCE,
  XS_RELEASE,
  XS_GET_DOMAIN_PATH,
  XS_WRITE,
  XS_MKDIR,
  XS_RM,
  XS_SET_PERMS,
  XS_WATCH_EVENT,
  XS_ERROR,
  XS_IS_DOMAIN_INTRODUCED,
  XS_RESUME,
  XS_SET_TARGET,
  XS_RESET_WATCHES,
  XS_DIRECTORY_PART,
  XS_GET_FEATURE,
  XS_SET_FEATURE,
  XS_GET_QUOTA,
  XS_SET_QUOTA,
  XS_INVALID,
});
export const XS_WRITE_NONE = 'NONE';
export const XS_WRITE_CREATE = 'CREATE';
export const XS_WRITE_CREATE_EXCL = 'CREATE|EXCL';

/** An error and its name, which is what the wire has. */
export const xsd_errors = struct('xsd_errors', {
  errnum: field(c_int, { direction: 'out', doc: 'the error' }),
  errstring: field(pointer(), { direction: 'out', doc: 'its name' }),
});
export type XsdErrors = Infer<typeof xsd_errors>;

/** What a message begins with; its bytes follow. */
export const xsd_sockmsg = struct('xsd_sockmsg', {
  type: field(xsd_sockmsg_type, {
    direction: 'inout',
    doc: 'what it asks; the answer has the same, or XS_ERROR',
  }),
  req_id: field(uint32_t, {
    direction: 'inout',
    doc: "the caller's own, which the answer gives back",
  }),
  tx_id: field(uint32_t, { direction: 'inout', doc: 'the transaction; 0: none' }),
  len: field(uint32_t, { direction: 'inout', unit: 'bytes', doc: 'length of what follows' }),
});
export type XsdSockmsg = Infer<typeof xsd_sockmsg>;

/** The part of a watch event that is the path. */
export const XS_WATCH_PATH = 0;
/** The part of a watch event that is the caller's token. */
export const XS_WATCH_TOKEN = 1;
/** Bytes of each ring. */
export const XENSTORE_RING_SIZE = 1024;

/** Counts bytes, without end: its low bits are a place in the ring. */
export const XENSTORE_RING_IDX = typedef('XENSTORE_RING_IDX', uint32_t);

/** The connection can begin again. */
export const XENSTORE_SERVER_FEATURE_RECONNECTION = 1;
/** `error` says what is wrong. */
export const XENSTORE_SERVER_FEATURE_ERROR = 2;
/** A watch can have a depth; from 4.22 on. */
export const XENSTORE_SERVER_FEATURE_WATCHDEPTH = 4;
/** Permissions can be for DOMID_ANY; from 4.22 on. */
export const XENSTORE_SERVER_FEATURE_DOMID_ANY = 8;
/** What the server can do. */
export const xenstore_server_feature = flags('xenstore_server_feature', uint32_t, {
  XENSTORE_SERVER_FEATURE_RECONNECTION,
  XENSTORE_SERVER_FEATURE_ERROR,
  XENSTORE_SERVER_FEATURE_WATCHDEPTH,
  XENSTORE_SERVER_FEATURE_DOMID_ANY,
});
export const XENSTORE_CONNECTED = 0;
export const XENSTORE_RECONNECT = 1;
/** The state of the connection. */
export const xenstore_connection = enumeration('xenstore_connection', uint32_t, {
  XENSTORE_CONNECTED,
  XENSTORE_RECONNECT,
});
export const XENSTORE_ERROR_NONE = 0;
export const XENSTORE_ERROR_COMM = 1;
export const XENSTORE_ERROR_RINGIDX = 2;
export const XENSTORE_ERROR_PROTO = 3;
/** What is wrong with the connection. */
export const xenstore_error = enumeration('xenstore_error', uint32_t, {
  XENSTORE_ERROR_NONE,
  XENSTORE_ERROR_COMM,
  XENSTORE_ERROR_RINGIDX,
  XENSTORE_ERROR_PROTO,
});
/** Bytes of a message, at most. */
export const XENSTORE_PAYLOAD_MAX = 4096;
/** Bytes of a path from the root, at most. */
export const XENSTORE_ABS_PATH_MAX = 3072;
/** Bytes of a path from the domain's own, at most. */
export const XENSTORE_REL_PATH_MAX = 2048;

/** The page that a domain shares with XenStore's server. */
export const xenstore_domain_interface = struct('xenstore_domain_interface', {
  req: field(chars(1024), { direction: 'in', doc: 'requests' }),
  rsp: field(chars(1024), { direction: 'out', doc: 'answers, and events of watches' }),
  req_cons: field(XENSTORE_RING_IDX, {
    direction: 'out',
    unit: 'bytes',
    doc: 'requests that the server has read',
  }),
  req_prod: field(XENSTORE_RING_IDX, {
    direction: 'in',
    unit: 'bytes',
    doc: 'requests that the domain has written',
  }),
  rsp_cons: field(XENSTORE_RING_IDX, {
    direction: 'in',
    unit: 'bytes',
    doc: 'answers that the domain has read',
  }),
  rsp_prod: field(XENSTORE_RING_IDX, {
    direction: 'out',
    unit: 'bytes',
    doc: 'answers that the server has written',
  }),
  server_features: field(xenstore_server_feature, {
    direction: 'out',
    doc: 'what the server can do',
  }),
  connection: field(xenstore_connection, {
    direction: 'inout',
    doc: 'the state of the connection',
  }),
  error: field(xenstore_error, { since: '4.17', direction: 'out', doc: 'what is wrong with it' }),
  evtchn_port: field(uint32_t, {
    since: '4.21',
    direction: 'in',
    doc: "the domain's event channel",
  }),
});
export type XenstoreDomainInterface = Infer<typeof xenstore_domain_interface>;
