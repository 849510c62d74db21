import {
  architectures,
  type ArchitectureName,
  dotted,
  entriesOf,
  layoutOf,
} from '../../src/layout/index.js';
import type { Type } from '../../src/schema/index.js';

/** A layout in one line: `a@0+4 b:bit 32+3 | 8/4`, offset and size, first bit and width, size and alignment. */
export function shapeOf(type: Type, abi: ArchitectureName): string {
  const layout = layoutOf(type, architectures[abi]);
  const fields = [...entriesOf(layout)].map(({ path, offset, size, bits }) =>
    bits ? `${dotted(path)}:bit ${bits.start}+${bits.width}` : `${dotted(path)}@${offset}+${size}`,
  );
  return `${fields.join(' ')} | ${layout.size}/${layout.align}`;
}

export const allAbis = Object.keys(architectures) as ArchitectureName[];

/** Architectures and their shapes, for one `expect` that names what broke. */
export const shapesOn = (type: Type, ...abis: ArchitectureName[]): Record<string, string> =>
  Object.fromEntries(abis.map((abi) => [abi, shapeOf(type, abi)]));

/** The same shape on every architecture. */
export const onAll = (shape: string): Record<string, string> =>
  Object.fromEntries(allAbis.map((abi) => [abi, shape]));
