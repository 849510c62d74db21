/** The library's table of contents; the declarations of Xen's headers are in `xenabi/abi`. */
import * as e820 from '../abi/e820.js';
import * as memory from '../abi/memory.js';
import * as unpin from '../abi/unpin.js';
import * as xen from '../abi/xen.js';
import { bindCodecs, pairGenerated } from './codec/index.js';
import { codecs as e820Codecs } from './generated/e820.js';
import { codecs as memoryCodecs } from './generated/memory.js';
import { codecs as unpinCodecs } from './generated/unpin.js';
import { codecs as xenCodecs } from './generated/xen.js';

export * from './schema/index.js';
export * from './layout/index.js';
export {
  AbiError,
  bindCodecs,
  fromJson,
  pairGenerated,
  printModule,
  toJson,
  toRestructure,
  type AbiErrorCode,
  type AbiErrorData,
  type Codec,
  type CodecFor,
  type CodecOptions,
  type DecodeOptions,
  type Engine,
  type Generated,
  type GeneratedCodecs,
  type Json,
  type RestructureType,
  type SlowEngine,
  type Stream,
} from './codec/index.js';

export * from './capture/index.js';

/** The codec of a declaration on an architecture; generated for Xen's memory structs. */
export const codec = bindCodecs(
  pairGenerated(memory, memoryCodecs),
  pairGenerated(xen, xenCodecs),
  pairGenerated(unpin, unpinCodecs),
  pairGenerated(e820, e820Codecs),
);
