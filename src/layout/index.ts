export * from './abi.js';
export * from './layout.js';
export { dotted, entriesOf, entryType, isCompound, type Entry, type Path } from './leaves.js';
export { coverageOf, coverBits, paddingOf, type PaddingSpan } from './padding.js';
export { oldReaders, type OldReaders } from './readers.js';
export { diffLayouts, type FieldDifference } from './diff.js';
