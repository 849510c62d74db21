// Generated from abi/pci-device.ts by scripts/generate.ts: do not edit.
import type { physdev_pci_device } from '../../abi/pci-device.js';
import {
  codecOf,
  isBytes,
  struct,
  u16,
  u8,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const physdev_pci_device_x86_32: Generated = {
  layout: '71787fd1',
  size: 4,
  align: 2,
  shape: () => struct(4, ['seg', 0, u16], ['bus', 2, u8], ['devfn', 3, u8]),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 4 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 4 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        seg: view.getUint16(offset, true),
        bus: view.getUint8(offset + 2),
        devfn: view.getUint8(offset + 3),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 4 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.seg;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.bus;
        if (typeof x2 !== 'number' || (x2 & 0xff) !== x2) break fast;
        const x3 = v0.devfn;
        if (typeof x3 !== 'number' || (x3 & 0xff) !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 4 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint8(offset + 2, x2);
        view.setUint8(offset + 3, x3);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof physdev_pci_device> = /* @__PURE__ */ codecOf(
  'physdev_pci_device',
  'x86_32',
  physdev_pci_device_x86_32,
);
export const x86_64: PrintedCodec<typeof physdev_pci_device> = /* @__PURE__ */ codecOf(
  'physdev_pci_device',
  'x86_64',
  physdev_pci_device_x86_32,
);
export const arm32: PrintedCodec<typeof physdev_pci_device> = /* @__PURE__ */ codecOf(
  'physdev_pci_device',
  'arm32',
  physdev_pci_device_x86_32,
);
export const arm64: PrintedCodec<typeof physdev_pci_device> = /* @__PURE__ */ codecOf(
  'physdev_pci_device',
  'arm64',
  physdev_pci_device_x86_32,
);
export const riscv64: PrintedCodec<typeof physdev_pci_device> = /* @__PURE__ */ codecOf(
  'physdev_pci_device',
  'riscv64',
  physdev_pci_device_x86_32,
);
export const ppc64: PrintedCodec<typeof physdev_pci_device> = /* @__PURE__ */ codecOf(
  'physdev_pci_device',
  'ppc64',
  physdev_pci_device_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof physdev_pci_device>;
  readonly x86_64: PrintedCodec<typeof physdev_pci_device>;
  readonly arm32: PrintedCodec<typeof physdev_pci_device>;
  readonly arm64: PrintedCodec<typeof physdev_pci_device>;
  readonly riscv64: PrintedCodec<typeof physdev_pci_device>;
  readonly ppc64: PrintedCodec<typeof physdev_pci_device>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
