/** physdev.h. */
import {
  c_int,
  flexible,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_long,
} from '../src/schema/index.js';
import { physdev_pci_device } from './pci-device.js';
import { XEN_GUEST_HANDLE, domid_t, xen_pfn_t } from './xen.js';

export * from './pci-device.js';

export const physdev_eoi = struct('physdev_eoi', {
  irq: uint32_t,
});
export type PhysdevEoi = Infer<typeof physdev_eoi>;

export const physdev_pirq_eoi_gmfn = struct('physdev_pirq_eoi_gmfn', {
  gmfn: xen_pfn_t,
});
export type PhysdevPirqEoiGmfn = Infer<typeof physdev_pirq_eoi_gmfn>;

export const physdev_irq_status_query = struct('physdev_irq_status_query', {
  irq: uint32_t,
  flags: uint32_t,
});
export type PhysdevIrqStatusQuery = Infer<typeof physdev_irq_status_query>;

export const physdev_set_iopl = struct('physdev_set_iopl', {
  iopl: uint32_t,
});
export type PhysdevSetIopl = Infer<typeof physdev_set_iopl>;

export const physdev_set_iobitmap = struct('physdev_set_iobitmap', {
  bitmap: XEN_GUEST_HANDLE(uint8_t, undefined, 'uint8'),
  nr_ports: uint32_t,
});
export type PhysdevSetIobitmap = Infer<typeof physdev_set_iobitmap>;

export const physdev_apic = struct('physdev_apic', {
  apic_physbase: unsigned_long,
  reg: uint32_t,
  value: uint32_t,
});
export type PhysdevApic = Infer<typeof physdev_apic>;

export const physdev_irq = struct('physdev_irq', {
  irq: uint32_t,
  vector: uint32_t,
});
export type PhysdevIrq = Infer<typeof physdev_irq>;

export const physdev_map_pirq = struct('physdev_map_pirq', {
  domid: domid_t,
  type: c_int,
  index: c_int,
  pirq: c_int,
  bus: c_int,
  devfn: c_int,
  entry_nr: c_int,
  table_base: uint64_t,
});
export type PhysdevMapPirq = Infer<typeof physdev_map_pirq>;

export const physdev_unmap_pirq = struct('physdev_unmap_pirq', {
  domid: domid_t,
  pirq: c_int,
});
export type PhysdevUnmapPirq = Infer<typeof physdev_unmap_pirq>;

export const physdev_manage_pci = struct('physdev_manage_pci', {
  bus: uint8_t,
  devfn: uint8_t,
});
export type PhysdevManagePci = Infer<typeof physdev_manage_pci>;

export const physdev_restore_msi = struct('physdev_restore_msi', {
  bus: uint8_t,
  devfn: uint8_t,
});
export type PhysdevRestoreMsi = Infer<typeof physdev_restore_msi>;

export const physdev_manage_pci_ext = struct('physdev_manage_pci_ext', {
  bus: uint8_t,
  devfn: uint8_t,
  is_extfn: uint32_t,
  is_virtfn: uint32_t,
  physfn: struct(null, {
    bus: uint8_t,
    devfn: uint8_t,
  }),
});
export type PhysdevManagePciExt = Infer<typeof physdev_manage_pci_ext>;

export const physdev_op = struct('physdev_op', {
  cmd: uint32_t,
  u: union(null, {
    irq_status_query: physdev_irq_status_query,
    set_iopl: physdev_set_iopl,
    set_iobitmap: physdev_set_iobitmap,
    apic_op: physdev_apic,
    irq_op: physdev_irq,
  }),
});
export type PhysdevOp = Infer<typeof physdev_op>;

export const physdev_setup_gsi = struct('physdev_setup_gsi', {
  gsi: c_int,
  triggering: uint8_t,
  polarity: uint8_t,
});
export type PhysdevSetupGsi = Infer<typeof physdev_setup_gsi>;

export const physdev_get_free_pirq = struct('physdev_get_free_pirq', {
  type: c_int,
  pirq: uint32_t,
});
export type PhysdevGetFreePirq = Infer<typeof physdev_get_free_pirq>;

export const physdev_pci_mmcfg_reserved = struct('physdev_pci_mmcfg_reserved', {
  address: uint64_t,
  segment: uint16_t,
  start_bus: uint8_t,
  end_bus: uint8_t,
  flags: uint32_t,
});
export type PhysdevPciMmcfgReserved = Infer<typeof physdev_pci_mmcfg_reserved>;

export const physdev_pci_device_add = struct('physdev_pci_device_add', {
  seg: uint16_t,
  bus: uint8_t,
  devfn: uint8_t,
  flags: uint32_t,
  physfn: struct(null, {
    bus: uint8_t,
    devfn: uint8_t,
  }),
  optarr: flexible(uint32_t),
});
export type PhysdevPciDeviceAdd = Infer<typeof physdev_pci_device_add>;

export const pci_device_reset = struct(
  'pci_device_reset',
  {
    dev: physdev_pci_device,
    flags: uint32_t,
  },
  { since: '4.20' },
);
export type PciDeviceReset = Infer<typeof pci_device_reset>;

export const physdev_dbgp_op = struct('physdev_dbgp_op', {
  op: uint8_t,
  bus: uint8_t,
  u: union(null, {
    pci: physdev_pci_device,
  }),
});
export type PhysdevDbgpOp = Infer<typeof physdev_dbgp_op>;
