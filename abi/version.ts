/** version.h. */
import {
  chars,
  flexible,
  struct,
  type Infer,
  uint32_t,
  unsigned_char,
} from '../src/schema/index.js';
import { xen_ulong_t } from './xen.js';

export const xen_compile_info = struct('xen_compile_info', {
  compiler: chars(64),
  compile_by: chars(16),
  compile_domain: chars(32),
  compile_date: chars(32),
});
export type XenCompileInfo = Infer<typeof xen_compile_info>;

export const xen_platform_parameters = struct('xen_platform_parameters', {
  virt_start: xen_ulong_t,
});
export type XenPlatformParameters = Infer<typeof xen_platform_parameters>;

export const xen_feature_info = struct('xen_feature_info', {
  submap_idx: uint32_t,
  submap: uint32_t,
});
export type XenFeatureInfo = Infer<typeof xen_feature_info>;

export const xen_build_id = struct('xen_build_id', {
  len: uint32_t,
  buf: flexible(unsigned_char),
});
export type XenBuildId = Infer<typeof xen_build_id>;

export const xen_varbuf = struct(
  'xen_varbuf',
  {
    len: uint32_t,
    buf: flexible(unsigned_char),
  },
  { since: '4.20' },
);
export type XenVarbuf = Infer<typeof xen_varbuf>;
