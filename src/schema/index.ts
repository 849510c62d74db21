export * from './types.js';
export type { Infer, InferInput } from './infer.js';
export { DeclarationError } from './declaration-error.js';
export * from './scalars.js';
export { enumeration, flags, namesOf } from './names.js';
export {
  anonymous,
  array,
  bits,
  chars,
  field,
  flexible,
  handle,
  pointer,
  struct,
  typeName,
  union,
  unnamedBits,
  type StructOptions,
} from './aggregates.js';
export { namedMembers } from './check-compound.js';
