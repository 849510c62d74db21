/** io/console.h. */
import {
  chars,
  field,
  struct,
  type Infer,
  typedef,
  uint32_t,
  uint8_t,
} from '../../src/schema/index.js';

export const XENCONS_RING_IDX = typedef('XENCONS_RING_IDX', uint32_t);

export const xencons_interface = struct('xencons_interface', {
  in: chars(1024),
  out: chars(2048),
  in_cons: XENCONS_RING_IDX,
  in_prod: XENCONS_RING_IDX,
  out_cons: XENCONS_RING_IDX,
  out_prod: XENCONS_RING_IDX,
  connection: field(uint8_t, { since: '4.21' }),
});
export type XenconsInterface = Infer<typeof xencons_interface>;
