/**
 * The element of a memory map's list. No public header declares it: memory.h says only that the
 * entries are those of the BIOS call, and leaves the handle's target void. Facts from xenctrl.h
 * and Xen's own asm/e820.h.
 */
import { enumeration, field, struct, uint32_t, uint64_t, type Infer } from '../src/schema/index.js';

export const E820_RAM = 1;
export const E820_RESERVED = 2;
export const E820_ACPI = 3;
export const E820_NVS = 4;
export const E820_UNUSABLE = 5;

/** What the firmware says that a range is. */
export const e820_type = enumeration('e820_type', uint32_t, {
  E820_RAM,
  E820_RESERVED,
  E820_ACPI,
  E820_NVS,
  E820_UNUSABLE,
});

/** A range of the memory map; packed, so 20 bytes everywhere. */
export const e820entry = struct(
  'e820entry',
  {
    addr: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'first byte of the range' }),
    size: field(uint64_t, { direction: 'inout', unit: 'bytes', doc: 'length of the range' }),
    type: field(e820_type, { direction: 'inout', doc: 'what the range is' }),
  },
  { packed: true },
);
export type E820Entry = Infer<typeof e820entry>;
