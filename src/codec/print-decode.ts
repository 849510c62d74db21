import type { CompoundLayout, Layout, MemberLayout } from '../layout/index.js';
import { bitsLeaf, isWide, type Leaf, leafAt, loadWide, readLeaf } from './print-leaf.js';

/** A field's name as a key of an object literal; `__proto__` bare would set the prototype. */
const key = (name: string): string => (name === '__proto__' ? `['${name}']` : name);

/** Prints the expression of a layout's value, and collects the loads that go before it. */
class Reader {
  readonly loads: string[] = [];

  leaf(leaf: Leaf): string {
    const slot = this.loads.length;
    if (isWide(leaf)) this.loads.push(loadWide(leaf, slot));
    return readLeaf(leaf, slot);
  }

  value(layout: Layout, base: number): string {
    switch (layout.kind) {
      case 'int':
      case 'float':
      case 'chars':
        return this.leaf(leafAt(layout, base));
      case 'array': {
        const { element, length } = layout;
        const items = Array.from({ length }, (_, i) =>
          this.value(element, base + i * element.size),
        );
        return `[${items.join(', ')}]`;
      }
      case 'flexible':
        throw new Error('a flexible array is interpreted');
      default:
        return `{ ${this.members(layout, base)} }`;
    }
  }

  members(layout: CompoundLayout, base: number): string {
    return layout.members.map((m) => this.member(m, base)).join(' ');
  }

  member(m: MemberLayout, base: number): string {
    const at = base + m.offset;
    if (m.name === null) return this.members(m.layout as CompoundLayout, at);
    const bits = bitsLeaf(m, base);
    return `${key(m.name)}: ${bits ? this.leaf(bits) : this.value(m.layout, at)},`;
  }
}

/** The condition that `size` bytes do not lie at `offset`; callers in JavaScript pass anything. */
export const noRoom = (size: number): string =>
  `!Number.isInteger(offset) || offset < 0 || !(offset + ${size} <= bytes?.length)`;

/** The statements that take `bytes`, as a cached DataView if `code` needs one, or do `otherwise`. */
export const takeBytes = (code: string, otherwise: string): string =>
  /(?<![.'])\bview[.,]/.test(code)
    ? `if (bytes !== viewed) {
      if (!isBytes(bytes)) ${otherwise};
      viewed = bytes;
      view = new DataView(bytes.buffer, bytes.byteOffset);
    }`
    : `if (!isBytes(bytes)) ${otherwise};`;

/** The decode function of one layout: length check, loads, one object literal. */
export function printDecode(layout: Layout): string {
  const reader = new Reader();
  const value = reader.value(layout, 0);
  const refuse = 'throw slow.tooShort(bytes, offset)';
  const lines = [
    `if (${noRoom(layout.size)}) ${refuse};`,
    // Before the view is taken: who hears of padding may decode other bytes, or take these away.
    `if (options !== undefined) {
      slow.checkPadding(bytes, offset, options);
      if (!(offset + ${layout.size} <= bytes.length)) ${refuse};
    }`,
    takeBytes(value + reader.loads.join(), refuse),
    ...reader.loads,
    `return ${value};`,
  ];
  return `decode(bytes, offset = 0, options) {\n    ${lines.join('\n    ')}\n  },`;
}
