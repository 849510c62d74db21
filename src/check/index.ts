/**
 * `xenabi/check`: structs of object files (ELF with DWARF, BTF), and what they differ in from
 * the ABI. `checkObject` does all of it; `readObject` and `judge` are its two halves.
 */
export { checkObject, type Asked, type CheckOptions, type ObjectVerdict } from './check-object.js';
export { declaredSide, objectSide, type Declared, type OnSide, type Side } from './side.js';
export { readObject } from './object.js';
export type { FoundStruct, ObjectStructs, ReadOptions } from './found.js';
export { judge, type StructVerdict } from './verdict.js';
export {
  importDeclarations,
  type Imported,
  type ImportOptions,
  type ObjectToImport,
} from './import/import-declarations.js';
export type { Declared as ImportedDeclaration } from './import/declarer.js';
export { compareLayouts } from './compare/compare.js';
export { asDeclared } from './compare/as-declared.js';
export type {
  Comparison,
  Difference as StructDifference,
  What as DifferenceKind,
} from './compare/difference.js';
export { recordedAlign } from './object-layout.js';
export { ObjectError, type ObjectErrorCode } from './object-error.js';
export { sourceOf, type ObjectSource } from './source.js';
export { bytesAtAddress, isElf, readElf, symbolsOf } from './elf/index.js';
