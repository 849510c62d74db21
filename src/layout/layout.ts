import { declaredAt, DeclarationError, type Type, typeName } from '../schema/index.js';
import { type Abi, integerAlign } from './abi.js';
import { layoutOfCompound } from './compound.js';
import type { IntLayout, Layout, LayoutOf } from './types.js';

function scalar(
  type: Type,
  abi: Abi,
  size: number,
  signed: boolean,
  value: IntLayout['value'],
): IntLayout {
  return { kind: 'int', type, size, align: integerAlign(abi, size), signed, value };
}

/** C11 6.5.3.4: an array's elements lie back to back, so a size that is no multiple cannot be. */
function elementOf(type: Type & { readonly element: Type }, abi: Abi): Layout {
  const element = layOut(type.element, abi);
  if (element.size % element.align !== 0)
    throw new DeclarationError(
      typeName(type),
      null,
      `elements of ${element.size} bytes cannot be aligned to ${element.align}`,
    );
  return element;
}

function compute(declared: Type, abi: Abi): Layout {
  const type = declaredAt(declared, { abi: abi.name });
  if (type !== declared) return layOut(type, abi);
  switch (type.kind) {
    case 'int': {
      const size = typeof type.width === 'number' ? type.width / 8 : abi.sizes[type.width];
      return scalar(type, abi, size, type.signed, type.value);
    }
    case 'perAbi': {
      const { choices, otherwise, value } = type;
      const choice = Object.hasOwn(choices, abi.name) ? choices[abi.name] : undefined;
      return { ...(layOut(choice ?? otherwise, abi) as IntLayout), type, value };
    }
    case 'alias': {
      const layout = layOut(type.type, abi);
      // GCC manual, "Common Type Attributes": on a typedef, `aligned` raises and lowers.
      return { ...layout, type, align: type.align ?? layout.align };
    }
    case 'pointer':
      return scalar(type, abi, abi.sizes.pointer, false, 'bigint');
    case 'handle':
      return { ...(layOut(type.storage, abi) as IntLayout), type, value: 'bigint' };
    case 'float': {
      const size = type.width / 8;
      return { kind: 'float', type, size, align: integerAlign(abi, size) };
    }
    case 'chars':
      return { kind: 'chars', type, size: type.length, align: 1 };
    case 'array': {
      const element = elementOf(type, abi);
      const { length } = type;
      const size = element.size * length;
      return { kind: 'array', type, element, length, size, align: element.align };
    }
    case 'flexible': {
      const element = elementOf(type, abi);
      const count = type.count === undefined ? {} : { count: type.count };
      return { kind: 'flexible', type, element, size: 0, align: element.align, ...count };
    }
    case 'struct':
    case 'union':
      return layoutOfCompound(type, abi, layOut);
    case 'oneOf':
      throw new DeclarationError(typeName(type), null, `does not exist on ${abi.name}`);
  }
}

const cache = new WeakMap<Abi, WeakMap<Type, Layout>>();

function layOut(type: Type, abi: Abi): Layout {
  let layouts = cache.get(abi);
  if (!layouts) cache.set(abi, (layouts = new WeakMap()));
  let layout = layouts.get(type);
  if (!layout) {
    layout = Object.freeze(compute(type, abi));
    if (!Number.isSafeInteger(layout.size * 8))
      throw new DeclarationError('name' in type ? type.name : typeName(type), null, 'is too large');
    layouts.set(type, layout);
  }
  return layout;
}

/**
 * The layout of a declaration on an architecture: sizes, alignments and offsets in bytes.
 * The same object for the same pair.
 * @throws DeclarationError when the type does not exist there or cannot be laid out.
 */
export function layoutOf<T extends Type>(type: T, abi: Abi): LayoutOf<T>;
export function layoutOf(type: Type, abi: Abi): Layout {
  const layout = layOut(type, abi);
  if (layout.kind === 'flexible')
    throw new DeclarationError(
      typeName(type),
      null,
      'a flexible array is a member of a struct, and none by itself',
    );
  return layout;
}
