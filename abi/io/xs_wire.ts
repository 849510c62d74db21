/** io/xs_wire.h. */
import {
  c_int,
  chars,
  field,
  pointer,
  struct,
  type Infer,
  typedef,
  uint32_t,
} from '../../src/schema/index.js';

export const xsd_errors = struct('xsd_errors', {
  errnum: c_int,
  errstring: pointer(),
});
export type XsdErrors = Infer<typeof xsd_errors>;

export const xsd_sockmsg = struct('xsd_sockmsg', {
  type: uint32_t,
  req_id: uint32_t,
  tx_id: uint32_t,
  len: uint32_t,
});
export type XsdSockmsg = Infer<typeof xsd_sockmsg>;

export const XENSTORE_RING_IDX = typedef('XENSTORE_RING_IDX', uint32_t);

export const xenstore_domain_interface = struct('xenstore_domain_interface', {
  req: chars(1024),
  rsp: chars(1024),
  req_cons: XENSTORE_RING_IDX,
  req_prod: XENSTORE_RING_IDX,
  rsp_cons: XENSTORE_RING_IDX,
  rsp_prod: XENSTORE_RING_IDX,
  server_features: uint32_t,
  connection: uint32_t,
  error: field(uint32_t, { since: '4.17' }),
  evtchn_port: field(uint32_t, { since: '4.21' }),
});
export type XenstoreDomainInterface = Infer<typeof xenstore_domain_interface>;
