import {
  type Abi,
  type CompoundLayout,
  dotted,
  entriesOf,
  entryType,
  layoutOf,
  paddingOf,
} from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { jsonText } from '../words/text.js';

/** A layout as `layout --json` prints it: the contract in README. */
export function layoutRecord(layout: CompoundLayout, abi: Abi) {
  const { type, size, align } = layout;
  return {
    struct: 'name' in type ? type.name : null,
    abi: abi.name,
    size,
    align,
    fields: [...entriesOf(layout)].map((entry) => ({
      path: dotted(entry.path),
      offset: entry.offset,
      size: entry.size,
      type: entryType(entry),
      ...(entry.bits && { bitOffset: entry.bits.start, bitWidth: entry.bits.width }),
    })),
    padding: paddingOf(layout).map(({ offset, size, owner, mask }) => ({
      offset,
      size,
      owner: dotted(owner),
      ...(mask !== undefined && { mask }),
    })),
  };
}

/** Layouts as JSON Lines, one object a struct. @throws DeclarationError for one that is not there. */
export const exportJson = (types: readonly CompoundType[], abi: Abi): string =>
  types.map((type) => `${jsonText(layoutRecord(layoutOf(type, abi), abi))}\n`).join('');
