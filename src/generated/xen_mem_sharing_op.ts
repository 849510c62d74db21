// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_mem_sharing_op } from '../../abi/memory.js';
import {
  U32,
  U64,
  agree,
  array,
  codecOf,
  elements,
  isBytes,
  lists,
  merge,
  spans,
  struct,
  u16,
  u32,
  u64,
  u8,
  union,
  viewOf,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;
/** One union member alone; those before it together; which bytes those have given. */
const V8 = /* @__PURE__ */ new Uint8Array(48);
const U8 = /* @__PURE__ */ new Uint8Array(48);
const M8 = /* @__PURE__ */ new Uint8Array(48);
const V = /* @__PURE__ */ viewOf(V8);

const xen_mem_sharing_op_x86_32: Generated = {
  layout: 'f8ad9e2c',
  size: 48,
  align: 8,
  shape: () => {
    const s0 = union(8, ['gfn', 0, u64], ['grant_ref', 0, u32]);
    const s1 = struct(16, ['u', 0, s0], ['handle', 8, u64]);
    const s2 = struct(
      40,
      ['source_gfn', 0, u64],
      ['source_handle', 8, u64],
      ['client_gfn', 16, u64],
      ['client_handle', 24, u64],
      ['client_domain', 32, u16],
    );
    const s3 = struct(
      32,
      ['first_gfn', 0, u64],
      ['last_gfn', 8, u64],
      ['opaque', 16, u64],
      ['client_domain', 24, u16],
      ['_pad', 26, array(u16, 3)],
    );
    const s4 = union(8, ['gfn', 0, u64], ['mfn', 0, u64], ['gref', 0, u32]);
    const s5 = struct(8, ['u', 0, s4]);
    const s6 = struct(8, ['parent_domain', 0, u16], ['flags', 2, u16], ['pad', 4, u32]);
    const s7 = union(
      40,
      ['nominate', 0, s1],
      ['share', 0, s2],
      ['range', 0, s3],
      ['debug', 0, s5],
      ['fork', 0, s6],
    );
    return struct(48, ['op', 0, u8], ['domain', 2, u16], ['u', 8, s7]);
  },
  padding: () => spans([1, 1, []], [4, 4, []], [42, 6, ['u']]),
  agree,
  lists,
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 48 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 48 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      U32[2] = view.getUint32(offset + 16, true);
      U32[3] = view.getUint32(offset + 20, true);
      U32[4] = view.getUint32(offset + 8, true);
      U32[5] = view.getUint32(offset + 12, true);
      U32[6] = view.getUint32(offset + 16, true);
      U32[7] = view.getUint32(offset + 20, true);
      U32[8] = view.getUint32(offset + 24, true);
      U32[9] = view.getUint32(offset + 28, true);
      U32[10] = view.getUint32(offset + 32, true);
      U32[11] = view.getUint32(offset + 36, true);
      U32[12] = view.getUint32(offset + 8, true);
      U32[13] = view.getUint32(offset + 12, true);
      U32[14] = view.getUint32(offset + 16, true);
      U32[15] = view.getUint32(offset + 20, true);
      U32[16] = view.getUint32(offset + 24, true);
      U32[17] = view.getUint32(offset + 28, true);
      U32[18] = view.getUint32(offset + 8, true);
      U32[19] = view.getUint32(offset + 12, true);
      U32[20] = view.getUint32(offset + 8, true);
      U32[21] = view.getUint32(offset + 12, true);
      return {
        op: view.getUint8(offset),
        domain: view.getUint16(offset + 2, true),
        u: {
          nominate: {
            u: { gfn: U64[0]!, grant_ref: view.getUint32(offset + 8, true) },
            handle: U64[1]!,
          },
          share: {
            source_gfn: U64[2]!,
            source_handle: U64[3]!,
            client_gfn: U64[4]!,
            client_handle: U64[5]!,
            client_domain: view.getUint16(offset + 40, true),
          },
          range: {
            first_gfn: U64[6]!,
            last_gfn: U64[7]!,
            opaque: U64[8]!,
            client_domain: view.getUint16(offset + 32, true),
            _pad: [
              view.getUint16(offset + 34, true),
              view.getUint16(offset + 36, true),
              view.getUint16(offset + 38, true),
            ],
          },
          debug: { u: { gfn: U64[9]!, mfn: U64[10]!, gref: view.getUint32(offset + 8, true) } },
          fork: {
            parent_domain: view.getUint16(offset + 8, true),
            flags: view.getUint16(offset + 10, true),
            pad: view.getUint32(offset + 12, true),
          },
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 48 <= bytes?.length)) break fast;
        let g4 = false;
        let g7 = false;
        let x8 = 0n;
        let g9 = false;
        let x10 = 0;
        let x11 = 0n;
        let g12 = false;
        let x14 = 0n;
        let x15 = 0n;
        let x16 = 0n;
        let x17 = 0n;
        let x18 = 0;
        let g19 = false;
        let x21 = 0n;
        let x22 = 0n;
        let x23 = 0n;
        let x24 = 0;
        let x26 = 0;
        let x27 = 0;
        let x28 = 0;
        let g29 = false;
        let g32 = false;
        let x33 = 0n;
        let g34 = false;
        let x35 = 0n;
        let g36 = false;
        let x37 = 0;
        let g38 = false;
        let x40 = 0;
        let x41 = 0;
        let x42 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.op;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.domain;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const v3 = v0.u as Fields;
        if (typeof v3 !== 'object' || v3 === null || Array.isArray(v3)) break fast;
        g4 = v3.nominate !== undefined;
        if (g4) {
          const v5 = v3.nominate as Fields;
          if (typeof v5 !== 'object' || v5?.constructor !== Object) break fast;
          const v6 = v5.u as Fields;
          if (typeof v6 !== 'object' || v6 === null || Array.isArray(v6)) break fast;
          g7 = v6.gfn !== undefined;
          if (g7) {
            let tx8 = v6.gfn;
            if (typeof tx8 === 'number' && Number.isSafeInteger(tx8)) tx8 = BigInt(tx8);
            if (typeof tx8 !== 'bigint' || BigInt.asUintN(64, tx8) !== tx8) break fast;
            x8 = tx8;
          }
          g9 = v6.grant_ref !== undefined;
          if (g9) {
            const tx10 = v6.grant_ref;
            if (typeof tx10 !== 'number' || tx10 >>> 0 !== tx10) break fast;
            x10 = tx10;
          }
          if (!(g7 || g9)) break fast;
          for (const key in v6)
            switch (key) {
              case 'gfn':
              case 'grant_ref':
                break;
              default:
                break fast;
            }
          let tx11 = v5.handle;
          if (typeof tx11 === 'number' && Number.isSafeInteger(tx11)) tx11 = BigInt(tx11);
          if (typeof tx11 !== 'bigint' || BigInt.asUintN(64, tx11) !== tx11) break fast;
          x11 = tx11;
          let nv5 = 0;
          for (const _ in v5) nv5++;
          if (nv5 !== 2) break fast;
        }
        g12 = v3.share !== undefined;
        if (g12) {
          const v13 = v3.share as Fields;
          if (typeof v13 !== 'object' || v13?.constructor !== Object) break fast;
          let tx14 = v13.source_gfn;
          if (typeof tx14 === 'number' && Number.isSafeInteger(tx14)) tx14 = BigInt(tx14);
          if (typeof tx14 !== 'bigint' || BigInt.asUintN(64, tx14) !== tx14) break fast;
          x14 = tx14;
          let tx15 = v13.source_handle;
          if (typeof tx15 === 'number' && Number.isSafeInteger(tx15)) tx15 = BigInt(tx15);
          if (typeof tx15 !== 'bigint' || BigInt.asUintN(64, tx15) !== tx15) break fast;
          x15 = tx15;
          let tx16 = v13.client_gfn;
          if (typeof tx16 === 'number' && Number.isSafeInteger(tx16)) tx16 = BigInt(tx16);
          if (typeof tx16 !== 'bigint' || BigInt.asUintN(64, tx16) !== tx16) break fast;
          x16 = tx16;
          let tx17 = v13.client_handle;
          if (typeof tx17 === 'number' && Number.isSafeInteger(tx17)) tx17 = BigInt(tx17);
          if (typeof tx17 !== 'bigint' || BigInt.asUintN(64, tx17) !== tx17) break fast;
          x17 = tx17;
          const tx18 = v13.client_domain;
          if (typeof tx18 !== 'number' || (tx18 & 0xffff) !== tx18) break fast;
          x18 = tx18;
          let nv13 = 0;
          for (const _ in v13) nv13++;
          if (nv13 !== 5) break fast;
        }
        g19 = v3.range !== undefined;
        if (g19) {
          const v20 = v3.range as Fields;
          if (typeof v20 !== 'object' || v20?.constructor !== Object) break fast;
          let tx21 = v20.first_gfn;
          if (typeof tx21 === 'number' && Number.isSafeInteger(tx21)) tx21 = BigInt(tx21);
          if (typeof tx21 !== 'bigint' || BigInt.asUintN(64, tx21) !== tx21) break fast;
          x21 = tx21;
          let tx22 = v20.last_gfn;
          if (typeof tx22 === 'number' && Number.isSafeInteger(tx22)) tx22 = BigInt(tx22);
          if (typeof tx22 !== 'bigint' || BigInt.asUintN(64, tx22) !== tx22) break fast;
          x22 = tx22;
          let tx23 = v20.opaque;
          if (typeof tx23 === 'number' && Number.isSafeInteger(tx23)) tx23 = BigInt(tx23);
          if (typeof tx23 !== 'bigint' || BigInt.asUintN(64, tx23) !== tx23) break fast;
          x23 = tx23;
          const tx24 = v20.client_domain;
          if (typeof tx24 !== 'number' || (tx24 & 0xffff) !== tx24) break fast;
          x24 = tx24;
          const v25 = elements(v20._pad, 3);
          if (v25 === undefined) break fast;
          const tx26 = v25[0];
          if (typeof tx26 !== 'number' || (tx26 & 0xffff) !== tx26) break fast;
          x26 = tx26;
          const tx27 = v25[1];
          if (typeof tx27 !== 'number' || (tx27 & 0xffff) !== tx27) break fast;
          x27 = tx27;
          const tx28 = v25[2];
          if (typeof tx28 !== 'number' || (tx28 & 0xffff) !== tx28) break fast;
          x28 = tx28;
          let nv20 = 0;
          for (const _ in v20) nv20++;
          if (nv20 !== 5) break fast;
        }
        g29 = v3.debug !== undefined;
        if (g29) {
          const v30 = v3.debug as Fields;
          if (typeof v30 !== 'object' || v30?.constructor !== Object) break fast;
          const v31 = v30.u as Fields;
          if (typeof v31 !== 'object' || v31 === null || Array.isArray(v31)) break fast;
          g32 = v31.gfn !== undefined;
          if (g32) {
            let tx33 = v31.gfn;
            if (typeof tx33 === 'number' && Number.isSafeInteger(tx33)) tx33 = BigInt(tx33);
            if (typeof tx33 !== 'bigint' || BigInt.asUintN(64, tx33) !== tx33) break fast;
            x33 = tx33;
          }
          g34 = v31.mfn !== undefined;
          if (g34) {
            let tx35 = v31.mfn;
            if (typeof tx35 === 'number' && Number.isSafeInteger(tx35)) tx35 = BigInt(tx35);
            if (typeof tx35 !== 'bigint' || BigInt.asUintN(64, tx35) !== tx35) break fast;
            x35 = tx35;
          }
          g36 = v31.gref !== undefined;
          if (g36) {
            const tx37 = v31.gref;
            if (typeof tx37 !== 'number' || tx37 >>> 0 !== tx37) break fast;
            x37 = tx37;
          }
          if (!(g32 || g34 || g36)) break fast;
          for (const key in v31)
            switch (key) {
              case 'gfn':
              case 'mfn':
              case 'gref':
                break;
              default:
                break fast;
            }
          let nv30 = 0;
          for (const _ in v30) nv30++;
          if (nv30 !== 1) break fast;
        }
        g38 = v3.fork !== undefined;
        if (g38) {
          const v39 = v3.fork as Fields;
          if (typeof v39 !== 'object' || v39?.constructor !== Object) break fast;
          const tx40 = v39.parent_domain;
          if (typeof tx40 !== 'number' || (tx40 & 0xffff) !== tx40) break fast;
          x40 = tx40;
          const tx41 = v39.flags;
          if (typeof tx41 !== 'number' || (tx41 & 0xffff) !== tx41) break fast;
          x41 = tx41;
          const tx42 = v39.pad;
          if (typeof tx42 !== 'number' || tx42 >>> 0 !== tx42) break fast;
          x42 = tx42;
          let nv39 = 0;
          for (const _ in v39) nv39++;
          if (nv39 !== 3) break fast;
        }
        if (!(g4 || g12 || g19 || g29 || g38)) break fast;
        for (const key in v3)
          switch (key) {
            case 'nominate':
            case 'share':
            case 'range':
            case 'debug':
            case 'fork':
              break;
            default:
              break fast;
          }
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        M8.fill(0, 0, 48);
        if (g7) {
          U64[0] = x8;
          V.setUint32(8, U32[0]!, true);
          V.setUint32(12, U32[1]!, true);
          if (!merge(U8, M8, V8, 8, 8)) break fast;
        }
        if (g9) {
          V.setUint32(8, x10, true);
          if (!merge(U8, M8, V8, 8, 4)) break fast;
        }
        if (g4) {
          U64[0] = x11;
          V.setUint32(16, U32[0]!, true);
          V.setUint32(20, U32[1]!, true);
          if (!merge(U8, M8, V8, 16, 8)) break fast;
        }
        if (g12) {
          U64[0] = x14;
          U64[1] = x15;
          U64[2] = x16;
          U64[3] = x17;
          V.setUint32(8, U32[0]!, true);
          V.setUint32(12, U32[1]!, true);
          V.setUint32(16, U32[2]!, true);
          V.setUint32(20, U32[3]!, true);
          V.setUint32(24, U32[4]!, true);
          V.setUint32(28, U32[5]!, true);
          V.setUint32(32, U32[6]!, true);
          V.setUint32(36, U32[7]!, true);
          V.setUint16(40, x18, true);
          if (!merge(U8, M8, V8, 8, 34)) break fast;
        }
        if (g19) {
          U64[0] = x21;
          U64[1] = x22;
          U64[2] = x23;
          V.setUint32(8, U32[0]!, true);
          V.setUint32(12, U32[1]!, true);
          V.setUint32(16, U32[2]!, true);
          V.setUint32(20, U32[3]!, true);
          V.setUint32(24, U32[4]!, true);
          V.setUint32(28, U32[5]!, true);
          V.setUint16(32, x24, true);
          V.setUint16(34, x26, true);
          V.setUint16(36, x27, true);
          V.setUint16(38, x28, true);
          if (!merge(U8, M8, V8, 8, 32)) break fast;
        }
        if (g32) {
          U64[0] = x33;
          V.setUint32(8, U32[0]!, true);
          V.setUint32(12, U32[1]!, true);
          if (!merge(U8, M8, V8, 8, 8)) break fast;
        }
        if (g34) {
          U64[0] = x35;
          V.setUint32(8, U32[0]!, true);
          V.setUint32(12, U32[1]!, true);
          if (!merge(U8, M8, V8, 8, 8)) break fast;
        }
        if (g36) {
          V.setUint32(8, x37, true);
          if (!merge(U8, M8, V8, 8, 4)) break fast;
        }
        if (g38) {
          V.setUint16(8, x40, true);
          V.setUint16(10, x41, true);
          V.setUint32(12, x42, true);
          if (!merge(U8, M8, V8, 8, 8)) break fast;
        }
        if (!(offset + 48 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint8(offset, x1);
        view.setUint16(offset + 2, x2, true);
        for (let i = 8; i < 42; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_mem_sharing_op> = /* @__PURE__ */ codecOf(
  'xen_mem_sharing_op',
  'x86_32',
  xen_mem_sharing_op_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_mem_sharing_op> = /* @__PURE__ */ codecOf(
  'xen_mem_sharing_op',
  'x86_64',
  xen_mem_sharing_op_x86_32,
);
export const arm32: PrintedCodec<typeof xen_mem_sharing_op> = /* @__PURE__ */ codecOf(
  'xen_mem_sharing_op',
  'arm32',
  xen_mem_sharing_op_x86_32,
);
export const arm64: PrintedCodec<typeof xen_mem_sharing_op> = /* @__PURE__ */ codecOf(
  'xen_mem_sharing_op',
  'arm64',
  xen_mem_sharing_op_x86_32,
);
export const riscv64: PrintedCodec<typeof xen_mem_sharing_op> = /* @__PURE__ */ codecOf(
  'xen_mem_sharing_op',
  'riscv64',
  xen_mem_sharing_op_x86_32,
);
export const ppc64: PrintedCodec<typeof xen_mem_sharing_op> = /* @__PURE__ */ codecOf(
  'xen_mem_sharing_op',
  'ppc64',
  xen_mem_sharing_op_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_mem_sharing_op>;
  readonly x86_64: PrintedCodec<typeof xen_mem_sharing_op>;
  readonly arm32: PrintedCodec<typeof xen_mem_sharing_op>;
  readonly arm64: PrintedCodec<typeof xen_mem_sharing_op>;
  readonly riscv64: PrintedCodec<typeof xen_mem_sharing_op>;
  readonly ppc64: PrintedCodec<typeof xen_mem_sharing_op>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
