/**
 * Bundles what tsc made of the sources into dist/lib, which is what is published: few files, so
 * that it starts fast, and each room by itself, so that a bundle of somebody's program takes
 * only the rooms that it uses. Declaration files stay as tsc writes them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputOptions, type Plugin, rolldown } from 'rolldown';

const dist = fileURLToPath(new URL('..', import.meta.url));
const built = (...path: string[]): string => join(dist, ...path);
const manifest = JSON.parse(readFileSync(join(dist, '..', 'package.json'), 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
  peerDependencies: Readonly<Record<string, string>>;
};
/**
 * Node's own modules as the command uses them. Imported as an ES module, `node:fs` reads each of
 * its exports, and so loads Node's streams: a tenth of a start.
 */
const BUILT_IN = ['node:fs', 'node:path', 'node:util'];
const packages = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
const external = (id: string): boolean =>
  packages.some((name) => id === name || id.startsWith(`${name}/`)) ||
  (id.startsWith('node:') && !BUILT_IN.includes(id));

const generated = readdirSync(built('src', 'generated'))
  .filter((file) => file.endsWith('.js') && file !== 'index.js')
  .map((file) => basename(file, '.js'));

const filesIn = (...path: string[]): string[] =>
  readdirSync(built(...path), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.replace(/\.js$/, ''));

/** Declarations that the command and the library begin with; each other header's come by themselves. */
const FIRST = [
  'index',
  'commands',
  'e820',
  'errno',
  'header-views',
  'meanings',
  'memory',
  'pci-device',
  'registers',
  'releases',
  'shared-info',
  'unpin',
  'xen',
];
const others = filesIn('abi').filter((name) => !FIRST.includes(name));

const input = {
  index: built('src', 'index.js'),
  abi: built('abi', 'index.js'),
  runtime: built('src', 'codec', 'runtime.js'),
  check: built('src', 'check', 'index.js'),
  vectors: built('src', 'vectors', 'index.js'),
  record: built('src', 'record', 'index.js'),
  cli: built('src', 'cli', 'main.js'),
  ...Object.fromEntries(others.map((name) => [`abi/${name}`, built('abi', `${name}.js`)])),
  ...Object.fromEntries(
    generated.map((name) => [`codecs/${name}`, built('src', 'generated', `${name}.js`)]),
  ),
};

const inRooms =
  (rooms: string): ((id: string) => boolean) =>
  (id) =>
    new RegExp(`^(${rooms})(/|\\.js$)`).test(id.slice(dist.length));

/** The modules of which a printed codec's run-time uses anything. */
async function ofRuntime(): Promise<ReadonlySet<string>> {
  const build = await rolldown({ input: input.runtime, treeshake: { moduleSideEffects: false } });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  const modules = Object.entries(output[0].modules);
  // The declarations' own are made when they are read, and would stay in every bundle.
  const isData = (id: string): boolean => inRooms('src/schema/(scalars|names|aggregates)')(id);
  const used = modules.filter(([id, { renderedLength }]) => renderedLength > 0 && !isData(id));
  return new Set(used.map(([id]) => id));
}

const runtime = await ofRuntime();
/** Those that `codec` is bound to come together; each other struct's are a file of their own. */
const hot = new Set(
  Array.from(
    readFileSync(built('src', 'generated', 'index.js'), 'utf8').matchAll(/'\.\/(\w+\.js)'/g),
    ([, file]) => built('src', 'generated', file!),
  ),
);

const groups = [
  { name: 'codec', test: (id: string) => runtime.has(id), priority: 9 },
  { name: 'generated', test: (id: string) => hot.has(id), priority: 8 },
  { name: 'abi', test: inRooms(`abi/(${FIRST.join('|')})`), priority: 7 },
  {
    name: 'core',
    test: inRooms(
      'src/(schema|layout|codec(?!/((to-)?restructured?|print-\\w+|printer|plan)\\.js))',
    ),
    priority: 6,
  },
  // Binds all generated codecs, which no small input needs.
  { name: 'xen-codec', test: inRooms('src/(xen-codec|generated/index)'), priority: 1 },
  // What prints codecs, which no decoding needs.
  { name: 'printer', test: inRooms('src/codec/(print-\\w+|printer|plan)'), priority: 5 },
  // What is made of restructure, with that: only who asks for it has it in a bundle.
  { name: 'restructure', test: inRooms('src/codec'), priority: 5 },
  // What is small and many need; of dumps, no more than tells what an input is.
  {
    name: 'words',
    test: inRooms(
      'src/(words/(text|columns|nearest|integer|size|flags)|capture/sources/(source-error|kind|text))',
    ),
    priority: 7,
  },
  // What says declarations in words, and needs no capture.
  {
    name: 'terms',
    test: inRooms('src/words/(architecture|structs|xen-structs|number|value)'),
    priority: 6,
  },
  // What reads dumps, which no capture needs.
  { name: 'sources', test: inRooms('src/capture/sources'), priority: 6 },
  { name: 'capture', test: inRooms('src/(words|capture)'), priority: 5 },
  { name: 'executor', test: inRooms('src/(hypervisor|replay)'), priority: 4 },
  { name: 'export', test: inRooms('src/export'), priority: 3 },
  { name: 'objects', test: inRooms('src/check'), priority: 2 },
  { name: 'vectors', test: inRooms('src/vectors'), priority: 1 },
  { name: 'recorder', test: inRooms('src/record'), priority: 1 },
  // What nearly every verb needs, and nothing that needs much itself.
  {
    name: 'command',
    test: inRooms('src/cli/(exit|io|manifest|sample|standard|tones|verbs?)'),
    priority: 1,
  },
  // What reads the options and inputs that most verbs have.
  {
    name: 'given',
    test: inRooms('src/cli/(input|names|numbers|structs|forced-format)'),
    priority: 1,
  },
  // How decode shows structs and calls, whatever they were read from.
  {
    name: 'decoded',
    test: inRooms('src/cli/(decode-capture|show-struct|lazy-codec)'),
    priority: 1,
  },
];

const options: OutputOptions = {
  dir: built('lib'),
  format: 'esm',
  cleanDir: true,
  minify: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  codeSplitting: { groups },
};

const builtIn: Plugin = {
  name: 'built-in',
  resolveId: (id) => (BUILT_IN.includes(id) ? `\0${id}` : undefined),
  async load(id) {
    const name = BUILT_IN.find((one) => id === `\0${one}`);
    if (name === undefined) return undefined;
    const names = Object.keys((await import(name)) as object).filter((one) => one !== 'default');
    const exports = names.map((one) => `export const ${one} = own.${one};`);
    return `const own = process.getBuiltinModule('${name}');\n${exports.join('\n')}`;
  },
};

const build = await rolldown({
  input,
  external,
  platform: 'neutral',
  plugins: [builtIn],
  treeshake: { moduleSideEffects: false, propertyReadSideEffects: false },
});
const { output } = await build.write(options);
await build.close();

/** The folders of other packages of which code is in the bundle. */
const bundled = new Set(
  output.flatMap((file) =>
    file.type === 'chunk'
      ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
          renderedLength > 0 ? (/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []) : [],
        )
      : [],
  ),
);
const notices = Array.from(bundled, (folder) => {
  const licence = readFileSync(join(folder, 'LICENSE'), 'utf8');
  return `Code of ${basename(folder)} is in these files. Its licence:\n\n${licence}`;
});
writeFileSync(built('lib', 'NOTICE'), notices.join('\n'));
