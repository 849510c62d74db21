// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { mem_sharing_op_fork } from '../../abi/memory.js';
import {
  codecOf,
  isBytes,
  struct,
  u16,
  u32,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const mem_sharing_op_fork_x86_32: Generated = {
  layout: 'f110fa45',
  size: 8,
  align: 4,
  shape: () => struct(8, ['parent_domain', 0, u16], ['flags', 2, u16], ['pad', 4, u32]),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 8 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        parent_domain: view.getUint16(offset, true),
        flags: view.getUint16(offset + 2, true),
        pad: view.getUint32(offset + 4, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.parent_domain;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.flags;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.pad;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 8 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof mem_sharing_op_fork> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_fork',
  'x86_32',
  mem_sharing_op_fork_x86_32,
);
export const x86_64: PrintedCodec<typeof mem_sharing_op_fork> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_fork',
  'x86_64',
  mem_sharing_op_fork_x86_32,
);
export const arm32: PrintedCodec<typeof mem_sharing_op_fork> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_fork',
  'arm32',
  mem_sharing_op_fork_x86_32,
);
export const arm64: PrintedCodec<typeof mem_sharing_op_fork> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_fork',
  'arm64',
  mem_sharing_op_fork_x86_32,
);
export const riscv64: PrintedCodec<typeof mem_sharing_op_fork> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_fork',
  'riscv64',
  mem_sharing_op_fork_x86_32,
);
export const ppc64: PrintedCodec<typeof mem_sharing_op_fork> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_fork',
  'ppc64',
  mem_sharing_op_fork_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof mem_sharing_op_fork>;
  readonly x86_64: PrintedCodec<typeof mem_sharing_op_fork>;
  readonly arm32: PrintedCodec<typeof mem_sharing_op_fork>;
  readonly arm64: PrintedCodec<typeof mem_sharing_op_fork>;
  readonly riscv64: PrintedCodec<typeof mem_sharing_op_fork>;
  readonly ppc64: PrintedCodec<typeof mem_sharing_op_fork>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
