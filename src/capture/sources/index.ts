export { argumentsOf, type SessionArguments } from './arguments.js';
export { kindOf } from './kind.js';
export { isSourceName, type Pasted, readPasted } from './pasted.js';
export type { Fragment } from './source.js';
export { SourceError, type SourceErrorCode } from './source-error.js';
export { sourceNames, type SourceStyle, sourceStyles } from './styles.js';
