import type { Abi, CompoundLayout, Layout } from '../layout/index.js';
import { type CompoundType, DeclarationError } from '../schema/index.js';
import { ASSERTIONS, CPP_WORDS, targetGuard } from './c-head.js';
import { viewText } from './header-view.js';
import type { ExportOptions } from './options.js';
import { type Shape, shapesOf } from './shapes.js';

/** Names are those of the header that is compared: one that C has not is refused. */
const asWritten = {
  spell(name: string): string {
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name))
      throw new DeclarationError(name, null, 'C has no such name');
    return name;
  },
};

/** What C can be asked about one field, or that it is a bit-field and cannot. */
interface Fact {
  readonly path: string;
  readonly offset: number;
  readonly size?: number;
  readonly count?: number;
  readonly bits?: string;
}

function* factsIn(layout: CompoundLayout, base: number, prefix: string): Generator<Fact> {
  for (const { name, offset, bits, layout: inner } of layout.members) {
    if (name === null) yield* factsIn(inner as CompoundLayout, base + offset, prefix);
    else if (bits) {
      const first = base * 8 + bits.start;
      const where =
        bits.width === 1 ? `bit ${first}` : `bits ${first} to ${first + bits.width - 1}`;
      yield { path: prefix + name, offset: base + offset, bits: where };
    } else yield* factsOf(inner, base + offset, prefix + name);
  }
}

/** All elements of an array are alike: their number, and the first, say everything. */
function* factsOf(layout: Layout, offset: number, path: string): Generator<Fact> {
  const { kind, size } = layout;
  // Compilers have no size of what a newer standard lets be written `[]`.
  if (kind === 'array' && layout.length === 0) yield { path, offset };
  else if (kind === 'array') yield { path, offset, size, count: layout.length };
  else if (kind === 'chars') yield { path, offset, size, count: size };
  else yield { path, offset, ...(kind !== 'flexible' && { size }) };
  if (kind === 'struct' || kind === 'union') yield* factsIn(layout, offset, `${path}.`);
  else if (
    kind === 'flexible' ||
    (kind === 'array' && !['int', 'float'].includes(layout.element.kind))
  )
    yield* factsOf(layout.element, offset, `${path}[0]`);
}

const assertion = (condition: string, message: string): string =>
  `XENABI_ASSERT(${condition}, "${message}");\n`;

function factText(
  { path, offset, size, count, bits }: Fact,
  { name, layout }: Shape,
  abi: Abi,
  bitFields: readonly string[],
): string {
  if (bits !== undefined)
    return `/* ${path}: ${bits} of the ${layout.size} bytes; a bit-field has no offsetof. */\n`;
  if (bitFields.includes(path))
    return `/* ${path}: the headers have a bit-field, which has no offsetof. */\n`;
  const subject = `XENABI_${name}`;
  const value = `((${subject} *)0)->${path}`;
  const what = `${name}.${path} on ${abi.name}`;
  const text = [
    assertion(`offsetof(${subject}, ${path}) == ${offset}`, `${what}: offset ${offset}`),
    size === undefined ? '' : assertion(`sizeof(${value}) == ${size}`, `${what}: size ${size}`),
    count === undefined
      ? ''
      : assertion(
          `sizeof(${value}) / sizeof(${value}[0]) == ${count}`,
          `${what}: ${count} elements`,
        ),
  ].join('');
  return path.split(/[.[\]]+/).some((word) => CPP_WORDS.has(word))
    ? `#ifndef __cplusplus\n${text}#endif\n`
    : text;
}

function shapeText(shape: Shape, abi: Abi, options: ExportOptions): string {
  const { name, type, layout } = shape;
  const { rename = (tag: string) => tag, mostAlign = Infinity, views } = options;
  const macro = `XENABI_${name}`;
  const { bitFields = [] } = views?.structs.find(({ struct }) => struct === type.name) ?? {};
  const subject = type.name === null ? undefined : `${type.kind} ${rename(type.name)}`;
  // Nobody's header declares it: who includes those headers has to say what it is called.
  const isElsewhere = views && subject && views.structs.every(({ struct }) => struct !== type.name);
  return [
    isElsewhere
      ? `\n/* ${views.included} headers have no ${subject}: define ${macro} to compare yours. */\n#if !defined(${views.included}) || defined(${macro})`
      : '',
    `\n#ifndef ${macro}\n`,
    subject === undefined
      ? `#error "define ${macro}: the type to compare has no name of its own"\n`
      : `#define ${macro} ${subject}\n`,
    '#endif\n',
    assertion(`sizeof(${macro}) == ${layout.size}`, `${name} on ${abi.name}: size ${layout.size}`),
    assertion(
      `XENABI_ALIGNOF(${macro}) == ${Math.min(layout.align, mostAlign)}`,
      `${name} on ${abi.name}: alignment ${Math.min(layout.align, mostAlign)}`,
    ),
    ...[...factsIn(layout, 0, '')].map((fact) => factText(fact, shape, abi, bitFields)),
    isElsewhere ? '#endif\n' : '',
  ].join('');
}

function headText(abi: Abi, host: Abi, example: string): string {
  const { int, long, pointer } = host.sizes;
  const whose = host === abi ? abi.name : `${abi.name} in a compat layer of ${host.name}`;
  return `/*
 * Layout assertions for ${whose}, made by xenabi. C11 or C++11.
 *
 * Include this after the header that declares your structs, in a file that is compiled
 * for ${host.name}. Each struct is expected under its own name; one that is called otherwise in
 * your header is named by a macro before the inclusion, or on the compiler's command line:
 *
 *     -D'XENABI_${example}=struct mine'
 */
${targetGuard(host, 'these assertions are')}
#include <stddef.h>

${ASSERTIONS}
${assertion(
  `sizeof(int) == ${int} && sizeof(long) == ${long} && sizeof(void *) == ${pointer}`,
  `the data model of ${host.name}: int ${int}, long ${long}, pointers ${pointer} bytes`,
)}`;
}

/**
 * A C header of static assertions: size and alignment of each struct, and of the named ones
 * inside it, offset and size of each field. It compiles for that architecture alone.
 * @throws DeclarationError for a struct that the architecture lacks.
 */
export function exportC(
  types: readonly CompoundType[],
  abi: Abi,
  options: ExportOptions = {},
): string {
  const { host = abi, views } = options;
  const { list } = shapesOf(types, abi, { types: asWritten, fields: asWritten });
  const named = list.filter(({ type }) => type.name !== null || types.includes(type));
  const example = list.find(({ type }) => type === types[0])?.name ?? 'NAME';
  const body = named.map((shape) => shapeText(shape, abi, options)).join('');
  const view = views && viewText(views, named);
  return headText(abi, host, example) + (view ? `${view}#else\n${body}\n#endif\n` : body);
}
