export {
  bindCodecs,
  pairGenerated,
  type CodecFor,
  type CodecOptions,
  type GeneratedCodecs,
  type PrintedCodecs,
} from './bind.js';
export type { Codec, DecodeOptions, Engine, Generated, SlowEngine } from './codec.js';
export type { PrintedCodec } from './printed.js';
export { AbiError, type AbiErrorCode, type AbiErrorData } from './error.js';
export { hex, numberToJson } from '../schema/number-text.js';
export { fromJson, readJson, scalarFromJson, toJson, type Json } from './json.js';
export { encodedSize, fixedSize, tailOf } from './flexible.js';
export { paddingIn } from './padding-in.js';
export { littleEndian } from './bytes.js';
