export * from './types.js';
export type { Infer, InferInput } from './infer.js';
export { DeclarationError } from './declaration-error.js';
export {
  aligned,
  c_int,
  double,
  float,
  int16_t,
  int32_t,
  int64_t,
  int8_t,
  integerOf,
  long,
  long_long,
  perAbi,
  short,
  signed_char,
  size_t,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  uintptr_t,
  unaliased,
  unsigned_char,
  unsigned_int,
  unsigned_long,
  unsigned_long_long,
  unsigned_short,
} from './scalars.js';
export { enumeration, flags, namesOf } from './names.js';
export {
  anonymous,
  array,
  bits,
  chars,
  field,
  flexible,
  handle,
  oneOf,
  pointer,
  struct,
  typeName,
  union,
  unnamedBits,
  type StructOptions,
} from './aggregates.js';
export { namedMembers } from './check-compound.js';
export { atRelease, declaredAt, type Where } from './declared-at.js';
export { existsAt } from './existence.js';
