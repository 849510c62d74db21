export { callToJson } from './call-json.js';
export {
  type Call,
  CaptureError,
  type CaptureErrorCode,
  type CaptureHeader,
  interfaceTold,
  type Fragment,
  type StructVector,
} from './capture.js';
export { createCallDecoder, errnoName } from './decode-call.js';
export { callFromJson } from './encode-call.js';
export { createLazyDecoder } from './lazy-decoder.js';
export { changesOf, type Changes, type Dump, DumpError, joinDumps } from './dumped-memory.js';
export type { DecodedArgument, DecodedCall, DecodedList, DecodedRequest } from './decoded.js';
export { fromHex, toHex } from './hex.js';
export { bytesView } from '../words/bytes.js';
export { callView, captureView, structLines, type ViewOptions, warningLine } from './call-view.js';
export { createMemory, type KnownRun, type Memory } from './memory.js';
export { callLine, headerLine } from './write.js';
export { type BadLine, type CaptureRecord, readCapture } from './read.js';
export {
  argumentsOf,
  isSourceName,
  kindOf,
  type Pasted,
  readPasted,
  type SessionArguments,
  SourceError,
  type SourceErrorCode,
  type Fragment as SourceFragment,
  sourceNames,
  type SourceStyle,
  sourceStyles,
} from './sources/index.js';
export { printable } from '../words/text.js';
export { fragmentWarningsOf } from './warnings/fragments.js';
export { type Warning, type WarningCode, warningsOf } from './warnings/index.js';
