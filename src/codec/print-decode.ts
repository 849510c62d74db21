import type { CompoundLayout, IntLayout, Layout, MemberLayout } from '../layout/index.js';
import { intLeaf, isWide, type Leaf, loadWide, readLeaf } from './print-leaf.js';

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
        return this.leaf(intLeaf(layout, base));
      case 'chars':
        return this.leaf({ offset: base, size: layout.size, kind: 'chars', signed: false });
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
    const bits = m.bits && { start: base * 8 + m.bits.start, width: m.bits.width };
    return `${key(m.name)}: ${bits ? this.leaf(intLeaf(m.layout as IntLayout, at, bits)) : this.value(m.layout, at)},`;
  }
}

/** The statements that make `view` the cached DataView of `bytes`. */
export const VIEW_OF_BYTES = `if (bytes !== viewed) {
      viewed = bytes;
      view = new DataView(bytes.buffer, bytes.byteOffset);
    }`;

/** The decode function of one layout: length check, loads, one object literal. */
export function printDecode(layout: Layout): { readonly code: string; readonly words: number } {
  const reader = new Reader();
  const value = reader.value(layout, 0);
  const lines = [
    `if (!(offset >= 0 && offset + ${layout.size} <= bytes.length) || !Number.isInteger(offset)) throw slow.tooShort(bytes, offset);`,
    'if (options !== undefined) slow.checkPadding(bytes, offset, options);',
    ...(/\bview\b/.test(value) || reader.loads.length > 0 ? [VIEW_OF_BYTES] : []),
    ...reader.loads,
    `return ${value};`,
  ];
  return {
    code: `decode(bytes, offset = 0, options) {\n    ${lines.join('\n    ')}\n  },`,
    words: reader.loads.length,
  };
}
