/** tmem.h. */
import {
  array,
  int32_t,
  struct,
  type Infer,
  uint32_t,
  uint64_t,
  union,
} from '../src/schema/index.js';
import { xen_pfn_t } from './xen.js';

export const xen_tmem_oid = struct(
  'xen_tmem_oid',
  {
    oid: array(uint64_t, 3),
  },
  { until: '4.18' },
);
export type XenTmemOid = Infer<typeof xen_tmem_oid>;

export const tmem_op = struct(
  'tmem_op',
  {
    cmd: uint32_t,
    pool_id: int32_t,
    u: union(null, {
      creat: struct(null, {
        uuid: array(uint64_t, 2),
        flags: uint32_t,
        arg1: uint32_t,
      }),
      gen: struct(null, {
        oid: xen_tmem_oid,
        index: uint32_t,
        tmem_offset: uint32_t,
        pfn_offset: uint32_t,
        len: uint32_t,
        cmfn: xen_pfn_t,
      }),
    }),
  },
  { until: '4.18' },
);
export type TmemOp = Infer<typeof tmem_op>;
