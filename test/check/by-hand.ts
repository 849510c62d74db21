import {
  alias,
  array,
  compound,
  floating,
  integer,
  type MemberFound,
} from '../../src/check/object-layout.js';
import {
  type Abi,
  type CompoundLayout,
  type Layout,
  layoutOf,
  x86_64,
} from '../../src/layout/index.js';
import { struct } from '../../src/schema/index.js';

/** An unsigned integer of so many bytes, as debug information has it. */
export const u = (size: number, abi: Abi = x86_64): Layout =>
  integer(`u${size * 8}`, size, false, abi);

export const i = (size: number): Layout => integer(`i${size * 8}`, size, true, x86_64);

export const float = floating('float', 4, x86_64);

export const list = (length: number | null, element: Layout): Layout => array(element, length);

export const alignedTo = (align: number, layout: Layout): CompoundLayout =>
  alias(layout, '', align) as CompoundLayout;

export const at = (name: string | null, offset: number, layout: Layout): MemberFound => ({
  name,
  offset,
  layout,
});

/** A bit-field of a 32-bit unit. */
export const bitsAt = (name: string, start: number, width: number): MemberFound => ({
  ...at(name, Math.floor(start / 8), u(4)),
  bits: { start, width },
});

/** A struct of theirs. */
export const theirs = (size: number, ...members: MemberFound[]): CompoundLayout =>
  compound('struct', 's', size, members);

export const theirUnion = (size: number, ...members: MemberFound[]): CompoundLayout =>
  compound('union', null, size, members);

/** A struct of ours. */
export const ours = (fields: Parameters<typeof struct>[1], abi: Abi = x86_64): CompoundLayout =>
  layoutOf(struct('s', fields), abi);
