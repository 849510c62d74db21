// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import { elements, merge, type Fields, type Generated } from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array = new Uint8Array(0);
let view: DataView = new DataView(viewed.buffer);
const U32 = new Uint32Array(22);
const U64 = new BigUint64Array(U32.buffer);
/** One union member alone; those before it together; which bytes those have given. */
const V8 = new Uint8Array(72);
const U8 = new Uint8Array(72);
const M8 = new Uint8Array(72);
const V = new DataView(V8.buffer);

const mem_sharing_op_debug_x86_32: Generated = {
  layout: 'b8f9a5d9',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset, true);
      U32[3] = view.getUint32(offset + 4, true);
      return { u: { gfn: U64[0]!, mfn: U64[1]!, gref: view.getUint32(offset, true) } };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length)) break fast;
        let g2 = false;
        let x3 = 0n;
        let g4 = false;
        let x5 = 0n;
        let g6 = false;
        let x7 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const v1 = v0.u as Fields;
        if (typeof v1 !== 'object' || v1 === null) break fast;
        if (Array.isArray(v1)) break fast;
        g2 = v1.gfn !== undefined;
        if (g2) {
          let tx3 = v1.gfn;
          if (typeof tx3 === 'number' && Number.isSafeInteger(tx3)) tx3 = BigInt(tx3);
          if (typeof tx3 !== 'bigint' || BigInt.asUintN(64, tx3) !== tx3) break fast;
          x3 = tx3;
        }
        g4 = v1.mfn !== undefined;
        if (g4) {
          let tx5 = v1.mfn;
          if (typeof tx5 === 'number' && Number.isSafeInteger(tx5)) tx5 = BigInt(tx5);
          if (typeof tx5 !== 'bigint' || BigInt.asUintN(64, tx5) !== tx5) break fast;
          x5 = tx5;
        }
        g6 = v1.gref !== undefined;
        if (g6) {
          const tx7 = v1.gref;
          if (typeof tx7 !== 'number' || tx7 >>> 0 !== tx7) break fast;
          x7 = tx7;
        }
        if (!(g2 || g4 || g6)) break fast;
        for (const key in v1)
          switch (key) {
            case 'gfn':
            case 'mfn':
            case 'gref':
              break;
            default:
              break fast;
          }
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 1) break fast;
        M8.fill(0, 0, 8);
        if (g2) {
          U64[0] = x3;
          V.setUint32(0, U32[0]!, true);
          V.setUint32(4, U32[1]!, true);
          if (!merge(U8, M8, V8, 0, 8)) break fast;
        }
        if (g4) {
          U64[0] = x5;
          V.setUint32(0, U32[0]!, true);
          V.setUint32(4, U32[1]!, true);
          if (!merge(U8, M8, V8, 0, 8)) break fast;
        }
        if (g6) {
          V.setUint32(0, x7, true);
          if (!merge(U8, M8, V8, 0, 4)) break fast;
        }
        if (!(bytes instanceof Uint8Array)) break fast;
        for (let i = 0; i < 8; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const mem_sharing_op_fork_x86_32: Generated = {
  layout: 'f110fa45',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.parent_domain;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.flags;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.pad;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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

const mem_sharing_op_nominate_x86_32: Generated = {
  layout: '7d40b141',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      return { u: { gfn: U64[0]!, grant_ref: view.getUint32(offset, true) }, handle: U64[1]! };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        let g2 = false;
        let x3 = 0n;
        let g4 = false;
        let x5 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const v1 = v0.u as Fields;
        if (typeof v1 !== 'object' || v1 === null) break fast;
        if (Array.isArray(v1)) break fast;
        g2 = v1.gfn !== undefined;
        if (g2) {
          let tx3 = v1.gfn;
          if (typeof tx3 === 'number' && Number.isSafeInteger(tx3)) tx3 = BigInt(tx3);
          if (typeof tx3 !== 'bigint' || BigInt.asUintN(64, tx3) !== tx3) break fast;
          x3 = tx3;
        }
        g4 = v1.grant_ref !== undefined;
        if (g4) {
          const tx5 = v1.grant_ref;
          if (typeof tx5 !== 'number' || tx5 >>> 0 !== tx5) break fast;
          x5 = tx5;
        }
        if (!(g2 || g4)) break fast;
        for (const key in v1)
          switch (key) {
            case 'gfn':
            case 'grant_ref':
              break;
            default:
              break fast;
          }
        let x6 = v0.handle;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        M8.fill(0, 0, 16);
        if (g2) {
          U64[0] = x3;
          V.setUint32(0, U32[0]!, true);
          V.setUint32(4, U32[1]!, true);
          if (!merge(U8, M8, V8, 0, 8)) break fast;
        }
        if (g4) {
          V.setUint32(0, x5, true);
          if (!merge(U8, M8, V8, 0, 4)) break fast;
        }
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x6;
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        for (let i = 0; i < 8; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const mem_sharing_op_range_x86_32: Generated = {
  layout: 'c119d48e',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      U32[4] = view.getUint32(offset + 16, true);
      U32[5] = view.getUint32(offset + 20, true);
      return {
        first_gfn: U64[0]!,
        last_gfn: U64[1]!,
        opaque: U64[2]!,
        client_domain: view.getUint16(offset + 24, true),
        _pad: [
          view.getUint16(offset + 26, true),
          view.getUint16(offset + 28, true),
          view.getUint16(offset + 30, true),
        ],
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        let x1 = v0.first_gfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.last_gfn;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v0.opaque;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        const x4 = v0.client_domain;
        if (typeof x4 !== 'number' || (x4 & 0xffff) !== x4) break fast;
        const v5 = elements(v0._pad, 3);
        if (v5 === undefined) break fast;
        const x6 = v5[0];
        if (typeof x6 !== 'number' || (x6 & 0xffff) !== x6) break fast;
        const x7 = v5[1];
        if (typeof x7 !== 'number' || (x7 & 0xffff) !== x7) break fast;
        const x8 = v5[2];
        if (typeof x8 !== 'number' || (x8 & 0xffff) !== x8) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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
        view.setUint16(offset + 24, x4, true);
        view.setUint16(offset + 26, x6, true);
        view.setUint16(offset + 28, x7, true);
        view.setUint16(offset + 30, x8, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const mem_sharing_op_share_x86_32: Generated = {
  layout: 'c75124b0',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        source_gfn: U64[0]!,
        source_handle: U64[1]!,
        client_gfn: U64[2]!,
        client_handle: U64[3]!,
        client_domain: view.getUint16(offset + 32, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        let x1 = v0.source_gfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.source_handle;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v0.client_gfn;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let x4 = v0.client_handle;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        const x5 = v0.client_domain;
        if (typeof x5 !== 'number' || (x5 & 0xffff) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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

const xen_add_to_physmap_x86_32: Generated = {
  layout: 'ce786b52',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        domid: view.getUint16(offset, true),
        size: view.getUint16(offset + 2, true),
        space: view.getUint32(offset + 4, true),
        idx: BigInt(view.getUint32(offset + 8, true)),
        gpfn: BigInt(view.getUint32(offset + 12, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.size;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.space;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let x4 = v0.idx;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(32, x4) !== x4) break fast;
        let x5 = v0.gpfn;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(32, x5) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, Number(x4), true);
        view.setUint32(offset + 12, Number(x5), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_add_to_physmap_x86_64: Generated = {
  layout: 'da94a1f1',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      U32[2] = view.getUint32(offset + 16, true);
      U32[3] = view.getUint32(offset + 20, true);
      return {
        domid: view.getUint16(offset, true),
        size: view.getUint16(offset + 2, true),
        space: view.getUint32(offset + 4, true),
        idx: U64[0]!,
        gpfn: U64[1]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.size;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.space;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let x4 = v0.idx;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        let x5 = v0.gpfn;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(64, x5) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x4;
        U64[1] = x5;
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_add_to_physmap_batch_x86_32: Generated = {
  layout: 'fe80ab89',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 20 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        domid: view.getUint16(offset, true),
        space: view.getUint16(offset + 2, true),
        size: view.getUint16(offset + 4, true),
        u: {
          foreign_domid: view.getUint16(offset + 6, true),
          res0: view.getUint16(offset + 6, true),
        },
        idxs: BigInt(view.getUint32(offset + 8, true)),
        gpfns: BigInt(view.getUint32(offset + 12, true)),
        errs: BigInt(view.getUint32(offset + 16, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 20 <= bytes?.length)) break fast;
        let g5 = false;
        let x6 = 0;
        let g7 = false;
        let x8 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.space;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.size;
        if (typeof x3 !== 'number' || (x3 & 0xffff) !== x3) break fast;
        const v4 = v0.u as Fields;
        if (typeof v4 !== 'object' || v4 === null) break fast;
        if (Array.isArray(v4)) break fast;
        g5 = v4.foreign_domid !== undefined;
        if (g5) {
          const tx6 = v4.foreign_domid;
          if (typeof tx6 !== 'number' || (tx6 & 0xffff) !== tx6) break fast;
          x6 = tx6;
        }
        g7 = v4.res0 !== undefined;
        if (g7) {
          const tx8 = v4.res0;
          if (typeof tx8 !== 'number' || (tx8 & 0xffff) !== tx8) break fast;
          x8 = tx8;
        }
        if (!(g5 || g7)) break fast;
        for (const key in v4)
          switch (key) {
            case 'foreign_domid':
            case 'res0':
              break;
            default:
              break fast;
          }
        let x9 = v0.idxs;
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(32, x9) !== x9) break fast;
        let x10 = v0.gpfns;
        if (typeof x10 === 'number' && Number.isSafeInteger(x10)) x10 = BigInt(x10);
        if (typeof x10 !== 'bigint' || BigInt.asUintN(32, x10) !== x10) break fast;
        let x11 = v0.errs;
        if (typeof x11 === 'number' && Number.isSafeInteger(x11)) x11 = BigInt(x11);
        if (typeof x11 !== 'bigint' || BigInt.asUintN(32, x11) !== x11) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        M8.fill(0, 0, 20);
        if (g5) {
          V.setUint16(6, x6, true);
          if (!merge(U8, M8, V8, 6, 2)) break fast;
        }
        if (g7) {
          V.setUint16(6, x8, true);
          if (!merge(U8, M8, V8, 6, 2)) break fast;
        }
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint16(offset + 4, x3, true);
        view.setUint32(offset + 8, Number(x9), true);
        view.setUint32(offset + 12, Number(x10), true);
        view.setUint32(offset + 16, Number(x11), true);
        for (let i = 6; i < 8; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_add_to_physmap_batch_x86_64: Generated = {
  layout: '64264b01',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      U32[2] = view.getUint32(offset + 16, true);
      U32[3] = view.getUint32(offset + 20, true);
      U32[4] = view.getUint32(offset + 24, true);
      U32[5] = view.getUint32(offset + 28, true);
      return {
        domid: view.getUint16(offset, true),
        space: view.getUint16(offset + 2, true),
        size: view.getUint16(offset + 4, true),
        u: {
          foreign_domid: view.getUint16(offset + 6, true),
          res0: view.getUint16(offset + 6, true),
        },
        idxs: U64[0]!,
        gpfns: U64[1]!,
        errs: U64[2]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        let g5 = false;
        let x6 = 0;
        let g7 = false;
        let x8 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.space;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.size;
        if (typeof x3 !== 'number' || (x3 & 0xffff) !== x3) break fast;
        const v4 = v0.u as Fields;
        if (typeof v4 !== 'object' || v4 === null) break fast;
        if (Array.isArray(v4)) break fast;
        g5 = v4.foreign_domid !== undefined;
        if (g5) {
          const tx6 = v4.foreign_domid;
          if (typeof tx6 !== 'number' || (tx6 & 0xffff) !== tx6) break fast;
          x6 = tx6;
        }
        g7 = v4.res0 !== undefined;
        if (g7) {
          const tx8 = v4.res0;
          if (typeof tx8 !== 'number' || (tx8 & 0xffff) !== tx8) break fast;
          x8 = tx8;
        }
        if (!(g5 || g7)) break fast;
        for (const key in v4)
          switch (key) {
            case 'foreign_domid':
            case 'res0':
              break;
            default:
              break fast;
          }
        let x9 = v0.idxs;
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(64, x9) !== x9) break fast;
        let x10 = v0.gpfns;
        if (typeof x10 === 'number' && Number.isSafeInteger(x10)) x10 = BigInt(x10);
        if (typeof x10 !== 'bigint' || BigInt.asUintN(64, x10) !== x10) break fast;
        let x11 = v0.errs;
        if (typeof x11 === 'number' && Number.isSafeInteger(x11)) x11 = BigInt(x11);
        if (typeof x11 !== 'bigint' || BigInt.asUintN(64, x11) !== x11) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        M8.fill(0, 0, 32);
        if (g5) {
          V.setUint16(6, x6, true);
          if (!merge(U8, M8, V8, 6, 2)) break fast;
        }
        if (g7) {
          V.setUint16(6, x8, true);
          if (!merge(U8, M8, V8, 6, 2)) break fast;
        }
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x9;
        U64[1] = x10;
        U64[2] = x11;
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint16(offset + 4, x3, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        view.setUint32(offset + 24, U32[4]!, true);
        view.setUint32(offset + 28, U32[5]!, true);
        for (let i = 6; i < 8; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_add_to_physmap_batch_extra_x86_32: Generated = {
  layout: '185c6722',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 2 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return { foreign_domid: view.getUint16(offset, true), res0: view.getUint16(offset, true) };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 2 <= bytes?.length)) break fast;
        let g1 = false;
        let x2 = 0;
        let g3 = false;
        let x4 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (Array.isArray(v0)) break fast;
        g1 = v0.foreign_domid !== undefined;
        if (g1) {
          const tx2 = v0.foreign_domid;
          if (typeof tx2 !== 'number' || (tx2 & 0xffff) !== tx2) break fast;
          x2 = tx2;
        }
        g3 = v0.res0 !== undefined;
        if (g3) {
          const tx4 = v0.res0;
          if (typeof tx4 !== 'number' || (tx4 & 0xffff) !== tx4) break fast;
          x4 = tx4;
        }
        if (!(g1 || g3)) break fast;
        for (const key in v0)
          switch (key) {
            case 'foreign_domid':
            case 'res0':
              break;
            default:
              break fast;
          }
        M8.fill(0, 0, 2);
        if (g1) {
          V.setUint16(0, x2, true);
          if (!merge(U8, M8, V8, 0, 2)) break fast;
        }
        if (g3) {
          V.setUint16(0, x4, true);
          if (!merge(U8, M8, V8, 0, 2)) break fast;
        }
        if (!(bytes instanceof Uint8Array)) break fast;
        for (let i = 0; i < 2; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_foreign_memory_map_x86_32: Generated = {
  layout: '317f046d',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        domid: view.getUint16(offset, true),
        map: {
          nr_entries: view.getUint32(offset + 4, true),
          buffer: BigInt(view.getUint32(offset + 8, true)),
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const v2 = v0.map as Fields;
        if (typeof v2 !== 'object' || v2 === null) break fast;
        if (v2.constructor !== Object) break fast;
        const x3 = v2.nr_entries;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let x4 = v2.buffer;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(32, x4) !== x4) break fast;
        let nv2 = 0;
        for (const _ in v2) nv2++;
        if (nv2 !== 2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, Number(x4), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_foreign_memory_map_x86_64: Generated = {
  layout: '81324ba5',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 16, true);
      U32[1] = view.getUint32(offset + 20, true);
      return {
        domid: view.getUint16(offset, true),
        map: { nr_entries: view.getUint32(offset + 8, true), buffer: U64[0]! },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const v2 = v0.map as Fields;
        if (typeof v2 !== 'object' || v2 === null) break fast;
        if (v2.constructor !== Object) break fast;
        const x3 = v2.nr_entries;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let x4 = v2.buffer;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        let nv2 = 0;
        for (const _ in v2) nv2++;
        if (nv2 !== 2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x4;
        view.setUint16(offset, x1, true);
        view.setUint32(offset + 8, x3, true);
        view.setUint32(offset + 16, U32[0]!, true);
        view.setUint32(offset + 20, U32[1]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_machphys_mapping_x86_32: Generated = {
  layout: '885320fa',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
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
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
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
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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

const xen_machphys_mfn_list_x86_32: Generated = {
  layout: '2b9ccbe4',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        max_extents: view.getUint32(offset, true),
        extent_start: BigInt(view.getUint32(offset + 4, true)),
        nr_extents: view.getUint32(offset + 8, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.max_extents;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        let x2 = v0.extent_start;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        const x3 = v0.nr_extents;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 4, Number(x2), true);
        view.setUint32(offset + 8, x3, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_machphys_mfn_list_x86_64: Generated = {
  layout: '24a5fafc',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      return {
        max_extents: view.getUint32(offset, true),
        extent_start: U64[0]!,
        nr_extents: view.getUint32(offset + 16, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.max_extents;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        let x2 = v0.extent_start;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        const x3 = v0.nr_extents;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x2;
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, x3, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_mem_access_op_x86_32: Generated = {
  layout: 'b7e6129c',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      return {
        op: view.getUint8(offset),
        access: view.getUint8(offset + 1),
        domid: view.getUint16(offset + 2, true),
        nr: view.getUint32(offset + 4, true),
        pfn: U64[0]!,
        pfn_list: BigInt(view.getUint32(offset + 16, true)),
        access_list: BigInt(view.getUint32(offset + 20, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.op;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.access;
        if (typeof x2 !== 'number' || (x2 & 0xff) !== x2) break fast;
        const x3 = v0.domid;
        if (typeof x3 !== 'number' || (x3 & 0xffff) !== x3) break fast;
        const x4 = v0.nr;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        let x5 = v0.pfn;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(64, x5) !== x5) break fast;
        let x6 = v0.pfn_list;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(32, x6) !== x6) break fast;
        let x7 = v0.access_list;
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(32, x7) !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x5;
        view.setUint8(offset, x1);
        view.setUint8(offset + 1, x2);
        view.setUint16(offset + 2, x3, true);
        view.setUint32(offset + 4, x4, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, Number(x6), true);
        view.setUint32(offset + 20, Number(x7), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_mem_access_op_x86_64: Generated = {
  layout: 'd701c995',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      U32[2] = view.getUint32(offset + 16, true);
      U32[3] = view.getUint32(offset + 20, true);
      U32[4] = view.getUint32(offset + 24, true);
      U32[5] = view.getUint32(offset + 28, true);
      return {
        op: view.getUint8(offset),
        access: view.getUint8(offset + 1),
        domid: view.getUint16(offset + 2, true),
        nr: view.getUint32(offset + 4, true),
        pfn: U64[0]!,
        pfn_list: U64[1]!,
        access_list: U64[2]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.op;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.access;
        if (typeof x2 !== 'number' || (x2 & 0xff) !== x2) break fast;
        const x3 = v0.domid;
        if (typeof x3 !== 'number' || (x3 & 0xffff) !== x3) break fast;
        const x4 = v0.nr;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        let x5 = v0.pfn;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(64, x5) !== x5) break fast;
        let x6 = v0.pfn_list;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let x7 = v0.access_list;
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(64, x7) !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x5;
        U64[1] = x6;
        U64[2] = x7;
        view.setUint8(offset, x1);
        view.setUint8(offset + 1, x2);
        view.setUint16(offset + 2, x3, true);
        view.setUint32(offset + 4, x4, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        view.setUint32(offset + 24, U32[4]!, true);
        view.setUint32(offset + 28, U32[5]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_mem_acquire_resource_x86_32: Generated = {
  layout: 'c54f12e7',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 28 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 16, true);
      U32[1] = view.getUint32(offset + 20, true);
      return {
        domid: view.getUint16(offset, true),
        type: view.getUint16(offset + 2, true),
        id: view.getUint32(offset + 4, true),
        nr_frames: view.getUint32(offset + 8, true),
        pad: view.getUint32(offset + 12, true),
        frame: U64[0]!,
        frame_list: BigInt(view.getUint32(offset + 24, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 28 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.type;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.id;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.nr_frames;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v0.pad;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        let x6 = v0.frame;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let x7 = v0.frame_list;
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(32, x7) !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x6;
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, x4, true);
        view.setUint32(offset + 12, x5, true);
        view.setUint32(offset + 16, U32[0]!, true);
        view.setUint32(offset + 20, U32[1]!, true);
        view.setUint32(offset + 24, Number(x7), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_mem_acquire_resource_x86_64: Generated = {
  layout: '4b004f8c',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 16, true);
      U32[1] = view.getUint32(offset + 20, true);
      U32[2] = view.getUint32(offset + 24, true);
      U32[3] = view.getUint32(offset + 28, true);
      return {
        domid: view.getUint16(offset, true),
        type: view.getUint16(offset + 2, true),
        id: view.getUint32(offset + 4, true),
        nr_frames: view.getUint32(offset + 8, true),
        pad: view.getUint32(offset + 12, true),
        frame: U64[0]!,
        frame_list: U64[1]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.type;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.id;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.nr_frames;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v0.pad;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        let x6 = v0.frame;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let x7 = v0.frame_list;
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(64, x7) !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x6;
        U64[1] = x7;
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, x4, true);
        view.setUint32(offset + 12, x5, true);
        view.setUint32(offset + 16, U32[0]!, true);
        view.setUint32(offset + 20, U32[1]!, true);
        view.setUint32(offset + 24, U32[2]!, true);
        view.setUint32(offset + 28, U32[3]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_mem_paging_op_x86_32: Generated = {
  layout: '25902934',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      U32[2] = view.getUint32(offset + 16, true);
      U32[3] = view.getUint32(offset + 20, true);
      return {
        op: view.getUint8(offset),
        domain: view.getUint16(offset + 2, true),
        buffer: U64[0]!,
        gfn: U64[1]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.op;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.domain;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        let x3 = v0.buffer;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let x4 = v0.gfn;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 4) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x3;
        U64[1] = x4;
        view.setUint8(offset, x1);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_mem_sharing_op_x86_32: Generated = {
  layout: 'f8ad9e2c',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 48 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.op;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.domain;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const v3 = v0.u as Fields;
        if (typeof v3 !== 'object' || v3 === null) break fast;
        if (Array.isArray(v3)) break fast;
        g4 = v3.nominate !== undefined;
        if (g4) {
          const v5 = v3.nominate as Fields;
          if (typeof v5 !== 'object' || v5 === null) break fast;
          if (v5.constructor !== Object) break fast;
          const v6 = v5.u as Fields;
          if (typeof v6 !== 'object' || v6 === null) break fast;
          if (Array.isArray(v6)) break fast;
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
          if (typeof v13 !== 'object' || v13 === null) break fast;
          if (v13.constructor !== Object) break fast;
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
          if (typeof v20 !== 'object' || v20 === null) break fast;
          if (v20.constructor !== Object) break fast;
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
          if (typeof v30 !== 'object' || v30 === null) break fast;
          if (v30.constructor !== Object) break fast;
          const v31 = v30.u as Fields;
          if (typeof v31 !== 'object' || v31 === null) break fast;
          if (Array.isArray(v31)) break fast;
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
          if (typeof v39 !== 'object' || v39 === null) break fast;
          if (v39.constructor !== Object) break fast;
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
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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

const xen_memory_domain_x86_32: Generated = {
  layout: '8cbadb0b',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 2 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return { domid: view.getUint16(offset, true) };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 2 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 1) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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

const xen_memory_exchange_x86_32: Generated = {
  layout: '62860a5f',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 44 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        in: {
          extent_start: BigInt(view.getUint32(offset, true)),
          nr_extents: BigInt(view.getUint32(offset + 4, true)),
          extent_order: view.getUint32(offset + 8, true),
          mem_flags: view.getUint32(offset + 12, true),
          domid: view.getUint16(offset + 16, true),
        },
        out: {
          extent_start: BigInt(view.getUint32(offset + 20, true)),
          nr_extents: BigInt(view.getUint32(offset + 24, true)),
          extent_order: view.getUint32(offset + 28, true),
          mem_flags: view.getUint32(offset + 32, true),
          domid: view.getUint16(offset + 36, true),
        },
        nr_exchanged: BigInt(view.getUint32(offset + 40, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 44 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const v1 = v0.in as Fields;
        if (typeof v1 !== 'object' || v1 === null) break fast;
        if (v1.constructor !== Object) break fast;
        let x2 = v1.extent_start;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        let x3 = v1.nr_extents;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(32, x3) !== x3) break fast;
        const x4 = v1.extent_order;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v1.mem_flags;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        const x6 = v1.domid;
        if (typeof x6 !== 'number' || (x6 & 0xffff) !== x6) break fast;
        let nv1 = 0;
        for (const _ in v1) nv1++;
        if (nv1 !== 5) break fast;
        const v7 = v0.out as Fields;
        if (typeof v7 !== 'object' || v7 === null) break fast;
        if (v7.constructor !== Object) break fast;
        let x8 = v7.extent_start;
        if (typeof x8 === 'number' && Number.isSafeInteger(x8)) x8 = BigInt(x8);
        if (typeof x8 !== 'bigint' || BigInt.asUintN(32, x8) !== x8) break fast;
        let x9 = v7.nr_extents;
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(32, x9) !== x9) break fast;
        const x10 = v7.extent_order;
        if (typeof x10 !== 'number' || x10 >>> 0 !== x10) break fast;
        const x11 = v7.mem_flags;
        if (typeof x11 !== 'number' || x11 >>> 0 !== x11) break fast;
        const x12 = v7.domid;
        if (typeof x12 !== 'number' || (x12 & 0xffff) !== x12) break fast;
        let nv7 = 0;
        for (const _ in v7) nv7++;
        if (nv7 !== 5) break fast;
        let x13 = v0.nr_exchanged;
        if (typeof x13 === 'number' && Number.isSafeInteger(x13)) x13 = BigInt(x13);
        if (typeof x13 !== 'bigint' || BigInt.asUintN(32, x13) !== x13) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, Number(x2), true);
        view.setUint32(offset + 4, Number(x3), true);
        view.setUint32(offset + 8, x4, true);
        view.setUint32(offset + 12, x5, true);
        view.setUint16(offset + 16, x6, true);
        view.setUint32(offset + 20, Number(x8), true);
        view.setUint32(offset + 24, Number(x9), true);
        view.setUint32(offset + 28, x10, true);
        view.setUint32(offset + 32, x11, true);
        view.setUint16(offset + 36, x12, true);
        view.setUint32(offset + 40, Number(x13), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_memory_exchange_x86_64: Generated = {
  layout: 'bbab166d',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 72 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      U32[4] = view.getUint32(offset + 32, true);
      U32[5] = view.getUint32(offset + 36, true);
      U32[6] = view.getUint32(offset + 40, true);
      U32[7] = view.getUint32(offset + 44, true);
      U32[8] = view.getUint32(offset + 64, true);
      U32[9] = view.getUint32(offset + 68, true);
      return {
        in: {
          extent_start: U64[0]!,
          nr_extents: U64[1]!,
          extent_order: view.getUint32(offset + 16, true),
          mem_flags: view.getUint32(offset + 20, true),
          domid: view.getUint16(offset + 24, true),
        },
        out: {
          extent_start: U64[2]!,
          nr_extents: U64[3]!,
          extent_order: view.getUint32(offset + 48, true),
          mem_flags: view.getUint32(offset + 52, true),
          domid: view.getUint16(offset + 56, true),
        },
        nr_exchanged: U64[4]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 72 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const v1 = v0.in as Fields;
        if (typeof v1 !== 'object' || v1 === null) break fast;
        if (v1.constructor !== Object) break fast;
        let x2 = v1.extent_start;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v1.nr_extents;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        const x4 = v1.extent_order;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v1.mem_flags;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        const x6 = v1.domid;
        if (typeof x6 !== 'number' || (x6 & 0xffff) !== x6) break fast;
        let nv1 = 0;
        for (const _ in v1) nv1++;
        if (nv1 !== 5) break fast;
        const v7 = v0.out as Fields;
        if (typeof v7 !== 'object' || v7 === null) break fast;
        if (v7.constructor !== Object) break fast;
        let x8 = v7.extent_start;
        if (typeof x8 === 'number' && Number.isSafeInteger(x8)) x8 = BigInt(x8);
        if (typeof x8 !== 'bigint' || BigInt.asUintN(64, x8) !== x8) break fast;
        let x9 = v7.nr_extents;
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(64, x9) !== x9) break fast;
        const x10 = v7.extent_order;
        if (typeof x10 !== 'number' || x10 >>> 0 !== x10) break fast;
        const x11 = v7.mem_flags;
        if (typeof x11 !== 'number' || x11 >>> 0 !== x11) break fast;
        const x12 = v7.domid;
        if (typeof x12 !== 'number' || (x12 & 0xffff) !== x12) break fast;
        let nv7 = 0;
        for (const _ in v7) nv7++;
        if (nv7 !== 5) break fast;
        let x13 = v0.nr_exchanged;
        if (typeof x13 === 'number' && Number.isSafeInteger(x13)) x13 = BigInt(x13);
        if (typeof x13 !== 'bigint' || BigInt.asUintN(64, x13) !== x13) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x2;
        U64[1] = x3;
        U64[2] = x8;
        U64[3] = x9;
        U64[4] = x13;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, x4, true);
        view.setUint32(offset + 20, x5, true);
        view.setUint16(offset + 24, x6, true);
        view.setUint32(offset + 32, U32[4]!, true);
        view.setUint32(offset + 36, U32[5]!, true);
        view.setUint32(offset + 40, U32[6]!, true);
        view.setUint32(offset + 44, U32[7]!, true);
        view.setUint32(offset + 48, x10, true);
        view.setUint32(offset + 52, x11, true);
        view.setUint16(offset + 56, x12, true);
        view.setUint32(offset + 64, U32[8]!, true);
        view.setUint32(offset + 68, U32[9]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_memory_map_x86_32: Generated = {
  layout: '687d80d1',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        nr_entries: view.getUint32(offset, true),
        buffer: BigInt(view.getUint32(offset + 4, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.nr_entries;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        let x2 = v0.buffer;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 4, Number(x2), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_memory_map_x86_64: Generated = {
  layout: 'e9dfbd7e',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      return { nr_entries: view.getUint32(offset, true), buffer: U64[0]! };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.nr_entries;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        let x2 = v0.buffer;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x2;
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_memory_reservation_x86_32: Generated = {
  layout: '48309b6e',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 20 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        extent_start: BigInt(view.getUint32(offset, true)),
        nr_extents: BigInt(view.getUint32(offset + 4, true)),
        extent_order: view.getUint32(offset + 8, true),
        mem_flags: view.getUint32(offset + 12, true),
        domid: view.getUint16(offset + 16, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 20 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        let x1 = v0.extent_start;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(32, x1) !== x1) break fast;
        let x2 = v0.nr_extents;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        const x3 = v0.extent_order;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.mem_flags;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v0.domid;
        if (typeof x5 !== 'number' || (x5 & 0xffff) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, Number(x1), true);
        view.setUint32(offset + 4, Number(x2), true);
        view.setUint32(offset + 8, x3, true);
        view.setUint32(offset + 12, x4, true);
        view.setUint16(offset + 16, x5, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_memory_reservation_x86_64: Generated = {
  layout: 'df749940',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      return {
        extent_start: U64[0]!,
        nr_extents: U64[1]!,
        extent_order: view.getUint32(offset + 16, true),
        mem_flags: view.getUint32(offset + 20, true),
        domid: view.getUint16(offset + 24, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        let x1 = v0.extent_start;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.nr_extents;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        const x3 = v0.extent_order;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.mem_flags;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v0.domid;
        if (typeof x5 !== 'number' || (x5 & 0xffff) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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
        view.setUint16(offset + 24, x5, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_pod_target_x86_32: Generated = {
  layout: 'aece926b',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 36 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
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
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
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
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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

const xen_remove_from_physmap_x86_32: Generated = {
  layout: 'e3cdaa90',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        domid: view.getUint16(offset, true),
        gpfn: BigInt(view.getUint32(offset + 4, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        let x2 = v0.gpfn;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint32(offset + 4, Number(x2), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_remove_from_physmap_x86_64: Generated = {
  layout: '182ee7a5',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      return { domid: view.getUint16(offset, true), gpfn: U64[0]! };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        let x2 = v0.gpfn;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x2;
        view.setUint16(offset, x1, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_reserved_device_memory_x86_32: Generated = {
  layout: '4898e8da',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        start_pfn: BigInt(view.getUint32(offset, true)),
        nr_pages: BigInt(view.getUint32(offset + 4, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        let x1 = v0.start_pfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(32, x1) !== x1) break fast;
        let x2 = v0.nr_pages;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, Number(x1), true);
        view.setUint32(offset + 4, Number(x2), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_reserved_device_memory_x86_64: Generated = {
  layout: '158f1a65',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      return { start_pfn: U64[0]!, nr_pages: U64[1]! };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        let x1 = v0.start_pfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.nr_pages;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_reserved_device_memory_map_x86_32: Generated = {
  layout: '7ab0eaf0',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        flags: view.getUint32(offset, true),
        nr_entries: view.getUint32(offset + 4, true),
        buffer: BigInt(view.getUint32(offset + 8, true)),
        dev: {
          pci: {
            seg: view.getUint16(offset + 12, true),
            bus: view.getUint8(offset + 14),
            devfn: view.getUint8(offset + 15),
          },
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        let g5 = false;
        let x7 = 0;
        let x8 = 0;
        let x9 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.flags;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        const x2 = v0.nr_entries;
        if (typeof x2 !== 'number' || x2 >>> 0 !== x2) break fast;
        let x3 = v0.buffer;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(32, x3) !== x3) break fast;
        const v4 = v0.dev as Fields;
        if (typeof v4 !== 'object' || v4 === null) break fast;
        if (Array.isArray(v4)) break fast;
        g5 = v4.pci !== undefined;
        if (g5) {
          const v6 = v4.pci as Fields;
          if (typeof v6 !== 'object' || v6 === null) break fast;
          if (v6.constructor !== Object) break fast;
          const tx7 = v6.seg;
          if (typeof tx7 !== 'number' || (tx7 & 0xffff) !== tx7) break fast;
          x7 = tx7;
          const tx8 = v6.bus;
          if (typeof tx8 !== 'number' || (tx8 & 0xff) !== tx8) break fast;
          x8 = tx8;
          const tx9 = v6.devfn;
          if (typeof tx9 !== 'number' || (tx9 & 0xff) !== tx9) break fast;
          x9 = tx9;
          let nv6 = 0;
          for (const _ in v6) nv6++;
          if (nv6 !== 3) break fast;
        }
        if (!g5) break fast;
        for (const key in v4)
          switch (key) {
            case 'pci':
              break;
            default:
              break fast;
          }
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 4) break fast;
        M8.fill(0, 0, 16);
        if (g5) {
          V.setUint16(12, x7, true);
          V.setUint8(14, x8);
          V.setUint8(15, x9);
          if (!merge(U8, M8, V8, 12, 4)) break fast;
        }
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 4, x2, true);
        view.setUint32(offset + 8, Number(x3), true);
        for (let i = 12; i < 16; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_reserved_device_memory_map_x86_64: Generated = {
  layout: '3d6f8dcd',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      return {
        flags: view.getUint32(offset, true),
        nr_entries: view.getUint32(offset + 4, true),
        buffer: U64[0]!,
        dev: {
          pci: {
            seg: view.getUint16(offset + 16, true),
            bus: view.getUint8(offset + 18),
            devfn: view.getUint8(offset + 19),
          },
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        let g5 = false;
        let x7 = 0;
        let x8 = 0;
        let x9 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
        const x1 = v0.flags;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        const x2 = v0.nr_entries;
        if (typeof x2 !== 'number' || x2 >>> 0 !== x2) break fast;
        let x3 = v0.buffer;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        const v4 = v0.dev as Fields;
        if (typeof v4 !== 'object' || v4 === null) break fast;
        if (Array.isArray(v4)) break fast;
        g5 = v4.pci !== undefined;
        if (g5) {
          const v6 = v4.pci as Fields;
          if (typeof v6 !== 'object' || v6 === null) break fast;
          if (v6.constructor !== Object) break fast;
          const tx7 = v6.seg;
          if (typeof tx7 !== 'number' || (tx7 & 0xffff) !== tx7) break fast;
          x7 = tx7;
          const tx8 = v6.bus;
          if (typeof tx8 !== 'number' || (tx8 & 0xff) !== tx8) break fast;
          x8 = tx8;
          const tx9 = v6.devfn;
          if (typeof tx9 !== 'number' || (tx9 & 0xff) !== tx9) break fast;
          x9 = tx9;
          let nv6 = 0;
          for (const _ in v6) nv6++;
          if (nv6 !== 3) break fast;
        }
        if (!g5) break fast;
        for (const key in v4)
          switch (key) {
            case 'pci':
              break;
            default:
              break fast;
          }
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 4) break fast;
        M8.fill(0, 0, 24);
        if (g5) {
          V.setUint16(16, x7, true);
          V.setUint8(18, x8);
          V.setUint8(19, x9);
          if (!merge(U8, M8, V8, 16, 4)) break fast;
        }
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x3;
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 4, x2, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        for (let i = 16; i < 20; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_vmemrange_x86_32: Generated = {
  layout: 'ee92036a',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
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
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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

const xen_vnuma_topology_info_x86_32: Generated = {
  layout: '83d1550c',
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
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
        if (typeof v6 !== 'object' || v6 === null) break fast;
        if (Array.isArray(v6)) break fast;
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
        if (typeof v11 !== 'object' || v11 === null) break fast;
        if (Array.isArray(v11)) break fast;
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
        if (typeof v16 !== 'object' || v16 === null) break fast;
        if (Array.isArray(v16)) break fast;
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
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) slow.checkPadding(bytes, offset, options);
      if (bytes !== viewed) {
        if (!(bytes instanceof Uint8Array)) throw slow.tooShort(bytes, offset);
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
        if (typeof v0 !== 'object' || v0 === null) break fast;
        if (v0.constructor !== Object) break fast;
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
        if (typeof v6 !== 'object' || v6 === null) break fast;
        if (Array.isArray(v6)) break fast;
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
        if (typeof v11 !== 'object' || v11 === null) break fast;
        if (Array.isArray(v11)) break fast;
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
        if (typeof v16 !== 'object' || v16 === null) break fast;
        if (Array.isArray(v16)) break fast;
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
        if (bytes !== viewed) {
          if (!(bytes instanceof Uint8Array)) break fast;
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

export const codecs = {
  mem_sharing_op_debug: {
    x86_32: mem_sharing_op_debug_x86_32,
    x86_64: mem_sharing_op_debug_x86_32,
    arm32: mem_sharing_op_debug_x86_32,
    arm64: mem_sharing_op_debug_x86_32,
    riscv64: mem_sharing_op_debug_x86_32,
    ppc64: mem_sharing_op_debug_x86_32,
  },
  mem_sharing_op_fork: {
    x86_32: mem_sharing_op_fork_x86_32,
    x86_64: mem_sharing_op_fork_x86_32,
    arm32: mem_sharing_op_fork_x86_32,
    arm64: mem_sharing_op_fork_x86_32,
    riscv64: mem_sharing_op_fork_x86_32,
    ppc64: mem_sharing_op_fork_x86_32,
  },
  mem_sharing_op_nominate: {
    x86_32: mem_sharing_op_nominate_x86_32,
    x86_64: mem_sharing_op_nominate_x86_32,
    arm32: mem_sharing_op_nominate_x86_32,
    arm64: mem_sharing_op_nominate_x86_32,
    riscv64: mem_sharing_op_nominate_x86_32,
    ppc64: mem_sharing_op_nominate_x86_32,
  },
  mem_sharing_op_range: {
    x86_32: mem_sharing_op_range_x86_32,
    x86_64: mem_sharing_op_range_x86_32,
    arm32: mem_sharing_op_range_x86_32,
    arm64: mem_sharing_op_range_x86_32,
    riscv64: mem_sharing_op_range_x86_32,
    ppc64: mem_sharing_op_range_x86_32,
  },
  mem_sharing_op_share: {
    x86_32: mem_sharing_op_share_x86_32,
    x86_64: mem_sharing_op_share_x86_32,
    arm32: mem_sharing_op_share_x86_32,
    arm64: mem_sharing_op_share_x86_32,
    riscv64: mem_sharing_op_share_x86_32,
    ppc64: mem_sharing_op_share_x86_32,
  },
  xen_add_to_physmap: {
    x86_32: xen_add_to_physmap_x86_32,
    x86_64: xen_add_to_physmap_x86_64,
    arm32: xen_add_to_physmap_x86_64,
    arm64: xen_add_to_physmap_x86_64,
    riscv64: xen_add_to_physmap_x86_64,
    ppc64: xen_add_to_physmap_x86_64,
  },
  xen_add_to_physmap_batch: {
    x86_32: xen_add_to_physmap_batch_x86_32,
    x86_64: xen_add_to_physmap_batch_x86_64,
    arm32: xen_add_to_physmap_batch_x86_64,
    arm64: xen_add_to_physmap_batch_x86_64,
    riscv64: xen_add_to_physmap_batch_x86_64,
    ppc64: xen_add_to_physmap_batch_x86_64,
  },
  xen_add_to_physmap_batch_extra: {
    x86_32: xen_add_to_physmap_batch_extra_x86_32,
    x86_64: xen_add_to_physmap_batch_extra_x86_32,
    arm32: xen_add_to_physmap_batch_extra_x86_32,
    arm64: xen_add_to_physmap_batch_extra_x86_32,
    riscv64: xen_add_to_physmap_batch_extra_x86_32,
    ppc64: xen_add_to_physmap_batch_extra_x86_32,
  },
  xen_foreign_memory_map: {
    x86_32: xen_foreign_memory_map_x86_32,
    x86_64: xen_foreign_memory_map_x86_64,
    arm32: xen_foreign_memory_map_x86_64,
    arm64: xen_foreign_memory_map_x86_64,
    riscv64: xen_foreign_memory_map_x86_64,
    ppc64: xen_foreign_memory_map_x86_64,
  },
  xen_machphys_mapping: {
    x86_32: xen_machphys_mapping_x86_32,
    x86_64: xen_machphys_mapping_x86_64,
    arm32: xen_machphys_mapping_x86_64,
    arm64: xen_machphys_mapping_x86_64,
    riscv64: xen_machphys_mapping_x86_64,
    ppc64: xen_machphys_mapping_x86_64,
  },
  xen_machphys_mfn_list: {
    x86_32: xen_machphys_mfn_list_x86_32,
    x86_64: xen_machphys_mfn_list_x86_64,
    arm32: xen_machphys_mfn_list_x86_64,
    arm64: xen_machphys_mfn_list_x86_64,
    riscv64: xen_machphys_mfn_list_x86_64,
    ppc64: xen_machphys_mfn_list_x86_64,
  },
  xen_mem_access_op: {
    x86_32: xen_mem_access_op_x86_32,
    x86_64: xen_mem_access_op_x86_64,
    arm32: xen_mem_access_op_x86_64,
    arm64: xen_mem_access_op_x86_64,
    riscv64: xen_mem_access_op_x86_64,
    ppc64: xen_mem_access_op_x86_64,
  },
  xen_mem_acquire_resource: {
    x86_32: xen_mem_acquire_resource_x86_32,
    x86_64: xen_mem_acquire_resource_x86_64,
    arm32: xen_mem_acquire_resource_x86_64,
    arm64: xen_mem_acquire_resource_x86_64,
    riscv64: xen_mem_acquire_resource_x86_64,
    ppc64: xen_mem_acquire_resource_x86_64,
  },
  xen_mem_paging_op: {
    x86_32: xen_mem_paging_op_x86_32,
    x86_64: xen_mem_paging_op_x86_32,
    arm32: xen_mem_paging_op_x86_32,
    arm64: xen_mem_paging_op_x86_32,
    riscv64: xen_mem_paging_op_x86_32,
    ppc64: xen_mem_paging_op_x86_32,
  },
  xen_mem_sharing_op: {
    x86_32: xen_mem_sharing_op_x86_32,
    x86_64: xen_mem_sharing_op_x86_32,
    arm32: xen_mem_sharing_op_x86_32,
    arm64: xen_mem_sharing_op_x86_32,
    riscv64: xen_mem_sharing_op_x86_32,
    ppc64: xen_mem_sharing_op_x86_32,
  },
  xen_memory_domain: {
    x86_32: xen_memory_domain_x86_32,
    x86_64: xen_memory_domain_x86_32,
    arm32: xen_memory_domain_x86_32,
    arm64: xen_memory_domain_x86_32,
    riscv64: xen_memory_domain_x86_32,
    ppc64: xen_memory_domain_x86_32,
  },
  xen_memory_exchange: {
    x86_32: xen_memory_exchange_x86_32,
    x86_64: xen_memory_exchange_x86_64,
    arm32: xen_memory_exchange_x86_64,
    arm64: xen_memory_exchange_x86_64,
    riscv64: xen_memory_exchange_x86_64,
    ppc64: xen_memory_exchange_x86_64,
  },
  xen_memory_map: {
    x86_32: xen_memory_map_x86_32,
    x86_64: xen_memory_map_x86_64,
    arm32: xen_memory_map_x86_64,
    arm64: xen_memory_map_x86_64,
    riscv64: xen_memory_map_x86_64,
    ppc64: xen_memory_map_x86_64,
  },
  xen_memory_reservation: {
    x86_32: xen_memory_reservation_x86_32,
    x86_64: xen_memory_reservation_x86_64,
    arm32: xen_memory_reservation_x86_64,
    arm64: xen_memory_reservation_x86_64,
    riscv64: xen_memory_reservation_x86_64,
    ppc64: xen_memory_reservation_x86_64,
  },
  xen_pod_target: {
    x86_32: xen_pod_target_x86_32,
    x86_64: xen_pod_target_x86_64,
    arm32: xen_pod_target_x86_64,
    arm64: xen_pod_target_x86_64,
    riscv64: xen_pod_target_x86_64,
    ppc64: xen_pod_target_x86_64,
  },
  xen_remove_from_physmap: {
    x86_32: xen_remove_from_physmap_x86_32,
    x86_64: xen_remove_from_physmap_x86_64,
    arm32: xen_remove_from_physmap_x86_64,
    arm64: xen_remove_from_physmap_x86_64,
    riscv64: xen_remove_from_physmap_x86_64,
    ppc64: xen_remove_from_physmap_x86_64,
  },
  xen_reserved_device_memory: {
    x86_32: xen_reserved_device_memory_x86_32,
    x86_64: xen_reserved_device_memory_x86_64,
    arm32: xen_reserved_device_memory_x86_64,
    arm64: xen_reserved_device_memory_x86_64,
    riscv64: xen_reserved_device_memory_x86_64,
    ppc64: xen_reserved_device_memory_x86_64,
  },
  xen_reserved_device_memory_map: {
    x86_32: xen_reserved_device_memory_map_x86_32,
    x86_64: xen_reserved_device_memory_map_x86_64,
    arm32: xen_reserved_device_memory_map_x86_64,
    arm64: xen_reserved_device_memory_map_x86_64,
    riscv64: xen_reserved_device_memory_map_x86_64,
    ppc64: xen_reserved_device_memory_map_x86_64,
  },
  xen_vmemrange: {
    x86_32: xen_vmemrange_x86_32,
    x86_64: xen_vmemrange_x86_32,
    arm32: xen_vmemrange_x86_32,
    arm64: xen_vmemrange_x86_32,
    riscv64: xen_vmemrange_x86_32,
    ppc64: xen_vmemrange_x86_32,
  },
  xen_vnuma_topology_info: {
    x86_32: xen_vnuma_topology_info_x86_32,
    x86_64: xen_vnuma_topology_info_x86_64,
    arm32: xen_vnuma_topology_info_x86_64,
    arm64: xen_vnuma_topology_info_x86_64,
    riscv64: xen_vnuma_topology_info_x86_64,
    ppc64: xen_vnuma_topology_info_x86_64,
  },
} satisfies Record<string, Record<string, Generated>>;
