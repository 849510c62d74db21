import type { View, Views } from './options.js';
import type { Shape } from './shapes.js';

const hex = (version: number): string => `0x${version.toString(16).padStart(8, '0')}`;

const error = (condition: string, sentence: string): readonly string[] => [
  condition,
  `#error "xenabi: ${sentence}"`,
];

/** The first conditions of these begin with `#if`, the others with `#elif`. */
const chained = (conditions: readonly (readonly string[])[]): string =>
  conditions
    .map(([condition, sentence], i) => `${i === 0 ? '#if' : '#elif'} ${condition}\n${sentence}\n`)
    .join('');

const listed = (views: readonly View[]): string => views.map(({ struct }) => struct).join(', ');

/**
 * The beginning of a conditional: a sentence for who included the headers without what makes them
 * declare these structs. Its `#else` has the assertions.
 */
export function viewText(views: Views, shapes: readonly Shape[]): string {
  const { included, forTools, forOwner, versionMacro, version, structs } = views;
  const names = new Set(shapes.map(({ type }) => type.name));
  const asked = structs.filter(({ struct }) => names.has(struct));
  const since = Math.max(0, ...asked.map((view) => view.since ?? 0));
  const tools = asked.filter(({ isForTools }) => isForTools);
  const guards = new Map<string, View[]>();
  for (const view of asked) guards.set(view.guard, [...(guards.get(view.guard) ?? []), view]);
  const isPlain = `defined(${included}) && !defined(${forOwner}) && !defined(${forTools})`;
  return chained([
    ...[...guards].map(([guard, views]) =>
      error(
        `defined(${included}) && !defined(${guard})`,
        `include ${views[0]!.header} before this: it declares ${listed(views)}`,
      ),
    ),
    ...(tools.length > 0
      ? [error(isPlain, `for tools alone, compile with -D${forTools}: ${listed(tools)}`)]
      : since > 0
        ? [
            error(
              `${isPlain} && ${versionMacro} < ${hex(since)}`,
              `these structs are those of interface version ${hex(since)} and later: compile with -D${versionMacro}=${hex(version)} (or -D${forTools})`,
            ),
          ]
        : []),
  ]);
}
