import { describe, expect, it } from 'vitest';
import {
  type Hypercall,
  hypercallNames,
  hypercallNumbers,
  type Length,
  type Lists,
  loadHypercall,
  type Operation,
  type Selected,
} from '../../../abi/index.js';
import {
  architectures,
  dotted,
  entriesOf,
  existsOn,
  layoutOf,
  type Layout,
} from '../../../src/layout/index.js';
import {
  type CompoundType,
  declaredAt,
  existsAt,
  type FieldType,
  type StructType,
  type Type,
  unaliased,
} from '../../../src/schema/index.js';
import { narrowed } from '../../../src/capture/hypercall/narrowed.js';

const tables = await Promise.all(
  hypercallNumbers.map(async (number) => (await loadHypercall(number))!),
);

const isArm = (abis?: readonly string[]): boolean => abis !== undefined && !abis.includes('x86_64');
const release = '4.17.7';
/** The release that a row is looked at in: 4.17, or one that has it. */
const releaseOf = (...rows: readonly { readonly since?: string; readonly until?: string }[]) =>
  [release, '4.22.0', '4.13.5'].find((one) => rows.every((row) => existsAt(row, one)))!;
/** The architecture that a row is looked at on: one that has it. */
const abiOf = (...rows: readonly { readonly abis?: readonly string[] }[]) =>
  rows.some(({ abis }) => isArm(abis)) ? architectures.arm64 : architectures.x86_64;

function membersOf(type: FieldType): readonly { name: string; type: FieldType }[] {
  const plain = unaliased(type);
  if (plain.kind === 'anonymous') return membersOf(plain.type);
  if (plain.kind !== 'struct' && plain.kind !== 'union') return [];
  return plain.members.flatMap((m) => (m.type.kind === 'anonymous' ? membersOf(m.type) : [m]));
}

/** The field that a path names, in the nearest of some types. */
function find(path: string, scopes: readonly FieldType[]): FieldType | undefined {
  if (path === '') return scopes[0];
  for (const scope of scopes) {
    let at: FieldType | undefined = scope;
    for (const name of path.split('.'))
      at = at && membersOf(at).find((member) => member.name === name)?.type;
    if (at) return at;
  }
  return undefined;
}

const isNumber = (type: FieldType | undefined): boolean =>
  type !== undefined && ['int', 'perAbi', 'bits'].includes(unaliased(type).kind);

/** The names that a length is made of. */
function namesIn(length: Length | undefined): readonly string[] {
  if (length === undefined || typeof length === 'number') return [];
  if (typeof length === 'string') return [length];
  switch (length.kind) {
    case 'product':
      return length.of;
    case 'span':
      return [length.first, length.last];
    case 'bits':
      return [length.of];
    case 'until':
    case 'first':
      return [];
    default:
      return namesIn(length.of);
  }
}

/** What is wrong with lists that begin at `scopes[0]`. */
function faults(lists: Lists, scopes: readonly FieldType[], where: string): string[] {
  return Object.entries(lists).flatMap(([path, list]) => {
    const at = `${where} ${path}`;
    const own = /^bufs\[1\]\.h$/.test(path)
      ? (list.element ?? undefined)
      : find(path, scopes.slice(0, 1));
    if (!own) return [`${at} is no field`];
    const plain = unaliased(own);
    const target =
      list.element ??
      (plain.kind === 'handle'
        ? plain.target
        : plain.kind === 'flexible'
          ? plain.element
          : undefined);
    if (!target) return [`${at} has no element`];
    const declared = declaredAt(target, { abi: 'x86_64', release });
    const { length, written } = list;
    const field = typeof length === 'object' && length.kind === 'until' ? length.field : '';
    return [
      ...[...namesIn(length), ...namesIn(written), ...(list.when ? [list.when.by] : [])].flatMap(
        (name) =>
          name === 'result' || isNumber(find(name, scopes)) ? [] : [`${at}: ${name} is no number`],
      ),
      ...(field !== '' && !find(field, [declared]) ? [`${at}: ${field} is no field`] : []),
      ...(length === undefined && plain.kind === 'handle' && plain.length === undefined
        ? [`${at} has no length`]
        : []),
      ...faults(list.lists ?? {}, [declared, ...scopes], at),
    ];
  });
}

interface Row {
  readonly table: Hypercall;
  readonly operation: Operation;
  readonly step?: Operation;
  readonly name: string;
}

const rows: readonly Row[] = tables.flatMap((table) =>
  [...(table.operations?.operations ?? []), ...(table.elements?.operations ?? [])].flatMap(
    (operation): Row[] => [
      { table, operation, name: `${table.name} ${operation.name}` },
      ...(operation.next?.operations ?? []).map((step) => ({
        table,
        operation,
        step,
        name: `${table.name} ${operation.name} ${step.name}`,
      })),
    ],
  ),
);

const join = (...names: readonly (string | undefined)[]): string =>
  names.filter((name) => name !== undefined && name !== '').join('.');

const declared = (type: Type, abi: string, at = release): CompoundType =>
  declaredAt(type, { abi, release: at }) as CompoundType;

/** The struct that a row is about, and the path of its member in it. */
function argumentOf({ table, operation, step }: Row) {
  const abi = abiOf(table, operation, step ?? {});
  const type = table.struct ?? operation.argument ?? undefined;
  if (!type) return { abi };
  const base =
    operation.member == null ? undefined : join(table.operations?.union, operation.member);
  const member = step?.member == null ? base : join(base, operation.next!.union, step.member);
  const at = releaseOf(operation, step ?? {});
  return { abi, type: declared(type as Type, abi.name, at), member };
}

it('has a table for each number that xen.h gives to a hypercall of 4.17', () => {
  expect(hypercallNumbers).toEqual([
    ...Array.from({ length: 43 }, (_, i) => i).filter((i) => i !== 11),
    48,
    49,
  ]);
  for (const { number, name } of tables) expect(hypercallNames[number]).toBe(name);
  expect(tables.map(({ number }) => number)).toEqual(hypercallNumbers);
});

it('has all the sub-operations of 4.17', () => {
  const own = rows.filter(
    ({ table, operation, step }) =>
      table.number !== 49 && [operation, step ?? {}].every((one) => existsAt(one, release)),
  );
  expect(own).toHaveLength(507);
});

const selections: readonly [string, Selected][] = tables.flatMap((table) => [
  ...(table.operations ? [[table.name, table.operations] as [string, Selected]] : []),
  ...(table.elements ? [[table.name, table.elements] as [string, Selected]] : []),
  ...(table.operations?.operations ?? []).flatMap(({ name, next }): [string, Selected][] =>
    next ? [[name, next]] : [],
  ),
]);

it.each(selections)('%s selects each operation by one number', (_, { operations, mask }) => {
  const numbers = operations.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  if (mask !== undefined) for (const number of numbers) expect(number & mask).toBe(number);
});

describe.each(tables.map((table) => [table.name, table] as const))('%s', (_, table) => {
  const registers = [table.registers, ...(table.compat ? [table.compat] : [])].map((one) =>
    declaredAt(one, { abi: 'x86_64', release }),
  );

  it('has its selector, argument and lists in registers', () => {
    for (const prototype of registers) {
      const names = prototype.members.map(({ name }) => name);
      expect(names.length).toBeLessThan(6);
      if (table.argument) expect(names).toContain(table.argument.split(/\W/)[0]);
      if (table.operations && !table.struct) expect(names).toContain(table.operations.by);
      for (const name of [table.elements?.list, table.entries?.list])
        if (name !== undefined) expect(names).toContain(name);
      expect(faults(table.lists ?? {}, [prototype], table.name)).toEqual([]);
    }
  });

  it('has its selector in the struct', () => {
    if (table.struct && table.operations)
      expect(isNumber(find(table.operations.by, [table.struct]))).toBe(true);
  });
});

it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
  const { table, operation, step } = row;
  const { abi, type, member } = argumentOf(row);
  const last = step ?? operation;
  expect(last.doc.length).toBeGreaterThan(4);
  const prototype: StructType = operation.registers ?? table.registers;
  const names = new Set(prototype.members.map(({ name }) => name));
  const element = table.elements && declaredTarget(table, abi.name);
  const own = type && find(member ?? '', [type]);
  if (type) expect(own, `${member} of ${type.name}`).toBeDefined();
  const lists = Object.entries({ ...operation.lists, ...step?.lists });
  const isRegister = ([path]: [string, unknown]): boolean => names.has(path.split(/\W/)[0]!);
  const inside = [...(element ? [element] : []), ...(own && type ? [own, type] : [])];
  const path = (some: typeof lists): Lists => Object.fromEntries(some);
  expect([
    ...faults(path(lists.filter(isRegister)), [prototype, ...(own ? [own] : [])], 'registers'),
    ...faults(path(lists.filter((one) => !isRegister(one))), [...inside, prototype], 'argument'),
  ]).toEqual([]);
  for (const zero of last.zero ?? []) {
    const at = find(zero, [...(type ? [type] : []), prototype]);
    expect(at, zero).toBeDefined();
  }
  if (operation.next && !step) expect(isNumber(find(operation.next.by, [own!]))).toBe(true);
  if (type && member !== undefined) {
    const whole = leaves(layoutOf(type, abi), member);
    expect(leaves(layoutOf(narrowed(type, member, abi), abi), member)).toEqual(whole);
    expect(whole.length).toBeGreaterThan(0);
  }
  for (const name of last.abis ?? [])
    if (type) expect(existsOn(type, architectures[name as 'x86_64'])).toBe(true);
});

/** The element of the list whose elements are operations. */
function declaredTarget(table: Hypercall, abi: string): CompoundType {
  const register = table.registers.members.find(({ name }) => name === table.elements!.list)!;
  const handle = unaliased(register.type);
  return declared((handle.kind === 'handle' ? handle.target : undefined)!, abi);
}

/** Where the fields of a member lie. */
const leaves = (layout: Layout, member: string): readonly string[] =>
  [...entriesOf(layout)]
    .filter(({ path }) => dotted(path) === member || dotted(path).startsWith(`${member}.`))
    .map(({ path, offset, size }) => `${dotted(path)} ${offset} ${size}`);
