/** nmi.h: NMIs that dom0 handles. */
import { field, flags, struct, unsigned_long, type Infer } from '../src/schema/index.js';

/** A device failed. */
export const XEN_NMIREASON_io_error = 1 << 0;
/** The PCI bus failed. */
export const XEN_NMIREASON_pci_serr = 1 << 1;
/** Nobody knows. */
export const XEN_NMIREASON_unknown = 1 << 2;

/** Why there was an NMI. */
export const xen_nmireason = flags('xen_nmireason', unsigned_long, {
  XEN_NMIREASON_io_error,
  XEN_NMIREASON_pci_serr,
  XEN_NMIREASON_unknown,
});

export const XENNMI_register_callback = 0;

/** Sets where the domain is entered for an NMI. */
export const xennmi_callback = struct('xennmi_callback', {
  handler_address: field(unsigned_long, {
    direction: 'in',
    unit: 'address',
    doc: 'virtual address of the handler',
  }),
  pad: field(unsigned_long, { direction: 'in', doc: 'not used' }),
});
export type XennmiCallback = Infer<typeof xennmi_callback>;

export const XENNMI_unregister_callback = 1;
