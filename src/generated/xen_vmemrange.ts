// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_vmemrange } from '../../abi/memory.js';
import {
  U32,
  U64,
  codecOf,
  isBytes,
  struct,
  u32,
  u64,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const xen_vmemrange_x86_32: Generated = {
  layout: 'ee92036a',
  size: 24,
  align: 4,
  shape: () => struct(24, ['start', 0, u64], ['end', 8, u64], ['flags', 16, u32], ['nid', 20, u32]),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 24 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      return {
        start: U64[0]!,
        end: U64[1]!,
        flags: view.getUint32(offset + 16, true),
        nid: view.getUint32(offset + 20, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.start;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.end;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        const x3 = v0.flags;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.nid;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 4) break fast;
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, x3, true);
        view.setUint32(offset + 20, x4, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_vmemrange_x86_64: Generated = {
  layout: 'ee92036a',
  size: 24,
  align: 8,
  shape: () => struct(24, ['start', 0, u64], ['end', 8, u64], ['flags', 16, u32], ['nid', 20, u32]),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 24 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      return {
        start: U64[0]!,
        end: U64[1]!,
        flags: view.getUint32(offset + 16, true),
        nid: view.getUint32(offset + 20, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.start;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.end;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        const x3 = v0.flags;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.nid;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 4) break fast;
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, x3, true);
        view.setUint32(offset + 20, x4, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_vmemrange> = /* @__PURE__ */ codecOf(
  'xen_vmemrange',
  'x86_32',
  xen_vmemrange_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_vmemrange> = /* @__PURE__ */ codecOf(
  'xen_vmemrange',
  'x86_64',
  xen_vmemrange_x86_64,
);
export const arm32: PrintedCodec<typeof xen_vmemrange> = /* @__PURE__ */ codecOf(
  'xen_vmemrange',
  'arm32',
  xen_vmemrange_x86_64,
);
export const arm64: PrintedCodec<typeof xen_vmemrange> = /* @__PURE__ */ codecOf(
  'xen_vmemrange',
  'arm64',
  xen_vmemrange_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_vmemrange> = /* @__PURE__ */ codecOf(
  'xen_vmemrange',
  'riscv64',
  xen_vmemrange_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_vmemrange> = /* @__PURE__ */ codecOf(
  'xen_vmemrange',
  'ppc64',
  xen_vmemrange_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_vmemrange>;
  readonly x86_64: PrintedCodec<typeof xen_vmemrange>;
  readonly arm32: PrintedCodec<typeof xen_vmemrange>;
  readonly arm64: PrintedCodec<typeof xen_vmemrange>;
  readonly riscv64: PrintedCodec<typeof xen_vmemrange>;
  readonly ppc64: PrintedCodec<typeof xen_vmemrange>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
