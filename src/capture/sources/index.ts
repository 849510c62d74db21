export { type Pasted, readPasted } from './pasted.js';
export { readSource } from './read.js';
export { recognise } from './recognise.js';
export type { Fragment, Source, SourceFormat } from './source.js';
export { SourceError, type SourceErrorCode } from './source-error.js';
