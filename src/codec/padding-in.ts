import { type CompoundShape, type PaddingSpan, type Shape, spansOf } from '../layout/index.js';
import { elementCount, fixedSize, tailOf } from './flexible.js';

/** The padding of these very bytes: that of a flexible array's elements too. */
export function* paddingIn(
  layout: Shape,
  struct: string,
  bytes: Uint8Array,
  offset = 0,
): Generator<PaddingSpan> {
  const end = fixedSize(layout);
  for (const span of spansOf(layout, struct))
    if (span.offset < end) yield { ...span, size: Math.min(span.size, end - span.offset) };
  const tail = tailOf(layout);
  if (!tail) return;
  const { element } = tail.layout;
  const length = elementCount(layout as CompoundShape, tail, bytes, offset);
  for (let i = 0; i < length; i++) {
    const start = tail.offset + i * element.size;
    for (const span of spansOf(element, struct))
      yield { ...span, offset: start + span.offset, owner: [tail.name, i, ...span.owner] };
  }
}
