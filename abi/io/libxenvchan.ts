/** io/libxenvchan.h. */
import {
  flexible,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
} from '../../src/schema/index.js';

export const ring_shared = struct('ring_shared', {
  cons: uint32_t,
  prod: uint32_t,
});
export type RingShared = Infer<typeof ring_shared>;

export const vchan_interface = struct('vchan_interface', {
  left: ring_shared,
  right: ring_shared,
  left_order: uint16_t,
  right_order: uint16_t,
  cli_live: uint8_t,
  srv_live: uint8_t,
  cli_notify: uint8_t,
  srv_notify: uint8_t,
  grants: flexible(uint32_t),
});
export type VchanInterface = Infer<typeof vchan_interface>;
