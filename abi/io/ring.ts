/** io/ring.h: the rings of requests and responses that two domains share. */
import {
  array,
  type CompoundType,
  field,
  flexible,
  oneOf,
  pointer,
  struct,
  type Type,
  typedef,
  uint8_t,
  union,
  unsigned_int,
} from '../../src/schema/index.js';

/** Counts requests or responses, without end: its low bits are a slot of the ring. */
export const RING_IDX = typedef('RING_IDX', unsigned_int);

/** A slot: a request until it is answered, then its response. */
export const sringEntry = <Q extends CompoundType, R extends CompoundType>(
  name: string,
  req: Q,
  rsp: R,
) =>
  union(name, {
    req: field(req, { direction: 'in', doc: 'the request' }),
    rsp: field(rsp, { direction: 'out', doc: 'the response' }),
  });

/** What `DEFINE_RING_TYPES` shares of a ring: a page, with as many slots as fit behind its counters. */
export const sring = <T extends Type>(name: string, entry: T) =>
  struct(name, {
    req_prod: field(RING_IDX, {
      direction: 'in',
      unit: 'count',
      doc: 'requests that the frontend has put in',
    }),
    req_event: field(RING_IDX, {
      direction: 'out',
      doc: 'the request with which the backend wants to be told',
    }),
    rsp_prod: field(RING_IDX, {
      direction: 'out',
      unit: 'count',
      doc: 'responses that the backend has put in',
    }),
    rsp_event: field(RING_IDX, {
      direction: 'in',
      doc: 'the response with which the frontend wants to be told',
    }),
    pvt: field(
      union(null, {
        netif: field(
          struct(null, {
            smartpoll_active: field(uint8_t, { direction: 'inout', doc: 'not 0: it polls' }),
          }),
          { direction: 'inout', doc: 'of netif' },
        ),
        tapif_user: field(
          struct(null, { msg: field(uint8_t, { direction: 'inout', doc: 'a message' }) }),
          { direction: 'inout', doc: 'of blktap' },
        ),
        pvt_pad: field(array(uint8_t, 4), {
          direction: 'inout',
          doc: 'room for what is still to come',
        }),
      }),
      { direction: 'inout', doc: 'what a protocol keeps here' },
    ),
    __pad: field(array(uint8_t, 44), { direction: 'inout', doc: 'unused' }),
    ring: field(
      oneOf(field(array(entry, 1), { until: '4.18' }), field(flexible(entry), { since: '4.19' })),
      { direction: 'inout', doc: 'the slots: a power of two of them' },
    ),
  });

const ends = {
  nr_ents: field(unsigned_int, { direction: 'in', unit: 'count', doc: 'slots of the ring' }),
  sring: field(pointer(), { direction: 'in', doc: 'the shared ring' }),
};

/** What a frontend keeps of a ring for itself. */
export const frontRing = (name: string) =>
  struct(name, {
    req_prod_pvt: field(RING_IDX, {
      direction: 'inout',
      unit: 'count',
      doc: 'requests that it has made; it shows them later',
    }),
    rsp_cons: field(RING_IDX, {
      direction: 'inout',
      unit: 'count',
      doc: 'responses that it has taken out',
    }),
    ...ends,
  });

/** What a backend keeps of a ring for itself. */
export const backRing = (name: string) =>
  struct(name, {
    rsp_prod_pvt: field(RING_IDX, {
      direction: 'inout',
      unit: 'count',
      doc: 'responses that it has made; it shows them later',
    }),
    req_cons: field(RING_IDX, {
      direction: 'inout',
      unit: 'count',
      doc: 'requests that it has taken out',
    }),
    ...ends,
  });
