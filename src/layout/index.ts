export * from './abi.js';
export * from './types.js';
export {
  isCompound,
  type ArrayShape,
  type CharsShape,
  type CompoundShape,
  type FlexibleShape,
  type FloatShape,
  type IntShape,
  type MemberShape,
  type Shape,
} from './shape.js';
export { layoutOf } from './layout.js';
export { roundUp } from './compound.js';
export { floatName } from './shape.js';
export { dotted, entriesOf, entryType, inBits, type Entry, type Path } from './leaves.js';
export { isBits, partsOf, type BitMember, type BitsPart } from './parts.js';
export {
  coverageOf,
  coverBits,
  holdsCompound,
  paddingOf,
  spansOf,
  type PaddingSpan,
} from './padding.js';
export { oldReaders, type OldReaders } from './readers.js';
export { diffLayouts, type FieldDifference } from './diff.js';
export { structsBefore, structsIn, type Structs } from './structs.js';
export {
  exportedFrom,
  structsFrom,
  whyAbsent,
  type Exported,
  type Exports,
  type ModuleStructs,
} from './exported.js';
