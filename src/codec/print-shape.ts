import { isCompound, type Layout } from '../layout/index.js';

/** The integers that have names of their own in `shapes.ts`. */
const NAMED: Readonly<Record<string, string>> = Object.fromEntries(
  [1, 2, 4, 8].flatMap((size) =>
    [false, true].map((signed) => [
      `${size} ${signed} ${size === 8 ? 'bigint' : 'number'}`,
      `${signed ? 'i' : 'u'}${size * 8}`,
    ]),
  ),
);

/** Prints the expression of a layout's shape; structs that stand in it twice get a name. */
class ShapePrinter {
  readonly lines: string[] = [];
  readonly names = new Map<Layout, string>();

  expression(layout: Layout): string {
    switch (layout.kind) {
      case 'int': {
        const { size, signed, value } = layout;
        return NAMED[`${size} ${signed} ${value}`] ?? `int(${size}, ${signed}, '${value}')`;
      }
      case 'float':
        return `f${layout.size * 8}`;
      case 'chars':
        return `chars(${layout.size})`;
      case 'array':
        return `array(${this.expression(layout.element)}, ${layout.length})`;
      case 'flexible': {
        const count = layout.count === undefined ? '' : `, '${layout.count}'`;
        return `flexible(${this.expression(layout.element)}${count})`;
      }
      default:
        return this.names.get(layout) ?? this.named(layout);
    }
  }

  named(layout: Layout): string {
    const expression = this.compound(layout);
    const name = `s${this.names.size}`;
    this.names.set(layout, name);
    this.lines.push(`const ${name} = ${expression};`);
    return name;
  }

  compound(layout: Layout): string {
    if (!isCompound(layout)) return this.expression(layout);
    const rows = layout.members.map(({ name, offset, layout: inner, bits }) => {
      const place = bits ? [bits.start, bits.width] : [];
      const cells = [
        name === null ? 'null' : `'${name}'`,
        offset,
        this.expression(inner),
        ...place,
      ];
      return `[${cells.join(', ')}]`;
    });
    return `${layout.kind}(${[layout.size, ...rows].join(', ')})`;
  }
}

/** The function that makes a layout's shape, without the layout. */
export function printShape(layout: Layout): string {
  const printer = new ShapePrinter();
  const whole = printer.compound(layout);
  return printer.lines.length === 0
    ? `() => ${whole}`
    : `() => {\n${printer.lines.join('\n')}\nreturn ${whole};\n}`;
}
