/** io/pciif.h: PCI devices that are given to domains. */
import {
  array,
  int32_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  flags,
  enumeration,
  field,
} from '../../src/schema/index.js';

export const XEN_PCI_MAGIC = '7';
/** The frontend waits for op. */
export const XEN_PCIF_active = 1 << 0;
/** The backend waits for aer_op. */
export const XEN_PCIB_AERHANDLER = 1 << 1;
/** The frontend handles aer_op. */
export const XEN_PCIB_active = 1 << 2;
/** Who waits. */
export const xen_pcif = flags('xen_pcif', uint32_t, {
  XEN_PCIF_active,
  XEN_PCIB_AERHANDLER,
  XEN_PCIB_active,
});
export const XEN_PCI_OP_conf_read = 0;
export const XEN_PCI_OP_conf_write = 1;
export const XEN_PCI_OP_enable_msi = 2;
export const XEN_PCI_OP_disable_msi = 3;
export const XEN_PCI_OP_enable_msix = 4;
export const XEN_PCI_OP_disable_msix = 5;
export const XEN_PCI_OP_aer_detected = 6;
export const XEN_PCI_OP_aer_resume = 7;
export const XEN_PCI_OP_aer_mmio = 8;
export const XEN_PCI_OP_aer_slotreset = 9;
export const XEN_PCI_OP_enable_multi_msi = 10;
/** What to do with a device. */
export const xen_pci_op_cmd = enumeration('xen_pci_op_cmd', uint32_t, {
  XEN_PCI_OP_conf_read,
  XEN_PCI_OP_conf_write,
  XEN_PCI_OP_enable_msi,
  XEN_PCI_OP_disable_msi,
  XEN_PCI_OP_enable_msix,
  XEN_PCI_OP_disable_msix,
  XEN_PCI_OP_aer_detected,
  XEN_PCI_OP_aer_resume,
  XEN_PCI_OP_aer_mmio,
  XEN_PCI_OP_aer_slotreset,
  XEN_PCI_OP_enable_multi_msi,
});
export const XEN_PCI_ERR_success = 0;
export const XEN_PCI_ERR_dev_not_found = -1;
export const XEN_PCI_ERR_invalid_offset = -2;
export const XEN_PCI_ERR_access_denied = -3;
export const XEN_PCI_ERR_not_implemented = -4;
export const XEN_PCI_ERR_op_failed = -5;
/** What came of it. */
export const xen_pci_err = enumeration('xen_pci_err', int32_t, {
  XEN_PCI_ERR_success,
  XEN_PCI_ERR_dev_not_found,
  XEN_PCI_ERR_invalid_offset,
  XEN_PCI_ERR_access_denied,
  XEN_PCI_ERR_not_implemented,
  XEN_PCI_ERR_op_failed,
});
/** Vectors of MSI-X, at most. */
export const SH_INFO_MAX_VEC = 128;

/** A vector of MSI-X. */
export const xen_msix_entry = struct('xen_msix_entry', {
  vector: field(uint16_t, { direction: 'out', doc: "the event channel's interrupt" }),
  entry: field(uint16_t, { direction: 'in', doc: "the entry of the device's table" }),
});
export type XenMsixEntry = Infer<typeof xen_msix_entry>;

/** Asks something of a device. */
export const xen_pci_op = struct('xen_pci_op', {
  cmd: field(xen_pci_op_cmd, { direction: 'in', doc: 'what to do' }),
  err: field(xen_pci_err, { direction: 'out', doc: 'what came of it' }),
  domain: field(uint32_t, { direction: 'in', doc: 'the device' }),
  bus: field(uint32_t, { direction: 'in', doc: 'the device' }),
  devfn: field(uint32_t, { direction: 'in', doc: 'the device' }),
  offset: field(int32_t, {
    direction: 'in',
    unit: 'bytes',
    doc: 'conf_*: where in its configuration',
  }),
  size: field(int32_t, { direction: 'in', unit: 'bytes', doc: 'conf_*: how much' }),
  value: field(uint32_t, {
    direction: 'inout',
    doc: 'conf_*: the value; enable_msi: the interrupt; enable_msix: how many',
  }),
  info: field(uint32_t, { direction: 'in', doc: 'unused' }),
  msix_entries: field(array(xen_msix_entry, 128), {
    direction: 'inout',
    doc: 'enable_msix: the vectors',
  }),
});
export type XenPciOp = Infer<typeof xen_pci_op>;

/** Tells of an error of a device. */
export const xen_pcie_aer_op = struct('xen_pcie_aer_op', {
  cmd: field(xen_pci_op_cmd, { direction: 'in', doc: 'what happened, aer_*' }),
  err: field(int32_t, {
    direction: 'inout',
    doc: 'how bad it is; after it, what came of it, as Linux numbers them',
  }),
  domain: field(uint32_t, { direction: 'in', doc: 'the device' }),
  bus: field(uint32_t, { direction: 'in', doc: 'the device' }),
  devfn: field(uint32_t, { direction: 'in', doc: 'the device' }),
});
export type XenPcieAerOp = Infer<typeof xen_pcie_aer_op>;

/** The page that front and back end share. */
export const xen_pci_sharedinfo = struct('xen_pci_sharedinfo', {
  flags: field(xen_pcif, { direction: 'inout', doc: 'who waits' }),
  op: field(xen_pci_op, { direction: 'inout', doc: 'what the frontend asks' }),
  aer_op: field(xen_pcie_aer_op, { direction: 'inout', doc: 'what the backend tells' }),
});
export type XenPciSharedinfo = Infer<typeof xen_pci_sharedinfo>;
