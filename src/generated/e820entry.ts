// Generated from abi/e820.ts by scripts/generate.ts: do not edit.
import type { e820entry } from '../../abi/e820.js';
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

const e820entry_x86_32: Generated = {
  layout: '9db4cab7',
  size: 20,
  align: 1,
  shape: () => struct(20, ['addr', 0, u64], ['size', 8, u64], ['type', 16, u32]),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 20 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 20 <= bytes.length)) throw slow.tooShort(bytes, offset);
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
      return { addr: U64[0]!, size: U64[1]!, type: view.getUint32(offset + 16, true) };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 20 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.addr;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.size;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        const x3 = v0.type;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 20 <= bytes.length)) break fast;
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
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof e820entry> = /* @__PURE__ */ codecOf(
  'e820entry',
  'x86_32',
  e820entry_x86_32,
);
export const x86_64: PrintedCodec<typeof e820entry> = /* @__PURE__ */ codecOf(
  'e820entry',
  'x86_64',
  e820entry_x86_32,
);
export const arm32: PrintedCodec<typeof e820entry> = /* @__PURE__ */ codecOf(
  'e820entry',
  'arm32',
  e820entry_x86_32,
);
export const arm64: PrintedCodec<typeof e820entry> = /* @__PURE__ */ codecOf(
  'e820entry',
  'arm64',
  e820entry_x86_32,
);
export const riscv64: PrintedCodec<typeof e820entry> = /* @__PURE__ */ codecOf(
  'e820entry',
  'riscv64',
  e820entry_x86_32,
);
export const ppc64: PrintedCodec<typeof e820entry> = /* @__PURE__ */ codecOf(
  'e820entry',
  'ppc64',
  e820entry_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof e820entry>;
  readonly x86_64: PrintedCodec<typeof e820entry>;
  readonly arm32: PrintedCodec<typeof e820entry>;
  readonly arm64: PrintedCodec<typeof e820entry>;
  readonly riscv64: PrintedCodec<typeof e820entry>;
  readonly ppc64: PrintedCodec<typeof e820entry>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
