/** physdev.h: the one struct of it that memory.h embeds. */
import { field, struct, uint16_t, uint8_t, type Infer } from '../src/schema/index.js';

/** A PCI device by its place on the bus. */
export const physdev_pci_device = struct('physdev_pci_device', {
  seg: field(uint16_t, { direction: 'in', doc: 'PCI segment' }),
  bus: field(uint8_t, { direction: 'in', doc: 'PCI bus' }),
  devfn: field(uint8_t, { direction: 'in', doc: 'device in the upper five bits, function below' }),
});
export type PhysdevPciDevice = Infer<typeof physdev_pci_device>;
