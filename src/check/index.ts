/** `xenabi/check`: layouts read out of ELF objects (DWARF, BTF), and compared with the ABI. */
export { readObject } from './object.js';
export type { FoundStruct, ObjectStructs, ReadOptions } from './found.js';
export { ObjectError, type ObjectErrorCode } from './object-error.js';
export { sourceOf, type ObjectSource } from './source.js';
export { asDeclared } from './compare/as-declared.js';
export { compareLayouts } from './compare/compare.js';
export type { Comparison, Difference as LayoutDifference, What } from './compare/difference.js';
export {
  allAsked,
  definitionsOf,
  judge,
  namesOf,
  type Asked,
  type StructVerdict,
} from './verdict.js';
