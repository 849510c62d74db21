// Fixtures of `xenabi check`: small objects with Xen's structs, right, disguised and wrong, by
// every compiler at hand, and test/objects/objects.json, which says what is true of each. Truth
// is asked of the compilers' offsetof and sizeof, never of this project or of debug information.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RecipeError, type Row, rowsOf } from './objects/manifest.js';
import { lastName, type Recipe } from './objects/recipe.js';
import { recipes } from './objects/recipes/index.js';
import { exists } from './exists.js';
import { runIn, StepFailed } from './objects/run.js';
import { flags, packages } from './objects/toolchains.js';

const folder = new URL('../../test/objects/', import.meta.url);
const at = (file: string): string => fileURLToPath(new URL(file, folder));
const manifest = at('objects.json');

interface Manifest {
  readonly tools: Readonly<Record<string, string>>;
  readonly objects: readonly Row[];
}
const before: Manifest = existsSync(manifest)
  ? (JSON.parse(readFileSync(manifest, 'utf8')) as Manifest)
  : { tools: {}, objects: [] };

const missing = new Map<string, number>();
let failed = 0;

const commandOf = (step: string): string => step.split(' ')[0] ?? '';
const toolsOf = ({ steps, needs = [] }: Recipe): string[] => [...steps.map(commandOf), ...needs];

function build(recipe: Recipe): Row[] {
  const files = recipe.outputs.flatMap(({ file, beside = [] }) => [file, ...beside]);
  const described = new Set(recipe.outputs.map(({ file }) => file));
  const kept = before.objects.filter(({ file }) => described.has(file) && existsSync(at(file)));
  const absent = toolsOf(recipe).filter((tool) => !exists(tool));
  if (absent.length > 0) {
    for (const tool of new Set(absent)) missing.set(tool, (missing.get(tool) ?? 0) + files.length);
    return kept;
  }
  try {
    const contents = runIn(recipe.sources, recipe.steps, files.map(lastName));
    const rows = rowsOf(recipe);
    files.forEach((file, i) => {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), contents[i]!);
    });
    return rows;
  } catch (error) {
    if (!(error instanceof StepFailed || error instanceof RecipeError)) throw error;
    failed++;
    console.error(`${files[0]}: ${error.message}`);
    return kept;
  }
}

const versionOf = (tool: string): string =>
  execFileSync(tool, ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? '';

const objects = recipes.flatMap(build);
const tools = [...new Set(recipes.flatMap(toolsOf))]
  .filter((tool) => tool in packages)
  .sort()
  .map((tool) => [tool, exists(tool) ? versionOf(tool) : (before.tools[tool] ?? '')]);

const lines = objects.map((row) => JSON.stringify(row));
writeFileSync(
  manifest,
  `{"flags":${JSON.stringify(flags)},\n"tools":${JSON.stringify(Object.fromEntries(tools))},\n"objects":[\n${lines.join(',\n')}\n]}\n`,
);
for (const [tool, count] of missing)
  console.error(
    `${tool} is missing (Debian: apt-get install ${packages[tool] ?? tool}): ${count} files left as they were.`,
  );
console.log(`test/objects: ${objects.length} files in the manifest, ${failed} recipes failed.`);
if (failed > 0) process.exitCode = 1;
