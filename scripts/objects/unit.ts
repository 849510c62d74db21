import { prelude } from '../golden/c-printer.js';
import type { Subject } from '../golden/read-back.js';

/** A field as C spells it: the type, the name, and the array length after it. */
export interface Field {
  readonly type: string;
  /** Empty for an anonymous struct or union. */
  readonly name: string;
  readonly suffix?: string;
  /** Names of the fields inside. */
  readonly inner?: readonly string[];
}

export interface Struct {
  /** A struct where it does not say. */
  readonly kind?: 'struct' | 'union';
  readonly name: string;
  readonly fields: readonly Field[];
  /** As after the closing brace: ` __attribute__((packed))`. */
  readonly attributes?: string;
  /** Without a tag: a typedef of this name stands for it. */
  readonly typedef?: string;
}

/** C's spellings of what Xen leaves to each architecture. */
export interface Scalars {
  readonly xen_ulong_t: string;
  readonly xen_pfn_t: string;
  readonly domid_t: string;
  readonly uint64_aligned_t: string;
  /** The type of a guest handle, by the type of what it points to. */
  readonly handle: (target: string) => string;
  /** The tools' handle, 64 bits wide everywhere. */
  readonly handle64: (target: string) => string;
}

/** A C file: scalars, then structs, then a variable of each struct. */
export interface Unit {
  readonly scalars: Scalars;
  readonly structs: readonly Struct[];
  /** C after all that. */
  readonly rest?: string;
}

export type Change = (unit: Unit) => Unit;

const targets = {
  handle_xen_pfn_t: 'xen_pfn_t',
  handle_xen_ulong_t: 'xen_ulong_t',
  handle_int: 'int',
  handle_uint: 'unsigned int',
  handle_void: 'void',
  handle_const_uint8: 'const uint8_t',
  handle_const_uint64: 'const uint64_t',
};

/** How C code names the struct. */
export const spelled = ({ kind = 'struct', name, typedef }: Struct): string =>
  typedef ?? `${kind} ${name}`;

const printField = ({ type, name, suffix = '' }: Field): string => `  ${type} ${name}${suffix};\n`;

function printStruct(struct: Struct): string {
  const body = `{\n${struct.fields.map(printField).join('')}}${struct.attributes ?? ''}`;
  return struct.typedef === undefined
    ? `${spelled(struct)} ${body};\n`
    : `typedef struct ${body} ${struct.typedef};\n`;
}

/** The declarations of a unit, also good for C++. */
export function printDeclarations({ scalars, structs }: Unit): string {
  const { handle, handle64, ...simple } = scalars;
  return [
    prelude,
    ...Object.entries(simple).map(([name, type]) => `typedef ${type} ${name};\n`),
    ...Object.entries(targets).map(([name, target]) => `typedef ${handle(target)} ${name};\n`),
    `typedef ${handle64('const uint8_t')} handle64_const_uint8;\n`,
    ...structs.map(printStruct),
  ].join('');
}

/** Each struct is used by a variable, or compilers would leave it out of the debug information. */
export function printUnit(unit: Unit): string {
  const variables = unit.structs.map((struct) => `${spelled(struct)} the_${struct.name};\n`);
  return [printDeclarations(unit), ...variables, unit.rest ?? ''].join('');
}

const pathsOf = ({ name, inner = [] }: Field): string[] =>
  name === '' ? [...inner] : [name, ...inner.map((field) => `${name}.${field}`)];

/** What to ask a compiler about a struct: every path in it. */
export function subjectOf(struct: Struct): Subject {
  const fields = struct.fields.flatMap(pathsOf).map((path) => [path, []]);
  return {
    name: spelled(struct),
    asked: { size: 0, align: 0, fields: Object.fromEntries(fields), bits: {} },
  };
}
