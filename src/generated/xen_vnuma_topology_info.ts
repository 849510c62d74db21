// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_vnuma_topology_info } from '../../abi/memory.js';
import {
  U32,
  U64,
  agree,
  codecOf,
  int,
  isBytes,
  merge,
  struct,
  u16,
  u32,
  u64,
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
const V8 = /* @__PURE__ */ new Uint8Array(40);
const U8 = /* @__PURE__ */ new Uint8Array(40);
const M8 = /* @__PURE__ */ new Uint8Array(40);
const V = /* @__PURE__ */ viewOf(V8);

const xen_vnuma_topology_info_x86_32: Generated = {
  layout: '83d1550c',
  size: 40,
  align: 4,
  shape: () => {
    const s0 = union(8, ['h', 0, int(4, false, 'bigint')], ['pad', 0, u64]);
    const s1 = union(8, ['h', 0, int(4, false, 'bigint')], ['pad', 0, u64]);
    const s2 = union(8, ['h', 0, int(4, false, 'bigint')], ['pad', 0, u64]);
    return struct(
      40,
      ['domid', 0, u16],
      ['pad', 2, u16],
      ['nr_vnodes', 4, u32],
      ['nr_vcpus', 8, u32],
      ['nr_vmemranges', 12, u32],
      ['vdistance', 16, s0],
      ['vcpu_to_vnode', 24, s1],
      ['vmemrange', 32, s2],
    );
  },
  padding: () => [],
  agree,
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
      U32[0] = view.getUint32(offset + 16, true);
      U32[1] = view.getUint32(offset + 20, true);
      U32[2] = view.getUint32(offset + 24, true);
      U32[3] = view.getUint32(offset + 28, true);
      U32[4] = view.getUint32(offset + 32, true);
      U32[5] = view.getUint32(offset + 36, true);
      return {
        domid: view.getUint16(offset, true),
        pad: view.getUint16(offset + 2, true),
        nr_vnodes: view.getUint32(offset + 4, true),
        nr_vcpus: view.getUint32(offset + 8, true),
        nr_vmemranges: view.getUint32(offset + 12, true),
        vdistance: { h: BigInt(view.getUint32(offset + 16, true)), pad: U64[0]! },
        vcpu_to_vnode: { h: BigInt(view.getUint32(offset + 24, true)), pad: U64[1]! },
        vmemrange: { h: BigInt(view.getUint32(offset + 32, true)), pad: U64[2]! },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length)) break fast;
        let g7 = false;
        let x8 = 0n;
        let g9 = false;
        let x10 = 0n;
        let g12 = false;
        let x13 = 0n;
        let g14 = false;
        let x15 = 0n;
        let g17 = false;
        let x18 = 0n;
        let g19 = false;
        let x20 = 0n;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.pad;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.nr_vnodes;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.nr_vcpus;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v0.nr_vmemranges;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        const v6 = v0.vdistance as Fields;
        if (typeof v6 !== 'object' || v6 === null || Array.isArray(v6)) break fast;
        g7 = v6.h !== undefined;
        if (g7) {
          let tx8 = v6.h;
          if (typeof tx8 === 'number' && Number.isSafeInteger(tx8)) tx8 = BigInt(tx8);
          if (typeof tx8 !== 'bigint' || BigInt.asUintN(32, tx8) !== tx8) break fast;
          x8 = tx8;
        }
        g9 = v6.pad !== undefined;
        if (g9) {
          let tx10 = v6.pad;
          if (typeof tx10 === 'number' && Number.isSafeInteger(tx10)) tx10 = BigInt(tx10);
          if (typeof tx10 !== 'bigint' || BigInt.asUintN(64, tx10) !== tx10) break fast;
          x10 = tx10;
        }
        if (!(g7 || g9)) break fast;
        for (const key in v6)
          switch (key) {
            case 'h':
            case 'pad':
              break;
            default:
              break fast;
          }
        const v11 = v0.vcpu_to_vnode as Fields;
        if (typeof v11 !== 'object' || v11 === null || Array.isArray(v11)) break fast;
        g12 = v11.h !== undefined;
        if (g12) {
          let tx13 = v11.h;
          if (typeof tx13 === 'number' && Number.isSafeInteger(tx13)) tx13 = BigInt(tx13);
          if (typeof tx13 !== 'bigint' || BigInt.asUintN(32, tx13) !== tx13) break fast;
          x13 = tx13;
        }
        g14 = v11.pad !== undefined;
        if (g14) {
          let tx15 = v11.pad;
          if (typeof tx15 === 'number' && Number.isSafeInteger(tx15)) tx15 = BigInt(tx15);
          if (typeof tx15 !== 'bigint' || BigInt.asUintN(64, tx15) !== tx15) break fast;
          x15 = tx15;
        }
        if (!(g12 || g14)) break fast;
        for (const key in v11)
          switch (key) {
            case 'h':
            case 'pad':
              break;
            default:
              break fast;
          }
        const v16 = v0.vmemrange as Fields;
        if (typeof v16 !== 'object' || v16 === null || Array.isArray(v16)) break fast;
        g17 = v16.h !== undefined;
        if (g17) {
          let tx18 = v16.h;
          if (typeof tx18 === 'number' && Number.isSafeInteger(tx18)) tx18 = BigInt(tx18);
          if (typeof tx18 !== 'bigint' || BigInt.asUintN(32, tx18) !== tx18) break fast;
          x18 = tx18;
        }
        g19 = v16.pad !== undefined;
        if (g19) {
          let tx20 = v16.pad;
          if (typeof tx20 === 'number' && Number.isSafeInteger(tx20)) tx20 = BigInt(tx20);
          if (typeof tx20 !== 'bigint' || BigInt.asUintN(64, tx20) !== tx20) break fast;
          x20 = tx20;
        }
        if (!(g17 || g19)) break fast;
        for (const key in v16)
          switch (key) {
            case 'h':
            case 'pad':
              break;
            default:
              break fast;
          }
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 8) break fast;
        M8.fill(0, 0, 40);
        if (g7) {
          V.setUint32(16, Number(x8), true);
          if (!merge(U8, M8, V8, 16, 4)) break fast;
        }
        if (g9) {
          U64[0] = x10;
          V.setUint32(16, U32[0]!, true);
          V.setUint32(20, U32[1]!, true);
          if (!merge(U8, M8, V8, 16, 8)) break fast;
        }
        if (g12) {
          V.setUint32(24, Number(x13), true);
          if (!merge(U8, M8, V8, 24, 4)) break fast;
        }
        if (g14) {
          U64[0] = x15;
          V.setUint32(24, U32[0]!, true);
          V.setUint32(28, U32[1]!, true);
          if (!merge(U8, M8, V8, 24, 8)) break fast;
        }
        if (g17) {
          V.setUint32(32, Number(x18), true);
          if (!merge(U8, M8, V8, 32, 4)) break fast;
        }
        if (g19) {
          U64[0] = x20;
          V.setUint32(32, U32[0]!, true);
          V.setUint32(36, U32[1]!, true);
          if (!merge(U8, M8, V8, 32, 8)) break fast;
        }
        if (!(offset + 40 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, x4, true);
        view.setUint32(offset + 12, x5, true);
        for (let i = 16; i < 40; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_vnuma_topology_info_x86_64: Generated = {
  layout: '3a9adf20',
  size: 40,
  align: 8,
  shape: () => {
    const s0 = union(8, ['h', 0, u64], ['pad', 0, u64]);
    const s1 = union(8, ['h', 0, u64], ['pad', 0, u64]);
    const s2 = union(8, ['h', 0, u64], ['pad', 0, u64]);
    return struct(
      40,
      ['domid', 0, u16],
      ['pad', 2, u16],
      ['nr_vnodes', 4, u32],
      ['nr_vcpus', 8, u32],
      ['nr_vmemranges', 12, u32],
      ['vdistance', 16, s0],
      ['vcpu_to_vnode', 24, s1],
      ['vmemrange', 32, s2],
    );
  },
  padding: () => [],
  agree,
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
      U32[0] = view.getUint32(offset + 16, true);
      U32[1] = view.getUint32(offset + 20, true);
      U32[2] = view.getUint32(offset + 16, true);
      U32[3] = view.getUint32(offset + 20, true);
      U32[4] = view.getUint32(offset + 24, true);
      U32[5] = view.getUint32(offset + 28, true);
      U32[6] = view.getUint32(offset + 24, true);
      U32[7] = view.getUint32(offset + 28, true);
      U32[8] = view.getUint32(offset + 32, true);
      U32[9] = view.getUint32(offset + 36, true);
      U32[10] = view.getUint32(offset + 32, true);
      U32[11] = view.getUint32(offset + 36, true);
      return {
        domid: view.getUint16(offset, true),
        pad: view.getUint16(offset + 2, true),
        nr_vnodes: view.getUint32(offset + 4, true),
        nr_vcpus: view.getUint32(offset + 8, true),
        nr_vmemranges: view.getUint32(offset + 12, true),
        vdistance: { h: U64[0]!, pad: U64[1]! },
        vcpu_to_vnode: { h: U64[2]!, pad: U64[3]! },
        vmemrange: { h: U64[4]!, pad: U64[5]! },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length)) break fast;
        let g7 = false;
        let x8 = 0n;
        let g9 = false;
        let x10 = 0n;
        let g12 = false;
        let x13 = 0n;
        let g14 = false;
        let x15 = 0n;
        let g17 = false;
        let x18 = 0n;
        let g19 = false;
        let x20 = 0n;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.pad;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.nr_vnodes;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.nr_vcpus;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v0.nr_vmemranges;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        const v6 = v0.vdistance as Fields;
        if (typeof v6 !== 'object' || v6 === null || Array.isArray(v6)) break fast;
        g7 = v6.h !== undefined;
        if (g7) {
          let tx8 = v6.h;
          if (typeof tx8 === 'number' && Number.isSafeInteger(tx8)) tx8 = BigInt(tx8);
          if (typeof tx8 !== 'bigint' || BigInt.asUintN(64, tx8) !== tx8) break fast;
          x8 = tx8;
        }
        g9 = v6.pad !== undefined;
        if (g9) {
          let tx10 = v6.pad;
          if (typeof tx10 === 'number' && Number.isSafeInteger(tx10)) tx10 = BigInt(tx10);
          if (typeof tx10 !== 'bigint' || BigInt.asUintN(64, tx10) !== tx10) break fast;
          x10 = tx10;
        }
        if (!(g7 || g9)) break fast;
        for (const key in v6)
          switch (key) {
            case 'h':
            case 'pad':
              break;
            default:
              break fast;
          }
        const v11 = v0.vcpu_to_vnode as Fields;
        if (typeof v11 !== 'object' || v11 === null || Array.isArray(v11)) break fast;
        g12 = v11.h !== undefined;
        if (g12) {
          let tx13 = v11.h;
          if (typeof tx13 === 'number' && Number.isSafeInteger(tx13)) tx13 = BigInt(tx13);
          if (typeof tx13 !== 'bigint' || BigInt.asUintN(64, tx13) !== tx13) break fast;
          x13 = tx13;
        }
        g14 = v11.pad !== undefined;
        if (g14) {
          let tx15 = v11.pad;
          if (typeof tx15 === 'number' && Number.isSafeInteger(tx15)) tx15 = BigInt(tx15);
          if (typeof tx15 !== 'bigint' || BigInt.asUintN(64, tx15) !== tx15) break fast;
          x15 = tx15;
        }
        if (!(g12 || g14)) break fast;
        for (const key in v11)
          switch (key) {
            case 'h':
            case 'pad':
              break;
            default:
              break fast;
          }
        const v16 = v0.vmemrange as Fields;
        if (typeof v16 !== 'object' || v16 === null || Array.isArray(v16)) break fast;
        g17 = v16.h !== undefined;
        if (g17) {
          let tx18 = v16.h;
          if (typeof tx18 === 'number' && Number.isSafeInteger(tx18)) tx18 = BigInt(tx18);
          if (typeof tx18 !== 'bigint' || BigInt.asUintN(64, tx18) !== tx18) break fast;
          x18 = tx18;
        }
        g19 = v16.pad !== undefined;
        if (g19) {
          let tx20 = v16.pad;
          if (typeof tx20 === 'number' && Number.isSafeInteger(tx20)) tx20 = BigInt(tx20);
          if (typeof tx20 !== 'bigint' || BigInt.asUintN(64, tx20) !== tx20) break fast;
          x20 = tx20;
        }
        if (!(g17 || g19)) break fast;
        for (const key in v16)
          switch (key) {
            case 'h':
            case 'pad':
              break;
            default:
              break fast;
          }
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 8) break fast;
        M8.fill(0, 0, 40);
        if (g7) {
          U64[0] = x8;
          V.setUint32(16, U32[0]!, true);
          V.setUint32(20, U32[1]!, true);
          if (!merge(U8, M8, V8, 16, 8)) break fast;
        }
        if (g9) {
          U64[0] = x10;
          V.setUint32(16, U32[0]!, true);
          V.setUint32(20, U32[1]!, true);
          if (!merge(U8, M8, V8, 16, 8)) break fast;
        }
        if (g12) {
          U64[0] = x13;
          V.setUint32(24, U32[0]!, true);
          V.setUint32(28, U32[1]!, true);
          if (!merge(U8, M8, V8, 24, 8)) break fast;
        }
        if (g14) {
          U64[0] = x15;
          V.setUint32(24, U32[0]!, true);
          V.setUint32(28, U32[1]!, true);
          if (!merge(U8, M8, V8, 24, 8)) break fast;
        }
        if (g17) {
          U64[0] = x18;
          V.setUint32(32, U32[0]!, true);
          V.setUint32(36, U32[1]!, true);
          if (!merge(U8, M8, V8, 32, 8)) break fast;
        }
        if (g19) {
          U64[0] = x20;
          V.setUint32(32, U32[0]!, true);
          V.setUint32(36, U32[1]!, true);
          if (!merge(U8, M8, V8, 32, 8)) break fast;
        }
        if (!(offset + 40 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, x4, true);
        view.setUint32(offset + 12, x5, true);
        for (let i = 16; i < 40; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_vnuma_topology_info> = /* @__PURE__ */ codecOf(
  'xen_vnuma_topology_info',
  'x86_32',
  xen_vnuma_topology_info_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_vnuma_topology_info> = /* @__PURE__ */ codecOf(
  'xen_vnuma_topology_info',
  'x86_64',
  xen_vnuma_topology_info_x86_64,
);
export const arm32: PrintedCodec<typeof xen_vnuma_topology_info> = /* @__PURE__ */ codecOf(
  'xen_vnuma_topology_info',
  'arm32',
  xen_vnuma_topology_info_x86_64,
);
export const arm64: PrintedCodec<typeof xen_vnuma_topology_info> = /* @__PURE__ */ codecOf(
  'xen_vnuma_topology_info',
  'arm64',
  xen_vnuma_topology_info_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_vnuma_topology_info> = /* @__PURE__ */ codecOf(
  'xen_vnuma_topology_info',
  'riscv64',
  xen_vnuma_topology_info_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_vnuma_topology_info> = /* @__PURE__ */ codecOf(
  'xen_vnuma_topology_info',
  'ppc64',
  xen_vnuma_topology_info_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_vnuma_topology_info>;
  readonly x86_64: PrintedCodec<typeof xen_vnuma_topology_info>;
  readonly arm32: PrintedCodec<typeof xen_vnuma_topology_info>;
  readonly arm64: PrintedCodec<typeof xen_vnuma_topology_info>;
  readonly riscv64: PrintedCodec<typeof xen_vnuma_topology_info>;
  readonly ppc64: PrintedCodec<typeof xen_vnuma_topology_info>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
