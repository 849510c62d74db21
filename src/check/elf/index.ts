export { bytesAt, type Elf, isElf, readElf, type Section } from './elf.js';
export { contentsNamed, contentsOf, sectionsNamed } from './contents.js';
export { bytesAtAddress, symbolsOf } from './symbols.js';
