import type { Abi } from '../../src/layout/index.js';
import {
  type AliasType,
  type CompoundType,
  declaredAt,
  type FieldType,
  type Member,
  type Type,
} from '../../src/schema/index.js';

const fixed = (name: string, macro: string): string => `typedef ${macro} ${name};\n`;

/** The typedefs that a freestanding C file lacks, from the compiler's own macros. */
export const prelude: string =
  [8, 16, 32, 64]
    .map((n) => fixed(`uint${n}_t`, `__UINT${n}_TYPE__`) + fixed(`int${n}_t`, `__INT${n}_TYPE__`))
    .join('') +
  fixed('size_t', '__SIZE_TYPE__') +
  fixed('uintptr_t', '__UINTPTR_TYPE__');

/** Prints declarations as C for one architecture; each compound and aligned typedef once. */
export function cPrinter(abi: Abi, prefix: string) {
  const names = new Map<Type, string>();
  let text = '';

  function once(type: Type, print: (name: string) => string): string {
    let name = names.get(type);
    if (name === undefined) {
      names.set(type, (name = `${prefix}_${names.size}`));
      text += print(name);
    }
    return name;
  }

  const alias = (type: AliasType): string => {
    const target = declarator(type.type, '%');
    return once(
      type,
      (name) => `typedef ${target.replace('%', name)} __attribute__((aligned(${type.align})));\n`,
    );
  };

  /** C's declaration of `name`: the array suffixes follow it, the rest stands before. */
  function declarator(type: Type, name: string): string {
    switch (type.kind) {
      case 'int':
      case 'float':
        return `${type.name} ${name}`;
      case 'perAbi':
        return declarator(type.choices[abi.name] ?? type.otherwise, name);
      case 'alias':
        return type.align === undefined ? declarator(type.type, name) : `${alias(type)} ${name}`;
      case 'pointer':
        return `void *${name}`;
      case 'handle':
        return declarator(type.storage, name);
      case 'chars':
        return `char ${name}[${type.length}]`;
      case 'array':
        return declarator(type.element, `${name}[${type.length}]`);
      case 'flexible':
        return declarator(type.element, `${name}[]`);
      case 'struct':
      case 'union':
        return `${compound(type)} ${name}`;
      case 'oneOf':
        return declarator(declaredAt(type, { abi: abi.name }), name);
    }
  }

  function field(type: FieldType, name: string): string {
    if (type.kind === 'bits') {
      return `${declarator(type.storage, type.unnamed ? '' : name)} : ${type.width};`;
    }
    // A tag and no name: an anonymous member under -fms-extensions. Written in place it
    // would be packed by the #pragma around its parent.
    return type.kind === 'anonymous' ? `${compound(type.type)};` : `${declarator(type, name)};`;
  }

  function compound(type: CompoundType): string {
    const fields = type.members
      .map(({ type, name }: Member) => `  ${field(type, name)}\n`)
      .join('');
    const attributes = [
      ...(type.packed === true ? ['packed'] : []),
      ...(type.align === undefined ? [] : [`aligned(${type.align})`]),
    ].map((attribute) => ` __attribute__((${attribute}))`);
    const name = once(type, (name) => {
      const definition = `${type.kind} ${name} {\n${fields}}${attributes.join('')};\n`;
      return typeof type.packed === 'number'
        ? `#pragma pack(push, ${type.packed})\n${definition}#pragma pack(pop)\n`
        : definition;
    });
    return `${type.kind} ${name}`;
  }

  return {
    /** Defines a compound and what it is made of; gives its name in C. */
    define: compound,
    text: () => text,
  };
}
