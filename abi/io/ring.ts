/** io/ring.h. */
import {
  array,
  field,
  flexible,
  oneOf,
  struct,
  type Type,
  typedef,
  uint8_t,
  union,
  unsigned_int,
} from '../../src/schema/index.js';

export const RING_IDX = typedef('RING_IDX', unsigned_int);

/** What `DEFINE_RING_TYPES` shares of a ring: a page, with as many slots as fit behind its counters. */
export const sring = <T extends Type>(name: string, entry: T) =>
  struct(name, {
    req_prod: RING_IDX,
    req_event: RING_IDX,
    rsp_prod: RING_IDX,
    rsp_event: RING_IDX,
    pvt: union(null, {
      netif: struct(null, { smartpoll_active: uint8_t }),
      tapif_user: struct(null, { msg: uint8_t }),
      pvt_pad: array(uint8_t, 4),
    }),
    __pad: array(uint8_t, 44),
    ring: oneOf(
      field(array(entry, 1), { until: '4.18' }),
      field(flexible(entry), { since: '4.19' }),
    ),
  });
