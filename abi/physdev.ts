/** physdev.h: interrupts, I/O ports and PCI devices of the host. */
import {
  c_int,
  enumeration,
  field,
  flags,
  flexible,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_long,
  type Infer,
} from '../src/schema/index.js';
import { physdev_pci_device } from './pci-device.js';
import { XEN_GUEST_HANDLE, domid_t, xen_pfn_t } from './xen.js';

export * from './pci-device.js';

/** Long gone. */
export const PHYSDEVOP_IRQ_UNMASK_NOTIFY = 4;
export const PHYSDEVOP_eoi = 12;

/** Says that an interrupt was handled. */
export const physdev_eoi = struct('physdev_eoi', {
  irq: field(uint32_t, { direction: 'in', doc: 'the interrupt' }),
});
export type PhysdevEoi = Infer<typeof physdev_eoi>;

/** The domain says that it handled an interrupt by unmasking its port. */
export const PHYSDEVOP_pirq_eoi_gmfn_v1 = 17;
/** It says so by PHYSDEVOP_eoi alone. */
export const PHYSDEVOP_pirq_eoi_gmfn_v2 = 28;

/** A page with a bit for each interrupt that has to be said to be handled. */
export const physdev_pirq_eoi_gmfn = struct('physdev_pirq_eoi_gmfn', {
  gmfn: field(xen_pfn_t, { direction: 'in', unit: 'GFN', doc: 'the page; of a PV domain its MFN' }),
});
export type PhysdevPirqEoiGmfn = Infer<typeof physdev_pirq_eoi_gmfn>;

export const PHYSDEVOP_irq_status_query = 5;

/** It has to be said to be handled. */
export const XENIRQSTAT_needs_eoi = 1 << 0;
/** Other domains have it too. */
export const XENIRQSTAT_shared = 1 << 1;

/** How an interrupt is. */
export const xenirqstat = flags('xenirqstat', uint32_t, {
  XENIRQSTAT_needs_eoi,
  XENIRQSTAT_shared,
});

/** How an interrupt is. */
export const physdev_irq_status_query = struct('physdev_irq_status_query', {
  irq: field(uint32_t, { direction: 'in', doc: 'the interrupt' }),
  flags: field(xenirqstat, { direction: 'out', doc: 'how it is' }),
});
export type PhysdevIrqStatusQuery = Infer<typeof physdev_irq_status_query>;

export const PHYSDEVOP_set_iopl = 6;

/** The I/O privilege level of the calling vCPU. */
export const physdev_set_iopl = struct('physdev_set_iopl', {
  iopl: field(uint32_t, { direction: 'in', doc: 'the level, 0 to 3' }),
});
export type PhysdevSetIopl = Infer<typeof physdev_set_iopl>;

export const PHYSDEVOP_set_iobitmap = 7;

/** Which I/O ports the calling vCPU's user mode may use. */
export const physdev_set_iobitmap = struct('physdev_set_iobitmap', {
  // Its length is one byte for each eight ports: the hypercall's table says so.
  bitmap: field(XEN_GUEST_HANDLE(uint8_t, undefined, 'uint8'), {
    direction: 'in',
    doc: 'a bit for each port, 0 where it may be used',
  }),
  nr_ports: field(uint32_t, { direction: 'in', unit: 'count', doc: 'ports that the map has' }),
});
export type PhysdevSetIobitmap = Infer<typeof physdev_set_iobitmap>;

export const PHYSDEVOP_apic_read = 8;
export const PHYSDEVOP_apic_write = 9;

/** Reads or writes a register of an I/O APIC. */
export const physdev_apic = struct('physdev_apic', {
  apic_physbase: field(unsigned_long, {
    direction: 'in',
    unit: 'address',
    doc: 'machine address of the I/O APIC',
  }),
  reg: field(uint32_t, { direction: 'in', doc: 'the register' }),
  value: field(uint32_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'what it holds; written by apic_read',
  }),
});
export type PhysdevApic = Infer<typeof physdev_apic>;

export const PHYSDEVOP_alloc_irq_vector = 10;
export const PHYSDEVOP_free_irq_vector = 11;

/** The vector of an interrupt. */
export const physdev_irq = struct('physdev_irq', {
  irq: field(uint32_t, { direction: 'in', doc: 'the interrupt' }),
  vector: field(uint32_t, { direction: 'inout', doc: 'its vector; written by alloc_irq_vector' }),
});
export type PhysdevIrq = Infer<typeof physdev_irq>;

/** A message, of a device in segment 0. */
export const MAP_PIRQ_TYPE_MSI = 0;
/** A line of an I/O APIC. */
export const MAP_PIRQ_TYPE_GSI = 1;
/** None. */
export const MAP_PIRQ_TYPE_UNKNOWN = 2;
/** A message, of a device in any segment. */
export const MAP_PIRQ_TYPE_MSI_SEG = 3;
/** Some messages. */
export const MAP_PIRQ_TYPE_MULTI_MSI = 4;

/** What kind of interrupt is mapped. */
export const map_pirq_type = enumeration('map_pirq_type', c_int, {
  MAP_PIRQ_TYPE_MSI,
  MAP_PIRQ_TYPE_GSI,
  MAP_PIRQ_TYPE_UNKNOWN,
  MAP_PIRQ_TYPE_MSI_SEG,
  MAP_PIRQ_TYPE_MULTI_MSI,
});

export const PHYSDEVOP_map_pirq = 13;

/** Gives a domain an interrupt of the host. */
export const physdev_map_pirq = struct('physdev_map_pirq', {
  domid: field(domid_t, { direction: 'in', doc: 'the domain that gets it' }),
  type: field(map_pirq_type, { direction: 'in', doc: 'the kind of interrupt' }),
  index: field(c_int, { direction: 'in', doc: 'GSI: the line; MSI: -1, or the vector' }),
  pirq: field(c_int, {
    direction: 'inout',
    doc: "the domain's number for it; negative for any, which is then written",
  }),
  bus: field(c_int, {
    direction: 'in',
    doc: 'MSI: bus of the device, and above 16 bits its segment',
  }),
  devfn: field(c_int, {
    direction: 'in',
    doc: 'MSI: device in the upper five of eight bits, function below',
  }),
  entry_nr: field(c_int, {
    direction: 'inout',
    unit: 'count',
    doc: 'MSI-X: the entry; MULTI_MSI: how many, and how many could be had',
  }),
  table_base: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: "MSI-X: machine address of the device's table, else 0",
  }),
});
export type PhysdevMapPirq = Infer<typeof physdev_map_pirq>;

export const PHYSDEVOP_unmap_pirq = 14;

/** Takes an interrupt of the host from a domain. */
export const physdev_unmap_pirq = struct('physdev_unmap_pirq', {
  domid: field(domid_t, { direction: 'in', doc: 'the domain' }),
  pirq: field(c_int, { direction: 'in', doc: "the domain's number for it" }),
});
export type PhysdevUnmapPirq = Infer<typeof physdev_unmap_pirq>;

export const PHYSDEVOP_manage_pci_add = 15;
export const PHYSDEVOP_manage_pci_remove = 16;

/** Says that a PCI device came or went. */
export const physdev_manage_pci = struct('physdev_manage_pci', {
  bus: field(uint8_t, { direction: 'in', doc: 'PCI bus' }),
  devfn: field(uint8_t, { direction: 'in', doc: 'device in the upper five bits, function below' }),
});
export type PhysdevManagePci = Infer<typeof physdev_manage_pci>;

export const PHYSDEVOP_restore_msi = 19;

/** Programs the messages of a device again. */
export const physdev_restore_msi = struct('physdev_restore_msi', {
  bus: field(uint8_t, { direction: 'in', doc: 'PCI bus' }),
  devfn: field(uint8_t, { direction: 'in', doc: 'device in the upper five bits, function below' }),
});
export type PhysdevRestoreMsi = Infer<typeof physdev_restore_msi>;

export const PHYSDEVOP_manage_pci_add_ext = 20;

/** The function that a virtual function belongs to. */
const physicalFunction = struct(null, {
  bus: field(uint8_t, { direction: 'in', doc: 'PCI bus' }),
  devfn: field(uint8_t, { direction: 'in', doc: 'device in the upper five bits, function below' }),
});

/** Says that a PCI device came, and what kind of function it is. */
export const physdev_manage_pci_ext = struct('physdev_manage_pci_ext', {
  bus: field(uint8_t, { direction: 'in', doc: 'PCI bus' }),
  devfn: field(uint8_t, { direction: 'in', doc: 'device in the upper five bits, function below' }),
  is_extfn: field(uint32_t, { direction: 'in', doc: 'whether it is an extended function' }),
  is_virtfn: field(uint32_t, { direction: 'in', doc: 'whether it is a virtual function' }),
  physfn: field(physicalFunction, {
    direction: 'in',
    doc: 'the function that a virtual one belongs to',
  }),
});
export type PhysdevManagePciExt = Infer<typeof physdev_manage_pci_ext>;

/** What the old hypercall is to do. */
export const physdev_cmd = enumeration('physdev_cmd', uint32_t, {
  PHYSDEVOP_IRQ_UNMASK_NOTIFY,
  PHYSDEVOP_irq_status_query,
  PHYSDEVOP_set_iopl,
  PHYSDEVOP_set_iobitmap,
  PHYSDEVOP_apic_read,
  PHYSDEVOP_apic_write,
  PHYSDEVOP_alloc_irq_vector,
  PHYSDEVOP_free_irq_vector,
});

/** The argument of the old hypercall, which has the operation inside. */
export const physdev_op = struct('physdev_op', {
  cmd: field(physdev_cmd, { direction: 'in', doc: 'the operation' }),
  u: field(
    union(
      null,
      {
        irq_status_query: field(physdev_irq_status_query, {
          direction: 'inout',
          doc: 'how an interrupt is',
        }),
        set_iopl: field(physdev_set_iopl, { direction: 'in', doc: 'the I/O privilege level' }),
        set_iobitmap: field(physdev_set_iobitmap, {
          direction: 'in',
          doc: 'which I/O ports may be used',
        }),
        apic_op: field(physdev_apic, { direction: 'inout', doc: 'a register of an I/O APIC' }),
        irq_op: field(physdev_irq, { direction: 'inout', doc: 'the vector of an interrupt' }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [PHYSDEVOP_irq_status_query]: 'irq_status_query',
            [PHYSDEVOP_set_iopl]: 'set_iopl',
            [PHYSDEVOP_set_iobitmap]: 'set_iobitmap',
            [PHYSDEVOP_apic_read]: 'apic_op',
            [PHYSDEVOP_apic_write]: 'apic_op',
            [PHYSDEVOP_alloc_irq_vector]: 'irq_op',
            [PHYSDEVOP_free_irq_vector]: 'irq_op',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the operation' },
  ),
});
export type PhysdevOp = Infer<typeof physdev_op>;

export const PHYSDEVOP_setup_gsi = 21;

/** How a line of an I/O APIC is wired. */
export const physdev_setup_gsi = struct('physdev_setup_gsi', {
  gsi: field(c_int, { direction: 'in', doc: 'the line' }),
  triggering: field(uint8_t, { direction: 'in', doc: '0 for an edge, 1 for a level' }),
  polarity: field(uint8_t, { direction: 'in', doc: '0 for active high, 1 for active low' }),
});
export type PhysdevSetupGsi = Infer<typeof physdev_setup_gsi>;

export const PHYSDEVOP_get_free_pirq = 23;

/** A number that the domain has for no interrupt. */
export const physdev_get_free_pirq = struct('physdev_get_free_pirq', {
  type: field(map_pirq_type, { direction: 'in', doc: 'the kind of interrupt that it will be for' }),
  pirq: field(uint32_t, { direction: 'out', doc: 'the number' }),
});
export type PhysdevGetFreePirq = Infer<typeof physdev_get_free_pirq>;

/** The memory map says that it is reserved, so that it may be used. */
export const XEN_PCI_MMCFG_RESERVED = 1;

/** How a configuration space is. */
export const pci_mmcfg_flags = flags('pci_mmcfg_flags', uint32_t, { XEN_PCI_MMCFG_RESERVED });

export const PHYSDEVOP_pci_mmcfg_reserved = 24;

/** Where the configuration space of PCI buses is in memory. */
export const physdev_pci_mmcfg_reserved = struct('physdev_pci_mmcfg_reserved', {
  address: field(uint64_t, {
    direction: 'in',
    unit: 'address',
    doc: 'machine address of that of bus 0',
  }),
  segment: field(uint16_t, { direction: 'in', doc: 'PCI segment' }),
  start_bus: field(uint8_t, { direction: 'in', doc: 'first bus' }),
  end_bus: field(uint8_t, { direction: 'in', doc: 'last bus' }),
  flags: field(pci_mmcfg_flags, { direction: 'in', doc: 'whether it may be used' }),
});
export type PhysdevPciMmcfgReserved = Infer<typeof physdev_pci_mmcfg_reserved>;

/** An extended function. */
export const XEN_PCI_DEV_EXTFN = 1;
/** A virtual function. */
export const XEN_PCI_DEV_VIRTFN = 2;
/** Its proximity domain is known. */
export const XEN_PCI_DEV_PXM = 4;

/** What kind of function a PCI device is. */
export const pci_dev_flags = flags('pci_dev_flags', uint32_t, {
  XEN_PCI_DEV_EXTFN,
  XEN_PCI_DEV_VIRTFN,
  XEN_PCI_DEV_PXM,
});

export const PHYSDEVOP_pci_device_add = 25;
export const PHYSDEVOP_pci_device_remove = 26;
export const PHYSDEVOP_restore_msi_ext = 27;
export const PHYSDEVOP_prepare_msix = 30;
export const PHYSDEVOP_release_msix = 31;

/** Says that a PCI device came, and what kind of function it is. */
export const physdev_pci_device_add = struct('physdev_pci_device_add', {
  seg: field(uint16_t, { direction: 'in', doc: 'PCI segment' }),
  bus: field(uint8_t, { direction: 'in', doc: 'PCI bus' }),
  devfn: field(uint8_t, { direction: 'in', doc: 'device in the upper five bits, function below' }),
  flags: field(pci_dev_flags, { direction: 'in', doc: 'what kind of function it is' }),
  physfn: field(physicalFunction, {
    direction: 'in',
    doc: 'the function that a virtual one belongs to',
  }),
  optarr: field(flexible(uint32_t), {
    direction: 'in',
    doc: 'XEN_PCI_DEV_PXM: the proximity domain',
  }),
});
export type PhysdevPciDeviceAdd = Infer<typeof physdev_pci_device_add>;

export const PHYSDEVOP_pci_device_reset = 32;

export const PCI_DEVICE_RESET_COLD = 0;
export const PCI_DEVICE_RESET_WARM = 1;
export const PCI_DEVICE_RESET_HOT = 2;
export const PCI_DEVICE_RESET_FLR = 3;
export const PCI_DEVICE_RESET_MASK = 3;

/** How a device was reset; the low two bits say it. */
export const pci_device_reset_flags = enumeration('pci_device_reset_flags', uint32_t, {
  PCI_DEVICE_RESET_COLD,
  PCI_DEVICE_RESET_WARM,
  PCI_DEVICE_RESET_HOT,
  PCI_DEVICE_RESET_FLR,
});

/** Says that a PCI device was reset. */
export const pci_device_reset = struct(
  'pci_device_reset',
  {
    dev: field(physdev_pci_device, { direction: 'in', doc: 'the device' }),
    flags: field(pci_device_reset_flags, { direction: 'in', doc: 'how it was reset' }),
  },
  { since: '4.20' },
);
export type PciDeviceReset = Infer<typeof pci_device_reset>;

/** Its controller is about to be reset. */
export const PHYSDEVOP_DBGP_RESET_PREPARE = 1;
/** Its controller was reset. */
export const PHYSDEVOP_DBGP_RESET_DONE = 2;

/** What happens to the debug port. */
export const physdev_dbgp = enumeration('physdev_dbgp', uint8_t, {
  PHYSDEVOP_DBGP_RESET_PREPARE,
  PHYSDEVOP_DBGP_RESET_DONE,
});

/** Nobody says. */
export const PHYSDEVOP_DBGP_BUS_UNKNOWN = 0;
/** On a PCI bus. */
export const PHYSDEVOP_DBGP_BUS_PCI = 1;

/** Where the debug port's controller is. */
export const physdev_dbgp_bus = enumeration('physdev_dbgp_bus', uint8_t, {
  PHYSDEVOP_DBGP_BUS_UNKNOWN,
  PHYSDEVOP_DBGP_BUS_PCI,
});

export const PHYSDEVOP_dbgp_op = 29;

/** Says that the controller of the USB debug port is reset. */
export const physdev_dbgp_op = struct('physdev_dbgp_op', {
  op: field(physdev_dbgp, { direction: 'in', doc: 'what happens' }),
  bus: field(physdev_dbgp_bus, { direction: 'in', doc: 'where the controller is' }),
  u: field(
    union(
      null,
      { pci: field(physdev_pci_device, { direction: 'in', doc: 'the controller' }) },
      { selector: { by: 'bus', live: { [PHYSDEVOP_DBGP_BUS_PCI]: 'pci' } } },
    ),
    { direction: 'in', doc: 'which one it is' },
  ),
});
export type PhysdevDbgpOp = Infer<typeof physdev_dbgp_op>;
