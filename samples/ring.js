/** A ring between a guest and its device model, as its header declares it. */
import {
  anonymous,
  array,
  bits,
  field,
  handle,
  perAbi,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_long,
} from 'xenabi';

/** 32 bits wide on x86_32, 64 elsewhere. */
const gfn_t = perAbi('gfn_t', { x86_32: uint32_t }, uint64_t);

/** Each of the ring's slots. */
export const slot = struct('slot', {
  gfn: field(gfn_t, { unit: 'GFN' }),
  length: uint16_t,
  ready: bits(uint16_t, 1),
  error: bits(uint16_t, 15),
  owner: unsigned_long,
});

/** The page that both share. */
export const ring = struct('ring', {
  producer: uint32_t,
  consumer: uint32_t,
  body: anonymous(union(null, { event: uint32_t, cookie: array(uint8_t, 6) })),
  slots: array(slot, 2),
  log: handle('GUEST_HANDLE(uint8_t)', uint8_t, uint64_t, 'producer'),
});
