/** xsm/flask_op.h: the security policy FLASK. */
import {
  struct,
  type Infer,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  enumeration,
  field,
} from '../../src/schema/index.js';
import { evtchn_port_t } from '../event_channel.js';
import { XEN_GUEST_HANDLE, plain_char } from '../xen.js';

export const XEN_FLASK_INTERFACE_VERSION = 1;

/** Loads a policy. */
export const xen_flask_load = struct('xen_flask_load', {
  buffer: field(XEN_GUEST_HANDLE(plain_char, 'size'), { direction: 'in', doc: 'the policy' }),
  size: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
});
export type XenFlaskLoad = Infer<typeof xen_flask_load>;

/** Sets whether the policy is enforced. */
export const xen_flask_setenforce = struct('xen_flask_setenforce', {
  enforcing: field(uint32_t, { direction: 'in', doc: 'not 0: it is' }),
});
export type XenFlaskSetenforce = Infer<typeof xen_flask_setenforce>;

/** A security context by number and by name. */
export const xen_flask_sid_context = struct('xen_flask_sid_context', {
  sid: field(uint32_t, { direction: 'inout', doc: 'the number; CONTEXT_TO_SID writes it' }),
  size: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'room for the name, or its length; SID_TO_CONTEXT writes it',
  }),
  context: field(XEN_GUEST_HANDLE(plain_char, 'size'), {
    direction: 'inout',
    doc: 'the name; SID_TO_CONTEXT writes it',
  }),
});
export type XenFlaskSidContext = Infer<typeof xen_flask_sid_context>;

/** Asks what one context may do to another. */
export const xen_flask_access = struct('xen_flask_access', {
  ssid: field(uint32_t, { direction: 'in', doc: 'who does it' }),
  tsid: field(uint32_t, { direction: 'in', doc: 'to whom it is done' }),
  tclass: field(uint32_t, { direction: 'in', doc: 'the class of that, as the policy numbers it' }),
  req: field(uint32_t, { direction: 'in', doc: 'what is done, bits of the class' }),
  allowed: field(uint32_t, { direction: 'out', doc: 'what may be done' }),
  audit_allow: field(uint32_t, { direction: 'out', doc: 'what is logged when it is allowed' }),
  audit_deny: field(uint32_t, { direction: 'out', doc: 'what is logged when it is denied' }),
  seqno: field(uint32_t, { direction: 'out', doc: 'of the policy' }),
});
export type XenFlaskAccess = Infer<typeof xen_flask_access>;

/** Asks which context something gets. */
export const xen_flask_transition = struct('xen_flask_transition', {
  ssid: field(uint32_t, { direction: 'in', doc: 'who makes it' }),
  tsid: field(uint32_t, { direction: 'in', doc: 'what it is made of' }),
  tclass: field(uint32_t, { direction: 'in', doc: 'its class, as the policy numbers it' }),
  newsid: field(uint32_t, { direction: 'out', doc: 'its context' }),
});
export type XenFlaskTransition = Infer<typeof xen_flask_transition>;

/** A boolean of the policy. */
export const xen_flask_boolean = struct('xen_flask_boolean', {
  bool_id: field(uint32_t, {
    direction: 'inout',
    doc: 'its number; all ones: name says which, and the call writes it',
  }),
  enforcing: field(uint8_t, { direction: 'out', doc: 'the value in force' }),
  pending: field(uint8_t, { direction: 'out', doc: 'the value that committing puts in force' }),
  new_value: field(uint8_t, { direction: 'in', doc: 'SETBOOL: the value to set' }),
  commit: field(uint8_t, { direction: 'in', doc: 'SETBOOL: not 0: the value is in force at once' }),
  size: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'room for the name, or its length; GETBOOL writes it',
  }),
  name: field(XEN_GUEST_HANDLE(plain_char, 'size'), {
    direction: 'inout',
    optional: true,
    doc: 'its name; GETBOOL writes it',
  }),
});
export type XenFlaskBoolean = Infer<typeof xen_flask_boolean>;

/** Sets how large the cache of decisions may be. */
export const xen_flask_setavc_threshold = struct('xen_flask_setavc_threshold', {
  threshold: field(uint32_t, { direction: 'in', unit: 'count', doc: 'decisions' }),
});
export type XenFlaskSetavcThreshold = Infer<typeof xen_flask_setavc_threshold>;

/** How the cache of decisions is filled. */
export const xen_flask_hash_stats = struct('xen_flask_hash_stats', {
  entries: field(uint32_t, { direction: 'out', unit: 'count', doc: 'decisions' }),
  buckets_used: field(uint32_t, { direction: 'out', unit: 'count', doc: 'buckets that hold some' }),
  buckets_total: field(uint32_t, { direction: 'out', unit: 'count', doc: 'buckets' }),
  max_chain_len: field(uint32_t, {
    direction: 'out',
    unit: 'count',
    doc: 'decisions in the fullest bucket',
  }),
});
export type XenFlaskHashStats = Infer<typeof xen_flask_hash_stats>;

/** How a CPU used the cache of decisions. */
export const xen_flask_cache_stats = struct('xen_flask_cache_stats', {
  cpu: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
  lookups: field(uint32_t, { direction: 'out', unit: 'count', doc: 'decisions looked for' }),
  hits: field(uint32_t, { direction: 'out', unit: 'count', doc: 'decisions found' }),
  misses: field(uint32_t, { direction: 'out', unit: 'count', doc: 'decisions not found' }),
  allocations: field(uint32_t, { direction: 'out', unit: 'count', doc: 'decisions put in' }),
  reclaims: field(uint32_t, {
    direction: 'out',
    unit: 'count',
    doc: 'decisions taken out to make room',
  }),
  frees: field(uint32_t, { direction: 'out', unit: 'count', doc: 'decisions freed' }),
});
export type XenFlaskCacheStats = Infer<typeof xen_flask_cache_stats>;

/** Gives a range of devices a context, or takes it away. */
export const xen_flask_ocontext = struct('xen_flask_ocontext', {
  ocon: field(uint32_t, {
    direction: 'in',
    doc: 'the kind of range: 1 interrupts, 2 I/O ports, 3 frames of memory-mapped I/O, 4 PCI devices',
  }),
  sid: field(uint32_t, { direction: 'in', doc: 'the context' }),
  low: field(uint64_t, { direction: 'in', doc: 'first of the range' }),
  high: field(uint64_t, { direction: 'in', doc: 'last of the range' }),
});
export type XenFlaskOcontext = Infer<typeof xen_flask_ocontext>;

/** Reads the context of an event channel's other end. */
export const xen_flask_peersid = struct('xen_flask_peersid', {
  evtchn: field(evtchn_port_t, { direction: 'in', doc: "the caller's port" }),
  sid: field(uint32_t, { direction: 'out', doc: 'the context' }),
});
export type XenFlaskPeersid = Infer<typeof xen_flask_peersid>;

/** Gives a domain another context. */
export const xen_flask_relabel = struct('xen_flask_relabel', {
  domid: field(uint32_t, { direction: 'in', doc: 'the domain' }),
  sid: field(uint32_t, { direction: 'in', doc: 'the context' }),
});
export type XenFlaskRelabel = Infer<typeof xen_flask_relabel>;

/** Gives a node of the device tree a context. */
export const xen_flask_devicetree_label = struct('xen_flask_devicetree_label', {
  sid: field(uint32_t, { direction: 'in', doc: 'the context' }),
  length: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'of the path' }),
  path: field(XEN_GUEST_HANDLE(plain_char, 'length'), { direction: 'in', doc: "the node's path" }),
});
export type XenFlaskDevicetreeLabel = Infer<typeof xen_flask_devicetree_label>;

export const FLASK_LOAD = 1;
export const FLASK_GETENFORCE = 2;
export const FLASK_SETENFORCE = 3;
export const FLASK_CONTEXT_TO_SID = 4;
export const FLASK_SID_TO_CONTEXT = 5;
export const FLASK_ACCESS = 6;
export const FLASK_CREATE = 7;
export const FLASK_RELABEL = 8;
export const FLASK_USER = 9;
export const FLASK_POLICYVERS = 10;
export const FLASK_GETBOOL = 11;
export const FLASK_SETBOOL = 12;
export const FLASK_COMMITBOOLS = 13;
export const FLASK_MLS = 14;
export const FLASK_DISABLE = 15;
export const FLASK_GETAVC_THRESHOLD = 16;
export const FLASK_SETAVC_THRESHOLD = 17;
export const FLASK_AVC_HASHSTATS = 18;
export const FLASK_AVC_CACHESTATS = 19;
export const FLASK_MEMBER = 20;
export const FLASK_ADD_OCONTEXT = 21;
export const FLASK_DEL_OCONTEXT = 22;
export const FLASK_GET_PEER_SID = 23;
export const FLASK_RELABEL_DOMAIN = 24;
export const FLASK_DEVICETREE_LABEL = 25;
/** What is asked of the policy, or done to it. */
export const flask_cmd = enumeration('flask_cmd', uint32_t, {
  FLASK_LOAD,
  FLASK_GETENFORCE,
  FLASK_SETENFORCE,
  FLASK_CONTEXT_TO_SID,
  FLASK_SID_TO_CONTEXT,
  FLASK_ACCESS,
  FLASK_CREATE,
  FLASK_RELABEL,
  FLASK_USER,
  FLASK_POLICYVERS,
  FLASK_GETBOOL,
  FLASK_SETBOOL,
  FLASK_COMMITBOOLS,
  FLASK_MLS,
  FLASK_DISABLE,
  FLASK_GETAVC_THRESHOLD,
  FLASK_SETAVC_THRESHOLD,
  FLASK_AVC_HASHSTATS,
  FLASK_AVC_CACHESTATS,
  FLASK_MEMBER,
  FLASK_ADD_OCONTEXT,
  FLASK_DEL_OCONTEXT,
  FLASK_GET_PEER_SID,
  FLASK_RELABEL_DOMAIN,
  FLASK_DEVICETREE_LABEL,
});

/** An operation on the security policy. */
export const xen_flask_op = struct('xen_flask_op', {
  cmd: field(flask_cmd, { direction: 'in', doc: 'the operation' }),
  interface_version: field(uint32_t, {
    direction: 'in',
    doc: 'must be XEN_FLASK_INTERFACE_VERSION',
  }),
  u: field(
    union(
      null,
      {
        load: field(xen_flask_load, { direction: 'in', doc: 'FLASK_LOAD' }),
        enforce: field(xen_flask_setenforce, { direction: 'in', doc: 'FLASK_SETENFORCE' }),
        sid_context: field(xen_flask_sid_context, {
          direction: 'inout',
          doc: 'FLASK_CONTEXT_TO_SID, FLASK_SID_TO_CONTEXT',
        }),
        access: field(xen_flask_access, { direction: 'inout', doc: 'FLASK_ACCESS' }),
        transition: field(xen_flask_transition, {
          direction: 'inout',
          doc: 'FLASK_CREATE, FLASK_RELABEL, FLASK_MEMBER',
        }),
        boolean: field(xen_flask_boolean, {
          direction: 'inout',
          doc: 'FLASK_GETBOOL, FLASK_SETBOOL',
        }),
        setavc_threshold: field(xen_flask_setavc_threshold, {
          direction: 'in',
          doc: 'FLASK_SETAVC_THRESHOLD',
        }),
        hash_stats: field(xen_flask_hash_stats, { direction: 'out', doc: 'FLASK_AVC_HASHSTATS' }),
        cache_stats: field(xen_flask_cache_stats, {
          direction: 'inout',
          doc: 'FLASK_AVC_CACHESTATS',
        }),
        ocontext: field(xen_flask_ocontext, {
          direction: 'in',
          doc: 'FLASK_ADD_OCONTEXT, FLASK_DEL_OCONTEXT',
        }),
        peersid: field(xen_flask_peersid, { direction: 'inout', doc: 'FLASK_GET_PEER_SID' }),
        relabel: field(xen_flask_relabel, { direction: 'in', doc: 'FLASK_RELABEL_DOMAIN' }),
        devicetree_label: field(xen_flask_devicetree_label, {
          direction: 'in',
          doc: 'FLASK_DEVICETREE_LABEL',
        }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [FLASK_LOAD]: 'load',
            [FLASK_SETENFORCE]: 'enforce',
            [FLASK_CONTEXT_TO_SID]: 'sid_context',
            [FLASK_SID_TO_CONTEXT]: 'sid_context',
            [FLASK_ACCESS]: 'access',
            [FLASK_CREATE]: 'transition',
            [FLASK_RELABEL]: 'transition',
            [FLASK_MEMBER]: 'transition',
            [FLASK_GETBOOL]: 'boolean',
            [FLASK_SETBOOL]: 'boolean',
            [FLASK_SETAVC_THRESHOLD]: 'setavc_threshold',
            [FLASK_AVC_HASHSTATS]: 'hash_stats',
            [FLASK_AVC_CACHESTATS]: 'cache_stats',
            [FLASK_ADD_OCONTEXT]: 'ocontext',
            [FLASK_DEL_OCONTEXT]: 'ocontext',
            [FLASK_GET_PEER_SID]: 'peersid',
            [FLASK_RELABEL_DOMAIN]: 'relabel',
            [FLASK_DEVICETREE_LABEL]: 'devicetree_label',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the operation; others need nothing' },
  ),
});
export type XenFlaskOp = Infer<typeof xen_flask_op>;
