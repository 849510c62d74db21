import { isCompound, type Shape } from '../layout/index.js';

/** All of a layout that generated code depends on, as text. */
function shapeOf(layout: Shape): string {
  if (layout.kind === 'int')
    return `${layout.signed ? 'i' : 'u'}${layout.size}${layout.value === 'bigint' ? 'n' : ''}`;
  if (layout.kind === 'array') return `${shapeOf(layout.element)}[${layout.length}]`;
  if (!isCompound(layout)) return `${layout.kind}${layout.size}`;
  const members = layout.members.map(
    ({ name, offset, bits, layout: inner }) =>
      `${name ?? ''}@${offset}${bits ? `:${bits.start}:${bits.width}` : ''}=${shapeOf(inner)}`,
  );
  return `${layout.kind}${layout.size}{${members.join()}}`;
}

/** A layout in eight digits (FNV-1a): code that was generated for another has others. */
export function fingerprintOf(layout: Shape): string {
  let hash = 0x811c9dc5;
  for (const character of shapeOf(layout))
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
