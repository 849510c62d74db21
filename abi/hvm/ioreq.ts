/** hvm/ioreq.h: requests for device models. */
import {
  array,
  bits,
  enumeration,
  field,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  type Infer,
} from '../../src/schema/index.js';

export const IOREQ_READ = 1;
export const IOREQ_WRITE = 0;

/** Which way a request goes. */
export const ioreq_dir = enumeration('ioreq_dir', uint8_t, { IOREQ_WRITE, IOREQ_READ });

/** There is no request. */
export const STATE_IOREQ_NONE = 0;
/** The device model's. */
export const STATE_IOREQ_READY = 1;
/** The device model is at it. */
export const STATE_IOREQ_INPROCESS = 2;
/** The hypervisor's. */
export const STATE_IORESP_READY = 3;

/** Whose turn it is. */
export const ioreq_state = enumeration('ioreq_state', uint8_t, {
  STATE_IOREQ_NONE,
  STATE_IOREQ_READY,
  STATE_IOREQ_INPROCESS,
  STATE_IORESP_READY,
});

/** An I/O port. */
export const IOREQ_TYPE_PIO = 0;
/** Memory of a device. */
export const IOREQ_TYPE_COPY = 1;
/** The configuration space of a PCI device. */
export const IOREQ_TYPE_PCI_CONFIG = 2;
/** The clock was set. */
export const IOREQ_TYPE_TIMEOFFSET = 7;
/** Forget what is mapped. */
export const IOREQ_TYPE_INVALIDATE = 8;

/** What a request is for. */
export const ioreq_type = enumeration('ioreq_type', uint8_t, {
  IOREQ_TYPE_PIO,
  IOREQ_TYPE_COPY,
  IOREQ_TYPE_PCI_CONFIG,
  IOREQ_TYPE_TIMEOFFSET,
  IOREQ_TYPE_INVALIDATE,
});

/** A request for a device model. */
export const ioreq = struct('ioreq', {
  addr: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'the port or the guest-physical address; of PCI_CONFIG the device above 32 bits',
  }),
  data: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'what is written, or was read; or where that is',
  }),
  count: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'how often, for an instruction that repeats',
  }),
  size: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'how much each time' }),
  vp_eport: field(uint32_t, { direction: 'in', doc: 'the port to notify' }),
  _pad0: field(uint16_t, { direction: 'in', doc: 'not used' }),
  state: field(bits(ioreq_state, 4), { direction: 'inout', doc: 'whose turn it is' }),
  data_is_ptr: field(bits(uint8_t, 1), {
    direction: 'in',
    doc: 'whether data is a guest-physical address',
  }),
  dir: field(bits(ioreq_dir, 1), { direction: 'in', doc: 'read or write' }),
  df: field(bits(uint8_t, 1), { direction: 'in', doc: 'whether addresses go down' }),
  _pad1: field(bits(uint8_t, 1), { direction: 'in', doc: 'not used' }),
  type: field(ioreq_type, { direction: 'in', doc: 'what it is for' }),
});
export type Ioreq = Infer<typeof ioreq>;

/** The page of the requests, one for each vCPU; there are as many as the domain has vCPUs. */
export const shared_iopage = struct('shared_iopage', {
  vcpu_ioreq: field(array(ioreq, 1), { direction: 'inout', doc: 'the requests' }),
});
export type SharedIopage = Infer<typeof shared_iopage>;

/** A write that nobody waits for. */
export const buf_ioreq = struct('buf_ioreq', {
  type: field(ioreq_type, { direction: 'in', doc: 'what it is for' }),
  pad: field(bits(uint8_t, 1), { direction: 'in', doc: 'not used' }),
  dir: field(bits(ioreq_dir, 1), { direction: 'in', doc: 'read or write' }),
  size: field(bits(uint8_t, 2), {
    direction: 'in',
    doc: 'how much: 2^size bytes; 8 bytes take two slots',
  }),
  addr: field(bits(uint32_t, 20), {
    direction: 'in',
    unit: 'address',
    doc: 'the port or the guest-physical address',
  }),
  data: field(uint32_t, { direction: 'in', unit: 'address', doc: 'what is written' }),
});
export type BufIoreq = Infer<typeof buf_ioreq>;

export const IOREQ_BUFFER_SLOT_NUM = 511;

/** The ring of writes that nobody waits for. */
export const buffered_iopage = struct('buffered_iopage', {
  read_pointer: field(uint32_t, { direction: 'inout', unit: 'count', doc: 'slots read so far' }),
  write_pointer: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'slots written so far',
  }),
  buf_ioreq: field(array(buf_ioreq, IOREQ_BUFFER_SLOT_NUM), {
    direction: 'inout',
    doc: 'the slots',
  }),
});
export type BufferedIopage = Infer<typeof buffered_iopage>;

/** Ports of ACPI, where HVM_PARAM_ACPI_IOPORTS_LOCATION is 0. */
export const ACPI_PM1A_EVT_BLK_ADDRESS_V0 = 0x1f40;
export const ACPI_PM1A_CNT_BLK_ADDRESS_V0 = 0x1f44;
export const ACPI_PM_TMR_BLK_ADDRESS_V0 = 0x1f48;
export const ACPI_GPE0_BLK_ADDRESS_V0 = 0x1f68;
export const ACPI_GPE0_BLK_LEN_V0 = 8;
/** The same where it is 1. */
export const ACPI_PM1A_EVT_BLK_ADDRESS_V1 = 0xb000;
export const ACPI_PM1A_CNT_BLK_ADDRESS_V1 = 0xb004;
export const ACPI_PM_TMR_BLK_ADDRESS_V1 = 0xb008;
export const ACPI_GPE0_BLK_ADDRESS_V1 = 0xafe0;
export const ACPI_GPE0_BLK_LEN_V1 = 4;
