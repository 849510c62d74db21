/** version.h: what the hypervisor says of itself. */
import {
  chars,
  field,
  flags,
  flexible,
  struct,
  uint32_t,
  unsigned_char,
  type Infer,
} from '../src/schema/index.js';
import * as features from './features.js';
import { xen_ulong_t } from './xen.js';

export const XENVER_version = 0;
export const XENVER_extraversion = 1;
export const XEN_EXTRAVERSION_LEN = 16;
export const XENVER_compile_info = 2;

/** Who made the hypervisor, when and with what. */
export const xen_compile_info = struct('xen_compile_info', {
  compiler: field(chars(64), { direction: 'out', doc: 'the compiler' }),
  compile_by: field(chars(16), { direction: 'out', doc: 'who' }),
  compile_domain: field(chars(32), { direction: 'out', doc: 'where' }),
  compile_date: field(chars(32), { direction: 'out', doc: 'when' }),
});
export type XenCompileInfo = Infer<typeof xen_compile_info>;

export const XENVER_capabilities = 3;
export const XEN_CAPABILITIES_INFO_LEN = 1024;
export const XENVER_changeset = 4;
export const XEN_CHANGESET_INFO_LEN = 64;
export const XENVER_platform_parameters = 5;

/** Where the hypervisor begins in a PV guest's address space. */
export const xen_platform_parameters = struct('xen_platform_parameters', {
  virt_start: field(xen_ulong_t, {
    direction: 'out',
    unit: 'address',
    doc: 'its first virtual address',
  }),
});
export type XenPlatformParameters = Infer<typeof xen_platform_parameters>;

export const XENVER_get_features = 6;

/** The features of map 0, which is the only one: a bit for each. */
export const xen_features = flags(
  'xen_features',
  uint32_t,
  Object.fromEntries(
    Object.entries(features)
      .filter(([name]) => name !== 'XENFEAT_NR_SUBMAPS')
      .toSorted(([, a], [, b]) => a - b)
      .map(([name, bit]) => [name, 2 ** bit]),
  ),
);

/** Which features there are, 32 of them in a map. */
export const xen_feature_info = struct('xen_feature_info', {
  submap_idx: field(uint32_t, { direction: 'in', doc: 'which map: feature n is in map n / 32' }),
  submap: field(xen_features, {
    direction: 'out',
    doc: 'a bit for each feature of the map',
  }),
});
export type XenFeatureInfo = Infer<typeof xen_feature_info>;

export const XENVER_pagesize = 7;
export const XENVER_guest_handle = 8;
export const XENVER_commandline = 9;

/** The id that a build was given. */
export const xen_build_id = struct('xen_build_id', {
  len: field(uint32_t, { direction: 'inout', unit: 'bytes', doc: 'room for the id' }),
  buf: field(flexible(unsigned_char), { direction: 'out', doc: 'the id' }),
});
export type XenBuildId = Infer<typeof xen_build_id>;

/** A text of any length. */
export const xen_varbuf = struct(
  'xen_varbuf',
  {
    len: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'room for the text' }),
    buf: field(flexible(unsigned_char), { direction: 'out', doc: 'the text, without an end mark' }),
  },
  { since: '4.20' },
);
export type XenVarbuf = Infer<typeof xen_varbuf>;

export const XENVER_build_id = 10;
export const XENVER_extraversion2 = 11;
export const XENVER_capabilities2 = 12;
export const XENVER_changeset2 = 13;
export const XENVER_commandline2 = 14;
