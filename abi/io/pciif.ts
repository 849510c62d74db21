/** io/pciif.h. */
import { array, int32_t, struct, type Infer, uint16_t, uint32_t } from '../../src/schema/index.js';

export const xen_msix_entry = struct('xen_msix_entry', {
  vector: uint16_t,
  entry: uint16_t,
});
export type XenMsixEntry = Infer<typeof xen_msix_entry>;

export const xen_pci_op = struct('xen_pci_op', {
  cmd: uint32_t,
  err: int32_t,
  domain: uint32_t,
  bus: uint32_t,
  devfn: uint32_t,
  offset: int32_t,
  size: int32_t,
  value: uint32_t,
  info: uint32_t,
  msix_entries: array(xen_msix_entry, 128),
});
export type XenPciOp = Infer<typeof xen_pci_op>;

export const xen_pcie_aer_op = struct('xen_pcie_aer_op', {
  cmd: uint32_t,
  err: int32_t,
  domain: uint32_t,
  bus: uint32_t,
  devfn: uint32_t,
});
export type XenPcieAerOp = Infer<typeof xen_pcie_aer_op>;

export const xen_pci_sharedinfo = struct('xen_pci_sharedinfo', {
  flags: uint32_t,
  op: xen_pci_op,
  aer_op: xen_pcie_aer_op,
});
export type XenPciSharedinfo = Infer<typeof xen_pci_sharedinfo>;
