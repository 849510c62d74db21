import { type InterfaceName, interfaces, structs } from '../../abi/index.js';
import { architectures, existsOn, layoutOf } from '../layout/index.js';
import { type CompoundType, type FieldType, namedMembers, typeName } from '../schema/index.js';
import type { Reading } from './reading.js';
import { rowsOf } from '../layout-table/rows.js';
import { counted } from '../words/text.js';

/** Whether a type holds another, in itself or in a list that one of its handles names. */
function holds(type: FieldType, sought: CompoundType, lists: boolean): boolean {
  switch (type.kind) {
    case 'struct':
    case 'union':
      return type === sought || type.members.some((m) => holds(m.type, sought, lists));
    case 'array':
    case 'flexible':
      return holds(type.element, sought, lists);
    case 'alias':
    case 'anonymous':
      return holds(type.type, sought, lists);
    case 'oneOf':
      return type.alternatives.some((one) => holds(one.type, sought, lists));
    case 'handle':
      return lists && type.target !== undefined && holds(type.target, sought, lists);
    default:
      return false;
  }
}

/** The sizes, architectures of one size together: `44 bytes on x86_32, 72 elsewhere`. */
function sizesText(name: string): string {
  const sizes = new Map<number, string[]>();
  let everywhere = true;
  for (const abi of Object.values(architectures)) {
    const type = structs.find((one) => one.name === name && existsOn(one, abi));
    if (type) {
      const { size } = layoutOf(type, abi);
      sizes.set(size, [...(sizes.get(size) ?? []), abi.name]);
    } else everywhere = false;
  }
  if (everywhere && sizes.size === 1) return `${[...sizes.keys()].join()} bytes`;
  return [...sizes]
    .map(([size, names], i) => {
      const others = everywhere && i === sizes.size - 1;
      return `${size}${i === 0 ? ' bytes' : ''} ${others ? 'elsewhere' : `on ${names.join(', ')}`}`;
    })
    .join(', ');
}

export function structReading(type: CompoundType, at: InterfaceName): Reading {
  const abi = Object.values(architectures).find((one) => existsOn(type, one))!;
  const fields = rowsOf(layoutOf(type, abi)).filter(({ kind }) => kind === 'field').length;
  const commands = interfaces[at];
  const direct = commands.filter(({ argument }) => argument === type);
  const inside = commands.filter(
    ({ argument }) => argument && argument !== type && holds(argument, type, false),
  );
  const listed = commands.filter(
    ({ argument }) =>
      argument &&
      argument !== type &&
      !inside.some((c) => c.argument === argument) &&
      holds(argument, type, true),
  );
  const names = (of: typeof commands): string => of.map(({ name }) => name).join(', ');
  const uses = [
    direct.length > 0 ? `argument of ${names(direct)}` : '',
    inside.length > 0 ? `part of the argument of ${names(inside)}` : '',
    listed.length > 0 ? `list element of ${names(listed)}` : '',
  ].filter((text) => text !== '');
  const used = uses.length > 0 ? uses.join('; ') : 'no command uses it';
  return {
    kind: type.kind,
    name: type.name,
    value: null,
    label: type.name!,
    meaning: `${counted(fields, 'field')}, ${sizesText(type.name!)}; ${used} (${at})`,
  };
}

/** The fields of that name, each in its struct; once where architectures agree on it. */
export function fieldReadings(word: string): readonly Reading[] {
  const all = structs.flatMap((struct) =>
    namedMembers(struct)
      .filter(({ name }) => name === word)
      .map(({ type, direction, unit, doc }): Reading => {
        const name = `${struct.name}.${word}`;
        const notes = [typeName(type), direction, unit].filter((note) => note !== undefined);
        const label = `${name} (${notes.join(', ')})`;
        return { kind: 'field', name, value: null, label, meaning: doc ?? '' };
      }),
  );
  return all.filter((one, i) => all.findIndex(({ label }) => label === one.label) === i);
}
