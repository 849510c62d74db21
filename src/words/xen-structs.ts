import { type Abi, existsOn, type Structs, structsIn } from '../layout/index.js';
import { type CompoundType, declaredAt, existsAt, type Type } from '../schema/index.js';
import { xenStructs } from './structs.js';

const bare = (name: string): string => name.replace(/^(struct|union) /, '');

/** The declarations of a header, each with the name that it has there. */
async function load(header: string): Promise<readonly CompoundType[]> {
  const { headers } = await import('../../abi/headers.js');
  const modules = await Promise.all((headers[header] ?? []).map((read) => read()));
  return modules.flatMap((module) =>
    Object.values(module as Readonly<Record<string, unknown>>).filter(isNamed),
  );
}

function isNamed(value: unknown): value is CompoundType {
  const { kind, name } = (value ?? {}) as { kind?: unknown; name?: unknown };
  return (kind === 'struct' || kind === 'union') && name !== null;
}

/** Of declarations, those that a release has, as it has them. */
function atRelease(
  all: readonly CompoundType[],
  names: readonly string[],
  release: string,
): Structs {
  const there = all.filter((type) => existsAt(type, release));
  const structs = structsIn(there);
  const known = new Set(there.map(({ name }) => name));
  const at = (type: CompoundType, abi?: Pick<Abi, 'name'>): CompoundType =>
    declaredAt(type, { release, abi: abi?.name });
  return {
    all: structs.all.map((type) => at(type)),
    names: names.filter((name) => known.has(name) || !all.some((type) => type.name === name)),
    find: (name) => structs.find(name).map((type) => at(type)),
    on: (name, abi) => {
      const found = structs.find(name).find((type) => existsOn(type, abi));
      return found && at(found, abi);
    },
    absence: (name) => absence(structsIn(all).find(name), release),
  };
}

/** Since or until when there is what a release does not have. */
function absence(types: readonly CompoundType[], release: string): string | undefined {
  const [type] = types;
  if (!type || types.some((one) => existsAt(one, release))) return undefined;
  const [since, until] = [[type.since ?? []].flat(), [type.until ?? []].flat()];
  const isGone = until.length > 0 && !existsAt({ until }, release);
  const bound = isGone ? `until ${until.at(-1)}` : `since ${since.join(', ')}`;
  return `${type.name} exists ${bound}, and not in ${release}`;
}

/**
 * The structs of Xen's headers at a release: those of the names, whose headers are loaded, or all.
 * Names that are among those that every verb has cost nothing.
 */
export async function xenStructsAt(release: string, names?: readonly string[]): Promise<Structs> {
  if (names?.every((name) => xenStructs.find(bare(name)).length > 0))
    return atRelease(xenStructs.all, xenStructs.names, release);
  const { structIndex } = await import('../../abi/struct-index.js');
  const wanted = names?.flatMap((name) => [bare(name), bare(name).replace(/_t$/, '')]);
  const needed = Object.entries(structIndex).filter(
    ([, its]) => !wanted || its.some((name) => wanted.includes(name)),
  );
  const loaded = await Promise.all(needed.map(([header]) => load(header)));
  const inHeaders = Object.values(structIndex).flat();
  const all = [...new Set([...loaded.flat(), ...xenStructs.all])];
  const order = new Map([...inHeaders, ...xenStructs.names].map((name, i) => [name, i]));
  all.sort((a, b) => (order.get(a.name ?? '') ?? 0) - (order.get(b.name ?? '') ?? 0));
  return atRelease(all, [...new Set([...inHeaders, ...xenStructs.names])], release);
}

/** Looks up names, as they come, in what a release has. */
export type FindStructs = (names: readonly string[], release: string) => Promise<Structs>;

/**
 * A look-up that keeps what it has found: who asks for the same names, one line after the other,
 * waits once.
 */
export function structFinder(): FindStructs {
  const known = new Map<
    string,
    { readonly names: ReadonlySet<string>; readonly structs: Structs }
  >();
  return async (names, release) => {
    const last = known.get(release);
    if (last && names.every((name) => last.names.has(name))) return last.structs;
    const all = [...(last?.names ?? []), ...names];
    const structs = await xenStructsAt(release, all);
    // What there is not is asked for each time: lines may make up as many names as they like.
    const found = new Set(all.filter((name) => structs.find(name).length > 0));
    known.set(release, { names: found, structs });
    return structs;
  };
}

/** The scalars that the headers declare beside their structs, by the names that C has for them. */
export const everyScalar = async (): Promise<ReadonlyMap<string, Type>> =>
  (scalarsOfHeaders ??= (async () => {
    const { headers } = await import('../../abi/headers.js');
    const modules = await Promise.all(
      Object.values(headers)
        .flat()
        .map((read) => read()),
    );
    return scalarsIn(modules);
  })());
let scalarsOfHeaders: Promise<ReadonlyMap<string, Type>> | undefined;

/** The scalars with a name that modules export. */
export const scalarsIn = (modules: readonly object[]): ReadonlyMap<string, Type> =>
  new Map(
    modules
      .flatMap((module) => Object.values<unknown>(module as Readonly<Record<string, unknown>>))
      .flatMap((type) => (isScalar(type) ? [[type.name, type] as const] : [])),
  );

function isScalar(value: unknown): value is Type & { readonly name: string } {
  const { kind } = (value ?? {}) as { kind?: unknown };
  return kind === 'int' || kind === 'perAbi' || kind === 'alias';
}

/** The names of all structs of the headers, of whichever release. */
export async function everyName(): Promise<readonly string[]> {
  const { structIndex } = await import('../../abi/struct-index.js');
  return [...new Set(Object.values(structIndex).flat())];
}
