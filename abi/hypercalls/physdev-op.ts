/** physdev.h: physdev_op. */
import { c_int, struct } from '../../src/schema/index.js';
import { physdev_pci_device } from '../pci-device.js';
import {
  pci_device_reset,
  physdev_apic,
  physdev_dbgp_op,
  physdev_eoi,
  physdev_get_free_pirq,
  physdev_irq,
  physdev_irq_status_query,
  physdev_manage_pci,
  physdev_manage_pci_ext,
  physdev_map_pirq,
  physdev_pci_device_add,
  physdev_pci_mmcfg_reserved,
  physdev_pirq_eoi_gmfn,
  physdev_restore_msi,
  physdev_set_iobitmap,
  physdev_set_iopl,
  physdev_setup_gsi,
  physdev_unmap_pirq,
} from '../physdev.js';
import { bitmap, nothing, rows, takes, to, trades, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on interrupts and devices. */
export const table: Hypercall = {
  number: 33,
  name: 'physdev_op',
  registers: struct('physdev_op', { cmd: c_int, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [4, 'PHYSDEVOP_IRQ_UNMASK_NOTIFY', 'unmasks interrupts; obsolete', { ...nothing, abis: x86 }],
      [
        5,
        'PHYSDEVOP_irq_status_query',
        'reads whether an interrupt needs to be ended',
        { ...trades(physdev_irq_status_query), abis: x86 },
      ],
      [
        6,
        'PHYSDEVOP_set_iopl',
        'sets the I/O privilege level of the calling vCPU',
        { ...takes(physdev_set_iopl), abis: x86 },
      ],
      [
        7,
        'PHYSDEVOP_set_iobitmap',
        "sets the calling vCPU's bitmap of I/O ports",
        { ...takes(physdev_set_iobitmap, { bitmap: bitmap('in', 'nr_ports') }), abis: x86 },
      ],
      [
        8,
        'PHYSDEVOP_apic_read',
        'reads a register of an I/O APIC',
        { ...trades(physdev_apic), abis: x86 },
      ],
      [
        9,
        'PHYSDEVOP_apic_write',
        'writes a register of an I/O APIC',
        { ...takes(physdev_apic), abis: x86 },
      ],
      [
        10,
        'PHYSDEVOP_alloc_irq_vector',
        'allocates a vector for an interrupt',
        { ...trades(physdev_irq), abis: x86 },
      ],
      [
        11,
        'PHYSDEVOP_free_irq_vector',
        'gives a vector back; not implemented',
        { ...takes(physdev_irq), abis: x86 },
      ],
      [12, 'PHYSDEVOP_eoi', 'ends an interrupt', { ...takes(physdev_eoi), abis: x86 }],
      [
        13,
        'PHYSDEVOP_map_pirq',
        'maps an interrupt of a device to a PIRQ',
        { ...trades(physdev_map_pirq), abis: x86 },
      ],
      [14, 'PHYSDEVOP_unmap_pirq', 'unmaps a PIRQ', { ...takes(physdev_unmap_pirq), abis: x86 }],
      [
        15,
        'PHYSDEVOP_manage_pci_add',
        'tells of a new PCI device',
        { ...takes(physdev_manage_pci), abis: x86 },
      ],
      [
        16,
        'PHYSDEVOP_manage_pci_remove',
        'tells that a PCI device is gone',
        { ...takes(physdev_manage_pci), abis: x86 },
      ],
      [
        17,
        'PHYSDEVOP_pirq_eoi_gmfn_v1',
        'shares a page of flags of PIRQs to be ended; unmasks on its own',
        { ...takes(physdev_pirq_eoi_gmfn), abis: x86 },
      ],
      [
        19,
        'PHYSDEVOP_restore_msi',
        "restores a device's message interrupts after a sleep",
        { ...takes(physdev_restore_msi), abis: x86 },
      ],
      [
        20,
        'PHYSDEVOP_manage_pci_add_ext',
        'tells of a new PCI device, with its kind',
        { ...takes(physdev_manage_pci_ext), abis: x86 },
      ],
      [
        21,
        'PHYSDEVOP_setup_gsi',
        'sets trigger and polarity of a global interrupt',
        { ...takes(physdev_setup_gsi), abis: x86 },
      ],
      [
        23,
        'PHYSDEVOP_get_free_pirq',
        'reserves a PIRQ',
        { ...trades(physdev_get_free_pirq), abis: x86 },
      ],
      [
        24,
        'PHYSDEVOP_pci_mmcfg_reserved',
        'tells of a region of PCI configuration space in memory',
        { ...takes(physdev_pci_mmcfg_reserved), abis: x86 },
      ],
      [
        25,
        'PHYSDEVOP_pci_device_add',
        'tells of a new PCI device, by segment',
        takes(physdev_pci_device_add),
      ],
      [
        26,
        'PHYSDEVOP_pci_device_remove',
        'tells that a PCI device is gone, by segment',
        takes(physdev_pci_device),
      ],
      [
        27,
        'PHYSDEVOP_restore_msi_ext',
        "restores a device's message interrupts, by segment",
        { ...takes(physdev_pci_device), abis: x86 },
      ],
      [
        28,
        'PHYSDEVOP_pirq_eoi_gmfn_v2',
        'shares a page of flags of PIRQs to be ended',
        { ...takes(physdev_pirq_eoi_gmfn), abis: x86 },
      ],
      [
        29,
        'PHYSDEVOP_dbgp_op',
        "tells of a reset of the USB debug port's controller",
        { ...takes(physdev_dbgp_op), abis: x86 },
      ],
      [
        30,
        'PHYSDEVOP_prepare_msix',
        'prepares a device for MSI-X',
        { ...takes(physdev_pci_device), abis: x86 },
      ],
      [
        31,
        'PHYSDEVOP_release_msix',
        "lets a device's MSI-X go",
        { ...takes(physdev_pci_device), abis: x86 },
      ],
      [
        32,
        'PHYSDEVOP_pci_device_reset',
        'tells that a PCI device was reset',
        { ...takes(pci_device_reset), since: '4.20' },
      ],
    ]),
  },
};
