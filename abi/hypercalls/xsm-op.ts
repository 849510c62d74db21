/** xsm/flask_op.h: xsm_op. */
import { struct } from '../../src/schema/index.js';
import { xen_flask_op } from '../xsm/flask_op.js';
import { char, gives, orNull, reads, rows, takes, to, trades, updates, writes } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on the security policy. */
export const table: Hypercall = {
  number: 27,
  name: 'xsm_op',
  registers: struct('xsm_op', { op: to(xen_flask_op) }),
  argument: 'op',
  struct: xen_flask_op,
  versions: [{ number: 1, since: '4.13', last: '4.22.0' }],
  operations: {
    by: 'cmd',
    noun: 'operation',
    union: 'u',
    operations: rows([
      [
        1,
        'FLASK_LOAD',
        'loads a policy',
        takes('load', { buffer: reads('size', { element: char }) }),
      ],
      [2, 'FLASK_GETENFORCE', 'returns whether the policy is enforced'],
      [3, 'FLASK_SETENFORCE', 'sets whether the policy is enforced', takes('enforce')],
      [
        4,
        'FLASK_CONTEXT_TO_SID',
        'finds the number of a security context',
        trades('sid_context', { context: reads('size', { element: char }) }),
      ],
      [
        5,
        'FLASK_SID_TO_CONTEXT',
        'finds the security context of a number',
        trades('sid_context', { context: writes('size', { element: char }) }),
      ],
      [6, 'FLASK_ACCESS', 'asks what one context may do to another', trades('access')],
      [7, 'FLASK_CREATE', 'asks which context a new object gets', trades('transition')],
      [
        8,
        'FLASK_RELABEL',
        'asks which context an object gets that is relabelled',
        trades('transition'),
      ],
      [9, 'FLASK_USER', 'not implemented'],
      [10, 'FLASK_POLICYVERS', "returns the version of the policy's format"],
      [
        11,
        'FLASK_GETBOOL',
        'reads a boolean of the policy',
        trades('boolean', { name: orNull(updates('size', { element: char })) }),
      ],
      [
        12,
        'FLASK_SETBOOL',
        'sets a boolean of the policy',
        trades('boolean', { name: orNull(updates('size', { element: char })) }),
      ],
      [13, 'FLASK_COMMITBOOLS', 'makes changed booleans effective'],
      [14, 'FLASK_MLS', 'returns whether the policy has security levels'],
      [15, 'FLASK_DISABLE', 'not implemented'],
      [16, 'FLASK_GETAVC_THRESHOLD', 'returns how large the cache of decisions may be'],
      [
        17,
        'FLASK_SETAVC_THRESHOLD',
        'sets how large the cache of decisions may be',
        takes('setavc_threshold'),
      ],
      [
        18,
        'FLASK_AVC_HASHSTATS',
        'reads how the cache of decisions is filled',
        gives('hash_stats'),
      ],
      [
        19,
        'FLASK_AVC_CACHESTATS',
        'reads how often a CPU used the cache of decisions',
        trades('cache_stats'),
      ],
      [
        20,
        'FLASK_MEMBER',
        'asks which context a member of a multi-instance object gets',
        trades('transition'),
      ],
      [21, 'FLASK_ADD_OCONTEXT', 'gives a device or a port a context', takes('ocontext')],
      [22, 'FLASK_DEL_OCONTEXT', "takes a device's or a port's context away", takes('ocontext')],
      [
        23,
        'FLASK_GET_PEER_SID',
        "reads the context of an event channel's other end",
        trades('peersid'),
      ],
      [24, 'FLASK_RELABEL_DOMAIN', 'gives a domain another context', takes('relabel')],
      [
        25,
        'FLASK_DEVICETREE_LABEL',
        'gives a node of the device tree a context',
        takes('devicetree_label', { path: reads('length', { element: char }) }),
      ],
    ]),
  },
};
