/**
 * `xenabi/record`: hypercalls of a running target, by GDB's remote protocol: QEMU's stub, gdbserver.
 */
export { connect } from './connect.js';
export { type Client, createClient, type Stop, type Wire } from './client.js';
export { callerOf, type Convention, conventionOf, entriesOf, type Entry } from './entries.js';
export { RecordError, type RecordErrorCode } from './record-error.js';
export { record, type RecordEnd, type RecordOptions } from './record.js';
export type { Callers, Recorded } from './recorded.js';
export { checkCode, readSymbols, type SymbolFile } from './symbols.js';
export { describeTarget, type Target } from './target.js';
