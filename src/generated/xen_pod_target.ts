// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_pod_target } from '../../abi/memory.js';
import {
  U32,
  U64,
  codecOf,
  isBytes,
  spans,
  struct,
  u16,
  u64,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const xen_pod_target_x86_32: Generated = {
  layout: 'aece926b',
  size: 36,
  align: 4,
  shape: () =>
    struct(
      36,
      ['target_pages', 0, u64],
      ['tot_pages', 8, u64],
      ['pod_cache_pages', 16, u64],
      ['pod_entries', 24, u64],
      ['domid', 32, u16],
    ),
  padding: () => spans([34, 2, []]),
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 36 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 36 <= bytes.length)) throw slow.tooShort(bytes, offset);
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
      U32[4] = view.getUint32(offset + 16, true);
      U32[5] = view.getUint32(offset + 20, true);
      U32[6] = view.getUint32(offset + 24, true);
      U32[7] = view.getUint32(offset + 28, true);
      return {
        target_pages: U64[0]!,
        tot_pages: U64[1]!,
        pod_cache_pages: U64[2]!,
        pod_entries: U64[3]!,
        domid: view.getUint16(offset + 32, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 36 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.target_pages;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.tot_pages;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v0.pod_cache_pages;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let x4 = v0.pod_entries;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        const x5 = v0.domid;
        if (typeof x5 !== 'number' || (x5 & 0xffff) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (!(offset + 36 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        U64[2] = x3;
        U64[3] = x4;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, U32[4]!, true);
        view.setUint32(offset + 20, U32[5]!, true);
        view.setUint32(offset + 24, U32[6]!, true);
        view.setUint32(offset + 28, U32[7]!, true);
        view.setUint16(offset + 32, x5, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_pod_target_x86_64: Generated = {
  layout: '5e6a2ce2',
  size: 40,
  align: 8,
  shape: () =>
    struct(
      40,
      ['target_pages', 0, u64],
      ['tot_pages', 8, u64],
      ['pod_cache_pages', 16, u64],
      ['pod_entries', 24, u64],
      ['domid', 32, u16],
    ),
  padding: () => spans([34, 6, []]),
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 40 <= bytes.length)) throw slow.tooShort(bytes, offset);
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
      U32[4] = view.getUint32(offset + 16, true);
      U32[5] = view.getUint32(offset + 20, true);
      U32[6] = view.getUint32(offset + 24, true);
      U32[7] = view.getUint32(offset + 28, true);
      return {
        target_pages: U64[0]!,
        tot_pages: U64[1]!,
        pod_cache_pages: U64[2]!,
        pod_entries: U64[3]!,
        domid: view.getUint16(offset + 32, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.target_pages;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.tot_pages;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v0.pod_cache_pages;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let x4 = v0.pod_entries;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        const x5 = v0.domid;
        if (typeof x5 !== 'number' || (x5 & 0xffff) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (!(offset + 40 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        U64[2] = x3;
        U64[3] = x4;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, U32[4]!, true);
        view.setUint32(offset + 20, U32[5]!, true);
        view.setUint32(offset + 24, U32[6]!, true);
        view.setUint32(offset + 28, U32[7]!, true);
        view.setUint16(offset + 32, x5, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_pod_target> = /* @__PURE__ */ codecOf(
  'xen_pod_target',
  'x86_32',
  xen_pod_target_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_pod_target> = /* @__PURE__ */ codecOf(
  'xen_pod_target',
  'x86_64',
  xen_pod_target_x86_64,
);
export const arm32: PrintedCodec<typeof xen_pod_target> = /* @__PURE__ */ codecOf(
  'xen_pod_target',
  'arm32',
  xen_pod_target_x86_64,
);
export const arm64: PrintedCodec<typeof xen_pod_target> = /* @__PURE__ */ codecOf(
  'xen_pod_target',
  'arm64',
  xen_pod_target_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_pod_target> = /* @__PURE__ */ codecOf(
  'xen_pod_target',
  'riscv64',
  xen_pod_target_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_pod_target> = /* @__PURE__ */ codecOf(
  'xen_pod_target',
  'ppc64',
  xen_pod_target_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_pod_target>;
  readonly x86_64: PrintedCodec<typeof xen_pod_target>;
  readonly arm32: PrintedCodec<typeof xen_pod_target>;
  readonly arm64: PrintedCodec<typeof xen_pod_target>;
  readonly riscv64: PrintedCodec<typeof xen_pod_target>;
  readonly ppc64: PrintedCodec<typeof xen_pod_target>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
