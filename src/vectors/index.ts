/** Values and vectors made from the declarations. */
export { arbitrary } from './arbitrary.js';
export { bytesOf } from './bytes.js';
export { vectorCommands } from './call-cases.js';
export { type CallLine, type CallVectorOptions, callVectors, MOST_CALLS } from './call-vectors.js';
export { modelled } from './guest.js';
export type { VectorOptions } from './random.js';
export { type StructLine, structVectors } from './struct-vectors.js';
