/** xsm/flask_op.h. */
import { struct, type Infer, uint32_t, uint64_t, uint8_t, union } from '../../src/schema/index.js';
import { evtchn_port_t } from '../event_channel.js';
import { XEN_GUEST_HANDLE, plain_char } from '../xen.js';

export const xen_flask_load = struct('xen_flask_load', {
  buffer: XEN_GUEST_HANDLE(plain_char),
  size: uint32_t,
});
export type XenFlaskLoad = Infer<typeof xen_flask_load>;

export const xen_flask_setenforce = struct('xen_flask_setenforce', {
  enforcing: uint32_t,
});
export type XenFlaskSetenforce = Infer<typeof xen_flask_setenforce>;

export const xen_flask_sid_context = struct('xen_flask_sid_context', {
  sid: uint32_t,
  size: uint32_t,
  context: XEN_GUEST_HANDLE(plain_char),
});
export type XenFlaskSidContext = Infer<typeof xen_flask_sid_context>;

export const xen_flask_access = struct('xen_flask_access', {
  ssid: uint32_t,
  tsid: uint32_t,
  tclass: uint32_t,
  req: uint32_t,
  allowed: uint32_t,
  audit_allow: uint32_t,
  audit_deny: uint32_t,
  seqno: uint32_t,
});
export type XenFlaskAccess = Infer<typeof xen_flask_access>;

export const xen_flask_transition = struct('xen_flask_transition', {
  ssid: uint32_t,
  tsid: uint32_t,
  tclass: uint32_t,
  newsid: uint32_t,
});
export type XenFlaskTransition = Infer<typeof xen_flask_transition>;

export const xen_flask_boolean = struct('xen_flask_boolean', {
  bool_id: uint32_t,
  enforcing: uint8_t,
  pending: uint8_t,
  new_value: uint8_t,
  commit: uint8_t,
  size: uint32_t,
  name: XEN_GUEST_HANDLE(plain_char),
});
export type XenFlaskBoolean = Infer<typeof xen_flask_boolean>;

export const xen_flask_setavc_threshold = struct('xen_flask_setavc_threshold', {
  threshold: uint32_t,
});
export type XenFlaskSetavcThreshold = Infer<typeof xen_flask_setavc_threshold>;

export const xen_flask_hash_stats = struct('xen_flask_hash_stats', {
  entries: uint32_t,
  buckets_used: uint32_t,
  buckets_total: uint32_t,
  max_chain_len: uint32_t,
});
export type XenFlaskHashStats = Infer<typeof xen_flask_hash_stats>;

export const xen_flask_cache_stats = struct('xen_flask_cache_stats', {
  cpu: uint32_t,
  lookups: uint32_t,
  hits: uint32_t,
  misses: uint32_t,
  allocations: uint32_t,
  reclaims: uint32_t,
  frees: uint32_t,
});
export type XenFlaskCacheStats = Infer<typeof xen_flask_cache_stats>;

export const xen_flask_ocontext = struct('xen_flask_ocontext', {
  ocon: uint32_t,
  sid: uint32_t,
  low: uint64_t,
  high: uint64_t,
});
export type XenFlaskOcontext = Infer<typeof xen_flask_ocontext>;

export const xen_flask_peersid = struct('xen_flask_peersid', {
  evtchn: evtchn_port_t,
  sid: uint32_t,
});
export type XenFlaskPeersid = Infer<typeof xen_flask_peersid>;

export const xen_flask_relabel = struct('xen_flask_relabel', {
  domid: uint32_t,
  sid: uint32_t,
});
export type XenFlaskRelabel = Infer<typeof xen_flask_relabel>;

export const xen_flask_devicetree_label = struct('xen_flask_devicetree_label', {
  sid: uint32_t,
  length: uint32_t,
  path: XEN_GUEST_HANDLE(plain_char),
});
export type XenFlaskDevicetreeLabel = Infer<typeof xen_flask_devicetree_label>;

export const xen_flask_op = struct('xen_flask_op', {
  cmd: uint32_t,
  interface_version: uint32_t,
  u: union(null, {
    load: xen_flask_load,
    enforce: xen_flask_setenforce,
    sid_context: xen_flask_sid_context,
    access: xen_flask_access,
    transition: xen_flask_transition,
    boolean: xen_flask_boolean,
    setavc_threshold: xen_flask_setavc_threshold,
    hash_stats: xen_flask_hash_stats,
    cache_stats: xen_flask_cache_stats,
    ocontext: xen_flask_ocontext,
    peersid: xen_flask_peersid,
    relabel: xen_flask_relabel,
    devicetree_label: xen_flask_devicetree_label,
  }),
});
export type XenFlaskOp = Infer<typeof xen_flask_op>;
