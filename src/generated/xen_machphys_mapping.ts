// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_machphys_mapping } from '../../abi/memory.js';
import {
  U32,
  U64,
  codecOf,
  int,
  isBytes,
  struct,
  u64,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const xen_machphys_mapping_x86_32: Generated = {
  layout: '885320fa',
  size: 12,
  align: 4,
  shape: () =>
    struct(
      12,
      ['v_start', 0, int(4, false, 'bigint')],
      ['v_end', 4, int(4, false, 'bigint')],
      ['max_mfn', 8, int(4, false, 'bigint')],
    ),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 12 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        v_start: BigInt(view.getUint32(offset, true)),
        v_end: BigInt(view.getUint32(offset + 4, true)),
        max_mfn: BigInt(view.getUint32(offset + 8, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.v_start;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(32, x1) !== x1) break fast;
        let x2 = v0.v_end;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        let x3 = v0.max_mfn;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(32, x3) !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 12 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, Number(x1), true);
        view.setUint32(offset + 4, Number(x2), true);
        view.setUint32(offset + 8, Number(x3), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_machphys_mapping_x86_64: Generated = {
  layout: 'c7a0f8e0',
  size: 24,
  align: 8,
  shape: () => struct(24, ['v_start', 0, u64], ['v_end', 8, u64], ['max_mfn', 16, u64]),
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
      U32[4] = view.getUint32(offset + 16, true);
      U32[5] = view.getUint32(offset + 20, true);
      return { v_start: U64[0]!, v_end: U64[1]!, max_mfn: U64[2]! };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.v_start;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.v_end;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v0.max_mfn;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        U64[2] = x3;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, U32[4]!, true);
        view.setUint32(offset + 20, U32[5]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_machphys_mapping> = /* @__PURE__ */ codecOf(
  'xen_machphys_mapping',
  'x86_32',
  xen_machphys_mapping_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_machphys_mapping> = /* @__PURE__ */ codecOf(
  'xen_machphys_mapping',
  'x86_64',
  xen_machphys_mapping_x86_64,
);
export const arm32: PrintedCodec<typeof xen_machphys_mapping> = /* @__PURE__ */ codecOf(
  'xen_machphys_mapping',
  'arm32',
  xen_machphys_mapping_x86_64,
);
export const arm64: PrintedCodec<typeof xen_machphys_mapping> = /* @__PURE__ */ codecOf(
  'xen_machphys_mapping',
  'arm64',
  xen_machphys_mapping_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_machphys_mapping> = /* @__PURE__ */ codecOf(
  'xen_machphys_mapping',
  'riscv64',
  xen_machphys_mapping_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_machphys_mapping> = /* @__PURE__ */ codecOf(
  'xen_machphys_mapping',
  'ppc64',
  xen_machphys_mapping_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_machphys_mapping>;
  readonly x86_64: PrintedCodec<typeof xen_machphys_mapping>;
  readonly arm32: PrintedCodec<typeof xen_machphys_mapping>;
  readonly arm64: PrintedCodec<typeof xen_machphys_mapping>;
  readonly riscv64: PrintedCodec<typeof xen_machphys_mapping>;
  readonly ppc64: PrintedCodec<typeof xen_machphys_mapping>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
