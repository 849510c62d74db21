/** tmem.h: transcendent memory, which was removed in 4.13. */
import {
  array,
  int32_t,
  struct,
  type Infer,
  uint32_t,
  uint64_t,
  union,
  enumeration,
  flags,
  field,
} from '../src/schema/index.js';
import { xen_pfn_t } from './xen.js';

export const TMEM_SPEC_VERSION = 1;
export const TMEM_NEW_POOL = 1;
export const TMEM_DESTROY_POOL = 2;
export const TMEM_PUT_PAGE = 4;
export const TMEM_GET_PAGE = 5;
export const TMEM_FLUSH_PAGE = 6;
export const TMEM_FLUSH_OBJECT = 7;
export const TMEM_AUTH = 101;
export const TMEM_RESTORE_NEW = 102;
/** What to do with a pool or a page. */
export const tmem_cmd = enumeration('tmem_cmd', uint32_t, {
  TMEM_NEW_POOL,
  TMEM_DESTROY_POOL,
  TMEM_PUT_PAGE,
  TMEM_GET_PAGE,
  TMEM_FLUSH_PAGE,
  TMEM_FLUSH_OBJECT,
  TMEM_AUTH,
  TMEM_RESTORE_NEW,
});
/** Pages stay until they are flushed. */
export const TMEM_POOL_PERSIST = 1;
/** Several domains use it. */
export const TMEM_POOL_SHARED = 2;
/** Pages come compressed. */
export const TMEM_POOL_PRECOMPRESSED = 4;
export const TMEM_POOL_PAGESIZE_SHIFT = 4;
export const TMEM_POOL_PAGESIZE_MASK = 0xf;
export const TMEM_POOL_VERSION_SHIFT = 24;
export const TMEM_POOL_VERSION_MASK = 0xff;
export const TMEM_POOL_RESERVED_BITS = 0x00ffff00;
/** What a pool is; pages have 2^(12 + `pagesize`) bytes. */
export const tmem_pool = flags(
  'tmem_pool',
  uint32_t,
  { TMEM_POOL_PERSIST, TMEM_POOL_SHARED, TMEM_POOL_PRECOMPRESSED },
  { pagesize: { shift: 4, width: 4 }, version: { shift: 24, width: 8 } },
);
/** A flag of a client that is saved. */
export const TMEM_CLIENT_COMPRESS = 1;
/** A flag of a client that is saved. */
export const TMEM_CLIENT_FROZEN = 2;
/** An error of its own: the client is frozen. */
export const EFROZEN = 1000;
/** An error of its own: there is nothing. */
export const EEMPTY = 1001;

/** Names an object in a pool. */
export const xen_tmem_oid = struct(
  'xen_tmem_oid',
  {
    oid: field(array(uint64_t, 3), { direction: 'in', doc: "three words of the caller's choice" }),
  },
  { until: '4.18' },
);
export type XenTmemOid = Infer<typeof xen_tmem_oid>;

/** An operation on transcendent memory. */
export const tmem_op = struct(
  'tmem_op',
  {
    cmd: field(tmem_cmd, { direction: 'in', doc: 'the operation' }),
    pool_id: field(int32_t, { direction: 'in', doc: 'the pool' }),
    u: field(
      union(
        null,
        {
          creat: field(
            struct(null, {
              uuid: field(array(uint64_t, 2), { direction: 'in', doc: 'names a shared pool' }),
              flags: field(tmem_pool, { direction: 'in', doc: 'what the pool is' }),
              arg1: field(uint32_t, { direction: 'in', doc: 'unused' }),
            }),
            { direction: 'in', doc: 'NEW_POOL' },
          ),
          gen: field(
            struct(null, {
              oid: field(xen_tmem_oid, { direction: 'in', doc: 'the object' }),
              index: field(uint32_t, { direction: 'in', doc: 'which page of it' }),
              tmem_offset: field(uint32_t, { direction: 'in', doc: 'unused' }),
              pfn_offset: field(uint32_t, { direction: 'in', doc: 'unused' }),
              len: field(uint32_t, { direction: 'in', doc: 'unused' }),
              cmfn: field(xen_pfn_t, {
                direction: 'in',
                unit: 'GFN',
                doc: 'the page to copy from or to',
              }),
            }),
            { direction: 'in', doc: 'the others' },
          ),
        },
        {
          selector: {
            by: 'cmd',
            live: {
              [TMEM_NEW_POOL]: 'creat',
              [TMEM_DESTROY_POOL]: 'gen',
              [TMEM_PUT_PAGE]: 'gen',
              [TMEM_GET_PAGE]: 'gen',
              [TMEM_FLUSH_PAGE]: 'gen',
              [TMEM_FLUSH_OBJECT]: 'gen',
            },
          },
        },
      ),
      { direction: 'in', doc: 'depends on the operation' },
    ),
  },
  { until: '4.18' },
);
export type TmemOp = Infer<typeof tmem_op>;
