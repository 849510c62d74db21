/** io/console.h: a domain's console. */
import {
  chars,
  field,
  struct,
  type Infer,
  typedef,
  uint32_t,
  uint8_t,
  enumeration,
} from '../../src/schema/index.js';

/** Counts bytes, without end: its low bits are a place in the ring. */
export const XENCONS_RING_IDX = typedef('XENCONS_RING_IDX', uint32_t);

/** Nobody takes what is written. */
export const XENCONSOLE_DISCONNECTED = 1;
export const XENCONSOLE_CONNECTED = 0;
/** Whether somebody takes what is written. */
export const xenconsole_connection = enumeration('xenconsole_connection', uint8_t, {
  XENCONSOLE_CONNECTED,
  XENCONSOLE_DISCONNECTED,
});

/** The page that a domain shares with its console. */
export const xencons_interface = struct('xencons_interface', {
  in: field(chars(1024), { direction: 'out', doc: 'what was typed' }),
  out: field(chars(2048), { direction: 'in', doc: 'what is printed' }),
  in_cons: field(XENCONS_RING_IDX, {
    direction: 'in',
    unit: 'bytes',
    doc: 'what the domain has read',
  }),
  in_prod: field(XENCONS_RING_IDX, {
    direction: 'out',
    unit: 'bytes',
    doc: 'what the console has written',
  }),
  out_cons: field(XENCONS_RING_IDX, {
    direction: 'out',
    unit: 'bytes',
    doc: 'what the console has read',
  }),
  out_prod: field(XENCONS_RING_IDX, {
    direction: 'in',
    unit: 'bytes',
    doc: 'what the domain has written',
  }),
  connection: field(xenconsole_connection, {
    since: '4.21',
    direction: 'inout',
    doc: 'whether somebody takes what is written',
  }),
});
export type XenconsInterface = Infer<typeof xencons_interface>;
