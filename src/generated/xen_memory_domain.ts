// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_memory_domain } from '../../abi/memory.js';
import {
  codecOf,
  isBytes,
  struct,
  u16,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const xen_memory_domain_x86_32: Generated = {
  layout: '8cbadb0b',
  size: 2,
  align: 2,
  shape: () => struct(2, ['domid', 0, u16]),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 2 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 2 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return { domid: view.getUint16(offset, true) };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 2 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 1) break fast;
        if (!(offset + 2 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_memory_domain> = /* @__PURE__ */ codecOf(
  'xen_memory_domain',
  'x86_32',
  xen_memory_domain_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_memory_domain> = /* @__PURE__ */ codecOf(
  'xen_memory_domain',
  'x86_64',
  xen_memory_domain_x86_32,
);
export const arm32: PrintedCodec<typeof xen_memory_domain> = /* @__PURE__ */ codecOf(
  'xen_memory_domain',
  'arm32',
  xen_memory_domain_x86_32,
);
export const arm64: PrintedCodec<typeof xen_memory_domain> = /* @__PURE__ */ codecOf(
  'xen_memory_domain',
  'arm64',
  xen_memory_domain_x86_32,
);
export const riscv64: PrintedCodec<typeof xen_memory_domain> = /* @__PURE__ */ codecOf(
  'xen_memory_domain',
  'riscv64',
  xen_memory_domain_x86_32,
);
export const ppc64: PrintedCodec<typeof xen_memory_domain> = /* @__PURE__ */ codecOf(
  'xen_memory_domain',
  'ppc64',
  xen_memory_domain_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_memory_domain>;
  readonly x86_64: PrintedCodec<typeof xen_memory_domain>;
  readonly arm32: PrintedCodec<typeof xen_memory_domain>;
  readonly arm64: PrintedCodec<typeof xen_memory_domain>;
  readonly riscv64: PrintedCodec<typeof xen_memory_domain>;
  readonly ppc64: PrintedCodec<typeof xen_memory_domain>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
