/** hvm/e820.h: where the firmware of an HVM domain finds its memory map. */
export const HVM_E820_PAGE = 0x90000;
/** Where in the page the number of entries is. */
export const HVM_E820_NR_OFFSET = 0x1e8;
/** Where in the page the entries begin. */
export const HVM_E820_OFFSET = 0x2d0;
export const HVM_BELOW_4G_RAM_END = 0xf0000000;
export const HVM_BELOW_4G_MMIO_START = 0xf0000000;
export const HVM_BELOW_4G_MMIO_LENGTH = 0x10000000;
