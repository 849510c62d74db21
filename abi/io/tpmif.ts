/** io/tpmif.h. */
import {
  array,
  flexible,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  unsigned_long,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';

export const tpmif_tx_request = struct('tpmif_tx_request', {
  addr: unsigned_long,
  ref: grant_ref_t,
  unused: uint16_t,
  size: uint16_t,
});
export type TpmifTxRequest = Infer<typeof tpmif_tx_request>;

export const tpmif_ring = struct('tpmif_ring', {
  req: tpmif_tx_request,
});
export type TpmifRing = Infer<typeof tpmif_ring>;

export const tpmif_tx_interface = struct('tpmif_tx_interface', {
  ring: array(tpmif_ring, 1),
});
export type TpmifTxInterface = Infer<typeof tpmif_tx_interface>;

export const tpmif_shared_page = struct('tpmif_shared_page', {
  length: uint32_t,
  state: uint8_t,
  locality: uint8_t,
  pad: uint8_t,
  nr_extra_pages: uint8_t,
  extra_pages: flexible(uint32_t),
});
export type TpmifSharedPage = Infer<typeof tpmif_shared_page>;
