/** io/tpmif.h: trusted platform modules. */
import {
  array,
  flexible,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint8_t,
  unsigned_long,
  enumeration,
  field,
} from '../../src/schema/index.js';
import { grant_ref_t } from '../grant_table.js';

export const TPMIF_TX_RING_SIZE = 1;

/** A slot of the first protocol, which is no more. */
export const tpmif_tx_request = struct('tpmif_tx_request', {
  addr: field(unsigned_long, {
    direction: 'in',
    unit: 'address',
    doc: 'machine address of the bytes',
  }),
  ref: field(grant_ref_t, { direction: 'in', doc: 'the grant of the page' }),
  unused: field(uint16_t, { direction: 'in', doc: 'unused' }),
  size: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'how many' }),
});
export type TpmifTxRequest = Infer<typeof tpmif_tx_request>;

/** A slot of the first protocol's ring. */
export const tpmif_ring = struct('tpmif_ring', {
  req: field(tpmif_tx_request, { direction: 'in', doc: 'what it holds' }),
});
export type TpmifRing = Infer<typeof tpmif_ring>;

/** The first protocol's ring. */
export const tpmif_tx_interface = struct('tpmif_tx_interface', {
  ring: field(array(tpmif_ring, 1), { direction: 'in', doc: 'its slots' }),
});
export type TpmifTxInterface = Infer<typeof tpmif_tx_interface>;

export const TPMIF_STATE_IDLE = 0;
/** A command is there. */
export const TPMIF_STATE_SUBMIT = 1;
/** Its answer is there. */
export const TPMIF_STATE_FINISH = 2;
/** The command is to be given up. */
export const TPMIF_STATE_CANCEL = 3;
/** Whose turn it is. */
export const tpmif_state = enumeration('tpmif_state', uint8_t, {
  TPMIF_STATE_IDLE,
  TPMIF_STATE_SUBMIT,
  TPMIF_STATE_FINISH,
  TPMIF_STATE_CANCEL,
});

/** The page that front and back end share; command and answer are behind the grants. */
export const tpmif_shared_page = struct('tpmif_shared_page', {
  length: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'of the command, or of the answer',
  }),
  state: field(tpmif_state, { direction: 'inout', doc: 'whose turn it is' }),
  locality: field(uint8_t, { direction: 'in', doc: 'of the command' }),
  pad: field(uint8_t, { direction: 'in', doc: 'unused' }),
  nr_extra_pages: field(uint8_t, { direction: 'in', unit: 'count', doc: 'pages behind this' }),
  extra_pages: field(flexible(uint32_t), { direction: 'in', doc: 'their grants' }),
});
export type TpmifSharedPage = Infer<typeof tpmif_shared_page>;
