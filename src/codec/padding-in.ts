import { type CompoundLayout, type Layout, paddingOf, type PaddingSpan } from '../layout/index.js';
import { elementCount, fixedSize, tailOf } from './flexible.js';

/** The padding of these very bytes: that of a flexible array's elements too. */
export function* paddingIn(layout: Layout, bytes: Uint8Array, offset = 0): Generator<PaddingSpan> {
  const end = fixedSize(layout);
  for (const span of paddingOf(layout))
    if (span.offset < end) yield { ...span, size: Math.min(span.size, end - span.offset) };
  const tail = tailOf(layout);
  if (!tail) return;
  const { element } = tail.layout;
  const length = elementCount(layout as CompoundLayout, tail, bytes, offset);
  for (let i = 0; i < length; i++) {
    const start = tail.offset + i * element.size;
    for (const span of paddingOf(element))
      yield { ...span, offset: start + span.offset, owner: [tail.name, i, ...span.owner] };
  }
}
