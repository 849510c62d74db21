/** io/libxenvchan.h: streams of bytes between two domains. */
import {
  flexible,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  flags,
  field,
} from '../../src/schema/index.js';

/** How far a ring has got. */
export const ring_shared = struct('ring_shared', {
  cons: field(uint32_t, { direction: 'inout', unit: 'bytes', doc: 'read' }),
  prod: field(uint32_t, { direction: 'inout', unit: 'bytes', doc: 'written' }),
});
export type RingShared = Infer<typeof ring_shared>;

/** When something was written. */
export const VCHAN_NOTIFY_WRITE = 0x1;
/** When something was read. */
export const VCHAN_NOTIFY_READ = 0x2;
/** When an end wants to be told. */
export const vchan_notify = flags('vchan_notify', uint8_t, {
  VCHAN_NOTIFY_WRITE,
  VCHAN_NOTIFY_READ,
});

/** The page that two ends share. */
export const vchan_interface = struct('vchan_interface', {
  left: field(ring_shared, { direction: 'inout', doc: 'what the client sends' }),
  right: field(ring_shared, { direction: 'inout', doc: 'what the server sends' }),
  left_order: field(uint16_t, {
    direction: 'inout',
    doc: '10 and 11: bytes of the ring, in this page; else 2^order bytes in pages of its own',
  }),
  right_order: field(uint16_t, {
    direction: 'inout',
    doc: '10 and 11: bytes of the ring, in this page; else 2^order bytes in pages of its own',
  }),
  cli_live: field(uint8_t, {
    direction: 'inout',
    doc: '1: the client is there; 0: not; 2: not yet',
  }),
  srv_live: field(uint8_t, { direction: 'inout', doc: '1: the server is there; 0: not' }),
  cli_notify: field(vchan_notify, { direction: 'inout', doc: 'when the client wants to be told' }),
  srv_notify: field(vchan_notify, { direction: 'inout', doc: 'when the server wants to be told' }),
  grants: field(flexible(uint32_t), {
    direction: 'inout',
    doc: "of the rings' own pages, left first",
  }),
});
export type VchanInterface = Infer<typeof vchan_interface>;
